"""The journal of JSON lines: readable, and every damage is reported (COR-21, COR-22)."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

import pytest

from saksgang.errors import InputRefused, JournalDamaged
from saksgang.journal import LinesJournal, MemoryJournal, Recorded, encode, lines, read_lines
from saksgang.journal.head import head_path
from tests.core.journal.factory import SHORT, flipped, records

MORE = records(26, SHORT)
TOLD = MORE[:20]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    journal = LinesJournal(tmp_path / "journal.jsonl")
    journal.append(TOLD)
    journal.close()
    return tmp_path / "journal.jsonl"


def test_a_line_is_the_record_with_half_of_its_link_at_the_end(path: Path) -> None:
    """Every line is JSON, and without its last field it is what every journal encodes."""
    rows = path.read_bytes().splitlines()
    memory = MemoryJournal()

    for row, recorded in zip(rows, TOLD, strict=True):
        memory.append([recorded])
        assert list(json.loads(row)) == ["id", "at", "actor", "cause", "type", "data", "chain"]
        assert row == encode(recorded)[:-1] + b',"chain":"' + memory.digest[:16].encode() + b'"}'


def test_the_head_tells_number_digest_and_length(path: Path) -> None:
    """Beside the lines lies what was acknowledged of them."""
    memory = MemoryJournal()
    memory.append(TOLD)
    head = json.loads((path.parent / "journal.head.json").read_text())

    assert head == {"events": 20, "digest": memory.digest, "bytes": path.stat().st_size}


def test_cor_21_a_flipped_bit_is_found_in_every_byte(path: Path) -> None:
    """Wherever in the lines a bit is flipped, reading stops there and names the event before."""
    whole = path.read_bytes()
    for at in range(len(whole)):
        good = TOLD[: whole.count(b"\n", 0, at)]
        with flipped(path, at, at % 8):
            assert _read_until_damaged(path) == (good, good[-1].id if good else "")


def test_cor_21_every_bit_of_a_line_is_watched(path: Path) -> None:
    """All eight bits of each byte, and not one of them only, in the second line."""
    whole = path.read_bytes()
    first = whole.index(b"\n") + 1
    for at in range(first, whole.index(b"\n", first) + 1):
        for bit in range(8):
            with flipped(path, at, bit):
                assert _read_until_damaged(path) == (TOLD[:1], TOLD[0].id)


def test_cor_21_every_flipped_bit_of_the_head_is_found(path: Path) -> None:
    """A head that was changed is reported, though all lines are good; none that is not there is called so."""
    for at in range(head_path(path).stat().st_size):
        for bit in range(8):
            with flipped(head_path(path), at, bit):
                seen, good = _read_until_damaged(path)
                with pytest.raises(JournalDamaged):
                    LinesJournal(path, writing=bit % 2 == 0)
            assert seen == TOLD[: len(seen)]
            assert good == seen[-1].id


def test_cor_21_every_cut_is_found(path: Path) -> None:
    """Wherever the file is cut off, the last whole line is named as the last good event."""
    whole = path.read_bytes()
    for length in reversed(range(len(whole))):
        os.truncate(path, length)
        good = TOLD[: whole.count(b"\n", 0, length)]

        assert _read_until_damaged(path) == (good, good[-1].id if good else "")


@pytest.mark.parametrize("length", [0, 1, 1000])
def test_cor_21_a_cut_file_is_not_opened(path: Path, length: int) -> None:
    """Neither for reading nor for writing, and it stays as it is."""
    os.truncate(path, length)
    for writing in (True, False):
        with pytest.raises(JournalDamaged):
            LinesJournal(path, writing=writing)

    assert path.stat().st_size == length


def test_cor_21_deleted_lines_are_found(path: Path) -> None:
    """A line that is missing is found wherever it stood, the last one too."""
    whole = path.read_bytes().splitlines(keepends=True)
    for n in range(20):
        path.write_bytes(b"".join(whole[:n] + whole[n + 1 :]))

        assert _read_until_damaged(path)[0] == TOLD[:n]


def test_cor_21_doubled_and_swapped_lines_are_found(path: Path) -> None:
    """Whole lines in the wrong place are not as they were written."""
    whole = path.read_bytes().splitlines(keepends=True)
    for n in range(19):
        path.write_bytes(b"".join([*whole[: n + 1], *whole[n:19]]))
        assert _read_until_damaged(path)[0] == TOLD[: n + 1]
        path.write_bytes(b"".join([*whole[:n], whole[n + 1], whole[n], *whole[n + 2 :]]))
        assert _read_until_damaged(path)[0] == TOLD[:n]


def test_cor_21_an_edited_word_is_found(path: Path) -> None:
    """Somebody who changes a word in the last line with an editor is found out."""
    before, last = path.read_bytes().rsplit(b'"actor":"staff:turid"', 1)
    path.write_bytes(before + b'"actor":"staff:kaare"' + last)

    assert _read_until_damaged(path) == (TOLD[:19], TOLD[18].id)


def test_cor_21_a_missing_head_is_found(path: Path) -> None:
    """Without its head nobody can say whether lines are missing, so the journal is not opened."""
    head_path(path).unlink()

    assert _read_until_damaged(path) == (TOLD, TOLD[-1].id)
    for writing in (True, False):
        with pytest.raises(JournalDamaged, match=r"journal\.head\.json is missing or was changed"):
            LinesJournal(path, writing=writing)


def test_cor_21_missing_lines_with_a_head_are_found(path: Path) -> None:
    """A journal that is gone while its head is there is not begun anew."""
    path.unlink()

    with pytest.raises(JournalDamaged, match=r"it ends after 0 lines, and its head says that there are 20"):
        LinesJournal(path)


def test_cor_21_a_head_of_an_earlier_day_reads_back_to_where_it_says(path: Path) -> None:
    """What lies beyond the head was never acknowledged; opening for writing keeps it in a file of its own."""
    whole, head = path.read_bytes(), head_path(path).read_bytes()
    journal = LinesJournal(path)
    journal.append(MORE[20:])
    journal.close()
    longer = path.read_bytes()
    head_path(path).write_bytes(head)

    assert list(read_lines(path)) == TOLD
    LinesJournal(path).close()
    assert path.read_bytes() == whole
    assert path.with_suffix(".unacknowledged").read_bytes() == longer[len(whole) :]


def test_cor_21_a_tail_torn_at_any_byte_beyond_the_head_is_no_damage(path: Path) -> None:
    """A process that was killed before ``flush`` leaves a tail that reading passes over."""
    whole = path.read_bytes()
    tail = whole[: whole.index(b"\n") + 1]
    for length in range(1, len(tail) + 1):
        path.write_bytes(whole + tail[:length])

        assert list(read_lines(path)) == TOLD


def test_cor_21_a_journal_goes_on_after_a_torn_tail(path: Path) -> None:
    """Opened for writing, it goes on from its head as if the tail had never been."""
    with path.open("ab") as file:
        file.write(b'{"id":"ppt_intake:21","at":"2026')
    journal = LinesJournal(path)
    journal.append(MORE[20:21])
    journal.close()

    assert list(read_lines(path)) == MORE[:21]


def test_cor_22_what_is_no_journal_is_refused(tmp_path: Path) -> None:
    """A text, a folder, a missing file or folder: one sentence each, and nothing is written."""
    text = tmp_path / "README.md"
    text.write_text("# A text\n")
    for wrong in (text, tmp_path):
        for writing in (True, False):
            with pytest.raises(InputRefused, match=r"^The journal [^\n]+\.$"):
                LinesJournal(wrong, writing=writing)
    with pytest.raises(InputRefused, match="No such file"):
        LinesJournal(tmp_path / "none.jsonl", writing=False)
    with pytest.raises(InputRefused, match="No such file"):
        LinesJournal(tmp_path / "none" / "journal.jsonl")

    assert [each.name for each in tmp_path.iterdir()] == ["README.md"]
    assert text.read_text() == "# A text\n"


def test_cor_22_nothing_can_be_added_to_a_journal_opened_for_reading(path: Path) -> None:
    """It says so, and neither file is touched; any number of readers is welcome."""
    before = path.read_bytes()
    readers = [LinesJournal(path, writing=False) for _ in range(3)]

    with pytest.raises(InputRefused, match="opened for reading only"):
        readers[0].append(MORE[20:21])
    assert list(readers[1]) == TOLD
    for reader in readers:
        reader.close()
    assert path.read_bytes() == before


class _FullDisk(FileIO):
    """A file on a disk that takes half of what it is given, and then nothing."""

    full = True

    def write(self, block: bytes) -> int:  # type: ignore[override]
        if self.full and self.tell() % 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(block[: len(block) // 2 | 1] if self.full else block)


@pytest.fixture
def disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LinesJournal]:
    monkeypatch.setattr(lines, "BUFFER", 0)
    journal = LinesJournal(path)
    assert journal._file is not None
    journal._file.close()
    journal._file = _FullDisk(path, "r+b")
    yield journal
    journal.close()


def test_cor_21_a_full_disk_takes_nothing_of_a_unit(disk: LinesJournal) -> None:
    """The unit that found no room was not taken; what waited before it is written when there is room again."""
    disk.append(MORE[20:22])
    before = (len(disk), disk.digest)

    with pytest.raises(InputRefused, match=r"did not take the events: No space left on device"):
        disk.append(MORE[22:24])
    assert (len(disk), disk.digest) == before
    with pytest.raises(InputRefused, match="No space left"):
        disk.flush()
    _FullDisk.full = False
    disk.append(MORE[22:])
    assert list(disk) == MORE


def _read_until_damaged(path: Path) -> tuple[list[Recorded], str]:
    """What was read before the damage was met, and which event the report calls the last good one."""
    seen, report = [], None
    try:
        for recorded in read_lines(path):
            seen.append(recorded)  # noqa: PERF402 - what was read before is wanted although the rest fails
    except JournalDamaged as error:
        report = error
    assert report is not None, "the damage was not found"
    assert str(report).startswith(f"The journal {path} is damaged: ")
    return seen, report.last_good
