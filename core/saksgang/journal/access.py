"""What is said of a journal's file that cannot be reached or does not read back (COR-21, COR-22)."""

from __future__ import annotations

from pathlib import Path

from saksgang.errors import InputRefused, JournalDamaged

__all__ = ["MAGIC", "begins_with", "damaged", "in_use", "moved_on", "not_taken", "opened_for_reading", "unreachable"]

MAGIC = b"SQLite format 3\0"
"""What an SQLite file begins with."""


def begins_with(path: Path, length: int) -> bytes:
    """The first bytes of a file; raises ``InputRefused`` when it is no file, is missing or cannot be read."""
    try:
        if path.exists() and not path.is_file():  # opening a named pipe would wait for ever
            raise InputRefused(f"The journal {path} is no file: name the file that holds the events.")
        with path.open("rb") as file:
            return file.read(length)
    except OSError as error:
        raise unreachable(path, error.strerror or str(error)) from error


def unreachable(path: Path, reason: str) -> InputRefused:
    """The file cannot be opened as it was meant to be."""
    return InputRefused(
        f"The journal {path} cannot be opened: {reason}; name a journal in a folder that may be read and written."
    )


def in_use(path: Path) -> InputRefused:
    """Another process has the journal."""
    return InputRefused(f"The journal {path} is in use by another process: end that one first.")


def moved_on(path: Path) -> InputRefused:
    """The journal holds what this process does not know of."""
    return InputRefused(
        f"The journal {path} holds events that this process did not write, or was not told that it had written: "
        "start again from the journal as it is now."
    )


def opened_for_reading(path: Path) -> InputRefused:
    """Somebody tries to add to what was opened for reading."""
    return InputRefused(f"The journal {path} was opened for reading only: open it for writing to add events.")


def not_taken(path: Path, reason: str) -> InputRefused:
    """The file did not take events; the journal is as it was."""
    return InputRefused(
        f"The journal {path} did not take the events: {reason}; it is as it was, so put that right and try again."
    )


def damaged(path: Path, what: str, last_good: str) -> JournalDamaged:
    """The journal does not read back as it was written; ``what`` is a clause."""
    return JournalDamaged(
        f"The journal {path} is damaged: {what}; its last good event is {last_good or 'none'}, "
        "so put a copy of the journal in its place.",
        last_good,
    )
