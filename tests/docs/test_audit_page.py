"""The page on audits has every option, every form of rule and every key of a file."""

from __future__ import annotations

import re

import attrs

from saksgang.audit import FORMS, LogTable
from saksgang.audit.rows import KINDS
from saksgang.cli.audit import audit_command
from tests.house.sources import ROOT

PAGE = (ROOT / "docs/audit.md").read_text(encoding="utf-8")


def first_cells(heading: str, column: str) -> list[str]:
    """What stands in code in the first cells of the table with that column under a heading."""
    part = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    table = part.partition(f"| {column} |")[2].partition("\n\n")[0]
    return re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)


def test_every_option_is_on_the_page() -> None:
    """In the order in which the command has them."""
    options = [each.opts[0] for each in audit_command.params if each.opts[0].startswith("--")]

    assert first_cells("A log", "option") == [f"`{name}`" for name in options]


def test_every_form_of_rule_is_on_the_page() -> None:
    """Those that a message names, in any order."""
    told = {_form(cell) for cell in first_cells("Rules", "rule")}

    assert {_form(form) for form in FORMS} <= told


def _form(text: str) -> str:
    """A rule without its numbers and its ``unless``."""
    return re.sub(r"\d+|`| \[.*| working| days| hours", "", text)


def test_every_kind_of_row_is_on_the_page() -> None:
    """The keys that make a rule together, and those of the log in the example."""
    told = [set(re.findall(r"`(\w+)`", cell)) for cell in first_cells("A file of rules", "keys")]

    assert told == [needed | more for needed, more in KINDS]
    example = PAGE.partition("[log]\n")[2].partition("\n\n")[0]
    assert set(re.findall(r"^(\w+) =", example, re.MULTILINE)) == {
        row.name for row in attrs.fields(LogTable) if row.name != "encoding"
    }
