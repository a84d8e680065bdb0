"""On the last bank day: payment, postings and specification, month by month (BEN-23, BEN-24)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saksgang.commands import (
    BY_DISTRIBUTION,
    AmendCase,
    Answer,
    AskService,
    ChangeStatus,
    CreateTask,
    DraftLetter,
    StartDeadline,
)
from saksgang.deciding import Decisions
from saksgang.errors import InputRefused
from saksgang.events import CaseAmended, DeadlineMissed, ServiceAnswered, TaskCompleted
from saksgang.journal.record import Recorded
from saksgang.records import Case
from saksgang.view import View
from saksgang_benefits.calculation import Calculation
from saksgang_benefits.closing import settled, stopped, to_come, unpaid, untold
from saksgang_benefits.deciding_cases import PAYMENT
from saksgang_benefits.households import paid_months
from saksgang_benefits.letter_fields import specification_fields
from saksgang_benefits.looking import settings_of
from saksgang_benefits.money import plain
from saksgang_benefits.months import first_day, month_of
from saksgang_benefits.names import REGISTERS, SINGLE, UNCLEAR
from saksgang_benefits.postings import posting_key, postings
from saksgang_benefits.reckoning import calculation_of
from saksgang_benefits.registers import unclear
from saksgang_benefits.supplementing import held, hold, reported

__all__ = ["ANSWERS", "end_single", "keep_receipt", "order_payment", "pay", "pay_again", "tell_of_rejection"]


NOT_CLOSED = "Ophørsmåneden er forbi, og sagen er ikke afsluttet."


def pay(event: DeadlineMissed, _recorded: Recorded, view: View) -> list[Answer]:
    """The payment day of a case: each month that is due and free is paid, and the next day is set (BEN-23)."""
    if event.kind != "payment":
        return []
    case, this_month = view.case(event.case), month_of(view.today)
    due = unpaid(case, this_month)
    silent = [answer for month in _unanswered(case) for answer in unclear(case.number, month, view)]
    answers = silent + [answer for month in due for answer in _pay_month(case, month, view)]
    paid = {name for each in answers if isinstance(each.command, AmendCase) for name in each.command.facts}
    left = any(f"payment/{month}" not in paid for month in due)
    if stopped(case, this_month):
        answers += _no_amount(case.number, str(case.facts["stop_month"]), NOT_CLOSED, view)
    if left or to_come(case, this_month):
        answers.append(Answer(StartDeadline("payment", case.number, {"due": PAYMENT}), "BEN-23"))
    return answers


def _unanswered(case: Case) -> list[str]:
    """The months that were ordered on an earlier day and of which the payment service has said nothing since."""
    payments: dict[str, Any] = {month: case.facts[f"payment/{month}"] for month in paid_months(case.facts)}
    return [month for month, payment in payments.items() if payment["state"] == "ordered"]


def _pay_month(case: Case, month: str, view: View) -> list[Answer]:
    if held(case, month):
        return hold(case, month, view)
    found = calculation_of(case, month, view)
    shown = Answer(AmendCase(case.number, {f"calculation/{month}": found.facts()}), "BEN-16")
    try:
        payment = order_payment(case, found, view)
    except InputRefused as refused:
        return [shown, *_no_amount(case.number, month, str(refused), view)]
    keep = Answer(AmendCase(case.number, {f"payment/{month}": payment}), "BEN-23")
    return [shown, keep] if payment["state"] != "ordered" else [shown, keep, *_sent(case, payment, found, view)]


def order_payment(case: Case, found: Calculation, view: View) -> dict[str, Any]:
    """The payment of a month as the case keeps it, with its postings (BEN-23, BEN-24).

    Raises:
        InputRefused: there is no amount, or no account to post it to.
    """
    if found.obstacle:
        raise InputRefused(found.obstacle)
    due = found.amount > 0
    key = posting_key(case.type, case.facts)
    shown = found.facts()
    return {
        "month": found.month,
        "amount": plain(found.amount),
        "paid_on": f"{view.today}",
        "state": "ordered" if due else "nothing to pay",
        "status": shown["status"],
        "mark": shown["mark"],
        "payslip": reported(case.facts, found.month),
        "postings": postings(key, found.amount, first_day(found.month)) if due else [],
    }


def _no_amount(case: str, month: str, why: str, view: View) -> list[Answer]:
    if view.unfinished(case, "no_amount", about=month):
        return []
    task = CreateTask("no_amount", case, about=month, owner=BY_DISTRIBUTION, facts={"obstacle": why})
    return [Answer(task, "BEN-16")]


def _sent(case: Case, payment: Mapping[str, Any], found: Calculation, view: View) -> list[Answer]:
    fields = specification_fields(case, payment, found.facts(), settings_of(view).unit)
    return [
        _ordered(case, payment),
        Answer(DraftLetter(case.number, "udbetalingsspecifikation", case.party, fields), "BEN-23"),
    ]


def _ordered(case: Case, payment: Mapping[str, Any]) -> Answer:
    facts = {name: payment[name] for name in ("amount", "paid_on", "postings")}
    return Answer(
        AskService("betaling", case.number, about=payment["month"], facts={"to": case.party, **facts}), "BEN-23"
    )


def keep_receipt(event: ServiceAnswered, _recorded: Recorded, view: View) -> list[Answer]:
    """The payment service took the order, or did not; where it says neither, somebody is to find out (BEN-23)."""
    if event.service != "betaling":
        return []
    accepted = event.facts.get("accepted")
    if not isinstance(accepted, bool):
        return unclear(event.case, event.about, view)
    return [_now(event.case, event.about, "paid" if accepted else "rejected", view)]


def tell_of_rejection(event: ServiceAnswered, _recorded: Recorded, _view: View) -> list[Answer]:
    """Money that did not go out is somebody's task (BEN-23)."""
    if event.service != "betaling" or event.facts.get("accepted") is not False:
        return []
    facts = {"reason": str(event.facts.get("reason", ""))}
    task = CreateTask("payment_rejected", event.case, about=event.about, owner=BY_DISTRIBUTION, facts=facts)
    return [Answer(task, "BEN-23")]


