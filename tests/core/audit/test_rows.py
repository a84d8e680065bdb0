"""A file of rules: rows of data, each the same rule as its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.audit import LogTable, read_rules, rule_of
from saksgang.errors import ConfigurationRefused, InputRefused


def written(folder: Path, text: str) -> Path:
    """A file of that content."""
    (folder / "rules.toml").write_text(text, encoding="utf-8")
    return folder / "rules.toml"


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ('after = "A"\ncomes = "B"\nwithin = "21 days"', "A -> B within 21 days"),
        ('after = "A"\ncomes = ["B", "C"]\nwithin = "48 hours"\nunless = "D"', "A -> B | C within 48 hours unless D"),
        ('after = "A"\ncomes = "B"\nexactly = "60 days"', "A -> B exactly 60 days"),
        ('after = "A"\ncomes = "B"\nby = "Frist"', "A -> B by Frist"),
        ('never = "B"\nbefore = "A"', "never B before A"),
        ('at_most = 2\nof = "B"', "at most 2 B"),
    ],
)
def test_a_row_is_the_same_rule_as_its_line(row: str, line: str, tmp_path: Path) -> None:
    """In every kind."""
    _, rules = read_rules(written(tmp_path, f"[[rules]]\n{row}\n"))

    assert rules == (rule_of(line),)


def test_a_rule_may_have_a_name_and_a_source_and_the_file_says_how_the_log_is_read(tmp_path: Path) -> None:
    """So that a municipality keeps its questions in one file."""
    log, (rule,) = read_rules(
        written(
            tmp_path,
            '[log]\ncase = "Sagsnr."\ncalendar = "DK"\ndate_format = ["%d.%m.%Y"]\n\n'
            '[[rules]]\nname = "Svar i tide"\nsource = "forvaltningsloven"\nnever = "B"\nbefore = "A"\n',
        )
    )

    assert log == LogTable(case="Sagsnr.", calendar="DK", date_format=("%d.%m.%Y",))
    assert rule.name == "Svar i tide"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('after = "A"', "rules[0]: The keys after make no rule together"),
        ("", "rules[0]: The keys none make no rule together"),
        ('after = "A"\ncomes = "B"\nwithin = "1 day"\nby = "x"', "The keys after, by, comes, within make no rule"),
        ('never = "B"\nbefore = "A"\nunless = "C"', "make no rule together"),
        ('after = "A"\ncomes = "B"\nwithin = "1 dag"', "rules[0]: The duration '1 dag' cannot be read"),
        ('after = "A"\ncomes = ""\nwithin = "1 day"', "An activity has no name"),
        ('after = "A"\ncomes = []\nwithin = "1 day"', "An activity has no name"),
        ('afer = "A"\ncomes = "B"\nwithin = "1 day"', 'Did you mean "after"?'),
        ('at_most = -1\nof = "B"', "At most -1 is no limit"),
        ('at_most = "2"\nof = "B"', "rules[0].at_most"),
    ],
)
def test_cor_22_what_is_wrong_in_a_file_is_told_with_its_key(row: str, told: str, tmp_path: Path) -> None:
    """In a sentence each."""
    with pytest.raises(ConfigurationRefused) as refused:
        read_rules(written(tmp_path, f"[[rules]]\n{row}\n"))

    assert told in str(refused.value)


def test_cor_22_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    """A line each."""
    with pytest.raises(ConfigurationRefused) as refused:
        read_rules(written(tmp_path, '[[rules]]\nnever = "A"\n\n[[rules]]\nat_most = -1\nof = "B"\n'))

    assert len(refused.value.problems) == 2


def test_cor_22_a_file_that_is_no_toml_is_told(tmp_path: Path) -> None:
    """With its line."""
    with pytest.raises(InputRefused, match="line 1: This is not TOML"):
        read_rules(written(tmp_path, "rule: A -> B\n"))
