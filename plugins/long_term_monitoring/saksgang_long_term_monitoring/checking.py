"""The check against the finance system: who is asked when, and what its answer does (MON-05)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from attrs import evolve

from saksgang.commands import AmendCase, Answer, AskService, CreateTask, StartDeadline
from saksgang.deciding import Decisions
from saksgang.events import DeadlineMissed, ServiceAnswered, StatusChanged
from saksgang.journal.record import Recorded
from saksgang.records import Case
from saksgang.view import View
from saksgang_long_term_monitoring.claims import CREDITED, PAID, Claim, as_row, claims_of, to_ask
from saksgang_long_term_monitoring.looking import debt_case, morning, settings_of
from saksgang_long_term_monitoring.names import FINANCE, MONITORED, ROUTINE

__all__ = [
    "ANSWERS",
    "ask_at_review",
    "ask_everybody",
    "begin_checks",
    "changed_claim",
    "take_answer",
    "usable",
]

# An office answers one event with 200 others at the most: so many cases in a request, so many requests in a round.
CASES = 25
REQUESTS = 150
CHANGED, UNCHANGED = "changed", "unchanged"


def begin_checks(event: StatusChanged, _recorded: Recorded, view: View) -> list[Answer]:
    """With the first monitored case the recurring check begins; it goes on by itself (MON-05)."""
    begins = event.new == MONITORED and not view.running(ROUTINE, "finance_check")
    return [_next_round(view)] if begins else []


def ask_at_review(event: DeadlineMissed, _recorded: Recorded, view: View) -> list[Answer]:
    """The case comes up, so that the caseworker is to see how things stand today (MON-05)."""
    asked = to_ask(view.case(event.case).facts) if event.kind == "review" else []
    if not asked:
        return []
    facts = {"claims": {event.case: asked}}
    return [Answer(AskService(FINANCE, event.case, about=event.deadline, facts=facts), "MON-05")]


def ask_everybody(event: DeadlineMissed, _recorded: Recorded, view: View) -> list[Answer]:
    """A round: all monitored cases, some in each request, and the next round after that (MON-05)."""
    if event.kind != "finance_check":
        return []
    cases = {case.number: to_ask(case.facts) for case in view.cases_in(ROUTINE, MONITORED)}
    asked = {number: claims for number, claims in cases.items() if claims}
    size = max(CASES, math.ceil(len(asked) / REQUESTS))
    requests = [
        Answer(AskService(FINANCE, routine=ROUTINE, about=f"{view.today}/{n}", facts={"claims": portion}), "MON-05")
        for n, portion in enumerate(_portions(asked, size), 1)
    ]
    return [*requests, _next_round(view)]


def take_answer(event: ServiceAnswered, _recorded: Recorded, view: View) -> list[Answer]:
    """What was found shows on the case; a claim that was stopped or settled meanwhile is left as it is (MON-05).

    Of an answer that cannot be read nothing is taken; of one that names what nobody knows here the rest is. Somebody
    is told of either.
    """
    if not usable(event.facts):
        return _unclear(event, view)
    found = event.facts["found"]
    cases = {number: case for number in found if (case := debt_case(view, number)) is not None}
    changes = [(number, _facts_after(view, case, found[number])) for number, case in cases.items()]
    strange = _unknown(found, cases)
    return [
        *(Answer(AmendCase(number, facts), "MON-05") for number, facts in changes if facts),
        *(_unclear(event, view, unknown=strange) if strange else []),
    ]


def changed_claim(claim: Claim, told: Mapping[str, Any]) -> Claim:
    """A claim after what the finance system found, which was seen to be usable."""
    if told["found"] == UNCHANGED:
        return claim
    return evolve(claim, amount=told["amount"]) if told["found"] == CHANGED else evolve(claim, state=told["found"])


def _unclear(event: ServiceAnswered, view: View, **facts: list[str]) -> list[Answer]:
    case = view.case(event.case) if event.case else None
    if case is None:
        return [Answer(CreateTask("finance_unclear", routine=ROUTINE, about=event.request, facts=facts), "MON-05")]
    told = CreateTask("finance_unclear", case.number, about=event.request, owner=case.responsible, facts=facts)
    return [] if case.ended else [Answer(told, "MON-05")]


def _unknown(found: Mapping[str, Mapping[str, Any]], cases: Mapping[str, Case]) -> list[str]:
    """The cases that are not here, and the claims that their case has not; of a closed case nobody asks any more."""
    strange = [number for number in found if number not in cases]
    for number, case in cases.items():
        known = {claim.id for claim in claims_of(case.facts)}
        strange += [f"{number} {claim}" for claim in found[number] if claim not in known and not case.ended]
    return strange


def usable(facts: Mapping[str, Any]) -> bool:
    """Whether all of an answer can be read: cases, in each of them claims, of each claim what was found."""
    found = facts.get("found")
    cases = list(found.values()) if isinstance(found, dict) else [None]
    rows = [row for case in cases if isinstance(case, dict) for row in case.values()]
    if not all(isinstance(table, dict) for table in (*cases, *rows)):
        return False
    return all(_can_be(row) for row in rows)


def _can_be(told: Mapping[str, Any]) -> bool:
    found, amount = told.get("found"), told.get("amount")
    if found == CHANGED:
        return isinstance(amount, int) and not isinstance(amount, bool) and amount > 0
    return found in (PAID, CREDITED, UNCHANGED)


def _facts_after(view: View, case: Case, told: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    if case.ended:
        return {}
    before = {claim.id: claim for claim in claims_of(case.facts)}
    fit = {key: row for key, row in told.items() if key in before and before[key].open and not before[key].stop}
    after = {key: changed_claim(before[key], row) for key, row in fit.items()}
    news = {key: {**fit[key], "on": view.today.isoformat()} for key, claim in after.items() if claim != before[key]}
    if not news:
        return {}
    known = case.facts.get("finance", {})
    assert isinstance(known, dict)
    return {"claims": [as_row(claim) for claim in (before | after).values()], "finance": {**known, **news}}


def _next_round(view: View) -> Answer:
    targets = {"due": str(settings_of(view).finance_check)}
    start = morning(view, view.today)
    return Answer(StartDeadline("finance_check", "", targets, start=start, routine=ROUTINE), "MON-05")


def _portions(asked: Mapping[str, list[str]], size: int) -> Iterator[dict[str, list[str]]]:
    rows = iter(asked.items())
    while portion := dict(islice(rows, size)):
        yield portion


ANSWERS: Decisions = {
    StatusChanged: [begin_checks],
    DeadlineMissed: [ask_at_review, ask_everybody],
    ServiceAnswered: [take_answer],
}
