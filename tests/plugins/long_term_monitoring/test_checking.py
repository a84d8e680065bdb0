"""The finance system and the stop per claim (MON-05)."""

from __future__ import annotations

from typing import Any

import pytest

from saksgang.commands import AmendCase, AskService, ChangeStatus, CompleteTask, ReportServiceAnswer
from saksgang.errors import Refused
from saksgang.events import HandlingFailed, ServiceAsked
from saksgang_long_term_monitoring.claims import claims_of
from saksgang_long_term_monitoring.form import review_form
from saksgang_long_term_monitoring.names import CLOSED, MONITORED
from tests.plugins.long_term_monitoring.bench import Bench, claim

PAID = {"found": "paid"}
NO_AMOUNTS: list[dict[str, Any]] = [{}, {"amount": -1}, {"amount": 0}, {"amount": True}, {"amount": "5000"}]


def asked(office: Bench) -> list[Any]:
    return [event.facts["claims"] for event in office.all(ServiceAsked)]


def test_mon_05_each_month_all_monitored_claims_are_asked_about_but_for_the_stopped(office: Bench) -> None:
    """An active case is not; the stop is per claim; a settled claim is not."""
    first = office.monitored(claim(), claim("F-2", stop=True), claim("F-3", state="paid"))
    second = office.monitored(claim("F-4"))
    office.opened(claim("F-5"))
    office.monitored(claim("F-6", stop=True))
    office.wait_until("2026-04-02 06:01")

    assert asked(office) == [{first: ["F-1"], second: ["F-4"]}]
    office.wait_until("2026-05-02 06:01")
    assert asked(office)[1:] == [{first: ["F-1"], second: ["F-4"]}]


def test_mon_05_a_case_that_comes_up_is_asked_about_again(office: Bench) -> None:
    """So that the review stands on today's figures."""
    case = office.up(claim(), claim("F-2", stop=True))
    on_case = [event for event in office.all(ServiceAsked) if event.case == case]

    assert [event.facts["claims"] for event in on_case] == [{case: ["F-1"]}]
    assert on_case[0].about == office.task(case, "review").about


def test_mon_05_what_is_found_shows_on_the_case_and_in_the_review(office: Bench) -> None:
    """Changed by the monthly round, credited when the case came up."""
    case = office.monitored(claim(), claim("F-2"))
    office.wait_until("2026-04-02 06:01")
    office.told("long_term_monitoring/request-1", {case: {"F-1": {"found": "changed", "amount": 20_000}}})
    office.wait_until("2026-09-02 06:01")
    assert office.task(case, "review").facts["total"] == 70_000
    office.told(f"{case}/request-1", {case: {"F-2": {"found": "credited"}}})

    form = review_form(office.view, case)
    assert [(row["amount"], row["state"], row["finance"]["on"]) for row in form.claims] == [
        (20_000, "open", "2026-04-02"),
        (50_000, "credited", "2026-09-02"),
    ]
    assert form.total == 20_000


def test_mon_05_what_is_told_of_a_claim_stopped_meanwhile_changes_nothing(office: Bench) -> None:
    """The stop counts from when it was set, also for an answer under way."""
    case = office.monitored()
    office.wait_until("2026-04-02 06:01")
    office.claims(case, claim(stop=True))
    office.told("long_term_monitoring/request-1", {case: {"F-1": {"found": "paid"}}})

    assert [each.state for each in claims_of(office.case(case).facts)] == ["open"]


def test_mon_05_a_claim_that_stands_as_it_stood_is_no_news(office: Bench) -> None:
    """The case says when something was found last, not when somebody looked."""
    case = office.monitored(claim(), claim("F-2"))
    office.wait_until("2026-04-02 06:01")
    office.told("long_term_monitoring/request-1", {case: {"F-1": {"found": "unchanged"}, "F-2": PAID}})

    assert office.case(case).facts["finance"] == {"F-2": {"found": "paid", "on": "2026-04-02"}}


