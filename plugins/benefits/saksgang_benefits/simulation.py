"""How citizens, registers and the staff of a benefits office behave in a simulation (SIM-03, SIM-04).

All figures are assumptions of a plausible municipality, not statistics; a scenario can set its own.
"""

from __future__ import annotations

from operator import attrgetter

from saksgang.commands import ChangeStatus, Command, RecordContact, SubmitDocument, TakeTask, WriteNote
from saksgang.records import Case, StaffMember
from saksgang.view import View
from saksgang.worklists import find_by_number, saved_search
from saksgang_benefits.haendelser import ROWS
from saksgang_benefits.household import NOT_YET, availability
from saksgang_benefits.looking import letters_from
from saksgang_benefits.matters import waits_for
from saksgang_benefits.months import month_of, months
from saksgang_benefits.names import CASEWORKER, DEATH, DOCUMENTATION, EVENT, PAYSLIP, PAYSLIPS, ROUTINE, SPOUSE_EVENT
from saksgang_benefits.reckoning import is_supplementary
from saksgang_benefits.searches import PAYSLIPS_FOUND
from saksgang_benefits.simulated_applicants import application, single_beside, spouses_application
from saksgang_benefits.simulated_registers import OUTSIDE
from saksgang_benefits.simulated_work import WORK
from saksgang_sim import mischief
from saksgang_sim.behaviour import Behaviour, Demand, Occasion, Service
from saksgang_sim.hookspecs import simulated
from saksgang_sim.luck import Luck

__all__ = ["describe_behaviour"]

Act = tuple[str, Command] | None
INFORMING = ("modtaget", "under oplysning")
WORKING_HOURS = {8: 1.0, 9: 1.0, 10: 1.0, 11: 1.0, 12: 1.0, 13: 1.0, 14: 1.0}
PAYSLIP_DAY = 20
ASKED_THEMSELVES = 25
LOOKED_AT = 50
LATE = 0.15
FORGETS = 0.1
FORGETS_AGAIN = 0.4
WISH = "Borger ringer og ønsker sagen afsluttet på grund af ændrede arbejdsforhold."
SPOUSE_COMES = 0.75


def _cases(view: View, *statuses: str) -> list[Case]:
    """The cases in those statuses, oldest first, as those in one status are anyway."""
    cases = view.cases_in(ROUTINE, *statuses)
    return cases if len(statuses) == 1 else sorted(cases, key=attrgetter("opened", "number"))


def _one(cases: list[Case], occasion: Occasion) -> Case | None:
    return cases[occasion.luck.integer(0, len(cases) - 1, "case")] if cases else None


def _in_turn(cases: list[Case], first: int, most: int) -> list[Case]:
    """So many at the most, from the first that is meant on and then from the beginning."""
    return (cases[first : first + most] + cases[:first])[:most]


def _here(view: View, role: str) -> list[StaffMember]:
    return [person for person in view.staff() if role in person.roles and view.here(person.id)]


def documentation(occasion: Occasion, view: View) -> Act:
    """Somebody who was asked for documentation uploads it."""
    asked = [case for case in _cases(view, *INFORMING) if _asked_for_documents(case, view)]
    case = _one([case for case in asked if not _uploaded(case, view)], occasion)
    if case is None:
        return None
    command = SubmitDocument(
        ROUTINE,
        case.party,
        case.party,
        DOCUMENTATION,
        channel="self-service",
        facts={"matter": "dokumentation"},
        personal_number=case.personal_number,
    )
    return case.party, command


def _asked_for_documents(case: Case, view: View) -> bool:
    return any(DOCUMENTATION in waits_for(each.body) for each in letters_from(view, case.number, "anmodning"))


def _uploaded(case: Case, view: View) -> bool:
    return any(task.kind == "review_document" for task in view.tasks(case.number))


