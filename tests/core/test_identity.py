"""Personal numbers: read, made and masked.

Ordinary and help numbers here are of people born in 1901 or before; all others are of synthetic forms.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from saksgang.errors import InputRefused
from saksgang.identity import birth_date, birthday, is_synthetic, masked, synthetic_number

MALFORMED = [
    ("NO", "0302011008"),  # a digit short
    ("NO", "030201100811"),  # a digit long
    ("NO", "0302011008x"),
    ("NO", "03020110081\n"),
    ("NO", "٠٣٠٢٠١١٠٠٨١"),  # digits, but not ours
    ("NO", "03020-110081"),  # hyphen after the fifth digit
    ("NO", "03020110080"),  # second check digit
    ("NO", "03020110181"),  # transposed into a wrong first check digit
    ("NO", "30820110052"),  # 30 February
    ("NO", "01814560089"),  # individual number 600 was never used for a year 45
    ("NO", "01815475026"),  # nor 750 for a year 54
    ("NO", "01815350002"),  # nor 500 for a year 53
    ("NO", ""),
    ("DK", "720878124"),
    ("DK", "72087812480"),
    ("DK", "720878AAA8"),
    ("DK", "9208781248"),  # day 32
    ("DK", "7213781248"),  # month 13
    ("DK", "7288781248"),  # month + 80 is a Norwegian form
    ("DK", "4308011001"),  # day + 40 is a Norwegian form
]


@pytest.mark.parametrize(
    ("country", "number", "born"),
    [
        ("NO", "03020110081", date(1901, 2, 3)),
        ("NO", "030201 10081", date(1901, 2, 3)),
        ("NO", "43020110075", date(1901, 2, 3)),  # D-number
        ("NO", "03420110064", date(1901, 2, 3)),  # help number
        ("NO", "03670110000", date(1901, 2, 3)),  # Norsk helsenett's tests
        ("NO", "03820110047", date(1901, 2, 3)),
        ("NO", "43820110030", date(1901, 2, 3)),  # synthetic D-number
        ("NO", "12887830078", date(1978, 8, 12)),
        ("NO", "12887830159", date(1978, 8, 12)),
        ("DK", "0302011001", date(1901, 2, 3)),
        ("DK", "030201-1001", date(1901, 2, 3)),
        ("DK", "7208781248", date(1978, 8, 12)),
    ],
)
def test_cor_08_the_birth_date_is_decoded_from_every_form(country: str, number: str, born: date) -> None:
    """Ordinary, D-, help, test and synthetic numbers all give the birth date that was shifted into them."""
    assert birth_date(number, country) == born


@pytest.mark.parametrize(
    ("number", "year"),
    [
        ("01815450023", 1854),
        ("31929973901", 1899),
        ("12887800160", 1978),
        ("12887849968", 1978),
        ("12887890054", 1978),
        ("01814090082", 1940),
        ("01810050019", 2000),
        ("31923960085", 2039),
        ("31923997051", 2039),
    ],
)
def test_norwegian_individual_numbers_tell_the_century(number: str, year: int) -> None:
    """000-499 is the 1900s, 500-749 the 1800s from 54, 500-999 the 2000s to 39, 900-999 the 1900s from 40."""
    assert birth_date(number, "NO").year == year


@pytest.mark.parametrize(
    ("number", "year"),
    [
        ("7208070007", 1907),
        ("7208074002", 2007),
        ("6101364001", 2036),
        ("6101374007", 1937),
        ("7208785006", 1878),
        ("6101575002", 2057),
        ("6101585008", 1858),
        ("6101369003", 2036),
        ("6101379009", 1937),
    ],
)
def test_the_seventh_danish_digit_tells_the_century(number: str, year: int) -> None:
    """0-3 is the 1900s; 4 and 9 the 2000s to 36, else the 1900s; 5-8 the 2000s to 57, else the 1800s."""
    assert birth_date(number, "DK").year == year


def test_a_danish_number_without_modulus_11_is_a_number() -> None:
    """The check digit 1 would be right; 2 is accepted all the same, since such numbers are issued."""
    assert birth_date("0302011002", "DK") == date(1901, 2, 3)


@pytest.mark.parametrize(
    ("country", "number", "month_and_day"),
    [("DK", "7208781248", (8, 12)), ("NO", "12887830078", (8, 12)), ("NO", "29820050043", (2, 29))],
)
def test_the_birthday_is_month_and_day(country: str, number: str, month_and_day: tuple[int, int]) -> None:
    """The birthday is decoded, also for a synthetic number whose first digits are no date."""
    assert birthday(number, country) == month_and_day


@pytest.mark.parametrize(
    ("country", "number", "synthetic"),
    [
        ("NO", "03820110047", True),
        ("NO", "43820110030", True),
        ("NO", "038201-10047", True),
        ("DK", "7208781248", True),
        ("NO", "03020110081", False),
        ("NO", "43020110075", False),
        ("NO", "03420110064", False),  # month + 40: real patients have such numbers
        ("NO", "03670110000", False),  # month + 65
        ("DK", "0302011001", False),
        ("DK", "0302011002", False),  # failing modulus 11 proves nothing
    ],
)
def test_cor_08_only_impossible_forms_are_synthetic(country: str, number: str, synthetic: bool) -> None:
    """Norwegian month + 80 and Danish day + 60 cannot belong to anyone; every other form may."""
    assert is_synthetic(number, country) is synthetic


@pytest.mark.parametrize(
    ("country", "serial", "number"),
    [
        # Individual numbers 000 and 012 of this date have no check digits, 008 in Denmark neither.
        ("NO", 0, "12887800241"),
        ("NO", 1, "12887800160"),
        ("NO", 2, "12887800403"),
        ("NO", 3, "12887800322"),
        ("NO", 4, "12887800675"),
        ("NO", 5, "12887800594"),
        ("DK", 0, "7208780004"),
        ("DK", 1, "7208780039"),
        ("DK", 4, "7208780020"),
        ("DK", 6, "7208780098"),
    ],
)
def test_cor_08_synthetic_numbers_have_right_check_digits(country: str, serial: int, number: str) -> None:
    """Even serials are female and odd ones male; individual numbers without check digits are skipped."""
    assert synthetic_number(country, date(1978, 8, 12), serial) == number


@pytest.mark.parametrize("country", ["NO", "DK"])
@pytest.mark.parametrize("year", [1900, 1936, 1937, 1939, 1940, 1999, 2000, 2024, 2036])
def test_cor_08_synthetic_numbers_read_back(country: str, year: int) -> None:
    """300 serials of a date give 300 numbers, all synthetic and all of that date."""
    born = date(year, 2, 28)
    numbers = [synthetic_number(country, born, serial) for serial in range(300)]

    assert len(set(numbers)) == 300
    assert {birth_date(number, country) for number in numbers} == {born}
    assert all(is_synthetic(number, country) for number in numbers)


@pytest.mark.parametrize(
    ("country", "born", "serial", "word"),
    [
        ("NO", date(1978, 8, 12), -1, "serial"),
        ("NO", date(1978, 8, 12), 5000, "lower serial"),
        ("NO", date(2040, 1, 1), 0, "2040"),
        ("DK", date(2058, 1, 1), 0, "2058"),
        ("SE", date(1978, 8, 12), 0, "NO and DK"),
    ],
)
def test_numbers_that_cannot_be_made_are_refused(country: str, born: date, serial: int, word: str) -> None:
    """What stands in the way is said: the serial, the year or the country."""
    with pytest.raises(InputRefused, match=word):
        synthetic_number(country, born, serial)


@pytest.mark.parametrize(("country", "number"), MALFORMED)
@pytest.mark.parametrize("read", [birth_date, birthday, is_synthetic])
def test_cor_22_a_malformed_number_is_refused_without_being_repeated(
    read: Callable[[str, str], object], country: str, number: str
) -> None:
    """The refusal is one sentence of what was expected, and no part of the number is in it."""
    with pytest.raises(InputRefused) as caught:
        read(number, country)

    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert {"NO": "Norwegian one: 11 digits", "DK": "Danish one: 10 digits"}[country] in sentence
    assert not number or number not in sentence


def test_swapped_arguments_do_not_show_the_number_either() -> None:
    """A number that is passed as the country is not repeated in the refusal."""
    with pytest.raises(InputRefused, match="NO and DK") as caught:
        birth_date("NO", "12887830078")

    assert "12887830078" not in str(caught.value)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("12887830078", "***********"),
        ("7208781248", "**********"),
        ("720878-1248", "******-****"),
        ("720878 12", "****** **"),
        ("720878AAA8", "**********"),
        ("", ""),
    ],
)
def test_cor_08_a_masked_number_shows_nothing(number: str, shown: str) -> None:
    """Neither individual digits nor the birth date are left, also of a number with a typing error."""
    assert masked(number) == shown
