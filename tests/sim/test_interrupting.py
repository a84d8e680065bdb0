"""Ctrl-C waits until the simulated day is over (SIM-11)."""

from __future__ import annotations

import datetime as dt
import signal
import threading
from pathlib import Path

import pytest

from saksgang.events import Event
from saksgang.journal import MemoryJournal, Recorded
from saksgang_sim.interrupting import between_days, held_back
from saksgang_sim.putting import plan_of
from saksgang_sim.run import Outcome, prepare
from tests.sim.worlds import scenario_in

DAY = dt.date(2026, 4, 13)


def test_sim_11_the_first_ctrl_c_is_kept_until_the_day_is_over() -> None:
    """It goes on to the tick, which is called for that day as well, and only then ends the run."""
    ticks: list[tuple[dt.date, int]] = []
    with between_days(lambda day, events: ticks.append((day, events))) as tick:
        tick(DAY, 7)
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            tick(DAY, 9)

    assert ticks == [(DAY, 7), (DAY, 9)]


def test_sim_11_the_second_ctrl_c_ends_at_once_and_the_old_way_comes_back() -> None:
    """Also within a day; outside, Ctrl-C is what it was before."""
    before = signal.getsignal(signal.SIGINT)
    with between_days(None):
        pass
    assert signal.getsignal(signal.SIGINT) == before
    with between_days(None):
        assert signal.getsignal(signal.SIGINT) != before
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)

    assert signal.getsignal(signal.SIGINT) == before


def test_sim_11_in_another_thread_no_signal_arrives_and_none_is_waited_for() -> None:
    """The tick is called as ever, and Ctrl-C is what it was."""
    before = signal.getsignal(signal.SIGINT)
    ticks: list[int] = []

    def enter() -> None:
        with between_days(lambda _, events: ticks.append(events)) as tick:
            tick(DAY, 7)
            assert signal.getsignal(signal.SIGINT) == before

    thread = threading.Thread(target=enter)
    thread.start()
    thread.join()

    assert ticks == [7]


def test_sim_11_a_process_that_ignores_ctrl_c_goes_on_ignoring_it() -> None:
    """As those that run jobs for another one do: it is for the one that asked."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with held_back() as press:
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)

    assert not press.pressed


def test_sim_11_a_ctrl_c_amid_a_day_leaves_report_and_journal_agreed(tmp_path: Path) -> None:
    """Pressed while the hundredth event is told around: the day is simulated to its end and counted whole."""
    journal = MemoryJournal()
    run = prepare(plan_of(scenario_in(tmp_path), journal))
    heard: list[Event] = []

    def press(recorded: Recorded) -> None:
        heard.append(recorded.event)
        if len(heard) == 100:
            signal.raise_signal(signal.SIGINT)

    run.office.heard.insert(0, press)
    with between_days(None) as tick:
        outcome: Outcome = run.go(tick)

    *_, last = journal
    assert not outcome.complete
    assert outcome.tally.events == len(list(journal)) > 100
    assert run.office.view.almanac.local(last.at).date() == outcome.until - dt.timedelta(days=1)
