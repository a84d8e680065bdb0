"""Several matters in one contact: how many registrations they make (REG-11)."""

from __future__ import annotations

from collections.abc import Iterable

from saksgang_contact_registration.identity import same_reference
from saksgang_contact_registration.names import TRANSACTIONS
from saksgang_contact_registration.registration import Registration

__all__ = ["same_matter", "split"]


def same_matter(one: Registration, other: Registration) -> bool:
    """Whether two parts of a contact are about one task and not about two different cases (REG-11)."""
    if one.area != other.area:
        return False
    if not (one.reference and other.reference):
        return True
    kind = one.reference_kind
    return kind == other.reference_kind and same_reference(kind, one.reference, other.reference)


def split(matters: Iterable[Registration]) -> list[Registration]:
    """The registrations that one contact about these matters makes, in their order (REG-11).

    Of the same task and case one stays: what was created or changed there, else what came first.
    """
    kept: list[Registration] = []
    for matter in matters:
        place = next((n for n, other in enumerate(kept) if same_matter(matter, other)), None)
        if place is None:
            kept.append(matter)
        elif matter.type in TRANSACTIONS and kept[place].type not in TRANSACTIONS:
            kept[place] = matter
    return kept
