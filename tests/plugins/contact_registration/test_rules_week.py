"""What is counted at all (REG-13)."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang_contact_registration.rules_week import in_the_week
from tests.plugins.contact_registration.bench import ground, reg


@pytest.mark.parametrize(("day", "counts"), [(4, False), (5, True), (9, True), (10, False)])
def test_reg_13_the_week_has_a_first_and_a_last_day(day: int, counts: bool) -> None:
    """Both days count, those around them do not."""
    when = dt.date(2026, 10, day)

    assert (in_the_week(reg(day=when), ground(today=when)) is None) == counts


def test_reg_13_a_contact_is_not_to_come() -> None:
    """On Tuesday nothing of Wednesday is registered."""
    assert "to come" in str(in_the_week(reg(day=dt.date(2026, 10, 7)), ground()))


def test_reg_13_late_registration_ends() -> None:
    """Until 16 October; what was offered and waits may be later, so that no contact is lost."""
    late, too_late = dt.date(2026, 10, 16), dt.date(2026, 10, 17)

    assert in_the_week(reg(), ground(today=late)) is None
    assert "counted up" in str(in_the_week(reg(), ground(today=too_late)))
    assert in_the_week(reg(), ground(today=too_late, offered=True)) is None


def test_reg_13_only_departments_that_take_part() -> None:
    """Any other is refused with those that do."""
    assert "borgerservice, jobcenter" in str(in_the_week(reg(department="skole"), ground()))
