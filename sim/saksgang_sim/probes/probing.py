"""All probes over one journal (SIM-05)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from saksgang.events import Event
from saksgang.journal.record import Recorded
from saksgang.legaltime import Almanac
from saksgang_sim.probes.base import Watcher
from saksgang_sim.probes.hours import HourProbes
from saksgang_sim.probes.inbound import InboundProbes
from saksgang_sim.probes.letters import LetterProbes
from saksgang_sim.probes.people import PeopleProbes

__all__ = ["Probes", "every_probe"]

WATCHERS: tuple[type[Watcher], ...] = (LetterProbes, InboundProbes, PeopleProbes, HourProbes)


def every_probe() -> tuple[str, ...]:
    """The rare places that are watched, in the order in which they are told."""
    return tuple(place for watcher in WATCHERS for place in watcher.probes)


class Probes:
    """Shows each event to those who watch for its type."""

    def __init__(self, almanac: Almanac) -> None:
        self._reached: Counter[str] = Counter()
        self._shown: dict[type[Event], list[Callable[[Any, Recorded], None]]] = {}
        for watcher in WATCHERS:
            for kind, method in marked(watcher(self._reached, almanac)):
                self._shown.setdefault(kind, []).append(method)

    @property
    def reached(self) -> Mapping[str, int]:
        """How often a run has come to each place, 0 where it never did."""
        return {place: self._reached[place] for place in every_probe()}

    def see(self, recorded: Recorded) -> None:
        """Show one event."""
        for method in self._shown.get(type(recorded.event), ()):
            method(recorded.event, recorded)


def marked(watcher: Watcher) -> list[tuple[type[Event], Callable[[Any, Recorded], None]]]:
    """The methods of a watcher by the type of event that they are shown."""
    methods = [getattr(watcher, name) for name in dir(watcher)]
    return [(kind, method) for method in methods for kind in getattr(method, "sees", ())]
