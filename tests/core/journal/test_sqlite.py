"""The journal in an SQLite file: what it acknowledges is there, and bad files are refused (COR-21, COR-22)."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from saksgang.errors import InputRefused
from saksgang.journal import MemoryJournal, Recorded, SqliteJournal
from tests.core.journal.factory import SHORT, records

MORE = records(26, SHORT)
TOLD = MORE[:20]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(SqliteJournal(tmp_path / "journal.sqlite")) as journal:
        journal.append(TOLD)
    return tmp_path / "journal.sqlite"


def test_cor_21_what_append_has_returned_from_is_all_in_the_one_file(tmp_path: Path) -> None:
    """A copy of the file alone, made at that moment, has every event: nothing waits in a log beside it."""
    with closing(SqliteJournal(tmp_path / "journal.sqlite")) as journal:
        for n in range(0, 20, 5):
            journal.append(TOLD[n : n + 5])
            shutil.copyfile(tmp_path / "journal.sqlite", tmp_path / "copy.sqlite")
            assert _read(tmp_path / "copy.sqlite") == TOLD[: n + 5]


def test_cor_21_a_gathering_journal_writes_when_it_has_gathered_enough(tmp_path: Path) -> None:
    """Fewer than it gathers are not written, that many are, and ``flush`` writes whatever there is."""
    written = []
    with closing(SqliteJournal(tmp_path / "journal.sqlite", gather=8)) as journal:
        for n in range(0, 20, 5):
            journal.append(TOLD[n : n + 5])
            shutil.copyfile(tmp_path / "journal.sqlite", tmp_path / "copy.sqlite")
            written.append(len(_read(tmp_path / "copy.sqlite")))
        journal.append(MORE[20:21])
        journal.flush()
        shutil.copyfile(tmp_path / "journal.sqlite", tmp_path / "copy.sqlite")

    assert written == [0, 10, 10, 20]
    assert _read(tmp_path / "copy.sqlite") == MORE[:21]


@pytest.mark.parametrize("gather", [1, 4])
def test_cor_21_whichever_step_fails_a_unit_is_taken_whole_or_not_at_all(path: Path, gather: int) -> None:
    """The first statement fails, then the second, and so on until none does; each time the rest goes on."""
    for step in range(1, 10):
        taken = path.with_name(f"{step}.sqlite")
        shutil.copyfile(path, taken)
        with closing(SqliteJournal(taken, gather=gather)) as journal:
            journal.append(MORE[20:21])
            before = (len(journal), journal.digest)
            if _failing_at(step, journal, lambda: journal.append(MORE[21:26])):
                assert (len(journal), journal.digest) == before
                journal.append(MORE[21:26])
        assert _read(taken) == MORE
    assert step > 3


def test_cor_21_a_full_disk_takes_nothing_of_a_unit(path: Path) -> None:
    """A database that can grow no more says so; what was there is there, and more goes in when there is room."""
    many = records(400)[20:]
    with closing(SqliteJournal(path)) as journal:
        journal._connection.exec_driver_sql("PRAGMA max_page_count = 12")
        journal._connection.commit()
        with pytest.raises(InputRefused, match=r"did not take the events: database or disk is full; it is as it was"):
            journal.append(many)
        assert (len(journal), journal.digest, list(journal)) == (20, _digest(TOLD), TOLD)
        journal._connection.exec_driver_sql("PRAGMA max_page_count = 100000")
        journal._connection.commit()
        journal.append(many)
        assert list(journal) == [*TOLD, *many]


def test_cor_21_no_event_is_taken_twice(path: Path) -> None:
    """An id that is there already is refused with its whole unit."""
    with closing(SqliteJournal(path)) as journal:
        with pytest.raises(InputRefused, match="did not take the events: UNIQUE constraint failed"):
            journal.append([MORE[20], TOLD[3]])
        assert list(journal) == TOLD


def test_cor_21_events_of_another_writer_are_not_written_over(path: Path) -> None:
    """Should the lock fail, as on some network drives, the head still tells one writer of the other."""
    with closing(SqliteJournal(path)) as journal:
        journal._connection.exec_driver_sql("UPDATE head SET events = 21")
        journal._connection.commit()
        with pytest.raises(InputRefused, match="holds events that this process did not write"):
            journal.append(MORE[20:21])
        assert (len(journal), journal.digest) == (20, _digest(TOLD))


def test_cor_22_what_is_no_journal_is_refused(tmp_path: Path) -> None:
    """A text, a folder, another program's database, one of a later format: a sentence each, nothing written."""
    text, other, later = (tmp_path / name for name in ("README.md", "other.sqlite", "later.sqlite"))
    text.write_text("# A text of more than sixteen bytes\n")
    _edited(other, "CREATE TABLE journal (position INTEGER PRIMARY KEY, id, at, line)")
    SqliteJournal(later).close()
    _edited(later, "PRAGMA user_version = 2")
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}

    for wrong in (text, other, later, tmp_path):
        for writing in (True, False):
            with pytest.raises(InputRefused, match=rf"^The journal {wrong} [^\n]+\.$"):
                SqliteJournal(wrong, writing=writing)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before


