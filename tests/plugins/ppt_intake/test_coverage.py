"""What the rows of the directory leave out and what they take twice (PPT-04)."""

from __future__ import annotations

from collections.abc import Sequence

from saksgang_ppt_intake.coverage import Cell, cells, gaps, is_exception, never_reached, overlaps
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
        ("Elv skole", 16, 20): ["Henvisning", "Henvendelse"],
        ("*", 0, 20): ["Henvisning", "Henvendelse"],
    }


def test_ppt_04_a_gap_ends_where_a_row_begins() -> None:
    """Below and above a row are two gaps, also for the same categories."""
    found = looked_at(DirectoryRule("a", youngest=6, oldest=12))

    assert list(gaps(found)) == [("*", 0, 5), ("*", 13, 20)]


def test_ppt_04_ages_that_nobody_has_are_no_gap() -> None:
    """A row written from below birth to beyond all years cuts nothing off."""
    found = looked_at(DirectoryRule("a", youngest=-3, oldest=500, category="Henvisning"))

    assert gaps(found) == {("*", 0, 20): ["Henvendelse"]}


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


def test_ppt_04_a_row_for_one_category_before_the_row_for_all_is_an_exception() -> None:
    """What names a category or school the other leaves open is meant to win; the other way round it is not."""
    general = DirectoryRule("a", youngest=6, oldest=12)

    assert is_exception(DirectoryRule("b", category="Henvendelse"), general)
    assert is_exception(DirectoryRule("b", institution="Elv skole"), general)
    assert not is_exception(general, DirectoryRule("b", category="Henvendelse"))
    assert not is_exception(DirectoryRule("b", category="Drøfting"), DirectoryRule("c", category="Henvendelse"))
    assert not is_exception(general, DirectoryRule("b", youngest=10, oldest=15))
