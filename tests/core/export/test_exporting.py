"""An export is there whole or not at all, and the same journal gives the same bytes (SIM-10, COR-22)."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from saksgang.errors import InputRefused, JournalDamaged
from saksgang.events import TaskCompleted, TaskCreated
from saksgang.export import LOGS, export_log, flat, ocel_sqlite, written
from saksgang.journal import LinesJournal, MemoryJournal, Recorded
from tests.core.export.logs import OPENED, everything, exported, journal_of
from tests.core.journal.factory import NOON, records

FORMS = list(LOGS)


def kept(folder: Path, journal: MemoryJournal) -> Path:
    """The journal as lines."""
    lines = LinesJournal(folder / "journal.jsonl")
    lines.append(list(journal))
    lines.close()
    return folder / "journal.jsonl"


@pytest.mark.parametrize("form", FORMS)
def test_sim_10_the_same_journal_gives_the_same_bytes(form: str, tmp_path: Path) -> None:
    """In two processes that differ in all that must not matter: hash seed, zone, language, folder."""
    journal = kept(tmp_path, everything())
    made = []
    for n, zone in enumerate(("Asia/Tokyo", "America/Lima")):
        out = tmp_path / f"out{n}"
        command = [sys.executable, "-m", "saksgang", "export", str(journal), "--format", form, "--out", str(out)]
        surroundings = {**os.environ, "PYTHONHASHSEED": str(n), "TZ": zone, "LANG": ("C", "da_DK.UTF-8")[n]}
        subprocess.run(command, check=True, env=surroundings, cwd=("/", tmp_path)[n], capture_output=True)
        made.append(out.read_bytes())

    assert made[0] == made[1]


@pytest.mark.parametrize("form", FORMS)
def test_cor_22_a_file_that_is_there_already_stays_as_it_is(form: str, tmp_path: Path) -> None:
    """The sentence says what to do."""
    (tmp_path / "log").write_text("mine")

    with pytest.raises(InputRefused, match="already: name another file"):
        export_log(journal_of(), form, tmp_path / "log")
    assert (tmp_path / "log").read_text() == "mine"


def test_cor_22_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """None is made."""
    with pytest.raises(InputRefused, match=r"There is no folder .*nowhere to write log in"):
        export_log(journal_of(), "csv", tmp_path / "nowhere" / "log")
    assert list(tmp_path.iterdir()) == []


def test_cor_22_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    """It is something that is there already."""
    (tmp_path / "log").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(InputRefused, match="already"):
        export_log(journal_of(), "csv", tmp_path / "log")
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("form", FORMS)
def test_cor_21_of_a_damaged_journal_nothing_is_left(form: str, tmp_path: Path) -> None:
    """Damage that is met on the way, after thousands of events were written."""
    journal = MemoryJournal()
    journal.append([Recorded("office:1", NOON, "system:office", "", OPENED), *records(30)])

    with pytest.raises(JournalDamaged, match="here it ends"):
        export_log(_Ending(journal), form, tmp_path / "log")
    assert list(tmp_path.iterdir()) == []


class _Ending(MemoryJournal):
    """A journal whose thirtieth event cannot be read."""

    def __init__(self, journal: MemoryJournal) -> None:
        super().__init__()
        self._records = list(journal)

    def __iter__(self) -> Iterator[Recorded]:
        for n, recorded in enumerate(self._records):
            if n == 29:
                raise JournalDamaged("here it ends", recorded.id)
            yield recorded


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), sqlite3.OperationalError("disk full")])
def test_cor_22_a_disk_that_does_not_take_it_is_told(failure: Exception, tmp_path: Path) -> None:
    """One sentence with the reason; nothing is left."""

    def fail(path: Path) -> None:
        path.write_text("half")
        raise failure

    with pytest.raises(InputRefused, match=r"cannot be written: (No space left on device|disk full)"):
        written(tmp_path / "log", fail)
    assert list(tmp_path.iterdir()) == []


def test_cor_22_what_somebody_put_there_meanwhile_stays(tmp_path: Path) -> None:
    """A file that came while the export was made is nothing to write over."""

    def slow(path: Path) -> None:
        (tmp_path / "log").write_text("theirs")
        path.write_text("ours")

    with pytest.raises(InputRefused, match="already"):
        written(tmp_path / "log", slow)
    assert (tmp_path / "log").read_text() == "theirs"


def test_cor_22_what_is_no_office_s_journal_is_refused(tmp_path: Path) -> None:
    """Without an opening there is no local time."""
    with pytest.raises(InputRefused, match="does not begin with the opening of an office"):
        exported(MemoryJournal(), "csv", tmp_path)


@pytest.mark.parametrize("form", FORMS)
def test_sim_12_memory_does_not_grow_with_the_journal(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four times the events, read one at a time, take no more memory at the highest."""
    for module in (flat, ocel_sqlite):
        monkeypatch.setattr(module, "ROWS_AT_A_TIME", 500)
    peaks: list[int] = []
    for number in (1_000, 1_000, 4_000):  # the first time there are also modules to load
        folder = tmp_path / str(len(peaks))
        folder.mkdir()
        tracemalloc.start()
        export_log(_Long(number), form, folder / "log")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[2] < 1.2 * peaks[1]


class _Long(MemoryJournal):
    """A journal that is made as it is read: tasks that are created and done, on a hundred cases."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def __iter__(self) -> Iterator[Recorded]:
        yield Recorded("office:1", NOON, "system:office", "", OPENED)
        for n in range(self._number):
            case, task = f"SAK-2026-{n % 100:05}", f"SAK-2026-{n % 100:05}/task-{n // 2}"
            event = (
                TaskCompleted("small", case, task, "reply", "", "done", "", "kari")
                if n % 2
                else TaskCreated("small", case, task, "reply", "", "", "saksbehandler", "")
            )
            yield Recorded(f"small:{n}", NOON + dt.timedelta(minutes=n), "staff:kari", "", event)
