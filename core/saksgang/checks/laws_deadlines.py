"""Laws of deadlines: ledgers in which each target ends once and at its time (COR-12, COR-15)."""

from __future__ import annotations

import datetime as dt

from attrs import define, evolve

from saksgang.checks.check import Book, sees
from saksgang.checks.laws_base import Law
from saksgang.events import (
    DeadlineCancelled,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlinePaused,
    DeadlineResumed,
    DeadlineStarted,
    OfficeOpened,
)
from saksgang.journal.record import Recorded
from saksgang.records import Target

__all__ = ["DeadlinesAreKeptAsLedgers", "DeadlinesEndAtTheirTime", "Ledgers", "NoDeadlineIsLeftRunning"]

MINUTE = dt.timedelta(minutes=1)
# Generous, as in ``InTheEnd``: the rule is that it runs again, not when.
STANDS_STILL = dt.timedelta(days=120)
LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)
Ended = DeadlineMet | DeadlineMissed | DeadlineCancelled
Started = DeadlineStarted | DeadlineResumed


@define
class Ledger:
    """A deadline that is not over: its case, and the targets that are open."""

    case: str
    targets: tuple[Target, ...]

    def due(self, name: str) -> dt.datetime | None:
        """When an open target is due."""
        for target in self.targets:
            if target.name == name:
                return target.due
        return None


class Ledgers(Book):
    """The deadlines that are not over, written up after the laws have seen an event.

    There are tens of thousands of them, so each keeps the very targets that its event brought.

    Attributes:
        ends: how many targets have ended.
        paused: which of them stand still, and since when.
        begun_late: which of them had a target that was over when it began, and when that was.
    """

    def __init__(self) -> None:
        self.ends = 0
        self.open: dict[str, Ledger] = {}
        self.paused: dict[str, dt.datetime] = {}
        self.begun_late: dict[str, dt.datetime] = {}

    @sees(DeadlineStarted, afterwards=True)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """It begins."""
        self.open[event.deadline] = Ledger(event.case, event.targets)
        self._begins(event, recorded)

    @sees(DeadlinePaused, afterwards=True)
    def stopped(self, event: DeadlinePaused, recorded: Recorded) -> None:
        """It stands still."""
        self.paused[event.deadline] = recorded.at

    @sees(DeadlineResumed, afterwards=True)
    def resumed(self, event: DeadlineResumed, recorded: Recorded) -> None:
        """It runs again."""
        self.paused.pop(event.deadline, None)
        ledger = self.open.get(event.deadline)
        if ledger is not None:
            ledger.targets = tuple(target for target in event.targets if ledger.due(target.name) is not None)
            self._begins(event, recorded)

    @sees(DeadlineExtended, afterwards=True)
    def extended(self, event: DeadlineExtended, recorded: Recorded) -> None:
        """One target later."""
        ledger = self.open.get(event.deadline)
        if ledger is not None:
            ledger.targets = tuple(
                evolve(target, due=event.due) if target.name == event.target else target for target in ledger.targets
            )

    @sees(DeadlineMet, DeadlineMissed, DeadlineCancelled, afterwards=True)
    def ended(self, event: Ended, recorded: Recorded) -> None:
        """One target is done, and with the last one the deadline."""
        self.ends += 1
        ledger = self.open.get(event.deadline)
        if ledger is not None:
            ledger.targets = tuple([target for target in ledger.targets if target.name != event.target])
            if not ledger.targets:
                del self.open[event.deadline]
                self.paused.pop(event.deadline, None)
                self.begun_late.pop(event.deadline, None)

    def _begins(self, event: Started, recorded: Recorded) -> None:
        """A target that is over when it begins cannot be missed before that."""
        for target in event.targets:
            if target.due < recorded.at:
                self.begun_late[event.deadline] = recorded.at


def _due(targets: tuple[Target, ...]) -> dict[str, dt.datetime]:
    return {target.name: target.due for target in targets}


class _Ledger(Law):
    """The base of laws that look at deadlines: as they were before the event that they are shown."""

    reads = Ledgers

    def use(self, book: Ledgers) -> None:
        """The ledgers of all deadlines."""
        self.book = book


