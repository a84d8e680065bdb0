"""How the finance system, the debtors and the caseworkers behave in a simulation (SIM-03, SIM-04).

All figures are assumptions of a plausible municipality, not statistics; a scenario can set its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from saksgang.commands import AmendCase, ChangeStatus, Command, ExtendDeadline, OpenCase, ReopenTask
from saksgang.records import Case
from saksgang.view import View
from saksgang_long_term_monitoring.claims import as_row, claims_of
from saksgang_long_term_monitoring.limitation import months_before
from saksgang_long_term_monitoring.names import ACTIVE, CASE_TYPE, MONITORED, ROUTINE, SAKSBEHANDLER
from saksgang_long_term_monitoring.owing import last_day
from saksgang_long_term_monitoring.simulated_figures import FIGURES
from saksgang_long_term_monitoring.simulated_work import FOR_ANSWER, WORK
from saksgang_sim import mischief
from saksgang_sim.behaviour import Asked, Behaviour, Demand, Occasion, Service
from saksgang_sim.hookspecs import simulated
from saksgang_sim.luck import Weights
from saksgang_sim.waiting import left_waiting

__all__ = ["describe_behaviour"]

# The finance system hands its old claims over in January, most of them when the municipality begins with this.
JANUARY = (1.0, *(0.0,) * 11)
JANUARY_AND_FEBRUARY = (6.0, 6.0, *(0.2,) * 10)
LATER_YEARS = 0.1
WHAT = ("Kommunale avgifter", "SFO", "Barnehage", "Husleie", "Hjemmetjenester")
CLAIMS = Weights({1: 7.0, 2: 2.0, 3: 1.0})
ENFORCED = 0.35
STOPPED = 0.06
FOUND = Weights({"unchanged": 97.4, "paid": 1.4, "changed": 0.8, "credited": 0.4})
TRIES = 6
TRIES_TOO_LATE = 0.1
HALF_A_YEAR = 6


def imported(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """The finance system hands a debtor's claims over, and says who is responsible."""
    luck = occasion.luck
    if _began_earlier(occasion, view) and not luck.chance(LATER_YEARS, "in a later year"):
        return None
    person = occasion.population.adult(luck.integer(0, occasion.population.adults - 1, "debtor"))
    number = luck.choice(CLAIMS, "claims")
    staff = [each.id for each in view.staff() if SAKSBEHANDLER in each.roles and not each.gone]
    facts: dict[str, Any] = {
        "claims": [_claim(occasion, view.today, n) for n in range(number)],
        "responsible": staff[luck.integer(0, len(staff) - 1, "responsible")],
    }
    return "system:finance", OpenCase(ROUTINE, CASE_TYPE, person.id, person.number, facts)


