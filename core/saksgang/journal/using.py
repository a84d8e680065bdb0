"""Whether another process has a journal, without reading it: asked before a file gives way to a new one (COR-21)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from saksgang.journal.access import MAGIC, begins_with, in_use, unreachable
from saksgang.journal.claim import locked

__all__ = ["refuse_in_use"]


def refuse_in_use(path: Path) -> None:
    """Nothing for a journal that nobody writes, whole or damaged, and where there is none.

    Raises:
        InputRefused: another process has it, or it cannot be opened for writing.
    """
    if not path.exists():
        return
    if begins_with(path, len(MAGIC)) == MAGIC:
        _ask_sqlite(path)
        return
    try:
        locked(path).close()
    except OSError as error:
        raise unreachable(path, error.strerror or str(error)) from error


def _ask_sqlite(path: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, timeout=0)) as raw:
            raw.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
            raise in_use(path) from error
        # Anything else is a file that no process can be writing events to.
