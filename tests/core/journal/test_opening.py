"""Opening a journal by what lies there (COR-21, COR-22)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from saksgang.errors import InputRefused, JournalDamaged
from saksgang.journal import LinesJournal, SqliteJournal, open_journal
from tests.core.journal.factory import SHORT, records

MORE = records(25, SHORT)
TOLD = MORE[:20]
KINDS: dict[str, Callable[[Path], LinesJournal | SqliteJournal]] = {
    "journal.jsonl": LinesJournal,
    "journal.sqlite": SqliteJournal,
}


@pytest.fixture(params=KINDS)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    with closing(KINDS[request.param](tmp_path / request.param)) as journal:
        journal.append(TOLD)
    return tmp_path / str(request.param)


def test_a_journal_is_opened_by_its_file_or_its_folder(path: Path) -> None:
    """The kind is told by the content, so that the name does not matter."""
    for place in (path, path.parent):
        with closing(open_journal(place)) as journal:
            assert type(journal) is KINDS[path.name]
            assert list(journal) == TOLD


def test_a_journal_is_opened_for_reading_unless_told_otherwise(path: Path) -> None:
    """Nobody adds to an old run by accident; who means to, can."""
    with closing(open_journal(path)) as journal, pytest.raises(InputRefused, match="opened for reading only"):
        journal.append(MORE[20:])
    with closing(open_journal(path, writing=True)) as journal:
        journal.append(MORE[20:])
        assert list(journal) == MORE


def test_a_kept_journal_reads_under_any_name(tmp_path: Path) -> None:
    """A copy under another name is recognised, a copy of lines with its head beside it."""
    with closing(SqliteJournal(tmp_path / "kept")) as journal:
        journal.append(TOLD)
    with closing(LinesJournal(tmp_path / "text.txt")) as journal:
        journal.append(TOLD)

    for name in ("kept", "text.txt"):
        with closing(open_journal(tmp_path / name)) as journal:
            assert list(journal) == TOLD


@pytest.mark.parametrize("length", [0, 3, 15, 100])
def test_cor_21_a_journal_that_was_cut_off_is_damaged(path: Path, length: int) -> None:
    """Even when next to nothing is left of it."""
    path.write_bytes(path.read_bytes()[:length])

    with pytest.raises(JournalDamaged), closing(open_journal(path)) as journal:
        list(journal)


@pytest.mark.parametrize("content", [b"# A text\n", b"\0" * 64, b'{"name": 1}', b"\xff\xfe"])
def test_cor_22_what_is_no_journal_is_refused(tmp_path: Path, content: bytes) -> None:
    """In one sentence that names the file."""
    file = tmp_path / "file"
    file.write_bytes(content)

    with pytest.raises(InputRefused, match=rf"^The journal {file} cannot be opened: it is no journal[^\n]*\.$"):
        open_journal(file)


@pytest.mark.parametrize(("there", "what"), [([], "has neither"), (list(KINDS), "has both")])
def test_cor_22_a_folder_without_one_journal_is_refused(tmp_path: Path, there: list[str], what: str) -> None:
    """None, or one of each kind: nobody guesses which one was meant."""
    for name in there:
        KINDS[name](tmp_path / name).close()

    with pytest.raises(InputRefused, match=rf"journal\.jsonl or journal\.sqlite, and this one {what}"):
        open_journal(tmp_path)


def test_cor_22_a_missing_file_is_refused(tmp_path: Path) -> None:
    """Opening begins no journal."""
    with pytest.raises(InputRefused, match="No such file or directory"):
        open_journal(tmp_path / "none", writing=True)
    assert list(tmp_path.iterdir()) == []
