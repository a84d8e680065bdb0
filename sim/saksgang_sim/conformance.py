"""The laws that every routine must keep, as a test class for the authors of plugins (PLG-07).

Subclass it where pytest looks, and name a scenario in which the routine is on:

    class TestLaws(RoutineLaws):
        routine = "dog_licence"
        scenario = Path(__file__).parents[1] / "scenario.toml"
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from attrs import frozen

from saksgang.casework import fold
from saksgang.checks import Judge
from saksgang.checks.laws import CORE_LAWS
from saksgang.events import Event
from saksgang.exits import Exit
from saksgang.journal import MemoryJournal
from saksgang.plugins import Registry
from saksgang.state import FINAL_LETTER_STATES, State
from saksgang.testing import hidden_in
from saksgang_sim.putting import plan_of
from saksgang_sim.reading import read_scenario
from saksgang_sim.run import Outcome, prepare
from saksgang_sim.twins import first_difference
from saksgang_sim.verdict import exit_of, verdict_line

__all__ = ["Lived", "RoutineLaws"]

PATIENCE = dt.timedelta(days=60)


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


def _letter(event: Event) -> str:
    return str(getattr(event, "letter", ""))


class RoutineLaws:
    """What holds of every routine, put to one of them.

    Attributes:
        routine: its name.
        scenario: a file in which it is on; the longer, the more is put to the test.
    """

    routine: ClassVar[str]
    scenario: ClassVar[Path]

    @pytest.fixture(scope="class")
    def lived(self) -> Lived:
        """The scenario, lived through once for all laws."""
        journal = MemoryJournal()
        run = prepare(plan_of(read_scenario(str(self.scenario)), journal))
        outcome = run.go()
        return Lived(outcome, journal, run.office.state.picture(), run.engine.clock.now())

    def test_it_is_sound_and_reads_nothing_that_no_journal_holds(self) -> None:
        """What it declares fits together; no wall clock, no chance but the one handed in, no environment."""
        registry = Registry.installed()
        assert not registry.trouble(self.routine), "\n".join(registry.trouble(self.routine))
        (plugin,) = (each for each in registry.loaded if each.name == self.routine)
        assert not hidden_in(plugin), "\n".join(hidden_in(plugin))

    def test_every_check_holds_and_something_was_judged(self, lived: Lived) -> None:
        """The core's laws and its own checks, which it has; everything that was to be reached was."""
        own = [verdict for verdict in lived.outcome.verdicts if _is_of(verdict.id, self.routine)]
        assert exit_of(lived.outcome) is Exit.HELD, verdict_line(lived.outcome)
        assert any(verdict.judged for verdict in own), "No check of the routine's own was put to the test."

    def test_the_same_seed_gives_the_same_journal(self) -> None:
        """To the byte, in two processes that differ in all that must not matter."""
        difference = first_difference(str(self.scenario), read_scenario(str(self.scenario)))
        assert difference is None, difference

    def test_a_replay_rebuilds_the_office(self, lived: Lived) -> None:
        """The journal holds everything that the office held."""
        assert lived.state().picture() == lived.picture, "The office and its journal tell different things."

    def test_every_letter_comes_to_an_end(self, lived: Lived) -> None:
        """None stands still on its way for two months."""
        letters = lived.state().letters
        waiting = [
            f"{letter} is {letters[letter].state!r} since {at:%Y-%m-%d}"
            for letter, at in lived.last_told()
            if letters[letter].state not in FINAL_LETTER_STATES and lived.end - at > PATIENCE
        ]
        assert not waiting, "\n".join(waiting)

    def test_every_deadline_that_runs_can_still_be_met(self, lived: Lived) -> None:
        """None is forgotten: what is past its last minute has ended, met, missed or cancelled."""
        forgotten = [
            f"{deadline.id}, {target.name} was due {target.due:%Y-%m-%d %H:%M}Z"
            for deadline in lived.state().deadlines
            for target in deadline.targets
            if target.state == "running"
            and deadline.paused is None
            and target.due < lived.end - dt.timedelta(minutes=1)
        ]
        assert not forgotten, "\n".join(forgotten)

    def test_what_it_leaves_behind_can_be_read_without_it(self, lived: Lived) -> None:
        """Taken out of the house, it leaves a journal that the core alone rebuilds and judges."""
        judge = Judge(CORE_LAWS)
        for recorded in lived.journal:
            judge.see(recorded)
        broken = [verdict.id for verdict in judge.verdicts(lived.end) if verdict.status == "violated"]
        assert not broken, f"Without the routine these do not hold: {', '.join(broken)}."


def _is_of(check: str, routine: str) -> bool:
    declared = Registry.installed().routines.get(routine)
    return declared is not None and check in [each.id for each in declared.checks]
