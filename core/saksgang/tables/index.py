"""An index over the records of a table, by something that each of them says."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from attrs import define, field

__all__ = ["Index", "way_to"]

R = TypeVar("R")


@define
class Index(Generic[R]):
    """The ids of the records by something that each of them says, in the order in which they came to say it."""

    said_by: Callable[[R], str | None]
    ids: dict[str, dict[str, None]] = field(factory=dict)

    def move(self, key: str, old: R | None, new: R | None) -> None:
        """A record says something else than before; ``None`` for one that is not there."""
        was = None if old is None else self.said_by(old)
        now = None if new is None else self.said_by(new)
        if was == now:
            return
        if was:
            del self.ids[was][key]
            if not self.ids[was]:
                del self.ids[was]
        if now:
            self.ids.setdefault(now, {})[key] = None


def way_to(index: Hashable, said: str) -> str:
    """What an index says of a record, as words by which it is found while it is away."""
    return f"{index}: {said}"
