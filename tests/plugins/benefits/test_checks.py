"""The whole of this routine's checks, and what a run has to have seen."""

from __future__ import annotations

import ast
import importlib
import inspect
from types import ModuleType

import pytest
from attrs import evolve

import saksgang_benefits
from saksgang.checks import Check
from saksgang.checks.laws import CORE_LAWS
from saksgang.events import (
    CaseSeen,
    DeadlineExtended,
    DeadlineMissed,
    DeadlineStarted,
    Event,
    LetterAvailable,
    LetterCompleted,
    LetterFailed,
    LetterPrintOrdered,
    MailboxMissing,
    TaskTaken,
)
from saksgang.records import Target
from saksgang_benefits import checks_reach as reach
from saksgang_benefits.checks import CHECKS
from tests.plugins.benefits.checks_pages import (
    ASTA,
    CASE,
    DOC,
    LETTER,
    R,
    amended,
    answered,
    asked,
    book,
    calculation,
    cancelled,
    done,
    drafted,
    moment,
    note,
    opened,
    payment,
    received,
    registered,
    reopened,
    sent,
    status,
    task,
    waits,
)

SPOUSE = "Kontaktforløb oprettet på ægtefælle"
DUE = moment("2024-06-13 21:59")
PAPER, MISSING = LetterPrintOrdered(R, CASE, LETTER, "", "k"), MailboxMissing(R, CASE, LETTER)
TAKEN = TaskTaken(R, CASE, f"{CASE}/task-1", "viggo", "dagny")
KINDS = (
    "create_case",
    "handle_application",
    "review_document",
    "follow_up",
    "decide",
    "payslip",
    "payment_held",
    SPOUSE,
)
ASKS = f"{CASE}: Vi mangler kontoudtog for de seneste tre måneder."
TEMPLATES = ("anmodning", "afgorelse_bevilling", "udbetalingsspecifikation")
EVERYTHING: tuple[Event, ...] = (
    received(benefit="kontanthjælp"),
    received(benefit="kontanthjælp", document=f"{DOC}2", children="to"),
    received("Hændelse", event=SPOUSE),
    received("Lønseddel", month="2024-06"),
    opened(own_income="1.00"),
    *(write(name, ASKS if write is drafted else "citizen:asta") for name in TEMPLATES for write in (drafted, sent)),
    *(task(kind, LETTER, number=number) for number, kind in enumerate((*KINDS, "review_document"))),
    waits(number=KINDS.index("follow_up")),
    reopened(KINDS.index("follow_up")),
    registered(),
    registered("Dokumentation"),
    asked("betaling", "2024-06"),
    answered("eIndkomst", own_income="2.00"),
    answered("betaling", accepted=True),
    TAKEN,
    *(done(kind, outcome, number=n) for n, kind in enumerate(KINDS) for outcome in ("income reported", "granted")),
    DeadlineMissed(R, CASE, "d", "payment", "", "due", DUE),
    waits(reason=""),
    reopened(),
    cancelled("follow_up"),
    LetterCompleted(R, CASE, LETTER, "anmodning", "dagny", needs_approval=False, round=1),
    LetterAvailable(R, CASE, LETTER),
    PAPER,
    MISSING,
    DeadlineStarted(R, CASE, "d", "documentation", LETTER, DUE, (Target("due", "x", DUE),)),
    DeadlineExtended(R, CASE, "d", "due", DUE, "ringede"),
    CaseSeen(R, CASE, "dagny"),
    note(),
    status("fuldt oplyst"),
    status("bevilget"),
    amended(decision={"outcome": "granted", "supplementary": True, "from_month": "2024-04"}, stop_month="2024-05"),
    DeadlineMissed(R, CASE, "d", "payment", "", "due", DUE),
    amended(calculation_2024_06=calculation("1.00", spouse="refuses")),
    amended(income_2024_06={"document": "x"}, hold_2024_06={"state": "held"}),
    amended(hold_2024_06={"state": "released"}, payment_2024_06=payment("2.00")),
    DeadlineMissed(R, CASE, "d", "payment", "", "due", DUE),
    *(done("payment_rejected", outcome, number=1) for outcome in ("send again", "looked into")),
    status("afsluttet", "bevilget"),
    status("arkiveret", "afsluttet", final=True),
    task("follow_up", f"{LETTER}0", number=50),
    waits(number=50),
    drafted("anmodning", ASKS, f"{LETTER}0"),
    LetterFailed(R, CASE, f"{LETTER}0", "ukendt"),
    task("undelivered_letter", f"{LETTER}0", number=51),
    drafted("anmodning", ASKS, f"{LETTER}1"),
    sent("anmodning", letter=f"{LETTER}1"),
    opened(),
    amended(decision={"outcome": "granted", "from_month": "2024-04"}),
    opened(kind="enkeltydelse"),
    status("bevilget"),
    amended(payment_2024_06=payment("2.00", state="paid")),
    opened(kind="enkeltydelse", case="EY-2024-00001"),
    received("Lønseddel", document=f"{DOC}0"),
    registered("Lønseddel", document=f"{DOC}0", opened=False, case="EY-2024-00001"),
)


def modules() -> list[ModuleType]:
    """The modules in which the checks are."""
    names = sorted({check.__module__ for check in CHECKS})
    return [importlib.import_module(name) for name in names]


