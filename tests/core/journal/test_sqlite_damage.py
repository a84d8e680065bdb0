"""The journal in an SQLite file: every damage is reported with the last good event (COR-21)."""

from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from saksgang.errors import InputRefused, JournalDamaged
from saksgang.journal import MemoryJournal, Recorded, SqliteJournal, encode
from tests.core.journal.edits import EDITS, OUT_OF_ORDER
from tests.core.journal.factory import SHORT, flipped, records

TOLD = records(20, SHORT)
FLIPS = 1500


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(SqliteJournal(tmp_path / "journal.sqlite")) as journal:
        journal.append(TOLD)
    return tmp_path / "journal.sqlite"


@pytest.mark.parametrize(
    ("edit", "last_good"),
    [
        *EDITS,
        ("UPDATE journal SET line = replace(line, 'turid', 'kaare') WHERE position = 5", "ppt_intake:4"),
        ("UPDATE journal SET line = CAST(line AS TEXT) WHERE position = 5", "ppt_intake:4"),
        ("UPDATE journal SET line = 7 WHERE position = 5", "ppt_intake:4"),
        ("UPDATE journal SET chain = zeroblob(32) WHERE position = 5", "ppt_intake:4"),
    ],
)
def test_cor_21_every_edit_is_found(path: Path, edit: str, last_good: str) -> None:
    """Whatever somebody changes with a database tool, the journal is reported with its last good event."""
    _edited(path, edit)

    for writing in (True, False):
        with pytest.raises(JournalDamaged, match="sqlite is damaged: ") as caught:
            _read(path, writing=writing)
        assert caught.value.last_good == last_good


@pytest.mark.parametrize(
    ("edit", "last_good"),
    [
        *OUT_OF_ORDER,
        ("UPDATE journal SET line = x'' WHERE position = 5", "ppt_intake:4"),
        ("UPDATE journal SET chain = x'' WHERE position = 5", "ppt_intake:4"),
    ],
)
def test_cor_21_an_event_out_of_order_is_proved_too(path: Path, edit: str, last_good: str) -> None:
    """Found by its id or by its case, a row that is not as it was written is reported, not handed on."""
    _edited(path, edit)
    with closing(SqliteJournal(path)) as journal:
        with pytest.raises(JournalDamaged) as by_id:
            journal.event("ppt_intake:98" if "98" in edit else "ppt_intake:5")
        with pytest.raises(JournalDamaged) as by_case:
            list(journal.of_case("PPT-2026-00001"))

    assert (by_id.value.last_good, by_case.value.last_good) == (last_good, last_good)


def test_cor_21_a_deleted_last_row_is_found_by_opening(path: Path) -> None:
    """The head is compared before anybody reads an event."""
    _edited(path, "DELETE FROM journal WHERE position = 20")

    with pytest.raises(JournalDamaged):
        SqliteJournal(path)


def test_cor_21_what_is_deleted_behind_an_open_journal_is_found_by_reading(path: Path) -> None:
    """The head is compared after the last event too."""
    with closing(SqliteJournal(path, writing=False)) as journal:
        _edited(path, "DELETE FROM journal WHERE position = 20")
        with pytest.raises(JournalDamaged) as caught:
            list(journal)

    assert caught.value.last_good == "ppt_intake:19"


def test_cor_21_a_flipped_bit_anywhere_is_found_or_harms_nothing(path: Path) -> None:
    """In bytes drawn from all over the file: either it is reported, or all reads back as it was written."""
    luck, found = random.Random("saksgang/flips"), 0
    for _ in range(FLIPS):
        with flipped(path, luck.randrange(path.stat().st_size), luck.randrange(8)):
            try:
                with closing(SqliteJournal(path, writing=False)) as journal:
                    assert (list(journal), journal.digest) == (TOLD, _digest(TOLD))
                    assert [journal.event(recorded.id) for recorded in TOLD] == TOLD
                    assert list(journal.of_case("PPT-2026-00001")) == TOLD[::4]
            except (JournalDamaged, InputRefused):
                found += 1

    assert found > FLIPS / 10


def test_cor_21_every_flipped_bit_of_an_event_is_found(path: Path) -> None:
    """In the row of the last event no bit goes unwatched."""
    last = TOLD[-1]
    columns = (last.id, "2026-03-29T12:00:25.250000+00:00", "", last.kind)
    row = "".join(columns).encode() + encode(last) + bytes.fromhex(_digest(TOLD))
    start = path.read_bytes().index(row)
    for at in range(start, start + len(row)):
        with flipped(path, at, at % 8), pytest.raises(JournalDamaged) as caught:
            _read(path)
        assert caught.value.last_good == "ppt_intake:19"


def test_cor_21_every_cut_is_found(path: Path) -> None:
    """Wherever the file is cut off it is refused, at every page and at lengths between."""
    length = path.stat().st_size
    for shorter in range(length - 1, -1, -509):
        os.truncate(path, shorter)
        with pytest.raises(JournalDamaged):
            _read(path)
    for pages in range(length // 4096 - 1, -1, -1):
        os.truncate(path, pages * 4096)
        with pytest.raises(JournalDamaged):
            _read(path)


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
