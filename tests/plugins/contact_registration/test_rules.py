"""The rules as a table, and what they say together (REG-01 to REG-13)."""

from __future__ import annotations

from saksgang_contact_registration.rules import RULES, objections
from tests.plugins.contact_registration.bench import ground, reg


def test_every_rule_is_in_the_table() -> None:
    """REG-01 to REG-13, all hard but the one that is a judgement."""
    assert {rule.id for rule in RULES} == {f"REG-{number:02}" for number in range(1, 14)}
    assert [rule.id for rule in RULES if rule.kind == "judgement"] == ["REG-03"]
    assert all(rule.sentence.endswith(".") for rule in RULES)


def test_a_sound_registration_meets_no_objection() -> None:
    """The usual call."""
    assert list(objections(reg(), ground())) == []


def test_every_objection_is_told() -> None:
    """A registration that is wrong in three ways is told all three, hard rules first."""
    wrong = reg(activity="ydelse", closing="færdig", changed=True)

    assert [objection.rule for objection in objections(wrong, ground())] == ["REG-01", "REG-12", "REG-03"]


def test_reg_03_a_warning_is_overruled_with_a_reason() -> None:
    """A reason counts, a blank one does not."""
    doubtful = {"changed": True}

    assert list(objections(reg(**doubtful, overruled={"REG-03": "skøn"}), ground())) == []
    (left,) = objections(reg(**doubtful, overruled={"REG-03": " "}), ground())
    assert str(left).startswith("REG-03: Something was created or changed")
    assert left.kind == "judgement"


def test_reg_13_hard_rules_and_warnings_not_given_cannot_be_overruled() -> None:
    """What is overruled is counted, so there has to have been a warning."""
    assert [o.rule for o in objections(reg(overruled={"REG-03": "skøn"}), ground())] == ["REG-13"]
    hard = objections(reg(closing="færdig", overruled={"REG-12": "skøn"}), ground())
    assert [o.rule for o in hard] == ["REG-12", "REG-13"]
