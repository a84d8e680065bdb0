"""What simulated caseworkers do with each kind of task, by the commands of a person at the desk (SIM-04)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from saksgang.commands import AmendCase, ChangeStatus, CompleteTask, SeeCase, WaitWithTask
from saksgang_long_term_monitoring.claims import as_row, claims_of
from saksgang_long_term_monitoring.limitation import months_before
from saksgang_long_term_monitoring.names import CLOSED
from saksgang_long_term_monitoring.owing import GIVEN_UP, last_day
from saksgang_sim.behaviour import Turn, Work
from saksgang_sim.luck import Weights

__all__ = ["FOR_ANSWER", "WORK"]

FOR_ANSWER = "venter på svar fra skyldneren"
FORGETS_A_POINT = 0.04
WAITS = 0.05
WAKES = 0.12
WAKES_BEFORE_LIMITATION = 0.6
LEFT_TO_LAPSE = 0.25
MONTHS = Weights({6: 6.0, 12: 3.0, 3: 2.0})
MEASURES = Weights(
    {("tiltak", "Betalingsoppfordring"): 5.0, ("tiltak", "Nedbetalingsavtale"): 2.0, ("saksgang", "Utlegg"): 3.0}
)


def review(turn: Turn) -> Work:
    """Tick the points and choose; now and then one is forgotten at first, or the case waits for an answer."""
    yield SeeCase(turn.task.case)
    if not turn.task.reason and turn.luck.chance(WAITS, "waits"):
        yield WaitWithTask(turn.task.id, FOR_ANSWER)
        return
    points = list(map(str, _list(turn.task.facts.get("checklist"))))
    forgotten = 1 if turn.attempt == 1 and turn.luck.chance(FORGETS_A_POINT, "forgets") else 0
    facts: dict[str, Any] = {"ticked": points[forgotten:], "notes": "Ingen endring siden sist."}
    months = turn.luck.choice(MONTHS, "months")
    last = last_day(turn.view, turn.view.case(turn.task.case))
    too_late = last is not None and months_before(last, months) < turn.view.today
    if too_late and turn.attempt > 1:
        yield _near_limitation(turn, facts, months)
    elif turn.luck.chance(WAKES, "wakes"):
        yield CompleteTask(turn.task.id, "wake", facts=facts)
    else:
        yield CompleteTask(turn.task.id, "continue", facts={**facts, "months": months})


def choose_measure(turn: Turn) -> Work:
    """A woken case gets its next procedure or measure."""
    outcome, name = turn.luck.choice(MEASURES, "measure")
    yield CompleteTask(turn.task.id, outcome, facts={"name": name})


def save_claim(turn: Turn) -> Work:
    """An enforcement basis is got in time, or the claim is given up for a reason."""
    if turn.luck.chance(LEFT_TO_LAPSE, "left to lapse"):
        yield CompleteTask(turn.task.id, GIVEN_UP, facts={"reason": "Skyldneren er død uten midler."})
        return
    rows = [as_row(claim) for claim in claims_of(turn.view.case(turn.task.case).facts)]
    got = {"basis": "tvangsgrunnlag", "limitation_from": turn.view.today.isoformat()}
    yield AmendCase(turn.task.case, {"claims": [row | got if row["id"] == turn.task.about else row for row in rows]})


def close(turn: Turn) -> Work:
    """Nothing is owed any more."""
    yield ChangeStatus(turn.task.case, CLOSED, "alle krav er gjort opp")


def ask_finance(turn: Turn) -> Work:
    """Somebody has asked the finance system by telephone; what is so comes with its next answer."""
    yield CompleteTask(turn.task.id, "looked into")


def hold_session(turn: Turn) -> Work:
    """The list has been walked through, as far as it went."""
    yield CompleteTask(turn.task.id, "done")


def see_what_is_left(turn: Turn) -> Work:
    """Somebody has seen what the session left."""
    yield CompleteTask(turn.task.id, "seen")


def _near_limitation(turn: Turn, facts: dict[str, Any], months: int) -> CompleteTask:
    """Refused once: the case is woken so that the claim can be saved, or the date is overruled with a reason."""
    if turn.luck.chance(WAKES_BEFORE_LIMITATION, "wakes before limitation"):
        return CompleteTask(turn.task.id, "wake", facts=facts)
    reason = {"months": months, "overrule": "Utlegg er begjært, svar ventes."}
    return CompleteTask(turn.task.id, "continue", facts=facts | reason)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


WORK: Mapping[str, Callable[[Turn], Work]] = {
    "review": review,
    "choose_measure": choose_measure,
    "limitation_soon": save_claim,
    "close_case": close,
    "finance_unclear": ask_finance,
    "work_session": hold_session,
    "session_left": see_what_is_left,
}
