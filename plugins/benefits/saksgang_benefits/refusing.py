"""What several refusals share: who may, and what the case is like."""

from __future__ import annotations

from saksgang.records import Case
from saksgang.view import View
from saksgang_benefits.looking import person_of
from saksgang_benefits.names import CASEWORKER

__all__ = ["known_case", "no_caseworker"]


def no_caseworker(actor: str, view: View, rule: str, doing: str) -> str | None:
    """A refusal where the one who asks is no caseworker."""
    person = person_of(view, actor)
    if person is not None and CASEWORKER in person.roles:
        return None
    return f"{rule}: Only a {CASEWORKER} may {doing}; {actor} is none."


def known_case(view: View, number: str) -> Case | None:
    """A case, ``None`` where the core will say that there is none."""
    try:
        return view.case(number)
    except KeyError:
        return None
