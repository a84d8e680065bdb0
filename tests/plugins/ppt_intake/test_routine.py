"""The routine as a whole: who answers what, trust in its own rules, a life that can be replayed."""

from __future__ import annotations

import datetime as dt
import re

from saksgang.commands import (
    ApproveLetter,
    AssignCase,
    CancelTask,
    CompleteLetter,
    CompleteTask,
    OpenLetter,
    RegisterDocument,
    ReturnLetter,
    SeeCase,
    WriteNote,
)
from saksgang.events import CaseSeen
from saksgang.office import rebuilt
from saksgang_ppt_intake import declaration, plugin, routine
from tests.plugins.ppt_intake.bench import Bench, a_case, bench, record, view_of


def test_what_concerns_the_routine_not_is_left_to_the_core() -> None:
    """An event that nothing follows from gets no answer, a command that nothing speaks against no refusal."""
    event = CaseSeen("ppt_intake", "PPT-2026-00001", "nord1")

    assert plugin.respond(record(event), view_of(a_case())) == []
    assert plugin.vet(SeeCase("PPT-2026-00001"), "staff:nord1", view_of(a_case())) is None


def test_the_routine_trusts_its_own_rules() -> None:
    """What is closed to people is open to the rules that the routine answers with."""
    view = view_of(a_case())

    assert (plugin.vet(CancelTask("t", "reason"), "staff:nord1", view) or "").startswith("PPT-01")
    assert plugin.vet(CancelTask("t", "reason"), "rule:PPT-08", view) is None


def test_every_refusal_names_a_requirement_first(office: Bench) -> None:
    """The office splits at the first colon: what stands before it is the number of a requirement."""
    document = office.submit()
    wrong = routine.refusal(RegisterDocument(document, "Feil"), "staff:post", office.view)

    assert wrong is not None
    assert re.match(r"PPT-\d\d: [A-Z].*\.$", wrong)


def test_every_answer_names_a_requirement_of_the_routine(office: Bench) -> None:
    """In a life with most that can happen, each act of a rule says which requirement asked for it."""
    live(office)
    rules = {recorded.actor.partition(":")[2] for recorded in office.journal if recorded.actor.startswith("rule:")}

    assert rules <= set(declaration.REQUIREMENTS)
    assert {"PPT-01", "PPT-04", "PPT-05", "PPT-06", "PPT-07", "PPT-08", "PPT-09", "PPT-10", "PPT-11"} <= rules


def test_a_life_can_be_replayed_and_lived_again(office: Bench) -> None:
    """The journal alone rebuilds the office (COR-01), and the same acts give the same journal (SIM-01)."""
    live(office)
    again = bench()
    live(again)

    assert rebuilt(office.journal).picture() == office.office.state.picture()
    assert again.journal.digest == office.journal.digest
    assert office.failures() == []


def live(office: Bench) -> None:
    """Three inquiries: a referral with every step, a general inquiry by telephone, information put aside."""
    case, document = office.new_case("Henvisning", institution="Lia barnehage")
    office.do(AssignCase(case, "sjef_nord"))
    office.available(office.complete(case, "mottaksbekreftelse", document, "staff:post"))
    office.do(AssignCase(case, "nord2"), "staff:sjef_nord")
    office.wait_until(dt.datetime(2026, 12, 9, 9, tzinfo=dt.UTC))
    preliminary = office.complete(case, "forelopig_svar", document, "staff:nord2")
    office.available(preliminary)
    office.do(OpenLetter(preliminary), "party-1")
    reply = office.complete(case, "svarbrev", document, "staff:nord2")
    for question in office.tasks(case, "ask_under_work"):
        if question.state == "open":
            office.do(CompleteTask(question.id, "yes"), "staff:nord2")
    office.do(ReturnLetter(reply, "Skriv enklere."), "staff:sjef_nord")
    office.do(CompleteLetter(reply), "staff:nord2")
    office.do(ApproveLetter(reply), "staff:sjef_nord")
    office.available(reply)

    call, _ = office.assigned_case("Henvendelse")
    office.do(WriteNote(call, "Svarte på telefon."), "staff:nord1")
    office.do(CompleteTask(office.task(call, "review_case").id, "journal note"), "staff:nord1")
    more = office.submit("Opplysninger")
    office.register(more, "Opplysninger", case=call)
    office.wait_until(dt.datetime(2027, 2, 1, 9, tzinfo=dt.UTC))
