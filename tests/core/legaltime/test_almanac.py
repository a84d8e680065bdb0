"""Working days, bank days and clocks against published calendars (COR-14, BEN-23)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from saksgang.errors import InputRefused
from saksgang.legaltime import Almanac

NORWAY, DENMARK = Almanac("NO"), Almanac("DK")

# The day number of the last bank day, January to December, by Nationalbanken's rule.
LAST_BANK_DAYS = {
    2024: (31, 29, 27, 30, 31, 28, 31, 30, 30, 31, 29, 30),
    2025: (31, 28, 31, 30, 28, 30, 31, 29, 30, 31, 28, 30),
    2026: (30, 27, 31, 30, 29, 30, 31, 31, 30, 30, 30, 30),
    2027: (29, 26, 31, 30, 31, 30, 30, 31, 30, 29, 30, 30),
}

# Nationalbanken's published closing days on weekdays.
CLOSED_2026 = "01-01 04-02 04-03 04-06 05-14 05-15 05-25 06-05 12-24 12-25 12-31"
CLOSED_2027 = "01-01 03-25 03-26 03-29 05-06 05-07 05-17 12-24 12-31"


@pytest.mark.parametrize("year", sorted(LAST_BANK_DAYS))
def test_ben_23_the_last_bank_day_of_each_month(year: int) -> None:
    """The Danish last bank days of 2024 to 2027 are the published ones; May 2025 ends on the 28th."""
    found = tuple(DENMARK.last_bank_day(year, month) for month in range(1, 13))
    assert found == tuple(date(year, month, day) for month, day in enumerate(LAST_BANK_DAYS[year], 1))


@pytest.mark.parametrize(("year", "closed"), [(2026, CLOSED_2026), (2027, CLOSED_2027)])
def test_cor_14_danish_banks_close_on_the_published_days(year: int, closed: str) -> None:
    """Over whole years no weekday is closed but those that Nationalbanken lists."""
    days = [date.fromordinal(n) for n in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())]
    found = [f"{day:%m-%d}" for day in days if day.weekday() < 5 and not DENMARK.is_bank_day(day)]
    assert found == closed.split()


@pytest.mark.parametrize(
    ("day", "norway", "denmark"),
    [
        (date(2024, 5, 17), False, True),  # Grunnlovsdag, a Friday
        (date(2026, 5, 1), False, True),  # 1 May, a Friday
        (date(2026, 6, 5), True, True),  # Grundlovsdag is closed in banks only
        (date(2026, 12, 24), True, True),
        (date(2026, 12, 31), True, True),
        (date(2026, 4, 2), False, False),  # Maundy Thursday
        (date(2026, 4, 3), False, False),
        (date(2026, 4, 6), False, False),
        (date(2026, 4, 7), True, True),
        (date(2026, 5, 14), False, False),  # Ascension
        (date(2026, 5, 15), True, True),
        (date(2023, 5, 5), True, False),  # the last store bededag
        (date(2024, 4, 26), True, True),  # would have been store bededag
        (date(2026, 1, 3), False, False),  # a Saturday
        (date(2026, 1, 4), False, False),
    ],
)
def test_cor_14_working_days(day: date, norway: bool, denmark: bool) -> None:
    """Named dates are working days or not, country by country."""
    assert NORWAY.is_working_day(day) is norway
    assert DENMARK.is_working_day(day) is denmark


def test_cor_14_bank_days_differ_from_working_days_in_denmark_only() -> None:
    """The Friday after Ascension, 5 June, 24 and 31 December: closed in Danish banks, open in Norway."""
    extra = (date(2026, 5, 15), date(2026, 6, 5), date(2026, 12, 24), date(2026, 12, 31))
    assert [DENMARK.is_bank_day(day) for day in extra] == [False] * 4
    assert [NORWAY.is_bank_day(day) for day in extra] == [True] * 4


def test_cor_13_holidays_have_the_names_of_their_country() -> None:
    """A holiday is named in Norwegian or Danish, and an ordinary day has no name."""
    assert NORWAY.holiday_name(date(2026, 4, 2)) == "Skjærtorsdag"
    assert DENMARK.holiday_name(date(2026, 4, 2)) == "Skærtorsdag"
    assert NORWAY.holiday_name(date(2026, 5, 17)) == "Grunnlovsdag"
    assert NORWAY.holiday_name(date(2026, 12, 24)) is None


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 1, 3), "Saturday"),
        (date(2026, 1, 4), "Sunday"),
        (date(2026, 5, 14), "Kristi himmelfartsdag"),
        (date(2026, 4, 5), "Første påskedag"),
        (date(2026, 1, 5), ""),
    ],
)
def test_cor_13_a_closed_day_says_why(day: date, why: str) -> None:
    """A holiday's name goes before the weekday, and a working day gives no reason."""
    assert NORWAY.why_not_working(day) == why


def test_next_working_day_leaves_easter() -> None:
    """The next working day is the day itself, or the first after a row of closed days."""
    assert NORWAY.next_working_day(date(2026, 4, 1)) == date(2026, 4, 1)
    assert NORWAY.next_working_day(date(2026, 4, 2)) == date(2026, 4, 7)


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, date(2026, 4, 4)), (1, date(2026, 4, 7)), (4, date(2026, 4, 10)), (-1, date(2026, 4, 1))],
)
def test_working_days_are_counted_either_way(number: int, expected: date) -> None:
    """From Easter Saturday the first working day ahead is Tuesday, the first one back is Wednesday."""
    assert NORWAY.add_working_days(date(2026, 4, 4), number) == expected


