"""A table keeps its indexes sorted through every change, and its way back leads to the very same rows and lists."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import pytest
from attrs import frozen
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from saksgang.tables import Table, WayBack


@frozen
class Row:
    """Something that belongs to owners for good and stands on one list or none."""

    id: str
    owners: tuple[str, ...] = ("a",)
    list: str = "open"
    rank: int = 0


def table(*rows: Row) -> Table[Row]:
    made: Table[Row] = Table(
        WayBack(), owners_of=lambda row: row.owners, places=lambda row: ((row.list, row.rank),) if row.list else ()
    )
    for row in rows:
        made.put(row.id, row)
    return made


def said(rows: Table[Row], name: str) -> list[Row]:
    return rows.by("its list", attrgetter("list"), name)


def ids(rows: list[Row]) -> str:
    return " ".join(row.id for row in rows)


def test_records_are_found_by_id_oldest_first() -> None:
    """A replaced record keeps its place among the others."""
    rows = table(Row("x"), Row("y"))
    rows.put("x", Row("x", rank=9))

    assert rows["x"] == rows.get("x") == Row("x", rank=9)
    assert rows.get("z") is None
    assert ("x" in rows, "z" in rows, len(rows)) == (True, False, 2)
    assert ids(list(rows)) == "x y"
    with pytest.raises(KeyError):
        rows["z"]


def test_records_are_found_by_what_they_say_from_the_first_question_on() -> None:
    """Those that were there before are found, and those that say something else since then are not."""
    rows = table(Row("x"), Row("y", list="done"))
    assert (ids(said(rows, "open")), ids(said(rows, "done")), ids(said(rows, "gone"))) == ("x", "y", "")
    rows.put("z", Row("z"))
    rows.put("x", Row("x", list="done"))
    assert (ids(said(rows, "open")), ids(said(rows, "done"))) == ("z", "y x")


def test_of_one_owner_only_its_records_are_gone_through_for_what_they_say() -> None:
    """Somebody else's, such as those of cases that rest, are left where they are; new ones are found like any."""
    rows = table(Row("x", ("a",)), Row("y", ("b",)))

    def found() -> str:
        return ids(rows.by("its list", attrgetter("list"), "open", "a"))

    assert found() == "x"
    rows.put("z", Row("z", ("a",)))
    assert found() == "x z"


def test_what_belongs_to_an_owner_comes_oldest_first_or_newest_first() -> None:
    """A record may belong to several, and a replaced one belongs once."""
    rows = table(Row("x", ("a", "b")), Row("y", ("a",)), Row("z", ("b",)))
    rows.put("x", Row("x", ("a", "b"), rank=9))

    assert (ids(rows.of("a")), ids(rows.of("b")), ids(rows.of("c"))) == ("x y", "x z", "")
    assert (ids(rows.last_of("a", 1)), ids(rows.last_of("a", 9)), ids(rows.last_of("c", 1))) == ("y", "y x", "")
    assert (rows.count("a"), rows.count("c")) == (2, 0)


def test_a_list_is_sorted_by_rank_then_id() -> None:
    """Whoever came first; a record that moves leaves the list that it stood on."""
    rows = table(Row("c", rank=1), Row("a", rank=2), Row("b", rank=1), Row("d", list=""))
    assert (ids(rows.on("open")), rows.first("open")) == ("b c a", (1, "b"))

    rows.put("b", Row("b", rank=3))
    rows.put("c", Row("c", list="done"))
    rows.put("d", Row("d", rank=0))
    assert (ids(rows.on("open")), ids(rows.on("done"))) == ("d a b", "c")
    rows.put("c", Row("c", list=""))
    assert (rows.on("done"), rows.first("done"), "done" in rows.lists) == ([], None, False)


def test_the_way_back_goes_as_far_as_asked_and_settling_forgets_it() -> None:
    """To a number of steps, to the beginning, and nowhere after it is settled."""
    rows = table(Row("x"))
    rows.put("x", Row("x", rank=1))
    rows.put("y", Row("y"))
    rows.way_back.undo(2)
    assert (ids(rows.on("open")), ids(rows.of("a")), rows["x"].rank) == ("x", "x", 1)

    rows.way_back.settle()
    rows.put("x", Row("x", rank=2))
    rows.way_back.undo()
    assert rows["x"].rank == 1
    rows.way_back.undo()
    assert rows["x"].rank == 1


def test_one_way_back_leads_through_several_tables() -> None:
    """Each step is put back where it was made; a table without groups or lists has a way back too."""
    way = WayBack()
    plain: Table[int] = Table(way)
    other: Table[int] = Table(way)
    plain.put("x", 1)
    way.settle()
    for number in (2, 3):
        plain.put("x", number)
        other.put("y", number)
    way.undo(1)
    assert (plain.rows, other.rows) == ({"x": 2}, {})
    way.undo()
    assert (plain.rows, other.rows) == ({"x": 1}, {})


class Tables(RuleBasedStateMachine):
    """Any sequence of puts, with marks to go back to, beside a model that is a mere list of copies."""

    @initialize()
    def begin(self) -> None:
        self.table = table()
        self.marks: list[tuple[int, Any]] = [(0, self.seen())]

    def seen(self) -> Any:
        groups = {owner: list(keys) for owner, keys in self.table.owners.here.items()}
        return dict(self.table.rows), groups, {name: list(row) for name, row in self.table.lists.items()}

    @rule(key=st.sampled_from("abcde"), place=st.sampled_from(["open", "done", ""]), rank=st.integers(0, 2))
    def put(self, key: str, place: str, rank: int) -> None:
        self.table.put(key, Row(key, ("all", key), place, rank))

    @rule()
    def mark(self) -> None:
        self.marks.append((len(self.table.way_back.steps), self.seen()))

    @rule(which=st.integers(0, 5))
    def undo(self, which: int) -> None:
        del self.marks[max(1, which) :]
        steps, before = self.marks[-1]
        self.table.way_back.undo(steps)
        assert self.seen() == before

    @rule()
    def settle(self) -> None:
        self.table.way_back.settle()
        self.marks = [(0, self.seen())]

    @invariant()
    def lists_hold_just_the_rows_that_stand_on_them(self) -> None:
        rows = self.table.rows.values()
        for place in ("open", "done"):
            expected = sorted((row.rank, row.id) for row in rows if row.list == place)
            assert self.table.lists.get(place, []) == expected
            assert sorted(row.id for row in said(self.table, place)) == sorted(key for _, key in expected)
        assert sorted(self.table.owners.here.get("all", [])) == sorted(self.table.rows)


def test_plg_05_after_any_puts_the_way_back_leads_to_what_was_before() -> None:
    """Rows, groups and lists are those of the mark that is gone back to, and the lists are sorted all along."""
    run_state_machine_as_test(
        Tables, settings=settings(max_examples=60, stateful_step_count=30, deadline=None, derandomize=True)
    )
