"""Illness: as often as the scenario says, on working days, each by their own luck (SIM-02, SIM-04)."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.commands import ReportDeparture
from saksgang.events import StaffAbsent
from saksgang.legaltime import Almanac
from saksgang.records import Absence, StaffMember
from saksgang_sim.luck import Luck
from saksgang_sim.sickness import Sickness
from tests.sim.desk import KARI, Desk, desk

DAY = dt.timedelta(days=1)
ALMANAC = Almanac("NO")
YEAR = dt.date(2026, 1, 1)


def ill(
    people: list[StaffMember], *, days_per_year: float = 9.0, days: int = 365, office: Desk | None = None
) -> list[StaffAbsent]:
    """The absences that are reported in so many days."""
    office = office or desk(*people, start=YEAR)
    sickness = Sickness(office.office, days_per_year, Luck(1, "sickness"))
    for n in range(days):
        office.engine.run(office.office, ALMANAC.instant(YEAR + n * DAY, dt.time()))
        sickness.plan(YEAR + n * DAY)
    return [each.event for each in office.journal if isinstance(each.event, StaffAbsent)]


def crew(size: int) -> list[StaffMember]:
    return [evolve(KARI, id=f"kari{n}") for n in range(size)]


def working_days(absence: Absence) -> int:
    length = (absence.last - absence.first).days + 1
    return sum(ALMANAC.is_working_day(absence.first + n * DAY) for n in range(length))


@pytest.mark.parametrize("days_per_year", [9.0, 40.0])
def test_sim_04_people_are_ill_as_often_as_the_scenario_says(days_per_year: float) -> None:
    """The mean of a hundred people in a year is within a sixth of it, a little below since the ill do not fall ill."""
    people = crew(100)
    absences = ill(people, days_per_year=days_per_year)
    mean = sum(working_days(each.absence) for each in absences) / len(people)

    assert days_per_year * 5 / 6 < mean < days_per_year * 1.15 * 251 / 230
    assert sum(working_days(each.absence) for each in absences) / len(absences) == pytest.approx(2.5, abs=0.2)


def test_sim_04_nobody_is_ill_where_nobody_is_to_be() -> None:
    """Zero days a year are none."""
    assert ill(crew(20), days_per_year=0.0) == []


def test_sim_04_illness_begins_on_a_working_day_and_ends_on_one() -> None:
    """From the day of the report on, of the reason illness, and never before the last spell is over."""
    absences = ill(crew(30), days_per_year=60.0)
    over: dict[str, dt.date] = {}

    assert len(absences) > 100
    for each in absences:
        assert each.absence.reason == "illness"
        assert each.absence.first <= each.absence.last
        assert ALMANAC.is_working_day(each.absence.first)
        assert ALMANAC.is_working_day(each.absence.last)
        assert each.absence.first > over.get(each.staff, dt.date.min)
        over[each.staff] = each.absence.last


def test_sim_02_nobodys_illness_hangs_on_who_else_works_here() -> None:
    """Somebody more, before or after, leaves everybody else's spells as they were."""
    people = crew(6)
    alone = ill(people[2:4], days_per_year=40.0)
    among = [each for each in ill(people, days_per_year=40.0) if each.staff in {"kari2", "kari3"}]

    assert among == alone != []


def test_sim_04_whoever_is_away_or_gone_does_not_fall_ill() -> None:
    """All year on leave, or no longer employed, nobody reports an illness."""
    away = evolve(KARI, absences=(Absence(YEAR, YEAR + 365 * DAY, "permisjon"),))
    gone = desk(KARI, start=YEAR)
    gone.office.do(ReportDeparture("kari"), "staff:kari")

    assert ill([away], days_per_year=200.0) == []
    assert ill([], days_per_year=200.0, office=gone) == []
    assert ill([KARI], days_per_year=200.0) != []
