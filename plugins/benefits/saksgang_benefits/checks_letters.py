"""Letters: sent at once by the shared print service's choice, and what each of them has to say (BEN-08, 09, 19, 20)."""

from __future__ import annotations

from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, InTheEnd, Law
from saksgang.events import (
    CaseOpened,
    LetterCompleted,
    LetterDrafted,
    LetterPrintOrdered,
    LetterSent,
    MailboxMissing,
    StatusChanged,
    TaskCompleted,
)
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_facts import FactsCheck
from saksgang_benefits.checks_settings import ROUTINE, table
from saksgang_benefits.checks_undelivered import LettersOut

__all__ = [
    "DecisionsGoOut",
    "DecisionsSayWhatIsExpected",
    "LettersAreSentAtOnce",
    "LettersAskForSomething",
    "LettersGoToTheApplicant",
    "NobodyChoosesPaper",
]

ASKING, GRANT, REFUSAL, SPECIFICATION = (
    "anmodning",
    "afgorelse_bevilling",
    "afgorelse_afslag",
    "udbetalingsspecifikation",
)
SENT_TO_APPLICANT = (GRANT, REFUSAL, SPECIFICATION)
SHORTEST_PARAGRAPH = 40


class LettersAskForSomething(Law):
    """A letter that asks for something says in whole sentences what, and one letter may ask for several (BEN-08)."""

    id = "ben-letters-ask-for-something"
    requirements = ("BEN-08",)
    kind = "safety"
    sentence = "A letter that asks for documentation names its case and has at least one paragraph of what is missing."

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """A letter is made."""
        if event.routine != ROUTINE or event.template != ASKING:
            return
        self.judged += 1
        paragraphs = [line for line in event.body.splitlines() if len(line) >= SHORTEST_PARAGRAPH]
        if event.case not in event.body or not paragraphs:
            self.broken(recorded, f"{event.letter} does not say on which case it asks for what.")


class LettersAreSentAtOnce(AtOnce):
    """The caseworker completes a letter and does nothing more with it (BEN-09)."""

    id = "ben-letters-are-sent-at-once"
    requirements = ("BEN-09",)
    kind = "safety"
    sentence = "A letter is sent at the instant at which it is completed, and the history says so."

    @sees(LetterCompleted)
    def completed(self, event: LetterCompleted, recorded: Recorded) -> None:
        """It is ready."""
        if event.routine == ROUTINE:
            self.owe(event.letter, recorded)

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """It goes."""
        if event.routine == ROUTINE:
            self.paid(event.letter)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It stays."""
        return f"{key} was completed and not sent."


class NobodyChoosesPaper(AtOnce):
    """Mailbox or paper is the print service's choice: paper where there is no mailbox, and then at once (BEN-09)."""

    id = "ben-nobody-chooses-paper"
    requirements = ("BEN-09",)
    kind = "safety"
    sentence = "A letter is printed at once where the recipient has no mailbox, never otherwise, and never by hand."

    @sees(MailboxMissing)
    def missing(self, event: MailboxMissing, recorded: Recorded) -> None:
        """There is no mailbox."""
        if event.routine == ROUTINE:
            self.owe(event.letter, recorded)

    @sees(LetterPrintOrdered)
    def printed(self, event: LetterPrintOrdered, recorded: Recorded) -> None:
        """Paper is ordered."""
        if event.routine != ROUTINE:
            return
        if not self.paid(event.letter):
            self.judged += 1
            self.broken(recorded, f"{event.letter} was printed, although nothing says that there is no mailbox.")
        if recorded.actor.startswith("staff:"):
            self.broken(recorded, f"{event.letter} was printed by {recorded.actor}.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """No paper."""
        return f"The recipient of {key} has no mailbox, and it was not printed at once."


class LettersGoToTheApplicant(Law):
    """Decision and specification reach the citizen whom the case is about, while there is one (BEN-20, BEN-23, 26)."""

    id = "ben-letters-go-to-the-applicant"
    requirements = ("BEN-20", "BEN-23", "BEN-26")
    kind = "safety"
    sentence = (
        "Decisions and payment specifications are sent to the applicant of the case, and no letter is written on a "
        "case that has been filed away, but to send anew one that could not be delivered."
    )
    reads = LettersOut

    def __init__(self) -> None:
        super().__init__()
        self._party: dict[str, str] = {}
        self._filed: dict[str, str] = {}

    def use(self, book: LettersOut) -> None:
        """The letters that failed."""
        self._letters = book

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """It may be filed away."""
        if event.routine == ROUTINE and event.final:
            self._filed[event.case] = self._party.pop(event.case, "")

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """A letter is written."""
        if event.routine == ROUTINE:
            self.judged += 1
            came_back = any(each.template == event.template for each in self._letters.failed.get(event.case, ()))
            if event.case in self._filed and not came_back:
                self.broken(recorded, f"{event.letter} was written on {event.case}, which is filed away.", "BEN-26")

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """Whose case it is."""
        if event.routine == ROUTINE:
            self._party[event.case] = event.party

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """To whom it goes."""
        if event.routine == ROUTINE and event.template in SENT_TO_APPLICANT:
            self.judged += 1
            party = self._party.get(event.case) or self._filed.get(event.case)
            if event.to != party:
                self.broken(recorded, f"{event.letter} went to {event.to}, not to {party}.")


class DecisionsSayWhatIsExpected(FactsCheck):
    """The letter fits the decision; with supplementary benefit it says that payslips come every month (BEN-19)."""

    id = "ben-decisions-say-what-is-expected"
    requirements = ("BEN-19",)
    kind = "safety"
    sentence = (
        "A decision letter is sent only after a decision with the same outcome; with supplementary benefit it says "
        "that the payslip has to be uploaded every month, through self-service."
    )

    def __init__(self) -> None:
        super().__init__()
        self._body: dict[str, str] = {}

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """What it says."""
        if event.routine == ROUTINE and event.template in (GRANT, REFUSAL):
            self._body[event.letter] = event.body

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """It goes."""
        if event.routine != ROUTINE or event.template not in (GRANT, REFUSAL) or event.case not in self.pages:
            return
        self.judged += 1
        decision = table(self.pages[event.case].facts.get("decision"))
        right = {"granted": GRANT, "refused": REFUSAL}.get(str(decision.get("outcome")), "")
        if event.template != right:
            self.broken(recorded, f"{event.letter} ({event.template}) was sent, but the case is {_said(decision)}.")
        body = self._body.pop(event.letter, "").casefold()
        if decision.get("supplementary") and not ("lønsed" in body and "måned" in body and "selvbetjening" in body):
            self.broken(recorded, f"{event.letter} does not say that payslips are uploaded every month.")


def _said(decision: dict[str, Any]) -> str:
    return str(decision.get("outcome") or "not decided")


class DecisionsGoOut(InTheEnd):
    """Whoever is decided about hears of it (BEN-19, BEN-20)."""

    id = "ben-decisions-go-out"
    requirements = ("BEN-19", "BEN-20")
    kind = "liveness"
    sentence = "After a decision, its letter is sent in the end."

    @sees(TaskCompleted, of="decide")
    def decided(self, event: TaskCompleted, recorded: Recorded) -> None:
        """A decision."""
        if event.routine == ROUTINE:
            self.waits(event.case, recorded)

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """Its letter."""
        if event.template in (GRANT, REFUSAL):
            self.came(event.case)

    def lost(self, key: str, recorded: Recorded) -> str:
        """No letter."""
        return f"Case {key} was decided and no letter has been sent"
