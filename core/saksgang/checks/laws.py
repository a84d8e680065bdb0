"""The core's laws: what holds for every routine's journal (SIM-06)."""

from __future__ import annotations

from saksgang.checks.check import Check
from saksgang.checks.laws_acts import ActsAreDoneByTheOffice
from saksgang.checks.laws_cases import (
    CasesGoOnFromWhereTheyStood,
    DocumentsAreRegisteredOnce,
    PersonalNumbersCannotBeReal,
)
from saksgang.checks.laws_counting import DueTimesAreCounted
from saksgang.checks.laws_deadlines import (
    DeadlinesAreKeptAsLedgers,
    DeadlinesEndAtTheirTime,
    NoDeadlineIsLeftRunning,
)
from saksgang.checks.laws_journal import EventsFollowTheirCause, NoHandlingFails
from saksgang.checks.laws_letters import (
    LettersAreNotLeftLying,
    LettersTakeTheAllowedPath,
    TheCopyKeptIsWhatWasSent,
)
from saksgang.checks.laws_staff import NobodyAwayIsGivenWork
from saksgang.checks.laws_tasks import TasksEndOnce

__all__ = ["CORE_LAWS"]

CORE_LAWS: tuple[type[Check], ...] = (
    ActsAreDoneByTheOffice,
    CasesGoOnFromWhereTheyStood,
    DeadlinesAreKeptAsLedgers,
    DeadlinesEndAtTheirTime,
    DocumentsAreRegisteredOnce,
    DueTimesAreCounted,
    EventsFollowTheirCause,
    LettersAreNotLeftLying,
    LettersTakeTheAllowedPath,
    NoDeadlineIsLeftRunning,
    NoHandlingFails,
    NobodyAwayIsGivenWork,
    PersonalNumbersCannotBeReal,
    TasksEndOnce,
    TheCopyKeptIsWhatWasSent,
)
