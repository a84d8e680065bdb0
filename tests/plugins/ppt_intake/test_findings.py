"""What the check of a municipality's file says about the routine's settings (PPT-03, PPT-04, PPT-11)."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve, frozen

from saksgang.legaltime import Duration
from saksgang.records import StaffMember
from saksgang.settings import Finding
from saksgang_ppt_intake.rows import Category, DirectoryRule
from saksgang_ppt_intake.settings import Settings
from tests.plugins.ppt_intake.bench import STAFF

SOUND = Settings(directory_fallback="sjef_nord", directory=(DirectoryRule("nord1"),))


@frozen
class Fjellvik:
    """As much of a municipality as the findings look at."""

    staff: tuple[StaffMember, ...] = STAFF


def found(**changes: Any) -> dict[str, Finding]:
    return {finding.key: finding for finding in evolve(SOUND, **changes).findings(Fjellvik())}


def test_sound_settings_have_no_findings() -> None:
    """Rows for everybody, people with the right roles, a norm inside the limit: nothing to say."""
    assert found() == {}


@pytest.mark.parametrize("name", ["post", "ukjent"])
def test_ppt_04_cases_go_to_specialists_and_leaders_only(name: str) -> None:
    """A consultant, or somebody who is not on the staff, can be named neither in a row nor as fallback."""
    wrong = found(directory_fallback=name, directory=(DirectoryRule(name),))

    assert set(wrong) == {"directory_fallback", "directory[0].to"}
    assert all(finding.refuses for finding in wrong.values())
    assert "nord1, nord2, sor1, sjef_nord, sjef_sor" in wrong["directory_fallback"].suggestion


def test_ppt_04_an_unknown_category_is_refused_with_the_known_ones() -> None:
    """A row for a category that nobody can register would never take a case."""
    wrong = found(directory=(DirectoryRule("nord1"), DirectoryRule("nord2", category="Klage")))

    assert wrong["directory[1].category"].refuses
    assert "Fornyet henvisning" in wrong["directory[1].category"].suggestion


def test_ppt_04_a_known_category_is_accepted_in_any_letter_case() -> None:
    """The directory is as forgiving about names as about those of schools."""
    assert found(directory=(DirectoryRule("nord2", category="henvisning"), DirectoryRule("nord1"))) == {}


def test_ppt_04_ages_the_wrong_way_round_are_refused() -> None:
    """The lowest age stands in youngest."""
    wrong = found(directory=(DirectoryRule("nord1", youngest=12, oldest=6), DirectoryRule("nord1")))

    assert list(wrong) == ["directory[0].youngest"]
    assert wrong["directory[0].youngest"].refuses


def test_ppt_04_a_row_may_be_for_a_single_year() -> None:
    """The children who begin at school, for instance."""
    assert found(directory=(DirectoryRule("nord2", youngest=6, oldest=6), DirectoryRule("nord1"))) == {}


def test_ppt_04_a_row_that_is_never_reached_is_refused() -> None:
    """Such a row says who gets a case, and it is not so."""
    wrong = found(directory=(DirectoryRule("nord1"), DirectoryRule("nord2", youngest=6, oldest=9)))

    assert wrong["directory[1]"].refuses
    assert "directory[0]" in wrong["directory[1]"].sentence


def test_ppt_04_an_overlap_is_reported_and_allowed() -> None:
    """First match wins, so an overlap may be meant: it is told, and the office opens."""
    rows = DirectoryRule("nord1", youngest=0, oldest=9), DirectoryRule("nord2", youngest=9), DirectoryRule("sor1")
    wrong = found(directory=rows)

    assert list(wrong) == ["directory[1]"]
    assert not wrong["directory[1]"].refuses


def test_ppt_04_a_gap_is_reported_with_who_gets_its_cases() -> None:
    """What no row takes falls to the fallback, and the check says what that is."""
    directory = (DirectoryRule("nord1", youngest=6, oldest=15),)
    wrong = found(directory=directory)

    assert list(wrong) == ["directory"]
    assert not wrong["directory"].refuses
    assert "'sjef_nord'" in wrong["directory"].sentence
    told = [finding.sentence for finding in evolve(SOUND, directory=directory).findings(Fjellvik())]
    assert [sentence.partition(";")[0] for sentence in told] == [
        "No row takes any category from any other institution at the ages 0-5",
        "No row takes any category from any other institution at the age of 16 or more",
        "No row takes any category from any other institution where the age is not known",
    ]
    (first, _) = evolve(SOUND, directory=()).findings(Fjellvik())
    assert "from any other institution at any known age" in first.sentence


def test_ppt_04_rows_that_cross_are_reported() -> None:
    """A school for every category, then a category for every school: which of them is meant nobody can see."""
    rows = (
        DirectoryRule("nord1", institution="Elvebakken skole"),
        DirectoryRule("nord2", category="Henvisning"),
        DirectoryRule("sor1"),
    )
    wrong = found(directory=rows)

    assert list(wrong) == ["directory[1]"]
    assert "overlaps directory[0]" in wrong["directory[1]"].sentence


def test_ppt_03_a_category_stands_there_once() -> None:
    """Two rows of one name could say two things about the same subject."""
    wrong = found(categories=(Category("Henvisning"), Category("henvisning ")))

    assert wrong["categories[1].name"].refuses


def test_ppt_03_there_is_a_category() -> None:
    """Without any, nothing could be registered."""
    assert found(categories=())["categories"].refuses


@pytest.mark.parametrize(
    ("norm", "told"),
    [("15 working days", False), ("27 days", False), ("28 days", True), ("30 working days", True)],
)
def test_ppt_11_a_norm_that_leaves_no_time_before_the_limit_is_reported(norm: str, *, told: bool) -> None:
    """The reminder of the preliminary reply comes when the norm is over; so it has to end earlier, in February too."""
    wrong = found(reply_norm=Duration.parse(norm))

    assert ("reply_norm" in wrong) is told
    assert not any(finding.refuses for finding in wrong.values())
