"""Whose records are whose, by their ids, and how many of each there are, those that are away counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field

__all__ = ["Owners"]


@define
class Owners:
    """The ids of each owner's records.

    The first owner of a record, such as its case, numbers it, and by that number its records are in order.

    Attributes:
        word: what one record is called in its id.
        here: the ids of each owner's records that are not away, oldest first.
        gone: how many records of an owner that numbers on are away.
    """

    word: str = ""
    here: dict[str, list[str]] = field(factory=dict)
    gone: dict[str, int] = field(factory=dict)

    def join(self, owners: Sequence[str], key: str) -> None:
        """A record belongs to its owners from now on."""
        here = self.here
        for owner in owners:
            if owner in here:
                here[owner].append(key)
            else:
                here[owner] = [key]

    def leave(self, owners: Sequence[str], key: str) -> None:
        """A record belongs to nobody any more."""
        here = self.here
        for owner in owners:
            here[owner].remove(key)
            if not here[owner]:
                del here[owner]

    def send_away(self, owners: Sequence[str], key: str, leaving: str = "") -> None:
        """A record goes away; its first owner counts it on, but for one that is leaving, too."""
        self.leave(owners, key)
        if owners and owners[0] != leaving:
            self.gone[owners[0]] = self.gone.get(owners[0], 0) + 1

    def bring(self, owners: Sequence[str], key: str) -> None:
        """A record is here again; its place among the others is where ``put_in_order`` finds it."""
        self.join(owners, key)
        away = self.gone.get(owners[0]) if owners else None
        if away == 1:
            del self.gone[owners[0]]
        elif away:
            self.gone[owners[0]] = away - 1

    def put_in_order(self, owner: str) -> None:
        """Have the records of whoever numbers them in order again."""
        self.here[owner].sort(key=_number)

    def count(self, owner: str) -> int:
        """How many records an owner has, as far as can be told from here."""
        return len(self.here.get(owner, ())) + self.gone.get(owner, 0)

    def newest(self, owner: str) -> Iterator[str]:
        """The ids of the records of whoever numbers them, newest first, those that are away among them."""
        if not self.gone.get(owner):
            return reversed(self.here.get(owner, ()))
        return (self.id(owner, number) for number in range(self.count(owner), 0, -1))

    def id(self, owner: str, number: int) -> str:
        """The id of a record by its number."""
        return f"{owner}/{self.word}-{number}"


def _number(key: str) -> int:
    return int(key.rpartition("-")[2])
