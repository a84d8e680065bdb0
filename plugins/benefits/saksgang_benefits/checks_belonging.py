"""What comes in lands on the case that waits for it, where a citizen has several (BEN-12, BEN-14, BEN-21)."""

from __future__ import annotations

from attrs import define

from saksgang.checks import sees
from saksgang.checks.laws_base import Law
from saksgang.events import CaseOpened, DocumentReceived, DocumentRegistered, StatusChanged
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_asked import Requests
from saksgang_benefits.checks_settings import ROUTINE, bare

__all__ = ["ThingsGoWhereTheyAreWaitedFor"]

SINGLE, DOCUMENTATION = "enkeltydelse", "Dokumentation"
MONTHLY = ("Lønseddel", "Hændelse")


@define
class OpenCase:
    """A case that has not ended, and whose it is."""

    number: object
    single: bool


class ThingsGoWhereTheyAreWaitedFor(Law):
    """No rule puts a payslip on a single benefit, or a paper on a case that has not asked for it (BEN-14, BEN-21)."""

    id = "ben-things-go-where-they-are-waited-for"
    requirements = ("BEN-14", "BEN-12", "BEN-21")
    kind = "safety"
    sentence = (
        "What a rule puts on a case of a citizen who has several goes where it is waited for: documentation on a case "
        "whose letter asks for it, if one does, payslips and events on no single benefit beside a monthly one, unless "
        "the sender names the case."
    )
    reads = Requests

    def use(self, book: Requests) -> None:
        """What is waited for."""
        self._requests = book

    def __init__(self) -> None:
        super().__init__()
        self._cases: dict[str, OpenCase] = {}
        self._of: dict[object, list[str]] = {}
        self._category: dict[str, str] = {}

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """A citizen has a case, or one more."""
        if event.routine == ROUTINE and event.personal_number:
            number = bare(event.personal_number)
            self._cases[event.case] = OpenCase(number, event.type == SINGLE)
            self._of.setdefault(number, []).append(event.case)

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """And has it no more."""
        case = self._cases.pop(event.case, None) if event.final else None
        if case is not None:
            self._of[case.number].remove(event.case)
            if not self._of[case.number]:
                del self._of[case.number]

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """Something comes in, and does not say itself where it belongs."""
        if event.routine == ROUTINE and not event.facts.get("case"):
            self._category[event.document] = event.category

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """Where it lands."""
        category, case = self._category.pop(event.document, ""), self._cases.get(event.case)
        if case is None or event.opened or not recorded.actor.startswith("rule:"):
            return
        others = [other for other in self._of[case.number] if other != event.case]
        if not others:
            return
        if category in MONTHLY:
            beside = [other for other in others if not self._cases[other].single]
            wrong = f"{event.document} is on a single benefit, and {beside[:1]} is paid month by month."
            self.judge(not (case.single and beside), recorded, wrong)
        elif category == DOCUMENTATION:
            asking = [other for other in others if self._requests.waiting(other, self._requests.last)]
            wrong = f"{event.document} was asked for on {asking[:1]}."
            self.judge(bool(self._requests.last_for) or not asking, recorded, wrong)