def spouse_registers(occasion: Occasion, view: View) -> Act:
    """A spouse who was asked to registers on Jobnet, which tells the office; some never do."""
    cases = [case for case in _cases(view, *INFORMING) if availability(case.facts) == NOT_YET]
    asked = [case for case in cases if letters_from(view, case.number, "anmodning")]
    case = _one([case for case in asked if _comes(case, occasion)], occasion)
    if case is None:
        return None
    return _told("service:jobnet", case, SPOUSE_EVENT, view)


def other_event(occasion: Occasion, view: View) -> Act:
    """The population register tells of a move, a marriage or a child."""
    case = _one(_cases(view, *INFORMING, "bevilget"), occasion)
    others = {row.name: 1.0 for row in ROWS if row.name not in (SPOUSE_EVENT, DEATH)}
    return _told("service:folkeregister", case, occasion.luck.choice(others, "event"), view) if case else None


def _told(service: str, case: Case, event: str, view: View) -> Act:
    command = SubmitDocument(
        ROUTINE,
        service,
        case.party,
        EVENT,
        channel="self-service",
        facts={"event": event, "date": f"{view.today}"},
        personal_number=case.personal_number,
    )
    return service, command


def _comes(case: Case, occasion: Occasion) -> bool:
    # By the spouse's own id, so that who will not register stays one who will not.
    return occasion.population.find(str(case.facts["spouse"])).birth.day <= 31 * SPOUSE_COMES


def payslip(occasion: Occasion, view: View) -> Act:
    """A spouse uploads the oldest payslip that is still missing, towards the end of its month or late."""
    paid = _cases(view, "bevilget", "afsluttet")
    first = occasion.luck.integer(0, max(len(paid) - 1, 0), "case")
    in_turn = _in_turn(paid, first, ASKED_THEMSELVES)
    lacking = next(((case, month) for case in in_turn for month in _lacking(case, occasion, view)), None)
    if lacking is None or occasion.luck.chance(LATE, "late"):
        return None
    case, month = lacking
    spouse = str(case.facts["spouse"])
    hours = occasion.luck.integer(60, 110, "hours")
    command = SubmitDocument(
        ROUTINE,
        spouse,
        case.party,
        PAYSLIP,
        channel="self-service",
        facts={"month": month, "person": "spouse", "pay": f"{hours * 155}.50", "hours": f"{hours}"},
        personal_number=case.personal_number,
    )
    return spouse, command


def _lacking(case: Case, occasion: Occasion, view: View) -> list[str]:
    """The first month that waits for a payslip which nobody has uploaded yet."""
    decision: object = case.facts.get("decision")
    if not is_supplementary(case) or not isinstance(decision, dict):
        return []
    this_month = month_of(view.today)
    last = min(this_month, str(case.facts.get("stop_month") or this_month))
    wanted = [month for month in months(str(decision["from_month"]), last) if f"income/{month}" not in case.facts]
    due = [month for month in wanted if month < this_month or view.today.day >= PAYSLIP_DAY]
    if not due:
        return []
    known = {view.document(task.about).facts.get("month") for task in view.unfinished(case.number, "payslip")}
    return [month for month in due if month not in known and not _forgotten(case, month, occasion, view)][:1]


def _forgotten(case: Case, month: str, occasion: Occasion, view: View) -> bool:
    """Some payslips are forgotten until the office reminds of them, and some again after that."""
    luck = Luck(occasion.population.seed, "benefits", case.number, month)
    if not luck.chance(FORGETS, "forgets"):
        return False
    reminded = sum(task.about == month and task.state == "done" for task in view.tasks(case.number))
    return all(luck.chance(FORGETS_AGAIN, "forgets again", f"{number}") for number in range(reminded))


def search_payslips(_occasion: Occasion, view: View) -> Act:
    """Whoever is responsible for payslips runs the saved search and takes the first that is somebody else's."""
    colleagues = _here(view, PAYSLIPS)
    if not colleagues:
        return None
    mine = {person.id for person in colleagues}
    found = [row for row in saved_search(view, PAYSLIPS_FOUND) if row.owner not in mine]
    return (f"staff:{colleagues[0].id}", TakeTask(found[0].id)) if found else None


