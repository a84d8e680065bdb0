"""Deadlines as ledgers: started, paused, resumed, extended, met, missed, cancelled, each with a reason (COR-12)."""

from __future__ import annotations

import datetime as dt

from saksgang.casework.context import Context, with_reason
from saksgang.changing import changed
from saksgang.commands import (
    CancelDeadline,
    ExtendDeadline,
    MeetDeadline,
    PauseDeadline,
    ResumeDeadline,
    StartDeadline,
)
from saksgang.declarations import listed
from saksgang.errors import Refused
from saksgang.events import (
    DeadlineCancelled,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlinePaused,
    DeadlineResumed,
    DeadlineStarted,
    Event,
)
from saksgang.journal.record import Recorded
from saksgang.legaltime import Rule, due, resumed
from saksgang.records import Deadline, Target
from saksgang.state import State

__all__ = ["DECIDE", "FOLD", "passed"]

rule = Rule.parse
TARGETS = frozenset({"due", "norm", "limit"})
_Entry = PauseDeadline | ResumeDeadline | ExtendDeadline | MeetDeadline | CancelDeadline


def start_deadline(command: StartDeadline, ctx: Context) -> list[Event]:
    """Start a declared kind; a service norm that would end after the legal limit ends with it (COR-12)."""
    routine = ctx.case(command.case).routine if command.case else command.routine
    kind = ctx.catalogue.deadline_kind(routine, command.kind)
    home = command.case or routine
    if not command.targets or not command.targets.keys() <= TARGETS:
        named = listed(command.targets)
        raise Refused("COR-12", f"A deadline has the targets due, norm or limit, at least one of them; not: {named}.")
    start = command.start or ctx.now
    targets = [Target(name, text, due(start, rule(text), ctx.almanac)) for name, text in command.targets.items()]
    key = ctx.state.deadlines.next_id(home)
    return [DeadlineStarted(routine, command.case, key, kind.name, command.about, start, _within_limit(tuple(targets)))]


def _within_limit(targets: tuple[Target, ...]) -> tuple[Target, ...]:
    running = (target.due for target in targets if target.name == "limit" and target.state == "running")
    limit = next(running, None)
    if limit is None:
        return targets
    return tuple(changed(target, due=limit) if target.due > limit else target for target in targets)


def pause_deadline(command: PauseDeadline, ctx: Context) -> list[Event]:
    """Let it stand still from now on."""
    deadline = _running(command, ctx)
    if deadline.paused is not None:
        return []
    return [DeadlinePaused(deadline.routine, deadline.case, deadline.id, command.reason)]


def resume_deadline(command: ResumeDeadline, ctx: Context) -> list[Event]:
    """Let it run again: each open target has as much left as when it was paused."""
    deadline = _running(command, ctx)
    paused = deadline.paused
    if paused is None:
        return []
    moved = tuple(
        changed(target, due=resumed(target.due, rule(target.rule), paused, ctx.now, ctx.almanac))
        if target.state == "running"
        else target
        for target in deadline.targets
    )
    return [DeadlineResumed(deadline.routine, deadline.case, deadline.id, _within_limit(moved), command.reason)]


def extend_deadline(command: ExtendDeadline, ctx: Context) -> list[Event]:
    """Move one target later by a duration in words; a legal limit cannot be moved by the office."""
    deadline = _running(command, ctx)
    target = deadline.target(command.target)
    if target is None or target.state != "running":
        raise Refused("COR-12", f"Deadline {deadline.id} has no open target {command.target!r} to extend.")
    later = due(target.due, rule(command.by), ctx.almanac)
    limit = deadline.target("limit")
    if target.name == "limit" or (limit is not None and later > limit.due):
        raise Refused(
            "COR-12",
            f"Deadline {deadline.id} cannot be extended past its legal limit; the law sets that one.",
        )
    return [DeadlineExtended(deadline.routine, deadline.case, deadline.id, target.name, later, command.reason)]


def meet_deadline(command: MeetDeadline, ctx: Context) -> list[Event]:
    """What was due came: the open target named, or all open ones."""
    deadline = _named(command, ctx)
    return [
        DeadlineMet(
            deadline.routine,
            deadline.case,
            deadline.id,
            deadline.kind,
            deadline.about,
            target.name,
            target.due,
            command.reason,
        )
        for target in _open(deadline, command.target)
    ]


