"""Cases: opening, assigning, status, facts, notes (COR-02)."""

from __future__ import annotations

from saksgang.casework.context import Context, staff_of
from saksgang.casework.staff import stand_in
from saksgang.changing import changed
from saksgang.commands import AmendCase, AssignCase, ChangeStatus, OpenCase, SeeCase, WriteNote
from saksgang.declarations import listed
from saksgang.errors import Refused
from saksgang.events import CaseAmended, CaseAssigned, CaseOpened, CaseSeen, Event, NoteWritten, StatusChanged
from saksgang.facts import merged
from saksgang.journal.record import Recorded
from saksgang.records import Case, Note
from saksgang.state import State

__all__ = ["DECIDE", "FOLD", "opening"]


def opening(
    routine: str, case_type: str, party: str, personal_number: str, facts: dict[str, object], ctx: Context
) -> CaseOpened:
    """The event that opens a case of a declared type under the next number of its series and year."""
    kind = ctx.catalogue.case_type(routine, case_type)
    series = f"{kind.prefix}-{ctx.today.year}"
    number = f"{series}-{ctx.state.number(series):05d}"
    return CaseOpened(routine, number, case_type, party, personal_number, kind.statuses[0].name, facts)


def open_case(command: OpenCase, ctx: Context) -> list[Event]:
    """Open a case (COR-02)."""
    return [opening(command.routine, command.type, command.party, command.personal_number, command.facts, ctx)]


def assign_case(command: AssignCase, ctx: Context) -> list[Event]:
    """Assign a case; somebody absent or gone is replaced and the event says so (COR-07)."""
    case = ctx.open_case(command.case)
    to, reason = stand_in(command.to, ctx)
    reason = "; ".join(filter(None, (command.reason, reason)))
    return [CaseAssigned(case.routine, case.number, to, case.responsible, reason)]


def see_case(command: SeeCase, ctx: Context) -> list[Event]:
    """Only the one responsible makes a case seen; anybody else's look leaves it new."""
    case = ctx.case(command.case)
    who = staff_of(ctx.actor)
    if not case.new or who != case.responsible:
        return []
    return [CaseSeen(case.routine, case.number, who)]


def amend_case(command: AmendCase, ctx: Context) -> list[Event]:
    """Add or change facts; nothing changes when they are there already."""
    case = ctx.open_case(command.case)
    changed = {name: value for name, value in command.facts.items() if case.facts.get(name) != value}
    return [CaseAmended(case.routine, case.number, changed)] if changed else []


def change_status(command: ChangeStatus, ctx: Context) -> list[Event]:
    """Follow a declared transition; any other is refused with the ones that are declared (COR-02)."""
    case = ctx.open_case(command.case)
    kind = ctx.catalogue.case_type(case.routine, case.type)
    now = kind.status(case.status)
    if now is None or command.to not in now.leads_to:
        ways = listed(now.leads_to if now else ())
        raise Refused(
            "COR-02",
            f"Case {case.number} cannot go from {case.status!r} to {command.to!r}; it can go to: {ways}.",
        )
    target = kind.status(command.to)
    final = target is not None and not target.leads_to
    return [StatusChanged(case.routine, case.number, case.status, command.to, command.reason, final)]


def write_note(command: WriteNote, ctx: Context) -> list[Event]:
    """Complete a journal note; an empty one is refused."""
    case = ctx.case(command.case)
    if not command.text.strip():
        raise Refused("COR-02", f"The journal note on case {case.number} is empty; write what happened.")
    key = ctx.state.notes.next_id(case.number)
    return [NoteWritten(case.routine, case.number, key, staff_of(ctx.actor) or ctx.actor, command.text)]


def case_opened(event: CaseOpened, recorded: Recorded, state: State) -> None:
    """Fold: a new case, and its series one further."""
    series, _, number = event.case.rpartition("-")
    state.counters.put(series, int(number))
    case = Case(
        event.case,
        event.routine,
        event.type,
        event.party,
        event.personal_number,
        event.status,
        recorded.at,
        facts=event.facts,
    )
    state.cases.put(event.case, case)


def case_assigned(event: CaseAssigned, _: Recorded, state: State) -> None:
    """Fold: another caseworker, to whom the case is new."""
    case = state.cases[event.case]
    state.cases.put(event.case, changed(case, responsible=event.to, new=True))


def case_seen(event: CaseSeen, _: Recorded, state: State) -> None:
    """Fold: no longer new."""
    state.cases.put(event.case, changed(state.cases[event.case], new=False))


def case_amended(event: CaseAmended, _: Recorded, state: State) -> None:
    """Fold: facts laid over the ones there were."""
    case = state.cases[event.case]
    state.cases.put(event.case, changed(case, facts=merged(case.facts, event.facts)))


def status_changed(event: StatusChanged, _: Recorded, state: State) -> None:
    """Fold: the new status."""
    state.cases.put(event.case, changed(state.cases[event.case], status=event.new, ended=event.final))


def note_written(event: NoteWritten, recorded: Recorded, state: State) -> None:
    """Fold: a note on the case."""
    note = Note(event.note, event.routine, event.case, event.by, recorded.at, event.text)
    state.notes.put(event.note, note)


DECIDE = {
    OpenCase: open_case,
    AssignCase: assign_case,
    SeeCase: see_case,
    AmendCase: amend_case,
    ChangeStatus: change_status,
    WriteNote: write_note,
}
FOLD = {
    CaseOpened: case_opened,
    CaseAssigned: case_assigned,
    CaseSeen: case_seen,
    CaseAmended: case_amended,
    StatusChanged: status_changed,
    NoteWritten: note_written,
}
