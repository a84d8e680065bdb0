"""What is refused about cases: their import, their status, their claims (MON-01, MON-02, MON-05, MON-08, MON-14)."""

from __future__ import annotations

from collections.abc import Sequence

from saksgang.commands import AmendCase, AskService, ChangeStatus, ExtendDeadline, OpenCase
from saksgang.deciding import Vets
from saksgang.declarations import listed
from saksgang.legaltime import Rule, due
from saksgang.records import Case
from saksgang.view import View
from saksgang_long_term_monitoring.claims import Claim, claim_faults, claims_of, date_faults, to_ask
from saksgang_long_term_monitoring.looking import no_caseworker, settings_of
from saksgang_long_term_monitoring.names import CLOSED, FINANCE, MONITORED, ROUTINE
from saksgang_long_term_monitoring.noting import next_day
from saksgang_long_term_monitoring.overruling import OVERRULE, overrule_in, too_late
from saksgang_long_term_monitoring.owing import GIVEN_UP, owed

__all__ = [
    "VETS",
    "amend_case",
    "ask_service",
    "change_status",
    "extend_deadline",
    "imported_before",
    "open_case",
    "still_owed",
]

SAYING = f'begin the field reason with "{OVERRULE}"'


def open_case(command: OpenCase, _actor: str, view: View) -> str | None:
    """A case comes once, with claims that can be read, and names a caseworker of the office or nobody (MON-08)."""
    faults = list(claim_faults(command.facts.get("claims")))
    faults = faults or list(date_faults(claims_of(command.facts), view.today))
    to = command.facts.get("responsible", "")
    if to and view.member(to) is None:
        faults.append(f"responsible {to!r} is not on the staff")
    return f"MON-08: The case cannot be imported: {'; '.join(faults)}." if faults else imported_before(command, view)


def imported_before(command: OpenCase, view: View) -> str | None:
    """A list that is handed over again opens no second case for the same claims of the same debtor (MON-08)."""
    before = _cases_of(command.party, view)
    if not before:
        return None
    known = {claim.id: case.number for case in before for claim in claims_of(case.facts)}
    again = [claim.id for claim in claims_of(command.facts) if claim.id in known]
    if not again:
        return None
    places = listed(f"{claim} on case {known[claim]}" for claim in again)
    return (
        f"MON-08: These claims came in before, and no other case was opened for them: {places}; hand over only what is "
        "new, or nothing where all of it is known."
    )


def _cases_of(party: str, view: View) -> list[Case]:
    return [case for case in view.cases_of_party(party) if case.routine == ROUTINE]


def change_status(command: ChangeStatus, actor: str, view: View) -> str | None:
    """A caseworker chooses; no review may be too late, and nothing is closed on which something is owed."""
    wrong = no_caseworker(actor, view, "MON-01", "choose what a case offers")
    case = _case(view, command.case)
    if wrong or case is None or case.status == command.to:
        return wrong
    if command.to == MONITORED:
        day = next_day(view, str(settings_of(view).first_interval))
        return too_late(view, case, day, overrule_in(command.reason), SAYING)
    return still_owed(view, case) if command.to == CLOSED else None


def still_owed(view: View, case: Case) -> str | None:
    """A case is closed when each of its claims is paid, credited or given up for a reason (MON-05, MON-14)."""
    claims = [claim.id for claim in owed(view, case)]
    if not claims:
        return None
    return (
        f"MON-05: Case {case.number} cannot be closed while these claims are open: {listed(claims)}. One that lapses "
        f"is given up by its task limitation_soon, with the outcome {GIVEN_UP!r} and a reason."
    )


def amend_case(command: AmendCase, actor: str, view: View) -> str | None:
    """People set the stop, the basis and where limitation counts from; all else comes from finance (MON-05)."""
    case, rows = _case(view, command.case), command.facts.get("claims")
    if "finance" in command.facts:
        return "MON-05: What the finance system found is written by its answer; leave the field finance out."
    if case is None or rows is None:
        return None
    faults = list(claim_faults(rows))
    if faults:
        return f"MON-05: The claims of case {case.number} cannot be read: {'; '.join(faults)}."
    before, after = claims_of(case.facts), claims_of(command.facts)
    return _not_by_hand(before, after, case, actor) or _impossible_dates(before, after, case, view)


def ask_service(command: AskService, actor: str, view: View) -> str | None:
    """A claim with a stop is not asked about, whoever asks; a person asks about one case (MON-05)."""
    case = _case(view, command.case)
    wrong = no_caseworker(actor, view, "MON-05", "ask the finance system")
    if wrong or command.service != FINANCE:
        return wrong
    if case is None:
        return None if command.case else "MON-05: The check of all cases goes by itself; name the case to ask about."
    named = command.facts.get("claims", {})
    asked = named.get(case.number) if isinstance(named, dict) and list(named) == [case.number] else None
    may = to_ask(case.facts)
    if isinstance(asked, list) and asked and all(claim in may for claim in asked):
        return None
    return (
        f"MON-05: Name claims of case {case.number} that are open and not on stop (stopp mot økonomisystem), which "
        f"are: {listed(may)}; write facts as claims = {{ {case.number} = [...] }}."
    )


def extend_deadline(command: ExtendDeadline, actor: str, view: View) -> str | None:
    """A caseworker extends a review as they judge, within the last review day; other deadlines are not theirs."""
    try:
        deadline = view.deadline(command.deadline)
    except KeyError:
        return None
    if deadline.kind != "review":
        return f"MON-04: Deadline {deadline.id} ({deadline.kind}) is set by law or setting; only a review is extended."
    wrong = no_caseworker(actor, view, "MON-04", "extend a review")
    target = deadline.target(command.target)
    if wrong or target is None:
        return wrong
    day = view.almanac.today(due(target.due, Rule.parse(command.by), view.almanac))
    return too_late(view, view.case(deadline.case), day, overrule_in(command.reason), SAYING)


def _case(view: View, number: str) -> Case | None:
    try:
        return view.case(number)
    except KeyError:
        return None


def _not_by_hand(before: Sequence[Claim], after: Sequence[Claim], case: Case, actor: str) -> str | None:
    missing = [claim.id for claim in before if claim.id not in {each.id for each in after}]
    if missing:
        return f"MON-05: Claims do not vanish from case {case.number}: {listed(missing)} must stay; they are settled."
    if not actor.startswith("staff:") or [_told(claim) for claim in before] == [_told(claim) for claim in after]:
        return None
    return (
        "MON-05: What a claim is, its amount and whether it is paid come from the finance system; change only stop, "
        "basis and limitation_from."
    )


def _impossible_dates(before: Sequence[Claim], after: Sequence[Claim], case: Case, view: View) -> str | None:
    """Only the dates that change are looked at: an old slip must not stand in the way of what finance tells."""
    known = {(claim.id, claim.due, claim.limitation_from) for claim in before}
    changed = [claim for claim in after if (claim.id, claim.due, claim.limitation_from) not in known]
    faults = "; ".join(date_faults(changed, view.today))
    return f"MON-14: The dates of case {case.number} cannot be: {faults}." if faults else None


def _told(claim: Claim) -> tuple[object, ...]:
    return claim.id, claim.what, claim.amount, claim.due, claim.state


VETS: Vets = {
    OpenCase: open_case,
    ChangeStatus: change_status,
    AmendCase: amend_case,
    AskService: ask_service,
    ExtendDeadline: extend_deadline,
}
