"""What the check of a municipality's file says about the settings of this routine (MON-03, MON-09, MON-10, MON-13)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from saksgang.declarations import listed
from saksgang.legaltime import Unit
from saksgang.records import StaffMember
from saksgang.settings import Finding
from saksgang_long_term_monitoring.names import SAKSBEHANDLER
from saksgang_long_term_monitoring.rows import CONTINUE, EFFECTS, WAKE, OutcomeRow

if TYPE_CHECKING:
    from saksgang_long_term_monitoring.settings import Settings

__all__ = ["LONGEST", "Municipality", "look"]

LONGEST = 120  # months: longer than any claim lives
DAYS = (Unit.MONTHS, Unit.DAYS, Unit.WORKING_DAYS)
# A claim with three years to live, seen four months before it lapses: longer intervals are refused on each such case.
LIVES = 32


class Municipality(Protocol):
    """What these findings need to know of a municipality."""

    @property
    def staff(self) -> Sequence[StaffMember]:
        """Everybody who works there."""
        ...


def look(settings: Settings, municipality: Municipality) -> Iterator[Finding]:
    """All findings, problems and warnings, in the order of the settings."""
    if not any(SAKSBEHANDLER in person.roles and not person.gone for person in municipality.staff):
        yield Finding("first_interval", f"Nobody has the role {SAKSBEHANDLER!r}.", "Give it to who reviews the cases.")
    yield from _intervals(settings)
    yield from _checklist(settings.checklist)
    yield from _outcomes(settings.outcomes)
    if settings.session.unit is not Unit.WEEKDAY:
        yield Finding("session", f'"{settings.session}" is no weekday and time.', 'Write for example "monday 09:00".')
    if settings.limitation_margin.unit is not Unit.MONTHS:
        wrong = f'"{settings.limitation_margin}" is not in months, and the last review day is counted in months.'
        yield Finding("limitation_margin", wrong, 'Write for example "4 months".')


def _intervals(settings: Settings) -> Iterator[Finding]:
    for key in ("first_interval", "interval", "finance_check"):
        given = getattr(settings, key)
        if given.unit not in DAYS:
            yield Finding(key, f'"{given}" does not end on a day of its own.', 'Write for example "6 months".')
        elif given.unit is Unit.MONTHS and given.number > LIVES:
            wrong = f'"{given}" is longer than most claims live: it is refused where no enforcement basis is there.'
            yield Finding(key, wrong, 'Write a shorter one, such as "6 months".', refuses=False)


def _checklist(points: Sequence[str]) -> Iterator[Finding]:
    if not points:
        yield Finding("checklist", "There is no point to tick, so that nothing is looked at.", "Add one.")
    for number, point in enumerate(points):
        if not point.strip() or point in points[:number]:
            yield Finding(f"checklist[{number}]", f"The point {point!r} is empty or there twice.", "Take it out.")


def _outcomes(rows: Sequence[OutcomeRow]) -> Iterator[Finding]:
    for effect in (CONTINUE, WAKE):
        if not any(row.effect == effect for row in rows):
            yield Finding("outcomes", f"No outcome has the effect {effect!r}.", f"Add a row with it, see {effect}.")
    names = [row.name for row in rows]
    for number, row in enumerate(rows):
        if not row.name.strip() or row.name in names[:number]:
            yield Finding(f"outcomes[{number}].name", f"The name {row.name!r} is empty or there twice.", "Change it.")
        if row.effect not in EFFECTS:
            wrong = f"{row.effect!r} is no effect."
            yield Finding(f"outcomes[{number}].effect", wrong, f"Write one of: {listed(EFFECTS)}.")
        if not 0 <= row.months <= (LONGEST if row.effect == CONTINUE else 0):
            wrong = f"{row.months} months cannot be: 0 to {LONGEST}, and only where monitoring continues."
            yield Finding(f"outcomes[{number}].months", wrong, "Correct it or leave it out.")