class DeadlinesAreKeptAsLedgers(_Ledger):
    """What happens to a deadline follows from what it was before, for a reason (COR-12)."""

    id = "core-deadlines-are-kept-as-ledgers"
    requirements = ("COR-12",)
    kind = "safety"
    sentence = (
        "Each target ends at most once; a pause, an extension and an end find it running and give a reason, none of "
        "them makes it due earlier, and the norm is not later than the limit."
    )

    @sees(DeadlineStarted)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """It begins, once, with the norm no later than the limit."""
        if event.deadline in self.book.open:
            self.broken(recorded, f"Deadline {event.deadline} was started a second time.")
        if len(event.targets) == 1:
            self.judged += 1
        else:
            self._within_limit(event.deadline, _due(event.targets), recorded)

    @sees(DeadlinePaused)
    def paused(self, event: DeadlinePaused, recorded: Recorded) -> None:
        """It stood not still before."""
        running = event.deadline in self.book.open and event.deadline not in self.book.paused
        self._right(running and event.reason != "", recorded, event.deadline, "paused")

    @sees(DeadlineResumed)
    def resumed(self, event: DeadlineResumed, recorded: Recorded) -> None:
        """It stood still, and is not due earlier than before."""
        before, after = self._before(event.deadline), _due(event.targets)
        later = all(due >= before.get(name, LONG_AGO) for name, due in after.items())
        held = later and event.deadline in self.book.paused and event.reason != ""
        self._right(held, recorded, event.deadline, "resumed")
        running = {name: due for name, due in after.items() if name in before}
        self._within_limit(event.deadline, running, recorded)

    @sees(DeadlineExtended)
    def extended(self, event: DeadlineExtended, recorded: Recorded) -> None:
        """It ran, and is due later than before."""
        targets = self._before(event.deadline)
        before = targets.get(event.target)
        held = before is not None and event.due > before and event.reason != ""
        self._right(held, recorded, event.deadline, "extended")
        self._within_limit(event.deadline, {**targets, event.target: event.due}, recorded)

    @sees(DeadlineMet, DeadlineMissed, DeadlineCancelled)
    def ended(self, event: Ended, recorded: Recorded) -> None:
        """It ran until then; a deadline that stands still is not missed."""
        ledger = self.book.open.get(event.deadline)
        due = ledger.due(event.target) if ledger is not None else None
        held = due is not None
        if type(event) is DeadlineMissed:
            held = due == event.due and event.deadline not in self.book.paused
        elif type(event) is DeadlineMet:
            held = due == event.due and event.reason != ""
        self.judged += 1
        if not held:
            self._wrong(recorded, event.deadline, f"ended for target {event.target}")

    def _before(self, deadline: str) -> dict[str, dt.datetime]:
        ledger = self.book.open.get(deadline)
        return _due(ledger.targets) if ledger is not None else {}

    def _within_limit(self, deadline: str, targets: dict[str, dt.datetime], recorded: Recorded) -> None:
        limit = targets.get("limit")
        self.judged += 1
        if limit is not None and max(targets.values()) > limit:
            self.broken(recorded, f"Deadline {deadline} has a norm that is later than its limit, {limit}.")

    def _right(self, held: bool, recorded: Recorded, deadline: str, what: str) -> None:  # noqa: FBT001 - a verdict
        self.judged += 1
        if not held:
            self._wrong(recorded, deadline, what)

    def _wrong(self, recorded: Recorded, deadline: str, what: str) -> None:
        self.broken(
            recorded,
            f"Deadline {deadline} was {what} ({recorded.kind}) in a way that its ledger, {self._text(deadline)}, "
            "does not admit, or without a reason.",
        )

    def _text(self, deadline: str) -> str:
        if deadline not in self.book.open:
            return "which has ended"
        targets = self._before(deadline)
        still = " and stands still" if deadline in self.book.paused else ""
        return f"where {', '.join(f'{name} is due {due} UTC' for name, due in targets.items())}{still}"


class DeadlinesEndAtTheirTime(_Ledger):
    """The whole due minute is in time; then the target is missed at once, or when the office is up again (COR-15)."""

    id = "core-deadlines-end-at-their-time"
    requirements = ("COR-15", "COR-12")
    kind = "safety"
    sentence = "A target is met before its due minute is over, or missed when it is: not earlier, and promptly."

    def __init__(self) -> None:
        super().__init__()
        self._up_since = LONG_AGO

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """The office may have been down before."""
        self._up_since = recorded.at

    @sees(DeadlineMet)
    def met(self, event: DeadlineMet, recorded: Recorded) -> None:
        """In time; one that stands still is never too late."""
        self.judged += 1
        if recorded.at >= event.due + MINUTE and event.deadline not in self.book.paused:
            self._wrong(event, recorded, "met too late")

    @sees(DeadlineMissed)
    def missed(self, event: DeadlineMissed, recorded: Recorded) -> None:
        """Not earlier and promptly."""
        over = event.due + MINUTE
        self.judged += 1
        if recorded.at < over:
            self._wrong(event, recorded, "missed too early")
        elif recorded.at > over + MINUTE:
            could = max(over, self._up_since, self.book.begun_late.get(event.deadline, over))
            if recorded.at > could + MINUTE:
                self._wrong(event, recorded, "missed too late")

    def _wrong(self, event: DeadlineMet | DeadlineMissed, recorded: Recorded, what: str) -> None:
        self.broken(
            recorded,
            f"Deadline {event.deadline}, target {event.target}, due {event.due} UTC, was {what}, at {recorded.at}.",
        )


class NoDeadlineIsLeftRunning(_Ledger):
    """In the end no target is open whose minute is over, and none stands still for ever (COR-15, COR-12)."""

    id = "core-no-deadline-is-left-running"
    requirements = ("COR-15", "COR-12")
    kind = "liveness"
    sentence = "No target whose due minute is over is still running at the end, and no deadline is paused for ever."

    def end(self, at: dt.datetime) -> None:
        """What is over and still open was forgotten, and so was what has stood still for months."""
        self.judged += self.book.ends
        running, paused = self.book.open, self.book.paused
        for deadline in sorted(paused.keys() & running.keys()):
            if at - paused[deadline] > STANDS_STILL:
                wrong = f"Deadline {deadline} was paused at {paused[deadline]} UTC and has stood still ever since."
                self.never_came(running[deadline].case, at, wrong)
        for deadline, ledger in running.items():
            for target in ledger.targets:
                forgotten = target.due + MINUTE < at and deadline not in paused
                if forgotten:
                    wrong = f"Deadline {deadline}, target {target.name}, was due {target.due} UTC and is still running."
                    self.never_came(ledger.case, at, wrong)
