"""A deadline's rule: how long, to what minute of the last day, and whether it leaves closed days."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import attrs

from saksgang.errors import InputRefused
from saksgang.legaltime.durations import Duration

__all__ = ["Ends", "Rule"]

Ends = Literal["same minute", "end of day"]

_SAME_MINUTE: Ends = "same minute"
_END_OF_DAY: Ends = "end of day"
_MOVED = "moved to a working day"


@attrs.frozen
class Rule:
    """How a deadline is reckoned from its start (COR-11, COR-12).

    Attributes:
        duration: the time given.
        ends: whether the start's clock minute or the whole local last day counts.
        moves: whether an end on a weekend or holiday moves to the next working day (Norway: domstolloven
            § 149; Denmark: vejledning 9533/2018).
    """

    duration: Duration
    ends: Ends = attrs.field(default=_SAME_MINUTE)
    moves: bool = False

    @ends.validator
    def _check_ends(self, _field: attrs.Attribute[Ends], ends: Ends) -> None:
        if ends not in (_SAME_MINUTE, _END_OF_DAY):
            raise InputRefused(f'A rule cannot end at {ends!r}: write "{_SAME_MINUTE}" or "{_END_OF_DAY}".')

    @property
    def whole_day(self) -> bool:
        """Whether the whole local last day counts."""
        return self.ends == _END_OF_DAY

    @classmethod
    def parse(cls, text: str) -> Rule:
        """Read a rule's text, such as ``"10 days, end of day, moved to a working day"``.

        Raises:
            InputRefused: for a duration that cannot be read, and for a part that is unknown or written twice.
        """
        if not isinstance(text, str):
            raise InputRefused(f'The rule {text!r} is not a text: write for example "10 days, {_END_OF_DAY}".')
        return _parsed(text)

    def __str__(self) -> str:
        """Write the canonical text for the journal, which ``parse`` reads back to an equal rule."""
        whole_day = [_END_OF_DAY] if self.whole_day else []
        moved = [_MOVED] if self.moves else []
        return ", ".join([str(self.duration), *whole_day, *moved])


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Rule:
    first, *parts = (" ".join(part.lower().split()) for part in text.split(","))
    duration = Duration.parse(first)
    if unknown := [part for part in parts if part not in (_SAME_MINUTE, _END_OF_DAY, _MOVED)]:
        raise InputRefused(
            f"The rule {text!r} has the unknown part {unknown[0]!r}: after the duration write "
            f'"{_SAME_MINUTE}", "{_END_OF_DAY}" or "{_MOVED}", with commas between.'
        )
    if parts.count(_MOVED) > 1 or parts.count(_SAME_MINUTE) + parts.count(_END_OF_DAY) > 1:
        raise InputRefused(f"The rule {text!r} says one thing twice: write each part once.")
    return Rule(duration, _END_OF_DAY if _END_OF_DAY in parts else _SAME_MINUTE, _MOVED in parts)