def put_under_monitoring(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """A caseworker puts one of the latest cases aside; of those that lapse too soon few, with a reason."""
    case = _one(occasion, view, ACTIVE)
    if case is None or view.running(case.number, "review"):
        return None
    last, reason = last_day(view, case), ""
    if last is not None and months_before(last, HALF_A_YEAR) < view.today:
        if not occasion.luck.chance(TRIES_TOO_LATE, "tries all the same"):
            return None
        reason = "overstyrt: utlegg er begjært" if occasion.luck.chance(0.5, "overrules") else ""
    return _by(case, view, ChangeStatus(case.number, MONITORED, reason))


def lift_monitoring(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """Somebody lifts the monitoring before the review."""
    case = _one(occasion, view, MONITORED)
    return None if case is None else _by(case, view, ChangeStatus(case.number, ACTIVE, "skyldneren har tatt kontakt"))


def extend_review(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """Somebody extends a review that has not come up yet."""
    case = _one(occasion, view, MONITORED)
    dates = view.running(case.number, "review") if case else []
    if case is None or not dates:
        return None
    by = f"{occasion.luck.integer(1, 3, 'months')} months"
    return _by(case, view, ExtendDeadline(dates[0].id, "due", by, "skyldneren er på sykehus"))


def stop_claim(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """Somebody sets or lifts the stop of a claim."""
    case = _one(occasion, view, MONITORED)
    if case is None:
        return None
    rows = [as_row(claim) for claim in claims_of(case.facts)]
    rows[0]["stop"] = not rows[0]["stop"]
    return _by(case, view, AmendCase(case.number, {"claims": rows}))


def answered(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """A debtor has answered, and a review that waited goes on."""
    waiting = left_waiting(view, ROUTINE, FOR_ANSWER)
    if not waiting:
        return None
    task = waiting[occasion.luck.integer(0, len(waiting) - 1, "task")]
    return f"staff:{task.owner}", ReopenTask(task.id, "svaret er kommet")


def finance(asked: Asked) -> tuple[int, dict[str, Any]]:
    """The finance system answers within minutes; of most claims it has nothing new to tell."""
    claims = asked.order.facts.get("claims", {})
    assert isinstance(claims, dict)
    told = {number: _found(asked, number, keys) for number, keys in claims.items() if isinstance(keys, list)}
    found = {number: rows for number, rows in told.items() if rows}
    return asked.luck.integer(20, 300, "seconds"), {"found": found}


def _found(asked: Asked, number: str, keys: Iterable[object]) -> dict[str, dict[str, Any]]:
    told: dict[str, dict[str, Any]] = {}
    amounts = {claim.id: claim.amount for claim in claims_of(asked.view.case(number).facts)}
    for key in map(str, keys):
        found = asked.luck.choice(FOUND, "found", key)
        if found == "changed":
            amount = amounts[key] * asked.luck.integer(20, 130, "share", key) // 100
            told[key] = {"found": found, "amount": max(1, amount)}
        elif found != "unchanged":
            told[key] = {"found": found}
    return told


def _claim(occasion: Occasion, today: dt.date, n: int) -> dict[str, Any]:
    luck, key = occasion.luck, str(n)
    enforced = luck.chance(ENFORCED, "enforced", key)
    age = luck.integer(60, 1500 if enforced else 800, "age", key)
    since = today - dt.timedelta(days=age)
    what = WHAT[luck.integer(0, len(WHAT) - 1, "what", key)]
    row = {
        "id": f"{occasion.key}/{n + 1}",
        "what": f"{what} {since.year}",
        "amount": luck.integer(300_00, 40_000_00, "amount", key),
        "basis": "tvangsgrunnlag" if enforced else "faktura",
        "due": since.isoformat(),
        "stop": luck.chance(STOPPED, "stopped", key),
    }
    return row | ({"limitation_from": (since + dt.timedelta(days=45)).isoformat()} if enforced else {})


def _began_earlier(occasion: Occasion, view: View) -> bool:
    """Whether cases came in the year before; in the first year of a run there was none."""
    if view.today.year == occasion.population.as_of.year:
        return False
    try:
        view.case(f"GJE-{view.today.year - 1}-00001")
    except KeyError:
        return False
    return True


def _one(occasion: Occasion, view: View, status: str) -> Case | None:
    """A case in that status of a caseworker who is here, found in a few tries."""
    here = [each.id for each in view.staff() if SAKSBEHANDLER in each.roles and view.here(each.id)]
    if not here:
        return None
    whose = here[occasion.luck.integer(0, len(here) - 1, "whose")]
    last = view.number_of_cases(whose) - 1
    for n in range(min(TRIES, last + 1)):
        case = view.some_case_of(whose, occasion.luck.integer(0, last, "case", str(n)))
        if case.status == status:
            return case
    return None


def _by(case: Case, view: View, command: Command) -> tuple[str, Command]:
    assert view.member(case.responsible) is not None
    return f"staff:{case.responsible}", command


# What people here now and then try, and the routine refuses.
TEMPTATIONS = (
    mischief.cancel_task,
    mischief.create_task,
    mischief.open_case,
    *mischief.deadlines(extend=False),
    mischief.by_citizen(mischief.complete_task),
)


@simulated
def describe_behaviour() -> Behaviour:
    """A portfolio of old debts that comes in one January, and the few who look after it for years."""
    name = ROUTINE
    demands = (
        Demand(f"{name}.imported", 41.7, imported, months=JANUARY),
        Demand(f"{name}.put_under_monitoring", 60.0, put_under_monitoring, months=JANUARY_AND_FEBRUARY),
        Demand(f"{name}.lift_monitoring", 2.0, lift_monitoring),
        Demand(f"{name}.extend_review", 4.0, extend_review),
        Demand(f"{name}.stop_claim", 3.0, stop_claim),
        Demand(f"{name}.answered", 8.0, answered),
    )
    services = {
        "review": Service(14.0),
        "choose_measure": Service(20.0),
        "limitation_soon": Service(30.0),
        "close_case": Service(5.0),
        "finance_unclear": Service(5.0),
        "work_session": Service(30.0),
        "session_left": Service(3.0),
    }
    return Behaviour(
        name,
        demands,
        services,
        WORK,
        {"finance": finance},
        money=("finance",),
        figures=FIGURES,
        temptations=TEMPTATIONS,
    )
