"""A routine's lives: what a simulated office went through, as the laws of every routine look at it (PLG-07)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from saksgang.casework import fold
from saksgang.events import OFFICE, Event
from saksgang.journal import MemoryJournal, Recorded
from saksgang.plugins import Registry
from saksgang.state import State
from saksgang_sim.run import Outcome, Plan, judge_of, prepare

__all__ = ["Lived", "lived", "lived_on"]


@frozen
class Lived:
    """A scenario that was lived through.

    Attributes:
        picture: what the office held at its end.
        end: the instant of that.
    """

    outcome: Outcome
    journal: MemoryJournal
    picture: object
    end: dt.datetime

    def state(self) -> State:
        """An office rebuilt from the journal alone."""
        state = State()
        for recorded in self.journal:
            fold(recorded, state)
            state.way_back.settle()
        return state

    def last_told(self) -> Iterator[tuple[str, dt.datetime]]:
        """Every letter by its id, with the instant of the last event about it."""
        told = {_letter(recorded.event): recorded.at for recorded in self.journal}
        return ((letter, at) for letter, at in told.items() if letter)

    def stream(self, routine: str, until: dt.datetime) -> list[Recorded]:
        """What happened in a routine's stream before an instant."""
        return [recorded for recorded in self.journal if recorded.event.routine == routine and recorded.at < until]

    def reads(self, routine: str, others: Iterable[str]) -> bool:
        """Whether something in a routine's stream followed from what others did, as the hook ``observe`` allows."""
        streams = {*others} - {routine, OFFICE}
        own = (recorded for recorded in self.journal if recorded.event.routine == routine)
        return any(recorded.cause.rpartition(":")[0] in streams for recorded in own)

    def violated(self, registry: Registry, routines: Iterable[str]) -> dict[str, str]:
        """The checks of the core and of these routines that the whole journal violates, with the first violation."""
        judge = judge_of(registry, routines)
        for recorded in self.journal:
            judge.see(recorded)
        return {each.id: each.violations[0].sentence for each in judge.verdicts(self.end) if each.violations}


def lived(plan: Plan) -> Lived:
    """Live through a plan from its first day."""
    return _gone(evolve(plan, journal=MemoryJournal()))


def lived_on(before: Lived, plan: Plan, days: int) -> Lived:
    """Open another office over the same journal where a life ended, and let it go on for some days."""
    journal = MemoryJournal()
    journal.append(tuple(before.journal))
    scenario = evolve(plan.scenario, start=before.outcome.until, days=days)
    return _gone(evolve(plan, scenario=scenario, journal=journal), before.journal)


def _gone(plan: Plan, known: Iterable[Recorded] = ()) -> Lived:
    run = prepare(plan)
    for recorded in known:
        run.judge.see(recorded)  # a check that has not seen how a case began need not stand what comes of it
    outcome = run.go()
    assert isinstance(plan.journal, MemoryJournal)
    return Lived(outcome, plan.journal, run.office.state.picture(), run.engine.clock.now())


def _letter(event: Event) -> str:
    return str(getattr(event, "letter", ""))
