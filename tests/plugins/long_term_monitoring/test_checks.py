"""Each check holds where the rule holds, and finds where it is broken (SIM-06)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as day
from typing import Any

import pytest
from attrs import evolve

from saksgang.checks import Check
from saksgang.checks.laws import CORE_LAWS
from saksgang.events import CaseAssigned, TaskCompleted
from saksgang_long_term_monitoring import checks_reach as reach
from saksgang_long_term_monitoring.checks import CHECKS
from saksgang_long_term_monitoring.checks_cycle import CasesComeUpOnTheirDay, ReviewsAreTreated, TheCycleNeverDies
from saksgang_long_term_monitoring.checks_cycle import TheNextReviewIsCounted as Counted
from saksgang_long_term_monitoring.checks_finance import (
    FindingsShow,
    MonitoredClaimsAreChecked,
    NothingOwedIsClosed,
    SettledCasesAreToBeClosed,
    StoppedClaimsAreNeverAsked,
)
from saksgang_long_term_monitoring.checks_form import ClaimsCanBeRead as Readable
from saksgang_long_term_monitoring.checks_form import NoFormIsSavedWithAPointMissing as AllTicked
from saksgang_long_term_monitoring.checks_form import TheFormShowsTheClaims as FormShows
from saksgang_long_term_monitoring.checks_hands import EveryThingIsDoneByWhoMay as WhoMay
from saksgang_long_term_monitoring.checks_import import (
    ClaimsComeInOnce,
    ImportedCasesHaveTheirCaseworker,
    TasksLieWithTheCaseworker,
)
from saksgang_long_term_monitoring.checks_lapse import lapse_day
from saksgang_long_term_monitoring.checks_limitation import ClaimsAreListedInTime as Listed
from saksgang_long_term_monitoring.checks_limitation import (
    LapsingClaimsAreTreated,
    NoReviewComesTooLate,
    TheFormShowsTheLastDay,
)
from saksgang_long_term_monitoring.checks_sessions import SessionsListTheOldestFirst as Sorted
from saksgang_long_term_monitoring.checks_sessions import SessionsRecur
from saksgang_long_term_monitoring.checks_sessions import WhatWasLeftIsReported as Left
from saksgang_long_term_monitoring.checks_settings import months_after, months_earlier
from saksgang_long_term_monitoring.checks_status import OutcomesAreCarriedOut as CarriedOut
from saksgang_long_term_monitoring.checks_status import TheResultIsNoted as Noted
from saksgang_long_term_monitoring.checks_status import TheStatusToggles as Toggles
from saksgang_long_term_monitoring.checks_woken import AMeasureIsChosen
from saksgang_long_term_monitoring.checks_woken import NothingHappensByItself as Nothing
from saksgang_long_term_monitoring.checks_woken import WokenCasesAskForAMeasure as AskForMeasure
from tests.core.checks.pages import Pages
from tests.plugins.long_term_monitoring.checks_pages import (
    ACTIVE,
    CASE,
    CLAIM,
    CLOSED,
    MONITORED,
    R,
    amended,
    answered,
    asked,
    cancelled,
    date,
    done,
    extended,
    noted,
    opened,
    pages,
    passed,
    status,
    task,
)

Write = Callable[[Pages], Pages]
PUT, LIFTED = status(MONITORED), status(ACTIVE)
PAID = {"found": "paid"}
FORM: dict[str, Any] = {
    "claims": [{"id": "F-1", "what": "SFO", "amount": 5000}],
    "total": 5000,
    "checklist": ["Adresse", "Inntekt"],
}
WORK = {"case": "", "about": ""}


def write(*events: Any, at: str = "03-02 09:00", actor: str = "staff:kari") -> Write:
    return lambda journal: journal.at(at).add(*events, actor=actor)


def after(*writes: Write) -> Write:
    def all_of(journal: Pages) -> Pages:
        for each in writes:
            journal = each(journal)
        return journal

    return all_of


def woken(*events: Any, actor: str = "staff:kari") -> Write:
    return after(write(opened(), LIFTED, task("choose_measure")), write(*events, at="03-03 09:00", actor=actor))


def saved_and_noted(saved: TaskCompleted, text: str) -> Write:
    return lambda journal: journal.add(saved).follow(noted(text))


DONE = done("review", "continue")
UP = after(write(PUT, date("2026-09-02")), write(passed(), task("review", **FORM), at="09-02 04:01", actor="clock"))
NAMED = evolve(opened(), facts={"claims": [CLAIM], "responsible": "kari"})
GIVEN = CaseAssigned(R, CASE, "kari", "", "")
SETTLED = amended({**CLAIM, "state": "paid"})
FOUND_PAID = amended({**CLAIM, "state": "paid"}, **{"F-1": PAID})
OLD = {**CLAIM, "due": "2024-01-05"}  # lapses on 5 January 2027
GIVEN_UP = done("limitation_soon", "left to lapse", about="F-1", reason="Dødsbo.")
INTERRUPTED = amended({**OLD, "limitation_from": "2026-09-07"})

HELD: list[tuple[type[Check], Write]] = [
    (ImportedCasesHaveTheirCaseworker, write(NAMED, GIVEN)),
    (ClaimsComeInOnce, write(NAMED, GIVEN)),
    (SettledCasesAreToBeClosed, write(SETTLED, task("close_case"))),
    (SettledCasesAreToBeClosed, write(opened(OLD), GIVEN_UP, task("close_case"), INTERRUPTED, cancelled("close_case"))),
    (NothingOwedIsClosed, write(opened(), SETTLED, status(CLOSED))),
    (NothingOwedIsClosed, write(opened(OLD), GIVEN_UP, status(CLOSED))),
    (TheFormShowsTheLastDay, write(opened(OLD), task("review", latest="2026-09-05"))),
    (TheFormShowsTheLastDay, write(opened(OLD), GIVEN_UP, task("review", latest=""))),
    (TheFormShowsTheLastDay, write(opened({**CLAIM, "due": "2023-02-27"}), task("review", latest=""))),
    (TheFormShowsTheLastDay, write(opened(OLD), GIVEN_UP, INTERRUPTED, task("review", latest="2029-05-07"))),
    (
        NoReviewComesTooLate,
        write(opened(OLD, {**CLAIM, "id": "F-2"}), GIVEN_UP, PUT, date("2026-09-06")),
    ),
    (Toggles, write(opened(), PUT, LIFTED, status(CLOSED))),
    (Counted, write(PUT, date("2026-09-02"))),
    (Counted, write(PUT, date("2027-02-28"), at="08-31 09:00")),
    (Counted, after(UP, write(done("review", "continue", months=3), date("2026-12-02", number=2), at="09-02 08:00"))),
    (Counted, write(done("review", "continue", choice="Avvent"), date("2028-03-02"))),
    (TheCycleNeverDies, after(UP, write(done("review", "continue"), date("2027-03-02", number=2), at="09-03 08:00"))),
    (CasesComeUpOnTheirDay, UP),
    (
        CasesComeUpOnTheirDay,
        after(write(date("2026-09-02"), extended("2026-09-05")), write(passed(), task("review"), at="09-05 04:01")),
    ),
    (StoppedClaimsAreNeverAsked, write(opened(CLAIM, {**CLAIM, "id": "F-2", "stop": True}), asked("F-1"))),
    (
        MonitoredClaimsAreChecked,
        after(
            write(opened(), PUT, date("2026-04-02", "finance_check")),
            write(passed("finance_check"), asked("F-1"), date("2026-05-02", "finance_check", 2), at="04-02 04:01"),
        ),
    ),
    (FindingsShow, write(opened(), answered(F_1=PAID), FOUND_PAID)),
    (FindingsShow, write(opened(), answered(F_1={"found": "?"}), task("finance_unclear", about="r-1"))),
    (
        FindingsShow,
        write(
            opened(),
            answered(F_1=PAID, F_9=PAID),
            FOUND_PAID,
            task("finance_unclear", about="r-1"),
        ),
    ),
    (FindingsShow, write(opened(), answered(F_1=PAID), FOUND_PAID, status(CLOSED), answered(F_9=PAID))),
    (FormShows, after(write(opened()), UP)),
    (Readable, write(opened(), amended(CLAIM, {**CLAIM, "id": "F-2"}))),
    (Readable, write(opened({**CLAIM, "due": "2029-12-31"}, {**CLAIM, "id": "F-2", "limitation_from": "2026-03-02"}))),
    (Readable, write(opened({**CLAIM, "due": "2026-06-01", "limitation_from": "2026-06-01"}))),
    (AllTicked, after(UP, write(done("review", "wake"), at="09-02 09:00"))),
    (WhoMay, after(write(PUT, extended("2026-09-05"), done("review", "wake")), write(task("review"), actor="rule:X"))),
    (CarriedOut, after(write(done("review", "wake"), LIFTED))),
    (Noted, saved_and_noted(done("review", "wake", notes="Jobb."), "Vekk til live. Adresse, Inntekt. Jobb.")),
    (Noted, saved_and_noted(done("review", "continue"), "Fortsett overvåking. 02.09.2026. Adresse, Inntekt.")),
    (Noted, saved_and_noted(done("review", "continue", choice="Avvent"), "Avvent 02.03.2028 Adresse Inntekt")),
    (TasksLieWithTheCaseworker, write(NAMED, GIVEN, task("review"))),
    (TasksLieWithTheCaseworker, write(NAMED, GIVEN, evolve(task("review"), owner="per", reason="kari is away"))),
    (TasksLieWithTheCaseworker, write(opened(), evolve(task("limitation_soon"), owner=""))),
    (AskForMeasure, woken(done("choose_measure", "tiltak", name="Utlegg"))),
    (Nothing, woken(PUT)),
    (NoReviewComesTooLate, write(opened({**CLAIM, "due": "2024-01-05"}), PUT, date("2026-09-05"))),
    (
        NoReviewComesTooLate,
        write(opened({**CLAIM, "due": "2024-01-05"}), status(MONITORED, reason="overstyrt: ja"), date("2026-09-06")),
    ),
    (
        Listed,
        after(
            write(opened({**CLAIM, "due": "2024-01-05"})), write(task("limitation_soon", about="F-1"), at="09-05 04:01")
        ),
    ),
    (Listed, write(opened({**CLAIM, "due": "2023-04-03"}), task("limitation_soon", about="F-1"))),
    (
        SessionsRecur,
        after(
            write(PUT, date("2026-03-09", "session", clock="09:00")),
            write(passed("session"), date("2026-03-16", "session", 2, "09:00"), at="03-09 08:01"),
        ),
    ),
    (SessionsRecur, write(PUT, date("2026-04-07", "session", clock="09:00"), at="03-30 07:30")),
    (
        Sorted,
        after(
            write(task("review", 1)),
            write(passed("session"), task("work_session", 2, reviews=["t-1"], cases=[CASE], **WORK), at="03-09 08:01"),
        ),
    ),
    (
        Left,
        after(
            write(task("review", 1), task("work_session", 2, reviews=["t-1"], **WORK)),
            write(
                done("work_session", "done", 2, case=""),
                task("session_left", 3, "t-2", "", reviews=["t-1"]),
                at="03-09 10:00",
            ),
        ),
    ),
    (ReviewsAreTreated, after(UP, write(done("review", "wake"), at="09-03 09:00"))),
    (AMeasureIsChosen, woken(done("choose_measure", "tiltak", name="Utlegg"))),
    (LapsingClaimsAreTreated, write(task("limitation_soon", about="F-1"), cancelled("limitation_soon"))),
]
BROKEN: list[tuple[type[Check], str, Write, str]] = [
    (ImportedCasesHaveTheirCaseworker, "MON-06", write(NAMED), "was given to nobody"),
    (ClaimsComeInOnce, "MON-08", write(NAMED, evolve(NAMED, case="GJE-2026-00002")), "opened case GJE-2026-00002"),
    (SettledCasesAreToBeClosed, "MON-05", write(SETTLED), "nobody is asked to close it"),
    (SettledCasesAreToBeClosed, "MON-05", write(opened(OLD), GIVEN_UP), "nobody is asked to close it"),
    (
        SettledCasesAreToBeClosed,
        "MON-05",
        write(opened(), SETTLED, task("close_case"), amended({**CLAIM, "state": "paid"}, {**CLAIM, "id": "F-2"})),
        "still asked to close it",
    ),
    (NothingOwedIsClosed, "MON-05", write(opened(), status(CLOSED)), "was closed while F-1 was owed"),
    (NothingOwedIsClosed, "MON-05", write(opened(OLD), evolve(GIVEN_UP, facts={}), status(CLOSED)), "F-1 was owed"),
    (NothingOwedIsClosed, "MON-05", write(opened(OLD), GIVEN_UP, INTERRUPTED, status(CLOSED)), "F-1 was owed"),
    (TheFormShowsTheLastDay, "MON-14", write(opened(OLD), task("review", latest="2026-09-06")), "it is 2026-09-05"),
    (
        TheFormShowsTheLastDay,
        "MON-14",
        write(opened({**OLD, "state": "paid"}), task("review", latest="2026-09-05")),
        "it is None",
    ),
    (
        NoReviewComesTooLate,
        "MON-14",
        write(opened(OLD), GIVEN_UP, INTERRUPTED, PUT, date("2029-05-08")),
        "the last day for it is 2029-05-07",
    ),
    (Toggles, "MON-01", write(PUT, actor="rule:MON-03"), "rule:MON-03 set case"),
    (Toggles, "MON-01", write(PUT, actor="staff:ida"), "staff:ida set case"),
    (Toggles, "MON-02", write(status(ACTIVE, CLOSED)), "went from"),
    (Toggles, "MON-01", write(opened(state=MONITORED)), "began as"),
    (Counted, "MON-03", write(PUT), "no review was set"),
    (Counted, "MON-03", write(PUT, date("2026-09-03")), "6 months give 2026-09-02"),
    (Counted, "MON-03", write(PUT, date("2026-09-14"), at="03-12 09:00"), "6 months give 2026-09-12"),
    (Counted, "MON-03", write(PUT, date("2027-03-03"), at="08-31 09:00"), "6 months give 2027-02-28"),
    (Counted, "MON-04", after(UP, write(done("review", "continue", months=3), at="09-02 08:00")), "no review was set"),
    (
        Counted,
        "MON-04",
        after(UP, write(done("review", "continue", months=3), date("2027-03-02", number=2), at="09-02 08:00")),
        "3 months give 2026-12-02",
    ),
    (Counted, "MON-03", write(date("2026-09-02")), "although nothing put"),
    (TheCycleNeverDies, "MON-04", write(PUT), "0 review dates that run and 0 reviews that wait"),
    (TheCycleNeverDies, "MON-04", write(PUT, date("2026-09-02"), date("2026-09-03", number=2)), "has 2 review dates"),
    (
        TheCycleNeverDies,
        "MON-04",
        after(write(PUT, date("2026-09-02")), write(passed(), at="09-02 04:01")),
        "has 0 review dates",
    ),
    (
        TheCycleNeverDies,
        "MON-04",
        after(write(PUT, date("2026-09-02")), write(LIFTED, at="03-05 09:00")),
        "is not monitored and has 1",
    ),
    (CasesComeUpOnTheirDay, "MON-06", write(passed(), at="09-02 04:01"), "was due on None"),
    (
        CasesComeUpOnTheirDay,
        "MON-06",
        after(write(date("2026-09-02")), write(passed(), task("review"), at="09-03 04:01")),
        "was due on 2026-09-02 and came up on 2026-09-03",
    ),
    (
        CasesComeUpOnTheirDay,
        "MON-06",
        after(write(date("2026-09-02")), write(passed(), at="09-02 04:01")),
        "on nobody's list",
    ),
    (CasesComeUpOnTheirDay, "MON-06", write(task("review")), "although none has come up"),
    (StoppedClaimsAreNeverAsked, "MON-05", write(opened({**CLAIM, "stop": True}), asked("F-1")), "asks about F-1"),
    (
        StoppedClaimsAreNeverAsked,
        "MON-05",
        write(opened(), amended({**CLAIM, "state": "paid"}), asked("F-1")),
        "asks about F-1",
    ),
    (MonitoredClaimsAreChecked, "MON-05", write(opened(), PUT), "the recurring check"),
    (
        MonitoredClaimsAreChecked,
        "MON-05",
        after(write(opened(), PUT, date("2026-04-02", "finance_check")), write(passed(), at="04-02 04:01")),
        "F-1 was not asked about",
    ),
    (
        MonitoredClaimsAreChecked,
        "MON-05",
        write(opened(), PUT, date("2026-04-03", "finance_check")),
        "the interval gives 2026-04-02",
    ),
    (FindingsShow, "MON-05", write(opened(), answered(F_1=PAID)), "was not changed"),
    (FindingsShow, "MON-05", write(opened(), answered(F_1={})), "with what cannot be, and nobody was told"),
    (FindingsShow, "MON-05", write(opened(), answered(F_9=PAID)), "with what cannot be, and nobody was told"),
    (FindingsShow, "MON-05", write(answered(F_1=PAID)), "with what cannot be, and nobody was told"),
    (
        FindingsShow,
        "MON-05",
        write(opened(), evolve(answered(F_1={}), case=CASE)),
        "with what cannot be, and nobody was told",
    ),
    (FindingsShow, "MON-05", write(opened(), answered(F_1={"found": "changed", "amount": -1})), "nobody was told"),
    (FindingsShow, "MON-05", write(opened(), answered(F_1={"found": "changed", "amount": 1})), "was not changed"),
    (
        FindingsShow,
        "MON-05",
        write(opened(), answered(F_1={}), task("finance_unclear", about="r-1"), amended({**CLAIM, "state": "paid"})),
        "finance did not tell so",
    ),
    (FindingsShow, "MON-05", write(opened(), answered(F_1=PAID), amended(CLAIM)), "Finance told"),
    (FindingsShow, "MON-05", write(opened(), amended({**CLAIM, "amount": 1})), "finance did not tell so"),
    (Readable, "MON-08", write(opened({**CLAIM, "what": ""})), "nobody can read"),
    (Readable, "MON-08", write(opened({**CLAIM, "amount": -5})), "nobody can read"),
    (Readable, "MON-08", write(opened({**CLAIM, "due": "i fjor"})), "nobody can read"),
    *(
        (Readable, "MON-08", write(opened({**CLAIM, **wrong})), "nobody can read")
        for wrong in (
            {"due": "9999-12-31"},
            {"due": "2030-01-01"},
            {"due": "20260120"},
            {"due": "2026-W14-2"},
            {"due": "2026-02-30"},
            {"limitation_from": "2062-02-28"},
            {"limitation_from": "2026-03-03"},
        )
    ),
    (Readable, "MON-08", write(opened(), amended(CLAIM, CLAIM)), "nobody can read"),
    (Readable, "MON-08", write(opened(), amended()), "nobody can read"),
    (FormShows, "MON-08", after(write(opened({**CLAIM, "amount": 1})), UP), "shows"),
    (
        FormShows,
        "MON-08",
        after(write(opened()), write(task("review", **{**FORM, "checklist": ["Adresse"]}))),
        "has the checklist",
    ),
    (AllTicked, "MON-09", after(UP, write(done("review", "wake", ticked=["Inntekt"]))), "without the points: Adresse"),
    (AllTicked, "MON-09", after(UP, write(done("review", "wake"), actor="rule:MON-09")), "a person has to look"),
    (CarriedOut, "MON-10", write(done("review", "wake")), "did not become 'Saken er aktiv'"),
    (CarriedOut, "MON-10", write(done("review", "continue", choice="Ettergi")), "which is not offered"),
    (CarriedOut, "MON-10", after(write(done("review", "wake", choice="Avvent"), LIFTED)), "which is not offered"),
    (Noted, "MON-11", write(done("review", "continue")), "no note of its result"),
    (Noted, "MON-11", lambda j: j.add(noted(), actor="rule:MON-11"), "although no review was saved"),
    (Noted, "MON-11", saved_and_noted(done("review", "wake", notes="Jobb."), "Vekk til live"), "does not say: Adresse"),
    (Noted, "MON-11", saved_and_noted(DONE, "Adresse, Inntekt. 02.09.2026."), "does not say: Fortsett overvåking."),
    (Noted, "MON-11", saved_and_noted(DONE, "Fortsett overvåking. Adresse, Inntekt."), "does not say: 02.09.2026."),
    (
        Noted,
        "MON-11",
        saved_and_noted(evolve(DONE, facts={**DONE.facts, "notes": "Jobb."}), "Fortsett overvåking 02.09.2026 Adresse"),
        "does not say: Inntekt, Jobb..",
    ),
    (TasksLieWithTheCaseworker, "MON-06", write(NAMED, GIVEN, evolve(task("review"), owner="")), "is of nobody"),
    (
        TasksLieWithTheCaseworker,
        "MON-06",
        write(NAMED, GIVEN, evolve(task("limitation_soon"), owner="")),
        "the case is of kari",
    ),
    (TasksLieWithTheCaseworker, "MON-06", write(opened(), task("review")), "the case is of nobody"),
    (AskForMeasure, "MON-12", write(LIFTED), "nothing says that"),
    (AskForMeasure, "MON-12", woken(done("choose_measure", "tiltak")), "no measure named"),
    (AskForMeasure, "MON-12", woken(cancelled("choose_measure")), "was dropped"),
    (AskForMeasure, "MON-12", write(task("choose_measure")), "was not just woken"),
    (Nothing, "MON-12", woken(PUT, actor="rule:MON-12"), "StatusChanged by rule:MON-12"),
    (Nothing, "MON-12", woken(task("review", 2), actor="rule:MON-12"), "TaskCreated by rule:MON-12"),
    (Nothing, "MON-12", woken(date("2026-09-02"), actor="rule:MON-12"), "DeadlineStarted by rule:MON-12"),
    (
        NoReviewComesTooLate,
        "MON-14",
        write(opened({**CLAIM, "due": "2024-01-05"}), PUT, date("2026-09-06")),
        "the last day for it is 2026-09-05",
    ),
    (
        NoReviewComesTooLate,
        "MON-14",
        write(opened({**CLAIM, "due": "2024-01-05"}), status(MONITORED, reason="overstyrt:"), date("2026-09-06")),
        "2026-09-05",
    ),
    (
        NoReviewComesTooLate,
        "MON-14",
        write(opened({**CLAIM, "due": "2024-01-05"}), date("2026-09-05"), extended("2026-09-06")),
        "2026-09-05",
    ),
    (Listed, "MON-14", write(opened({**CLAIM, "due": "2024-01-05"})), "was to be listed on 2026-09-05"),
    (
        Listed,
        "MON-14",
        after(
            write(opened({**CLAIM, "due": "2025-01-06"})), write(task("limitation_soon", about="F-1"), at="09-05 04:01")
        ),
        "its day is 2027-09-06",
    ),
    (SessionsRecur, "MON-13", write(PUT), "no next work session"),
    (SessionsRecur, "MON-13", write(PUT, date("2026-03-10", "session", clock="09:00")), "2026-03-10 09:00"),
    (SessionsRecur, "MON-13", write(PUT, date("2026-03-09", "session", clock="10:00")), "2026-03-09 10:00"),
    (
        Sorted,
        "MON-13",
        after(write(task("review", 1)), write(passed("session"), at="03-09 08:01")),
        "no list of the work session has it",
    ),
    (
        Sorted,
        "MON-13",
        after(
            write(task("review", 1)),
            write(passed("session"), task("work_session", 2, reviews=["t-1"], cases=[], **WORK), at="03-09 08:01"),
        ),
        "not what is up",
    ),
    (
        Sorted,
        "MON-13",
        after(
            write(task("review", 1)),
            write(task("review", 2), at="03-03 09:00"),
            write(
                passed("session"),
                task("work_session", 3, reviews=["t-2", "t-1"], cases=[CASE, CASE], **WORK),
                at="03-09 08:01",
            ),
        ),
        "not oldest first",
    ),
    (
        Left,
        "MON-13",
        after(
            write(task("review", 1), task("work_session", 2, reviews=["t-1"], **WORK)),
            write(done("work_session", "done", 2, case=""), at="03-09 10:00"),
        ),
        "left 1 cases untreated",
    ),
    (
        Left,
        "MON-13",
        after(
            write(task("review", 1), task("work_session", 2, reviews=["t-1"], **WORK)),
            write(
                done("work_session", "done", 2, case=""),
                task("session_left", 3, "t-2", "", reviews=[]),
                at="03-09 10:00",
            ),
        ),
        "reports []",
    ),
    (ReviewsAreTreated, "MON-06", after(write(task("review"))), "has not been treated"),
    (AMeasureIsChosen, "MON-12", woken(), "still says"),
    (WhoMay, "MON-01", write(PUT, actor="citizen:1"), "not of citizen:1"),
    (WhoMay, "MON-04", write(date("2026-09-02")), "the work of a rule"),
    (WhoMay, "MON-04", write(extended("2026-09-05"), actor="citizen:1"), "not of citizen:1"),
    (WhoMay, "MON-05", write(asked("F-1"), actor="citizen:1"), "not of citizen:1"),
    (WhoMay, "MON-06", write(task("review")), "the work of a rule"),
    (WhoMay, "MON-09", write(done("review", "wake"), actor="citizen:1"), "not of citizen:1"),
    (WhoMay, "MON-12", write(cancelled("choose_measure")), "the work of a rule"),
    (LapsingClaimsAreTreated, "MON-14", write(task("limitation_soon", about="F-1")), "has not been treated"),
]
REACHED: list[tuple[type[Check], Write, Write]] = [
    (reach.ReachCameUpAtAWeekend, write(passed(), at="09-05 04:01"), write(passed(), at="09-04 04:01")),
    (
        reach.ReachClampedToTheEndOfTheMonth,
        write(date("2027-02-28"), at="08-31 09:00"),
        write(date("2027-02-28"), at="08-28 09:00"),
    ),
    (
        reach.ReachClampedToTheEndOfTheMonth,
        write(date("2026-09-30"), at="03-31 09:00"),
        write(date("2026-09-27"), at="03-31 09:00"),  # after 180 days, on which nothing is clamped
    ),
    (
        reach.ReachCameUpThreeTimes,
        write(*(task("review", n) for n in (1, 2, 3))),
        write(task("review", 1), task("review", 2)),
    ),
    (
        reach.ReachCameUpThreeTimes,
        write(task("review", 1), PUT, task("review", 2), LIFTED, task("review", 3)),
        write(task("review", 1), task("review", 2), status(CLOSED), task("review", 3)),
    ),
    (reach.ReachExtended, write(extended("2026-09-05")), write(date("2026-09-05"))),
    (reach.ReachFoundByFinance, write(amended(CLAIM, **{"F-1": PAID})), write(amended(CLAIM))),
    (reach.ReachWoken, write(done("review", "wake")), write(done("review", "continue"))),
    (reach.ReachLiftedByHand, write(LIFTED), write(LIFTED, actor="rule:MON-10")),
    (reach.ReachClosedWhenSettled, write(status(CLOSED)), write(PUT)),
    (reach.ReachOverruled, write(done("review", "continue", overrule="ja")), write(done("review", "continue"))),
    (
        reach.ReachLapsingClaimSaved,
        write(done("limitation_soon", "interrupted")),
        write(done("limitation_soon", "left to lapse")),
    ),
    (reach.ReachLeftByASession, write(task("session_left")), write(task("work_session"))),
]


def test_sim_06_every_requirement_of_the_routine_has_a_check() -> None:
    """MON-01 to MON-14 are each named by a check that can be violated; ids are unique and say whose they are."""
    named = {requirement for check in CHECKS if check.kind != "reach" for requirement in check.requirements}
    ids = [check.id for check in (*CORE_LAWS, *CHECKS)]

    assert named == {f"MON-{number:02}" for number in range(1, 15)}
    assert len(set(ids)) == len(ids)
    assert all(check.id.startswith("mon-") and check.sentence.endswith(".") for check in CHECKS)
    assert all((check.kind == "reach") == check.id.startswith("mon-reach-") for check in CHECKS)


def test_sim_06_each_check_is_tried_here() -> None:
    """None is listed twice, each has a journal in which it holds and one in which it is broken or not reached."""
    assert len(set(CHECKS)) == len(CHECKS)
    assert {row[0] for row in HELD} == {row[0] for row in BROKEN} == {c for c in CHECKS if c.kind != "reach"}
    assert {row[0] for row in REACHED} == {c for c in CHECKS if c.kind == "reach"}
    assert {check.__name__ for check in CHECKS if check.kind == "reach"} == set(reach.__all__)


@pytest.mark.parametrize(("check", "made"), HELD)
def test_sim_06_a_rule_that_is_kept_holds(check: type[Check], made: Write) -> None:
    """It was put to the test, and nothing was wrong."""
    assert made(pages()).held(check, end="12-01 00:00")


@pytest.mark.parametrize(("check", "rule", "made", "wrong"), BROKEN)
def test_sim_06_a_rule_that_is_broken_is_found(check: type[Check], rule: str, made: Write, wrong: str) -> None:
    """With the requirement and what is wrong, by hand-written journals that no routine has made."""
    found = made(pages()).verdict(check).violations

    assert any(each.requirement == rule and wrong in each.sentence for each in found), found


@pytest.mark.parametrize(("check", "seen", "not_seen"), REACHED)
def test_sim_06_a_run_says_what_it_has_reached(check: type[Check], seen: Write, not_seen: Write) -> None:
    """Each goal is reached by what it asks for, and not by what only looks like it."""
    assert seen(pages()).verdict(check).status == "held"
    assert not_seen(pages()).verdict(check).status == "not reached"


@pytest.mark.parametrize("check", CHECKS)
def test_plg_04_another_routines_journal_concerns_no_check(check: type[Check]) -> None:
    """The same events in another routine's stream put nothing to the test, whatever is wrong with them."""
    journal = pages()
    for _, _, made, _ in BROKEN:
        journal = made(journal)
    other = pages()
    for recorded in journal.written[1:]:
        other.add(evolve(recorded.event, routine="benefits"), actor=recorded.actor)

    assert other.verdict(check).status in ("not put to the test", "not reached")


