"""An office that is killed, or whose disk is full, loses nothing that it acknowledged and repeats nothing (COR-21)."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from saksgang.clock import ManualClock
from saksgang.errors import InputRefused
from saksgang.events import DeadlineMissed, TaskCreated
from saksgang.journal import LinesJournal, MemoryJournal, Recorded, SqliteJournal
from saksgang.office import rebuilt
from tests.core.journal.tiny_office import next_step, one_life, step, tiny_office

LIVES = 7
Acknowledged = list[str]


def test_cor_21_an_office_that_is_killed_loses_nothing_and_repeats_nothing(tmp_path: Path) -> None:
    """Killed at drawn moments again and again, it has every acknowledged event once, and is as if never killed."""
    path, luck = tmp_path / "journal.sqlite", random.Random("saksgang/kill")
    acknowledged: Acknowledged = []
    told: list[Recorded] = []
    for life in range(LIVES):
        early = life % 3 == 2  # while it starts, or while it sets right what the life before left
        events, longest = (0, 0.3) if early else (luck.randrange(1, 60), 0.002)
        acknowledged += one_life(path, events, luck.random() * longest)
        told = _read(path)
        times = Counter(recorded.id for recorded in told)
        assert [key for key in acknowledged if times[key] != 1] == []
        assert max(times.values()) == 1

    assert len(acknowledged) > 50
    assert {type(recorded.event) for recorded in told} >= {TaskCreated, DeadlineMissed}
    with closing(SqliteJournal(path)) as journal:  # a kill may fall between a step's deadlines and its command
        step(tiny_office(journal), next_step(journal))
        told = list(journal)
    never_killed = MemoryJournal()
    office = tiny_office(never_killed)
    while len(never_killed) < len(told):
        step(office, next_step(never_killed))
    assert told == list(never_killed)
    with closing(SqliteJournal(path)) as journal:
        assert journal.digest == never_killed.digest
        assert rebuilt(journal).picture() == office.state.picture()


def test_cor_15_what_fell_due_while_nobody_was_there_fires_once(tmp_path: Path) -> None:
    """After a kill and two days of rest every running deadline is missed once, and after another start none again."""
    path = tmp_path / "journal.sqlite"
    one_life(path, 30, 0.0)
    with closing(SqliteJournal(path)) as journal:
        office = tiny_office(journal)
        step(office, next_step(journal))  # it goes on with the next command
        running = [deadline.id for deadline in office.state.deadlines if deadline.running]
        _set(office.clock, dt.timedelta(days=2))
        assert office.run_due() == len(running) > 0
    for _ in range(2):
        with closing(SqliteJournal(path)) as journal:
            office = tiny_office(journal)
            _set(office.clock, dt.timedelta(days=3))
            assert office.run_due() == 0
            missed = [r.event.deadline for r in journal if isinstance(r.event, DeadlineMissed)]
            assert missed[-len(running) :] == sorted(running)
            assert max(Counter(missed).values()) == 1


@pytest.mark.parametrize("kind", ["sqlite", "lines"])
def test_cor_21_what_the_disk_did_not_take_has_not_happened(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command whose events found no room leaves journal and state as they were, and works when there is room."""
    made = {"sqlite": SqliteJournal, "lines": LinesJournal}[kind](tmp_path / "journal")
    with closing(made) as journal:
        office = tiny_office(journal)
        for number in range(8):
            step(office, number)
        before, told = office.state.picture(), list(journal)

        with monkeypatch.context() as full:
            full.setattr(journal, "append", _refusing)
            for _ in range(2):
                with pytest.raises(InputRefused, match="No space left"):
                    step(office, 8)
                assert (office.state.picture(), list(journal)) == (before, told)
        step(office, 8)

        assert next_step(journal) == 9
        assert rebuilt(journal).picture() == office.state.picture()
        _set(office.clock, dt.timedelta(hours=2))
        assert office.run_due() == 3


def test_cor_21_a_deadline_that_found_no_room_fires_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A miss that the disk did not take is told the next time, once."""
    with closing(SqliteJournal(tmp_path / "journal.sqlite")) as journal:
        office = tiny_office(journal)
        step(office, 0)
        _set(office.clock, dt.timedelta(hours=2))
        with monkeypatch.context() as full:
            full.setattr(journal, "append", _refusing)
            with pytest.raises(InputRefused):
                office.run_due()
        before = rebuilt(journal).picture()
        assert office.state.picture() == before

        assert [office.run_due(), office.run_due()] == [1, 0]
        assert [type(recorded.event) for recorded in journal].count(DeadlineMissed) == 1


def _read(path: Path) -> list[Recorded]:
    with closing(SqliteJournal(path)) as journal:
        return list(journal)


def _set(clock: object, later: dt.timedelta) -> None:
    assert isinstance(clock, ManualClock)
    clock.time += later


def _refusing(_: object) -> None:
    raise InputRefused("The journal did not take the events: No space left on device.")
