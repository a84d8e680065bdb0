"""What recipients and services do: exempt, never, late, not at night, on working days (SIM-02, SIM-03)."""

from __future__ import annotations

import datetime as dt
from statistics import fmean

import pytest

from saksgang.legaltime import Almanac
from saksgang.ports import LetterOrder
from saksgang_sim.habits import DrawnHabits
from saksgang_sim.luck import Luck
from saksgang_sim.people import Population
from saksgang_sim.scenario import PopulationPlan
from tests.core.small_office import utc

MANY = 3000
ALMANAC = Almanac("NO")
NOON = utc("2026-04-14 12:00")


def habits(*, never: float = 0.0, after: float = 30.0, without: float = 0.08, seed: int = 1) -> DrawnHabits:
    plan = PopulationPlan(1000, without, never, after)
    population = Population("NO", 1000, seed, dt.date(2026, 4, 13), without)
    return DrawnHabits(plan, population, ALMANAC, Luck(seed, "habits"))


def order(n: int) -> LetterOrder:
    return LetterOrder(f"mailbox/letter-{n}", "small", f"letter-{n}", "SAK-1", "citizen:000000", "Svar", "Hei")


def openings(drawn: DrawnHabits, available: dt.datetime = NOON) -> list[dt.datetime]:
    found = [drawn.opens(order(n), available) for n in range(MANY)]
    return [opened for opened in found if opened is not None]


def test_sim_03_citizens_without_a_mailbox_get_paper_and_institutions_have_one() -> None:
    """Whether a citizen has one is the population's to say; a school always has one."""
    nobody, everybody = habits(without=1.0), habits(without=0.0)
    adult = everybody.population.adult(0).id

    assert not nobody.has_mailbox(adult)
    assert everybody.has_mailbox(adult)
    assert nobody.has_mailbox("institution:0007")
    child = next(each for n in range(200) if (each := everybody.population.child(n)).birth.year > 2012)
    assert not everybody.has_mailbox(child.id)


def test_sim_03_a_share_never_opens() -> None:
    """None, all, and a fifth within what chance allows: three standard deviations of 3,000 are 66."""
    assert len(openings(habits(never=0.0))) == MANY
    assert openings(habits(never=1.0)) == []
    assert len(openings(habits(never=0.2))) == pytest.approx(0.8 * MANY, abs=66)


def test_sim_03_nobody_opens_a_letter_at_night() -> None:
    """Between 23 and 7 local time nothing is opened, in winter, in summer and in the nights between."""
    for day in ("2026-01-14 22:30", "2026-03-28 22:30", "2026-07-01 03:00", "2026-10-24 22:30"):
        available = utc(day)
        opened = openings(habits(after=8.0), available)

        assert {ALMANAC.local(each).hour for each in opened} <= set(range(7, 23))
        assert all(each >= available for each in opened)


def test_sim_03_what_would_be_opened_at_night_is_opened_the_next_morning() -> None:
    """Just before midnight and just after it means seven to nine of the coming day."""
    for available, day in (("2026-04-14 23:30", 15), ("2026-04-14 01:00", 14)):
        opened = openings(habits(after=0.01), utc(available))
        local = [ALMANAC.local(each) for each in opened]

        assert {each.day for each in local} == {day}
        assert {each.hour for each in local} == {7, 8}


def test_sim_03_the_mean_time_until_opening_is_as_asked() -> None:
    """What is opened on the same day has the mean that a lognormal of 3 hours has there; 300 hours are 300."""
    short = [(each - NOON).total_seconds() / 3600 for each in openings(habits(after=3.0))]
    long = [(each - NOON).total_seconds() / 3600 for each in openings(habits(after=300.0))]

    by_day = [hours for hours in short if hours < 11]
    assert fmean(by_day) == pytest.approx(2.53, rel=0.05)  # a lognormal of mean 3 and cv 1.2, cut at 11 hours
    assert fmean(long) == pytest.approx(300, rel=0.1)


def test_sim_02_a_letters_luck_is_its_own() -> None:
    """Asked in another order, or twice, every letter is opened when it would have been."""
    drawn = habits(never=0.2)
    forward = [drawn.opens(order(n), NOON) for n in range(50)]
    backward = [drawn.opens(order(n), NOON) for n in reversed(range(50))]

    assert forward == backward[::-1]
    assert len(set(forward)) > 30


def test_sim_05_the_mailbox_takes_seconds_to_minutes() -> None:
    """From 5 to 240 seconds, both ends met."""
    seconds = [habits().seconds_to_mailbox(order(n)) for n in range(2000)]

    assert (min(seconds), max(seconds)) == (5, 240)


@pytest.mark.parametrize(
    ("ordered", "printed", "posted"),
    [
        ("2026-04-14 09:00", "2026-04-14 12:00", "2026-04-14 16:00"),
        ("2026-04-14 11:59", "2026-04-14 12:00", "2026-04-14 16:00"),
        ("2026-04-14 12:00", "2026-04-15 12:00", "2026-04-15 16:00"),
        ("2026-04-17 13:00", "2026-04-20 12:00", "2026-04-20 16:00"),  # a Friday
        ("2026-04-18 09:00", "2026-04-20 12:00", "2026-04-20 16:00"),  # a Saturday
        ("2026-04-01 13:00", "2026-04-07 12:00", "2026-04-07 16:00"),  # the Wednesday before Easter
        ("2026-05-13 13:00", "2026-05-15 12:00", "2026-05-15 16:00"),  # before Ascension Day
    ],
)
def test_sim_03_print_and_post_run_on_working_days_only(ordered: str, printed: str, posted: str) -> None:
    """At noon and at four; what comes at noon or later, or on a day off, is for the next working day."""
    assert habits().printed(utc(ordered)) == utc(printed)
    assert habits().posted(utc(printed)) == utc(posted)


def test_sim_03_the_clock_of_print_is_the_local_one() -> None:
    """Noon is 11:00 UTC in winter and 10:00 in summer."""
    assert habits().printed(utc("2026-03-27 09:00")).hour == 11
    assert habits().printed(utc("2026-03-30 09:00") - dt.timedelta(hours=1)).hour == 10
