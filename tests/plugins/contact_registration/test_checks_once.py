"""Checks of each contact once, of batches, of the week and of other routines' contacts."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from saksgang.events import (
    CaseAmended,
    CaseOpened,
    ContactRecorded,
    DocumentReceived,
    LetterSent,
    NoteWritten,
    TaskCancelled,
)
from saksgang_contact_registration import checks_once as once
from saksgang_contact_registration.checks_others import OthersContactsAreTakenUpAtOnce, RulesRegisterWhatIsCertain
from saksgang_contact_registration.checks_week import OnlyTheWeekIsCounted, OverruledWarningsWereGiven
from tests.core.checks.pages import Pages
from tests.plugins.contact_registration.checks_pages import OTHER, R, done, listed, pages, registered

BATCH = "MASSE-2026-00001"
LETTER = LetterSent(OTHER, "BEN-1", "BEN-1/letter-1", "spec", "citizen:1", "k", "")
BY_RULE = "rule:REG-14"


def by(event: Any, actor: str = "staff:jens") -> Pages:
    return pages().add(event, actor=actor)


def test_reg_02_whoever_ended_it_registered_it() -> None:
    """Karen's contact in Jens's hand, and in Karen's name by Jens."""
    check = once.WhoEndsItRegistersIt

    assert by(registered()).held(check)
    assert by(registered(ended_by="jens")).held(check)
    assert "karen had ended" in by(registered(ended_by="karen")).wrong(check)
    assert by(registered(by="karen", ended_by="karen")).verdict(check).status == "violated"
    assert by(registered(by=BY_RULE, ended_by="karen"), BY_RULE).verdict(check).status == "not put to the test"


def test_reg_02_twice_is_found() -> None:
    """The same slip, task, case and type; another type is REG-11's."""
    check = once.ContactsAreRegisteredOnce

    assert "a second time" in by(registered()).add(registered()).wrong(check)
    assert by(registered()).add(registered(type="hjælp til selvbetjening")).held(check)
    assert by(registered(source=None)).verdict(check).status == "violated"


def test_reg_02_a_slip_written_otherwise_is_found_and_that_of_another_day_or_desk_is_not() -> None:
    """The same citizen's at another desk is found, too, and so is a number whatever is said beside it."""
    check = once.ContactsAreRegisteredOnce
    letter = "BEN-2026-00001/letter-1"

    for again in ({"source": "Opkald  1"}, {"department": "borgerservice"}):
        assert "a second time" in by(registered()).add(registered(**again)).wrong(check)
    elsewhere = evolve(registered(department="borgerservice"), party="citizen:2")
    assert by(registered()).add(elsewhere).held(check)
    assert by(registered()).at("10-07 08:00").add(registered()).held(check)
    for number in (letter, "MASSE-2026-00001"):
        twice = by(registered(source=number)).at("10-07 08:00").add(evolve(elsewhere, facts={"source": number}))
        assert twice.held(check)
        twice.add(registered(source=number))
        assert "a second time" in twice.wrong(check)


def test_reg_02_a_task_is_done_by_its_own_desks_registration() -> None:
    """Another desk's slip of the same number, or another day's, does not take it off the list."""
    check = once.NothingIsLeftOutUnsaid
    task = evolve(listed(), section="jobcenter", facts={"source": "Opkald 1", "day": "2026-10-06"})
    elsewhere = evolve(registered(department="borgerservice"), party="citizen:2")

    assert by(task).add(registered(), done()).held(check)
    assert "without being registered" in by(task).add(elsewhere, done()).wrong(check)
    assert "without being registered" in by(task).at("10-07 08:00").add(registered(), done()).wrong(check)
    theirs = evolve(task, facts={**task.facts, "party": "citizen:2"})
    assert by(theirs).add(elsewhere, done()).held(check)


def test_reg_11_one_case_written_in_two_ways_is_found() -> None:
    """A personal number with its hyphen and without, an address in capitals and without its comma."""
    check = once.OneRegistrationATaskAndCase
    pairs = (("CPR", "7208781248", "720878-1248"), ("adresse", "Torvet 1, Køge", "TORVET 1 Køge"))

    for kind, one, other in pairs:
        first, second = (
            registered(reference_kind=kind, reference=case, type=type_)
            for case, type_ in ((one, "råd/vejledning"), (other, "information vedr. sag"))
        )
        assert "same case" in by(first).add(second).wrong(check)
    assert by(registered(reference="1")).add(registered(reference="2", source="Opkald 1")).held(check)


def test_reg_11_one_contact_about_one_case_is_found_twice() -> None:
    """Another task or two different cases hold."""
    check = once.OneRegistrationATaskAndCase

    assert "same case" in by(registered()).add(registered(type="oprettelse af sag", reference="1")).wrong(check)
    assert by(registered(reference="1")).add(registered(reference="2")).held(check)
    assert by(registered()).add(registered(area="flytning")).held(check)


