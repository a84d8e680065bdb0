"""The law of acts."""

from __future__ import annotations

import pytest

from saksgang.checks.laws_acts import ActsAreDoneByTheOffice
from saksgang.events import (
    DocumentRegistered,
    Event,
    LetterAvailable,
    LetterOpened,
    LetterPosted,
    LetterSent,
    LetterStopped,
    NoteWritten,
    TaskCompleted,
)
from tests.core.checks.pages import Pages

R, C, L = "ppt_intake", "C", "C/letter-1"
NOTE = NoteWritten(R, C, "C/note-1", "kari", "Hei.")
REGISTERED = DocumentRegistered(R, C, "d-1", "Henvisning", "kari", opened=True)
DONE = TaskCompleted(R, C, "C/task-1", "review_case", "", "done", "fred", "fred")
STOPPED = LetterStopped(R, C, L, "kari", "leveres")
SENT, THERE = LetterSent(R, C, L, "svarbrev", "citizen:1", "k", "d"), LetterAvailable(R, C, L)
OPENED = LetterOpened(R, C, L, late=False)


@pytest.mark.parametrize("actor", ["staff:kari", "rule:PPT-10", "system:office"])
def test_cor_03_the_office_acts(actor: str) -> None:
    """Its staff, its rules and itself."""
    assert Pages().add(NOTE, DONE, STOPPED, REGISTERED, actor=actor).held(ActsAreDoneByTheOffice)


@pytest.mark.parametrize(
    ("event", "actor", "wrong"),
    [
        (NOTE, "citizen:1", "COR-02 C: NoteWritten is no act of citizen:1."),
        (REGISTERED, "institution:skole", "COR-02 C: DocumentRegistered is no act of institution:skole."),
        (DONE, "citizen:1", "COR-03 C: TaskCompleted is no act of citizen:1."),
        (DONE, "system:print", "COR-03 C: TaskCompleted is no act of system:print."),
        (STOPPED, "system:print", "COR-04 C: LetterStopped is no act of system:print."),
    ],
)
def test_cor_03_who_acts_for_the_office_without_being_of_it_is_found(event: Event, actor: str, wrong: str) -> None:
    """Whoever it is from outside, and a system where it only reports."""
    assert Pages().add(event, actor=actor).wrong(ActsAreDoneByTheOffice) == wrong


def test_cor_02_a_system_keeps_what_it_brings() -> None:
    """A scanner registers, an archive writes a note."""
    assert Pages().add(NOTE, REGISTERED, actor="system:skanner").held(ActsAreDoneByTheOffice)


def test_cor_04_a_letter_is_opened_by_whom_it_is_for() -> None:
    """Or the mailbox tells of it; anybody else is found, as long as it still decides how the letter ends."""
    sent = (SENT, THERE)
    wrong = Pages().add(*sent).add(OPENED, actor="citizen:2").wrong(ActsAreDoneByTheOffice)

    assert Pages().add(*sent).add(OPENED, actor="citizen:1").held(ActsAreDoneByTheOffice)
    assert Pages().add(*sent).add(OPENED, actor="system:mailbox").held(ActsAreDoneByTheOffice)
    assert wrong == f"COR-04 C: Letter {L} is for citizen:1 and was opened by citizen:2."
    assert "opened by staff:kari" in Pages().add(*sent).add(OPENED, actor="staff:kari").wrong(ActsAreDoneByTheOffice)
    for end in (STOPPED, LetterPosted(R, C, L)):
        assert Pages().add(*sent, end).add(OPENED, actor="citizen:2").held(ActsAreDoneByTheOffice)