def pay_again(event: TaskCompleted, _recorded: Recorded, view: View) -> list[Answer]:
    """A rejected payment is ordered again, or was seen to otherwise, as was one of which nothing was clear (BEN-23)."""
    unclear_month = event.kind == UNCLEAR and event.about not in REGISTERS
    if event.kind != "payment_rejected" and not unclear_month:
        return []
    if event.outcome == "looked into":
        never_left: dict[str, Any] = {} if unclear_month else {"postings": []}
        return [_now(event.case, event.about, "settled by hand", view, **never_left)]
    case, today = view.case(event.case), f"{view.today}"
    payment: Any = case.facts[f"payment/{event.about}"]
    again = _ordered(case, {**payment, "paid_on": today})
    return [_now(event.case, event.about, "ordered", view, paid_on=today), again]


def _now(case: str, month: str, state: str, view: View, **changes: Any) -> Answer:  # noqa: ANN401 - facts of all kinds
    payment: Any = view.case(case).facts[f"payment/{month}"]
    return Answer(AmendCase(case, {f"payment/{month}": {**payment, "state": state, **changes}}), "BEN-23")


def end_single(event: CaseAmended | TaskCompleted, _recorded: Recorded, view: View) -> list[Answer]:
    """A single benefit was paid and its decision told, so that its case has nothing more to come (BEN-19, BEN-23)."""
    if isinstance(event, TaskCompleted) and event.kind != "decision_letter":
        return []
    case = view.case(event.case)
    if case.type != SINGLE or case.status != "bevilget" or untold(case, view) or not settled(case):
        return []
    return [Answer(ChangeStatus(case.number, "afsluttet", "enkeltydelsen er udbetalt"), "BEN-23")]


ANSWERS: Decisions = {
    DeadlineMissed: [pay],
    ServiceAnswered: [keep_receipt, tell_of_rejection],
    TaskCompleted: [pay_again, end_single],
    CaseAmended: [end_single],
}