def cancel_deadline(command: CancelDeadline, ctx: Context) -> list[Event]:
    """It is no longer needed: the open target named, or all open ones."""
    deadline = _named(command, ctx)
    return [
        DeadlineCancelled(
            deadline.routine,
            deadline.case,
            deadline.id,
            deadline.kind,
            deadline.about,
            target.name,
            command.reason,
        )
        for target in _open(deadline, command.target)
    ]


def passed(deadline: Deadline, name: str) -> list[Event]:
    """The last minute of a target that still ran is over; only the clock says so (COR-15)."""
    return [
        DeadlineMissed(deadline.routine, deadline.case, deadline.id, deadline.kind, deadline.about, name, target.due)
        for target in _open(deadline, name)
    ]


def _named(command: _Entry, ctx: Context) -> Deadline:
    """The deadline of a command; each entry in a ledger has a reason (COR-12)."""
    deadline = ctx.deadline(command.deadline)
    with_reason(command.reason, "COR-12", f"Deadline {deadline.id}")
    return deadline


def _running(command: _Entry, ctx: Context) -> Deadline:
    deadline = _named(command, ctx)
    if not deadline.running:
        raise Refused("COR-12", f"Deadline {deadline.id} has ended and cannot be changed.")
    return deadline


def _open(deadline: Deadline, name: str) -> list[Target]:
    return [target for target in deadline.targets if target.state == "running" and name in ("", target.name)]


def deadline_started(event: DeadlineStarted, _: Recorded, state: State) -> None:
    """Fold: a ledger with its timers."""
    deadline = Deadline(event.deadline, event.routine, event.case, event.kind, event.about, event.start, event.targets)
    state.deadlines.put(deadline.id, deadline)
    state.arm(deadline)


def deadline_paused(event: DeadlinePaused, recorded: Recorded, state: State) -> None:
    """Fold: standing still since then."""
    state.deadlines.put(event.deadline, changed(state.deadlines[event.deadline], paused=recorded.at))


def deadline_resumed(event: DeadlineResumed, _: Recorded, state: State) -> None:
    """Fold: running, with moved targets."""
    deadline = changed(state.deadlines[event.deadline], paused=None, targets=event.targets)
    state.deadlines.put(event.deadline, deadline)
    state.arm(deadline)


def deadline_extended(event: DeadlineExtended, _: Recorded, state: State) -> None:
    """Fold: one target later."""
    deadline = _with(state.deadlines[event.deadline], event.target, due=event.due)
    state.deadlines.put(event.deadline, deadline)
    state.arm(deadline)


def deadline_met(event: DeadlineMet, _: Recorded, state: State) -> None:
    """Fold: that target met."""
    state.deadlines.put(event.deadline, _with(state.deadlines[event.deadline], event.target, state="met"))


def deadline_missed(event: DeadlineMissed, _: Recorded, state: State) -> None:
    """Fold: that target missed."""
    state.deadlines.put(event.deadline, _with(state.deadlines[event.deadline], event.target, state="missed"))


def deadline_cancelled(event: DeadlineCancelled, _: Recorded, state: State) -> None:
    """Fold: that target no longer needed."""
    state.deadlines.put(event.deadline, _with(state.deadlines[event.deadline], event.target, state="cancelled"))


def _with(deadline: Deadline, name: str, **changes: str | dt.datetime) -> Deadline:
    targets = [changed(target, **changes) if target.name == name else target for target in deadline.targets]
    return changed(deadline, targets=tuple(targets))


DECIDE = {
    StartDeadline: start_deadline,
    PauseDeadline: pause_deadline,
    ResumeDeadline: resume_deadline,
    ExtendDeadline: extend_deadline,
    MeetDeadline: meet_deadline,
    CancelDeadline: cancel_deadline,
}
FOLD = {
    DeadlineStarted: deadline_started,
    DeadlinePaused: deadline_paused,
    DeadlineResumed: deadline_resumed,
    DeadlineExtended: deadline_extended,
    DeadlineMet: deadline_met,
    DeadlineMissed: deadline_missed,
    DeadlineCancelled: deadline_cancelled,
}
