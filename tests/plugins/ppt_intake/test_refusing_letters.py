"""What is refused about letters (PPT-05, PPT-07, PPT-09)."""

from __future__ import annotations

import pytest
from attrs import evolve

from saksgang.commands import (
    ApproveLetter,
    CompleteLetter,
    DraftLetter,
    ReportLetterFailed,
    ReturnLetter,
    ReviseLetter,
    StopLetter,
)
from saksgang.errors import Refused
from saksgang_ppt_intake import refusing_letters
from tests.plugins.ppt_intake.bench import STAFF, Bench, a_case, a_document, a_letter, a_task, view_of

DOCUMENT, CASE, LETTER = "ppt_intake/document-1", "PPT-2026-00001", "PPT-2026-00001/letter-1"
CONFIRM = DraftLetter(CASE, "mottaksbekreftelse", "party-1", answers=DOCUMENT)
REPLY = evolve(CONFIRM, template="svarbrev")
OWED = a_task("confirm_receipt", DOCUMENT)


def drafted(command: DraftLetter, actor: str, *records: object, subject: str = "Henvisning") -> str:
    view = view_of(a_case(), a_document(subject), *records)
    return refusing_letters.draft_letter(command, actor, view) or ""


def test_ppt_05_the_consultant_confirms_a_new_referral() -> None:
    """The look itself: a consultant, a new referral, no confirmation yet."""
    assert drafted(CONFIRM, "staff:post", OWED) == ""


@pytest.mark.parametrize("actor", ["staff:nord1", "staff:sjef_nord", "citizen:1"])
def test_ppt_05_nobody_but_the_consultant_confirms(actor: str) -> None:
    """The look itself: others are refused."""
    assert drafted(CONFIRM, actor, OWED).startswith("PPT-05: Only konsulent")


@pytest.mark.parametrize("subject", ["Fornyet henvisning", "Henvendelse", "Drøfting", "Opplysninger"])
def test_ppt_05_nothing_but_a_new_referral_gets_the_confirmation(office: Bench, subject: str) -> None:
    """The look itself and the office: the refusal says what it is for and what the document is."""
    wrong = drafted(CONFIRM, "staff:post", subject=subject)
    assert wrong.startswith("PPT-05: The confirmation is only for a new referral (Henvisning)")
    assert repr(subject) in wrong

    case, document = office.new_case(subject)
    with pytest.raises(Refused, match="PPT-05"):
        office.draft(case, "mottaksbekreftelse", document, "staff:post")


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [("received_date", "1. april 2020", "16. november 2026"), ("case_number", "PPT-1999-7", "PPT-2026-00001")],
)
@pytest.mark.parametrize("template", ["mottaksbekreftelse", "svarbrev", "forelopig_svar"])
def test_ppt_02_what_the_system_knows_nobody_types_otherwise(
    office: Bench, template: str, field: str, text: str, told: str
) -> None:
    """Each letter has its own case number and the day on which what it answers was received."""
    case, document = office.assigned_case()
    known = {"case_number": case, "received_date": "16. november 2026"}
    fields = {name: known.get(name, "x") for name in office.view.catalogue.letter("ppt_intake", template).fields}
    actor = "staff:post" if template == "mottaksbekreftelse" else "staff:nord1"

    with pytest.raises(Refused, match=rf"write {told}\..*PPT-02"):
        office.do(DraftLetter(case, template, "party-1", {**fields, field: text}, document), actor)
    office.do(DraftLetter(case, template, "party-1", fields, document), actor)


def test_ppt_05_a_confirmation_names_the_referral_that_it_confirms(office: Bench) -> None:
    """A referral on another case, or none, is refused."""
    case, _ = office.new_case()
    _, other = office.new_case()

    for answers in ("", other, "nei"):
        with pytest.raises(Refused, match="PPT-05"):
            office.draft(case, "mottaksbekreftelse", answers, "staff:post")


@pytest.mark.parametrize("state", ["draft", "sent", "available", "opened", "posted"])
def test_ppt_05_a_referral_is_confirmed_once(state: str) -> None:
    """The look itself: a confirmation under way or delivered is the one there is."""
    earlier = a_letter("mottaksbekreftelse", state=state)

    assert drafted(CONFIRM, "staff:post", OWED, earlier).startswith("PPT-05: ")


def test_ppt_05_a_second_referral_gets_a_confirmation_of_its_own() -> None:
    """The look itself: once for each referral, not once for each case."""
    earlier = a_letter("mottaksbekreftelse", state="sent", answers="ppt_intake/document-0")

    assert drafted(CONFIRM, "staff:post", OWED, earlier) == ""


def test_ppt_05_a_confirmation_that_reached_nobody_was_none(office: Bench) -> None:
    """Stopped as a draft, or failed on its way, it may be written again; stopped after sending it may not."""
    case, document = office.new_case()
    first = office.draft(case, "mottaksbekreftelse", document, "staff:post")
    with pytest.raises(Refused, match=r"it gets one only.*PPT-05"):
        office.draft(case, "mottaksbekreftelse", document, "staff:post")
    office.do(StopLetter(first, "feil mottaker"), "staff:post")
    second = office.complete(case, "mottaksbekreftelse", document, "staff:post")
    office.do(ReportLetterFailed(second, "ukjent adresse"), "system:mailbox")
    third = office.complete(case, "mottaksbekreftelse", document, "staff:post")
    office.do(StopLetter(third, "ringte i stedet"), "staff:post")

    with pytest.raises(Refused, match="PPT-05"):
        office.draft(case, "mottaksbekreftelse", document, "staff:post")


