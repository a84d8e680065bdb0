"""A rule has one text for the journal, and that text reads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksgang.errors import InputRefused
from saksgang.legaltime import Duration, Rule
from tests.core.legaltime.test_durations import numbered, to_a_weekday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 working days", Rule(Duration.parse("2 working days"))),
        ("1 month, end of day", Rule(Duration.parse("1 month"), "end of day")),
        ("48 hours, moved to a working day", Rule(Duration.parse("48 hours"), moves=True)),
        (
            "10 days, end of day, moved to a working day",
            Rule(Duration.parse("10 days"), "end of day", moves=True),
        ),
    ],
)
def test_a_rule_has_one_text(text: str, expected: Rule) -> None:
    """The text of a rule is read as the rule and written the same."""
    assert Rule.parse(text) == expected
    assert str(expected) == text


def test_a_rule_is_read_in_any_order_and_letter_case() -> None:
    """The parts after the duration may come in any order, and the default may be written out."""
    assert Rule.parse("10 Days, Moved to a working day,  END of day") == Rule.parse(
        "10 days, end of day, moved to a working day"
    )
    assert Rule.parse("2 days, same minute") == Rule.parse("2 days")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("10 days, end of week", "unknown part 'end of week'"),
        ("10 days,", "unknown part ''"),
        ("10 days, end of day, end of day", "twice"),
        ("10 days, end of day, same minute", "twice"),
        ("end of day", "cannot be read"),
    ],
)
def test_a_rule_that_cannot_be_read_is_refused(text: str, names: str) -> None:
    """A part that is unknown, missing or written twice is named in the refusal."""
    with pytest.raises(InputRefused, match=names):
        Rule.parse(text)


def test_a_rule_is_a_text_and_ends_in_a_known_way() -> None:
    """What a type checker would have seen is refused in words too."""
    with pytest.raises(InputRefused, match="not a text"):
        Rule.parse(10)  # type: ignore[arg-type]
    with pytest.raises(InputRefused, match="cannot end at 'noon'"):
        Rule(Duration.parse("1 day"), "noon")  # type: ignore[arg-type]


@given(st.builds(Rule, numbered | to_a_weekday, st.sampled_from(["same minute", "end of day"]), moves=st.booleans()))
def test_a_written_rule_reads_back_equal(rule: Rule) -> None:
    """The journal's text of any rule gives the rule back."""
    assert Rule.parse(str(rule)) == rule
