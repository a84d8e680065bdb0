"""The base of checks that follow what a case says of itself: its facts as they were at each time (BEN-04, BEN-16)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from saksgang.checks import Book, sees
from saksgang.checks.laws_staff import RosterCheck
from saksgang.events import CaseAmended, CaseOpened
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_settings import ROUTINE

__all__ = ["CasePage", "CasePages", "FactsCheck", "monthly"]


class CasePage:
    """What is known of a case, and the how manieth case of all it is."""

    __slots__ = ("facts", "nth", "number", "party", "type")

    def __init__(self, event: CaseOpened, nth: int) -> None:
        self.type, self.party, self.number, self.nth = event.type, event.party, event.personal_number, nth
        self.facts: dict[str, Any] = dict(event.facts)

    def month(self, name: str, month: str) -> dict[str, Any]:
        """The fact of that name for a month, such as the table under ``hold/2024-08``; empty where there is none."""
        found = self.facts.get(f"{name}/{month}", {})
        return found if isinstance(found, dict) else {}


Told = Callable[[CasePage, dict[str, Any], Recorded], None]


class CasePages(Book):
    """The facts of all cases of the routine; whoever reads it is told of new ones, before and after they are known."""

    def __init__(self) -> None:
        self.pages: dict[str, CasePage] = {}
        self._naming: dict[object, dict[str, CasePage]] = {}
        self.before: list[Told] = []
        self.learned: list[Told] = []
        self.news: dict[str, list[tuple[str, dict[str, Any]]]] = {}

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """A case begins with facts."""
        if event.routine == ROUTINE:
            page = self.pages[event.case] = CasePage(event, len(self.pages))
            self._name(event.case, page, page.number, page.party, *_spouse_in(event.facts))
            self.news = _by_name(event.facts)
            for told in self.learned:
                told(page, event.facts, recorded)

    @sees(CaseAmended)
    def amended(self, event: CaseAmended, recorded: Recorded) -> None:
        """More is known."""
        page = self.pages.get(event.case)
        if page is None:
            return
        self.news = _by_name(event.facts)
        for told in self.before:
            told(page, event.facts, recorded)
        page.facts.update(event.facts)
        self._name(event.case, page, *_spouse_in(event.facts))
        for told in self.learned:
            told(page, event.facts, recorded)

    def naming(self, *people: object) -> list[tuple[str, CasePage]]:
        """The cases, the oldest first, that have ever named one of these numbers or ids, as applicant or as spouse."""
        found: dict[str, CasePage] = {}
        for who in people:
            found.update(self._naming.get(who, {}))
        return sorted(found.items(), key=lambda item: item[1].nth)

    def _name(self, case: str, page: CasePage, *people: object) -> None:
        for who in people:
            if who:
                self._naming.setdefault(who, {})[case] = page


def _spouse_in(facts: Mapping[str, Any]) -> tuple[object, object]:
    return facts.get("spouse_number"), facts.get("spouse")


class FactsCheck(RosterCheck):
    """A check to which the facts of all cases of the routine are known; ``learned`` is told of what is new."""

    reads = CasePages

    def use(self, book: CasePages) -> None:
        """The pages, by case; told is who has something to do about it."""
        self.pages: Mapping[str, CasePage] = book.pages
        self.naming = book.naming
        self._book = book
        if type(self).before is not FactsCheck.before:
            book.before.append(self.before)
        if type(self).learned is not FactsCheck.learned:
            book.learned.append(self.learned)

    def news(self, name: str) -> list[tuple[str, dict[str, Any]]]:
        """Month and table of each new fact of that name, such as ``payment/2024-08``."""
        return self._book.news.get(name, [])

    def before(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """New facts, with the page as it was before them."""

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """New facts, with the page as it is after them."""


def monthly(facts: dict[str, Any], name: str) -> list[tuple[str, dict[str, Any]]]:
    """Month and table of each fact of that name, such as ``payment/2024-08``."""
    return _by_name(facts).get(name, [])


def _by_name(facts: dict[str, Any]) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    tables: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for key, value in facts.items():
        name, slash, month = key.partition("/")
        if slash and isinstance(value, dict):
            tables.setdefault(name, []).append((month, value))
    return tables
