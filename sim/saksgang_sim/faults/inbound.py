"""What comes in is delivered twice, sent again, overtaken, held up to the odd hour, or to a closed case (SIM-05)."""

from __future__ import annotations

from attrs import define, evolve, field

from saksgang.commands import Command, SubmitDocument
from saksgang.errors import Refused
from saksgang.events import DocumentRegistered, StatusChanged
from saksgang.journal.record import Recorded
from saksgang.office import Office
from saksgang.records import Document
from saksgang.state import MESSAGE
from saksgang_sim.engine import Engine
from saksgang_sim.faults.clock_change import next_change, odd_hours
from saksgang_sim.faults.striking import DAY, HOUR, Striking
from saksgang_sim.refusals import Refusals

__all__ = ["DisturbedInbound"]

AGAIN = (1, 2 * DAY)
OVERTAKEN = (HOUR, 2 * DAY)
AFTER_CLOSING = (HOUR, 5 * DAY)
STAFF = "staff:"


@define
class DisturbedInbound:
    """Between the citizens and the office."""

    engine: Engine
    office: Office
    striking: Striking
    refusals: Refusals
    _latest: dict[str, str] = field(factory=dict)

    def send(self, command: Command, actor: str, key: str) -> None:
        """Bring what somebody sends on an occasion named by ``key``: now, later, twice."""
        if actor.startswith(STAFF):
            self._bring(command, actor)
            return
        if isinstance(command, SubmitDocument) and self.striking.strikes("inbound_twice", key):
            command = evolve(command, message=key)
            self._later(AGAIN, command, actor, "twice", key)
        if self.striking.strikes("inbound_again", key):
            self._later(AGAIN, command, actor, "again", key)
        if self._in_the_odd_hour(command, actor, key):
            return
        if self.striking.strikes("inbound_late", key):
            self._later(OVERTAKEN, command, actor, "late", key)
        else:
            self._bring(command, actor)

    def hear(self, recorded: Recorded) -> None:
        """Remember what came last on each case, and send more of it after the case has ended."""
        event = recorded.event
        if isinstance(event, DocumentRegistered):
            self._latest[event.case] = event.document
        elif isinstance(event, StatusChanged) and event.final:
            document = self._latest.pop(event.case, "")
            if document and self.striking.strikes("inbound_after_closing", event.case):
                known = self.office.view.document(document)
                self._later(AFTER_CLOSING, _more(known, event.case), known.sender, "after closing", event.case)

    def _in_the_odd_hour(self, command: Command, actor: str, key: str) -> bool:
        """Whether it is sent in the night in which the clocks change, which it has to be the day before for."""
        if not self.striking.on("summer_time"):
            return False
        now, almanac = self.engine.clock.now(), self.office.view.almanac
        first, last = odd_hours(next_change(almanac.today(now), almanac))
        wait = int((first - now).total_seconds())
        if not 0 < wait < DAY or not self.striking.strikes("summer_time", "sends", key):
            return False
        wait += self.striking.luck.integer(0, int((last - first).total_seconds()) - 1, "odd second", key)
        self.engine.after(wait, lambda: self._bring(command, actor))
        return True

    def _later(self, between: tuple[int, int], command: Command, actor: str, *key: str) -> None:
        self.engine.after(self.striking.seconds(*between, *key), lambda: self._bring(command, actor))

    def _bring(self, command: Command, actor: str) -> None:
        try:
            self.office.do(command, actor)
        except Refused as refused:
            self.refusals.note(refused)


def _more(document: Document, case: str) -> SubmitDocument:
    """The same once more, under the number of the case that has ended, as a message of its own."""
    facts = {name: value for name, value in document.facts.items() if name != MESSAGE}
    return SubmitDocument(
        document.routine,
        document.sender,
        document.party,
        document.category,
        channel=document.channel,
        facts={**facts, "case": case},
        personal_number=document.personal_number,
    )
