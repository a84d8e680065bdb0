"""Dates of claims: written in one way, and none a slip that would hide a claim from everybody (MON-08, MON-14)."""

from __future__ import annotations

from typing import Any

import pytest

from saksgang.commands import AmendCase
from saksgang.errors import Refused
from saksgang.events import CaseOpened, HandlingFailed
from saksgang_long_term_monitoring.claims import claims_of
from saksgang_long_term_monitoring.names import ACTIVE, ROUTINE
from tests.plugins.long_term_monitoring.bench import Bench, claim

OLD = claim(due="2024-04-01")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"due": "20260331"}, r"due is no date such as 2026-03-31"),
        ({"due": "2026-W14-2"}, r"due is no date"),
        ({"limitation_from": "20260201"}, r"limitation_from is no date"),
        ({"due": "2030-01-01"}, r"F-1 falls due on 2030-01-01, more than 3 years ahead"),
        ({"due": "2199-06-01"}, r"more than 3 years ahead"),
        ({"due": "9999-12-31"}, r"more than 3 years ahead"),
        ({"limitation_from": "2062-02-28"}, r"F-1 counts from 2062-02-28, which is still to come"),
        ({"limitation_from": "2026-03-03"}, r"counts from 2026-03-03"),
    ],
)
def test_mon_08_a_claim_with_an_impossible_date_does_not_come_in(
    office: Bench, changes: dict[str, Any], told: str
) -> None:
    """Its limitation would never be watched: it is refused while somebody can still look it up."""
    with pytest.raises(Refused, match=f"{told}.*MON-08"):
        office.opened(claim(**changes))
    assert office.all(HandlingFailed) == []


def test_mon_08_a_claim_that_is_not_due_yet_comes_in(office: Bench) -> None:
    """Limitation counts from its due day then, and a finding about it can be written down."""
    rows = (claim(due="2026-06-01", limitation_from="2026-06-01"), claim("F-2", due="2029-12-31"))
    case = office.monitored(*rows)
    office.wait_until("2026-04-02 06:01")
    office.told("long_term_monitoring/request-1", {case: {"F-2": {"found": "changed", "amount": 1}}})

    assert [each.amount for each in claims_of(office.case(case).facts)] == [50_000, 1]


@pytest.mark.parametrize("day", ["2062-02-28", "2026-03-03"])
def test_mon_14_limitation_is_not_interrupted_on_a_day_to_come(office: Bench, day: str) -> None:
    """2062 for 2026 would move the warning by 36 years; what is over today, or is today, may be said."""
    case = office.opened(OLD)
    with pytest.raises(Refused, match=rf"F-1 counts from {day}, which is still to come.*MON-14"):
        office.claims(case, OLD | {"limitation_from": day})
    assert office.dates(case, "limitation") == ["2026-12-01 06:00"]

    office.claims(case, OLD | {"limitation_from": "2026-03-02"})
    assert office.dates(case, "limitation") == ["2028-11-02 06:00"]


def test_mon_14_the_finance_system_adds_no_claim_with_an_impossible_date(office: Bench) -> None:
    """Nor does anybody else who may add one."""
    case = office.opened(OLD)

    with pytest.raises(Refused, match=r"F-2 falls due on 2098-12-01.*MON-14"):
        office.do(AmendCase(case, {"claims": [OLD, claim("F-2", due="2098-12-01")]}), "system:finance")


def test_mon_05_an_old_slip_does_not_keep_out_what_finance_finds(office: Bench) -> None:
    """A journal from before these dates were looked at goes on; only what changes is looked at."""
    case, slip = "GJE-2026-00001", OLD | {"limitation_from": "2062-02-28"}
    came_in = CaseOpened(ROUTINE, case, "Gjeldssak", "citizen:1", "", ACTIVE, {"claims": [slip]})
    office.office.record(came_in, "system:finance")

    office.claims(case, slip | {"stop": True})
    assert claims_of(office.case(case).facts)[0].stop
