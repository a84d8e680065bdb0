"""The finance system: asked about what is owed, never about a stopped claim, and what it finds shows (MON-05)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import (
    CaseAmended,
    DeadlineMissed,
    DeadlineStarted,
    ServiceAnswered,
    ServiceAsked,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_long_term_monitoring.checks_claims import Claim, ClaimsCheck, gives_up
from saksgang_long_term_monitoring.checks_settings import CLOSED, MONITORED, ROUTINE

__all__ = [
    "FindingsShow",
    "MonitoredClaimsAreChecked",
    "NothingOwedIsClosed",
    "SettledCasesAreToBeClosed",
    "StoppedClaimsAreNeverAsked",
]


def asked_for(facts: dict[str, Any]) -> dict[str, list[str]]:
    """Case to claims, as a request has them."""
    found: dict[str, list[str]] = facts.get("claims", {})
    return found


class StoppedClaimsAreNeverAsked(ClaimsCheck):
    """Stopp mot økonomisystem is per claim (MON-05)."""

    id = "mon-stopped-claims-are-never-asked-about"
    requirements = ("MON-05",)
    kind = "safety"
    sentence = "The finance system is asked about claims only that are open and not on stop at that moment."

    @sees(ServiceAsked)
    def asked(self, event: ServiceAsked, recorded: Recorded) -> None:
        """A request."""
        if event.routine != ROUTINE:
            return
        for case, claims in asked_for(event.facts).items():
            may = self.to_ask(case)
            wrong = [claim for claim in claims if claim not in may]
            self.judged += 1
            if wrong:
                self.broken(
                    recorded, f"{event.request} asks about {', '.join(wrong)} of case {case}: on stop or settled."
                )


class MonitoredClaimsAreChecked(ClaimsCheck, AtOnce):
    """In each round all of them, and those of a case when it comes up; the rounds go on (MON-05)."""

    id = "mon-monitored-claims-are-checked"
    requirements = ("MON-05",)
    kind = "safety"
    sentence = (
        "When a case comes up, and for all monitored cases at each recurring check, the finance system is asked at "
        "once about every claim that is open and not on stop; each recurring check starts the next, in its interval."
    )

    def __init__(self) -> None:
        super().__init__()
        self._rounds: set[str] = set()

    @sees(StatusChanged)
    def status(self, event: StatusChanged, recorded: Recorded) -> None:
        """Monitoring brings the recurring check, if none is there."""
        if event.routine == ROUTINE and event.new == MONITORED and not self._rounds:
            self.owe("the recurring check", recorded)

    @sees(DeadlineMissed, of=("review", "finance_check"))
    def passed(self, event: DeadlineMissed, recorded: Recorded) -> None:
        """A case comes up, or a round is due."""
        if event.routine != ROUTINE:
            return
        cases = [event.case] if event.kind == "review" else sorted(self.book.monitored)
        for case in cases:
            for claim in self.to_ask(case):
                self.owe(f"{case} {claim}", recorded)
        if event.kind == "finance_check":
            self._rounds.discard(event.deadline)
            self.owe("the recurring check", recorded)

    @sees(DeadlineStarted, of="finance_check")
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """The next round."""
        if event.routine != ROUTINE:
            return
        self.paid("the recurring check")
        self._rounds.add(event.deadline)
        expected = self.counted(self.day(recorded.at), str(self.settings.get("finance_check", "1 month")))
        found = self.day(event.targets[0].due)
        if found != expected:
            self.broken(recorded, f"The next check is on {found}; the interval gives {expected}.")

    @sees(ServiceAsked)
    def asked(self, event: ServiceAsked, recorded: Recorded) -> None:
        """A request."""
        if event.routine == ROUTINE:
            for case, claims in asked_for(event.facts).items():
                for claim in claims:
                    self.paid(f"{case} {claim}")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Not asked."""
        return f"{key} was not asked about or set, although {recorded.kind} called for it."