@pytest.mark.parametrize("almanac", [NORWAY, DENMARK])
@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        (date(2026, 1, 5), time(12), datetime(2026, 1, 5, 11, tzinfo=UTC)),
        (date(2026, 7, 1), time(0), datetime(2026, 6, 30, 22, tzinfo=UTC)),
        (date(2026, 3, 29), time(1, 59), datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        (date(2026, 3, 29), time(2, 0), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (date(2026, 3, 29), time(2, 30), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (date(2026, 3, 29), time(2, 59, 30), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (date(2026, 3, 29), time(3, 0), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (date(2026, 10, 25), time(2, 30, fold=1), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        (date(2026, 10, 25), time(3, 0), datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
    ],
)
def test_cor_14_local_clock_to_utc(almanac: Almanac, day: date, clock: time, expected: datetime) -> None:
    """A missing spring minute becomes the first that exists; of a double autumn minute the first is meant."""
    found = almanac.instant(day, clock)
    assert found == expected
    assert found.tzinfo is UTC


def test_cor_14_utc_to_local_clock() -> None:
    """An instant shows the local clock of its season."""
    assert NORWAY.local(datetime(2026, 1, 5, 23, 30, tzinfo=UTC)).isoformat() == "2026-01-06T00:30:00+01:00"
    assert DENMARK.local(datetime(2026, 7, 5, 23, 30, tzinfo=UTC)).isoformat() == "2026-07-06T01:30:00+02:00"


def test_almanacs_are_values_with_the_zone_of_their_country() -> None:
    """Two almanacs of one country are equal, and a zone may be given."""
    assert Almanac("NO") == Almanac("NO", "Europe/Oslo")
    assert DENMARK.zone == "Europe/Copenhagen"
    assert Almanac("NO", "Arctic/Longyearbyen") != NORWAY


@pytest.mark.parametrize(
    "arguments",
    [
        ("SE",),
        ("SE", "Europe/Oslo"),
        ("NO", "Europe/Olso"),
        ("NO", "../x"),
        ("NO", "Europe"),
        ("NO", "a\0b"),
        ("NO", ""),
    ],
)
def test_an_unknown_country_or_zone_is_refused(arguments: tuple[str, ...]) -> None:
    """A misspelt country or zone is refused in words when the almanac is made."""
    with pytest.raises(InputRefused, match="write"):
        Almanac(*arguments)


def test_a_year_or_month_outside_the_almanac_is_refused() -> None:
    """Years outside 1900 to 2200 and months that do not exist are refused by every way in."""
    for day in (date(1899, 12, 31), date(2201, 1, 1)):
        with pytest.raises(InputRefused, match="1900 to 2200"):
            NORWAY.is_working_day(day)
        with pytest.raises(InputRefused, match="1900 to 2200"):
            NORWAY.instant(day, time(12))
        with pytest.raises(InputRefused, match="1900 to 2200"):
            NORWAY.local(datetime.combine(day, time(12), UTC))
    with pytest.raises(InputRefused, match="month 13"):
        DENMARK.last_bank_day(2026, 13)


def test_a_year_without_known_holidays_is_refused_not_taken_for_all_working() -> None:
    """The library knows no holidays of 2150: that is said, and 25 December is no working day by silence."""
    with pytest.raises(InputRefused, match="No holidays of NO are known for the year 2150"):
        NORWAY.is_working_day(date(2150, 12, 25))


def test_a_moment_in_the_place_of_a_date_is_refused() -> None:
    """A datetime equals no date, so that holidays would pass as working days: it is refused."""
    with pytest.raises(InputRefused, match="local date"):
        NORWAY.is_working_day(datetime(2026, 12, 25, 12, tzinfo=UTC))


def test_a_time_without_a_zone_is_refused() -> None:
    """An instant that does not say its zone could be off by hours: it is refused."""
    with pytest.raises(InputRefused, match="no zone"):
        NORWAY.local(datetime(2026, 1, 5, 12))


@pytest.mark.parametrize("zone", ["Europe/Oslo", "Africa/Cairo", "Atlantic/Azores", "Australia/Lord_Howe"])
def test_cor_14_a_local_time_is_the_instant_at_which_clocks_show_it(zone: str) -> None:
    """On each day of a year, also where clocks are changed at midnight or by half an hour; of two, the one meant."""
    almanac, tz = Almanac("NO", zone), ZoneInfo(zone)
    clocks = (
        time(0, 0),
        time(0, 30),
        time(2, 30),
        time(12, 0, 7),
        time(23, 59),
        time(0, 30, fold=1),
        time(2, 30, fold=1),
    )
    for number in range(365):
        day = date(2026, 1, 1) + timedelta(days=number)
        for clock in clocks:
            instant, wall = almanac.instant(day, clock), datetime.combine(day, clock, tz)
            assert instant.astimezone(tz).replace(fold=0) >= wall.replace(fold=0)
            if wall.astimezone(UTC).astimezone(tz) == wall:
                assert (instant, instant.tzinfo) == (wall.astimezone(UTC), UTC)
