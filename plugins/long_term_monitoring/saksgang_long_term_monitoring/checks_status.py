"""The status: from active to monitored and back, by people and by what a review decided (MON-01, MON-02, MON-10)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.checks.laws_staff import RosterCheck
from saksgang.events import CaseOpened, NoteWritten, OfficeOpened, StatusChanged, TaskCompleted
from saksgang.journal.record import Recorded
from saksgang_long_term_monitoring.checks_settings import ACTIVE, CLOSED, MONITORED, ROUTINE, Owed, settings

__all__ = ["OutcomesAreCarriedOut", "TheResultIsNoted", "TheStatusToggles"]

WAYS = {(ACTIVE, MONITORED), (MONITORED, ACTIVE), (ACTIVE, CLOSED), (MONITORED, CLOSED)}


class TheStatusToggles(RosterCheck):
    """Put under monitoring, lifted, put again: one of the two at a time, chosen by a caseworker (MON-01, MON-02)."""

    id = "mon-the-status-toggles"
    requirements = ("MON-01", "MON-02")
    kind = "safety"
    sentence = (
        "A case begins active and goes from active to monitored and back, or to closed from either; a caseworker does "
        "it, or the outcome of a review that was just saved."
    )

    def __init__(self) -> None:
        super().__init__()
        self._stands: dict[str, str] = {}
        self._decided: tuple[str | None, str] = (None, "")

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """It begins."""
        if event.routine == ROUTINE:
            self._stands[event.case] = event.status
            self.judged += 1
            if event.status != ACTIVE:
                self.broken(recorded, f"Case {event.case} began as {event.status!r}.")

    @sees(TaskCompleted, of="review")
    def decided(self, event: TaskCompleted, recorded: Recorded) -> None:
        """A review was saved."""
        if event.routine == ROUTINE:
            self._decided = (recorded.id, event.outcome)

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """The other one."""
        if event.routine != ROUTINE:
            return
        before = self._stands.pop(event.case, "")
        if event.new != CLOSED:
            self._stands[event.case] = event.new
        right = (event.old, event.new) in WAYS and before in ("", event.old)
        rule = "MON-01" if event.new == MONITORED else "MON-02"
        self.judged += 1
        if not right:
            self.broken(recorded, f"Case {event.case} went from {event.old!r} to {event.new!r}.", rule)
        elif not self._may(event, recorded):
            self.broken(recorded, f"{recorded.actor} set case {event.case} to {event.new!r}.", rule)

    def _may(self, event: StatusChanged, recorded: Recorded) -> bool:
        if recorded.actor.startswith("staff:"):
            return self.roster.has(recorded.actor.removeprefix("staff:"), "innfordrer")
        cause, outcome = self._decided
        return recorded.cause == cause and event.new == {"wake": ACTIVE, "close": CLOSED}.get(outcome)


class OutcomesAreCarriedOut(AtOnce):
    """Only what the municipality offers is chosen, and woken is active at once (MON-10)."""

    id = "mon-outcomes-are-carried-out"
    requirements = ("MON-10",)
    kind = "safety"
    sentence = (
        "A review ends with an outcome that the settings have, and with one that wakes or closes the status follows "
        "at once."
    )

    def __init__(self) -> None:
        super().__init__()
        self._offered: list[tuple[str, str]] = []

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """What is offered."""
        self._offered = [(row["effect"], row["name"]) for row in settings(event).get("outcomes", ())]

    @sees(TaskCompleted, of="review")
    def decided(self, event: TaskCompleted, recorded: Recorded) -> None:
        """What was chosen."""
        if event.routine != ROUTINE:
            return
        name = event.facts.get("choice")
        self.judged += 1
        if not any(effect == event.outcome and name in (None, offered) for effect, offered in self._offered):
            self.broken(recorded, f"{event.task} ended with {name or event.outcome!r}, which is not offered.")
        if event.outcome in ("wake", "close"):
            self.owe(f"{event.case} {ACTIVE if event.outcome == 'wake' else CLOSED}", recorded)

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """It is so."""
        if event.routine == ROUTINE:
            self.paid(f"{event.case} {event.new}")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nothing came of it."""
        return f"The review of case {recorded.event.case} was decided, but its status did not become {key[15:]!r}."


class TheResultIsNoted(Owed):
    """Each review leaves a note of the system on the case (MON-11)."""

    id = "mon-the-result-is-noted"
    requirements = ("MON-11",)
    kind = "safety"
    sentence = (
        "When a review is saved, the system writes at once one note on the case that has the outcome, the day of the "
        "next review where monitoring continues, the points ticked and the notes of the caseworker."
    )

    def __init__(self) -> None:
        super().__init__()
        self._says: list[str] = []

    @sees(TaskCompleted, of="review")
    def saved(self, event: TaskCompleted, recorded: Recorded) -> None:
        """The form."""
        if event.routine == ROUTINE:
            self._says = [self.chosen(event)["name"], *event.facts.get("ticked", ())]
            self._says.append(str(event.facts.get("notes", "")).strip())
            if event.outcome == "continue":
                self._says.append(f"{self.counted(self.day(recorded.at), self.interval(event)):%d.%m.%Y}")
            self.owe(event.case, recorded)

    @sees(NoteWritten)
    def written(self, event: NoteWritten, recorded: Recorded) -> None:
        """The note."""
        if event.routine != ROUTINE or recorded.actor.startswith("staff:"):
            return
        if not self.paid(event.case):
            self.broken(recorded, f"The system wrote {event.note} although no review was saved.")
            return
        missing = [said for said in self._says if said not in event.text]
        if missing:
            self.broken(recorded, f"{event.note} does not say: {', '.join(missing)}.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """No note."""
        return f"A review of case {key} was saved, and no note of its result was written."
