"""Calculations: recomputed from the case's own facts to the øre, certain as their rates, marked where not (BEN-16)."""

from __future__ import annotations

from typing import Any

from saksgang.checks import sees
from saksgang.events import LetterDrafted, OfficeOpened
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_rates import period_of, weakest
from saksgang_benefits.checks_reckoning import Reckoned, reckon
from saksgang_benefits.checks_settings import ROUTINE, exact_ore, month_parts, settings, table

__all__ = [
    "CalculationsAreRight",
    "LinesAddUp",
    "OnlyAllowedRatesAreUsed",
    "TheSpouseIsReadRightly",
    "UncertainAmountsAreMarked",
    "spouse_of",
]

OFFICIAL, PROJECTED, SINGLE = "official", "projected", "enkeltydelse"
KRONE = 100
LETTERS = ("afgorelse_bevilling", "udbetalingsspecifikation")


class LinesAddUp(FactsCheck):
    """A calculation is as transparent as BEN-16 wants: each line says its rate, and the lines give the amount."""

    id = "ben-lines-add-up"
    requirements = ("BEN-16",)
    kind = "safety"
    sentence = (
        "The lines of a calculation add up to its amount to the øre, each rate names its law, date and source, and "
        "the calculation is as certain as its least certain line."
    )
    told_of = ("calculation",)

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """Calculations come."""
        for month, made in self.news("calculation"):
            if made.get("amount") not in (None, ""):
                self._look(month, made, recorded)

    def _look(self, month: str, made: dict[str, Any], recorded: Recorded) -> None:
        self.judged += 1
        lines = made.get("lines") or []
        sums = [exact_ore(line.get("amount")) for line in lines]
        if None in sums or sum(ore or 0 for ore in sums) != exact_ore(made["amount"]):
            said = " + ".join(str(line.get("amount")) for line in lines)
            self.broken(recorded, f"The lines of {month} are {said}, which is not {made['amount']}.")
        rates = [line for line in lines if line.get("rate")]
        for line in rates:
            if not all(line.get(key) for key in ("law", "valid_from", "status", "source")):
                self.broken(recorded, f"The line {line.get('label')!r} of {month} does not say where its rate is from.")
        if made.get("status") != weakest([str(line.get("status")) for line in rates]):
            self.broken(recorded, f"The calculation of {month} says {made.get('status')}, its lines say otherwise.")


