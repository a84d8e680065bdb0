"""What every journal does, and the one that lives in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from saksgang.journal.chain import START, linked
from saksgang.journal.record import Recorded, encode

__all__ = ["Journal", "MemoryJournal"]


class Journal(Protocol):
    """An append-only sequence of events under a chained digest.

    ``append`` takes the events of one unit: all of them or none. What it has returned from is acknowledged, unless
    the journal was told to gather units (a simulation's): then what ``flush`` has returned from is.
    """

    @property
    def digest(self) -> str:
        """The chained SHA-256 over every line, in hexadecimal: the same journal has the same digest."""
        ...

    def append(self, unit: Sequence[Recorded]) -> None:
        """Take the events of one unit, all or none."""
        ...

    def __iter__(self) -> Iterator[Recorded]:
        """All events, oldest first; raises ``JournalDamaged`` at the first line that is not as it was written."""
        ...

    def __len__(self) -> int:
        """How many events there are."""
        ...

    def event(self, key: str) -> Recorded:
        """The event of that id; raises ``KeyError``."""
        ...

    def of_case(self, number: str) -> Iterator[Recorded]:
        """The events of one case, oldest first; none for a case that is not known."""
        ...

    def flush(self) -> None:
        """Return when everything appended is safe."""
        ...

    def close(self) -> None:
        """Flush and let go of files."""
        ...


class MemoryJournal:
    """A journal that ends with the process."""

    def __init__(self) -> None:
        self._records: list[Recorded] = []
        self._chain = START

    @property
    def digest(self) -> str:
        """The chained digest."""
        return self._chain.hex()

    def append(self, unit: Sequence[Recorded]) -> None:
        """Take the events of one unit."""
        chain = self._chain
        for recorded in unit:
            chain = linked(chain, encode(recorded))
        self._records.extend(unit)
        self._chain = chain

    def __iter__(self) -> Iterator[Recorded]:
        """All events, oldest first."""
        return iter(self._records)

    def __len__(self) -> int:
        """How many events there are."""
        return len(self._records)

    def event(self, key: str) -> Recorded:
        """The event of that id; raises ``KeyError``."""
        for recorded in reversed(self._records):
            if recorded.id == key:
                return recorded
        raise KeyError(key)

    def of_case(self, number: str) -> Iterator[Recorded]:
        """The events of one case, oldest first."""
        return (recorded for recorded in self._records if recorded.event.case == number)

    def flush(self) -> None:
        """Nothing to do."""

    def close(self) -> None:
        """Nothing to do."""
