"""Laws of letters: the allowed path, the copy that is kept, and none left lying (COR-04)."""

from __future__ import annotations

from hashlib import sha256

from saksgang.checks.check import sees
from saksgang.checks.laws_base import InTheEnd, Law
from saksgang.events import (
    Event,
    LetterApproved,
    LetterAvailable,
    LetterCompleted,
    LetterDrafted,
    LetterFailed,
    LetterOpened,
    LetterPosted,
    LetterPrinted,
    LetterPrintOrdered,
    LetterReturned,
    LetterRevised,
    LetterSent,
    LetterStopped,
    MailboxMissing,
)
from saksgang.journal.record import Recorded

__all__ = ["LettersAreNotLeftLying", "LettersTakeTheAllowedPath", "TheCopyKeptIsWhatWasSent"]

# Each event: the states that it may find a letter in, and the state that it leaves it in ("" for the same).
PATH: dict[type[Event], tuple[tuple[str, ...], str]] = {
    LetterApproved: (("to approve",), "approved"),
    LetterReturned: (("to approve",), "returned"),
    LetterRevised: (("draft", "returned"), ""),
    LetterSent: (("approved",), "sent"),
    LetterAvailable: (("sent",), "available"),
    MailboxMissing: (("sent",), ""),
    LetterPrintOrdered: (("available", "sent", "approved"), "due for print"),
    LetterPrinted: (("due for print",), "printed"),
    LetterPosted: (("printed",), "ended"),
    LetterStopped: (("available", "sent", "approved", "to approve", "returned", "draft"), "ended"),
    LetterFailed: (("sent", "available", "due for print", "printed"), "ended"),
}


class LettersTakeTheAllowedPath(Law):
    """From draft to at most one final state; what has ended is forgotten and takes only a late opening (COR-04)."""

    id = "core-letters-take-the-allowed-path"
    requirements = ("COR-04",)
    kind = "safety"
    sentence = "A letter goes from state to state as allowed, its rounds are counted, and it ends at most once."

    def __init__(self) -> None:
        super().__init__()
        self._state: dict[str, str] = {}
        self._drafts: dict[str, tuple[bool, int]] = {}

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """It is written."""
        if event.letter in self._state:
            self.broken(recorded, f"Letter {event.letter} was drafted a second time.")
        self._state[event.letter] = "draft"
        self._drafts[event.letter] = (event.needs_approval, 0)

    @sees(LetterCompleted)
    def completed(self, event: LetterCompleted, recorded: Recorded) -> None:
        """It is finished, one round more; without approval only where the template needs none."""
        state = self._state.get(event.letter, "ended")
        needs, rounds = self._drafts.get(event.letter, (event.needs_approval, event.round - 1))
        held = state in ("draft", "returned") and event.needs_approval == needs and event.round == rounds + 1
        self.judge(
            held,
            recorded,
            f"Letter {event.letter} was completed in round {event.round} while {state} after {rounds} rounds"
            f"{'' if event.needs_approval == needs else ', and whether it needs approval changed'}.",
        )
        self._drafts[event.letter] = (needs, event.round)
        self._state[event.letter] = "to approve" if needs else "approved"

    @sees(*PATH)
    def moved(self, event: Event, recorded: Recorded) -> None:
        """It goes on."""
        letter: str = event.letter  # type: ignore[attr-defined] # every event of PATH has one
        allowed, to = PATH[type(event)]
        state = self._state.get(letter, "ended")
        self.judged += 1
        if state not in allowed:
            self.broken(recorded, f"{recorded.kind} on letter {letter}, which is {state}.")
        self._now(letter, to)

    @sees(LetterOpened)
    def opened(self, event: LetterOpened, recorded: Recorded) -> None:
        """It is opened; late, it changes nothing."""
        state = self._state.get(event.letter, "ended")
        allowed = ("due for print", "printed", "ended") if event.late else ("available",)
        self.judged += 1
        if state not in allowed:
            how = "late" if event.late else "in time"
            self.broken(recorded, f"LetterOpened ({how}) on letter {event.letter}, which is {state}.")
        self._now(event.letter, "" if event.late else "ended")

    def _now(self, letter: str, to: str) -> None:
        if to == "ended":
            self._state.pop(letter, None)
        elif to:
            self._state[letter] = to
        if to in ("sent", "ended"):
            self._drafts.pop(letter, None)  # it comes back to its author no more


class TheCopyKeptIsWhatWasSent(Law):
    """The text that was sent is the last one written, byte for byte, to the recipient of the draft (COR-04)."""

    id = "core-the-copy-kept-is-what-was-sent"
    requirements = ("COR-04",)
    kind = "safety"
    sentence = "The digest of a letter that was sent is that of its last text, and its recipient is the draft's."

    def __init__(self) -> None:
        super().__init__()
        self._text: dict[str, tuple[str, str]] = {}

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """The first text."""
        self._text[event.letter] = (event.to, event.body)

    @sees(LetterRevised)
    def revised(self, event: LetterRevised, recorded: Recorded) -> None:
        """Another text."""
        to, _ = self._text.get(event.letter, ("", ""))
        self._text[event.letter] = (to, event.body)

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """What left the house."""
        to, body = self._text.pop(event.letter, ("", ""))
        held = event.to == to and event.sha256 == sha256(body.encode()).hexdigest()
        self.judge(held, recorded, f"Letter {event.letter} was not sent as it was last written, or not to {to!r}.")

    @sees(LetterStopped, LetterFailed)
    def ended(self, event: LetterStopped | LetterFailed, recorded: Recorded) -> None:
        """It is not sent any more."""
        self._text.pop(event.letter, None)


class LettersAreNotLeftLying(InTheEnd):
    """What was handed to a service outside gets an answer from there (COR-04)."""

    id = "core-letters-are-not-left-lying"
    requirements = ("COR-04",)
    kind = "liveness"
    sentence = "A letter that was sent reaches a mailbox or the print in the end, and what is printed is posted."
    working_days = 10

    @sees(LetterSent, LetterPrintOrdered)
    def handed_over(self, event: LetterSent | LetterPrintOrdered, recorded: Recorded) -> None:
        """A service outside has it."""
        self.waits(event.letter, recorded)

    @sees(LetterAvailable, LetterStopped, LetterPosted, LetterFailed)
    def answered(self, event: Event, recorded: Recorded) -> None:
        """The service is done with it, or it is in somebody's hands."""
        self.came(event.letter)  # type: ignore[attr-defined] # each of these has one

    def lost(self, key: str, recorded: Recorded) -> str:
        """No service answered."""
        what = "sent" if type(recorded.event) is LetterSent else "handed to the print service"
        return f"Letter {key} was {what} and nothing came of it"
