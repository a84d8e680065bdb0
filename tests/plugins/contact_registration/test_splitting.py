"""Several matters in one contact (REG-11)."""

from __future__ import annotations

from saksgang_contact_registration.splitting import same_matter, split
from tests.plugins.contact_registration.bench import reg

APPLIES = reg(channel="personal", type="oprettelse af sag", changed=True, form=True, right_kind=True, filled="helt")


def test_reg_11_a_form_and_questions_about_it_are_one_registration() -> None:
    """What opens the case stays, in whichever order it was said."""
    assert split([APPLIES, reg()]) == [APPLIES]
    assert split([reg(), APPLIES]) == [APPLIES]


def test_reg_11_cash_benefit_and_work_experience_are_two() -> None:
    """Another task."""
    asks = reg(area="erhvervspraktik")

    assert split([APPLIES, asks]) == [APPLIES, asks]


def test_reg_11_two_cases_of_one_task_are_two() -> None:
    """Another case; without a reference it is taken for the same one."""
    one, other = (reg(reference_kind="sagsnummer", reference=number) for number in ("17", "18"))

    assert split([one, other, reg()]) == [one, other]
    assert not same_matter(one, other)
    assert not same_matter(one, reg(reference_kind="CVR", reference="17"))
    assert same_matter(one, reg())