def test_ppt_07_replies_are_written_by_specialists() -> None:
    """The look itself: a specialist writes replies, to a document on the case; a leader hands the case on instead."""
    review = a_task("review_case", DOCUMENT, owner="nord1")

    assert drafted(REPLY, "staff:nord1", review) == ""
    assert drafted(REPLY, "staff:sjef_nord").startswith("PPT-07: Only fagansatt")
    assert drafted(REPLY, "staff:post").startswith("PPT-07: Only fagansatt")
    assert drafted(evolve(REPLY, answers=""), "staff:nord1").startswith("PPT-07: A letter from template")


def test_ppt_07_only_whoever_was_given_the_review_replies() -> None:
    """The look itself: the reviewer, or who has reviewed; not while it lies in a queue, nor for other work."""
    given, queued = (a_task("review_case", DOCUMENT, owner=owner) for owner in ("nord1", ""))
    done = a_task("review_case", DOCUMENT, owner="nord2", done_by="nord1", state="done")

    assert drafted(REPLY, "staff:nord1", given) == ""
    assert drafted(REPLY, "staff:nord1", done) == ""
    assert drafted(REPLY, "staff:nord2", given).startswith(f"PPT-07: Case {CASE} was not given to nord2 to review")
    asked = a_task("ask_under_work", owner="nord1")
    assert drafted(REPLY, "staff:nord1", queued, asked).startswith("PPT-07")
    assert drafted(REPLY, "staff:nord1").startswith("PPT-07")


def test_ppt_11_preliminary_replies_are_written_by_whoever_has_the_case() -> None:
    """The look itself: a leader who has not handed the case on yet says in time that it takes longer."""
    command = evolve(REPLY, template="forelopig_svar")

    assert drafted(command, "staff:nord1") == ""
    assert drafted(command, "staff:sjef_nord") == ""
    assert drafted(command, "staff:post").startswith("PPT-11: Only fagansatt or leder")
    assert drafted(evolve(command, answers=""), "staff:nord1").startswith("PPT-11: A letter from template")


def test_ppt_07_an_unknown_template_is_the_cores_matter(office: Bench) -> None:
    """It names the templates that there are."""
    case, _ = office.new_case()

    with pytest.raises(Refused, match="forelopig_svar, mottaksbekreftelse, svarbrev"):
        office.do(DraftLetter(case, "purring", "party-1"), "staff:nord1")


def test_ppt_09_a_letter_without_approval_keeps_its_templates_words(office: Bench) -> None:
    """Otherwise any text could go out past the leader under the name of a standard letter."""
    case, document = office.assigned_case()
    for template, actor in (("mottaksbekreftelse", "staff:post"), ("forelopig_svar", "staff:nord1")):
        letter = office.draft(case, template, document, actor)
        with pytest.raises(Refused, match=r"goes out without approval.*PPT-09"):
            office.do(ReviseLetter(letter, "Noe helt annet"), actor)

    reply = office.draft(case, "svarbrev", document, "staff:nord1")
    office.do(ReviseLetter(reply, "Egen tekst"), "staff:nord1")
    assert office.view.letter(reply).body == "Egen tekst"


def approved(actor: str, *records: object) -> str:
    view = view_of(a_case(), a_letter(state="to approve"), *records)
    return refusing_letters.approve_letter(ApproveLetter(LETTER), actor, view) or ""


def test_ppt_09_only_a_leader_approves() -> None:
    """The look itself: specialists, consultants and strangers do not."""
    assert approved("staff:sjef_nord") == ""
    for actor in ("staff:nord2", "staff:post", "citizen:1"):
        assert approved(actor).startswith("PPT-09: Only leder")


def test_ppt_09_nobody_approves_their_own_letter() -> None:
    """The look itself: neither the author nor the one who completed it, leader or not."""
    author = evolve(STAFF[1], roles=("fagansatt", "leder"))
    completed = a_task("approve_letter", LETTER, facts={"completed_by": "sjef_nord"})

    assert approved("staff:nord1", author).startswith("PPT-09: nord1 wrote or completed")
    assert approved("staff:sjef_nord", completed).startswith("PPT-09: sjef_nord wrote or completed")
    assert approved("staff:sjef_sor", completed) == ""


def test_ppt_09_a_return_says_what_is_to_be_changed() -> None:
    """The look itself: without comments, or by somebody else, a letter is not returned."""
    view = view_of(a_case(), a_letter(state="to approve"))
    returned = refusing_letters.return_letter

    assert returned(ReturnLetter(LETTER, "Skriv enklere."), "staff:sjef_nord", view) is None
    assert "without comments" in (returned(ReturnLetter(LETTER, "  "), "staff:sjef_nord", view) or "")
    assert (returned(ReturnLetter(LETTER, "Bra!"), "staff:nord2", view) or "").startswith("PPT-09: Only leder")


def test_ppt_09_a_letter_that_a_leader_completed_waits_for_another_leader(office: Bench) -> None:
    """In the office: it lies in the leaders' queue, and who completed it can neither approve nor return it."""
    case, document = office.assigned_case()
    letter = office.draft(case, "svarbrev", document, "staff:nord1")
    office.do(CompleteLetter(letter), "staff:sjef_nord")
    assert office.task(case, "approve_letter").owner == ""

    for command in (ApproveLetter(letter), ReturnLetter(letter, "Til meg selv")):
        with pytest.raises(Refused, match="PPT-09"):
            office.do(command, "staff:sjef_nord")
    with pytest.raises(Refused, match="PPT-09"):
        office.do(ReturnLetter(letter, ""), "staff:sjef_sor")
    assert office.mailbox.orders == []

    office.do(ApproveLetter(letter), "staff:sjef_sor")
    assert [order.letter for order in office.mailbox.orders] == [letter]