@pytest.mark.parametrize(
    ("due", "basis", "last"),
    [
        ("2024-04-01", "faktura", "2027-04-01"),
        ("2023-11-01", "faktura", "2026-11-02"),
        ("2024-04-01", "tvangsgrunnlag", "2034-04-03"),
    ],
)
def test_mon_14_the_checks_have_a_limitation_of_their_own(due: str, basis: str, last: str) -> None:
    """Worked out by hand; the routine's code is not asked."""
    assert lapse_day({"due": due, "basis": basis}, "NO").isoformat() == last


@pytest.mark.parametrize(
    ("first", "due", "wrong"),
    [
        ("10 working days", "2026-04-17", "2026-04-10"),  # Easter is from 2 to 6 April
        ("20 days", "2026-04-20", "2026-04-30"),
        ("1 month", "2026-04-30", "2026-05-01"),
    ],
)
def test_mon_03_the_checks_count_as_the_settings_say(first: str, due: str, wrong: str) -> None:
    """Months, days and working days; the day of the setting, not the default, is the one that counts."""
    put = write(PUT, date(due), at="03-31 09:00")
    other = write(PUT, date(wrong), at="03-31 09:00")

    assert put(pages(first_interval=first)).held(Counted)
    assert f"{first} give {due}" in other(pages(first_interval=first)).wrong(Counted)


@pytest.mark.parametrize("due", ["9999-12-31", "i fjor"])
def test_mon_14_a_date_that_nobody_can_read_stops_no_check(due: str) -> None:
    """It is found by the check that looks at it, and the others go on."""
    journal = write(opened({**CLAIM, "due": due}), PUT, date("2026-09-02"), task("review", latest=""))(pages())

    assert journal.verdict(Readable).count == 1
    for check in (Listed, NoReviewComesTooLate, TheFormShowsTheLastDay):
        journal.verdict(check)


def test_mon_03_the_checks_have_months_of_their_own() -> None:
    """Clamped at both ends of the year."""
    assert months_after(day(2026, 8, 31), 6) == day(2027, 2, 28)
    assert months_after(day(2027, 8, 31), 6) == day(2028, 2, 29)
    assert months_earlier(day(2027, 2, 28), 4) == day(2026, 10, 28)
    assert months_earlier(day(2027, 6, 30), 4) == day(2027, 2, 28)
