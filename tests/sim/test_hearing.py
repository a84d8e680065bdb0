"""Those who look at the journal alone hear of each event once, in order, many at a time (SIM-12)."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.events import HandlingRetried
from saksgang.journal import Recorded
from saksgang_sim.hearing import AT_A_TIME, Hearing

NOW = dt.datetime(2026, 1, 5, 8, tzinfo=dt.UTC)


def _events(number: int) -> list[Recorded]:
    return [Recorded(f"garden:{n + 1}", NOW, "clock", "", HandlingRetried("garden", "", "1")) for n in range(number)]


def test_sim_12_each_listener_hears_of_each_event_once_and_in_order() -> None:
    """Whenever somebody asks, all that has happened is told."""
    first: list[Recorded] = []
    second: list[Recorded] = []
    hearing = Hearing([first.append, second.append])
    events = _events(AT_A_TIME + 10)

    for recorded in events[:-10]:
        hearing.hear(recorded)
    told = list(first)
    for recorded in events[-10:]:
        hearing.hear(recorded)
    waiting = list(first)
    hearing.catch_up()
    hearing.catch_up()

    assert told == waiting == events[:-10]
    assert first == second == events


def test_sim_12_what_was_told_before_an_end_in_the_middle_is_not_told_again() -> None:
    """A second Ctrl-C ends at once, and the report is made of what there is."""
    told: list[Recorded] = []

    def listener(recorded: Recorded) -> None:
        told.append(recorded)
        if len(told) == 3:
            raise KeyboardInterrupt

    hearing = Hearing([listener])
    events = _events(5)
    for recorded in events:
        hearing.hear(recorded)
    with pytest.raises(KeyboardInterrupt):
        hearing.catch_up()
    hearing.catch_up()

    assert told == events
