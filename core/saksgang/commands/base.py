"""What every command is, and what a routine answers."""

from __future__ import annotations

from attrs import frozen

__all__ = [
    "Answer",
    "Command",
]


@frozen
class Command:
    """Something that somebody wants done."""


@frozen
class Answer:
    """What a routine answers when asked: a command and the requirement that asks for it, such as ``PPT-10``."""

    command: Command
    rule: str
