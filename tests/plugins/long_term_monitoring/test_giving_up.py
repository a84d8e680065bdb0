"""Claims that were given up or have lapsed, and how a case with nothing but such claims ends (MON-05, MON-14)."""

from __future__ import annotations

from typing import Any

import pytest

from saksgang.commands import ChangeStatus, CompleteTask
from saksgang.errors import Refused
from saksgang_long_term_monitoring.names import CLOSED, MONITORED
from tests.plugins.long_term_monitoring.bench import Bench, claim

# Lapses on 1 June 2026; the day four months before is over when the office opens, so that it is listed at once.
OLD = claim("A", due="2023-06-01")


def listed(office: Bench, *claims: dict[str, Any]) -> str:
    """A case whose claim A is listed as lapsing soon."""
    case = office.opened(*claims)
    office.wait_until("2026-03-02 09:01")
    return case


def give_up(office: Bench, case: str) -> None:
    """The claim is left to lapse, for a reason."""
    office.do(CompleteTask(office.task(case, "limitation_soon").id, "left to lapse", facts={"reason": "Dødsbo."}))


def test_mon_14_a_claim_given_up_holds_no_review_back(office: Bench) -> None:
    """Somebody has said why; to say it again at each review would teach people to overrule."""
    case = listed(office, OLD, claim("B", due="2025-06-01"))
    give_up(office, case)
    office.do(ChangeStatus(case, MONITORED))
    office.wait_until("2026-09-02 09:00")

    assert office.task(case, "review").facts["latest"] == "2028-02-01"
    with pytest.raises(Refused, match=r"2028-03-02.*2028-02-01: B lapses \(foreldes\) on 2028-06-01\. .*MON-14"):
        office.save(case, months=18)
    office.save(case, months=16)
    assert office.dates(case) == ["2028-01-02 06:00"]


def test_mon_14_a_lapsed_claim_holds_no_review_back_but_stays_on_the_list(office: Bench) -> None:
    """No review can save it; that nobody has answered for it is seen at its task, not at each date."""
    case = listed(office, OLD, claim("B", due="2025-06-01"))
    office.wait_until("2026-06-01 23:00")
    with pytest.raises(Refused, match=r"A lapses \(foreldes\) on 2026-06-01"):
        office.do(ChangeStatus(case, MONITORED))
    office.wait_until("2026-06-02 09:00")
    office.do(ChangeStatus(case, MONITORED))

    assert office.dates(case) == ["2026-12-02 06:00"]
    assert office.task(case, "limitation_soon").about == "A"


def test_mon_14_a_refusal_names_every_claim_that_is_too_late(office: Bench) -> None:
    """Who overrules for one knows that the others are in it."""
    case = listed(office, OLD, claim("B", due="2023-09-01"), claim("C", due="2025-06-01"))

    with pytest.raises(Refused, match=r"A lapses \(foreldes\) on 2026-06-01, B lapses \(foreldes\) on 2026-09-01\. "):
        office.do(ChangeStatus(case, MONITORED))


def test_mon_05_when_the_last_claim_is_given_up_the_case_can_be_closed(office: Bench) -> None:
    """A task says so, and a caseworker ends it; a claim that lapsed is given up as well as one that has not yet."""
    case = listed(office, OLD)
    office.wait_until("2026-07-01 09:00")
    with pytest.raises(Refused, match=r"open: A\. .*limitation_soon.*MON-05"):
        office.do(ChangeStatus(case, CLOSED))
    give_up(office, case)

    assert office.task(case, "close_case").owner == "gro"
    office.do(ChangeStatus(case, CLOSED))
    assert [task.state for task in office.tasks(case, "close_case")] == ["done"]


def test_mon_05_a_claim_given_up_leaves_the_others_owed(office: Bench) -> None:
    """Then nobody is asked to close the case, until the last of them is settled."""
    case = listed(office, OLD, claim("B"))
    give_up(office, case)
    assert office.tasks(case, "close_case") == []
    with pytest.raises(Refused, match=r"open: B\. "):
        office.do(ChangeStatus(case, CLOSED))
    office.claims(case, OLD, claim("B", state="paid"), actor="system:finance")

    office.do(ChangeStatus(case, CLOSED))
    assert [task.state for task in office.tasks(case, "close_case")] == ["done"]


def test_mon_14_a_claim_that_is_saved_after_all_counts_again(office: Bench) -> None:
    """It was given up for a day on which it does not lapse any more, and nobody is to close the case."""
    case = listed(office, OLD)
    give_up(office, case)
    office.claims(case, OLD | {"limitation_from": "2026-03-02"})

    assert [task.state for task in office.tasks(case, "close_case")] == ["cancelled"]
    with pytest.raises(Refused, match="MON-05"):
        office.do(ChangeStatus(case, CLOSED))
    office.do(ChangeStatus(case, MONITORED))
    office.wait_until("2026-09-02 09:00")
    assert office.task(case, "review").facts["latest"] == "2028-11-02"


def test_mon_05_a_claim_that_comes_in_later_ends_the_task_to_close(office: Bench) -> None:
    """Nobody could do it; settled again, the case asks again."""
    case, paid = office.monitored(), claim(state="paid")
    office.claims(case, paid, actor="system:finance")
    office.claims(case, paid, claim("F-2"), actor="system:finance")
    assert [task.state for task in office.tasks(case, "close_case")] == ["cancelled"]
    office.claims(case, paid, claim("F-2", state="credited"), actor="system:finance")

    assert office.task(case, "close_case").owner == "gro"
