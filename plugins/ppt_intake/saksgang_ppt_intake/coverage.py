"""How the rows of the directory lie over the cases that can come: what overlaps, what nobody takes (PPT-04).

Institutions, ages and categories are cut into cells inside which every case falls to the same row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from saksgang_ppt_intake.rows import ANY, OLDEST, DirectoryRule, same

__all__ = ["UNKNOWN", "Cell", "cells", "gaps", "is_exception", "never_reached", "overlaps"]

# The age group of the cases whose year of birth nobody knows, which only rows for every age take.
UNKNOWN = -1


@frozen
class Cell:
    """Cases that the directory cannot tell apart.

    Attributes:
        institution: a name that the directory has, or ``"*"`` for all that it does not name.
        youngest: the lowest age of the cell, ``UNKNOWN`` where the age is not known.
        oldest: the highest age of the cell.
        rows: the numbers of the rows that take it, the winner first.
    """

    institution: str
    youngest: int
    oldest: int
    category: str
    rows: tuple[int, ...]


def cells(rules: Sequence[DirectoryRule], categories: Sequence[str]) -> Iterator[Cell]:
    """All cells, by institution, age and category."""
    for institution in _institutions(rules):
        near = [(number, rule) for number, rule in enumerate(rules) if rule.takes_institution(institution)]
        for youngest, oldest in _age_groups([rule for _, rule in near]):
            age = None if youngest == UNKNOWN else youngest
            for category in categories:
                rows = tuple(number for number, rule in near if rule.takes(institution, age, category))
                yield Cell(institution, youngest, oldest, category, rows)


def _institutions(rules: Sequence[DirectoryRule]) -> list[str]:
    names: list[str] = []
    for rule in rules:
        if rule.institution != ANY and not any(same(rule.institution, name) for name in names):
            names.append(rule.institution)
    return [*names, ANY]


def _age_groups(rules: Sequence[DirectoryRule]) -> list[tuple[int, int]]:
    borders = {0, OLDEST + 1}
    for rule in rules:
        borders |= {border for border in (rule.youngest, rule.oldest + 1) if 0 < border <= OLDEST}
    ordered = sorted(borders)
    return [*((first, after - 1) for first, after in pairwise(ordered)), (UNKNOWN, UNKNOWN)]


def never_reached(found: Sequence[Cell]) -> list[int]:
    """The rows that take cases, but each of them after another row."""
    taking = {row for cell in found for row in cell.rows}
    winning = {cell.rows[0] for cell in found if cell.rows}
    return sorted(taking - winning)


def overlaps(found: Sequence[Cell]) -> dict[int, list[int]]:
    """For each row the earlier ones that take some of its cases before it."""
    earlier: dict[int, set[int]] = {}
    for cell in found:
        for place, row in enumerate(cell.rows):
            earlier.setdefault(row, set()).update(cell.rows[:place])
    return {row: sorted(before) for row, before in sorted(earlier.items()) if before}


def is_exception(row: DirectoryRule, later: DirectoryRule) -> bool:
    """Whether a row takes nothing but cases of the later one, as an exception before its rule does.

    A row that takes other cases, too, only crosses the later one.
    """
    return (
        later.takes_institution(row.institution)
        and later.youngest <= row.youngest <= row.oldest <= later.oldest
        and (later.category == ANY or same(later.category, row.category))
    )


def gaps(found: Sequence[Cell]) -> dict[tuple[str, int, int], list[str]]:
    """Categories that no row takes, by institution and age group, unknown age included; neighbours are joined."""
    free: dict[tuple[str, int, int], list[str]] = {}
    for cell in found:
        if not cell.rows:
            free.setdefault((cell.institution, cell.youngest, cell.oldest), []).append(cell.category)
    joined: dict[tuple[str, int, int], list[str]] = {}
    for (institution, youngest, oldest), categories in free.items():
        last = next(reversed(joined), None)
        if last and (last[0], last[2]) == (institution, youngest - 1) and joined[last] == categories:
            joined[(institution, last[1], oldest)] = joined.pop(last)
        else:
            joined[(institution, youngest, oldest)] = categories
    return joined
