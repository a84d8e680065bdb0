"""The caseworker directory: first match wins, the fallback takes the rest (PPT-04)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from saksgang_ppt_intake.directory import Proposal, age_in, proposed
from saksgang_ppt_intake.rows import DirectoryRule
from tests.plugins.ppt_intake.bench import SETTINGS

DAY = dt.date(2026, 11, 16)
FALLBACK = Proposal("sjef_nord", "directory_fallback")


@pytest.mark.parametrize(
    ("facts", "category", "wanted"),
    [
        ({"institution": "Elvebakken skole", "birth_year": 2020}, "Henvisning", Proposal("nord1", "directory[0]")),
        ({"institution": "Elvebakken skole", "birth_year": 2014}, "Henvisning", Proposal("nord1", "directory[0]")),
        ({"institution": "Elvebakken skole", "birth_year": 2013}, "Henvisning", Proposal("nord2", "directory[1]")),
        ({"institution": "  elvebakken   SKOLE", "birth_year": 2018}, "Henvisning", Proposal("nord1", "directory[0]")),
        ({"institution": "Elvebakken skole", "birth_year": 2021}, "Henvisning", FALLBACK),
        ({"institution": "Elvebakken skole", "birth_year": 2010}, "Henvisning", FALLBACK),
        ({"institution": "Elvebakken skole"}, "Henvisning", FALLBACK),
        ({"institution": "Elvebakken skole", "birth_year": "2018"}, "Henvisning", FALLBACK),
        ({"institution": 7, "birth_year": True}, "Henvisning", FALLBACK),
        ({"institution": "Lia barnehage", "birth_year": 2022}, "Henvendelse", Proposal("sjef_sor", "directory[2]")),
        ({}, "Henvendelse", Proposal("sjef_sor", "directory[2]")),
        ({}, "Henvisning", FALLBACK),
    ],
)
def test_ppt_04_the_first_row_that_takes_the_case_wins(facts: dict[str, Any], category: str, wanted: Proposal) -> None:
    """The rows are tried in order by institution, age of the year and category, then the fallback is named."""
    assert proposed(SETTINGS, facts, category, DAY) == wanted


def test_ppt_04_age_is_that_of_the_year_of_receipt() -> None:
    """Schools reckon by year of birth: born in 2014, twelve all through 2026."""
    assert age_in(2026, 2014) == 12
    assert age_in(2026, None) is None
    assert age_in(2026, True) is None


def test_ppt_04_a_case_of_unknown_age_goes_past_rows_with_ages() -> None:
    """A row for some ages does not take a case whose age nobody knows; a row for all ages does."""
    assert not DirectoryRule("x", youngest=1).takes_age(None)
    assert not DirectoryRule("x", oldest=19).takes_age(None)
    assert DirectoryRule("x").takes_age(None)
