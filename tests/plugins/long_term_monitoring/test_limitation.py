"""Limitation: the law's rows, the last review day, the list of what lapses soon (MON-14)."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.commands import ChangeStatus, CompleteTask, ExtendDeadline
from saksgang.errors import InputRefused, Refused
from saksgang.events import HandlingFailed
from saksgang.legaltime import Rule
from saksgang_long_term_monitoring.claims import claims_of
from saksgang_long_term_monitoring.law import ROWS, rule_in_force
from saksgang_long_term_monitoring.limitation import lapses, last_review_day, months_before
from saksgang_long_term_monitoring.names import MONITORED
from saksgang_long_term_monitoring.overruling import overrule_in
from tests.plugins.long_term_monitoring.bench import ALMANAC, Bench, claim

TWO_YEARS_OLD = claim(due="2024-04-01")  # lapses on 1 April 2027, last review day 1 December 2026


@pytest.mark.parametrize(
    ("row", "day"),
    [
        (claim(due="2024-04-01"), "2027-04-01"),
        (claim(due="2023-11-01"), "2026-11-02"),  # 1 November 2026 is a Sunday
        (claim(due="2022-05-17"), "2025-05-19"),  # 17 May 2025 is a holiday and a Saturday
        (claim(due="2024-02-29"), "2027-03-01"),  # clamped to Sunday 28 February 2027
        (claim(basis="tvangsgrunnlag", due="2024-04-01"), "2034-04-03"),  # a Saturday
        (claim(due="2020-01-01", limitation_from="2024-04-02"), "2027-04-02"),
    ],
)
def test_mon_14_three_years_ten_with_an_enforcement_basis(row: dict[str, object], day: str) -> None:
    """Foreldelsesloven §§ 2, 21 and 29, by hand."""
    assert lapses(claims_of({"claims": [row]})[0], ALMANAC).isoformat() == day


@pytest.mark.parametrize(
    ("day", "before"), [("2027-04-01", "2026-12-01"), ("2027-06-30", "2027-02-28"), ("2028-06-30", "2028-02-29")]
)
def test_mon_14_four_months_before_is_clamped(day: str, before: str) -> None:
    """The same day number, or the last of February."""
    assert months_before(dt.date.fromisoformat(day), 4).isoformat() == before


def test_mon_14_the_earliest_open_claim_counts() -> None:
    """A settled one does not, a stopped one does."""
    claims = claims_of(
        {"claims": [claim(due="2024-01-10", state="paid"), TWO_YEARS_OLD | {"stop": True}, claim(due="2025-01-10")]}
    )

    assert last_review_day(claims, 4, ALMANAC) == dt.date(2026, 12, 1)
    assert last_review_day(claims[:1], 4, ALMANAC) is None


def test_mon_14_a_review_on_the_last_day_is_allowed_and_a_day_later_is_not(office: Bench) -> None:
    """To the day: 2 September less the three months that are left."""
    case = office.up(TWO_YEARS_OLD)
    with pytest.raises(Refused, match=r"2026-12-02.*2026-12-01.*MON-14"):
        office.save(case, months=3)
    office.clock.time -= dt.timedelta(days=1)
    office.save(case, months=3)

    assert office.dates(case) == ["2026-12-01 06:00"]


def test_mon_14_it_is_overruled_with_a_reason(office: Bench) -> None:
    """A blank is no reason; the reason stands in the note."""
    case = office.up(TWO_YEARS_OLD)
    with pytest.raises(Refused, match="MON-14"):
        office.save(case, months=3, overrule="  ")
    office.save(case, months=3, overrule="Utlegg er begjært.")

    assert office.dates(case) == ["2026-12-02 06:00"]
    assert "Overstyrt foreldelsesfrist: Utlegg er begjært." in office.view.notes(case)[0].text


def test_mon_14_the_first_interval_and_an_extension_are_held_to_it_too(office: Bench) -> None:
    """Each can be overruled in its reason."""
    case = office.opened(claim(due="2023-11-01"))
    with pytest.raises(Refused, match="MON-14"):
        office.do(ChangeStatus(case, MONITORED, "venter"))
    office.do(ChangeStatus(case, MONITORED, "Overstyrt: forliksklage er sendt"))
    review = office.deadline(case).id
    with pytest.raises(Refused, match="MON-14"):
        office.do(ExtendDeadline(review, "due", "1 day", "venter"))
    office.do(ExtendDeadline(review, "due", "1 day", "overstyrt: venter på dom"))

    assert office.dates(case) == ["2026-09-03 06:00"]


@pytest.mark.parametrize(
    ("reason", "overrule"),
    [("overstyrt: ja visst", "ja visst"), ("  OVERSTYRT:x", "x"), ("overstyrt:", ""), ("ikke overstyrt: x", "")],
)
def test_mon_14_what_counts_as_an_overrule(reason: str, overrule: str) -> None:
    """It begins with the word and has a reason after it."""
    assert overrule_in(reason) == overrule


def test_mon_14_an_open_claim_is_listed_four_months_before(office: Bench) -> None:
    """Monitored or not, once, with the day on which it lapses; one that is settled is not."""
    case = office.opened(TWO_YEARS_OLD, claim("F-2", due="2024-04-01", state="paid"))
    office.wait_until("2026-12-01 05:59")
    assert office.tasks(case, "limitation_soon") == []
    office.wait_until("2027-03-01 06:01")

    (task,) = office.tasks(case, "limitation_soon")
    assert (task.about, task.owner, task.facts["lapses"]) == ("F-1", "gro", "2027-04-01")
    assert ALMANAC.local(task.created).date() == dt.date(2026, 12, 1)


def test_mon_14_a_claim_that_comes_in_too_late_is_listed_at_once(office: Bench) -> None:
    """The day for it is over already."""
    case = office.opened(claim(due="2023-04-03"))
    office.wait_until("2026-03-02 09:01")

    assert office.task(case, "limitation_soon").facts["lapses"] == "2026-04-07"  # Good Friday, Easter


def test_mon_14_interrupting_limitation_ends_the_task_and_sets_the_new_day(office: Bench) -> None:
    """By the act, not by ticking it off."""
    case = office.opened(TWO_YEARS_OLD)
    office.wait_until("2026-12-02 09:00")
    task = office.task(case, "limitation_soon").id
    with pytest.raises(Refused, match=r"limitation_from.*MON-14"):
        office.do(CompleteTask(task, "interrupted"))
    office.claims(case, TWO_YEARS_OLD | {"basis": "tvangsgrunnlag", "limitation_from": "2026-11-30"})

    assert (office.view.task(task).outcome, office.view.task(task).done_by) == ("interrupted", "gro")
    assert office.dates(case, "limitation") == ["2036-08-01 06:00"]  # lapses on Monday 1 December 2036


def test_mon_14_once_listed_its_reminder_is_over_and_is_not_ended_again(office: Bench) -> None:
    """What is written down of a listed claim goes through as of any other."""
    case = office.opened(TWO_YEARS_OLD)
    office.wait_until("2026-12-02 09:00")
    office.claims(case, TWO_YEARS_OLD | {"limitation_from": "2026-11-30"})

    assert [each.targets[0].state for each in office.view.deadlines(case)] == ["missed", "running"]
    assert office.all(HandlingFailed) == []


def test_mon_14_a_review_of_a_case_with_nothing_at_stake_may_come_at_any_time(office: Bench) -> None:
    """Its claims are settled, and nobody has closed it yet."""
    case = office.opened(claim(due="2023-04-03"))
    office.claims(case, claim(due="2023-04-03", state="paid"), actor="system:finance")
    office.do(ChangeStatus(case, MONITORED))

    assert office.dates(case) == ["2026-09-02 06:00"]


def test_mon_14_a_claim_is_given_up_for_a_reason(office: Bench) -> None:
    """Without one the task stays."""
    case = office.opened(TWO_YEARS_OLD)
    office.wait_until("2026-12-02 09:00")
    task = office.task(case, "limitation_soon").id
    with pytest.raises(Refused, match="MON-14"):
        office.do(CompleteTask(task, "left to lapse"))

    office.do(CompleteTask(task, "left to lapse", facts={"reason": "Dødsbo."}))
    assert office.view.task(task).state == "done"


def test_mon_14_a_settled_claim_is_listed_no_more(office: Bench) -> None:
    """Neither its reminder nor its task stays."""
    case = office.opened(TWO_YEARS_OLD, claim("F-2", due="2025-04-01"))
    office.wait_until("2026-12-02 09:00")
    office.claims(
        case, TWO_YEARS_OLD | {"state": "paid"}, claim("F-2", due="2025-04-01", state="paid"), actor="system:finance"
    )

    assert office.dates(case, "limitation") == []
    assert [task.state for task in office.tasks(case, "limitation_soon")] == ["cancelled"]


def test_mon_14_every_row_of_the_law_has_its_source() -> None:
    """A value without a source is no law, and a day before all rows is not guessed."""
    assert all(row.source and row.status == "official" and str(Rule.parse(row.value)) == row.value for row in ROWS)
    with pytest.raises(InputRefused, match=r"rules\.toml"):
        rule_in_force("limitation_faktura", dt.date(1979, 12, 31))
