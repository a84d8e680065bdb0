"""The way back: what to put back where a unit of work, or a plugin's half of an answer, is undone (PLG-05)."""

from __future__ import annotations

from typing import Any, Protocol

from attrs import define, field

__all__ = ["Numbers", "WayBack"]


class Restoring(Protocol):
    """Who can put back what was there before."""

    def restore(self, key: str, old: Any) -> None:  # noqa: ANN401 - what ``put`` replaced; ``None`` for nothing
        """Put back what was there before the last ``put`` of that id."""
        ...


@define
class WayBack:
    """What to put back, newest last."""

    steps: list[tuple[Restoring, str, Any]] = field(factory=list)

    def undo(self, to: int = 0) -> None:
        """Put back everything noted after the first ``to`` steps."""
        while len(self.steps) > to:
            table, key, old = self.steps.pop()
            table.restore(key, old)

    def settle(self) -> None:
        """Forget the way back: what was done stays."""
        self.steps.clear()


@define
class Numbers:
    """Numbers by name, with a way back: how far each series has come."""

    way_back: WayBack
    rows: dict[str, int] = field(factory=dict)

    def following(self, name: str) -> int:
        """One more than the number of that name, which begins with 0."""
        return self.rows.get(name, 0) + 1

    def take(self, name: str) -> int:
        """The following number of that name, which is taken by this."""
        rows = self.rows
        old = rows.get(name)
        self.way_back.steps.append((self, name, old))
        rows[name] = number = 1 if old is None else old + 1
        return number

    def put(self, name: str, number: int) -> None:
        """Set a number."""
        self.way_back.steps.append((self, name, self.rows.get(name)))
        self.rows[name] = number

    def restore(self, name: str, old: int | None) -> None:
        """Put back what was there before the last ``put`` of that name."""
        if old is None:
            del self.rows[name]
        else:
            self.rows[name] = old
