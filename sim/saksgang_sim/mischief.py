"""What people now and then try although they may not (SIM-04): by hand what only rules do, and what is another's.

Each routine offers what its people are tempted to do, all of which it refuses. A refused attempt changes nothing, so a
run in which every rule stands is the same to the byte with mischief and without; where a rule is missing, its trace
stands in the journal for the checks to find.
"""

from __future__ import annotations

from collections.abc import Callable

from saksgang.commands import (
    AmendCase,
    CancelDeadline,
    CancelTask,
    Command,
    CompleteTask,
    CreateTask,
    ExtendDeadline,
    MeetDeadline,
    OpenCase,
    PauseDeadline,
    PrintLetter,
    StartDeadline,
)
from saksgang_sim.behaviour import Temptation, Turn

__all__ = [
    "amend_case",
    "by_citizen",
    "cancel_task",
    "complete_task",
    "create_task",
    "deadlines",
    "open_case",
    "print_letter",
]

WHY = "det haster"
SOMEBODY = "citizen:000000"


def cancel_task(turn: Turn) -> tuple[str, Command]:
    """Drop the work instead of doing it."""
    return _staff(turn), CancelTask(turn.task.id, WHY)


def create_task(turn: Turn) -> tuple[str, Command]:
    """Make work of the same kind again."""
    task = turn.task
    return _staff(turn), CreateTask(task.kind, task.case, task.routine, task.about, turn.person.id)


def complete_task(turn: Turn) -> tuple[str, Command]:
    """Tick it off with the first outcome there is."""
    kind = turn.view.catalogue.task_kind(turn.task.routine, turn.task.kind)
    return _staff(turn), CompleteTask(turn.task.id, kind.outcomes[0])


def open_case(turn: Turn) -> tuple[str, Command]:
    """Open a case out of nothing."""
    kind = turn.view.catalogue.routine(turn.task.routine).case_types[0]
    return _staff(turn), OpenCase(turn.task.routine, kind.name, SOMEBODY)


def amend_case(turn: Turn) -> tuple[str, Command] | None:
    """Write something on the case."""
    return (_staff(turn), AmendCase(turn.task.case, {"mischief": WHY})) if turn.task.case else None


def print_letter(turn: Turn) -> tuple[str, Command] | None:
    """Have a letter that lies in the mailbox printed to be on the safe side."""
    letters = turn.view.letters(turn.task.case) if turn.task.case else []
    lying = next((letter for letter in letters if letter.state == "available"), None)
    return (_staff(turn), PrintLetter(lying.id, WHY)) if lying else None


def _start(turn: Turn) -> Command | None:
    kind = turn.view.catalogue.routine(turn.task.routine).deadline_kinds[0]
    return StartDeadline(kind.name, turn.task.case, {"due": "2 days"}) if turn.task.case else None


def _on_running(make: Callable[[str, str], Command]) -> Callable[[Turn], Command | None]:
    def act(turn: Turn) -> Command | None:
        rows = turn.view.deadlines(turn.task.case) if turn.task.case else []
        running = next((row for row in rows if row.running), None)
        return make(running.id, running.targets[0].name) if running else None

    return act


ON_DEADLINES: tuple[Callable[[Turn], Command | None], ...] = (
    _start,
    _on_running(lambda key, _: PauseDeadline(key, WHY)),
    _on_running(lambda key, _: MeetDeadline(key, WHY)),
    _on_running(lambda key, _: CancelDeadline(key, WHY)),
    _on_running(lambda key, target: ExtendDeadline(key, target, "2 days", WHY)),
)


def deadlines(*, extend: bool = True) -> tuple[Temptation, ...]:
    """Start, pause, meet and cancel a deadline, and extend one where nobody may."""
    return tuple(_by_staff(act) for act in (ON_DEADLINES if extend else ON_DEADLINES[:-1]))


def by_citizen(tempted: Temptation) -> Temptation:
    """The same, tried by whom the case is about."""

    def act(turn: Turn) -> tuple[str, Command] | None:
        wish = tempted(turn)
        party = turn.view.case(turn.task.case).party if turn.task.case else SOMEBODY
        return None if wish is None else (party, wish[1])

    return act


def _by_staff(act: Callable[[Turn], Command | None]) -> Temptation:
    def tempted(turn: Turn) -> tuple[str, Command] | None:
        command = act(turn)
        return None if command is None else (_staff(turn), command)

    return tempted


def _staff(turn: Turn) -> str:
    return f"staff:{turn.person.id}"
