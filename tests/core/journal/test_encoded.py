"""The lines of a journal for whoever reads millions: the same proof, without making events (COR-21)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.errors import InputRefused, JournalDamaged
from saksgang.journal import Encoded, Journal, LinesJournal, SqliteJournal, encode
from tests.core.journal.factory import records

RECORDS = records(30)
KINDS = ("journal.jsonl", "journal.sqlite")


def kept(path: Path) -> Journal:
    """A journal with these events in it."""
    journal: Journal = LinesJournal(path) if path.suffix == ".jsonl" else SqliteJournal(path)
    journal.append(RECORDS)
    journal.close()
    return journal


@pytest.mark.parametrize("name", KINDS)
def test_cor_21_the_lines_are_those_that_were_written(tmp_path: Path, name: str) -> None:
    """Named by file or by folder; the digest is known at the end and not before; read again they are the same."""
    digest = kept(tmp_path / name).digest
    for path in (tmp_path, tmp_path / name):
        lines = Encoded(path)
        assert lines.digest == ""
        assert list(lines) == [encode(each) for each in RECORDS]
        assert lines.digest == digest
        assert list(lines.again()) == [encode(each) for each in RECORDS]


@pytest.mark.parametrize("name", KINDS)
def test_cor_21_a_changed_event_is_told_with_the_last_good_one(tmp_path: Path, name: str) -> None:
    """As when its events are read; nothing after it is handed on."""
    kept(tmp_path / name)
    content = (tmp_path / name).read_bytes()
    word = RECORDS[20].id.encode()
    at = content.index(b'{"id":"' + word + b'"')
    (tmp_path / name).write_bytes(content[: at + 9] + bytes([content[at + 9] ^ 1]) + content[at + 10 :])

    with pytest.raises(JournalDamaged) as told:
        list(Encoded(tmp_path))
    assert told.value.last_good == RECORDS[19].id


def test_cor_21_lines_that_were_taken_away_are_missed(tmp_path: Path) -> None:
    """The head knows how many there were."""
    kept(tmp_path / "journal.jsonl")
    lines = (tmp_path / "journal.jsonl").read_bytes().splitlines(keepends=True)
    (tmp_path / "journal.jsonl").write_bytes(b"".join(lines[:-1]))

    with pytest.raises(JournalDamaged, match="ends after 29 lines"):
        list(Encoded(tmp_path))


def test_cor_22_what_is_no_journal_is_refused(tmp_path: Path) -> None:
    """In the words of every reader."""
    (tmp_path / "notes.txt").write_text("hello there", encoding="utf-8")

    with pytest.raises(InputRefused, match="it is no journal"):
        list(Encoded(tmp_path / "notes.txt"))