def test_mon_05_what_is_told_of_a_claim_that_is_paid_already_changes_nothing(office: Bench) -> None:
    """An older answer that comes late does not open the claim again, nor change what it was about."""
    case = office.monitored(claim(), claim("F-2"))
    office.wait_until("2026-04-02 06:01")
    office.claims(case, claim(state="paid"), claim("F-2"), actor="system:finance")
    office.told("long_term_monitoring/request-1", {case: {"F-1": {"found": "changed", "amount": 1}}})

    assert [(each.state, each.amount) for each in claims_of(office.case(case).facts)] == [
        ("paid", 50_000),
        ("open", 50_000),
    ]


def test_mon_05_the_last_claim_settled_asks_to_close_and_closes_nothing(office: Bench) -> None:
    """The cycle goes on until a person closes the case."""
    case = office.monitored()
    office.wait_until("2026-04-02 06:01")
    with pytest.raises(Refused, match=r"F-1.*MON-05"):
        office.do(ChangeStatus(case, CLOSED))
    office.told("long_term_monitoring/request-1", {case: {"F-1": {"found": "paid"}}})

    assert office.case(case).status == MONITORED
    assert office.dates(case) == ["2026-09-02 06:00"]
    assert office.task(case, "close_case").owner == "gro"
    office.do(ChangeStatus(case, CLOSED))
    assert (office.dates(case), office.dates(case, "limitation")) == ([], [])


def test_mon_05_an_answer_about_a_closed_case_is_passed_over(office: Bench) -> None:
    """It comes late and does no harm."""
    case = office.monitored()
    office.wait_until("2026-04-02 06:01")
    office.claims(case, claim(state="paid"), actor="system:finance")
    office.do(ChangeStatus(case, CLOSED))
    office.told("long_term_monitoring/request-1", {case: {"F-1": {"found": "credited"}}})

    assert office.all(HandlingFailed) == []


NONSENSE = [
    {},
    {"found": []},
    {"found": {"GJE-2026-00001": "paid"}},
    {"found": {"GJE-2026-00001": {"F-1": "paid"}}},
    {"found": {"GJE-2026-00001": {"F-1": {}}}},
    {"found": {"GJE-2026-00001": {"F-1": {"found": "gone"}}}},
    {"found": {"GJE-2026-00001": {"F-1": {"found": ["paid"]}}}},
    *({"found": {"GJE-2026-00001": {"F-1": {"found": "changed", **more}}}} for more in NO_AMOUNTS),
]


@pytest.mark.parametrize("facts", NONSENSE)
def test_mon_05_an_answer_that_cannot_be_is_somebodys_task_and_changes_nothing(
    office: Bench, facts: dict[str, Any]
) -> None:
    """No routine fails at it, and the next answer counts again."""
    case = office.monitored()
    office.wait_until("2026-04-02 06:01")
    office.do(ReportServiceAnswer("long_term_monitoring/request-1", facts), "system:finance")

    (told,) = office.view.unfinished("long_term_monitoring", "finance_unclear")
    assert (told.about, told.role) == ("long_term_monitoring/request-1", "innfordrer")
    assert office.all(HandlingFailed) == []
    assert [(each.state, each.amount) for each in claims_of(office.case(case).facts)] == [("open", 50_000)]
    office.do(CompleteTask(told.id, "looked into"))
    office.wait_until("2026-05-04 06:01")
    office.told("long_term_monitoring/request-2", {case: {"F-1": {"found": "paid"}}})
    assert [each.state for each in claims_of(office.case(case).facts)] == ["paid"]


