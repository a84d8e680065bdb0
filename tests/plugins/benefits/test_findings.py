"""What the check of the settings finds."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve, frozen

from saksgang.legaltime import Rule
from saksgang.records import StaffMember
from saksgang_benefits.rows import BirthdayRange
from tests.plugins.benefits.bench import SETTINGS, STAFF


@frozen
class Office:
    staff: tuple[StaffMember, ...] = STAFF


def found(office: Office | None = None, **changes: Any) -> list[tuple[str, bool]]:
    settings = evolve(SETTINGS, **changes)
    return [(finding.key, finding.refuses) for finding in settings.findings(office or Office())]


def test_sound_settings_have_no_findings() -> None:
    """A year that is covered once by caseworkers is fine."""
    assert found() == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"fallback_owner": "piccolo"}, [("fallback_owner", True)]),
        ({"birthdays": (BirthdayRange("01.01", "31.12", "ingen"),)}, [("birthdays[0].owner", True)]),
        ({"birthdays": (BirthdayRange("30.02", "31.12", "karla"),)}, [("birthdays[0].first", True)]),
        (
            {"birthdays": (BirthdayRange("01.01", "30.06", "karla"), BirthdayRange("30.06", "31.12", "viggo"))},
            [("birthdays[1]", True)],
        ),
        ({"birthdays": (BirthdayRange("01.01", "30.06", "karla"),)}, [("birthdays", False)]),
        ({"allow_projected": True}, [("allow_projected", False)]),
        ({"closing_words": ()}, [("closing_words", True)]),
    ],
)
def test_ben_02_each_mistake_is_found(changes: dict[str, Any], expected: list[tuple[str, bool]]) -> None:
    """Overlaps, nobodies and impossible days are refused; gaps and projected rates are told."""
    assert found(**changes) == expected


def test_ben_21_who_deals_with_payslips_is_a_caseworker() -> None:
    """The role for payslips alone could take no task."""
    staff = (*STAFF, StaffMember("otto", "Otto", ("lønsedler",)))

    assert found(Office(staff)) == [("birthdays", True)]


@pytest.mark.parametrize(
    ("time", "sound"),
    [
        ("21 days, end of day, moved to a working day", True),
        ("1 month, end of day, moved to a working day", True),
        ("5 working days, end of day", True),
        ("14 days, end of day", False),
        ("14 days, moved to a working day", False),
        ("48 hours, end of day, moved to a working day", False),
        ("monday 09:00", False),
    ],
)
def test_ben_10_a_time_that_the_letter_cannot_tell_is_refused(time: str, sound: bool) -> None:
    """The letter says that whole days count, from the day after it, and that the last one is a working day."""
    assert found(documentation_time=Rule.parse(time)) == ([] if sound else [("documentation_time", True)])
