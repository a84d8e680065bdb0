"""What the check of a municipality's file says about the settings of this routine (COR-20, MSG-11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from saksgang.declarations import listed
from saksgang.legaltime import Unit
from saksgang.records import StaffMember
from saksgang.settings import Finding
from saksgang_home_care_messages.gaps import open_gaps
from saksgang_home_care_messages.labels import STATUSES, STEPS, canonical
from saksgang_home_care_messages.names import DONE, IN_PROGRESS, ROLES, SERVICE

if TYPE_CHECKING:
    from saksgang_home_care_messages.rows import MessageType, Step
    from saksgang_home_care_messages.settings import Settings

__all__ = ["Municipality", "look"]


class Municipality(Protocol):
    """What these findings need to know of a municipality."""

    @property
    def staff(self) -> Sequence[StaffMember]:
        """Everybody who works there."""
        ...


def look(settings: Settings, municipality: Municipality) -> Iterator[Finding]:
    """All findings, problems and warnings, in the order of the settings."""
    for place, row in _placed(settings):
        yield from _type(place, row)
    yield from _names(settings)
    yield from _people(settings, municipality)
    yield from _notices(settings)
    yield from _gaps(settings)


def _placed(settings: Settings) -> Iterator[tuple[str, MessageType]]:
    for table in ("types", "more_types"):
        for number, row in enumerate(getattr(settings, table)):
            yield f"{table}[{number}]", row


def _type(place: str, row: MessageType) -> Iterator[Finding]:
    yield from _steps(f"{place}.steps", row.steps)
    for key, status in (("in_progress", IN_PROGRESS), ("done", DONE)):
        if canonical(getattr(row, key)) != status:
            wrong = f"{getattr(row, key)!r} is no word for {STATUSES[status].nb}."
            yield Finding(f"{place}.{key}", wrong, f'Write "{status}".')
    if not row.forwards_content and any(step.do == "forward" for step in row.steps):
        wrong = f"The content of {row.name!r} is not forwarded, and one of its steps is to forward it."
        yield Finding(f"{place}.forwards_content", wrong, "Take the step out, or write true.")
    if not row.responsible:
        yield Finding(f"{place}.responsible", "Nobody is responsible.", f'Write a role, or "{SERVICE}".')


def _steps(place: str, steps: Sequence[Step]) -> Iterator[Finding]:
    names = [step.do for step in steps]
    for number, name in enumerate(names):
        if name not in STEPS:
            yield Finding(f"{place}[{number}].do", f"There is no step {name!r}.", f"Write one of: {listed(STEPS)}.")
        elif name in names[:number]:
            yield Finding(f"{place}[{number}].do", f"The step {name!r} is there twice.", "Keep one of them.")
    if names and names[-1] != "set_done":
        yield Finding(place, "The last step is not set_done, so no message would end.", 'Add { do = "set_done" }.')


def _names(settings: Settings) -> Iterator[Finding]:
    known = [row.name for row in settings.all_types()]
    named = [("unsorted_type", settings.unsorted_type)]
    named += [(f"{table}.{name}", name) for table in ("steps", "final_reply") for name in getattr(settings, table)]
    for key, name in named:
        if name not in known:
            yield Finding(key, f"{name!r} is no type of message.", f"Write one of: {listed(known)}.")
    for name, steps in settings.steps.items():
        yield from _steps(f"steps.{name}", steps)


def _people(settings: Settings, municipality: Municipality) -> Iterator[Finding]:
    there = {role for person in municipality.staff for role in person.roles}
    named = [(f"services[{n}].responsible", row.responsible) for n, row in enumerate(settings.services)]
    for place, row in _placed(settings):
        named += [(f"{place}.responsible", role) for role in row.responsible]
        named += [(f"{place}.steps[{n}].by", role) for n, step in enumerate(row.steps) for role in step.by]
    for key, role in named:
        if role not in ROLES and role != SERVICE:
            yield Finding(key, f"There is no role {role!r}.", f'Write one of: {listed(ROLES)}, or "{SERVICE}".')
    # The queue is that of the first role: only there has somebody to be.
    first = [(f"{place}.responsible", row.responsible[:1]) for place, row in _placed(settings)]
    first += [(f"{place}.steps", step.by[:1]) for place, row in _placed(settings) for step in row.steps]
    first += [(f"services[{n}].responsible", (row.responsible,)) for n, row in enumerate(settings.services)]
    missing = {role: key for key, roles in reversed(first) for role in roles if role in ROLES and role not in there}
    for role, key in missing.items():
        yield Finding(key, f"Nobody on the staff has the role {role!r}.", "Give it to somebody, or name another role.")


def _notices(settings: Settings) -> Iterator[Finding]:
    for key in ("leader_notice_before", "leader_notice_before_visit"):
        if getattr(settings, key).unit is not Unit.HOURS:
            yield Finding(key, f'Here stands "{getattr(settings, key)}", expected hours.', 'Write "12 hours".')


def _gaps(settings: Settings) -> Iterator[Finding]:
    for gap in open_gaps(settings):
        sentence = f"The source leaves empty for {gap.type!r}: {gap.empty}; until it is set, {gap.until_then}."
        yield Finding(gap.setting, sentence, f"Set {gap.setting}.{gap.type!r} ({gap.requirement}).", refuses=False)
