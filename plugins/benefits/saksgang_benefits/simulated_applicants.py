"""Who applies for what in a simulated municipality: shares are assumptions, not statistics (SIM-03)."""

from __future__ import annotations

from typing import Any

from saksgang.commands import Command, SubmitDocument
from saksgang.records import Case
from saksgang.view import View
from saksgang_benefits.names import APPLICATION, KONTANT, ROUTINE, SINGLE, UDDANNELSE
from saksgang_sim.behaviour import Occasion
from saksgang_sim.luck import Luck
from saksgang_sim.people import Person

__all__ = ["application", "single_beside", "spouses_application"]

OLDEST = 64
BEFORE_THE_END = ("modtaget", "under oplysning", "fuldt oplyst", "bevilget")
TRIES = 20
MARRIED = 0.45
SINGLE_PAYMENT = 0.15
UNCLEAR = 0.05
IN_WORDS = 0.03
ATTACHES = 0.5
WITH_PARENTS = 0.3


def application(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """Somebody of working age applies through self-service; now and then it cannot be read or says not for what."""
    person = _applicant(occasion, view)
    if person is None:
        return None
    facts = _single(occasion.luck) if occasion.luck.chance(SINGLE_PAYMENT, "single") else _help(person, occasion, view)
    if occasion.luck.chance(UNCLEAR, "unclear"):
        del facts["benefit"]
    if "wealth" in facts and occasion.luck.chance(IN_WORDS, "in words"):
        facts["wealth"] = f"ca. {facts['wealth']}"
    command = SubmitDocument(
        ROUTINE,
        person.id,
        person.id,
        APPLICATION,
        channel="self-service",
        facts=facts,
        personal_number=person.number,
    )
    return person.id, command


def spouses_application(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """The spouse of somebody who has applied for them both applies, too, and does not say so."""
    running = [case for case in view.open_cases(ROUTINE) if _for_both(case)]
    if not running:
        return None
    case = running[occasion.luck.integer(0, len(running) - 1, "whose spouse")]
    spouse, number = str(case.facts["spouse"]), str(case.facts["spouse_number"])
    if any(each.routine == ROUTINE for each in view.cases_by_number(number)):
        return None
    facts = {"benefit": KONTANT, "married": False, "children": case.facts.get("children", 0), "wealth": "0.00"}
    attached = {"attached": ["unemployment_fund", "bank_statement"]}
    command = SubmitDocument(
        ROUTINE, spouse, spouse, APPLICATION, channel="self-service", facts=facts | attached, personal_number=number
    )
    return spouse, command


def single_beside(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """Somebody who gets help month by month applies for a single payment, too."""
    granted = [case for case in view.cases_in(ROUTINE, "bevilget") if case.type != SINGLE]
    if not granted:
        return None
    case = granted[occasion.luck.integer(0, len(granted) - 1, "who")]
    others = (other for other in view.cases_by_number(case.personal_number) if other.routine == ROUTINE)
    if any(not other.ended and other.number != case.number for other in others):
        return None
    command = SubmitDocument(
        ROUTINE,
        case.party,
        case.party,
        APPLICATION,
        channel="self-service",
        facts=_single(occasion.luck),
        personal_number=case.personal_number,
    )
    return case.party, command


def _for_both(case: Case) -> bool:
    return case.type != SINGLE and bool(case.facts.get("married")) and case.status in BEFORE_THE_END


def _applicant(occasion: Occasion, view: View) -> Person | None:
    """An adult below the pension age who has no open case."""
    population = occasion.population
    for number in range(TRIES):
        person = population.adult(occasion.luck.integer(0, population.adults - 2, "applicant", str(number)))
        cases = (case for case in view.cases_by_number(person.number) if case.routine == ROUTINE)
        busy = any(not case.ended for case in cases)
        if view.today.year - person.birth.year <= OLDEST and not busy:
            return person
    return None


def _single(luck: Luck) -> dict[str, Any]:
    purpose = luck.choice({"enkeltudgift": 3.0, "tandpleje": 4.0, "sygebehandling": 2.0}, "purpose")
    attached = ["expense"] if luck.chance(ATTACHES, "attached") else []
    amount = f"{luck.integer(8, 90, 'amount') * 100}.00"
    return {"benefit": SINGLE, "purpose": purpose, "amount": amount, "attached": attached}


def _help(person: Person, occasion: Occasion, view: View) -> dict[str, Any]:
    luck = occasion.luck
    young = view.today.year - person.birth.year < 30
    benefit = UDDANNELSE if young and luck.chance(0.6, "education") else KONTANT
    married = not young and luck.chance(MARRIED, "married")
    facts: dict[str, Any] = {
        "benefit": benefit,
        "married": married,
        "children": luck.choice({0: 6.0, 1: 2.0, 2: 2.0}, "children"),
        "lives_alone": not married and luck.chance(0.6, "alone"),
        "lives_with_parents": young and luck.chance(WITH_PARENTS, "parents"),
        "activity_ready": luck.chance(0.3, "activity"),
        "wealth": f"{luck.choice({0: 5.0, 4000: 4.0, 9500: 2.0, 26000: 1.0}, 'wealth')}.00",
        "attached": [key for key in ("unemployment_fund", "bank_statement") if luck.chance(ATTACHES, "attached", key)],
    }
    return {**facts, **_spouse(occasion)} if married else facts


def _spouse(occasion: Occasion) -> dict[str, Any]:
    luck, population = occasion.luck, occasion.population
    spouse = population.adult(luck.integer(0, population.adults - 1, "spouse"))
    work = luck.choice({"none": 2.0, "part-time": 6.0, "full-time": 2.0}, "spouse's work")
    hours = {"none": 0, "part-time": luck.integer(60, 110, "hours"), "full-time": 160}[work]
    return {
        "spouse": spouse.id,
        "spouse_number": spouse.number,
        "spouse_work": work,
        "spouse_hours": f"{hours}",
        "spouse_income": f"{hours * 150}.00",
        "spouse_registered": luck.chance(0.4, "says registered"),
    }
