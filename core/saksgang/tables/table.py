"""A table of immutable records, with the lists, groups and indexes that work lists need."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Hashable, ItemsView, Iterable, Iterator
from itertools import islice
from typing import Any, Generic, Protocol, TypeVar

from attrs import define, field

from saksgang.tables.index import Index, way_to
from saksgang.tables.owners import Owners
from saksgang.tables.way_back import WayBack

__all__ = ["Away", "Key", "Table"]

R = TypeVar("R")
Key = tuple[Hashable, Any]


class Away(Protocol):
    """Who has put records of one table away, and brings them back into it."""

    def back(self, key: str) -> None:
        """Bring back the record of that id, and what lies beside it, where it is away."""
        ...

    def owned(self, owner: str) -> None:
        """Bring back all that belongs to that owner."""
        ...

    def saying(self, way: str) -> None:
        """Bring back the records that say what a way names, as ``Table.ways`` has it."""
        ...

    def everything(self) -> None:
        """Bring everything back."""
        ...


@define
class Table(Generic[R]):
    """Records by id.

    Attributes:
        owners_of: the ids of what a record belongs to, which never change during its life; the first one numbers it.
        places: on which lists a record stands and what it is sorted by on each.
        owners: whose the records are.
        away: who has put some of the records away; nobody who reads the table notices.
    """

    way_back: WayBack
    owners_of: Callable[[R], tuple[str, ...]] | None = None
    places: Callable[[R], tuple[Key, ...]] | None = None
    owners: Owners = field(factory=Owners)
    rows: dict[str, R] = field(factory=dict)
    lists: dict[Hashable, list[tuple[Any, str]]] = field(factory=dict)
    away: Away | None = None
    _indexes: dict[Hashable, Index[R]] = field(factory=dict)

    def __getitem__(self, key: str) -> R:
        """The record of that id; raises ``KeyError`` when there is none."""
        row = self.rows.get(key)
        if row is None and (row := self.get(key)) is None:
            raise KeyError(key)
        return row

    def __contains__(self, key: str) -> bool:
        """Whether there is a record of that id."""
        return self.get(key) is not None

    def __iter__(self) -> Iterator[R]:
        """All records, oldest first; those that were away in between come last."""
        self._whole()
        return iter(self.rows.values())

    def items(self) -> ItemsView[str, R]:
        """All ids with their records."""
        self._whole()
        return self.rows.items()

    def __len__(self) -> int:
        """How many records there are."""
        self._whole()
        return len(self.rows)

    def get(self, key: str) -> R | None:
        """The record of that id, if there is one."""
        row = self.rows.get(key)
        if row is None and self.away is not None:
            self.away.back(key)
            return self.rows.get(key)
        return row

    def of(self, owner: str) -> list[R]:
        """The records that belong to that owner, oldest first."""
        if self.away is not None:
            self.away.owned(owner)
        return self.here_of(owner)

    def here_of(self, owner: str) -> list[R]:
        """The records that belong to that owner and are not away, oldest first: all on which anybody works."""
        keys, rows = self.owners.here.get(owner), self.rows
        return [rows[key] for key in keys] if keys else []

    def last_of(self, owner: str, number: int) -> list[R]:
        """The newest records of whoever numbers them, newest first, so many at the most."""
        return [self[key] for key in islice(self.owners.newest(owner), number)]

    def count(self, owner: str) -> int:
        """How many records belong to that owner."""
        known = self.owners.count(owner)
        if known or self.away is None:
            return known
        self.away.owned(owner)
        return self.owners.count(owner)

    def next_id(self, owner: str) -> str:
        """The id of the next record of whoever numbers them."""
        return self.owners.id(owner, self.count(owner) + 1)

    def by(self, index: Hashable, said_by: Callable[[R], str | None], wanted: str, owner: str = "") -> list[R]:
        """The records that say what is wanted, found by an index that is kept from the first time on.

        Args:
            index: what the index is called.
            said_by: what a record says, ``None`` or ``""`` for nothing; the same function each time.
            wanted: what it has to say.
            owner: whom all records that say anything belong to, where it is one; then no others are gone through.
        """
        if index not in self._indexes:
            made = self._indexes[index] = Index(said_by)
            for key, row in self._items_of(owner) if owner else self.items():
                made.move(key, None, row)
        elif self.away is not None:
            self.away.saying(way_to(index, wanted))
        return [self[key] for key in list(self._indexes[index].ids.get(wanted, ()))]

    def on(self, place: Hashable) -> list[R]:
        """The records on that list, in its order."""
        entries, rows = self.lists.get(place, ()), self.rows
        try:
            return [rows[key] for _, key in entries]
        except KeyError:  # some are away
            return [self[key] for _, key in entries]

    def length(self, place: Hashable) -> int:
        """How many records are on that list."""
        return len(self.lists.get(place, ()))

    def at(self, place: Hashable, index: int) -> R:
        """The record at that index of a list; raises ``IndexError``."""
        return self[self.lists.get(place, [])[index][1]]

    def listed(self) -> list[R]:
        """The records on any list, list by list."""
        return [row for place in self.lists for row in self.on(place)]

    def first(self, place: Hashable) -> tuple[Any, str] | None:
        """Rank and id of the first record on that list."""
        entries = self.lists.get(place)
        return entries[0] if entries else None

    def put(self, key: str, row: R) -> None:
        """Add or replace a record."""
        rows = self.rows
        old = rows.get(key)
        self.way_back.steps.append((self, key, old))
        rows[key] = row
        if old is None and self.owners_of is not None:
            self.owners.join(self.owners_of(row), key)
        if self.places is not None:
            self._move(key, old, row)
        for index in self._indexes.values():
            index.move(key, old, row)

    def ways(self, key: str) -> list[str]:
        """The further owners of a record, and what it says to each index: by these it is found while it is away."""
        row = self.rows[key]
        said = ((name, index.said_by(row)) for name, index in self._indexes.items())
        return [*self._owners(row)[1:], *(way_to(name, words) for name, words in said if words)]

    def send_away(self, key: str, leaving: str = "") -> R:
        """Take a record out, for ``bring`` to put in again; it stays on its lists.

        Args:
            key: its id.
            leaving: an owner that goes away as well, and numbers no further records while it is.
        """
        row = self.rows.pop(key)
        for index in self._indexes.values():
            index.move(key, row, None)
        self.owners.send_away(self._owners(row), key, leaving)
        return row

    def bring(self, records: Iterable[tuple[str, R]]) -> None:
        """Put records in again that were sent away, as they were."""
        numbering: dict[str, None] = {}
        for key, row in records:
            self.rows[key] = row
            for index in self._indexes.values():
                index.move(key, None, row)
            owners = self._owners(row)
            self.owners.bring(owners, key)
            numbering.update(dict.fromkeys(owners[:1]))
        for owner in numbering:
            self.owners.put_in_order(owner)

    def restore(self, key: str, old: R | None) -> None:
        """Put back what was there before the last ``put`` of that id."""
        row = self.rows[key]
        if self.places is not None:
            self._move(key, row, old)
        for index in self._indexes.values():
            index.move(key, row, old)
        if old is None:
            del self.rows[key]
            self.owners.leave(self._owners(row), key)
        else:
            self.rows[key] = old

    def _owners(self, row: R) -> tuple[str, ...]:
        return () if self.owners_of is None else self.owners_of(row)

    def _items_of(self, owner: str) -> Iterator[tuple[str, R]]:
        rows = self.of(owner)
        return zip(self.owners.here.get(owner, ()), rows, strict=True)

    def _whole(self) -> None:
        if self.away is not None:
            self.away.everything()

    def _move(self, key: str, old: R | None, new: R | None) -> None:
        places = self.places
        assert places is not None
        was = () if old is None else places(old)
        now = () if new is None else places(new)
        if was == now:
            return
        for place in was:
            if place not in now:
                entry, entries = (place[1], key), self.lists[place[0]]
                if entries[-1] == entry:  # mostly: what is new moves on
                    entries.pop()
                else:
                    del entries[bisect_left(entries, entry)]
                if not entries:
                    del self.lists[place[0]]
        for place in now:
            if place not in was:
                entry, entries = (place[1], key), self.lists.setdefault(place[0], [])
                if entries and entry < entries[-1]:
                    insort(entries, entry)
                else:  # mostly: what is new ranks last
                    entries.append(entry)
