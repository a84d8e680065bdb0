"""What the check of a municipality's file says about the settings of this routine (PPT-03, PPT-04, PPT-11)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from saksgang.declarations import listed
from saksgang.legaltime import Almanac, Rule, due
from saksgang.records import StaffMember
from saksgang.settings import Finding
from saksgang_ppt_intake.coverage import UNKNOWN, Cell, cells, gaps, is_exception, never_reached, overlaps
from saksgang_ppt_intake.law import rule_in_force
from saksgang_ppt_intake.names import CASEWORKERS
from saksgang_ppt_intake.rows import ANY, OLDEST, same

if TYPE_CHECKING:
    from saksgang_ppt_intake.settings import Settings

__all__ = ["Municipality", "look"]

# A year of ordinary holidays to try the norm on: what it shows holds in any other.
TRIED_YEAR = 2027


class Municipality(Protocol):
    """What these findings need to know of a municipality."""

    @property
    def staff(self) -> Sequence[StaffMember]:
        """Everybody who works there."""
        ...


def look(settings: Settings, municipality: Municipality) -> Iterator[Finding]:
    """All findings, problems and warnings, in the order of the settings."""
    yield from _people(settings, municipality)
    yield from _rows(settings)
    yield from _category_names(settings)
    found = list(cells(settings.directory, [category.name for category in settings.categories]))
    yield from _coverage(settings, found)
    yield from _norm_and_limit(settings)


def _people(settings: Settings, municipality: Municipality) -> Iterator[Finding]:
    named = [("directory_fallback", settings.directory_fallback)]
    named += [(f"directory[{number}].to", rule.to) for number, rule in enumerate(settings.directory)]
    staff = {person.id: person for person in municipality.staff}
    fit = [person.id for person in municipality.staff if not CASEWORKERS.isdisjoint(person.roles)]
    for key, name in named:
        if name not in fit:
            wrong = f"has the roles {listed(staff[name].roles)}" if name in staff else "is not on the staff"
            sentence = f"{name!r} {wrong}, and a case goes to a fagansatt or a leder."
            yield Finding(key, sentence, f"Name one of: {listed(fit)}.")


def _rows(settings: Settings) -> Iterator[Finding]:
    names = [category.name for category in settings.categories]
    for number, rule in enumerate(settings.directory):
        if rule.category != ANY and not any(same(rule.category, name) for name in names):
            sentence = f"{rule.category!r} is no category of this routine."
            yield Finding(f"directory[{number}].category", sentence, f'Write one of: {listed(names)}, or "*".')
        if rule.youngest > rule.oldest:
            sentence = f"The lowest age {rule.youngest} is above the highest age {rule.oldest}."
            yield Finding(f"directory[{number}].youngest", sentence, "Write the lower age in youngest.")


def _category_names(settings: Settings) -> Iterator[Finding]:
    names = [category.name for category in settings.categories]
    if not names:
        yield Finding("categories", "There is no category, so that no document can be registered.", "Add one.")
    for number, name in enumerate(names):
        if any(same(name, earlier) for earlier in names[:number]):
            yield Finding(f"categories[{number}].name", f"The category {name!r} is there twice.", "Keep one of them.")


def _coverage(settings: Settings, found: Sequence[Cell]) -> Iterator[Finding]:
    unreached, before = never_reached(found), overlaps(found)
    for row in unreached:
        sentence = f"The row is never reached: {_rows_in_words(before[row])} take every case of it first."
        # A row that names somebody who will never get a case says what is not so: certainly a mistake.
        yield Finding(f"directory[{row}]", sentence, "Move it up or take it out.")
    for row in before:
        rules = settings.directory
        crossing = [first for first in before[row] if not is_exception(rules[first], rules[row])]
        if crossing and row not in unreached:
            sentence = f"The row overlaps {_rows_in_words(crossing)}; where both fit, the first row wins."
            yield Finding(f"directory[{row}]", sentence, "Leave it if that is meant.", refuses=False)
    for (institution, youngest, oldest), categories in gaps(found).items():
        where = "any other institution" if institution == ANY else institution
        what = "any category" if len(categories) == len(settings.categories) else listed(categories)
        ages = _ages_in_words(youngest, oldest)
        sentence = f"No row takes {what} from {where} {ages}; they fall to {settings.directory_fallback!r}."
        yield Finding("directory", sentence, "Leave it if that is meant, or add a row.", refuses=False)


def _ages_in_words(youngest: int, oldest: int) -> str:
    if youngest == UNKNOWN:
        return "where the age is not known"
    if oldest == OLDEST:
        return f"at the age of {youngest} or more" if youngest else "at any known age"
    return f"at the ages {youngest}-{oldest}"


def _rows_in_words(rows: Sequence[int]) -> str:
    return listed(f"directory[{row}]" for row in rows)


def _norm_and_limit(settings: Settings) -> Iterator[Finding]:
    almanac = Almanac("NO")
    first = dt.datetime(TRIED_YEAR, 1, 1, tzinfo=dt.UTC)
    limit = Rule.parse(rule_in_force("preliminary_reply", first.date()))
    norm = Rule(settings.reply_norm, "end of day")
    starts = [first + dt.timedelta(days=day) for day in range(365)]
    if any(due(start, norm, almanac) >= due(start, limit, almanac) for start in starts):
        sentence = (
            f'A norm of "{settings.reply_norm}" does not always end before the legal limit of one month, '
            "and then nobody is reminded of the preliminary reply."
        )
        yield Finding("reply_norm", sentence, 'Write a shorter norm, such as "15 working days".', refuses=False)
