"""Whose citizen somebody is, by birthday; and how the ranges lie over the year (BEN-02)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from saksgang.commands import CreateTask
from saksgang.errors import InputRefused
from saksgang.identity import birthday
from saksgang.view import View
from saksgang_benefits.rows import ALL_DAYS, BirthdayRange, Day

if TYPE_CHECKING:
    from saksgang_benefits.settings import Settings

__all__ = ["distributed", "free_days", "overlaps", "owner_of", "personal_number_of"]


def owner_of(number: str, settings: Settings, country: str = "DK") -> str:
    """Who owns the birthday in a personal number; the fallback owner where nobody does or it cannot be read."""
    try:
        day = birthday(number, country)
    except InputRefused:
        return settings.fallback_owner
    return next((row.owner for row in settings.birthdays if row.takes(day)), settings.fallback_owner)


def distributed(task: CreateTask, settings: Settings, view: View) -> str:
    """Who gets a task of this routine by distribution: by the citizen's birthday, never the spouse's."""
    return owner_of(personal_number_of(task, view), settings, view.almanac.country)


def personal_number_of(task: CreateTask, view: View) -> str:
    """The number of the citizen whom a task concerns: the case's, else that of the document it is about."""
    if task.case:
        return view.case(task.case).personal_number
    try:
        return view.document(task.about).personal_number
    except KeyError:
        return ""


def overlaps(rows: Sequence[BirthdayRange]) -> Iterator[tuple[int, int, Day]]:
    """Each row that takes days of an earlier one: its number, the earlier one's, and the first day of both."""
    for number, row in enumerate(rows):
        for before, earlier in enumerate(rows[:number]):
            shared = next((day for day in row.days() if earlier.takes(day)), None)
            if shared is not None:
                yield number, before, shared


def free_days(rows: Sequence[BirthdayRange]) -> list[tuple[Day, Day]]:
    """The days that no row takes, as first and last day of each gap, in the order of the calendar."""
    gaps: list[tuple[Day, Day]] = []
    before: Day | None = None
    for day in ALL_DAYS:
        free = not any(row.takes(day) for row in rows)
        if free and before is not None:
            gaps[-1] = (gaps[-1][0], day)
        elif free:
            gaps.append((day, day))
        before = day if free else None
    return gaps
