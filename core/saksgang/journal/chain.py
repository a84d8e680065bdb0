"""The chain over the lines of a journal: each link is the digest of the one before and of its line."""

from __future__ import annotations

from hashlib import sha256

__all__ = ["START", "linked"]

START = bytes(32)


def linked(before: bytes, line: bytes) -> bytes:
    """The link of a line."""
    return sha256(before + line).digest()
