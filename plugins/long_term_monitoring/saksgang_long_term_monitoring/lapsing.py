"""Claims that lapse soon are listed in time, one reminder for each claim (MON-14)."""

from __future__ import annotations

import datetime as dt

from saksgang.commands import Answer, CancelDeadline, CancelTask, CompleteTask, CreateTask, StartDeadline
from saksgang.deciding import Decisions
from saksgang.events import CaseAmended, CaseOpened, DeadlineMissed
from saksgang.journal.record import Recorded
from saksgang.records import Case, Deadline
from saksgang.view import View
from saksgang_long_term_monitoring.claims import Claim, claims_of
from saksgang_long_term_monitoring.limitation import lapses, warned
from saksgang_long_term_monitoring.looking import morning, settings_of

__all__ = ["ANSWERS", "list_in_time", "watch_claims", "watch_claims_anew"]

DAY = dt.timedelta(days=1)
LAST_MINUTE = dt.time(23, 59)


def watch_claims(event: CaseOpened, _recorded: Recorded, view: View) -> list[Answer]:
    """Each open claim gets its reminder when the case comes in, monitored or not (MON-14)."""
    case = view.case(event.case)
    return [_reminder(view, case, claim) for claim in claims_of(case.facts) if claim.open]


def watch_claims_anew(event: CaseAmended, recorded: Recorded, view: View) -> list[Answer]:
    """Limitation was interrupted, or the claim is settled: the reminder follows (MON-14)."""
    if "claims" not in event.facts:
        return []
    case = view.case(event.case)
    return [answer for claim in claims_of(case.facts) for answer in _anew(view, case, claim, recorded.actor)]


def list_in_time(event: DeadlineMissed, _recorded: Recorded, view: View) -> list[Answer]:
    """So many months before it lapses the claim is put before the caseworker (MON-14)."""
    if event.kind != "limitation":
        return []
    case = view.case(event.case)
    claim = next(claim for claim in claims_of(case.facts) if claim.id == event.about)
    last = lapses(claim, view.almanac)
    task = CreateTask(
        "limitation_soon",
        case.number,
        about=claim.id,
        owner=case.responsible,
        due=view.almanac.instant(last, LAST_MINUTE),
        facts={"claim": claim.id, "amount": claim.amount, "lapses": last.isoformat()},
    )
    return [Answer(task, "MON-14")]


def _anew(view: View, case: Case, claim: Claim, actor: str) -> list[Answer]:
    """Nothing where the reminder stands as it should; else its end and, for an open claim, the new one."""
    last = _last(view, case, claim)
    day = warned(claim, settings_of(view).margin, view.almanac)
    same = last is not None and view.almanac.today(last.targets[0].due) == day
    if claim.open and same:
        return []
    ended = [Answer(CancelDeadline(last.id, "limitation changed"), "MON-14")] if last else []
    tasks = view.unfinished(case.number, "limitation_soon", about=claim.id)
    if not claim.open:
        return [*ended, *(Answer(CancelTask(task.id, f"the claim is {claim.state}"), "MON-14") for task in tasks)]
    by = actor.removeprefix("staff:") if actor.startswith("staff:") else ""
    done = [Answer(CompleteTask(task.id, "interrupted", by=by), "MON-14") for task in tasks]
    return [*ended, *done, _reminder(view, case, claim)]


def _last(view: View, case: Case, claim: Claim) -> Deadline | None:
    mine = [each for each in view.deadlines(case.number) if each.kind == "limitation" and each.about == claim.id]
    return mine[-1] if mine else None


def _reminder(view: View, case: Case, claim: Claim) -> Answer:
    # From the day before, since the day itself was counted backwards; one that is over comes up at once.
    start = morning(view, warned(claim, settings_of(view).margin, view.almanac) - DAY)
    return Answer(StartDeadline("limitation", case.number, {"due": "1 day"}, about=claim.id, start=start), "MON-14")


ANSWERS: Decisions = {
    CaseOpened: [watch_claims],
    CaseAmended: [watch_claims_anew],
    DeadlineMissed: [list_in_time],
}
