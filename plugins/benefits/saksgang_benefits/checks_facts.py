"""The base of checks that follow what a case says of itself: its facts as they were at each time (BEN-04, BEN-16)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, ClassVar

from saksgang.checks import Book, sees
from saksgang.checks.laws_staff import RosterCheck
from saksgang.events import CaseAmended, CaseAssigned, CaseOpened, StatusChanged
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_settings import ROUTINE, bare

__all__ = ["CasePage", "CasePages", "FactsCheck", "monthly"]

# What other cases of the household ask of an ended one that may still be paid.
OF_THE_HOUSEHOLD = ("decision", "married", "spouse", "spouse_number", "stop_month")
SINGLE = "enkeltydelse"


class CasePage:
    """What is known of a case: its facts, where it stands and whose it is, and the how manieth case of all it is."""

    __slots__ = ("case", "ended", "facts", "nth", "number", "party", "responsible", "status", "type")

    def __init__(self, event: CaseOpened, nth: int) -> None:
        self.case, self.type, self.nth = event.case, event.type, nth
        self.party, self.number = event.party, str(bare(event.personal_number))
        self.status, self.responsible, self.ended = event.status, "", False
        self.facts: dict[str, Any] = dict(event.facts)

    @property
    def may_be_paid(self) -> bool:
        """Whether it is one that pays month by month, with no last month known."""
        decision = self.facts.get("decision") or {}
        return self.type != SINGLE and decision.get("outcome") == "granted" and not self.facts.get("stop_month")

    @property
    def people(self) -> tuple[object, ...]:
        """Whom it is about: numbers and ids, where they are known."""
        return (self.number, self.party, *_spouse_in(self.facts))

    def forget(self) -> None:
        """Keep what is asked of an ended case: by a letter that is sent anew, or a payslip that is worked through."""
        decision = self.facts.get("decision") or {}
        kept = _decided(decision.get("outcome"), decision.get("supplementary"))
        more = {name: value for name, value in self.facts.items() if name.startswith("income/")}
        if self.may_be_paid:
            more |= {name: self.facts[name] for name in OF_THE_HOUSEHOLD if name in self.facts}
        self.facts = kept | more if more else kept

    def month(self, name: str, month: str) -> dict[str, Any]:
        """The fact of that name for a month, such as the table under ``hold/2024-08``; empty where there is none."""
        found = self.facts.get(f"{name}/{month}", {})
        return found if isinstance(found, dict) else {}


Told = Callable[[CasePage, dict[str, Any], Recorded], None]


class CasePages(Book):
    """The facts of all cases of the routine; whoever reads it is told of new ones, before and after they are known.

    Of a case that has ended little is kept, once the instant is over at which it ended.
    """

    def __init__(self) -> None:
        self.pages: dict[str, CasePage] = {}
        self._naming: dict[object, tuple[CasePage, ...]] = {}
        self._just_ended: list[tuple[dt.datetime, CasePage]] = []
        self.before: list[tuple[frozenset[str], Told]] = []
        self.learned: list[tuple[frozenset[str], Told]] = []
        self.news: dict[str, list[tuple[str, dict[str, Any]]]] = {}

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """A case begins with facts."""
        if event.routine == ROUTINE:
            page = self.pages[event.case] = CasePage(event, len(self.pages))
            self._name(page, *page.people)
            self.news = _by_name(event.facts)
            self._tell(self.learned, page, event, recorded)

    @sees(CaseAmended)
    def amended(self, event: CaseAmended, recorded: Recorded) -> None:
        """More is known."""
        page = self.pages.get(event.case)
        if page is None:
            return
        if page.ended:
            page.facts = dict(page.facts)  # which it may have in common with others
        self.news = _by_name(event.facts)
        self._tell(self.before, page, event, recorded)
        page.facts.update(event.facts)
        self._name(page, *_spouse_in(event.facts))
        self._tell(self.learned, page, event, recorded)

    def naming(self, *people: object) -> list[tuple[str, CasePage]]:
        """The cases, the oldest first, that have ever named one of these numbers or ids, as applicant or as spouse.

        Of those that have ended only the ones that may still be paid.
        """
        found = {page.case: page for who in people for page in self._naming.get(bare(who), ())}
        return sorted(found.items(), key=lambda item: item[1].nth)

    @sees(CaseAssigned, afterwards=True)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """It is somebody else's."""
        page = self.pages.get(event.case)
        if page is not None:
            page.responsible = event.to

    @sees(StatusChanged, afterwards=True)
    def moved(self, event: StatusChanged, recorded: Recorded) -> None:
        """It stands elsewhere, and may have ended."""
        self._forget(recorded.at)
        page = self.pages.get(event.case)
        if page is not None:
            page.status, page.ended = event.new, event.final
            if event.final:
                self._just_ended.append((recorded.at, page))

    def _tell(
        self,
        whom: list[tuple[frozenset[str], Told]],
        page: CasePage,
        event: CaseOpened | CaseAmended,
        recorded: Recorded,
    ) -> None:
        for names, told in whom:
            if not names or not names.isdisjoint(self.news):
                told(page, event.facts, recorded)

    def _forget(self, now: dt.datetime) -> None:
        """What ended at this very instant may be asked for until it is over."""
        while self._just_ended and self._just_ended[0][0] < now:
            _, page = self._just_ended.pop(0)
            if not page.may_be_paid:
                self._unname(page)
            page.forget()

    def _name(self, page: CasePage, *people: object) -> None:
        for who in people:
            named = self._naming.get(who, ())
            if who and page not in named:
                self._naming[who] = (*named, page)

    def _unname(self, page: CasePage) -> None:
        for who in page.people:
            others = tuple(other for other in self._naming.pop(who, ()) if other is not page)
            if others:
                self._naming[who] = others


@lru_cache(maxsize=64)
def _decided(outcome: object, supplementary: object) -> dict[str, Any]:
    """The facts of an ended case of which no more is asked: one for all that ended alike."""
    return {"decision": {"outcome": outcome, "supplementary": supplementary}}


def _spouse_in(facts: Mapping[str, Any]) -> tuple[object, object]:
    return bare(facts.get("spouse_number")), facts.get("spouse")


class FactsCheck(RosterCheck):
    """A check to which the facts of all cases of the routine are known; ``learned`` is told of what is new.

    Attributes:
        told_of: the names of the facts of which it is told, such as ``payment``; of all unless some are named.
    """

    reads = CasePages
    told_of: ClassVar[tuple[str, ...]] = ()

    def use(self, book: CasePages) -> None:
        """The pages, by case; told is who has something to do about it."""
        self.pages: Mapping[str, CasePage] = book.pages
        self.naming = book.naming
        self._book = book
        if type(self).before is not FactsCheck.before:
            book.before.append((frozenset(self.told_of), self.before))
        if type(self).learned is not FactsCheck.learned:
            book.learned.append((frozenset(self.told_of), self.learned))

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
