"""Bugs planted in PPT intake: letters, approval, deadlines."""

from __future__ import annotations

from attrs import evolve

from saksgang.casework import dispatch
from saksgang.casework.context import Context
from saksgang.commands import (
    Answer,
    ApproveLetter,
    MeetDeadline,
    PauseDeadline,
    PrintLetter,
    ReportLetterPosted,
    ReportLetterPrinted,
    ReturnLetter,
)
from saksgang.events import (
    DeadlineMissed,
    DocumentRegistered,
    Event,
    LetterOpened,
    LetterPosted,
    LetterPrinted,
    LetterPrintOrdered,
    TaskWaiting,
)
from saksgang.journal.record import Recorded
from saksgang.office import Office
from saksgang.ports import LetterOrder
from saksgang.records import Deadline, Letter
from saksgang.state import State
from saksgang.view import View
from saksgang_ppt_intake import approving, dispatching, refusing_letters, registering, replying, routine
from saksgang_sim.world import SimulatedPrint
from tests.reliability.plants.planting import ASKED_ABOUT_ALL, Plant, Setting, Swap

__all__ = ["PLANTS"]

SMALL = Setting("small")

right_deliver = SimulatedPrint.deliver
right_targets = registering.answer_targets
right_start = registering.start_answer_deadline
right_confirmed = replying.confirmed
right_preliminary = replying.remind_of_preliminary_reply
right_arm = State.arm
right_answer = routine.answer


def paper_for_any(command: PrintLetter, ctx: Context) -> list[Event]:
    """In whatever state it is."""
    letter = ctx.letter(command.letter)
    return [LetterPrintOrdered(letter.routine, letter.case, letter.id, command.reason, f"print/{letter.id}")]


def goes_on_waiting(event: LetterOpened, recorded: Recorded, view: View) -> list[Answer]:
    """The wait for the opening is not ended by it."""
    return []


def print_again(event: DeadlineMissed, recorded: Recorded, view: View) -> list[Answer]:
    """Once more, to be sure."""
    once = right_print_unopened(event, recorded, view)
    return once + once


right_print_unopened = dispatching.print_unopened


def printed_whatever_it_was(command: ReportLetterPrinted, ctx: Context) -> list[Event]:
    """Each receipt counts."""
    letter = ctx.letter(command.letter)
    return [LetterPrinted(letter.routine, letter.case, letter.id)]


def posted_whatever_it_was(command: ReportLetterPosted, ctx: Context) -> list[Event]:
    """Each receipt counts."""
    letter = ctx.letter(command.letter)
    return [LetterPosted(letter.routine, letter.case, letter.id)]


def receipts_twice(self: SimulatedPrint, order: LetterOrder) -> None:
    """The print service sends each of its receipts twice."""
    right_deliver(self, order)
    self.taken.discard(order.key)
    right_deliver(self, order)


def whoever_wrote_it(letter: Letter, completed_by: str, view: View) -> str:
    """Gives the letter to its author to approve."""
    return completed_by


def anybody_approves(command: ApproveLetter | ReturnLetter, actor: str, view: View) -> str | None:
    """Nobody looks who asks."""
    return None


def counted_from_registration(event: DocumentRegistered, recorded: Recorded, view: View) -> list[Answer]:
    """The day on which somebody got round to it."""
    given = right_start(event, recorded, view)
    return [evolve(each, command=evolve(each.command, start=view.now)) for each in given]  # type: ignore[call-arg]


def confirmed_is_answered(letter: Letter, view: View) -> list[Answer]:
    """The standard letter meets the deadlines, too."""
    running = view.running(letter.case, "answer", about=letter.answers)
    return right_confirmed(letter, view) + [Answer(MeetDeadline(each.id, "confirmed"), "PPT-05") for each in running]


def fails_for_some(event: DocumentRegistered, recorded: Recorded, view: View) -> list[Answer]:
    """A mistake that every fifth document meets."""
    if event.document.endswith(("0", "5")):
        raise KeyError(event.document)
    return right_start(event, recorded, view)


def says_nothing(self: Office, plugin: str, hook: str, recorded: Recorded, error: str) -> None:
    """The failure is not kept."""


def pauses_for_school(event: TaskWaiting, recorded: Recorded, view: View) -> list[Answer]:
    """While the school is asked the clock stands still, and nothing ever lets it run again."""
    about = view.task(event.task).about
    running = view.running(event.case, "answer", about=about) if about else []
    return [Answer(PauseDeadline(each.id, event.reason), "PPT-11") for each in running]


def also_pauses(event: Recorded, view: View) -> list[Answer]:
    """What the routine answers, and the pause."""
    given = right_answer(event, view)
    happened = event.event
    return given + pauses_for_school(happened, event, view) if isinstance(happened, TaskWaiting) else given


def only_the_last_timer(self: State, deadline: Deadline) -> None:
    """Of a norm and a limit only the limit rings."""
    right_arm(self, evolve(deadline, targets=deadline.targets[-1:]))


PLANTS = (
    Plant(
        "print-without-looking",
        "A letter is printed when its time is over, and nobody looks whether it was opened.",
        "ppt-unopened-letters-are-printed-once",
        SMALL,
        (Swap(dispatch.print_letter, paper_for_any), Swap(dispatching.opened_in_time, goes_on_waiting)),
    ),
    Plant(
        "printed-twice",
        "The order to print goes out twice.",
        "core-letters-take-the-allowed-path",
        SMALL,
        (Swap(dispatch.print_letter, paper_for_any), Swap(right_print_unopened, print_again)),
    ),
    Plant(
        "a-receipt-counted-twice",
        "Each receipt of the print service counts, the second one of the same letter too.",
        "core-letters-take-the-allowed-path",
        Setting("small", around=(Swap(right_deliver, receipts_twice),)),
        (Swap(dispatch.report_printed, printed_whatever_it_was), Swap(dispatch.report_posted, posted_whatever_it_was)),
    ),
    Plant(
        "own-letter-approved",
        "Whoever completed a letter is asked to approve it, and may.",
        "ppt-replies-are-approved",
        SMALL,
        (Swap(approving.approver_of, whoever_wrote_it), Swap(refusing_letters.approve_letter, anybody_approves)),
    ),
    Plant(
        "deadline-from-the-wrong-day",
        "The time to answer runs from the registration, not from the receipt.",
        "ppt-the-limit-is-one-month",
        SMALL,
        (Swap(right_start, counted_from_registration),),
    ),
    Plant(
        "a-confirmation-counts-as-answer",
        "The standard confirmation meets the deadlines of the answer.",
        "ppt-confirmations-meet-no-deadline",
        SMALL,
        (Swap(right_confirmed, confirmed_is_answered),),
    ),
    Plant(
        "a-plugins-error-swallowed",
        "A routine fails at every fifth document, and the office says nothing of it.",
        "ppt-every-inquiry-gets-its-deadline",
        SMALL,
        (Swap(right_start, fails_for_some), Swap(Office._fail, says_nothing)),
    ),
    Plant(
        "a-deadline-paused-for-ever",
        "A task that waits makes the deadline of the answer stand still, and nothing lets it run again.",
        "ppt-the-limit-is-one-month",
        SMALL,
        (Swap(right_answer, also_pauses), ASKED_ABOUT_ALL),
    ),
    Plant(
        "a-timer-forgotten",
        "Of a deadline with a norm and a limit only the limit has a timer.",
        "core-no-deadline-is-left-running",
        SMALL,
        (Swap(right_arm, only_the_last_timer),),
    ),
)
