"""Whose citizen somebody is, by birthday."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from saksgang.errors import InputRefused
from saksgang.identity import synthetic_number
from saksgang.office import RoutineDesk
from saksgang_benefits.birthdays import free_days, overlaps, owner_of
from saksgang_benefits.rows import ALL_DAYS, BirthdayRange, day_of_year, in_words
from tests.plugins.benefits.bench import SETTINGS, Bench, bench

ROUND = (BirthdayRange("01.12", "09.02", "vinter"), BirthdayRange("10.02", "30.11", "resten"))


@pytest.mark.parametrize(
    ("born", "owner"),
    [
        ("1989-05-01", "karla"),
        ("1989-08-12", "karla"),  # 12.08: as text 1208 would lie after 0909
        ("1989-09-09", "karla"),
        ("1989-09-10", "viggo"),
        ("1989-04-30", "viggo"),
        ("1988-02-29", "viggo"),
        ("1989-12-31", "viggo"),
        ("1989-01-01", "viggo"),
    ],
)
def test_ben_02_birthdays_are_compared_decoded(born: str, owner: str) -> None:
    """Month and day count, both ends included, round the New Year, with 29 February."""
    number = synthetic_number("DK", dt.date.fromisoformat(born), 0)

    assert owner_of(number, SETTINGS) == owner


@pytest.mark.parametrize("number", ["", "1208", "3202891234"])
def test_ben_02_an_unreadable_number_falls_to_the_fallback(number: str) -> None:
    """Nobody is left without an owner."""
    assert owner_of(number, evolve(SETTINGS, fallback_owner="mogens")) == "mogens"


def test_ben_02_a_gap_falls_to_the_fallback() -> None:
    """A day that nobody owns is the fallback owner's."""
    settings = evolve(SETTINGS, birthdays=(BirthdayRange("01.01", "30.06", "karla"),), fallback_owner="mogens")

    assert owner_of(synthetic_number("DK", dt.date(1989, 8, 12), 0), settings) == "mogens"


@given(st.sampled_from(ALL_DAYS), st.sampled_from(ALL_DAYS))
def test_ben_02_two_halves_of_a_year_cover_each_day_once(first: tuple[int, int], after: tuple[int, int]) -> None:
    """However the year is cut in two, each day has one owner, and nothing overlaps."""
    places = ALL_DAYS.index(first), ALL_DAYS.index(after)
    if places[0] == places[1]:
        return
    before = [in_words(ALL_DAYS[place - 1]) for place in places]
    rows = (
        BirthdayRange(in_words(first), before[1], "en"),
        BirthdayRange(in_words(after), before[0], "to"),
    )

    assert list(overlaps(rows)) == []
    assert free_days(rows) == []
    assert all(sum(row.takes(day) for row in rows) == 1 for day in ALL_DAYS)


def test_ben_02_overlaps_and_gaps_are_found() -> None:
    """A shared day names both rows; a gap names its first and last day."""
    rows = (BirthdayRange("01.01", "30.06", "en"), BirthdayRange("30.06", "24.12", "to"))

    assert list(overlaps(rows)) == [(1, 0, (6, 30))]
    assert free_days(rows) == [((12, 25), (12, 31))]


def test_ben_02_a_range_round_the_new_year_is_whole() -> None:
    """From December to February is 71 days in a leap year, not the rest of the year."""
    assert len(list(ROUND[0].days())) == 31 + 31 + 9
    assert list(overlaps(ROUND)) == []
    assert free_days(ROUND) == []


@pytest.mark.parametrize("text", ["30.02", "1.5", "0105", "05.13", ""])
def test_ben_02_what_is_no_day_is_refused(text: str) -> None:
    """Days are written as 01.05."""
    with pytest.raises(InputRefused, match="no day of the year"):
        day_of_year(text)


def test_ben_02_tasks_go_by_the_applicants_birthday_never_the_spouses(office: Bench) -> None:
    """The spouse is born in December, which is somebody else's."""
    case = office.apply()
    office.submit("Hændelse", sender="service:jobnet", event="Kontaktforløb oprettet på ægtefælle")

    assert {task.owner for task in office.view.tasks(case)} == {"karla"}
    assert office.case(case).responsible == "karla"


def test_ben_02_another_rule_of_the_municipality_is_asked_first() -> None:
    """The hook of another plugin names somebody else, and the birthday does not matter."""
    office = bench(others=(RoutineDesk("a_local_rule", distribute=lambda **_: "mogens"),))
    case = office.apply()

    assert office.task(case, "handle_application").owner == "mogens"