def test_sim_06_every_requirement_of_the_routine_has_a_check() -> None:
    """BEN-01 to BEN-26 each stand first in at least one check that can be violated; ids are unique."""
    first = {check.requirements[0] for check in CHECKS if check.kind != "reach"}
    ids = [check.id for check in (*CORE_LAWS, *CHECKS)]

    assert first == {f"BEN-{number:02}" for number in range(1, 27)}
    assert len(set(ids)) == len(ids)
    assert all(check.id.startswith("ben-") and check.sentence.endswith(".") for check in CHECKS)
    assert all((check.kind == "reach") == check.id.startswith("ben-reach-") for check in CHECKS)


def test_sim_06_each_check_is_listed_once() -> None:
    """Every check class that the routine's modules offer is in the list."""
    offered = [getattr(module, name) for module in modules() for name in module.__all__]
    classes = {each for each in offered if isinstance(each, type) and issubclass(each, Check)}

    assert len(set(CHECKS)) == len(CHECKS)
    assert classes == set(CHECKS)


def test_sim_06_the_checks_share_no_code_with_the_routine() -> None:
    """Their modules import the core's checks, events and records, and each other."""
    allowed = ("saksgang.checks", "saksgang.events", "saksgang.journal.record", "saksgang_benefits.checks")
    folder = saksgang_benefits.__path__[0]
    for module in modules():
        tree = ast.parse(inspect.getsource(module))
        names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        assert inspect.getfile(module).startswith(folder)
        assert [name for name in names if "saksgang" in name and not name.startswith(allowed)] == []


def test_sim_06_an_empty_journal_breaks_nothing_and_reaches_nothing() -> None:
    """Without an occasion a check is not put to the test, and says so."""
    verdicts = [book().verdict(check) for check in CHECKS]

    assert {v.status for v in verdicts if v.kind == "reach"} == {"not reached"}
    assert {v.status for v in verdicts if v.kind != "reach"} == {"not put to the test"}


@pytest.mark.parametrize("check", CHECKS)
def test_plg_04_another_routines_journal_concerns_no_check(check: type[Check]) -> None:
    """The same events in another routine's stream put nothing to the test, whatever is wrong with them."""
    other = [evolve(event, routine="ppt_intake") for event in EVERYTHING]
    journal = book().add(*other).at("2024-12-01 09:00").rule(*other)

    assert journal.verdict(check, "2025-06-01 00:00").status in ("not put to the test", "not reached")


@pytest.mark.parametrize("check", [check for check in CHECKS if check.kind != "reach"])
def test_sim_06_the_same_events_in_its_own_stream_do(check: type[Check]) -> None:
    """Nothing of the above is silent because it would be silent anyway."""
    journal = book().add(*EVERYTHING).at("2024-12-01 09:00").rule(*EVERYTHING)

    assert journal.verdict(check, "2025-06-01 00:00").judged


REMINDER = task("follow_up", LETTER)
DIFFERS = amended(differences=[{"field": "children"}])


@pytest.mark.parametrize(
    ("check", "seen", "not_seen"),
    [
        (reach.ReachPaid, [amended(payment_2024_06=payment(state="paid"))], [amended(payment_2024_06=payment())]),
        (
            reach.ReachHeldAndReleased,
            [amended(hold_2024_06={"state": "held"}), amended(hold_2024_06={"state": "released"})],
            [amended(hold_2024_06={"state": "released"})],
        ),
        (reach.ReachHeldForTooLong, [task("payment_held")], [task("payslip")]),
        (reach.ReachSpouseRegisters, [task(SPOUSE)], [task("review_document")]),
        (
            reach.ReachSpouseRefuses,
            [amended(calculation_2024_06=calculation(spouse="refuses"))],
            [amended(calculation_2024_06=calculation())],
        ),
        (
            reach.ReachSpouseAppliesToo,
            [amended(spouse_number=ASTA), received()],
            [amended(spouse_number=ASTA), received("Dokumentation")],
        ),
        (reach.ReachReminderClosedByUpload, [REMINDER, cancelled("follow_up")], [REMINDER, reopened()]),
        (reach.ReachReminderCameBack, [REMINDER, waits(), reopened()], [REMINDER, waits()]),
        (reach.ReachPayslipTakenByAnother, [task("payslip"), TAKEN], [task("decide"), TAKEN]),
        (reach.ReachDecidedWithADifference, [DIFFERS, done("decide", "granted")], [done("decide", "granted")]),
        (reach.ReachOnPaper, [MISSING, PAPER], [MISSING]),
        (reach.ReachClosedAtTheCitizensWish, [status("afsluttet", "bevilget")], [status("afsluttet", "afslået")]),
    ],
)
def test_sim_06_a_run_says_what_it_has_reached(check: type[Check], seen: list[Event], not_seen: list[Event]) -> None:
    """Each goal is reached by what it asks for, and not by what only looks like it."""
    assert book().rule(opened(), *seen).verdict(check).status == "held"
    assert book().rule(opened(), *not_seen).verdict(check).status == "not reached"


def test_ben_13_only_a_person_leaves_a_task_waiting() -> None:
    """A reminder that a rule puts away is nothing that a person left."""
    assert book().add(waits()).verdict(reach.ReachTaskLeftWaiting).status == "held"
    assert book().rule(waits()).verdict(reach.ReachTaskLeftWaiting).status == "not reached"
    assert {check.__name__ for check in CHECKS if check.kind == "reach"} == set(reach.__all__)
