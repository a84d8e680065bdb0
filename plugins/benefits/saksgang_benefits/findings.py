"""What the check of a municipality's file says about the settings of this routine (BEN-02, BEN-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from saksgang.declarations import listed
from saksgang.errors import InputRefused
from saksgang.legaltime import Rule, Unit
from saksgang.records import StaffMember
from saksgang.settings import Finding
from saksgang_benefits.birthdays import free_days, overlaps
from saksgang_benefits.names import CASEWORKER, PAYSLIPS
from saksgang_benefits.rows import day_of_year, in_words

if TYPE_CHECKING:
    from saksgang_benefits.settings import Settings

__all__ = ["Municipality", "look"]


EXAMPLE = "14 days, end of day, moved to a working day"
COUNTED = (Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS)


class Municipality(Protocol):
    """What these findings need to know of a municipality."""

    @property
    def staff(self) -> Sequence[StaffMember]:
        """Everybody who works there."""
        ...


def look(settings: Settings, municipality: Municipality) -> Iterator[Finding]:
    """All findings, problems and warnings, in the order of the settings."""
    yield from _people(settings, municipality)
    wrong = list(_days(settings))
    yield from wrong
    if not wrong:  # what lies over what can only be told of days that there are
        yield from _overlaps(settings)
        yield from _gaps(settings)
    if settings.allow_projected:
        sentence = "Rates that are only projected may be used for payments."
        yield Finding("allow_projected", sentence, "Leave it for a simulation; set false elsewhere.", refuses=False)
    if not _as_letters_say(settings.documentation_time):
        sentence = (
            "The letter tells the citizen of whole days, from the day after it to the end of a working day, and "
            f"{str(settings.documentation_time)!r} is not counted so."
        )
        yield Finding("documentation_time", sentence, f'Write for example "{EXAMPLE}".')
    if not settings.closing_words:
        yield Finding("closing_words", "There is no word, so that no case can be closed.", 'Add one, such as "ønske".')


def _as_letters_say(time: Rule) -> bool:
    """Whether the letter that asks for documentation tells the truth about a time (BEN-10)."""
    to_a_working_day = time.moves or time.duration.unit is Unit.WORKING_DAYS
    return time.duration.unit in COUNTED and time.whole_day and to_a_working_day


def _people(settings: Settings, municipality: Municipality) -> Iterator[Finding]:
    fit = [person.id for person in municipality.staff if CASEWORKER in person.roles]
    named = [("fallback_owner", settings.fallback_owner)]
    named += [(f"birthdays[{number}].owner", row.owner) for number, row in enumerate(settings.birthdays)]
    for key, name in named:
        if name not in fit:
            yield Finding(key, f"{name!r} is no {CASEWORKER} on the staff.", f"Name one of: {listed(fit)}.")
    for person in municipality.staff:
        if PAYSLIPS in person.roles and CASEWORKER not in person.roles:
            sentence = f"{person.id!r} has the role {PAYSLIPS} and cannot take a task, since all are for {CASEWORKER}."
            yield Finding("birthdays", sentence, f"Give {person.id!r} the role {CASEWORKER} too.")


def _days(settings: Settings) -> Iterator[Finding]:
    for number, row in enumerate(settings.birthdays):
        for name, text in (("first", row.first), ("last", row.last)):
            try:
                day_of_year(text)
            except InputRefused as refused:
                yield Finding(f"birthdays[{number}].{name}", str(refused), 'Write for example "29.02".')


def _overlaps(settings: Settings) -> Iterator[Finding]:
    for number, before, day in overlaps(settings.birthdays):
        sentence = f"The range overlaps birthdays[{before}]: {in_words(day)} would have two owners."
        yield Finding(f"birthdays[{number}]", sentence, "Let each day have one owner.")


def _gaps(settings: Settings) -> Iterator[Finding]:
    for first, last in free_days(settings.birthdays):
        sentence = (
            f"Nobody owns the birthdays from {in_words(first)} to {in_words(last)}; "
            f"they fall to {settings.fallback_owner!r}."
        )
        yield Finding("birthdays", sentence, "Leave it if that is meant, or add a range.", refuses=False)
