"""What the check of a municipality's file says about the settings of this routine (COR-20, MSG-11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from saksgang.declarations import listed
from saksgang.legaltime import Unit
from saksgang.records import StaffMember
from saksgang.settings import Finding
from saksgang_home_care_messages.gaps import open_gaps
from saksgang_home_care_messages.labels import STATUSES, STEPS, canonical
from saksgang_home_care_messages.names import DONE, IN_PROGRESS, LEADER, ROLES, SERVICE
from saksgang_home_care_messages.progress import REPLIES

if TYPE_CHECKING:
    from saksgang_home_care_messages.rows import MessageType, Step
    from saksgang_home_care_messages.settings import Settings

__all__ = ["Municipality", "look"]

ALL_REPLIES = {step for steps in REPLIES.values() for step in steps}


class Municipality(Protocol):
    """What these findings need to know of a municipality."""

    @property
    def staff(self) -> Sequence[StaffMember]:
        """Everybody who works there."""
        ...


@frozen
class _Placed:
    """A type as it is in force: its row, its steps, and where each of the two is written."""

    place: str
    row: MessageType
    steps_place: str
    steps: tuple[Step, ...]

    def forwards_place(self) -> str:
        """What a municipality has to change where content is forwarded that is not to be."""
        return f"{self.place}.forwards_content" if self.steps_place.startswith(self.place) else self.steps_place


def look(settings: Settings, municipality: Municipality) -> Iterator[Finding]:
    """All findings, problems and warnings, in the order of the settings."""
    in_force = _in_force(settings)
    for each in in_force:
        yield from _type(each)
    yield from _names(settings)
    yield from _people(settings, in_force, municipality)
    yield from _notices(settings)
    yield from _gaps(settings)


def _in_force(settings: Settings) -> list[_Placed]:
    """Each type once: as the table says that comes last, with the steps that stand in the place of its own."""
    placed: dict[str, _Placed] = {}
    for table in ("types", "more_types"):
        for number, row in enumerate(getattr(settings, table)):
            place, own = f"{table}[{number}]", settings.steps.get(row.name)
            at, steps = (f"steps.{row.name}", own) if own else (f"{place}.steps", row.steps)
            placed[row.name] = _Placed(place, row, at, steps)
    return list(placed.values())


def _type(each: _Placed) -> Iterator[Finding]:
    place, row = each.place, each.row
    yield from _steps(each.steps_place, each.steps)
    for key, status in (("in_progress", IN_PROGRESS), ("done", DONE)):
        if canonical(getattr(row, key)) != status:
            wrong = f"{getattr(row, key)!r} is no word for {STATUSES[status].nb}."
            yield Finding(f"{place}.{key}", wrong, f'Write "{status}".')
    if not row.forwards_content and any(step.do == "forward" for step in each.steps):
        wrong = f"The content of {row.name!r} is not forwarded, and one of its steps is to forward it."
        yield Finding(each.forwards_place(), wrong, "Take the step out, or write forwards_content = true.")
    if not row.responsible:
        yield Finding(f"{place}.responsible", "Nobody is responsible.", f'Write a role, or "{SERVICE}".')
    if row.no_reply:
        yield from _unasked_replies(each)


def _unasked_replies(each: _Placed) -> Iterator[Finding]:
    """Who replies to what is not to be replied to is the leader, after a decision: else nobody ever could (MSG-07)."""
    names = [step.do for step in each.steps]
    for number, step in enumerate(each.steps):
        key = f"{each.steps_place}[{number}]"
        if step.do not in ALL_REPLIES:
            continue
        if "decide" not in names[:number]:
            wrong = f"{each.row.name!r} gets no reply by itself, and {step.do!r} is there without a decision before it."
            yield Finding(f"{key}.do", wrong, 'Add { do = "decide" } before it, or take it out.')
        if LEADER not in (step.by or each.row.responsible):
            wrong = f"{each.row.name!r} is replied to by the leader only, and {step.do!r} is for others."
            yield Finding(f"{key}.by", wrong, f'Write ["{LEADER}"].')


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
        if name not in known:
            yield from _steps(f"steps.{name}", steps)


def _people(settings: Settings, in_force: Sequence[_Placed], municipality: Municipality) -> Iterator[Finding]:
    there = {role for person in municipality.staff for role in person.roles}
    services = [(f"services[{n}].responsible", (row.responsible,)) for n, row in enumerate(settings.services)]
    rows = [(f"{each.place}.responsible", each.row.responsible) for each in in_force]
    steps = [(f"{each.steps_place}[{n}].by", step.by) for each in in_force for n, step in enumerate(each.steps)]
    for key, roles in (*services, *rows, *steps):
        for role in roles:
            if role not in ROLES and role != SERVICE:
                yield Finding(key, f"There is no role {role!r}.", f'Write one of: {listed(ROLES)}, or "{SERVICE}".')
    # The queue is that of the first role: only there has somebody to be.
    first = [(key, roles[:1]) for key, roles in (*rows, *steps, *services)]
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
