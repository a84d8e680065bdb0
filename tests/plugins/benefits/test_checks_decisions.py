"""Checks of decisions."""

from __future__ import annotations

from typing import Any

from saksgang_benefits.checks_decisions import DecisionsComeLast, DecisionsHaveANote, FullyInformedIsAPersonsWord
from tests.plugins.benefits.checks_pages import CASE, amended, book, done, note, opened, status, task

INFORMED = status("fuldt oplyst")
ASK, GRANT = task("decide"), done("decide", "granted")
GRANTED = status("bevilget", "fuldt oplyst")
PART_TIME: dict[str, Any] = {"married": True, "spouse_work": "part-time"}


def test_ben_15_fully_informed_is_said_by_a_caseworker() -> None:
    """Not by a rule, not by somebody who is no caseworker."""
    check = FullyInformedIsAPersonsWord

    assert book().rule(opened()).add(INFORMED).held(check)
    for actor in ("rule:BEN-14", "staff:betjent", "citizen:asta"):
        assert f"by {actor}" in book().rule(opened()).add(INFORMED, actor=actor).wrong(check)


def test_ben_07_not_while_the_spouse_is_not_registered() -> None:
    """Registered by event or register, refusing, or working full time; the citizen's own word is not enough."""
    check = FullyInformedIsAPersonsWord
    stated = {**PART_TIME, "spouse_registered": True}

    for right in (
        {**PART_TIME, "spouse_work": "full-time"},
        {**PART_TIME, "spouse_refuses": True},
        {**PART_TIME, "spouse_registered_on": "2024-06-05"},
        {**PART_TIME, "register/Jobnet": {"spouse_registered": True}},
        {"married": False, "spouse_work": "part-time"},
    ):
        assert book().rule(opened(**right)).add(INFORMED).held(check)
    for wrong in (PART_TIME, stated, {**stated, "register/Jobnet": {"spouse_registered": False}}):
        assert book().rule(opened(**wrong)).add(INFORMED).wrong(check).startswith(f"BEN-07 {CASE}: ")


def test_ben_15_no_decision_before() -> None:
    """Neither the task nor the decision, nor after the case went back."""
    check, back = DecisionsComeLast, status("under oplysning", "fuldt oplyst")

    assert book().rule(opened()).add(INFORMED).rule(ASK).add(GRANT).rule(GRANTED).held(check)
    assert "asks to decide" in book().rule(opened(), ASK).wrong(check)
    assert "was granted while modtaget" in book().rule(opened()).add(GRANT).rule(GRANTED).wrong(check)
    assert "while under oplysning" in book().rule(opened()).add(INFORMED, back, GRANT).rule(GRANTED).wrong(check)


def test_ben_17_a_decision_is_a_persons_and_has_its_status() -> None:
    """The status of the outcome at once; no status without a decision; no decision by rule."""
    check, refused = DecisionsComeLast, status("afslået", "fuldt oplyst")
    informed = book().rule(opened()).add(INFORMED)

    assert "its status did not change" in informed.add(GRANT).wrong(check)
    assert book().rule(opened()).add(INFORMED, GRANT).rule(refused).verdict(check).count == 1
    assert "nobody decided that" in book().rule(opened()).add(INFORMED).rule(GRANTED).wrong(check)
    by_rule = book().rule(opened()).add(INFORMED).rule(GRANT, GRANTED).wrong(check)
    assert by_rule.startswith(f"BEN-17 {CASE}: ")


def test_ben_17_whoever_decides_has_written_a_note() -> None:
    """Before, by the same hand, with words in it."""
    check = DecisionsHaveANote

    assert book().add(note(), GRANT).held(check)
    for wrong in ((GRANT,), (GRANT, note()), (note(by="malthe"), GRANT), (note(" "), GRANT)):
        assert "has written no note" in book().add(*wrong).wrong(check)
    assert book().add(amended(), done("payslip", "not usable")).verdict(check).judged == 0