def test_reg_10_the_third_of_a_kind_is_found() -> None:
    """Two may stand singly here; another day begins anew, a batch does not count."""
    check = once.ManyOfAKindAreABatch
    two = by(registered("out", "letter")).add(registered("out", "letter"))

    assert two.held(check)
    assert two.at("10-07 08:00").add(registered("out", "letter")).held(check)
    assert "More than 2 of a kind on 2026-10-06" in two.add(registered("out", "letter", day="2026-10-06")).wrong(check)


def test_reg_10_a_count_without_a_batch_is_found() -> None:
    """And a batch of calls, or of none."""
    check = once.ManyOfAKindAreABatch

    assert by(registered("out", "letter", batch="x", count=9)).held(check)
    assert "without a batch" in by(registered(count=9)).wrong(check)
    assert by(registered("in", "letter", batch="x", count=9)).verdict(check).status == "violated"
    assert by(registered("out", "letter", batch="x", count=0)).verdict(check).status == "violated"


def test_reg_10_a_batch_has_the_count_of_its_letters() -> None:
    """Two letters, counted as two; three is found, and a letter that no letter caused."""
    check = once.BatchesCountEachLetter
    opened = CaseOpened(R, BATCH, "masseforsendelse", "department:jobcenter", "", "samles", {"count": 1})
    grown = pages().add(LETTER).follow(opened)
    grown.add(evolve(LETTER, letter="BEN-1/letter-2")).follow(CaseAmended(R, BATCH, {"count": 2}))

    assert grown.held(check)
    grown.add(registered("out", "letter", batch=BATCH, count=3))
    assert "2 letters was registered with 3" in grown.wrong(check)
    assert pages().add(opened).verdict(check).status == "violated"
    lazy = pages().add(LETTER).follow(opened).follow(CaseAmended(R, BATCH, {"count": 2}))
    assert lazy.verdict(check).status == "violated"


def test_reg_10_two_letters_of_one_act_are_both_counted() -> None:
    """Both go out before the first is counted; the second counts once, not twice."""
    check = once.BatchesCountEachLetter
    journal = pages().add(LETTER, evolve(LETTER, letter="BEN-1/letter-2"))
    first, second = (recorded.id for recorded in journal.written[-2:])
    journal.add(CaseOpened(R, BATCH, "masseforsendelse", "", "", "samles", {"count": 1}), cause=first)
    journal.add(CaseAmended(R, BATCH, {"count": 2}), cause=second)

    assert journal.held(check)
    journal.add(CaseAmended(R, BATCH, {"count": 3}), cause=second)
    assert "not that of its letters" in journal.wrong(check)


@pytest.mark.parametrize(
    ("routine", "direction", "channel", "status"),
    [
        (OTHER, "out", "message", "held"),
        (OTHER, "out", "telephone", "violated"),
        (OTHER, "in", "message", "violated"),
        (R, "out", "message", "violated"),
    ],
)
def test_reg_10_a_written_contact_of_another_routine_is_a_letter(
    routine: str, direction: str, channel: str, status: str
) -> None:
    """An answer by message is counted like a letter; a call, what comes in and our own registrations are not."""
    contact = ContactRecorded(routine, "", "x/contact-1", "citizen:1", direction, channel, "svar", "jens", {})
    opened = CaseOpened(R, BATCH, "masseforsendelse", "department:jobcenter", "", "samles", {"count": 1})

    assert pages().add(contact).follow(opened).verdict(once.BatchesCountEachLetter).status == status


def test_reg_02_nothing_leaves_the_list_unsaid() -> None:
    """Registered, or left out with rule and reason; dropped or ticked off is found."""
    check = once.NothingIsLeftOutUnsaid
    on_list = listed()

    assert by(on_list).add(registered(), done()).held(check)
    assert by(on_list).add(done("not registered", rule="REG-01", why="mødet")).held(check)
    assert by(on_list).add(done("not registered", rule="REG-13", why="sendt før ugen")).held(check)
    assert "without being registered" in by(on_list).add(done()).wrong(check)
    wrongs: tuple[dict[str, Any], ...] = ({}, {"rule": "REG-12", "why": "x"}, {"rule": "REG-01", "why": " "})
    for wrong in wrongs:
        assert "by which rule" in by(on_list).add(done("not registered", **wrong)).wrong(check)
    dropped = TaskCancelled(R, "", f"{R}/task-1", "register_contact", "travlt")
    assert by(on_list).add(dropped).verdict(check).status == "violated"


def test_reg_02_nothing_stays_on_the_list() -> None:
    """15 working days after 6 October, at 08:00 UTC, end on the 27th: clocks went back in between."""
    check = once.NoContactIsLeftOnTheList

    assert by(listed()).verdict(check, "10-27 08:00").count == 0
    assert "still on the list" in by(listed()).wrong(check, "10-28 08:00")
    assert by(listed()).add(done()).held(check)


