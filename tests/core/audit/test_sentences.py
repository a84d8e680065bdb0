"""Rules in one line are read as they sound, and what is wrong in one is told with its place."""

from __future__ import annotations

import pytest
from attrs import evolve

from saksgang.audit import AtMost, AuditRule, Before, Follows, Names, rule_of
from saksgang.errors import InputRefused
from saksgang.legaltime import Duration, Rule

A, B, C = Names(("A",)), Names(("B",)), Names(("C",))


def days(text: str) -> Rule:
    """That duration to the end of its last day."""
    return Rule(Duration.parse(text), "end of day")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("A -> B within 21 days", Follows("", A, B, "within", days("21 days"))),
        ("A->B within 2 weeks", Follows("", A, B, "within", days("14 days"))),
        ("A -> B within 10 working days", Follows("", A, B, "within", days("10 working days"))),
        ("A -> B within 3 months", Follows("", A, B, "within", days("3 months"))),
        ("A -> B within 48 hours", Follows("", A, B, "within", Rule(Duration.parse("48 hours")))),
        ("A -> B within 2 days, same minute", Follows("", A, B, "within", Rule(Duration.parse("2 days")))),
        ("A -> B within 2 days, end of day", Follows("", A, B, "within", days("2 days"))),
        (
            "A -> B within 2 days, moved to a working day unless C",
            Follows("", A, B, "within", Rule(Duration.parse("2 days"), "end of day", moves=True), unless=C),
        ),
        ("B within 10 working days of A", Follows("", A, B, "within", days("10 working days"))),
        ("B within 10 days of A unless C", Follows("", A, B, "within", days("10 days"), unless=C)),
        ("A -> B exactly 60 days", Follows("", A, B, "exactly", days("60 days"))),
        ("A -> B exactly 60 days later", Follows("", A, B, "exactly", days("60 days"))),
        ("A -> B by Frist for svar", Follows("", A, B, "by", column="Frist for svar")),
        ("A -> B by Frist unless C", Follows("", A, B, "by", column="Frist", unless=C)),
        ("never B before A", Before("", B, A)),
        ("at most 2 B", AtMost("", 2, B)),
        ("at most 0 B | C", AtMost("", 0, Names(("B", "C")))),
        ("A | B -> C within 1 day", Follows("", Names(("A", "B")), C, "within", days("1 day"))),
        (
            'Søknad mottatt -> "Sent by post" | Brev* within 1 day',
            Follows("", Names(("Søknad mottatt",)), Names(("Sent by post", "Brev*")), "within", days("1 day")),
        ),
    ],
)
def test_every_form_is_read(text: str, rule: AuditRule) -> None:
    """Days mean whole local days, hours minutes; a name with a keyword in it stands in quotes."""
    assert rule_of(text) == evolve(rule, text=text)


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("", "at its end", "an activity"),
        ("A", "at its end", '"->" or "within"'),
        ("A -> ", "at its end", "an activity"),
        ("A -> B", "at its end", '"within" or "exactly" or "by"'),
        ("A -> -> B", 'at character 6, "->"', "an activity"),
        ("A -> B within", "at its end", "a time"),
        ("A -> B by", "at its end", "the name of a column"),
        ("A before B", 'at character 3, "before"', '"->" or "within"'),
        ("B within 10 days", "at its end", '"of"'),
        ("never B", "at its end", '"before"'),
        ("never B before", "at its end", "an activity"),
        ("at least 2 B", 'at character 4, "least"', '"most"'),
        ("at most two B", 'at character 9, "two"', "a whole number"),
        ("at most 2", "at its end", "an activity"),
        ("at most 2 B before A", 'at character 13, "before"', "the end of the rule"),
        ("A | -> B within 1 day", 'at character 5, "->"', "an activity"),
    ],
)
def test_cor_22_what_cannot_be_read_is_told_with_its_place(text: str, place: str, expected: str) -> None:
    """Where in the rule, what was expected there, and how rules are written."""
    with pytest.raises(InputRefused) as refused:
        rule_of(text)

    assert f"cannot be read: {place}" in str(refused.value)
    assert f"{expected} was expected" in str(refused.value)
    assert "A -> B exactly 60 days" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A -> B within 10 dayz", "did you mean"),
        ("A -> B within 2 days 3 hours", "mixes kinds"),
        ("A -> B within 0 days", "out of bounds"),
        ('A -> "B within 1 day', "the quote at character 6 has no second one"),
        ("A" * 1001, "longer than 1000"),
        ("at most 99999999 B", "whole number from 0 to"),
    ],
)
def test_cor_22_what_makes_no_sense_is_told(text: str, told: str) -> None:
    """Durations in the words of legal time."""
    with pytest.raises(InputRefused) as refused:
        rule_of(text)

    assert told in str(refused.value)