class FindingsShow(ClaimsCheck, AtOnce):
    """Paid, changed, credited: on the case at once (MON-05)."""

    id = "mon-findings-show-on-the-case"
    requirements = ("MON-05",)
    kind = "safety"
    sentence = (
        "What the finance system tells of an open claim without a stop is on the case at once: state or amount, with "
        "its day; of settled or stopped claims nothing changes, nor by an answer that cannot be. That is a task, as is "
        "one that names a case or a claim that is not here."
    )

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[str, dict[str, Claim]] = {}

    @sees(ServiceAnswered)
    def answered(self, event: ServiceAnswered, recorded: Recorded) -> None:
        """It tells something."""
        if event.routine != ROUTINE:
            return
        found: Any = event.facts.get("found")
        readable = _readable(found)
        clear = readable and self._is_here(found)
        if not clear and (not event.case or event.case in self.book.cases):
            self.owe(f"task {event.request}", recorded)
        for case, told in found.items() if readable else ():
            news = {key: row for key, row in told.items() if self._is_news(case, key, row)}
            if news:
                self._told[case] = news
                self.owe(case, recorded)

    @sees(TaskCreated, of="finance_unclear")
    def told_of(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody is to find out what an answer meant."""
        if event.routine == ROUTINE:
            self.paid(f"task {event.about}")

    @sees(CaseAmended)
    def amended(self, event: CaseAmended, recorded: Recorded) -> None:
        """The case as it is then."""
        if event.routine != ROUTINE or "claims" not in event.facts:
            return
        before, after = self.claims_of(event.case), {claim["id"]: claim for claim in event.facts["claims"]}
        told = self._told.pop(event.case, {})
        if self.paid(event.case):
            self._shows(told, after, event.facts.get("finance", {}), recorded)
        for key, claim in after.items():
            if key not in told and _owed(claim) != _owed(before.get(key, claim)):
                self.broken(recorded, f"Claim {key} changed to {claim} although finance did not tell so.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It does not show."""
        if key.startswith("task "):
            return f"Finance answered {key.removeprefix('task ')} with what cannot be, and nobody was told."
        return f"Finance told {self._told.pop(key, {})} of case {key}, and the case was not changed."

    def _is_here(self, found: dict[str, dict[str, Claim]]) -> bool:
        asked = {case: told for case, told in found.items() if case not in self.book.closed}
        here = self.book.cases
        return all(case in here and told.keys() <= here[case].by_id().keys() for case, told in asked.items())

    def _is_news(self, case: str, key: str, row: dict[str, Any]) -> bool:
        claim = self.claims_of(case).get(key)
        if claim is None or claim.get("state", "open") != "open" or claim.get("stop", False):
            return False
        return row["found"] in ("paid", "credited") or (row["found"] == "changed" and row["amount"] != claim["amount"])

    def _shows(
        self, told: dict[str, Claim], after: dict[str, Claim], shown: dict[str, Any], recorded: Recorded
    ) -> None:
        for key, row in told.items():
            now, seen = after.get(key, {}), shown.get(key, {})
            changed = row["found"] == "changed"
            right = now.get("amount") == row["amount"] if changed else now.get("state") == row["found"]
            if not right or seen.get("found") != row["found"]:
                self.broken(recorded, f"Finance told {row} of claim {key}, and the case has {now}.")


def _owed(claim: Claim) -> tuple[object, object]:
    return claim.get("state", "open"), claim.get("amount", "open")


def _readable(found: object) -> bool:
    """Whether an answer says of claims in cases only what a finance system can say."""
    if not isinstance(found, dict) or not all(isinstance(told, dict) for told in found.values()):
        return False
    return all(isinstance(row, dict) and _possible(row) for told in found.values() for row in told.values())


def _possible(row: dict[str, Any]) -> bool:
    amount = row.get("amount")
    whole = isinstance(amount, int) and not isinstance(amount, bool) and amount >= 1
    return row.get("found") in ("paid", "credited", "unchanged") or (row.get("found") == "changed" and whole)


class SettledCasesAreToBeClosed(ClaimsCheck, AtOnce):
    """Where nothing is owed any more somebody is told, since no case closes itself (MON-05, MON-12, MON-14)."""

    id = "mon-settled-cases-are-to-be-closed"
    requirements = ("MON-05", "MON-12", "MON-14")
    kind = "safety"
    sentence = (
        "When the last open claim of a case is settled or given up, the task to close the case is there at once; when "
        "something is owed again, it is gone at once."
    )

    def __init__(self) -> None:
        super().__init__()
        self._asked: dict[str, str] = {}

    @sees(TaskCreated, of="close_case")
    def asked(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody is to close it."""
        if event.routine == ROUTINE:
            self._asked[event.case] = event.task
            self.paid(event.case)

    @sees(TaskCompleted, TaskCancelled)
    def over(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """Nobody is any more, or a claim is given up."""
        if self._asked.get(event.case) == event.task:
            del self._asked[event.case]
            self.paid(f"{event.case} again")
        if event.routine == ROUTINE and type(event) is TaskCompleted and gives_up(event):
            left = [claim for claim in self.owed(event.case) if claim["id"] != event.about]
            self._owes(event.case, left, recorded)

    @sees(CaseAmended)
    def amended(self, event: CaseAmended, recorded: Recorded) -> None:
        """The claims as they are now."""
        if event.routine == ROUTINE and "claims" in event.facts:
            self._owes(event.case, self.owed(event.case, event.facts["claims"]), recorded)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nobody is told."""
        case, _, again = key.partition(" ")
        if again:
            return f"Something is owed again on case {case}, and somebody is still asked to close it."
        return f"Nothing is owed any more on case {case}, and nobody is asked to close it."

    def _owes(self, case: str, owed: Sequence[Claim], recorded: Recorded) -> None:
        if bool(owed) == (case in self._asked):
            self.owe(f"{case} again" if owed else case, recorded)


class NothingOwedIsClosed(ClaimsCheck):
    """A case ends when its claims are settled or given up, and not before (MON-05, MON-14)."""

    id = "mon-no-case-is-closed-while-something-is-owed"
    requirements = ("MON-05", "MON-14")
    kind = "safety"
    sentence = "A case is closed only when each of its claims is paid, credited or given up with a reason."

    @sees(StatusChanged)
    def closed(self, event: StatusChanged, recorded: Recorded) -> None:
        """It ends."""
        if event.routine == ROUTINE and event.new == CLOSED:
            left = ", ".join(claim["id"] for claim in self.owed(event.case))
            self.judge(not left, recorded, f"Case {event.case} was closed while {left} was owed.")
