"""How the registers and the payment service answer in a simulation: mostly as the citizen says (SIM-05)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saksgang_sim.behaviour import Asked, Outside

__all__ = ["OUTSIDE"]

OTHER_INCOME = 0.15
OTHER_CHILDREN = 0.05
NOT_AS_SAID = 0.25
NOT_STATED = 0.05
REJECTED = 0.01
SILENT = 0.01

Answer = tuple[int, dict[str, Any]] | None


def _facts(asked: Asked) -> Mapping[str, Any]:
    return asked.view.case(asked.order.case).facts


def _seconds(asked: Asked) -> int:
    return asked.luck.integer(1, 20, "seconds")


def income(asked: Asked) -> Answer:
    """The income register, which knows of some pay of which the citizen said nothing, or less."""
    if asked.luck.chance(SILENT, "silent"):
        return None
    facts = _facts(asked)
    if not facts.get("married"):
        earns = asked.luck.chance(NOT_STATED, "not stated")
        own = f"{asked.luck.integer(800, 4_000, 'own income')}.00" if earns else "0.00"
        return _seconds(asked), {"own_income": own}
    stated = str(facts.get("spouse_income", "0.00"))
    other = asked.luck.chance(OTHER_INCOME, "other income")
    more = f"{asked.luck.integer(15_000, 24_000, 'income')}.00"
    return _seconds(asked), {"own_income": "0.00", "spouse_income": more if other else stated}


def jobs(asked: Asked) -> Answer:
    """The job portal: who registered since is registered; of the others some are not, though they said so."""
    facts = _facts(asked)
    if not facts.get("married"):
        return _seconds(asked), {"own_registered": True}
    stated = bool(facts.get("spouse_registered")) and not asked.luck.chance(NOT_AS_SAID, "not as said")
    known = facts.get("register/Jobnet", {}).get("spouse_registered")
    registered = bool(facts.get("spouse_registered_on")) or (stated if known is None else bool(known))
    return _seconds(asked), {"own_registered": True, "spouse_registered": registered}


def population(asked: Asked) -> Answer:
    """The population register, which has another number of children now and then."""
    facts = _facts(asked)
    if "children" not in facts:
        return _seconds(asked), {}
    children = int(facts["children"])
    other = asked.luck.chance(OTHER_CHILDREN, "other children")
    married = bool(facts.get("married"))
    return _seconds(asked), {"children": children + 1 if other else children, "married": married}


def payment(asked: Asked) -> Answer:
    """The payment service takes nearly every order."""
    if asked.luck.chance(REJECTED, "rejected"):
        return _seconds(asked), {"accepted": False, "reason": "ingen NemKonto"}
    return _seconds(asked), {"accepted": True, "reference": asked.order.key}


OUTSIDE: Mapping[str, Outside] = {
    "eIndkomst": income,
    "Jobnet": jobs,
    "folkeregister": population,
    "betaling": payment,
}
