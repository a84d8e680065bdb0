"""A letter on its way out ends in exactly one final state, whatever the services outside report and how often."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import pytest

from saksgang.commands import (
    ApproveLetter,
    Command,
    CompleteLetter,
    OpenLetter,
    PrintLetter,
    ReportLetterAvailable,
    ReportLetterFailed,
    ReportLetterPosted,
    ReportLetterPrinted,
    ReportNoMailbox,
    ReturnLetter,
    SendLetter,
    StopLetter,
)
from saksgang.events import (
    LetterAvailable,
    LetterFailed,
    LetterOpened,
    LetterPosted,
    LetterPrinted,
    LetterPrintOrdered,
    LetterSent,
    LetterStopped,
    MailboxMissing,
)
from tests.core.casework.ground import CASE, Ground, ground

LETTER = f"{CASE}/letter-1"
Step = Callable[[str], Command]


def returned(letter: str) -> Command:
    return ReturnLetter(letter, "kortere")


def paper(letter: str) -> Command:
    return PrintLetter(letter, "ikke åpnet")


def stop(letter: str) -> Command:
    return StopLetter(letter, "levert i skranken")


def fail(letter: str) -> Command:
    return ReportLetterFailed(letter, "ukjent adresse")


APPROVED: tuple[Step, ...] = (CompleteLetter, ApproveLetter)
IN_MAILBOX: tuple[Step, ...] = (*APPROVED, SendLetter, ReportLetterAvailable)
REACHED: dict[str, tuple[Step, ...]] = {
    "draft": (),
    "to approve": (CompleteLetter,),
    "returned": (CompleteLetter, returned),
    "approved": APPROVED,
    "sent": (*APPROVED, SendLetter),
    "available": IN_MAILBOX,
    "opened": (*IN_MAILBOX, OpenLetter),
    "due for print": (*IN_MAILBOX, paper),
    "printed": (*IN_MAILBOX, paper, ReportLetterPrinted),
    "posted": (*IN_MAILBOX, paper, ReportLetterPrinted, ReportLetterPosted),
    "stopped by hand": (*IN_MAILBOX, stop),
    "failed": (*APPROVED, SendLetter, fail),
}
FINAL = ("opened", "posted", "stopped by hand", "failed")
# Where each command leads from each state; "no" refuses, "-" is heard and changes nothing.
COLUMNS = (SendLetter, ReportLetterAvailable, ReportNoMailbox, OpenLetter, paper)
MORE_COLUMNS = (ReportLetterPrinted, ReportLetterPosted, fail, stop)
TABLE = {
    "draft": ("no", "-", "-", "no", "no", "-", "-", "no", "stopped by hand"),
    "to approve": ("no", "-", "-", "no", "no", "-", "-", "no", "stopped by hand"),
    "returned": ("no", "-", "-", "no", "no", "-", "-", "no", "stopped by hand"),
    "approved": ("sent", "-", "-", "no", "due for print", "-", "-", "no", "stopped by hand"),
    "sent": ("no", "available", "sent", "opened", "due for print", "-", "-", "failed", "stopped by hand"),
    "available": ("no", "-", "-", "opened", "due for print", "-", "-", "failed", "stopped by hand"),
    "opened": ("no", "-", "-", "-", "no", "-", "-", "no", "no"),
    "due for print": ("no", "-", "-", "due for print", "no", "printed", "posted", "failed", "no"),
    "printed": ("no", "-", "-", "printed", "no", "-", "posted", "failed", "no"),
    "posted": ("no", "-", "-", "posted", "no", "-", "-", "no", "no"),
    "stopped by hand": ("no", "-", "-", "stopped by hand", "no", "-", "-", "no", "no"),
    "failed": ("no", "-", "-", "no", "no", "-", "-", "-", "no"),
}
# What overtakes the report before it says both: two events instead of one.
OVERTAKES = (("sent", OpenLetter), ("due for print", ReportLetterPosted))
ROWS = [
    (state, step, to) for state, row in TABLE.items() for step, to in zip((*COLUMNS, *MORE_COLUMNS), row, strict=True)
]


def letter_in(state: str) -> Ground:
    office = ground()
    office.letter(*REACHED[state])
    assert office.state.letters[LETTER].state == state
    return office


@pytest.mark.parametrize(("state", "step", "to"), ROWS)
def test_cor_04_every_step_from_every_state(state: str, step: Step, to: str) -> None:
    """The whole table: what a command does to a letter in each of its twelve states."""
    office = letter_in(state)
    command = step(LETTER)

    if to == "no":
        words = office.refused(command)
        assert words.startswith(f"Letter {LETTER} is {state!r} and cannot be ")
        assert words.endswith("[COR-04]")
    elif to == "-":
        assert office.do(command) == []
        assert office.state.letters[LETTER].state == state
    else:
        assert len(office.do(command)) == (2 if (state, step) in OVERTAKES else 1)
        assert office.state.letters[LETTER].state == to


@pytest.mark.parametrize(
    "way",
    [(*APPROVED, paper), (*APPROVED, paper, ReportLetterPrinted), (*APPROVED, SendLetter, paper), (stop,)],
    ids=lambda way: "-".join(step.__name__ for step in way),
)
def test_cor_04_what_never_lay_in_a_mailbox_is_not_opened_in_one(way: tuple[Step, ...]) -> None:
    """A receipt of that kind is somebody else's, or wrong: it is refused, on paper as at the desk."""
    office = ground()
    office.letter(*way)

    words = office.refused(OpenLetter(LETTER))
    assert words == f"Letter {LETTER} never lay in an electronic mailbox and cannot be opened in one. [COR-04]"


