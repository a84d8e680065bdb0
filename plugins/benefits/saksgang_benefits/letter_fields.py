"""What the letters say of amounts, dates and decisions; given to the caseworker, and held against what is drafted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from saksgang.legaltime import Rule, language_called
from saksgang.records import Case
from saksgang_benefits.money import kroner
from saksgang_benefits.months import in_words
from saksgang_benefits.names import KONTANT, SINGLE
from saksgang_benefits.reckoning import is_supplementary, shown_calculation

__all__ = [
    "PAYSLIPS_ONLINE",
    "amounts",
    "basis",
    "day_in_words",
    "decision_fields",
    "specification_fields",
    "time_in_words",
]

PAYSLIPS_ONLINE = (
    "Da din ægtefælle har lønindtægt, er der tale om supplerende hjælp. Din ægtefælles lønseddel skal uploades hver "
    "måned. Det gør I online gennem selvbetjeningen. Hjælpen for en måned bliver først udbetalt, når vi har fået "
    "lønsedlen for måneden."
)
NO_CONDITIONS = "Der er ikke knyttet særlige betingelser til afgørelsen."


def day_in_words(day: dt.date) -> str:
    """A date as letters write it, such as ``30. august 2024``."""
    return f"{day.day}. {in_words(f'{day:%Y-%m}')}"


def time_in_words(rule: Rule) -> str:
    """How long a letter says that there is to hand in what it asks for, such as ``10 dage`` (BEN-10)."""
    return language_called("da").duration(rule.duration)


def basis(calculation: Mapping[str, Any]) -> str:
    """The basis of calculation in a letter: a line a step, each with its law and how sure it is (BEN-16)."""
    return "\n".join(_line(line) for line in calculation.get("lines", ()))


def _line(line: Mapping[str, Any]) -> str:
    told = [line["law"]]
    if line["valid_from"]:
        told.append(f"sats gældende fra {day_in_words(dt.date.fromisoformat(line['valid_from']))}")
    if line["status"] != "official":
        told.append(_UNSURE[line["status"]])
    return f"{line['label']}: {kroner(line['amount'])} ({', '.join(told)})"


_UNSURE = {"derived": "afledt sats", "projected": "forventet sats"}


def amounts(case: Case) -> dict[str, str]:
    """The fields of a letter of grant that follow from the calculation and are not the caseworker's to change."""
    shown = shown_calculation(case)
    if not shown or shown["obstacle"]:
        return {}
    return {
        "month": in_words(shown["month"]),
        "amount": kroner(shown["amount"]),
        "basis": basis(shown),
        "mark": shown["mark"],
    }


def decision_fields(case: Case, unit: str) -> dict[str, str]:
    """All fields of a letter of grant, for the caseworker to complete (BEN-19)."""
    conditions = PAYSLIPS_ONLINE if is_supplementary(case) else NO_CONDITIONS
    benefit = "en enkeltydelse" if case.type == SINGLE else case.type
    supplementary = f"supplerende {KONTANT}" if is_supplementary(case) and case.type == KONTANT else benefit
    return {
        "case_number": case.number,
        "benefit": supplementary,
        **amounts(case),
        "conditions": conditions,
        "unit": unit,
    }


def specification_fields(
    case: Case, payment: Mapping[str, Any], calculation: Mapping[str, Any], unit: str
) -> dict[str, str]:
    """The fields of a payment specification (BEN-23)."""
    return {
        "case_number": case.number,
        "month": in_words(payment["month"]),
        "paid_on": day_in_words(dt.date.fromisoformat(payment["paid_on"])),
        "lines": basis(calculation),
        "amount": kroner(payment["amount"]),
        "mark": payment["mark"],
        "unit": unit,
    }
