"""What is said of a journal that cannot be reached or does not read back (COR-21, COR-22)."""

from __future__ import annotations

from pathlib import Path

from saksgang.errors import InputRefused, JournalDamaged
from saksgang.journal.address import Address, Place

__all__ = [
    "MAGIC",
    "begins_with",
    "damaged",
    "in_use",
    "moved_on",
    "not_known",
    "not_taken",
    "opened_for_reading",
    "unreachable",
]

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


def unreachable(place: Place, reason: str) -> InputRefused:
    """The journal cannot be opened, or read on, as it was meant to be."""
    advice = (
        "see to the server, the database and the user's rights in it, or name another address"
        if isinstance(place, Address)
        else "name a journal in a folder that may be read and written"
    )
    return InputRefused(f"The journal {place} cannot be opened: {reason}; {advice}.")


def in_use(place: Place) -> InputRefused:
    """Another process has the journal."""
    return InputRefused(f"The journal {place} is in use by another process: end that one first.")


def moved_on(place: Place) -> InputRefused:
    """The journal holds what this process does not know of."""
    return InputRefused(
        f"The journal {place} holds events that this process did not write, or was not told that it had written: "
        "start again from the journal as it is now."
    )


def opened_for_reading(place: Place) -> InputRefused:
    """Somebody tries to add to what was opened for reading."""
    return InputRefused(f"The journal {place} was opened for reading only: open it for writing to add events.")


def not_taken(place: Place, reason: str) -> InputRefused:
    """The events did not go in; the journal is as it was."""
    return InputRefused(
        f"The journal {place} did not take the events: {reason}; it is as it was, so put that right and try again."
    )


def not_known(place: Place, reason: str) -> InputRefused:
    """The connection was lost while events went in, and nobody answers who could say whether they did."""
    return InputRefused(
        f"Whether the journal {place} took the last events is not known, for the connection to it was lost: {reason}; "
        "when it can be reached, start again from the journal as it is then."
    )


def damaged(place: Place, what: str, last_good: str) -> JournalDamaged:
    """The journal does not read back as it was written; ``what`` is a clause."""
    return JournalDamaged(
        f"The journal {place} is damaged: {what}; its last good event is {last_good or 'none'}, "
        "so put a copy of the journal in its place.",
        last_good,
    )
