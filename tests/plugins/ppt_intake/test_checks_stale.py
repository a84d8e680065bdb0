"""Checks that what lost its sense is dropped and what is owed is not, and of whose work everything was."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.events import (
    CaseAmended,
    DeadlineCancelled,
    DeadlineStarted,
    Event,
    LetterFailed,
    LetterRevised,
    LetterStopped,
    StatusChanged,
    TaskCancelled,
    TaskCreated,
)
from saksgang.records import Target
from saksgang_ppt_intake.checks_distribution import TheProposalFollowsTheFacts
from saksgang_ppt_intake.checks_hands import CasesBeginWithDocuments, EveryThingIsDoneByWhoMay
from saksgang_ppt_intake.checks_stale import (
    NothingOwedIsClosed,
    OnlyApprovedWordsAreChanged,
    WhatLostItsSenseIsDropped,
)
from tests.plugins.ppt_intake.checks_pages import (
    CASE,
    DOC,
    LETTER,
    R,
    assigned,
    done,
    drafted,
    opened,
    pages,
    registered,
    task,
)

DUE = dt.datetime(2026, 3, 6, 9, 0, tzinfo=dt.UTC)
OPENING = DeadlineStarted(R, CASE, "d", "opened", LETTER, DUE, (Target("due", "x", DUE),))
OVER = DeadlineCancelled(R, CASE, "d", "opened", LETTER, "due", "x")
STOPPED, FAILED = LetterStopped(R, CASE, LETTER, "fred", "ringer"), LetterFailed(R, CASE, LETTER, "ukjent")
UNDER_WORK, CLOSED = StatusChanged(R, CASE, "ny", "under arbeid", ""), StatusChanged(R, CASE, "ny", "avsluttet", "")
APPROVAL, QUESTION = task("approve_letter", about=LETTER), task("ask_under_work")
REVISED = LetterRevised(R, CASE, LETTER, "fred", "Noe annet")
KNOWN = {"institution": "Granli skole", "birth_year": 2016}
ROWS = [{"to": "fred", "institution": "Granli skole", "category": "*", "youngest": 0, "oldest": 120}]


def dropped(kind: str) -> TaskCancelled:
    return TaskCancelled(R, CASE, f"{CASE}/task-1", kind, "x")


@pytest.mark.parametrize(
    ("before", "turn", "gone", "rule"),
    [
        (APPROVAL, STOPPED, dropped("approve_letter"), "PPT-10"),
        (OPENING, STOPPED, OVER, "PPT-10"),
        (OPENING, FAILED, OVER, "PPT-10"),
        (QUESTION, UNDER_WORK, dropped("ask_under_work"), "PPT-08"),
    ],
)
def test_ppt_08_and_10_what_lost_its_sense_is_dropped(before: Event, turn: Event, gone: Event, rule: str) -> None:
    """At once; what is still there a minute later is found."""
    check = WhatLostItsSenseIsDropped

    assert pages().follow(before).at("03-03 09:00").add(turn).follow(gone).held(check)
    late = pages().follow(before).at("03-03 09:00").add(turn).at("03-03 09:01").follow(gone)
    assert late.wrong(check).startswith(f"{rule} {CASE}: ")


def test_ppt_05_nothing_owed_is_closed() -> None:
    """Reviewed it may be closed, while the review is on the list it may not."""
    asked = pages().follow(task("review_case", about=DOC))

    assert "to be done: review_case" in asked.add(CLOSED).wrong(NothingOwedIsClosed)
    answered = pages().follow(task("review_case", about=DOC)).add(done("review_case", "journal note", "fred"), CLOSED)
    assert answered.held(NothingOwedIsClosed)
    unreached = pages().follow(task("undelivered_letter", about=LETTER))
    assert "to be done: undelivered_letter" in unreached.add(CLOSED).wrong(NothingOwedIsClosed)


def test_ppt_09_only_words_that_are_approved_are_changed() -> None:
    """A reply is revised, the text of a confirmation stays."""
    assert pages().add(drafted("svarbrev", approval=True), REVISED).held(OnlyApprovedWordsAreChanged)
    assert "nobody has to approve" in pages().add(drafted("mottaksbekreftelse"), REVISED).wrong(
        OnlyApprovedWordsAreChanged
    )


def proposed(to: str, number: int = 1) -> TaskCreated:
    key = f"{CASE}/task-{number}"
    return TaskCreated(R, CASE, key, "distribute_case", DOC, "kari", "konsulent", "", facts={"proposal": to})


def test_ppt_04_the_proposal_follows_the_facts() -> None:
    """With the school's name corrected the directory names Fred: the new task proposes him, an old one is found."""
    check, facts = TheProposalFollowsTheFacts, CaseAmended(R, CASE, KNOWN)

    def waiting() -> object:
        start = pages(directory=ROWS, directory_fallback="lena")
        return start.follow(opened(institution="Granly"), registered(), proposed("lena")).at("03-03 09:00").add(facts)

    assert waiting().follow(proposed("fred", 2)).held(check)  # type: ignore[attr-defined]
    assert "now lead to fred, and lena is proposed" in waiting().wrong(check)  # type: ignore[attr-defined]
    already = pages(directory=ROWS, directory_fallback="lena").follow(opened(**KNOWN), registered(), proposed("fred"))
    assert already.at("03-03 09:00").add(CaseAmended(R, CASE, {"birth_year": 2015})).held(check)
    assert already.at("03-03 10:00").add(assigned("fred"), CaseAmended(R, CASE, {"institution": "x"})).held(check)


@pytest.mark.parametrize(
    ("event", "actor", "may"),
    [
        (APPROVAL, "staff:fred", False),
        (dropped("review_case"), "staff:kari", False),
        (OPENING, "staff:fred", False),
        (registered(), "staff:kari", True),
        (registered(), "staff:fred", False),
        (assigned("fred"), "staff:lena", True),
        (assigned("fred"), "staff:fred", False),
        (assigned("fred"), "citizen:1", False),
    ],
)
def test_ppt_01_to_11_each_thing_is_the_work_of_whoever_may(event: Event, actor: str, may: bool) -> None:
    """What rules do no person does, and each role does its own."""
    assert (pages().add(event, actor=actor).verdict(EveryThingIsDoneByWhoMay).status == "held") is may
    assert pages().follow(event).held(EveryThingIsDoneByWhoMay)


def test_ppt_01_a_case_begins_with_what_came_in() -> None:
    """Registered at once; one out of nothing is found."""
    assert pages().add(opened(), registered()).held(CasesBeginWithDocuments)
    assert "no document" in pages().add(opened()).wrong(CasesBeginWithDocuments)
