"""What a planted bug is, and how it takes the place of what is right, for as long as a test wants it there.

There is no switch in the product: a plant is made from outside, in this process, and undone when its block ends.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from importlib.metadata import entry_points
from typing import Any

from attrs import frozen

from saksgang import hookspecs
from saksgang.office import RoutineDesk
from saksgang_sim import hookspecs as simulated

__all__ = ["ASKED_ABOUT_ALL", "Plant", "Setting", "Swap", "planted"]

OURS = "saksgang"


@frozen
class Swap:
    """Something right and its wrong twin.

    Attributes:
        right: a function, a method or a table, found wherever the product holds it.
        name: where it is, for what has no name of its own.
    """

    right: Any
    twin: Any
    name: str = ""

    def __str__(self) -> str:
        """Module and name."""
        return self.name or f"{self.right.__module__}.{self.right.__qualname__}"


def about_all(desk: RoutineDesk, kind: type[object], stream: str) -> str:
    """The hook that is asked, whatever types of events the routine's manifest names."""
    hook = "respond" if stream == desk.name else "observe"
    return hook if getattr(desk, hook) is not None else ""


ASKED_ABOUT_ALL = Swap(RoutineDesk.hears, about_all)
"""For a twin that answers events which the right function has nothing to say about."""


@frozen
class Setting:
    """The simulated time and place in which a plant is to be found.

    Attributes:
        scenario: a shipped one.
        start: the first day; ``None`` for the scenario's own.
        days: how many days are simulated.
        sick: working days that somebody is ill in a year; ``None`` for the scenario's own.
        around: what the world outside does there besides, with the plant and without.
    """

    scenario: str
    start: dt.date | None = None
    days: int = 30
    sick: float | None = None
    around: tuple[Swap, ...] = ()


@frozen
class Plant:
    """A planted bug.

    Attributes:
        wrong: what is wrong, in a sentence.
        check: the id of the check that has to find it.
        why_longer: why 30 days cannot be enough, where the setting has more.
    """

    name: str
    wrong: str
    check: str
    setting: Setting
    swaps: tuple[Swap, ...]
    why_longer: str = ""


@contextmanager
def planted(swaps: tuple[Swap, ...]) -> Iterator[None]:
    """Put the twins in the places of what is right; all is as before when the block ends.

    Raises:
        LookupError: something right is nowhere in the product, so that the twin would never be asked.
    """
    _load_all()
    with ExitStack() as undo:
        for swap in swaps:
            places = list(_places(swap.right))
            if not places:
                raise LookupError(f"{swap} is nowhere in the product any more; plant the bug where it went.")
            for put in places:
                undo.callback(put, swap.right)
                put(swap.twin)
        yield


@cache
def _load_all() -> None:
    """Import the whole product: what is imported while a twin stands there would keep it for good."""
    for group in (hookspecs.PROJECT, simulated.GROUP):
        for entry_point in entry_points(group=group):
            entry_point.load()


def _places(right: object) -> Iterator[Callable[[object], None]]:
    """Everywhere that something is held: in modules, in the classes there and in the tables there."""
    for name, module in sorted(sys.modules.items()):
        if name.partition(".")[0].partition("_")[0] == OURS and ".checks" not in name:
            for key, held in list(vars(module).items()):
                yield from _held(module, key, held, right)


def _held(owner: Any, key: str, held: Any, right: object) -> Iterator[Callable[[object], None]]:
    if held is right:
        yield lambda put: setattr(owner, key, put)
    elif isinstance(held, dict) and not key.startswith("__"):
        for name, value in held.items():
            yield from _in_table(held, name, value, right)
    elif isinstance(held, type) and held.__module__ == owner.__name__:
        for name, value in list(vars(held).items()):
            if value is right:
                yield lambda put, held=held, name=name: setattr(held, name, put)  # type: ignore[misc]


def _in_table(table: dict[Any, Any], key: object, value: object, right: object) -> Iterator[Callable[[object], None]]:
    if value is right:
        yield lambda put: table.__setitem__(key, put)
    elif isinstance(value, list):
        for n, each in enumerate(value):
            if each is right:
                yield lambda put, value=value, n=n: value.__setitem__(n, put)  # type: ignore[misc]
