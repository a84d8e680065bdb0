"""Writing an export: the one place that touches the disk, so that a file is there whole or not at all (SIM-10)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from saksgang.errors import InputRefused
from saksgang.explain import opening
from saksgang.export.csv_file import write_csv
from saksgang.export.flat import BY_CASE, BY_POSITION, rows
from saksgang.export.ocel_json import write_ocel_json
from saksgang.export.ocel_sqlite import write_ocel_sqlite
from saksgang.export.xes import write_xes
from saksgang.journal import Journal
from saksgang.journal.files import new_file
from saksgang.legaltime import Almanac

__all__ = ["LOGS", "check_place", "export_log", "written"]

T = TypeVar("T")
STDOUT = Path("-")


def export_log(journal: Journal, form: str, path: Path) -> int:
    """Write the journal's events to a new file in one of the forms of ``LOGS``, and say how many it has.

    Raises:
        InputRefused: the place is taken or out of reach, the disk did not take it, or the journal has no opening.
        JournalDamaged: the journal does not read back as it was written; no file is left.
    """
    opening(journal)  # what is no office's journal is refused before anything is made
    return written(path, lambda made: LOGS[form](journal, made))


def written(path: Path, write: Callable[[Path], T]) -> T:
    """Have a file written aside and put it in its place; raises ``InputRefused`` where that does not go."""
    check_place(path)
    try:
        with new_file(path) as made:
            return write(made)
    except FileExistsError:
        raise _taken(path) from None
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputRefused(
            f"The file {path} cannot be written: {reason}; nothing is left of it, so put that right or name another."
        ) from error


def check_place(path: Path) -> None:
    """Refuse, with ``InputRefused``, a place where a file is, or in no folder, or stdout."""
    if path == STDOUT:
        raise InputRefused("An export is written to a file, which is there whole or not at all: name one instead of -.")
    if path.exists() or path.is_symlink():
        raise _taken(path)
    if not path.parent.is_dir():
        raise InputRefused(f"There is no folder {path.parent} to write {path.name} in: make it, or name another.")


def _taken(path: Path) -> InputRefused:
    return InputRefused(f"There is something at {path} already: name another file, or take that one away.")


def _ocel_json(journal: Journal, path: Path) -> int:
    events = write_ocel_sqlite(journal, _scratch(path))
    write_ocel_json(_scratch(path), path)
    return events


def _csv(journal: Journal, path: Path) -> int:
    return write_csv(rows(journal, _almanac(journal), _scratch(path), BY_POSITION), path)


def _xes(journal: Journal, path: Path) -> int:
    return write_xes(rows(journal, _almanac(journal), _scratch(path), BY_CASE), path)


def _scratch(path: Path) -> Path:
    """A file beside the one that is made; it goes away with the folder in which that is made."""
    return path.with_name(f"{path.name}.scratch")


def _almanac(journal: Journal) -> Almanac:
    opened = opening(journal)
    return Almanac(opened.country, opened.zone)


LOGS: Mapping[str, Callable[[Journal, Path], int]] = {
    "ocel-json": _ocel_json,
    "ocel-sqlite": write_ocel_sqlite,
    "xes": _xes,
    "csv": _csv,
}
"""The forms in which a journal's events are exported."""
