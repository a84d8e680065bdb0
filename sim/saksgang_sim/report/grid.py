"""Counts with the cases behind them, in rows and columns: what every picture of the report is made of."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

__all__ = ["BEHIND", "EVERY", "Bucket", "Grid"]

BEHIND = 8  # cases that a number leads to
EVERY = 200  # cases behind what was missed: each is somebody's, so they are named, up to what a page has room for


@define
class Bucket:
    """How many, and the first cases behind it, ``most`` of them."""

    count: int = 0
    cases: list[str] = field(factory=list)
    most: int = BEHIND

    @property
    def whole(self) -> bool:
        """Whether every case behind it is known."""
        return len(self.cases) < self.most or len(self.cases) == self.count

    def add(self, case: str) -> None:
        """One more, on that case or on none (``""``)."""
        self.count += 1
        if len(self.cases) < self.most and case and case not in self.cases:
            self.cases.append(case)

    def first(self, most: int) -> Bucket:
        """The same with no more than so many cases."""
        return Bucket(self.count, self.cases[:most], min(self.most, most))

    def merge(self, other: Bucket) -> None:
        """Those of another one too."""
        self.count += other.count
        self.most = max(self.most, other.most)
        self.cases += [case for case in other.cases if case not in self.cases]
        del self.cases[self.most :]


@define
class Grid:
    """Buckets by row and column, both in the order in which they first came up."""

    rows: dict[str, dict[str, Bucket]] = field(factory=dict)

    def add(self, row: str, column: str, case: str, most: int = BEHIND) -> None:
        """One more there, whose bucket keeps at most so many cases."""
        columns = self.rows.get(row)
        if columns is None:
            columns = self.rows[row] = {}
        bucket = columns.get(column)
        if bucket is None:
            bucket = columns[column] = Bucket(most=most)
        bucket.add(case)

    @classmethod
    def merged(cls, grids: Iterable[Grid]) -> Grid:
        """The sum of some."""
        whole = cls()
        for grid in grids:
            for row, columns in grid.rows.items():
                for column, bucket in columns.items():
                    whole.rows.setdefault(row, {}).setdefault(column, Bucket()).merge(bucket)
        return whole

    def at(self, row: str, column: str) -> Bucket:
        """The bucket there, an empty one where there is none."""
        return self.rows.get(row, {}).get(column) or Bucket()

    def columns(self) -> list[str]:
        """All columns."""
        return list(dict.fromkeys(column for row in self.rows.values() for column in row))
