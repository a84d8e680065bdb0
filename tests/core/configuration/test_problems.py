"""The words of a problem."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from saksgang.configuration import Problem, Report
from saksgang.configuration.problems import advice, escaped, joined, seen


def test_cor_20_a_problem_is_one_line_with_file_key_line_sentence_and_suggestion() -> None:
    """Key and line are given as far as they are known."""
    words = ("There is none.", "Write one.")

    assert str(Problem("a.toml", "staff[2].deputy", *words, 7)) == (
        "a.toml: staff[2].deputy (line 7): There is none. Write one."
    )
    assert str(Problem("a.toml", "staff", *words)) == "a.toml: staff: There is none. Write one."
    assert str(Problem("a.toml", "", *words, 7)) == "a.toml: line 7: There is none. Write one."
    assert str(Problem("a.toml", "", *words)) == "a.toml: There is none. Write one."


def test_cor_20_a_report_is_rows_of_plain_data() -> None:
    """Problems come first, each row says which it is."""
    report = Report((Problem("f", "k", "s.", "d.", 1),), (Problem("f", "", "w.", "d."),))

    assert report.rows() == [
        {"severity": "problem", "file": "f", "key": "k", "sentence": "s.", "suggestion": "d.", "line": 1},
        {"severity": "warning", "file": "f", "key": "", "sentence": "w.", "suggestion": "d.", "line": None},
    ]


def test_cor_22_what_a_terminal_would_obey_is_written_out() -> None:
    """Control signs, turned writing direction, line ends and half characters are shown by their codes."""
    assert escaped("blåbær\x1b[31m\n\u202e\ud800\x00") == r"blåbær\x1b[31m\n\u202e\ud800\x00"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("fax\n", r'the text "fax\n"'),
        ("x" * 100, f'the text "{"x" * 59}…"'),
        (True, "true"),
        (0, "the number 0"),
        (2**63, "a whole number of very many digits"),
        (Decimal("1.50"), "the number 1.50"),
        (dt.date(2026, 1, 1), "a date"),
        (dt.datetime(2026, 1, 1), "a date and time"),
        (dt.time(8), "a time of day"),
        ([], "a list"),
        ({}, "a table"),
        (None, "nothing"),
    ],
)
def test_cor_20_a_value_is_called_by_its_kind(value: object, words: str) -> None:
    """Short values are shown, long ones shortened, others named by what they are."""
    assert seen(value) == words


@pytest.mark.parametrize(
    ("name", "known", "words"),
    [
        ("deputi", ["deputy", "roles"], 'Did you mean "deputy"?'),
        ("NB", ["nb", "da"], 'Did you mean "nb"?'),
        ("zzz", ["nb", "da"], 'Known here are: "nb", "da".'),
        ("zzz", [], "Known here are: none."),
        ("zzz", [f"k{n}" for n in range(14)], '"k10", "k11" and 2 more.'),
    ],
)
def test_cor_20_an_unknown_name_gets_the_nearest_or_all(name: str, known: list[str], words: str) -> None:
    """The advice names what could be meant."""
    assert words in advice(name, known)


def test_cor_22_values_of_any_size_are_named_and_advised_on() -> None:
    """A number that Python refuses to write, and a name as long as a file, do no harm."""
    assert seen(10**5000) == "a whole number of very many digits"
    assert advice("x" * 1_000_000, ["x"]) == 'Known here are: "x".'


def test_cor_20_keys_are_joined_as_toml_writes_them() -> None:
    """Names that need quotes get them, list places count from 0."""
    assert joined(joined(joined("", "staff"), 2), "my key") == 'staff[2]."my key"'
