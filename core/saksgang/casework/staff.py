"""Staff: who is here, who stands in, and what happens to the work of who leaves (COR-07)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from saksgang.casework.context import Context
from saksgang.changing import changed
from saksgang.commands import ReportAbsence, ReportDeparture, ReportReturn
from saksgang.errors import Refused
from saksgang.events import (
    OFFICE,
    CaseAssigned,
    Event,
    StaffAbsent,
    StaffGone,
    StaffReturned,
    TaskReassigned,
    TaskReopened,
)
from saksgang.journal.record import Recorded
from saksgang.records import Absence, StaffMember
from saksgang.state import State

__all__ = ["DECIDE", "FOLD", "member", "queue_of", "stand_in"]


def member(name: str, ctx: Context) -> StaffMember:
    """Somebody of the staff; raises ``Refused`` with who there is."""
    person = ctx.state.staff.get(name)
    if person is None:
        known = ", ".join(sorted(ctx.state.staff.rows))
        raise Refused("COR-07", f"Nobody on the staff is called {name!r}; known are: {known}.")
    return person


def stand_in(name: str, ctx: Context, leaving: str = "", role: str = "") -> tuple[str, str]:
    """Who really gets what a rule gives to ``name``, and why when it is somebody else.

    Absent or gone: the deputy, that one's deputy if need be, and at the end nobody, which means the queue. Who is
    ``leaving`` at this moment stands in for nobody, and nobody without its ``role`` for who was to do a task.
    """
    said: list[str] = []
    asked = [leaving]
    while name and name not in asked:
        person = member(name, ctx)
        stands_in = bool(said or leaving)
        why = _not_here(person, ctx.today) or (_lacks(person, role) if stands_in else "")
        if not why:
            return name, "; ".join(said)
        asked.append(name)
        said.append(f"{why}, so {person.deputy} as deputy" if person.deputy else f"{why} and has no deputy: the queue")
        name = person.deputy
    if name:
        said.append(f"{name} was asked already: the queue")
    return "", "; ".join(said)


def _not_here(person: StaffMember, day: dt.date) -> str:
    if person.gone:
        return f"{person.id} no longer works here"
    absence = person.away(day)
    return f"{person.id} is absent until {absence.last}" if absence else ""


def _lacks(person: StaffMember, role: str) -> str:
    return f"{person.id} lacks the role {role}" if role and role not in person.roles else ""


def report_absence(command: ReportAbsence, ctx: Context) -> list[Event]:
    """Keep who is away when; the last day may not be before the first."""
    member(command.staff, ctx)
    if command.last < command.first:
        raise Refused(
            "COR-07",
            f"The absence of {command.staff} ends on {command.last}, before it begins on {command.first}.",
        )
    return [StaffAbsent(OFFICE, "", command.staff, Absence(command.first, command.last, command.reason))]


def report_return(command: ReportReturn, ctx: Context) -> list[Event]:
    """Back from today on."""
    person = member(command.staff, ctx)
    return [StaffReturned(OFFICE, "", person.id, ctx.today)] if person.away(ctx.today) else []


def report_departure(command: ReportDeparture, ctx: Context) -> list[Event]:
    """Somebody leaves: each open case and task goes to the deputy or to its queue, and says why."""
    person = member(command.staff, ctx)
    if person.gone:
        return []
    to, reason = _successor(person, ctx)
    events: list[Event] = [StaffGone(OFFICE, "", person.id)]
    cases = ctx.state.cases.on(("responsible", person.id))
    events += [CaseAssigned(case.routine, case.number, to, person.id, reason) for case in cases]
    return [*events, *_handed_on(person, ctx), *_left_behind(person, ctx)]


def _successor(person: StaffMember, ctx: Context, role: str = "") -> tuple[str, str]:
    """Who gets what somebody who leaves had, and why."""
    to, why = stand_in(person.deputy, ctx, person.id, role)
    return to, "; ".join(filter(None, (f"{person.id} no longer works here", why)))


def _handed_on(person: StaffMember, ctx: Context) -> Iterator[Event]:
    """The tasks of who leaves; what waited and goes to a queue is open again, for nobody there waits for anything."""
    tasks = [task for place in ("owner", "waiting") for task in ctx.state.tasks.on((place, person.id, ""))]
    for t in tasks:
        to, reason = _successor(person, ctx, t.role)
        section = t.section if to else queue_of(t.role, t.section, ctx, person.id)
        yield TaskReassigned(t.routine, t.case, t.id, to, t.role, section, reason)
        if not to and t.state == "waiting":
            yield TaskReopened(t.routine, t.case, t.id, reason)


def _left_behind(person: StaffMember, ctx: Context) -> Iterator[Event]:
    """What lies in a queue that nobody is left for goes to the queue of the whole office."""
    for role in person.roles:
        if person.section and queue_of(role, person.section, ctx, person.id) != person.section:
            reason = f"nobody with the role {role!r} is left in the section {person.section!r}"
            for t in ctx.state.tasks.on(("queue", role, person.section)):
                yield TaskReassigned(t.routine, t.case, t.id, "", role, "", reason)


def queue_of(role: str, section: str, ctx: Context, leaving: str = "") -> str:
    """The section whose queue work for a role goes to: the whole office's where all who had the role there left."""
    if not section:
        return ""
    staff = [person for person in ctx.state.staff if person.section == section and role in person.roles]
    all_left = staff and all(person.gone or person.id == leaving for person in staff)
    return "" if all_left else section


def staff_absent(event: StaffAbsent, _: Recorded, state: State) -> None:
    """Fold: one more absence."""
    person = state.staff[event.staff]
    state.staff.put(person.id, changed(person, absences=(*person.absences, event.absence)))


def staff_returned(event: StaffReturned, _: Recorded, state: State) -> None:
    """Fold: the absence under way ends the day before; a later one stays."""
    person = state.staff[event.staff]
    before = event.day - dt.timedelta(days=1)
    cut = (changed(a, last=before) if a.first <= event.day <= a.last else a for a in person.absences)
    kept = tuple(a for a in cut if a.first <= a.last)
    state.staff.put(person.id, changed(person, absences=kept))


def staff_gone(event: StaffGone, _: Recorded, state: State) -> None:
    """Fold: gone for good."""
    state.staff.put(event.staff, changed(state.staff[event.staff], gone=True))


DECIDE = {ReportAbsence: report_absence, ReportReturn: report_return, ReportDeparture: report_departure}
FOLD = {StaffAbsent: staff_absent, StaffReturned: staff_returned, StaffGone: staff_gone}
