"""What the source leaves empty, read from ``rules.toml``, and what fills it in a municipality (MSG-11)."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from saksgang_home_care_messages.settings import Settings

__all__ = ["GAPS", "Gap", "filled_by", "open_gaps"]


@frozen
class Gap:
    """Something that the source does not say.

    Attributes:
        type: the type of message.
        setting: what fills it.
        until_then: what holds while it is open.
    """

    requirement: str
    type: str
    empty: str
    setting: str
    until_then: str
    source: str


GAPS: tuple[Gap, ...] = tuple(
    Gap(**row) for row in tomllib.loads(files(__package__).joinpath("rules.toml").read_text(encoding="utf-8"))["gap"]
)


def filled_by(gap: Gap, settings: Settings) -> str:
    """What a municipality has filled the gap with, in words; ``""`` while it is open."""
    if gap.setting == "steps":
        own = settings.steps.get(gap.type) or settings.type_of(gap.type).steps
        return ", ".join(step.do for step in own)
    rule = settings.final_reply.get(gap.type)
    return "" if rule is None else str(rule)


def open_gaps(settings: Settings) -> tuple[Gap, ...]:
    """The gaps that a municipality has not filled (MSG-11)."""
    return tuple(gap for gap in GAPS if not filled_by(gap, settings))
