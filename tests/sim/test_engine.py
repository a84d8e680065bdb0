"""The engine drives the clock: timers before the agenda, never back, to the second (COR-15, SIM-01)."""

from __future__ import annotations

import datetime as dt
from typing import cast

from attrs import define, field

from saksgang.legaltime import Almanac
from saksgang.office import Office
from saksgang_sim.engine import Engine

START = dt.datetime(2026, 4, 13, 6, tzinfo=dt.UTC)


def later(seconds: float) -> dt.datetime:
    return START + dt.timedelta(seconds=seconds)


@define
class Timers:
    """An office that has timers only, and writes down when each went off."""

    engine: Engine
    due: list[dt.datetime] = field(factory=list)
    log: list[str] = field(factory=list)

    def next_due(self) -> dt.datetime | None:
        return min(self.due, default=None)

    def run_due(self) -> None:
        now = self.engine.clock.now()
        for due in sorted(each for each in self.due if each <= now):
            self.due.remove(due)
            self.log.append(f"timer {(due - START).total_seconds():g} at {(now - START).total_seconds():g}")

    def run(self, until: float) -> None:
        self.engine.run(cast("Office", self), later(until))

    def note(self, text: str) -> None:
        self.log.append(f"{text} at {(self.engine.clock.now() - START).total_seconds():g}")


def timers(*due: float) -> Timers:
    return Timers(Engine(START), [later(seconds) for seconds in due])


def test_cor_15_a_timer_goes_off_before_what_is_on_the_agenda_at_that_instant() -> None:
    """Whatever was written down first, the timer of second 60 comes before the act of second 60."""
    office = timers(60, 61)
    office.engine.at(later(60), lambda: office.note("act"))
    office.engine.at(later(59), lambda: office.note("act"))

    office.run(100)

    assert office.log == ["act at 59", "timer 60 at 60", "act at 60", "timer 61 at 61"]


def test_sim_01_at_one_instant_the_agenda_keeps_the_order_in_which_it_was_written() -> None:
    """Two acts of one second happen as they were put down, also those that an act puts down for now."""
    office = timers()

    def first() -> None:
        office.note("first")
        office.engine.after(0, lambda: office.note("third"))

    office.engine.at(later(5), first)
    office.engine.at(later(5), lambda: office.note("second"))

    office.run(10)

    assert office.log == ["first at 5", "second at 5", "third at 5"]


def test_sim_01_the_clock_never_goes_back() -> None:
    """What is put down for a time gone by happens now, and no instant is earlier than the one before."""
    office, seen = timers(3, 8), list[dt.datetime]()

    def look_back() -> None:
        seen.append(office.engine.clock.now())
        office.engine.at(later(1), lambda: seen.append(office.engine.clock.now()))

    for second in (9, 2, 7):
        office.engine.at(later(second), look_back)
    office.run(10)

    assert seen == [later(2), later(2), later(7), later(7), later(9), later(9)]
    assert office.engine.second(later(4)) == 10


def test_a_run_goes_up_to_its_end_and_not_into_it() -> None:
    """What is on the agenda or due at the end itself waits for the next run, then timers first."""
    office = timers(10)
    office.engine.at(later(10), lambda: office.note("act"))

    office.run(10)
    assert office.log == []
    assert office.engine.clock.now() == later(10)

    office.run(11)
    assert office.log == ["timer 10 at 10", "act at 10"]


def test_cor_15_a_timer_that_an_act_sets_goes_off_in_its_turn() -> None:
    """An act at second 2 sets a timer for second 4, before the act of second 6."""
    office = timers()
    office.engine.at(later(2), lambda: office.due.append(later(4)))
    office.engine.at(later(6), lambda: office.note("act"))

    office.run(10)

    assert office.log == ["timer 4 at 4", "act at 6"]


def test_cor_15_a_timer_between_two_seconds_goes_off_at_the_later_one() -> None:
    """An instant of a fraction of a second is not there before its whole second is over, and the run ends."""
    office = timers(4.5)

    office.run(10)

    assert office.log == ["timer 4.5 at 5"]


def test_cor_10_the_nights_of_summer_time_have_their_own_length() -> None:
    """The day on which summer time begins has 23 hours, the one on which it ends 25, and half past two is found."""
    almanac = Almanac("NO")
    for day, hours, half_past_two in ((dt.date(2026, 3, 29), 23, "01:00"), (dt.date(2026, 10, 25), 25, "00:30")):
        engine = Engine(almanac.instant(day, dt.time()))
        office, seen = Timers(engine), list[str]()
        moment = almanac.instant(day, dt.time(2, 30))
        engine.at(moment, lambda engine=engine, seen=seen: seen.append(f"{engine.clock.now():%H:%M}"))  # type: ignore[misc]

        engine.run(cast("Office", office), almanac.instant(day + dt.timedelta(days=1), dt.time()))

        assert engine.env.now == hours * 3600
        assert almanac.local(engine.clock.now()).time() == dt.time()
        assert seen == [half_past_two]
