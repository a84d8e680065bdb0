"""One story page under the reader's eyes: what it can refer to so far, and where its problems are told (SIM-07)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from attrs import define, evolve

from saksgang.configuration.faults import Unfit
from saksgang.configuration.problems import advice, joined
from saksgang.declarations import Routine
from saksgang.legaltime import Almanac
from saksgang_sim.stories.model import Given
from saksgang_sim.stories.sorts import Ground, read_value

__all__ = ["Page", "Tell"]

Tell: TypeAlias = Callable[[str, str, str], None]
"""Takes key, sentence and suggestion of a problem."""


@define
class Page:
    """Read from top to bottom, so that each step can name what the ones before it made.

    Attributes:
        ground: grows with what the steps make.
        routines: those that are on, by name.
    """

    ground: Ground
    almanac: Almanac
    routines: Mapping[str, Routine]
    tell: Tell

    def value(self, key: str, sort: str, said: object, *, kinds: bool = False) -> Given | None:
        """A value of that sort, or ``None`` when what is wrong with it has been told."""
        try:
            return read_value(sort, said, self.ground, kinds=kinds)
        except Unfit as wrong:
            self.tell(key, str(wrong), wrong.suggestion)
            return None

    def refuse_unknown(self, names: Iterable[str], known: tuple[str, ...], key: str) -> None:
        """Tell of each key that is not known at this place."""
        for name in names:
            if name not in known:
                self.tell(joined(key, name), "There is no such key here.", advice(name, known))

    def name(self, called: str, sort: str) -> None:
        """From here on something of that sort has a name."""
        self.ground = evolve(self.ground, named={**self.ground.named, called: sort})
