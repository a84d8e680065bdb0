"""The whole of this routine's checks, and what a run has to have seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from attrs import evolve

from saksgang.checks import Check
from saksgang.checks.laws import CORE_LAWS
from saksgang.events import (
    DeadlineMet,
    DeadlineMissed,
    DeadlineStarted,
    Event,
    LetterApproved,
    LetterAvailable,
    LetterOpened,
    LetterPrintOrdered,
    LetterReturned,
    LetterStopped,
    MailboxMissing,
    NoteWritten,
    StatusChanged,
)
from saksgang.records import Target
from saksgang_ppt_intake import checks_reach as reach
from saksgang_ppt_intake.checks import CHECKS
from tests.core.checks.pages import Pages
from tests.plugins.ppt_intake.checks_pages import (
    CASE,
    DOC,
    LETTER,
    R,
    assigned,
    completed,
    done,
    drafted,
    opened,
    pages,
    received,
    registered,
    sent,
    task,
)

THERE, MISSING = LetterAvailable(R, CASE, LETTER), MailboxMissing(R, CASE, LETTER)
PAPER = LetterPrintOrdered(R, CASE, LETTER, "", "k")
OPENED, LATE = LetterOpened(R, CASE, LETTER), LetterOpened(R, CASE, LETTER, late=True)
RETURNED = LetterReturned(R, CASE, LETTER, "lena", "kortere")
YES, NO = (done("ask_under_work", outcome, "fred") for outcome in ("yes", "no"))
DUE = dt.datetime(2026, 3, 23, 22, 59, tzinfo=dt.UTC)
DEADLINE = ("ppt_intake", CASE, "d", "answer", DOC)
TEMPLATES = ("mottaksbekreftelse", "svarbrev", "forelopig_svar")
TASKS = ("assess_case", "review_case", "ask_under_work", "approve_letter", "revise_letter", "preliminary_reply")
EVERYTHING: tuple[Event, ...] = (
    received(),
    opened(),
    registered("Ang. elev"),
    registered(),
    assigned("lena"),
    assigned("fred", "lena"),
    DeadlineStarted(*DEADLINE, DUE, (Target("norm", "x", DUE), Target("limit", "x", DUE))),
    NoteWritten(R, CASE, "n", "fred", "Ringte."),
    *(write(template) for template in TEMPLATES for write in (drafted, completed, sent)),
    *(task(kind) for kind in TASKS),
    *(done(kind, outcome, "fred", DOC) for kind in TASKS for outcome in ("yes", "journal note")),
    RETURNED,
    LetterApproved(R, CASE, LETTER, "fred"),
    THERE,
    OPENED,
    MISSING,
    PAPER,
    LetterStopped(R, CASE, LETTER, "rule:PPT-10", ""),
    DeadlineMet(*DEADLINE, "norm", DUE, "x"),
    DeadlineMissed(*DEADLINE, "norm", DUE),
    StatusChanged(R, CASE, "ny", "under arbeid", ""),
)
Write = Callable[[Pages], Pages]


def two(first: Event, when: str, second: Event) -> Write:
    return lambda journal: journal.at("03-26 09:00").add(first).at(when).add(second)


def test_sim_06_every_requirement_of_the_routine_has_a_check() -> None:
    """PPT-01 to PPT-11 each stand first in at least one check that can be violated; ids are unique."""
    first = {check.requirements[0] for check in CHECKS if check.kind != "reach"}
    ids = [check.id for check in (*CORE_LAWS, *CHECKS)]

    assert first == {f"PPT-{number:02}" for number in range(1, 12)}
    assert len(set(ids)) == len(ids)
    assert all(check.id.startswith("ppt-") and check.sentence.endswith(".") for check in CHECKS)
    assert all((check.kind == "reach") == check.id.startswith("ppt-reach-") for check in CHECKS)


def test_sim_06_each_check_is_listed_once() -> None:
    """Every check class of the routine's modules is in the list."""
    assert len(set(CHECKS)) == len(CHECKS)
    assert {check.__name__ for check in CHECKS if check.kind == "reach"} == set(reach.__all__)


def test_sim_06_an_empty_journal_breaks_nothing_and_reaches_nothing() -> None:
    """Without an occasion a check is not put to the test, and says so."""
    verdicts = [pages().verdict(check) for check in CHECKS]

    assert {v.status for v in verdicts if v.kind == "reach"} == {"not reached"}
    assert {v.status for v in verdicts if v.kind != "reach"} == {"not put to the test"}


@pytest.mark.parametrize("check", CHECKS)
def test_plg_04_another_routines_journal_concerns_no_check(check: type[Check]) -> None:
    """The same events in another routine's stream put nothing to the test, whatever is wrong with them."""
    other = [evolve(event, routine="benefits") for event in EVERYTHING]

    assert pages().add(*other).at("12-01 09:00").add(*other).verdict(check).status in (
        "not put to the test",
        "not reached",
    )


@pytest.mark.parametrize(
    ("check", "seen", "not_seen"),
    [
        (reach.ReachPrintedUnopened, two(THERE, "03-30 08:01", PAPER), two(MISSING, "03-26 09:00", PAPER)),
        (reach.ReachPrintedOverAWeekend, two(THERE, "03-30 08:01", PAPER), two(THERE, "03-27 09:01", PAPER)),
        (reach.ReachOpenedInTime, two(THERE, "03-27 09:00", OPENED), two(THERE, "03-27 09:00", LATE)),
        (reach.ReachPaperWithoutMailbox, two(MISSING, "03-26 09:00", PAPER), two(THERE, "03-30 08:01", PAPER)),
        (reach.ReachLeaderReturned, two(THERE, "03-26 09:00", RETURNED), two(THERE, "03-26 09:00", PAPER)),
        (
            reach.ReachLeaderHandedOn,
            two(assigned("lena"), "03-27 09:00", assigned("fred", "lena")),
            two(assigned("lena"), "03-27 09:00", assigned("lars", "lena")),
        ),
        (reach.ReachStatusAskedAndAnswered, two(THERE, "03-26 09:00", YES), two(THERE, "03-26 09:00", NO)),
    ],
)
def test_sim_06_a_run_says_what_it_has_reached(check: type[Check], seen: Write, not_seen: Write) -> None:
    """Each goal is reached by what it asks for, and not by what only looks like it."""
    assert seen(pages()).verdict(check).status == "held"
    assert not_seen(pages()).verdict(check).status == "not reached"