def test_cor_22_a_journal_that_is_not_there_is_not_read(tmp_path: Path) -> None:
    """Reading begins no journal, and writing begins none in a folder that is not there."""
    with pytest.raises(InputRefused, match="No such file"):
        SqliteJournal(tmp_path / "none.sqlite", writing=False)
    with pytest.raises(InputRefused, match="No such file"):
        SqliteJournal(tmp_path / "none" / "journal.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_cor_22_a_journal_without_permission_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusal is told in one sentence."""
    monkeypatch.setattr(Path, "open", _forbidden)

    with pytest.raises(InputRefused, match=r"cannot be opened: Permission denied; name a journal [^\n]+\.$"):
        SqliteJournal(path)


def test_a_name_with_signs_that_mean_something_in_an_address_is_a_name(tmp_path: Path) -> None:
    """A question mark or a percent sign is part of the file's name."""
    path = tmp_path / "år 1?mode=ro#%41.sqlite"
    with closing(SqliteJournal(path)) as journal:
        journal.append(TOLD)

    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert _read(path) == TOLD


def test_cor_22_nothing_can_be_added_to_a_journal_opened_for_reading(path: Path) -> None:
    """It says so, and the file is not touched; any number of readers is welcome."""
    before = path.read_bytes()
    with closing(SqliteJournal(path, writing=False)) as one, closing(SqliteJournal(path, writing=False)) as two:
        with pytest.raises(InputRefused, match="opened for reading only"):
            one.append(MORE[20:])
        assert list(one) == list(two) == TOLD
    assert path.read_bytes() == before


def _read(path: Path, *, writing: bool = False) -> list[Recorded]:
    with closing(SqliteJournal(path, writing=writing)) as journal:
        return list(journal)


def _edited(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(statement)
        raw.commit()


def _digest(told: list[Recorded]) -> str:
    memory = MemoryJournal()
    memory.append(told)
    return memory.digest


def _forbidden(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


def _failing_at(step: int, journal: SqliteJournal, act: Callable[[], None]) -> bool:
    """Whether the act came as far as that step of the database, counting statements and the commit."""
    engine, steps = journal._connection.engine, iter(range(step - 1, -1, -1))

    def fail(*_: object) -> None:
        if next(steps, None) == 0:
            raise OperationalError("", None, sqlite3.OperationalError("disk I/O error"))

    event.listen(engine, "before_cursor_execute", fail)
    event.listen(engine, "commit", fail)
    try:
        act()
    except InputRefused:
        return True
    finally:
        event.remove(engine, "before_cursor_execute", fail)
        event.remove(engine, "commit", fail)
    return False
