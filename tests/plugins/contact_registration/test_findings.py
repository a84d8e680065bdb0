"""What the check of a municipality's file says about the settings (REG-07, REG-13, REG-14)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve, frozen

from saksgang.configuration import Section
from saksgang_contact_registration.rows import Area, Department, Source
from tests.plugins.contact_registration.bench import SETTINGS


@frozen
class Town:
    """A municipality with two sections."""

    sections: tuple[Section, ...] = (Section("borgerservice", "Borgerservice"), Section("jobcenter", "Jobcenter"))


def test_sound_settings_find_nothing() -> None:
    """Those of the bench."""
    assert SETTINGS.findings(Town()) == ()


def test_reg_13_a_counting_week_may_be_a_day() -> None:
    """Its first day is its last."""
    assert evolve(SETTINGS, last_day=SETTINGS.first_day).findings(Town()) == ()


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"last_day": dt.date(2026, 10, 4)}, "last_day"),
        ({"departments": (*SETTINGS.departments, Department("skole"))}, "departments[2].section"),
        ({"departments": (*SETTINGS.departments, Department("jobcenter"))}, "departments[2].section"),
        ({"areas": (*SETTINGS.areas, Area("boligstøtte", "jobcenter"))}, "areas[4].name"),
        ({"areas": (*SETTINGS.areas, Area("flytning", "jobcenter"))}, "areas[4].name"),
        ({"areas": (*SETTINGS.areas, Area("veje", "teknik"))}, "areas[4].department"),
        ({"sources": (Source("x", "flytning", "teknik"),)}, "sources[0].department"),
        ({"sources": (Source("x", "veje", "jobcenter"),)}, "sources[0].area"),
        ({"sources": (Source("x", "flytning", "jobcenter", type="klage"),)}, "sources[0].type"),
        ({"singly_at_most": 0}, "singly_at_most"),
    ],
)
def test_each_fault_is_found_at_its_key(changes: dict[str, Any], key: str) -> None:
    """One finding, which refuses and says what to do."""
    (finding,) = evolve(SETTINGS, **changes).findings(Town())

    assert finding.key == key
    assert finding.refuses
    assert finding.suggestion.endswith(".")


def test_without_departments_nobody_registers() -> None:
    """Everything that names one is told too."""
    keys = [finding.key for finding in evolve(SETTINGS, departments=()).findings(Town())]

    assert keys[0] == "departments"
