"""Ctrl-C waits until the simulated day is over, so that report and journal tell of the same days (SIM-11)."""

from __future__ import annotations

import datetime as dt
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from saksgang_sim.run import Tick

__all__ = ["between_days"]


@contextmanager
def between_days(tick: Tick | None) -> Iterator[Tick | None]:
    """Give what is to be called after each day: it goes on to ``tick``, and ends the run if Ctrl-C was pressed.

    A second Ctrl-C ends the program at once. Outside the main thread, which no signal reaches, ``tick`` is given back.
    """
    if threading.current_thread() is not threading.main_thread():
        yield tick
        return
    before = signal.getsignal(signal.SIGINT)
    pressed = False

    def press(_: int, __: FrameType | None) -> None:
        nonlocal pressed
        pressed = True
        signal.signal(signal.SIGINT, before)

    def stop_or_tick(day: dt.date, events: int) -> None:
        if tick is not None:
            tick(day, events)
        if pressed:
            raise KeyboardInterrupt

    signal.signal(signal.SIGINT, press)
    try:
        yield stop_or_tick
    finally:
        signal.signal(signal.SIGINT, before)
