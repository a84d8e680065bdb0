"""What the office refused: people make mistakes, and a run tells which rules caught them."""

from __future__ import annotations

from attrs import define, field

from saksgang.errors import Refused

__all__ = ["Refusals"]


@define
class Refusals:
    """How often each rule refused something."""

    by_rule: dict[str, int] = field(factory=dict)

    def note(self, refused: Refused) -> None:
        """Count one."""
        self.by_rule[refused.rule] = self.by_rule.get(refused.rule, 0) + 1
