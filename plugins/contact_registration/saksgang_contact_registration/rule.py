"""The shape of a rule of the counting week: a row of id, kind and sentence, and a small function that looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from attrs import frozen

from saksgang_contact_registration.ground import Ground
from saksgang_contact_registration.registration import Registration

__all__ = ["Kind", "Look", "Rule"]

Kind = Literal["hard", "judgement"]
Look = Callable[[Registration, Ground], "str | None"]


@frozen
class Rule:
    """A rule that registrations keep.

    Attributes:
        kind: ``hard`` refuses; ``judgement`` warns, and a person can overrule it with a reason.
        sentence: the rule itself.
        look: what is wrong with a registration by this rule, ``None`` when nothing is.
    """

    id: str
    kind: Kind
    sentence: str
    look: Look