def test_mon_05_an_unclear_answer_on_a_case_is_told_to_its_caseworker(office: Bench) -> None:
    """Who asked about one case sees it there; of a closed case nobody is told."""
    case = office.monitored()
    office.do(AskService("finance", case, facts={"claims": {case: ["F-1"]}}))
    office.do(ReportServiceAnswer(f"{case}/request-1", {"found": 3}), "system:finance")
    assert office.task(case, "finance_unclear").owner == "gro"

    office.do(AskService("finance", case, facts={"claims": {case: ["F-1"]}}))
    office.claims(case, claim(state="paid"), actor="system:finance")
    office.do(ChangeStatus(case, CLOSED))
    office.do(ReportServiceAnswer(f"{case}/request-2", {}), "system:finance")
    assert [task.state for task in office.tasks(case, "finance_unclear")] == ["cancelled"]


def test_mon_05_a_case_or_claim_that_nobody_knows_is_told_and_the_rest_is_taken(office: Bench) -> None:
    """One number too many takes nothing from the others; the task names what is not here."""
    case = office.monitored()
    office.wait_until("2026-04-02 06:01")
    office.told(
        "long_term_monitoring/request-1",
        {"GJE-2020-99999": {"F-9": PAID}, case: {"F-1": PAID, "F-77": PAID}, "long_term_monitoring": {}},
    )

    (told,) = office.view.unfinished("long_term_monitoring", "finance_unclear")
    assert told.facts["unknown"] == ["GJE-2020-99999", "long_term_monitoring", f"{case} F-77"]
    assert office.all(HandlingFailed) == []
    assert [each.state for each in claims_of(office.case(case).facts)] == ["paid"]


def test_mon_05_an_unknown_claim_of_a_case_asked_about_alone_is_told_there(office: Bench) -> None:
    """To its caseworker; what is said of a closed case is passed over."""
    case = office.monitored()
    office.do(AskService("finance", case, facts={"claims": {case: ["F-1"]}}))
    office.told(f"{case}/request-1", {case: {"F-77": PAID}})
    assert office.task(case, "finance_unclear").owner == "gro"

    office.wait_until("2026-04-02 06:01")
    office.claims(case, claim(state="paid"), actor="system:finance")
    office.do(ChangeStatus(case, CLOSED))
    office.told("long_term_monitoring/request-1", {case: {"F-78": PAID}})
    assert office.view.unfinished("long_term_monitoring", "finance_unclear") == []


@pytest.mark.parametrize("rows", [[claim(amount=1)], [claim(state="paid")], [claim("F-9")], [claim(what="Annet")]])
def test_mon_05_amount_and_state_are_not_a_persons_to_change(office: Bench, rows: list[dict[str, Any]]) -> None:
    """Nor may a claim vanish."""
    case = office.monitored()

    with pytest.raises(Refused, match="MON-05"):
        office.do(AmendCase(case, {"claims": rows}))
    with pytest.raises(Refused, match="MON-05"):
        office.do(AmendCase(case, {"finance": {}}))


def test_mon_05_nobody_asks_about_a_stopped_claim_by_hand(office: Bench) -> None:
    """Nor about another case; an open claim may be asked about at any time."""
    case = office.monitored(claim(), claim("F-2", stop=True))
    others = office.opened()
    wrong: tuple[object, ...] = (
        {case: ["F-2"]},
        {"GJE-2026-00009": ["F-1"]},
        {case: ["F-1"], others: ["F-1"]},
        {case: []},
        {case: {"F-1": "paid"}},
        {},
        [case],
    )
    for claims in wrong:
        with pytest.raises(Refused, match="MON-05"):
            office.do(AskService("finance", case, facts={"claims": claims}))
    with pytest.raises(Refused, match="name the case to ask about"):
        office.do(AskService("finance", routine="long_term_monitoring", facts={"claims": {case: ["F-2"]}}))
    with pytest.raises(Refused, match="GJE-2026-00099"):
        office.do(AskService("finance", "GJE-2026-00099", facts={"claims": {"GJE-2026-00099": ["F-1"]}}))
    with pytest.raises(Refused, match="bank"):
        office.do(AskService("bank", case))

    office.do(AskService("finance", case, facts={"claims": {case: ["F-1"]}}))
    assert [order.facts for order in office.finance.orders] == [{"claims": {case: ["F-1"]}}]
