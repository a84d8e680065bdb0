"""The state arms a timer for each running target, and shows all of itself as plain data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from attrs import evolve, fields
from hypothesis import given, settings
from hypothesis import strategies as st

from saksgang.events import OfficeOpened
from saksgang.records import Case, Contact, Deadline, Document, Failure, Letter, Note, StaffMember, Target, Task
from saksgang.state import FINAL_LETTER_STATES, State

NOON = dt.datetime(2026, 4, 7, 12, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
OPENED = OfficeOpened("office", "", "Fjordvik", "NO", "Europe/Oslo", "nb", {}, ())

CASE = Case("B-1", "bygg", "Søknad", "p", "", "ny", NOON)
DOCUMENT = Document("d", "bygg", "s", "p", "letter", "c", NOON.date(), NOON.date(), NOON)
TASK = Task("t", "bygg", "B-1", "reply", "", "", "saksbehandler", "nord", NOON, NOON)
LETTER = Letter("l", "bygg", "B-1", "svar", "p", "kari", "t", "b", needs_approval=False)
DEADLINE = Deadline("x", "bygg", "B-1", "answer", "", NOON, (Target("due", "1 hour", NOON),))
FAILURE = Failure("f", "bygg", "B-1", "bygg", "respond", "bygg:1", "e")


def deadline(key: str, minute: int, *names: str) -> Deadline:
    """With targets that are due so many minutes past noon."""
    due = NOON + minute * MINUTE
    return Deadline(key, "bygg", "B-1", "answer", "", NOON, tuple(Target(name, "1 hour", due) for name in names))


def armed(*deadlines: Deadline) -> State:
    state = State()
    for each in deadlines:
        state.deadlines.put(each.id, each)
        state.arm(each)
    return state


def fired(state: State) -> list[tuple[int, str, str]]:
    """Every timer in its order, as minutes past noon; each target is missed when its time comes."""
    order = []
    while (timer := state.next_timer()) is not None:
        order.append(((timer[0] - NOON) // MINUTE, timer[1], timer[2]))
        row = state.deadlines[timer[1]]
        missed = tuple(evolve(t, state="missed") if t.name == timer[2] else t for t in row.targets)
        state.deadlines.put(row.id, evolve(row, targets=missed))
    return order


def test_cor_15_a_timer_goes_off_a_minute_after_the_last_one_that_counts() -> None:
    """For each running target; one that has ended gets none."""
    ended = evolve(DEADLINE, targets=(Target("norm", "1 hour", NOON, "met"), Target("limit", "1 hour", NOON)))
    state = armed(ended)

    assert state.next_timer() == (NOON + MINUTE, "x", "limit")
    assert state.next_alarm() == NOON + MINUTE
    assert State().next_timer() is None
    assert State().next_alarm() is None


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.permutations([("a", 5), ("b", 2), ("c", 2), ("d", 9), ("e", 0)]))
def test_cor_15_timers_go_off_by_due_time_then_by_id(order: list[tuple[str, int]]) -> None:
    """Whichever was armed first, each exactly once."""
    state = armed(*(deadline(key, minute, "norm", "limit") for key, minute in order))

    assert fired(state) == [
        (minute + 1, key, name)
        for key, minute in (("e", 0), ("b", 2), ("c", 2), ("a", 5), ("d", 9))
        for name in ("limit", "norm")
    ]


@pytest.mark.parametrize(
    "stale",
    [
        evolve(DEADLINE, paused=NOON),
        evolve(DEADLINE, targets=(evolve(DEADLINE.targets[0], state="met"),)),
        evolve(DEADLINE, targets=(evolve(DEADLINE.targets[0], state="cancelled"),)),
        evolve(DEADLINE, targets=(evolve(DEADLINE.targets[0], due=NOON + MINUTE),)),
        evolve(DEADLINE, targets=(evolve(DEADLINE.targets[0], name="limit"),)),
    ],
)
def test_cor_15_a_timer_that_no_longer_holds_is_passed_over(stale: Deadline) -> None:
    """Paused, ended or moved since: the next one comes, and the stale one does not come back."""
    state = armed(DEADLINE, deadline("y", 3, "due"))
    state.deadlines.put("x", stale)

    assert state.next_timer() == (NOON + 4 * MINUTE, "y", "due")
    assert fired(state) == [(4, "y", "due")]


def test_cor_15_a_timer_of_what_was_undone_is_passed_over() -> None:
    """A start that is undone leaves no timer that holds; armed again, it goes off once."""
    state = armed(DEADLINE)
    state.way_back.undo()
    assert state.next_timer() is None

    state.deadlines.put("x", DEADLINE)
    state.arm(DEADLINE)
    state.arm(DEADLINE)
    assert fired(state) == [(1, "x", "due")]


def test_numbers_of_a_series_and_positions_in_a_stream_are_looked_at_without_being_taken() -> None:
    """They begin with one and are one above what was taken last."""
    state = State()
    state.counters.put("BYG-2026", 7)
    state.streams.put("bygg", 12)

    assert [state.number("BYG-2026"), state.number("BYG-2026"), state.number("VEI-2026")] == [8, 8, 1]
    assert [state.position("bygg"), state.position("bygg"), state.position("vei")] == [13, 13, 1]


Fill = Callable[[State], object]
FILLS: list[tuple[str, Fill]] = [
    ("cases", lambda state: state.cases.put("B-1", CASE)),
    ("documents", lambda state: state.documents.put("d", DOCUMENT)),
    ("tasks", lambda state: state.tasks.put("t", TASK)),
    ("letters", lambda state: state.letters.put("l", LETTER)),
    ("deadlines", lambda state: state.deadlines.put("x", DEADLINE)),
    ("notes", lambda state: state.notes.put("n", Note("n", "bygg", "B-1", "kari", NOON, "t"))),
    (
        "contacts",
        lambda state: state.contacts.put("k", Contact("k", "bygg", "", "p", "in", "letter", "a", "kari", NOON)),
    ),
    ("failures", lambda state: state.failures.put("f", FAILURE)),
    ("staff", lambda state: state.staff.put("kari", StaffMember("kari", "Kari", ()))),
    ("counters", lambda state: state.counters.put("BYG-2026", 1)),
    ("streams", lambda state: state.streams.put("bygg", 1)),
    ("opened", lambda state: state.open(OPENED)),
]


@pytest.mark.parametrize(("name", "fill"), FILLS)
def test_cor_01_the_picture_shows_every_part_of_the_state(name: str, fill: Fill) -> None:
    """A change anywhere shows, goes away when it is undone, and leaves the picture taken before as it was."""
    state = State()
    before = state.picture()
    fill(state)
    after = state.picture()

    assert before == State().picture()
    assert after[name] != before[name]
    state.way_back.undo()
    assert state.picture() == before
    assert after[name] != before[name]


def test_cor_01_the_picture_shows_lists_groups_and_timers() -> None:
    """In their order; a timer that is armed twice or no longer holds does not show."""
    state = armed(DEADLINE, DEADLINE, deadline("y", 3, "due"))
    state.deadlines.put("y", evolve(deadline("y", 3, "due"), paused=NOON))
    state.tasks.put("t", TASK)
    picture = state.picture()

    assert picture["timers"] == [(NOON + MINUTE, "x", "due")]
    assert picture["lists"]["tasks"] == {("queue", "saksbehandler", "nord"): [(NOON, "t")]}
    assert picture["groups"]["tasks"] == {"B-1": ["t"]}
    assert picture["tasks"]["t"]["due"] is None
    assert set(picture["tasks"]["t"]) == {field.name for field in fields(Task)}


def test_cor_01_every_table_is_in_the_picture() -> None:
    """A table that is added to the state is compared as well."""
    tables = {name.strip("_") for name, value in vars(State()).items() if hasattr(value, "rows")}

    assert tables - {"opening"} <= set(State().picture())


@pytest.mark.parametrize(
    ("task", "place"),
    [
        (TASK, ("queue", "saksbehandler", "nord")),
        (evolve(TASK, section=""), ("queue", "saksbehandler", "")),
        (evolve(TASK, owner="kari"), ("owner", "kari", "")),
        (evolve(TASK, owner="kari", state="waiting"), ("waiting", "kari", "")),
        (evolve(TASK, state="waiting"), ("waiting", "", "")),
        (evolve(TASK, owner="kari", state="done"), None),
        (evolve(TASK, state="cancelled"), None),
    ],
)
def test_cor_06_a_task_stands_on_one_list(task: Task, place: tuple[str, str, str] | None) -> None:
    """Its owner's, its queue's or that of what waits; none once it has ended. It belongs to its case."""
    state = State()
    state.tasks.put("t", task)

    assert state.tasks.lists == ({place: [(NOON, "t")]} if place else {})
    assert state.tasks.of("B-1") == [task]


def test_cor_06_where_cases_documents_letters_and_failures_stand() -> None:
    """By caseworker and by status, by inbox, by state, among what is open; and on no list when that is over."""
    state = State()
    rows: list[tuple[str, str, object, list[object]]] = [
        ("cases", "B-1", CASE, [("responsible", ""), ("status", "bygg", "ny")]),
        ("cases", "B-1", evolve(CASE, responsible="kari"), [("responsible", "kari"), ("status", "bygg", "ny")]),
        ("cases", "B-1", evolve(CASE, ended=True), []),
        ("documents", "d", DOCUMENT, [("inbox", "bygg")]),
        ("documents", "d", evolve(DOCUMENT, case="B-1"), []),
        ("letters", "l", LETTER, ["draft", ("draft", "bygg")]),
        *(("letters", "l", evolve(LETTER, state=name), []) for name in sorted(FINAL_LETTER_STATES)),
        ("letters", "l", evolve(LETTER, state="due for print"), ["due for print", ("due for print", "bygg")]),
        ("failures", "f", FAILURE, ["open"]),
        ("failures", "f", evolve(FAILURE, open=False), []),
    ]
    for name, key, row, places in rows:
        table = getattr(state, name)
        table.put(key, row)
        assert set(table.lists) == set(places)


def test_cor_04_four_states_of_a_letter_are_final() -> None:
    """The requirement's list, from which exactly one ends each letter."""
    assert sorted(FINAL_LETTER_STATES) == ["failed", "opened", "posted", "stopped by hand"]


@pytest.mark.parametrize(
    ("task", "homes"),
    [
        (evolve(TASK, about="l"), ("B-1", "l")),
        (evolve(TASK, case=""), ("bygg",)),
        (evolve(TASK, case="", about="d"), ("bygg", "d")),
    ],
)
def test_cor_03_a_task_belongs_to_its_home_and_to_what_it_is_about(task: Task, homes: tuple[str, ...]) -> None:
    """Its case, else its routine."""
    state = State()
    state.tasks.put("t", task)

    assert {owner: list(keys) for owner, keys in state.tasks.owners.here.items()} == {home: ["t"] for home in homes}
