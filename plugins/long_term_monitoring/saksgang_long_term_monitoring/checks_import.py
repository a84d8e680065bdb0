"""A case that comes in from the finance system comes once, and is somebody's (MON-06, MON-08)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, Law
from saksgang.checks.laws_staff import Roster
from saksgang.events import CaseAssigned, CaseOpened, OfficeOpened, StatusChanged, TaskCreated
from saksgang.journal.record import Recorded
from saksgang_long_term_monitoring.checks_settings import CLOSED, ROUTINE

__all__ = ["ClaimsComeInOnce", "ImportedCasesHaveTheirCaseworker", "TasksLieWithTheCaseworker"]


class ImportedCasesHaveTheirCaseworker(AtOnce):
    """Whom the import names has the case on the lists from then on (MON-06)."""

    id = "mon-imported-cases-have-their-caseworker"
    requirements = ("MON-06",)
    kind = "safety"
    sentence = "A case that comes in with the name of somebody who works here is assigned at once."

    def __init__(self) -> None:
        super().__init__()
        self._roster = Roster()

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Who works here."""
        self._roster.open(event)

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """A case comes in."""
        if event.routine == ROUTINE and event.facts.get("responsible") in self._roster.roles:
            self.owe(event.case, recorded)

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """To that one, or to who stands in."""
        self.paid(event.case)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nobody has it."""
        return f"Case {key} came in with a name, and was given to nobody."


class ClaimsComeInOnce(Law):
    """A list that the finance system hands over again opens no second case (MON-08)."""

    id = "mon-claims-come-in-once"
    requirements = ("MON-08",)
    kind = "safety"
    sentence = "No two cases of a debtor are opened for the same claim."

    def __init__(self) -> None:
        super().__init__()
        self._case: dict[tuple[str, str], str] = {}

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """Claims come in."""
        if event.routine != ROUTINE:
            return
        for claim in event.facts.get("claims", ()):
            first = self._case.setdefault((event.party, claim["id"]), event.case)
            wrong = f"Claim {claim['id']} opened case {event.case}, and case {first} before."
            self.judge(first == event.case, recorded, wrong)


class TasksLieWithTheCaseworker(Law):
    """What comes up on a case is on the list of who is responsible for it, or the journal says why not (MON-06)."""

    id = "mon-tasks-lie-with-the-caseworker-of-the-case"
    requirements = ("MON-06", "MON-14")
    kind = "safety"
    sentence = (
        "A task on a case is its caseworker's, or somebody else's with the reason why; it lies in the queue only where "
        "nobody has the case."
    )

    def __init__(self) -> None:
        super().__init__()
        self._caseworker: dict[str, str] = {}

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """From now on it is that one's."""
        if event.routine == ROUTINE:
            self._caseworker[event.case] = event.to

    @sees(StatusChanged)
    def closed(self, event: StatusChanged, recorded: Recorded) -> None:
        """Nothing comes up on it any more."""
        if event.routine == ROUTINE and event.new == CLOSED:
            self._caseworker.pop(event.case, None)

    @sees(TaskCreated)
    def came_up(self, event: TaskCreated, recorded: Recorded) -> None:
        """A task."""
        if event.routine == ROUTINE and event.case:
            whose = self._caseworker.get(event.case, "")
            wrong = f"{event.task} ({event.kind}) is of {event.owner or 'nobody'}; the case is of {whose or 'nobody'}."
            self.judge(event.owner == whose or event.reason != "", recorded, wrong)
