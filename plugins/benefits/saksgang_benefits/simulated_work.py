"""What the simulated staff of a benefits office do with each kind of task, as a person at the desk does (SIM-04)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from saksgang.commands import (
    AmendCase,
    ChangeStatus,
    CompleteLetter,
    CompleteTask,
    CreateTask,
    DraftLetter,
    RegisterDocument,
    SeeCase,
    WaitWithTask,
    WriteNote,
)
from saksgang.records import Case, Document
from saksgang.view import View
from saksgang_benefits.belonging import case_for
from saksgang_benefits.dispatching import DECISIONS
from saksgang_benefits.haendelser import ROWS
from saksgang_benefits.household import NOT_YET, REFUSES, availability
from saksgang_benefits.informing import RECEIVED, UNDER_WAY
from saksgang_benefits.intake import named_type
from saksgang_benefits.letter_fields import decision_fields, time_in_words
from saksgang_benefits.looking import letters_from, on_lists, settings_of
from saksgang_benefits.matters import composed, raised
from saksgang_benefits.money import amount, plain
from saksgang_benefits.months import month_of
from saksgang_benefits.names import KONTANT, PAYSLIPS, SINGLE, SPOUSE_EVENT
from saksgang_benefits.reckoning import calculation_of
from saksgang_benefits.refusing_household import granted_already
from saksgang_benefits.statements import unreadable
from saksgang_sim.behaviour import Turn, Work

__all__ = ["FOR_COLLEAGUE", "FOR_DOCUMENTS", "WORK"]

FOR_COLLEAGUE = "lønsedler behandles af en kollega"
FOR_DOCUMENTS = "venter på resten af dokumentationen"
FORGOTTEN_NOTE = 0.03
OVERLOOKED = 0.4
MISREAD = 0.2
WAITS_WITH_EVENT = 0.5
REFUSED = 0.15
UNREADABLE = 0.03
INFORM_FROM = (RECEIVED, UNDER_WAY)


def _case(turn: Turn) -> Case:
    return turn.view.case(turn.task.case)


def create_case(turn: Turn) -> Work:
    """Read what came, and open the case that it is about, or put it on the one there is."""
    document = turn.view.document(turn.task.about)
    case = case_for(document, turn.view)
    meant = {name: str(document.facts[name]).removeprefix("ca. ") for name in unreadable(document.facts)}
    if case is not None and not turn.luck.chance(OVERLOOKED, "overlooks the case"):
        yield RegisterDocument(document.id, document.category, case=case.number)
    elif (named := named_type(document)) and not _misread(turn):
        yield RegisterDocument(document.id, document.category, case_type=named, facts=meant)
    else:
        facts = {"benefit": KONTANT, **meant}
        yield RegisterDocument(document.id, document.category, case_type=KONTANT, facts=facts)


def _misread(turn: Turn) -> bool:
    return turn.attempt == 1 and turn.luck.chance(MISREAD, "misreads the benefit")


def handle_application(turn: Turn) -> Work:
    """Look at it, and ask for what is missing in one letter, with a reminder; or conclude that nothing is."""
    yield SeeCase(turn.task.case)
    matters = _missing(_case(turn))
    if not matters:
        yield ChangeStatus(turn.task.case, "fuldt oplyst")
        return
    yield from _ask_for(turn, matters)
    yield CompleteTask(turn.task.id, "more needed")


NEEDED = {SINGLE: ("expense",)}
NEEDED_ELSE = ("unemployment_fund", "bank_statement")


def _missing(case: Case) -> list[str]:
    spouse = ["spouse_not_registered"] if case.type != SINGLE and availability(case.facts) == NOT_YET else []
    return [*spouse, *_documents(case)]


def _documents(case: Case) -> list[str]:
    """The documents that the application came without."""
    attached = case.facts.get("attached")
    known = attached if isinstance(attached, list) else []
    return [key for key in NEEDED.get(case.type, NEEDED_ELSE) if key not in known]


def _still_missing(case: Case, view: View) -> list[str]:
    came = _documents(case) if _came(case, view) else []
    return [key for key in _missing(case) if key not in came]


def _ask_for(turn: Turn, matters: list[str]) -> Work:
    case = _case(turn)
    settings = settings_of(turn.view)
    fields = {
        "case_number": case.number,
        "matters": composed(*matters),
        "time": time_in_words(settings.documentation_time),
        "unit": settings.unit,
    }
    events = yield DraftLetter(case.number, "anmodning", case.party, fields)
    letter = events[0].event.letter  # type: ignore[attr-defined]
    yield CompleteLetter(letter)
    yield CreateTask("follow_up", case.number, about=letter, owner=turn.person.id)


def _keep_on_a_list(turn: Turn) -> Work:
    """The last task of a case that is being informed: ask for what is missing, or conclude that nothing is."""
    case = _case(turn)
    if case.status not in INFORM_FROM or on_lists(turn.view, case.number) != [turn.task]:
        return
    missing = _still_missing(case, turn.view)
    if missing:
        yield from _ask_for(turn, missing)
    else:
        yield ChangeStatus(case.number, "fuldt oplyst")


def look_again(turn: Turn) -> Work:
    """Documentation or an event came: conclude if that was all, else wait for the rest."""
    case = _case(turn)
    if case.status not in INFORM_FROM:
        yield CompleteTask(turn.task.id, "noted")
        return
    if turn.task.kind == SPOUSE_EVENT and _documents_asked(case, turn.view) and _waits(turn):
        yield WaitWithTask(turn.task.id, FOR_DOCUMENTS)
        return
    yield from _conclude(turn, case)


def _waits(turn: Turn) -> bool:
    return turn.luck.chance(WAITS_WITH_EVENT, "waits for the documents")


def _documents_asked(case: Case, view: View) -> bool:
    return bool(_documents(case)) and not _came(case, view)


def _came(case: Case, view: View) -> bool:
    return any(task.kind == "review_document" for task in view.tasks(case.number))


def _conclude(turn: Turn, case: Case) -> Work:
    spouse_missing = case.type != SINGLE and availability(case.facts) == NOT_YET
    if spouse_missing or _documents_asked(case, turn.view):
        if on_lists(turn.view, case.number) == [turn.task]:
            yield from _ask_for(turn, _still_missing(case, turn.view))
        asked = letters_from(turn.view, case.number, "anmodning")
        yield CompleteTask(turn.task.id, "more needed" if asked else "noted")
        return
    yield ChangeStatus(case.number, "fuldt oplyst")
    for task in turn.view.unfinished(case.number, SPOUSE_EVENT, "review_document"):
        yield CompleteTask(task.id, "noted")


def follow_up(turn: Turn) -> Work:
    """The time is over: decide by what there is, or note that the spouse will not register."""
    case = _case(turn)
    if case.status not in INFORM_FROM:
        yield CompleteTask(turn.task.id, "noted")
        return
    if case.type != SINGLE and availability(case.facts) == NOT_YET:
        yield WriteNote(case.number, "Ægtefællen har ikke tilmeldt sig inden fristen og ønsker det ikke.")
        yield AmendCase(case.number, {"spouse_refuses": True})
    yield ChangeStatus(case.number, "fuldt oplyst")


def decide(turn: Turn) -> Work:
    """Check the basis of calculation, write the note, grant or refuse; now and then the note is forgotten at first."""
    case = _case(turn)
    month = month_of(turn.view.today)
    found = calculation_of(case, month, turn.view)
    overlooked = turn.attempt == 1 and turn.luck.chance(OVERLOOKED, "overlooks the household")
    poor = bool(found.obstacle) or not found.amount or (not overlooked and bool(granted_already(case, turn.view)))
    refuse = poor or _documents_asked(case, turn.view) or turn.luck.chance(REFUSED, "refused")
    forgotten = turn.attempt == 1 and turn.luck.chance(FORGOTTEN_NOTE, "forgets the note")
    if not forgotten:
        yield WriteNote(
            case.number, "Afslag: betingelserne er ikke opfyldt." if refuse else "Bevilges efter beregningen."
        )
    if refuse:
        yield CompleteTask(turn.task.id, "refused")
    else:
        yield CompleteTask(turn.task.id, "granted", facts=_grant(case, plain(found.amount)))


def _grant(case: Case, granted: str) -> dict[str, Any]:
    if case.type == SINGLE:
        return {"amount": granted}
    earns = bool(case.facts.get("married")) and amount(case.facts.get("spouse_income")) > 0
    return {"supplementary": earns and availability(case.facts) != REFUSES}


def decision_letter(turn: Turn) -> Work:
    """Complete the letter of the decision and let it go."""
    case = _case(turn)
    unit = settings_of(turn.view).unit
    decision: Any = case.facts["decision"]
    if decision["outcome"] == "granted":
        template, fields = "afgorelse_bevilling", decision_fields(case, unit)
    else:
        template, fields = "afgorelse_afslag", _refusal(case, unit)
    events = yield DraftLetter(case.number, template, case.party, fields)
    yield CompleteLetter(events[0].event.letter)  # type: ignore[attr-defined]


def _refusal(case: Case, unit: str) -> dict[str, str]:
    benefit = "en enkeltydelse" if case.type == SINGLE else case.type
    reason = "Efter de oplysninger, vi har, er betingelserne for hjælpen ikke opfyldt."
    return {"case_number": case.number, "benefit": benefit, "reason": reason, "unit": unit}


def undelivered_letter(turn: Turn) -> Work:
    """Send it anew while that makes sense; else call, and note it."""
    case, letter = _case(turn), turn.view.letter(turn.task.about)
    if letter.template in DECISIONS:
        yield from decision_letter(turn)
    elif letter.template == "anmodning" and case.status in INFORM_FROM:
        yield from _ask_for(turn, list(raised(letter.body)))
    else:
        yield WriteNote(case.number, "Brevet kom ikke frem. Ringede til borgeren og gennemgik indholdet.")
        yield from _keep_on_a_list(turn)
        yield CompleteTask(turn.task.id, "reached otherwise")


def payslip(turn: Turn) -> Work:
    """Whoever is responsible for payslips reports it; its owner leaves it to that colleague."""
    if PAYSLIPS not in turn.person.roles:
        yield WaitWithTask(turn.task.id, FOR_COLLEAGUE)
        return
    case, document = _case(turn), turn.view.document(turn.task.about)
    month = str(document.facts.get("month"))
    usable = f"payment/{month}" not in case.facts and case.type != SINGLE and not case.ended
    if not usable or turn.luck.chance(UNREADABLE, "unreadable"):
        yield WriteNote(case.number, f"Lønsedlen for {month} kan ikke bruges.")
        yield CompleteTask(turn.task.id, "not usable")
        return
    yield AmendCase(case.number, {f"income/{month}": _income(document)})
    yield WriteNote(case.number, f"Indtægt for {month} indberettet efter lønsedlen, og måneden er genberegnet.")
    yield CompleteTask(turn.task.id, "income reported")


def _income(document: Document) -> dict[str, Any]:
    return {"document": document.id, "pay": document.facts["pay"], "hours": document.facts["hours"]}


def payment_held(turn: Turn) -> Work:
    """Remind the citizen of the payslip by letter."""
    if not _case(turn).ended:
        yield from _ask_for(turn, ["payslip"])
    yield CompleteTask(turn.task.id, "looked into")


def payment_rejected(turn: Turn) -> Work:
    """Order it again."""
    yield CompleteTask(turn.task.id, "send again")


def no_amount(turn: Turn) -> Work:
    """Say what stands in the way."""
    yield WriteNote(turn.task.case, f"Måneden {turn.task.about} kan ikke beregnes: {turn.task.facts.get('obstacle')}")
    yield CompleteTask(turn.task.id, "looked into")


def unclear_answer(turn: Turn) -> Work:
    """Ask by telephone what was meant."""
    yield from _keep_on_a_list(turn)
    yield CompleteTask(turn.task.id, "looked into")


WORK: Mapping[str, Callable[[Turn], Work]] = {
    "create_case": create_case,
    "handle_application": handle_application,
    "review_document": look_again,
    **{row.name: look_again for row in ROWS},
    "follow_up": follow_up,
    "decide": decide,
    "decision_letter": decision_letter,
    "undelivered_letter": undelivered_letter,
    "payslip": payslip,
    "payment_held": payment_held,
    "payment_rejected": payment_rejected,
    "no_amount": no_amount,
    "unclear_answer": unclear_answer,
}
