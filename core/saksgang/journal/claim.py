"""Taking a journal of lines for writing: by one process at a time, and from where its head ends (COR-21)."""

from __future__ import annotations

import os
import shutil
import sys
from io import FileIO
from pathlib import Path

from saksgang.journal.access import begins_with, in_use, unreachable
from saksgang.journal.head import NOTHING, Head, read_head, write_head
from saksgang.journal.reading import proved_head

if sys.platform != "win32":
    import fcntl

__all__ = ["claimed", "locked"]


def claimed(path: Path) -> tuple[FileIO, Head]:
    """The file, this process's alone until it is closed, and the head that it goes on from.

    Raises:
        InputRefused: the file cannot be opened, is no journal, or is in use by another process.
        JournalDamaged: file or head are not as they were written.
    """
    try:
        file = locked(path)
    except OSError as error:
        raise unreachable(path, error.strerror or str(error)) from error
    try:
        return file, _begun(path, file)
    except BaseException:
        file.close()
        raise


def locked(path: Path) -> FileIO:
    """The file, this process's alone until it is closed, whatever it holds; made where there is none.

    Raises:
        InputRefused: it is no file, or in use by another process.
        OSError: it cannot be opened.
    """
    if path.exists():
        begins_with(path, 0)
    else:
        path.touch()
    file = path.open("r+b", buffering=0)
    if sys.platform != "win32":  # Windows has no lock that the end of the process is sure to lift
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.close()
            raise in_use(path) from error
    return file


def _begun(path: Path, file: FileIO) -> Head:
    try:
        length = os.fstat(file.fileno()).st_size
        if length == 0 and read_head(path) is None:
            write_head(path, NOTHING)
        head = proved_head(path)
        if length > head.bytes:
            _set_aside(path, file, head.bytes)
        return head
    except OSError as error:
        raise unreachable(path, error.strerror or str(error)) from error


def _set_aside(path: Path, file: FileIO, length: int) -> None:
    """Move what lies beyond the head to a file of its own: it was never acknowledged, but nothing is destroyed."""
    file.seek(length)
    with path.with_suffix(".unacknowledged").open("ab") as rest:
        shutil.copyfileobj(file, rest)
        rest.flush()
        os.fsync(rest.fileno())
    file.truncate(length)
