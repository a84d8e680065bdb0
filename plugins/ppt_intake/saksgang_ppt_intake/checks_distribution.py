"""Distribution: by the directory, each case first to whom the directory names (PPT-04)."""

from __future__ import annotations

from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, InTheEnd
from saksgang.checks.laws_staff import RosterCheck
from saksgang.events import (
    CaseAmended,
    CaseAssigned,
    CaseOpened,
    DocumentReceived,
    DocumentRegistered,
    OfficeOpened,
    StatusChanged,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_ppt_intake.checks_settings import ROUTINE, settings

__all__ = ["CasesGoByTheDirectory", "EveryCaseIsDistributed", "TheProposalFollowsTheFacts"]

ANY, EVERY_AGE = "*", 120


class DirectoryCheck(RosterCheck):
    """The base of checks that look a case up in the directory while it waits to be distributed."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[dict[str, Any]] = []
        self._fallback = ""
        self._waiting: dict[str, dict[str, Any]] = {}
        self._came_in: dict[str, int] = {}

    @sees(OfficeOpened)
    def directory(self, event: OfficeOpened, recorded: Recorded) -> None:
        """The directory from now on."""
        self._rows = list(settings(event).get("directory", ()))
        self._fallback = settings(event).get("directory_fallback", "")

    @sees(CaseOpened)
    def case_opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """A case that waits to be distributed."""
        if event.routine == ROUTINE:
            year = self.roster.day(recorded.at).year
            self._waiting[event.case] = {**event.facts, "opened in": year}

    @sees(CaseAmended)
    def amended(self, event: CaseAmended, recorded: Recorded) -> None:
        """More is known of it."""
        if event.case in self._waiting:
            self._waiting[event.case].update(event.facts)

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """In which year it came, which is what a child's age goes by."""
        if event.routine == ROUTINE:
            self._came_in[event.document] = self.roster.day(recorded.at).year

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """The document that opened it says what it is about."""
        came_in = self._came_in.pop(event.document, None)
        if event.opened and event.case in self._waiting:
            self._waiting[event.case]["subject"] = event.subject
            self._waiting[event.case]["came in"] = came_in or self._waiting[event.case]["opened in"]

    def _first_match(self, facts: dict[str, Any], year: int) -> str:
        born = facts.get("birth_year")
        age = year - born if isinstance(born, int) else None
        for row in self._rows:
            if (
                _same(row["institution"], facts.get("institution", ""))
                and _same(row["category"], facts.get("subject", ""))
                and _of_age(row, age)
            ):
                return str(row["to"])
        return self._fallback


class CasesGoByTheDirectory(DirectoryCheck):
    """The first caseworker of a case is the first match of the directory, or who stands in for that one (PPT-04)."""

    id = "ppt-cases-go-by-the-directory"
    requirements = ("PPT-04", "COR-07")
    kind = "safety"
    sentence = (
        "A case first goes to the first row of the directory that fits, or else to the fallback; where that one is "
        "away it goes to the deputy, or to nobody, and the reason names who was meant."
    )

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """Its first caseworker."""
        facts = self._waiting.pop(event.case, None)
        if facts is None:
            return
        self.judged += 1
        year = self.roster.day(recorded.at).year
        # Age goes by the year: a case that waited over New Year may be read either way.
        years = {facts.get("came in", facts["opened in"]), facts["opened in"], year}
        named = [self._first_match(facts, in_year) for in_year in sorted(years)]
        if not any(self._went_to(name, event, recorded) for name in named):
            self.broken(
                recorded,
                f"Case {event.case} went first to {event.to or 'nobody'} (reason: {event.reason or 'none'}); "
                f"the directory names {' or '.join(named)} ({self.roster.away(named[0], recorded.at) or 'at work'}).",
            )

    def _went_to(self, named: str, event: CaseAssigned, recorded: Recorded) -> bool:
        who, asked = named, [named]
        while who and self.roster.away(who, recorded.at):
            who = self.roster.deputies.get(who, "")
            who = "" if who in asked else who
            asked.append(who)
        return event.to == who and (who == named or named in event.reason)


class TheProposalFollowsTheFacts(DirectoryCheck, AtOnce):
    """Whoever distributes is shown whom the directory names by what is known now (PPT-04)."""

    id = "ppt-the-proposal-follows-the-facts"
    requirements = ("PPT-04",)
    kind = "safety"
    sentence = (
        "When a case waits to be distributed and its facts are changed, the task to distribute it proposes at once "
        "whom the directory names by them."
    )

    def __init__(self) -> None:
        super().__init__()
        self._proposed: dict[str, str] = {}

    @sees(TaskCreated, of="distribute_case")
    def proposed(self, event: TaskCreated, recorded: Recorded) -> None:
        """It is proposed."""
        if event.routine == ROUTINE:
            self._proposed[event.case] = str(event.facts.get("proposal"))
            self.paid(f"{event.case} {self._proposed[event.case]}")

    @sees(CaseAmended)
    def changed(self, event: CaseAmended, recorded: Recorded) -> None:
        """The facts are others."""
        if event.case in self._waiting and event.case in self._proposed:
            facts = {**self._waiting[event.case], **event.facts}
            named = self._first_match(facts, self.roster.day(recorded.at).year)
            self.owe(f"{event.case} {named}", recorded)
            if self._proposed[event.case] == named:
                self.paid(f"{event.case} {named}")

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """It has been distributed."""
        self._waiting.pop(event.case, None)
        self._proposed.pop(event.case, None)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Another is proposed still."""
        case, _, named = key.partition(" ")
        return f"The facts of case {case} now lead to {named}, and {self._proposed.get(case, 'nobody')} is proposed."


def _same(wanted: str, given: object) -> bool:
    return wanted == ANY or " ".join(wanted.split()).casefold() == " ".join(str(given).split()).casefold()


def _of_age(row: dict[str, Any], age: int | None) -> bool:
    if age is None:
        return bool(row["youngest"] == 0 and row["oldest"] >= EVERY_AGE)
    return bool(row["youngest"] <= age <= row["oldest"])


class EveryCaseIsDistributed(InTheEnd):
    """In the end every case has been given to somebody (PPT-04)."""

    id = "ppt-every-case-is-distributed"
    requirements = ("PPT-04",)
    kind = "liveness"
    sentence = "Every case is distributed in the end, or has ended."

    @sees(CaseOpened)
    def case_opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """It waits."""
        if event.routine == ROUTINE:
            self.waits(event.case, recorded)

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """It has been distributed."""
        self.came(event.case)

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """It has ended."""
        if event.final:
            self.came(event.case)

    def lost(self, key: str, recorded: Recorded) -> str:
        """Nobody got it."""
        return f"Case {key} was opened and not distributed"
