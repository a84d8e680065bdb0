"""Forms that count (REG-05, REG-06)."""

from __future__ import annotations

import pytest

from saksgang_contact_registration.rules_form import inbound_form, outbound_form
from tests.plugins.contact_registration.bench import ground, reg

G = ground()


@pytest.mark.parametrize(
    ("right_kind", "filled", "counts"),
    [
        (True, "helt", True),
        (True, "delvist", True),
        (True, "ikke", False),
        (True, "", False),
        (False, "helt", False),
    ],
)
def test_reg_05_an_inbound_form_is_of_the_right_kind_and_filled_in(right_kind: bool, filled: str, counts: bool) -> None:
    """Wholly or partly filled in and of the right kind, or it does not count."""
    assert (inbound_form(reg(form=True, right_kind=right_kind, filled=filled), G) is None) == counts


def test_reg_06_an_outbound_form_collects_information() -> None:
    """An information leaflet is no form."""
    assert outbound_form(reg(direction="out", form=True, collects=True), G) is None
    assert "does not collect" in str(outbound_form(reg(direction="out", form=True), G))


def test_reg_05_and_06_each_concern_their_direction() -> None:
    """Without a form, and for the other direction, neither has anything to say."""
    assert inbound_form(reg(form=False), G) is None
    assert inbound_form(reg(direction="out", form=True), G) is None
    assert outbound_form(reg(form=True), G) is None
    assert outbound_form(reg(direction="out"), G) is None
