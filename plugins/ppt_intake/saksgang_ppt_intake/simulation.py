"""How families, schools and the staff of PPT behave in a simulation (SIM-03, SIM-04).

All figures are assumptions of a plausible municipality, not statistics; a scenario can set its own.
"""

from __future__ import annotations

import datetime as dt

from saksgang.commands import Command, ReopenTask, StopLetter, SubmitDocument
from saksgang.view import View
from saksgang_ppt_intake.names import ROUTINE
from saksgang_ppt_intake.simulated_work import FOR_SCHOOL, WORK
from saksgang_sim import mischief
from saksgang_sim.behaviour import Behaviour, Demand, Occasion, Service
from saksgang_sim.hookspecs import simulated
from saksgang_sim.luck import Weights
from saksgang_sim.people import Person
from saksgang_sim.waiting import left_waiting

__all__ = ["describe_behaviour"]

SCHOOL_YEAR = (1.2, 1.2, 1.3, 1.0, 1.1, 0.8, 0.1, 0.7, 1.3, 1.3, 1.2, 0.8)
INSTITUTIONS = 12
FUTURE_DATE = 0.01
INFORMATION = "Opplysninger"
CATEGORIES = Weights({"Henvendelse": 5.0, "Drøfting": 3.0, "Fornyet henvisning": 2.0})
RECENT = 60


def child_of(occasion: Occasion) -> Person:
    """The child that the occasion is about."""
    population = occasion.population
    return population.child(occasion.luck.integer(0, population.children - 1, "child"))


def document(occasion: Occasion, view: View, category: str, child: Person, case: str = "") -> tuple[str, Command]:
    """A letter from the guardian, made some days ago; now and then the date on it cannot be right."""
    luck = occasion.luck
    wrong = luck.chance(FUTURE_DATE, "dates it wrongly")
    days = -luck.integer(1, 3, "days ahead") if wrong else luck.integer(0, 6, "days ago")
    facts: dict[str, object] = {
        "institution": f"Skole {luck.integer(0, INSTITUTIONS - 1, 'school', child.id)}",
        "birth_year": child.birth.year,
    }
    if case:
        facts["case"] = case
    dated = view.today - dt.timedelta(days=days)
    command = SubmitDocument(
        ROUTINE, child.guardian, child.id, category, dated, facts=facts, personal_number=child.number
    )
    return child.guardian, command


def referral(occasion: Occasion, view: View) -> tuple[str, Command]:
    """A child is referred."""
    return document(occasion, view, "Henvisning", child_of(occasion))


def inquiry(occasion: Occasion, view: View) -> tuple[str, Command]:
    """Somebody asks for something, in the categories that families and schools use."""
    return document(occasion, view, occasion.luck.choice(CATEGORIES, "category"), child_of(occasion))


def information(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """Something more to an inquiry of the last weeks; the letter names its case where there is one by then."""
    inquiries = [d for d in view.latest_documents(ROUTINE, RECENT) if d.category != INFORMATION]
    if not inquiries:
        return None
    inquiry = inquiries[occasion.luck.integer(0, len(inquiries) - 1, "inquiry")]
    child = occasion.population.find(inquiry.party)
    return document(occasion, view, INFORMATION, child, inquiry.case)


def taken_in_hand(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """A family calls, and a consultant gives them the letter instead of letting it be printed (PPT-10)."""
    letters = view.letters_in("available", ROUTINE)
    consultants = [p for p in view.staff() if "konsulent" in p.roles and view.here(p.id)]
    if not letters or not consultants:
        return None
    letter = letters[occasion.luck.integer(0, len(letters) - 1, "letter")]
    return f"staff:{consultants[0].id}", StopLetter(letter.id, "Utlevert til foresatte etter telefonsamtale")


def statement(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """A school has sent the statement that a caseworker waited for, and the review goes on."""
    waiting = left_waiting(view, ROUTINE, FOR_SCHOOL)
    if not waiting:
        return None
    task = waiting[occasion.luck.integer(0, len(waiting) - 1, "task")]
    return f"staff:{task.owner}", ReopenTask(task.id, "uttalelsen fra skolen er kommet")


# What people here now and then try, and the routine refuses.
TEMPTATIONS = (
    mischief.cancel_task,
    mischief.create_task,
    mischief.open_case,
    mischief.print_letter,
    *mischief.deadlines(),
    mischief.by_citizen(mischief.complete_task),
)


@simulated
def describe_behaviour() -> Behaviour:
    """Families and schools of a town of 30,000, and a staff that keeps up with them most of the time."""
    demands = (
        Demand("ppt_intake.referral", 7.0, referral, months=SCHOOL_YEAR),
        Demand("ppt_intake.inquiry", 5.0, inquiry, months=SCHOOL_YEAR),
        Demand("ppt_intake.information", 6.0, information, months=SCHOOL_YEAR),
        Demand("ppt_intake.taken_in_hand", 0.5, taken_in_hand),
        Demand("ppt_intake.statement", 0.7, statement),
    )
    services = {
        "register_document": Service(12.0),
        "distribute_case": Service(8.0),
        "confirm_receipt": Service(6.0),
        "assess_case": Service(25.0),
        "review_case": Service(150.0, 0.8),
        "ask_under_work": Service(1.0, 0.2),
        "approve_letter": Service(15.0),
        "revise_letter": Service(30.0),
        "undelivered_letter": Service(10.0),
        "undelivered_confirmation": Service(10.0),
        "preliminary_reply": Service(20.0),
    }
    return Behaviour(ROUTINE, demands, services, WORK, temptations=TEMPTATIONS)
