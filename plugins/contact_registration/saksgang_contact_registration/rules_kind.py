"""What kind of contact it is: REG-01, REG-03, REG-04, REG-07, REG-08."""

from __future__ import annotations

import re

from saksgang.declarations import listed
from saksgang.errors import InputRefused
from saksgang.identity import birth_date
from saksgang_contact_registration.ground import Ground
from saksgang_contact_registration.names import (
    ADMINISTRATIVE,
    ADVICE,
    MISDIRECTED,
    ON_CASE,
    REFERENCES,
    SERVICE,
    TRANSACTIONS,
    TYPES,
)
from saksgang_contact_registration.registration import Registration
from saksgang_contact_registration.remit import UDBETALING_DANMARK, outside, outside_on

__all__ = ["administrative", "case_reference", "misdirected", "outside_the_remit", "transaction_or_information"]

_FORMS = {
    "CVR": re.compile(r"[0-9]{8}"),
    "matrikelnummer": re.compile(r"[0-9]+[a-zæøå]*.*"),
    "adresse": re.compile(r".*\D.*[0-9].*"),
    "sagsnummer": re.compile(r".*\S.*"),
}


def administrative(reg: Registration, _: Ground) -> str | None:
    """Planning, guidance and case handling are registered; the service that they make possible is not (REG-01)."""
    if reg.activity in ADMINISTRATIVE:
        return None
    if reg.activity == SERVICE:
        return "The service itself, such as the meeting or the visit, is not registered; only what made it possible is."
    return f"The activity {reg.activity!r} is not one of: {listed((*ADMINISTRATIVE, SERVICE))}; say which it was."


def transaction_or_information(reg: Registration, _: Ground) -> str | None:
    """A transaction creates or changes something in a case system, information does not (REG-03)."""
    if (reg.type in TRANSACTIONS) == reg.changed:
        return None
    if reg.changed:
        done = "Something was created or changed in a case system"
        return f"{done}, which {reg.type!r} does not say; take one of: {listed(TRANSACTIONS)}."
    return f"Nothing was created or changed in a case system, as {reg.type!r} would have it; take information."


def known_type(reg: Registration, _: Ground) -> str | None:
    """The type is one of the six (REG-03)."""
    return None if reg.type in TYPES else f"The type {reg.type!r} is not one of: {listed(TYPES)}."


def case_reference(reg: Registration, ground: Ground) -> str | None:
    """Information about a case says which one; a reference, where there is one, is of its kind (REG-04)."""
    if not reg.reference:
        if reg.type != ON_CASE:
            return None
        return f"{ON_CASE!r} needs a case reference ({listed(REFERENCES)}); without one it is {ADVICE!r}."
    if reg.reference_kind not in REFERENCES:
        return f"The case reference is {reg.reference_kind!r}; say which it is of: {listed(REFERENCES)}."
    if reg.reference_kind == "CPR":
        return _personal_number(reg.reference, ground)
    if _FORMS[reg.reference_kind].fullmatch(reg.reference):
        return None
    return f"The case reference is no {reg.reference_kind}; check it for a typing error."


def _personal_number(number: str, ground: Ground) -> str | None:
    try:
        birth_date(number, ground.almanac.country)
    except InputRefused as wrong:  # its sentence never repeats the number
        return str(wrong)
    return None


def misdirected(reg: Registration, ground: Ground) -> str | None:
    """Only what lies outside the municipality's remit is misdirected; another department's matter is not (REG-07)."""
    area = ground.settings.area(reg.area)
    if outside_on(reg.area, reg.day) is not None:
        return None
    if area is None:
        known = listed([row.name for row in ground.settings.areas] + [row.area for row in outside(reg.day)])
        return f"There is no task area (opgave) {reg.area!r}; it is one of: {known}."
    if reg.type != MISDIRECTED:
        return None
    return (
        f"{reg.area!r} lies within the municipality, with the department {area.department!r}, and is not "
        f"{MISDIRECTED!r}; take the type that it is."
    )


def outside_the_remit(reg: Registration, ground: Ground) -> str | None:
    """What lies elsewhere is misdirected; of Udbetaling Danmark's a department may have to advise (REG-08)."""
    row = outside_on(reg.area, reg.day)
    if row is None:
        return None
    department = ground.settings.department(reg.department)
    advises = department is not None and department.duty_to_advise and row.authority == UDBETALING_DANMARK
    expected = ADVICE if advises else MISDIRECTED
    if reg.type == expected:
        return None
    duty = "has a duty to advise (rådgivningspligt)" if advises else "has no duty to advise on it"
    return (
        f"{reg.area!r} lies with {row.authority} and {reg.department!r} {duty}: it is {expected!r}, not {reg.type!r}."
    )
