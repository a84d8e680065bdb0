"""By which way, and how it ended (REG-09, REG-12)."""

from __future__ import annotations

import pytest

from saksgang_contact_registration.rules_way import ending_at_once, output_manager
from tests.plugins.contact_registration.bench import ground, reg

G = ground()


@pytest.mark.parametrize(
    ("direction", "channel", "delivery", "right"),
    [
        ("out", "digital post", "certain", True),
        ("out", "digital post", "output manager", False),
        ("out", "digital post", "", False),
        ("out", "output manager", "output manager", True),
        ("out", "output manager", "", False),
        ("in", "output manager", "output manager", False),
        ("in", "digital post", "", True),
        ("out", "letter", "", True),
        ("out", "letter", "output manager", False),
        ("out", "letter", "maybe", False),
    ],
)
def test_reg_09_digital_post_is_certain(direction: str, channel: str, delivery: str, right: bool) -> None:
    """What Doc2Mail decides on is Output Manager; what came from a digital mailbox is Digital Post."""
    assert (output_manager(reg(direction=direction, channel=channel, delivery=delivery), G) is None) == right


@pytest.mark.parametrize("direction", ["in", "out"])
@pytest.mark.parametrize(
    ("channel", "may"),
    [
        ("personal", True),
        ("telephone", True),
        ("e-mail", False),
        ("letter", False),
        ("digital post", False),
        ("self-service", False),
        ("message", False),
        ("output manager", False),
    ],
)
def test_reg_12_only_visits_and_calls_end_at_once(direction: str, channel: str, may: bool) -> None:
    """Both ways alike; every other channel has a delay."""
    at_once = reg(direction=direction, channel=channel)
    further = reg(direction=direction, channel=channel, closing="lagt til videre behandling")

    assert (ending_at_once(at_once, G) is None) == may
    assert ending_at_once(further, G) is None


def test_reg_12_there_are_two_closings() -> None:
    """Any other is refused with the two."""
    assert "straksafsluttet, lagt til videre behandling" in str(ending_at_once(reg(closing="færdig"), G))
