"""With whom a task area lies on a day (REG-07, REG-08)."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang_contact_registration.remit import ROWS, outside, outside_on


@pytest.mark.parametrize(
    ("area", "first"),
    [
        ("boligstøtte", dt.date(2013, 3, 1)),
        ("international pension", dt.date(2013, 6, 1)),
        ("fleksydelse", dt.date(2015, 5, 1)),
        ("international sygesikring", dt.date(2015, 5, 1)),
        ("andet hos Udbetaling Danmark", dt.date(2015, 5, 1)),
    ],
)
def test_reg_08_udbetaling_danmarks_list_is_dated(area: str, first: dt.date) -> None:
    """From its first day on, and not the day before."""
    row = outside_on(area, first)

    assert row is not None
    assert row.authority == "Udbetaling Danmark"
    assert outside_on(area, first - dt.timedelta(days=1)) is None


def test_reg_08_in_the_memos_counting_week_five_areas_had_gone_over() -> None:
    """October 2013: the five first ones and international pensions."""
    rows = [row.area for row in outside(dt.date(2013, 10, 21)) if row.authority == "Udbetaling Danmark"]

    assert len(rows) == 6
    assert "fleksydelse" not in rows


def test_every_row_has_its_source_and_status() -> None:
    """Nothing is fixed without saying where from; no area stands twice."""
    assert all(row.source and row.status in ("official", "derived", "projected") for row in ROWS)
    assert len({row.area for row in ROWS}) == len(ROWS)
