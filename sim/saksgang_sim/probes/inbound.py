"""Rare places of what comes in, and of what systems outside answer."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from saksgang.checks import sees
from saksgang.events import (
    CaseOpened,
    DocumentReceived,
    DocumentRegistered,
    ServiceAnswered,
    ServiceAsked,
    StatusChanged,
)
from saksgang.journal.record import Recorded
from saksgang.legaltime import Almanac
from saksgang_sim.probes.base import Watcher

__all__ = ["InboundProbes"]

DAY = dt.timedelta(days=1)


class InboundProbes(Watcher):
    """Messages, documents and answers."""

    probes = (
        "more to a case came in after the case had ended",
        "a message bore the mark of its channel",
        "the same came in twice within two days",
        "a document lay in the inbox over a day on which nobody works",
        "a document came on a case that had been registered on the same day",
        "a system outside took more than a day to answer",
        "an answer came after its case had ended",
        "an answer overtook the answer to an earlier question",
        "a register answered otherwise than the time before",
        "an order to pay or to change something was turned down",
        "a case ended on the day on which it was opened",
    )

    def __init__(self, reached: Counter[str], almanac: Almanac) -> None:
        super().__init__(reached, almanac)
        self._opened: dict[str, dt.date] = {}
        self._ended: set[str] = set()
        self._received: dict[str, dt.date] = {}
        self._words: dict[tuple[str, ...], dt.datetime] = {}
        self._asked: dict[str, dt.datetime] = {}
        self._questions: dict[tuple[str, str], list[str]] = {}
        self._answers: dict[tuple[str, str, str], dict[str, Any]] = {}

    @sees(CaseOpened)
    def case_opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """It begins."""
        self._opened[event.case] = self.almanac.today(recorded.at)

    @sees(StatusChanged)
    def case_ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """It is over."""
        if event.final:
            self._ended.add(event.case)
            if self._opened.get(event.case) == self.almanac.today(recorded.at):
                self.probe("a case ended on the day on which it was opened")

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """Something comes in."""
        self._received[event.document] = event.received
        if event.facts.get("case") in self._ended:
            self.probe("more to a case came in after the case had ended")
        if "message_id" in event.facts:
            self.probe("a message bore the mark of its channel")
        words = (event.routine, event.sender, event.party, event.category, str(event.facts.get("text", "")))
        before = self._words.get(words)
        if before is not None and recorded.at - before < 2 * DAY:
            self.probe("the same came in twice within two days")
        self._words[words] = recorded.at

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """It lies on a case."""
        today, day = self.almanac.today(recorded.at), self._received.pop(event.document, None)
        if not event.opened and self._opened.get(event.case) == today:
            self.probe("a document came on a case that had been registered on the same day")
        while day is not None and day < today:
            if not self.almanac.is_working_day(day):
                self.probe("a document lay in the inbox over a day on which nobody works")
                return
            day += DAY

    @sees(ServiceAsked)
    def asked(self, event: ServiceAsked, recorded: Recorded) -> None:
        """A question goes out."""
        self._asked[event.request] = recorded.at
        self._questions.setdefault((event.case, event.service), []).append(event.request)

    @sees(ServiceAnswered)
    def answered(self, event: ServiceAnswered, recorded: Recorded) -> None:
        """An answer comes."""
        if recorded.at - self._asked.pop(event.request, recorded.at) > DAY:
            self.probe("a system outside took more than a day to answer")
        if event.case in self._ended:
            self.probe("an answer came after its case had ended")
        waiting = self._questions.get((event.case, event.service), [])
        if waiting and waiting[0] != event.request:
            self.probe("an answer overtook the answer to an earlier question")
        if event.request in waiting:
            waiting.remove(event.request)
        about = (event.case, event.service, event.about)
        if event.case and self._answers.get(about, event.facts) != event.facts:
            self.probe("a register answered otherwise than the time before")
        self._answers[about] = event.facts
        if False in (event.facts.get("accepted"), event.facts.get("changed")):
            self.probe("an order to pay or to change something was turned down")
