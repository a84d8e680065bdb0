"""Ctrl-C waits until the simulated day is over, so that report and journal tell of the same days (SIM-11)."""

from __future__ import annotations

import datetime as dt
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from attrs import define

from saksgang_sim.run import Tick

__all__ = ["Press", "between_days", "held_back"]

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@define
class Press:
    """Whether somebody has asked for the end while that was held back."""

    pressed: bool = False

    def after(self, tick: Tick | None) -> Tick:
        """What is to be called after each day: it goes on to ``tick``, and ends the run if its end was asked for."""

        def stop_or_tick(day: dt.date, events: int) -> None:
            if tick is not None:
                tick(day, events)
            if self.pressed:
                raise KeyboardInterrupt

        return stop_or_tick


@contextmanager
def held_back() -> Iterator[Press]:
    """Ctrl-C, and SIGTERM where it is taken like that, are noted, whatever is going on; a second one ends at once.

    Nothing is held back where nothing arrives: in other threads than the main one, and in a process that ignores it.
    """
    press = Press()
    if threading.current_thread() is not threading.main_thread():
        yield press
        return
    before = {each: handler for each in SIGNALS if callable(handler := signal.getsignal(each))}

    def note(_: int, __: FrameType | None) -> None:
        press.pressed = True
        restore()

    def restore() -> None:
        for each, handler in before.items():
            signal.signal(each, handler)

    for each in before:
        signal.signal(each, note)
    try:
        yield press
    finally:
        restore()


@contextmanager
def between_days(tick: Tick | None) -> Iterator[Tick]:
    """Give what is to be called after each day, and hold Ctrl-C back until then."""
    with held_back() as press:
        yield press.after(tick)
