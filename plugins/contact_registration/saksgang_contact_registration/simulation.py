"""What comes to the departments in the counting week, and how they register it (SIM-03, SIM-04).

All figures are assumptions of a plausible municipality, not statistics; a scenario can set its own.
"""

from __future__ import annotations

from saksgang.commands import Command, CreateTask, RecordContact
from saksgang.records import StaffMember
from saksgang.view import View
from saksgang_contact_registration.desk_rows import ENCOUNTERS
from saksgang_contact_registration.looking import about
from saksgang_contact_registration.names import ADVICE, FURTHER, REGISTRANT, ROUTINE, TASK
from saksgang_contact_registration.simulated_desk import register
from saksgang_contact_registration.simulated_figures import FIGURES
from saksgang_sim import mischief
from saksgang_sim.behaviour import Behaviour, Demand, Occasion, Service
from saksgang_sim.hookspecs import simulated

__all__ = ["describe_behaviour"]

OUTSIDE_THE_WEEK = 0.02
TWICE_ON_THE_LIST = 0.03
WITHOUT_A_NAME = 0.3


def contact(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """Somebody turns to a department, whose queue system puts it on the list (kølap)."""
    luck = occasion.luck
    if not view.settings(ROUTINE).counts(view.today) and not luck.chance(OUTSIDE_THE_WEEK, "outside the week"):
        return None
    person = _registrant(occasion, view)
    if person is None:
        return None
    encounter = luck.choice([(row, row.weight) for row in ENCOUNTERS], "encounter")
    citizen = occasion.population.adult(luck.integer(0, occasion.population.adults - 1, "citizen"))
    source = "kølap 1" if luck.chance(TWICE_ON_THE_LIST, "twice") else f"kølap {occasion.key}"
    known = {"party": citizen.id, "number": citizen.number, "day": view.today.isoformat(), "source": source}
    facts = {"encounter": encounter.name, **known}
    command = CreateTask(TASK, routine=ROUTINE, about=about(source), section=person.section, facts=facts)
    return "system:queue", command


def mailing(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """A department sends many letters of one kind, and registers them as one batch (REG-10)."""
    person = _registrant(occasion, view)
    if person is None or not view.settings(ROUTINE).counts(view.today):
        return None
    luck = occasion.luck
    facts: dict[str, object] = {
        "department": person.section,
        "type": ADVICE,
        "closing": FURTHER,
        "activity": "vejledning",
        "source": f"udsendelse {occasion.key}",
        "count": luck.integer(40, 400, "letters"),
        "ended_by": person.id,
    }
    if not luck.chance(WITHOUT_A_NAME, "without a name"):
        facts["batch"] = "Orientering om nye åbningstider"
    command = RecordContact(ROUTINE, "citizens of the area", "out", "letter", "erhvervspraktik", facts=facts)
    return f"staff:{person.id}", command


def _registrant(occasion: Occasion, view: View) -> StaffMember | None:
    """Somebody of a department that registers, who is here."""
    departments = [row.section for row in view.settings(ROUTINE).departments]
    fit = [p for p in view.staff() if REGISTRANT in p.roles and p.section in departments and view.here(p.id)]
    return fit[occasion.luck.integer(0, len(fit) - 1, "department")] if fit else None


# What people here now and then try, and the routine refuses.
TEMPTATIONS = (mischief.cancel_task, mischief.complete_task, mischief.create_task, mischief.open_case)


@simulated
def describe_behaviour() -> Behaviour:
    """The desks and telephones of a town of 30,000."""
    demands = (
        Demand("contact_registration.contact", 260.0, contact),
        Demand("contact_registration.mailing", 4.0, mailing),
    )
    return Behaviour(
        ROUTINE, demands, {TASK: Service(4.0, 0.6)}, {TASK: register}, figures=FIGURES, temptations=TEMPTATIONS
    )