@pytest.mark.parametrize(
    ("when", "facts", "wrong"),
    [
        ("10-06 08:00", {}, ""),
        ("10-09 21:59", {}, ""),
        ("10-09 22:00", {}, "outside 2026-10-05-2026-10-09"),
        ("10-04 21:59", {}, "outside"),
        ("10-06 08:00", {"day": "2026-10-07"}, "before it was"),
        ("10-16 08:00", {"day": "2026-10-09"}, ""),
        ("10-17 08:00", {"day": "2026-10-09"}, "after the time for it"),
        ("10-06 08:00", {"department": "skole"}, "takes no part"),
    ],
)
def test_reg_13_only_the_week_is_counted(when: str, facts: dict[str, str], wrong: str) -> None:
    """By the local day of the contact, the department, and in time."""
    journal = pages().at(when).add(registered(**facts))

    if wrong:
        assert wrong in journal.wrong(OnlyTheWeekIsCounted)
    else:
        assert journal.held(OnlyTheWeekIsCounted)


def test_reg_13_what_was_on_the_list_may_be_late() -> None:
    """It was offered in the week."""
    late = by(listed()).at("11-17 08:00").add(registered(day="2026-10-09"))

    assert late.held(OnlyTheWeekIsCounted)


def test_reg_13_a_warning_that_was_not_given_is_not_overruled() -> None:
    """Nor a hard rule."""
    check = OverruledWarningsWereGiven

    assert by(registered(changed=True, overruled={"REG-03": "x"})).held(check)
    assert "no such warning" in by(registered(overruled={"REG-03": "x"})).wrong(check)
    assert by(registered(changed=True, overruled={"REG-12": "x"})).verdict(check).status == "violated"


def test_reg_14_others_contacts_are_taken_up_at_once() -> None:
    """Registered, listed, or in a batch at the same instant; later is found."""
    check = OthersContactsAreTakenUpAtOnce
    own = registered("out", "output manager", source="BEN-1/letter-1")
    opened = CaseOpened(R, BATCH, "masseforsendelse", "department:jobcenter", "", "samles", {"count": 1})

    assert pages().add(LETTER).follow(own).held(check)
    assert pages().add(LETTER).follow(listed("BEN-1/letter-1")).held(check)
    assert pages().add(LETTER).follow(opened).held(check)
    assert "neither registered nor offered" in pages().add(LETTER).at("10-06 08:01").add(own).wrong(check)
    assert pages().add(LETTER).follow(listed("BEN-1/letter-2")).verdict(check).status == "violated"


def test_reg_14_documents_and_contacts_too() -> None:
    """Each by its own id; outside the week nothing is owed."""
    check = OthersContactsAreTakenUpAtOnce
    day = pages().now.date()
    document = DocumentReceived(OTHER, "", "ben/document-1", "citizen:1", "citizen:1", "letter", "x", day, day)
    contact = ContactRecorded(OTHER, "", "ben/contact-1", "citizen:1", "in", "telephone", "x", "jens", {})

    for event, key in ((document, "ben/document-1"), (contact, "ben/contact-1")):
        assert pages().add(event).follow(listed(key)).held(check)
        assert pages().add(event).verdict(check).status == "violated"
        assert pages().at("10-10 08:00").add(event).verdict(check).status == "not put to the test"


def test_reg_14_rules_register_what_is_certain() -> None:
    """Complete, of another routine, and nothing judged; on no case, whoever registers."""
    check = RulesRegisterWhatIsCertain
    own = registered("out", "output manager", source="BEN-1/letter-1", by=BY_RULE)

    assert pages().add(LETTER).follow(own, actor=BY_RULE).held(check)
    assert by(own, BY_RULE).verdict(check).status == "violated"
    for change in ({"type": None}, {"department": None}, {"closing": None}, {"overruled": {"REG-03": "x"}}):
        half = evolve(own, facts={n: v for n, v in {**own.facts, **change}.items() if v is not None})
        assert pages().add(LETTER).follow(half, actor=BY_RULE).verdict(check).status == "violated"
    assert "on a case" in by(registered(case="BEN-1")).wrong(check)


def test_reg_14_a_noted_call_is_taken_up_at_once() -> None:
    """By the words that the municipality set; outside the week, or with the letters inside a word, nothing is owed."""
    check = OthersContactsAreTakenUpAtOnce
    note = NoteWritten(OTHER, "BEN-1", "BEN-1/note-1", "jens", "Borger ringer i morgen.")
    week = {"call_words": ["Ringer"]}

    assert pages(**week).add(note).follow(listed("BEN-1/note-1")).held(check)
    assert "neither registered nor offered" in pages(**week).add(note).wrong(check)
    for other in (pages().add(note), pages(**week).at("10-13 08:00").add(note)):
        assert other.verdict(check).status == "not put to the test"
    assert pages(**week).add(evolve(note, text="Ændringer")).verdict(check).status == "not put to the test"
