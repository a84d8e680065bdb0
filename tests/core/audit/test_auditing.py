"""A whole log: counted, the worst first, and misspelt names told."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.audit import Audit, Entry, audit, rule_of
from saksgang.errors import InputRefused
from tests.core.audit.logs import NORWAY, entries, local


def audited(*rules: str, log: list[Entry], until: dt.datetime | None = None) -> Audit:
    """The audit of a log by these rules."""
    return audit(log, [rule_of(rule) for rule in rules], NORWAY, until)


LOG = [
    *entries("A 2026-03-02", "B 2026-03-10", case="late"),
    *entries("A 2026-03-02", case="never"),
    *entries("A 2026-03-02", "B 2026-03-09", case="a day late"),
    *entries("A 2026-03-02", "B 2026-03-05", "Other 2026-04-01", case="in time"),
    *entries("A 2026-03-30", case="recent"),
]


def test_a_log_is_counted_case_by_case() -> None:
    """All that there is of it, up to its last entry."""
    result = audited("A -> B within 6 days", log=LOG)
    (finding,) = result.findings

    assert (result.entries, result.cases) == (9, 5)
    assert (result.since, result.until) == (local("2026-03-02"), local("2026-04-01"))
    assert finding.counts == {"held": 1, "broken": 3, "open": 1}
    assert (finding.judged, finding.share) == (4, 0.25)


def test_the_worst_come_first() -> None:
    """What never came is as late as the log goes on."""
    (finding,) = audited("A -> B within 6 days", log=LOG).findings

    assert [(each.case, each.told) for each in finding.worst] == [
        ("never", "it never came"),
        ("late", "2 days late"),
        ("a day late", "1 day late"),
    ]


def test_of_many_a_hundred_are_kept_and_all_are_counted() -> None:
    """The worst hundred of a thousand."""
    log = [
        each
        for n in range(1000)
        for each in entries("A 2020-01-01", f"B {dt.date(2020, 1, 3) + dt.timedelta(days=n)}", case=str(n))
    ]
    (finding,) = audited("A -> B within 1 day", log=log).findings

    assert finding.counts["broken"] == 1000
    assert [each.case for each in finding.worst] == [str(n) for n in range(999, 899, -1)]


def test_a_log_may_tell_more_than_its_last_entry() -> None:
    """Up to a day on which nothing happened."""
    (finding,) = audited("A -> B within 6 days", log=LOG, until=local("2026-05-01")).findings

    assert finding.counts["open"] == 0


def test_entries_in_any_order_are_the_same_log() -> None:
    """They are sorted by time, those of one time by their place."""
    assert audited("A -> B within 6 days", log=LOG[::-1]).findings == audited("A -> B within 6 days", log=LOG).findings


def test_what_came_first_is_what_has_the_earlier_time() -> None:
    """Wherever it stands in the file."""
    log = entries("A 2026-03-05", "B 2026-03-03", "A 2026-03-01")
    (finding,) = audited("never B before A", log=log).findings

    assert finding.counts == {"held": 1}


def test_a_name_that_the_log_does_not_have_is_told() -> None:
    """With the nearest that it has; else everything would be broken, or nothing judged, by a slip of the pen."""
    log = entries("Received 2026-03-02", "Replied 2026-03-03")
    (finding,) = audited("Recieved -> Repl* within 1 day unless Gone", log=log).findings

    assert finding.hints == (
        "The log has no activity 'Recieved'; did you mean 'Received'?",
        "The log has no activity 'Gone'.",
    )
    assert finding.share is None


def test_cor_22_a_log_of_nothing_is_refused() -> None:
    """It would hold whatever is asked."""
    with pytest.raises(InputRefused, match="no entry of any case"):
        audited("at most 1 A", log=[])


def test_cor_22_a_column_that_the_log_does_not_have_is_refused() -> None:
    """A deadline in it would never be judged."""
    with pytest.raises(InputRefused, match="no column 'Frist'"):
        audited("A -> B by Frist", log=LOG)
