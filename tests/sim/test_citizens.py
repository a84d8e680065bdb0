"""Citizens get in touch: as often, on the days and at the hours that a stream of demand says (SIM-02, SIM-03)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from types import SimpleNamespace
from typing import cast

import pytest
from attrs import define, evolve, field

from saksgang.commands import Command, OpenCase
from saksgang.errors import Refused
from saksgang.legaltime import Almanac
from saksgang.office import Office
from saksgang.view import View
from saksgang_sim.behaviour import OFFICE_HOURS, Demand, Occasion
from saksgang_sim.citizens import Citizens
from saksgang_sim.engine import Engine
from saksgang_sim.luck import Luck
from saksgang_sim.people import Population
from saksgang_sim.refusals import Refusals
from saksgang_sim.run import direct

DAY = dt.timedelta(days=1)
MONDAY = dt.date(2026, 1, 5)
ALMANAC = Almanac("NO")


def comes(occasion: Occasion, view: View) -> tuple[str, Command]:
    return occasion.key, OpenCase("plots", "Søknad", "citizen:000001")


def stays_at_home(_: Occasion, __: View) -> None:
    return None


@define
class Listener:
    """An office that writes down who came when, in local time."""

    engine: Engine
    refuses: bool = False
    came: list[tuple[str, dt.datetime]] = field(factory=list)
    view: SimpleNamespace = field(factory=lambda: SimpleNamespace(almanac=ALMANAC, now=None))

    def do(self, command: Command, actor: str) -> None:
        assert self.view.now == self.engine.clock.now(), "who comes sees the office as it is now"
        self.came.append((actor, ALMANAC.local(self.engine.clock.now())))
        if self.refuses:
            raise Refused("PPT-02", "No.")

    def next_due(self) -> None:
        return None


def visits(
    *demands: Demand, days: int = 364, start: dt.date = MONDAY, seed: int = 1, refusals: Refusals | None = None
) -> list[tuple[str, dt.datetime]]:
    """Who came when on so many days, 52 weeks by default."""
    engine = Engine(ALMANAC.instant(start, dt.time()))
    office = Listener(engine, refuses=refusals is not None)
    population = Population("NO", 100, seed, start)
    citizens = Citizens(
        engine,
        cast("Office", office),
        direct(cast("Office", office)),
        population,
        demands,
        Luck(seed, "citizens"),
        refusals or Refusals(),
    )
    for n in range(days):
        citizens.plan(start + n * DAY)
        engine.run(cast("Office", office), ALMANAC.instant(start + (n + 1) * DAY, dt.time()))
    return office.came


def test_sim_03_as_many_come_in_a_week_as_the_stream_says() -> None:
    """Twenty a week are 1,040 in 52 weeks, give or take three standard deviations of 32; none a week are none."""
    assert len(visits(Demand("plots.search", 20.0, comes))) == pytest.approx(1040, abs=97)
    assert visits(Demand("plots.search", 0.0, comes)) == []


def test_sim_03_weekdays_weigh_as_the_stream_says_and_none_come_on_days_of_weight_0() -> None:
    """Mondays three times as many as Thursdays, and nobody on the other days, holidays or not."""
    came = visits(Demand("plots.search", 40.0, comes, weekdays=(3, 0, 0, 1, 0, 0, 0)))
    by_day = Counter(at.weekday() for _, at in came)

    assert set(by_day) == {0, 3}
    assert by_day[0] == pytest.approx(1560, abs=119)
    assert by_day[3] == pytest.approx(520, abs=69)


def test_sim_03_hours_weigh_as_the_stream_says() -> None:
    """By local time: nine and ten o'clock share a third each of all from nine to eleven when half come at eleven."""
    came = visits(Demand("plots.search", 60.0, comes, hours={9: 1, 10: 1, 11: 2, 12: 0}))
    by_hour = Counter(at.hour for _, at in came)

    assert set(by_hour) == {9, 10, 11}
    assert by_hour[11] / len(came) == pytest.approx(0.5, abs=0.03)
    assert by_hour[9] / len(came) == pytest.approx(0.25, abs=0.03)
    assert len({at.second for _, at in came}) == len({at.minute for _, at in came}) == 60


