"""Checks of the kind of contact, of forms, channels and closings."""

from __future__ import annotations

from typing import Any

import pytest

from saksgang.checks import Check
from saksgang_contact_registration import checks_kind as kind
from saksgang_contact_registration import checks_way as way
from tests.plugins.contact_registration.checks_pages import pages, registered

ON_CASE: dict[str, Any] = {"type": "information vedr. sag", "reference_kind": "CPR", "reference": "6704881236"}
FORM: dict[str, Any] = {"form": True, "right_kind": True, "filled": "delvist"}
SLOW: dict[str, Any] = {"closing": "lagt til videre behandling"}
JUDGED: dict[str, Any] = {"overruled": {"REG-03": "tastes senere"}}


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        (kind.OnlyAdministrativeContacts, registered(), registered(activity="ydelse")),
        (kind.OnlyAdministrativeContacts, registered(activity="planlægning"), registered(activity=None)),
        (kind.TransactionsChangeSomething, registered(), registered(changed=True)),
        (
            kind.TransactionsChangeSomething,
            registered(type="ændring af sag", changed=True),
            registered(type="ændring af sag"),
        ),
        (
            kind.TransactionsChangeSomething,
            registered(type="ændring af sag", **JUDGED),
            registered(type="ændring af sag", overruled={"REG-03": " "}),
        ),
        (kind.InformationNamesItsCase, registered(**ON_CASE), registered(**{**ON_CASE, "reference": None})),
        (kind.InformationNamesItsCase, registered(**ON_CASE), registered(**{**ON_CASE, "reference_kind": None})),
        (
            kind.MisdirectedLiesOutside,
            registered(area="andet uden for kommunen", type="fejlhenvendelse"),
            registered(area="flytning", type="fejlhenvendelse"),
        ),
        (
            kind.MisdirectedLiesOutside,
            registered(area="fleksydelse", type="fejlhenvendelse"),
            registered(area="fleksydelse", type="fejlhenvendelse", day="2015-04-30"),
        ),
        (
            kind.OutsideIsMisdirectedOrAdvice,
            registered(area="boligstøtte"),
            registered(area="boligstøtte", type="fejlhenvendelse"),
        ),
        (
            kind.OutsideIsMisdirectedOrAdvice,
            registered(area="boligstøtte", type="fejlhenvendelse", department="borgerservice"),
            registered(area="boligstøtte", department="borgerservice"),
        ),
        (
            kind.OutsideIsMisdirectedOrAdvice,
            registered(area="flytning i en anden kommune", type="fejlhenvendelse"),
            registered(area="flytning i en anden kommune"),
        ),
        (way.InboundFormsAreFilledIn, registered(**FORM), registered(**{**FORM, "filled": "ikke"})),
        (way.InboundFormsAreFilledIn, registered(**FORM), registered(**{**FORM, "right_kind": False})),
        (way.OutboundFormsAsk, registered("out", form=True, collects=True), registered("out", form=True)),
        (
            way.DigitalPostIsCertain,
            registered("out", "digital post", delivery="certain"),
            registered("out", "digital post"),
        ),
        (
            way.DigitalPostIsCertain,
            registered("out", "output manager", delivery="output manager"),
            registered("out", "digital post", delivery="output manager"),
        ),
        (
            way.DigitalPostIsCertain,
            registered("out", "output manager", delivery="output manager"),
            registered("in", "output manager", delivery="output manager"),
        ),
        (way.OnlyVisitsAndCallsEndAtOnce, registered("in", "personal"), registered("in", "e-mail")),
        (way.OnlyVisitsAndCallsEndAtOnce, registered("out", "telephone"), registered("out", "letter")),
        (way.OnlyVisitsAndCallsEndAtOnce, registered("out", "letter", **SLOW), registered(closing="færdig")),
    ],
)
def test_each_rule_is_judged_from_the_journal(check: type[Check], right: Any, wrong: Any) -> None:
    """What keeps the rule holds, what breaks it is found with the rule's number."""
    assert pages().add(right, actor="staff:jens").held(check)
    assert pages().add(wrong, actor="staff:jens").wrong(check).startswith(check.requirements[0])


def test_reg_03_only_a_person_overrules() -> None:
    """A rule does not judge."""
    judged = registered(type="ændring af sag", overruled={"REG-03": "tastes senere"})

    assert "nobody says why" in pages().add(judged, actor="rule:REG-14").wrong(kind.TransactionsChangeSomething)


def test_reg_07_the_message_says_whose_it_is() -> None:
    """Another department's, or nobody's that is known."""
    ours, strange = (registered(area=area, type="fejlhenvendelse") for area in ("flytning", "kongehuset"))

    assert "one of the municipality's own" in pages().add(ours).wrong(kind.MisdirectedLiesOutside)
    assert "not known to lie outside" in pages().add(strange).wrong(kind.MisdirectedLiesOutside)
