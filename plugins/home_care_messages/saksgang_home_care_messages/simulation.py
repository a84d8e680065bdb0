"""How those who receive home care, the staff and the terminals behave in a simulation (SIM-03 to SIM-05).

All figures are assumptions of a plausible municipality, not statistics; a scenario can set its own.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from saksgang.commands import Command, ReopenTask
from saksgang.view import View
from saksgang_home_care_messages.names import ROUTINE
from saksgang_home_care_messages.simulated_messages import UNSORTED, message, visit_message
from saksgang_home_care_messages.simulated_work import FOR_INFORMATION, WORK
from saksgang_sim import mischief
from saksgang_sim.behaviour import Asked, Behaviour, Demand, Occasion, Service
from saksgang_sim.hookspecs import simulated
from saksgang_sim.waiting import left_waiting

__all__ = ["describe_behaviour"]

# People write every day of the week and until late; on weekends half as much.
WEEK = (1.2, 1.1, 1.0, 1.0, 1.1, 0.5, 0.5)
HOURS = {6: 1, 7: 2, 8: 4, 9: 5, 10: 5, 11: 4, 12: 4, 13: 4, 14: 3, 15: 3, 16: 3, 17: 2, 18: 2, 19: 2, 20: 2, 21: 1}
TERMINAL_DOWN = 0.01
CHANGED = 0.95

# Stream, mean number a week, what they write.
ROWS = (
    ("inquiry", 55.0, UNSORTED),
    ("other_employee", 22.0, "Henvendelse til annen ansatt"),
    ("application", 8.0, "Søknad om tjeneste eller økt hjelpebehov"),
    ("invoice", 5.0, "Fakturaspørsmål"),
    ("complaint", 3.0, "Annen klage"),
    ("inappropriate", 1.0, "Usaklig melding"),
    ("several_services", 6.0, "Spørsmål til ulike tjenestesteder"),
    ("wrong_recipient", 4.0, "Feil mottaker"),
    ("next_of_kin", 0.0, "Beskjed fra pårørende"),
)


def information(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """What somebody waited for has come, and the message goes on."""
    waiting = left_waiting(view, ROUTINE, FOR_INFORMATION)
    if not waiting:
        return None
    task = waiting[occasion.luck.integer(0, len(waiting) - 1, "task")]
    return f"staff:{task.owner}", ReopenTask(task.id, "opplysningene er kommet")


def work_list(asked: Asked) -> tuple[int, dict[str, Any]]:
    """The work list is changed within seconds; now and then it was changed by somebody else already."""
    return asked.luck.integer(1, 10, "seconds"), {"changed": asked.luck.chance(CHANGED, "changed")}


def terminal(asked: Asked) -> tuple[int, dict[str, Any]]:
    """The terminal shows it at once, unless it is down; the visit is in vain if the employee has set out by then."""
    luck, almanac = asked.luck, asked.view.almanac
    down = luck.chance(TERMINAL_DOWN, "down")
    seconds = luck.integer(3600, 7200, "down for") if down else luck.integer(5, 120, "seconds")
    start = dt.datetime.fromisoformat(asked.order.about)
    sets_out = almanac.instant(start.date(), start.time()) - dt.timedelta(minutes=luck.integer(5, 25, "on the way"))
    return seconds, {"in_vain": asked.view.now + dt.timedelta(seconds=seconds) >= sets_out}


# What people here now and then try, and the routine refuses.
TEMPTATIONS = (
    mischief.cancel_task,
    mischief.complete_task,
    mischief.create_task,
    mischief.open_case,
    *mischief.deadlines(),
    mischief.by_citizen(mischief.amend_case),
)


@simulated
def describe_behaviour() -> Behaviour:
    """Some 1500 recipients who write, and a staff that reads on working days."""
    demands = [
        Demand(f"{ROUTINE}.{stream}", rate, message(name), weekdays=WEEK, hours=HOURS) for stream, rate, name in ROWS
    ]
    change = visit_message("Endring og avlysning av avtale")
    demands.append(Demand(f"{ROUTINE}.change", 40.0, change, weekdays=WEEK, hours=HOURS))
    demands.append(Demand(f"{ROUTINE}.information", 20.0, information))
    services = {
        "handle_message": Service(9.0),
        "finish_message": Service(25.0, 0.8),
        "untaken_message": Service(4.0),
    }
    outside = {"worklist": work_list, "handheld": terminal}
    return Behaviour(ROUTINE, tuple(demands), services, WORK, outside, temptations=TEMPTATIONS)
