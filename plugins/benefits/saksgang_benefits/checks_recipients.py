"""Letters are of their case, its number, benefit and people, and of its time (BEN-08, BEN-10, BEN-19, BEN-20)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import Law
from saksgang.events import LetterCompleted, LetterDrafted, LetterRevised, LetterSent, OfficeOpened
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_settings import ROUTINE, settings

__all__ = ["LettersAreOfTheirCase", "LettersTellTheTime"]

ASKING, REFUSAL = "anmodning", "afgorelse_afslag"
DECISIONS = ("afgorelse_bevilling", REFUSAL)
RIGHT_TO = re.compile(r"ret til ([^.]*)")
REASON = re.compile(r"begrundet afgørelsen:\s*(.*?)\s*Du kan klage", re.DOTALL)


class LettersAreOfTheirCase(FactsCheck):
    """No letter tells a citizen of another case, or one citizen of another (BEN-08, BEN-19)."""

    id = "ben-letters-are-of-their-case"
    requirements = ("BEN-19", "BEN-08", "BEN-20")
    kind = "safety"
    sentence = (
        "A letter names the number of its case; a decision letter the benefit, and a refusal why; a letter that asks "
        "for something goes to the applicant or the spouse."
    )

    def __init__(self) -> None:
        super().__init__()
        self._body: dict[str, str] = {}
        self._revised: set[str] = set()

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """What it says."""
        if event.routine == ROUTINE and event.template in (ASKING, *DECISIONS):
            self._body[event.letter] = event.body

    @sees(LetterRevised)
    def revised(self, event: LetterRevised, recorded: Recorded) -> None:
        """In the caseworker's own words."""
        if event.letter in self._body:
            self._body[event.letter] = event.body
            self._revised.add(event.letter)

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """It goes."""
        body, page = self._body.pop(event.letter, None), self.pages.get(event.case)
        if body is None or page is None:
            return
        self.judged += 1
        if event.case not in body:
            self.broken(recorded, f"{event.letter} does not name case {event.case}.", "BEN-08")
        if event.template == ASKING and event.to not in (page.party, _spouse(page.facts)):
            self.broken(recorded, f"{event.letter} asks {event.to}, of whom the case does not tell.", "BEN-20")
        if event.template in DECISIONS and event.letter not in self._revised:
            for wrong in _untold(event.template, body, page):
                self.broken(recorded, f"{event.letter} {wrong}.")
        self._revised.discard(event.letter)


def _spouse(facts: dict[str, Any]) -> object:
    return facts.get("spouse") if facts.get("married") else None


def _untold(template: str, body: str, page: CasePage) -> Iterator[str]:
    """What a decision letter in the words of its template does not say."""
    benefit, reason = RIGHT_TO.search(body), REASON.search(body)
    if benefit is None or page.type not in benefit[1]:
        yield f"does not tell of {page.type}"
    if template == REFUSAL and (reason is None or not reason[1]):
        yield "refuses, and does not say why"


NORMALLY = "10 days, end of day, moved to a working day"
UNITS = {
    "dag": "day",
    "dage": "days",
    "arbejdsdag": "working day",
    "arbejdsdage": "working days",
    "måned": "month",
    "måneder": "months",
}
TOLD = re.compile(rf"\b([0-9]+) ({'|'.join(UNITS)})\b")


class LettersTellTheTime(Law):
    """The citizen reads how long there is, and it is so (BEN-10)."""

    id = "ben-letters-tell-the-time"
    requirements = ("BEN-10",)
    kind = "safety"
    sentence = (
        "A letter that asks for something says, when it is completed, how long there is to hand it in: as long as set."
    )

    def __init__(self) -> None:
        super().__init__()
        self._set = NORMALLY
        self._body: dict[str, str] = {}

    @sees(OfficeOpened)
    def set_to(self, event: OfficeOpened, recorded: Recorded) -> None:
        """How long there is."""
        self._set = str(settings(event).get("documentation_time", NORMALLY))

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """What it says."""
        if event.routine == ROUTINE and event.template == ASKING:
            self._body[event.letter] = event.body

    @sees(LetterRevised)
    def revised(self, event: LetterRevised, recorded: Recorded) -> None:
        """In the caseworker's own words."""
        if event.letter in self._body:
            self._body[event.letter] = event.body

    @sees(LetterCompleted)
    def completed(self, event: LetterCompleted, recorded: Recorded) -> None:
        """It goes."""
        body = self._body.pop(event.letter, None)
        if body is not None:
            right = self._set.partition(",")[0]
            told = [f"{number} {UNITS[unit]}" for number, unit in TOLD.findall(body)]
            wrong = f"{event.letter} tells of {' and '.join(told) or 'no time'}, and the time is {right}."
            self.judge(right in told, recorded, wrong)