class CalculationsAreRight(FactsCheck):
    """The book-keeper comes to the same amount (BEN-16, BEN-07, BEN-22)."""

    id = "ben-calculations-are-right"
    requirements = ("BEN-16", "BEN-07", "BEN-22")
    kind = "safety"
    sentence = (
        "Recomputed from the facts of the case and a second table of rates, the amount of a month and its certainty "
        "are the same, and there is no amount only where there is no rate, no age or no answer about the spouse."
    )
    told_of = ("calculation",)

    def __init__(self) -> None:
        super().__init__()
        self._projected = False

    @sees(OfficeOpened)
    def projected(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Whether projected rates may be used."""
        self._projected = bool(settings(event).get("allow_projected"))

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """Calculations come."""
        for name, made in self.news("calculation"):
            month = month_parts(name)
            if month is not None and page.type != SINGLE:
                self._look(page, month, made, recorded)

    def _look(self, page: CasePage, month: tuple[int, int], made: dict[str, Any], recorded: Recorded) -> None:
        reported = made.get("income") == "payslip"
        right = reckon(page.facts, page.number, month, str(made.get("spouse")), reported=reported)
        amount = exact_ore(made.get("amount"))
        if period_of(month) is None or (right is None and amount is None):
            return
        self.judged += 1
        if right is None:
            wrong = f"{made.get('month')} was calculated as {made.get('amount')}, although no rate is known for it."
        elif amount is None:
            wrong = self._needless(right, made)
        elif not any(_same(each, amount, str(made.get("status"))) for each in right):
            wrong = f"{made.get('month')} comes to {_said(right)}, not to {made.get('amount')} ({made.get('status')})."
        else:
            wrong = ""
        if wrong:
            self.broken(recorded, wrong)

    def _needless(self, right: list[Reckoned], made: dict[str, Any]) -> str:
        """No amount; right where the spouse's answer is missing or the rates are not to be used."""
        unanswered = made.get("spouse") == "not yet registered"
        refused = all(each.status == PROJECTED for each in right) and not self._projected
        if unanswered or refused:
            return ""
        return f"{made.get('month')} has no amount ({made.get('obstacle')}), although it comes to {_said(right)}."


def _same(right: Reckoned, amount: int, status: str) -> bool:
    """To the øre, half an øre going either way; a projected rate may have been rounded to another krone."""
    allowed = 5 * KRONE if right.status == PROJECTED else 1
    return abs(right.amount - amount) < allowed and right.status == status


def _said(right: list[Reckoned]) -> str:
    return " or ".join(dict.fromkeys(f"{float(each.amount) / KRONE:.2f} ({each.status})" for each in right))


class TheSpouseIsReadRightly(FactsCheck):
    """Three outcomes, and one for those without a spouse (BEN-07)."""

    id = "ben-the-spouse-is-read-rightly"
    requirements = ("BEN-07",)
    kind = "safety"
    sentence = (
        "A month is calculated for the applicant alone only where the spouse refuses, and for both only where the "
        "spouse works full time or is registered; while that is open there is no amount."
    )
    told_of = ("calculation",)

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """Calculations come."""
        for month, made in self.news("calculation"):
            if page.type == SINGLE:
                continue
            self.judged += 1
            said, right = made.get("spouse"), spouse_of(page.facts)
            if said != right:
                self.broken(recorded, f"{month} was calculated with the spouse as {said!r}; right is {right!r}.")
            if said == "not yet registered" and made.get("amount"):
                self.broken(recorded, f"{month} has an amount, although the spouse is not yet registered.")


def spouse_of(facts: dict[str, Any]) -> str:
    """What the case knows about the spouse; of the registration the register's word counts, not the citizen's."""
    if not facts.get("married"):
        return "no spouse"
    if facts.get("spouse_refuses"):
        return "refuses"
    if facts.get("spouse_work") == "full-time" or facts.get("spouse_registered_on"):
        return "complies"
    registered = table(facts.get("register/Jobnet")).get("spouse_registered") is True
    return "complies" if registered else "not yet registered"


class OnlyAllowedRatesAreUsed(FactsCheck):
    """A guess at next year's rate pays nobody (BEN-16)."""

    id = "ben-only-allowed-rates-are-used"
    requirements = ("BEN-16",)
    kind = "safety"
    sentence = "Nothing is calculated or paid with a projected rate unless the municipality allows it."
    told_of = ("calculation", "payment")

    def __init__(self) -> None:
        super().__init__()
        self._projected = False

    @sees(OfficeOpened)
    def projected(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Whether projected rates may be used."""
        self._projected = bool(settings(event).get("allow_projected"))

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """Calculations and payments come."""
        for name in ("calculation", "payment"):
            for month, made in self.news(name):
                self.judged += 1
                if made.get("status") == PROJECTED and made.get("amount") and not self._projected:
                    self.broken(recorded, f"The {name} of {month} rests on a projected rate, which is not allowed.")


class UncertainAmountsAreMarked(FactsCheck):
    """Whoever sees an amount sees how certain it is (BEN-16)."""

    id = "ben-uncertain-amounts-are-marked"
    requirements = ("BEN-16",)
    kind = "safety"
    sentence = (
        "A calculation or payment that rests on a rate that is not official carries a mark, any other carries none, "
        "and a letter that shows the amount shows the mark."
    )
    told_of = ("calculation", "payment")

    def __init__(self) -> None:
        super().__init__()
        self._last: dict[str, str] = {}

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """Calculations and payments come."""
        for name in ("calculation", "payment"):
            for month, made in self.news(name):
                if made.get("amount") not in (None, ""):
                    self._look(name, month, made, recorded)

    def _look(self, name: str, month: str, made: dict[str, Any], recorded: Recorded) -> None:
        self.judged += 1
        self._last[recorded.event.case] = mark = str(made.get("mark", ""))
        if bool(mark) == (made.get("status") == OFFICIAL):
            self.broken(recorded, f"The {name} of {month} is {made.get('status')} and its mark is {mark!r}.")

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """An amount goes out."""
        if event.routine != ROUTINE or event.template not in LETTERS or event.case not in self._last:
            return
        self.judged += 1
        if self._last[event.case] not in event.body:
            self.broken(recorded, f"{event.letter} shows an amount that is not official, without its mark.")