def call(occasion: Occasion, view: View) -> Act:
    """A citizen calls, and whoever answers finds the case by the CPR number (BEN-25)."""
    case, staff = _one(_cases(view, "under oplysning", "bevilget"), occasion), _here(view, CASEWORKER)
    if case is None or not staff:
        return None
    person = staff[occasion.luck.integer(0, len(staff) - 1, "who answers")]
    found = [row for row in find_by_number(view, case.personal_number) if row.routine == ROUTINE]
    contact = RecordContact(ROUTINE, case.party, "in", "telephone", "status", case=found[-1].id)
    return f"staff:{person.id}", contact


def stop_call(occasion: Occasion, view: View) -> Act:
    """A citizen has found work and calls; the caseworker of the case writes it down (BEN-26)."""
    case = _one([case for case in _cases(view, "bevilget") if view.here(case.responsible)], occasion)
    return (f"staff:{case.responsible}", WriteNote(case.number, WISH)) if case else None


def stop_case(occasion: Occasion, view: View) -> Act:
    """The caseworker closes the case of whoever called today, out of those that are looked at (BEN-26)."""
    granted = _cases(view, "bevilget")
    first = occasion.luck.integer(0, max(len(granted) - 1, 0), "case")
    for case in _in_turn(granted, first, LOOKED_AT):
        for note in view.notes_of_today(case.number):
            if note.text == WISH:
                return f"staff:{note.author}", ChangeStatus(case.number, "afsluttet", "borger har fået arbejde")
    return None


# What people here now and then try, and the routine refuses.
TEMPTATIONS = (
    mischief.cancel_task,
    mischief.open_case,
    mischief.print_letter,
    *mischief.deadlines(extend=False),
    mischief.by_citizen(mischief.amend_case),
    mischief.by_citizen(mischief.complete_task),
    mischief.by_citizen(mischief.create_task),
)


@simulated
def describe_behaviour() -> Behaviour:
    """Applicants of a town of 20,000, their registers and a benefits office of a handful of people."""
    demands = (
        Demand("benefits.application", 6.0, application),
        Demand("benefits.spouses_application", 0.4, spouses_application),
        Demand("benefits.single_beside", 1.0, single_beside),
        Demand("benefits.documentation", 6.5, documentation, weekdays=(1, 1, 1, 1, 1, 0.5, 0.5)),
        Demand("benefits.spouse_registers", 1.5, spouse_registers),
        Demand("benefits.other_event", 0.7, other_event),
        Demand("benefits.payslip", 40.0, payslip, weekdays=(1, 1, 1, 1, 1, 0.5, 0.5)),
        Demand("benefits.search_payslips", 60.0, search_payslips, hours=WORKING_HOURS),
        Demand("benefits.call", 4.0, call, hours=WORKING_HOURS),
        Demand("benefits.stop_call", 2.0, stop_call, hours=WORKING_HOURS),
        Demand("benefits.stop_case", 50.0, stop_case, hours=WORKING_HOURS),
    )
    services = {
        "create_case": Service(15.0),
        "handle_application": Service(45.0),
        "review_document": Service(20.0),
        **{row.name: Service(10.0) for row in ROWS},
        "follow_up": Service(15.0),
        "decide": Service(30.0),
        "decision_letter": Service(15.0),
        "undelivered_letter": Service(10.0),
        "payslip": Service(12.0),
        "payment_held": Service(15.0),
        "payment_rejected": Service(10.0),
        "no_amount": Service(10.0),
        "unclear_answer": Service(10.0),
    }
    return Behaviour(ROUTINE, demands, services, WORK, OUTSIDE, money=("betaling",), temptations=TEMPTATIONS)
