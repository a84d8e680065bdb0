"""A letter at the desk: drafted from a template, revised, completed, approved or returned (COR-04)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from saksgang.commands import (
    ApproveLetter,
    ChangeStatus,
    Command,
    CompleteLetter,
    DraftLetter,
    ReturnLetter,
    ReviseLetter,
    SendLetter,
    StopLetter,
)
from saksgang.events import (
    LetterApproved,
    LetterCompleted,
    LetterDrafted,
    LetterReturned,
    LetterRevised,
)
from saksgang.records import Letter
from tests.core.casework.ground import CASE, ground

LETTER = f"{CASE}/letter-1"
FIELDS = {"navn": "Ida", "sak": "garasjen"}


def _back(letter: str) -> Command:
    return ReturnLetter(letter, "kortere")


def _stop(letter: str) -> Command:
    return StopLetter(letter, "levert i skranken")


REACHED: dict[str, tuple[Callable[[str], Command], ...]] = {
    "draft": (),
    "to approve": (CompleteLetter,),
    "returned": (CompleteLetter, _back),
    "approved": (CompleteLetter, ApproveLetter),
    "sent": (CompleteLetter, ApproveLetter, SendLetter),
    "stopped by hand": (_stop,),
}
DESK: list[tuple[Command, str, tuple[str, ...]]] = [
    (ReviseLetter(LETTER, "Ny tekst"), "revised", ("draft", "returned")),
    (CompleteLetter(LETTER), "completed", ("draft", "returned")),
    (ApproveLetter(LETTER), "approved", ("to approve",)),
    (ReturnLetter(LETTER, "kortere"), "returned", ("to approve",)),
]


def test_cor_04_a_letter_is_made_from_a_template() -> None:
    """Every declared field is filled in; the record keeps author, recipient and what it answers."""
    office = ground()
    draft = DraftLetter(CASE, "svar", "party-9", FIELDS, answers="bygg/document-1")

    assert office.do(draft) == [
        LetterDrafted(
            "bygg",
            CASE,
            LETTER,
            "svar",
            "party-9",
            "kari",
            "Svar",
            "Hei Ida, om garasjen",
            needs_approval=True,
            answers="bygg/document-1",
        )
    ]
    office.do(DraftLetter(CASE, "kvittering", "party-9"), "rule:B-1")
    first, second = office.state.letters.of(CASE)
    assert first == Letter(
        LETTER,
        "bygg",
        CASE,
        "svar",
        "party-9",
        "kari",
        "Svar",
        "Hei Ida, om garasjen",
        needs_approval=True,
        answers="bygg/document-1",
    )
    assert (second.id, second.author, second.body, second.needs_approval) == (
        f"{CASE}/letter-2",
        "rule:B-1",
        "Mottatt.",
        False,
    )
    assert office.state.letters.on("draft") == [first, second]


def test_cor_04_a_letter_may_still_be_written_on_a_case_that_has_ended() -> None:
    """The rejection goes out after the case is rejected."""
    office = ground(ChangeStatus(CASE, "avvist"))

    assert len(office.do(DraftLetter(CASE, "kvittering", "party-1"))) == 1


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (
            DraftLetter("X", "svar", "p"),
            "There is no case 'X'; look its number up on the case or the work list. [COR-02]",
        ),
        (
            DraftLetter(CASE, "vedtak", "p"),
            "Letter template 'vedtak' is not one of bygg; declared are: svar, kvittering. [COR-04]",
        ),
        (
            DraftLetter(CASE, "svar", "p", {"navn": "Ida"}),
            "Letter template 'svar' needs other fields (missing: sak). [COR-04]",
        ),
        (
            DraftLetter(CASE, "kvittering", "p", {"dato": "i dag"}),
            "Letter template 'kvittering' needs other fields (unknown: dato). [COR-04]",
        ),
        (
            DraftLetter(CASE, "svar", "p", {"Navn": "Ida"}),
            "Letter template 'svar' needs other fields (missing: navn, sak; unknown: Navn). [COR-04]",
        ),
    ],
)
def test_cor_04_a_letter_out_of_no_template_is_refused(command: Command, words: str) -> None:
    """Unknown template, missing and unknown fields are named, all at once."""
    assert ground().refused(command) == words


@pytest.mark.parametrize(("command", "doing", "allowed"), DESK)
@pytest.mark.parametrize("state", REACHED)
def test_cor_04_each_step_at_the_desk_takes_a_letter_in_the_right_state(
    state: str, command: Command, doing: str, allowed: tuple[str, ...]
) -> None:
    """From each state the steps that follow are carried out, and every other is refused with what it takes."""
    office = ground()
    assert office.state.letters[office.letter(*REACHED[state])].state == state

    if state in allowed:
        assert office.do(command) != []
    else:
        assert office.refused(command) == (
            f"Letter {LETTER} is {state!r} and cannot be {doing}; that takes a letter that is: "
            f"{', '.join(allowed)}. [COR-04]"
        )


@pytest.mark.parametrize("command", [row[0] for row in DESK])
def test_cor_04_an_unknown_letter_is_refused(command: Command) -> None:
    """Every step needs a letter that is there."""
    words = f"There is no letter '{LETTER}'; look its number up on the case or the work list. [COR-04]"

    assert ground().refused(command) == words


def test_cor_04_completion_leads_to_approval_where_the_template_asks_for_it() -> None:
    """Each round is counted; a template without approval is approved at once."""
    office = ground()
    letter = office.letter()

    assert office.do(CompleteLetter(letter)) == [
        LetterCompleted("bygg", CASE, letter, "svar", "kari", needs_approval=True, round=1)
    ]
    assert office.state.letters[letter].state == "to approve"
    office.do(_back(letter))
    assert office.state.letters[letter].rounds == 1
    office.do(CompleteLetter(letter))
    assert office.state.letters[letter].rounds == 2

    receipt = office.letter(template="kvittering")
    assert office.do(CompleteLetter(receipt), "rule:B-1") == [
        LetterCompleted("bygg", CASE, receipt, "kvittering", "rule:B-1", needs_approval=False, round=1)
    ]
    assert office.state.letters[receipt].state == "approved"


def test_ppt_09_a_letter_comes_back_with_comments_and_perhaps_another_text() -> None:
    """A text put in by the leader is a revision of its own, and it stays the author's letter."""
    office = ground()
    letter = office.letter(CompleteLetter)

    assert office.do(ReturnLetter(letter, "kortere", "Hei."), "staff:liv") == [
        LetterReturned("bygg", CASE, letter, "liv", "kortere"),
        LetterRevised("bygg", CASE, letter, "liv", "Hei."),
    ]
    record = office.state.letters[letter]
    assert (record.state, record.body, record.author) == ("returned", "Hei.", "kari")
    assert office.do(ReviseLetter(letter, "Hei på ny."), "rule:B-1") == [
        LetterRevised("bygg", CASE, letter, "rule:B-1", "Hei på ny.")
    ]
    assert office.do(ReviseLetter(letter, "Hei igjen.")) == [LetterRevised("bygg", CASE, letter, "kari", "Hei igjen.")]
    assert (office.state.letters[letter].state, office.state.letters[letter].body) == ("returned", "Hei igjen.")


def test_cor_04_approval_keeps_who_gave_it() -> None:
    """A leader or a rule; the letter is then ready to be sent. So it is with who sends it back."""
    for actor, by in (("staff:liv", "liv"), ("rule:B-1", "rule:B-1")):
        office = ground()
        letter = office.letter(CompleteLetter)

        assert office.do(_back(letter), actor) == [LetterReturned("bygg", CASE, letter, by, "kortere")]
        office.do(CompleteLetter(letter))
        assert office.do(ApproveLetter(letter), actor) == [LetterApproved("bygg", CASE, letter, by)]
        assert office.state.letters.on("approved") == [office.state.letters[letter]]