def test_sim_03_months_weigh_as_the_stream_says() -> None:
    """Nobody in July, twice as many in August as in June, and the year's mean stays as it was."""
    season = (1, 1, 1, 1, 1, 1, 0, 2, 1, 1, 1, 1)
    came = visits(Demand("plots.search", 140.0, comes, weekdays=(1,) * 7, months=season))
    by_month = Counter(at.month for _, at in came)

    assert by_month[7] == 0
    assert by_month[8] / by_month[6] == pytest.approx(2 * 31 / 30, rel=0.15)
    assert len(came) == pytest.approx(140 * 52, rel=0.05)


def test_sim_03_without_other_word_citizens_come_in_office_hours() -> None:
    """From eight to four on working weekdays."""
    came = visits(Demand("plots.search", 40.0, comes), days=70)

    assert {at.hour for _, at in came} == set(OFFICE_HOURS) == set(range(8, 16))
    assert {at.weekday() for _, at in came} == {0, 1, 2, 3, 4}


def test_sim_03_whoever_comes_in_the_night_of_summer_time_finds_an_hour() -> None:
    """Between two and three local time on 29 March means three o'clock; on 25 October the first of the two hours."""
    demand = Demand("plots.search", 200.0, comes, weekdays=(1,) * 7, hours={2: 1})
    spring = [at for _, at in visits(demand, days=1, start=dt.date(2026, 3, 29))]
    autumn = [at for _, at in visits(demand, days=1, start=dt.date(2026, 10, 25))]

    assert spring
    assert {at.hour for at in spring} == {3}
    assert {(at.hour, at.fold) for at in autumn} == {(2, 0)}


def test_sim_02_a_days_visits_hang_on_nothing_but_the_day_and_the_stream() -> None:
    """Alone, after a year of other days, or beside another stream, 4 January 2027 brings the same visits."""
    demand, day = Demand("plots.search", 30.0, comes), dt.date(2027, 1, 4)
    alone = visits(demand, days=1, start=day)
    beside = visits(Demand("plots.complaint", 99.0, comes), demand, days=1, start=day)

    assert alone
    assert [each for each in beside if each[0].startswith("plots.search")] == alone
    assert [each for each in visits(demand, days=365) if each[1].date() == day] == alone


def test_sim_02_two_streams_of_the_same_rate_have_a_luck_each() -> None:
    """They do not come on the same days at the same seconds."""
    search = [at for _, at in visits(Demand("plots.search", 20.0, comes), days=70)]
    complaint = [at for _, at in visits(Demand("plots.complaint", 20.0, comes), days=70)]

    assert len(set(search) & set(complaint)) < len(search) / 10


def test_sim_02_each_occasion_has_a_name_of_its_own() -> None:
    """Stream, day and number; another seed brings other visits."""
    demand = Demand("plots.search", 30.0, comes)
    keys = [key for key, _ in visits(demand)]

    assert len(set(keys)) == len(keys)
    assert min(keys).startswith("plots.search/2026-01-0")
    assert keys != [key for key, _ in visits(demand, seed=2)]


def test_sim_02_a_higher_rate_only_adds_visits() -> None:
    """Who comes at 10 a week comes at 20 as well, at the same second."""
    few = visits(Demand("plots.search", 10.0, comes))
    many = visits(Demand("plots.search", 20.0, comes))

    assert set(few) < set(many)


def test_sim_03_who_has_no_wish_does_nothing_and_who_is_refused_is_counted() -> None:
    """Neither ends the run."""
    refusals = Refusals()
    demand = Demand("plots.search", 20.0, comes)

    assert visits(evolve(demand, act=stays_at_home), days=28) == []
    came = visits(demand, days=28, refusals=refusals)
    assert refusals.by_rule == {"PPT-02": len(came)}
    assert len(came) > 40
