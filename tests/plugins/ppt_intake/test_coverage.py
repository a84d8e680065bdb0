"""What the rows of the directory leave out and what they take twice (PPT-04)."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from saksgang_ppt_intake.coverage import UNKNOWN, Cell, cells, gaps, is_exception, never_reached, overlaps
from saksgang_ppt_intake.rows import DirectoryRule

CATEGORIES = ("Henvisning", "Henvendelse")


def looked_at(*rules: DirectoryRule) -> Sequence[Cell]:
    return list(cells(rules, CATEGORIES))


def test_ppt_04_gaps_name_institution_ages_and_categories() -> None:
    """Between and beside the ages of the rows nobody takes a case; neighbouring age groups are one gap."""
    found = looked_at(
        DirectoryRule("a", institution="Elv skole", youngest=6, oldest=12),
        DirectoryRule("b", institution="Elv skole", youngest=13, oldest=15, category="Henvisning"),
    )

    assert gaps(found) == {
        ("Elv skole", 0, 5): ["Henvisning", "Henvendelse"],
        ("Elv skole", 13, 15): ["Henvendelse"],
        ("Elv skole", 16, 120): ["Henvisning", "Henvendelse"],
        ("Elv skole", UNKNOWN, UNKNOWN): ["Henvisning", "Henvendelse"],
        ("*", 0, 120): ["Henvisning", "Henvendelse"],
        ("*", UNKNOWN, UNKNOWN): ["Henvisning", "Henvendelse"],
    }


def test_ppt_04_a_gap_ends_where_a_row_begins() -> None:
    """Below and above a row are two gaps, also for the same categories."""
    found = looked_at(DirectoryRule("a", youngest=6, oldest=12))

    assert list(gaps(found)) == [("*", 0, 5), ("*", 13, 120), ("*", UNKNOWN, UNKNOWN)]


def test_ppt_04_neighbouring_ages_without_the_same_categories_are_one_gap() -> None:
    """Two rows side by side leave the same category out: that is said once, for the ages of both."""
    found = looked_at(
        DirectoryRule("a", youngest=6, oldest=12, category="Henvisning"),
        DirectoryRule("b", youngest=13, oldest=15, category="Henvisning"),
    )

    assert list(gaps(found)) == [("*", 0, 5), ("*", 6, 15), ("*", 16, 120), ("*", UNKNOWN, UNKNOWN)]


def test_ppt_04_a_school_is_cut_at_the_ages_of_its_own_rows_only() -> None:
    """So that a directory of a hundred schools is looked at in a moment."""
    found = looked_at(
        DirectoryRule("a", institution="Elv skole", youngest=6, oldest=12),
        DirectoryRule("b", institution="Ås skole", youngest=13, oldest=15),
    )

    ages = [cell.youngest for cell in found if cell.institution == "Ås skole" and cell.category == "Henvisning"]
    assert ages == [0, 13, 16, UNKNOWN]


def test_ppt_04_a_row_from_the_first_birthday_leaves_out_those_before_it() -> None:
    """The youngest age of all is an age like others."""
    assert list(gaps(looked_at(DirectoryRule("a", youngest=1)))) == [("*", 0, 0), ("*", UNKNOWN, UNKNOWN)]


def test_ppt_04_ages_that_nobody_has_are_no_gap() -> None:
    """A row written from below birth to beyond all years cuts nothing off."""
    found = looked_at(DirectoryRule("a", youngest=-3, oldest=500, category="Henvisning"))

    assert gaps(found) == {("*", 0, 120): ["Henvendelse"], ("*", UNKNOWN, UNKNOWN): ["Henvendelse"]}


def test_ppt_04_rows_for_all_ages_leave_a_gap_where_the_age_is_not_known() -> None:
    """And one for children leaves the grown-up, too: both fall to the fallback without a word otherwise."""
    by_age = looked_at(DirectoryRule("a", oldest=12), DirectoryRule("b", youngest=13, oldest=119))

    assert list(gaps(by_age)) == [("*", 120, 120), ("*", UNKNOWN, UNKNOWN)]
    assert list(gaps(looked_at(DirectoryRule("a", oldest=20)))) == [("*", 21, 120), ("*", UNKNOWN, UNKNOWN)]


def test_ppt_04_a_last_row_for_every_age_is_reached_by_unknown_ages() -> None:
    """Two rows that take all ages between them take no case of unknown age."""
    found = looked_at(DirectoryRule("a", oldest=12), DirectoryRule("b", youngest=13), DirectoryRule("c"))

    assert never_reached(found) == []


def test_ppt_04_a_row_for_everything_leaves_no_gap() -> None:
    """A last row without conditions takes the rest."""
    assert gaps(looked_at(DirectoryRule("a", institution="Elv skole"), DirectoryRule("b"))) == {}


def test_ppt_04_a_row_behind_another_is_never_reached() -> None:
    """The same cases, or fewer, after a row that takes them all: nobody gets there."""
    found = looked_at(DirectoryRule("a", youngest=6, oldest=15), DirectoryRule("b", youngest=7, oldest=9))

    assert never_reached(found) == [1]


def test_ppt_04_a_row_behind_several_together_is_never_reached() -> None:
    """Two rows that only together take all cases of a third one hide it all the same."""
    found = looked_at(
        DirectoryRule("a", youngest=0, oldest=9),
        DirectoryRule("b", youngest=10, oldest=120),
        DirectoryRule("c", youngest=8, oldest=12),
    )

    assert never_reached(found) == [2]
    assert overlaps(found) == {2: [0, 1]}


def test_ppt_04_rows_that_cross_overlap() -> None:
    """Ages 10 to 12 fall to the first of two rows that both name them; both rows are reached."""
    found = looked_at(DirectoryRule("a", youngest=6, oldest=12), DirectoryRule("b", youngest=10, oldest=15))

    assert overlaps(found) == {1: [0]}
    assert never_reached(found) == []


def test_ppt_04_rows_side_by_side_do_not_overlap() -> None:
    """Different schools, ages or categories share no case."""
    found = looked_at(
        DirectoryRule("a", institution="Elv skole", youngest=6, oldest=12),
        DirectoryRule("b", institution="Elv skole", youngest=13, oldest=15),
        DirectoryRule("c", institution="Ås skole", youngest=6, oldest=12, category="Henvisning"),
        DirectoryRule("d", institution="Ås skole", youngest=6, oldest=12, category="Henvendelse"),
    )

    assert overlaps(found) == {}


def test_ppt_04_a_row_for_fewer_cases_before_the_row_for_all_is_an_exception() -> None:
    """What lies within the later row is meant to win, by category, school or age; the other way round it is not."""
    general = DirectoryRule("a", youngest=6, oldest=12)
    within = evolve(general, category="Henvendelse")

    assert is_exception(within, general)
    assert is_exception(evolve(general, institution="Elv skole"), general)
    assert is_exception(DirectoryRule("b", youngest=7, oldest=9), general)
    assert not is_exception(general, within)
    assert not is_exception(evolve(general, category="Drøfting"), within)
    assert not is_exception(general, DirectoryRule("b", youngest=10, oldest=15))
    assert not is_exception(DirectoryRule("b", youngest=7, oldest=9), evolve(general, institution="Elv skole"))


def test_ppt_04_a_row_that_takes_more_than_a_later_one_crosses_it() -> None:
    """A school for every category before a category for every school, and ages that reach beyond the later ones'."""
    school = DirectoryRule("a", institution="Elv skole", youngest=6, oldest=12)

    for later in (
        DirectoryRule("b", category="Henvisning"),
        DirectoryRule("b", youngest=10, oldest=12),
        DirectoryRule("b", youngest=6, oldest=10),
    ):
        assert not is_exception(school, later)
        assert overlaps(looked_at(school, later)) == {1: [0]}
    assert is_exception(evolve(school, category="henvisning"), DirectoryRule("b", category="Henvisning"))
    assert is_exception(school, DirectoryRule("b", youngest=6, oldest=12))
