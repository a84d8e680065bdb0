"""The head beside a journal of lines: how many events are acknowledged, under which digest (COR-21).

A chain alone does not miss lines that were deleted at its end; the head does.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from attrs import frozen

from saksgang.journal.chain import START
from saksgang.journal.files import place

__all__ = ["NOTHING", "Head", "head_path", "read_head", "write_head"]


@frozen
class Head:
    """What a journal of lines has acknowledged.

    Attributes:
        events: how many lines.
        digest: the chained digest over them, in hexadecimal.
        bytes: the length of these lines in the file; what lies beyond was never acknowledged.
    """

    events: int
    digest: str
    bytes: int


NOTHING = Head(0, START.hex(), 0)


def head_path(journal: Path) -> Path:
    """Where the head of a journal lies: ``journal.head.json`` beside ``journal.jsonl``."""
    return journal.with_suffix(".head.json")


def write_head(journal: Path, head: Head) -> None:
    """Put a head in the place of the one before; raises ``OSError``, the one before then stays."""
    place(head_path(journal), msgspec.json.encode(head) + b"\n")


def read_head(journal: Path) -> Head | None:
    """The head as it stands, ``None`` when it is missing or cannot be read."""
    try:
        return msgspec.json.decode(head_path(journal).read_bytes(), type=Head)
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError):
        return None
