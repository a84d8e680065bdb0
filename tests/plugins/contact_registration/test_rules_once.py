"""Each contact once, by the right one, and many of one kind as one (REG-02, REG-10, REG-11)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from saksgang_contact_registration.ground import Listed
from saksgang_contact_registration.rules_once import mass_mailing, once, one_matter
from tests.plugins.contact_registration.bench import DAY, ground, reg

LETTER: dict[str, Any] = {"direction": "out", "channel": "letter"}


def test_reg_02_whoever_ends_it_registers_it() -> None:
    """A form handed in at Karen's desk is not Jens's, though it lies on his table."""
    assert "'karen' registers it" in str(once(reg(ended_by="karen"), ground(actor="jens")))
    assert once(reg(ended_by="karen"), ground(actor="karen")) is None
    assert once(reg(ended_by="karen"), ground(actor="")) is None


def test_reg_02_never_twice() -> None:
    """The same contact, known by the same slip."""
    assert "registered already" in str(once(reg(), ground(reg())))
    assert "registered already" in str(once(reg(source="Opkald  1 "), ground(reg())))
    assert once(reg(source="opkald 2"), ground(reg())) is None
    assert once(reg(day=dt.date(2026, 10, 7)), ground(reg())) is None
    assert once(reg(department="borgerservice"), ground(reg())) is None
    assert "registered already" in str(once(reg(department="borgerservice"), ground(reg(), party="citizen:1")))


def test_reg_02_a_letter_that_a_batch_counts_is_registered() -> None:
    """It stands there with the others of its day."""
    gathered = Listed(letters=("BEN-1/letter-7",))

    assert "mass mailing of its day" in str(once(reg(source="BEN-1/letter-7"), ground(earlier=gathered)))
    assert once(reg(source="BEN-1/letter-8"), ground(earlier=gathered)) is None


def test_reg_02_a_contact_is_known_by_something() -> None:
    """Else nobody could tell that it is registered."""
    assert "source" in str(once(reg(source=" "), ground()))


def test_reg_11_a_form_and_questions_about_the_same_case_are_one() -> None:
    """The case is opened and asked about at once."""
    opened = reg(type="oprettelse af sag", changed=True)

    assert "same case" in str(one_matter(reg(), ground(opened)))
    assert once(reg(), ground(opened)) is None


def test_reg_11_another_task_or_another_case_is_a_second_registration() -> None:
    """Work experience beside cash benefit, and case 18 beside case 17."""
    first = reg(reference_kind="sagsnummer", reference="17")

    assert one_matter(reg(area="erhvervspraktik"), ground(first)) is None
    second = reg(reference_kind="sagsnummer", reference="18", type="information vedr. sag")
    assert one_matter(second, ground(first)) is None
    assert once(reg(reference_kind="sagsnummer", reference="18"), ground(first)) is None


def test_reg_10_the_one_above_the_setting_is_refused() -> None:
    """Three of a kind may stand singly here; the fourth is part of a mass mailing."""
    sent = [reg(**LETTER, source=f"brev {number}") for number in range(3)]

    assert mass_mailing(reg(**LETTER, source="brev 9"), ground(*sent[:2])) is None
    assert "3 of the same kind" in str(mass_mailing(reg(**LETTER, source="brev 9"), ground(*sent)))


@pytest.mark.parametrize(
    "other",
    [
        {"area": "erhvervspraktik"},
        {"type": "information vedr. sag"},
        {"form": True},
        {"department": "borgerservice"},
        {"day": DAY - dt.timedelta(days=1)},
        {"channel": "e-mail"},
        {"direction": "in"},
        {"channel": "telephone"},
    ],
)
def test_reg_10_another_kind_or_day_stands_alone(other: dict[str, Any]) -> None:
    """Many of the same kind are equal in all that is counted, and go out in writing."""
    sent = [reg(**LETTER, source=f"brev {number}") for number in range(3)]

    assert mass_mailing(reg(**{**LETTER, **other}), ground(*sent)) is None


def test_reg_10_a_count_needs_a_batch_and_a_batch_goes_out() -> None:
    """A count without a name, a batch of calls, of what came in, or of none is refused."""
    assert mass_mailing(reg(**LETTER, batch="Nye satser", count=400), ground()) is None
    assert "is for a mass mailing" in str(mass_mailing(reg(**LETTER, count=400), ground()))
    assert mass_mailing(reg(batch="Nye satser", count=400), ground()) is not None
    assert mass_mailing(reg(channel="letter", batch="Svar", count=5), ground()) is not None
    assert mass_mailing(reg(**LETTER, batch="Nye satser", count=0), ground()) is not None


def test_reg_10_a_batch_does_not_use_up_what_may_stand_singly() -> None:
    """Batches are registered apart."""
    sent = [reg(**LETTER, source=f"brev {number}", batch="Nye satser", count=9) for number in range(3)]

    assert mass_mailing(reg(**LETTER, source="brev 9"), ground(*sent)) is None