def test_cor_04_an_opening_that_overtakes_the_mailbox_says_that_the_letter_was_there() -> None:
    """Both are recorded, and when the mailbox's own report comes it changes nothing."""
    office = letter_in("sent")

    assert office.do(OpenLetter(LETTER)) == [
        LetterAvailable("bygg", CASE, LETTER),
        LetterOpened("bygg", CASE, LETTER, late=False),
    ]
    assert office.do(ReportLetterAvailable(LETTER)) == []


def test_cor_04_what_is_posted_is_printed() -> None:
    """Where the post's receipt overtakes the printer's, both are recorded, and the printer's changes nothing."""
    office = letter_in("due for print")

    assert office.do(ReportLetterPosted(LETTER)) == [
        LetterPrinted("bygg", CASE, LETTER),
        LetterPosted("bygg", CASE, LETTER),
    ]
    assert office.do(ReportLetterPrinted(LETTER)) == []


def test_cor_04_a_final_state_is_left_by_no_step() -> None:
    """The four final states of the table lead nowhere else, and such a letter stands on no list."""
    assert {to for state in FINAL for to in TABLE[state]} - {"no", "-"} <= {"posted", "stopped by hand"}
    for state in FINAL:
        assert set(TABLE[state]) <= {"no", "-", state}
        assert letter_in(state).state.letters.lists == {}


@pytest.mark.parametrize(
    ("state", "step", "words"),
    [
        ("draft", SendLetter, "sent; that takes a letter that is: approved."),
        (
            "draft",
            OpenLetter,
            "opened; that takes a letter that is: available, stopped by hand, due for print, printed, posted.",
        ),
        ("opened", paper, "printed; that takes a letter that is: approved, sent, available."),
        ("draft", fail, "given up; that takes a letter that is: sent, available, due for print, printed."),
        (
            "posted",
            stop,
            "stopped by hand; that takes a letter that is: draft, returned, to approve, approved, sent, available.",
        ),
    ],
)
def test_cor_04_a_refusal_says_what_it_takes(state: str, step: Step, words: str) -> None:
    """The sentence names the letter, its state and the states that admit the step."""
    assert letter_in(state).refused(step(LETTER)) == f"Letter {LETTER} is {state!r} and cannot be {words} [COR-04]"


@pytest.mark.parametrize("step", [*COLUMNS, *MORE_COLUMNS])
def test_cor_04_an_unknown_letter_is_refused(step: Step) -> None:
    """Every report and every step needs a letter that is there."""
    words = "There is no letter 'X'; look its number up on the case or the work list. [COR-04]"

    assert ground().refused(step("X")) == words


def test_cor_04_what_is_sent_can_be_proved() -> None:
    """The event bears the digest of the very bytes and a key that is the same for each delivery."""
    office = letter_in("approved")
    body = f"Hei Ida, om {CASE}"

    assert office.do(SendLetter(LETTER)) == [
        LetterSent(
            "bygg", CASE, LETTER, "svar", "party-1", f"mailbox/{LETTER}", sha256(body.encode("utf-8")).hexdigest()
        )
    ]


def test_ppt_10_paper_is_ordered_with_a_reason_and_a_key() -> None:
    """The print service can tell a second order from another letter."""
    assert letter_in("sent").do(paper(LETTER)) == [
        LetterPrintOrdered("bygg", CASE, LETTER, "ikke åpnet", f"print/{LETTER}")
    ]


@pytest.mark.parametrize(
    ("state", "late"),
    [("available", False), ("due for print", True), ("printed", True), ("posted", True), ("stopped by hand", True)],
)
def test_cor_04_an_opening_is_late_once_paper_or_a_hand_was_first(state: str, late: bool) -> None:
    """It is told, but no longer changes how the letter ends."""
    assert letter_in(state).do(OpenLetter(LETTER)) == [LetterOpened("bygg", CASE, LETTER, late=late)]


def test_ppt_10_a_letter_is_stopped_by_somebody_for_a_reason() -> None:
    """Who did it is kept; without a reason it is refused."""
    for actor, by in (("staff:kari", "kari"), ("rule:B-1", "rule:B-1")):
        assert letter_in("available").do(stop(LETTER), actor) == [
            LetterStopped("bygg", CASE, LETTER, by, "levert i skranken")
        ]
    assert letter_in("available").refused(StopLetter(LETTER, " ")) == (
        f"Letter {LETTER} cannot be marked as handled by hand without a reason. [COR-04]"
    )


def test_cor_04_a_missing_mailbox_and_a_failure_are_told() -> None:
    """The first leaves the letter where it is, for its routine to print; the second ends it."""
    assert letter_in("sent").do(ReportNoMailbox(LETTER)) == [MailboxMissing("bygg", CASE, LETTER)]
    assert letter_in("printed").do(fail(LETTER)) == [LetterFailed("bygg", CASE, LETTER, "ukjent adresse")]
