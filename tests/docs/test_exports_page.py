"""The page on exports has every form, column, type of thing and attribute (SIM-10)."""

from __future__ import annotations

import re

import attrs

from saksgang.cli.export import JUNIT
from saksgang.export import LOGS
from saksgang.export.flat import Row
from saksgang.export.telling import THING_ATTRIBUTES
from tests.house.sources import ROOT

PAGE = (ROOT / "docs/exports.md").read_text(encoding="utf-8")


def tables() -> list[dict[str, str]]:
    """The tables of the page: what stands in code in the first cell, and the last cell."""
    found = re.findall(r"(?:^\|.*\|\n)+", PAGE, re.MULTILINE)
    return [dict(re.findall(r"^\| `([^`]+)` \|.*\| ([^|]*) \|$", table, re.MULTILINE)) for table in found]


def test_sim_10_every_form_is_on_the_page() -> None:
    """Those that the command offers."""
    assert sorted(tables()[0]) == sorted([*LOGS, JUNIT])


def test_sim_10_every_column_is_on_the_page() -> None:
    """The fields of a row, all of them."""
    columns = re.findall(r"^\| `([^`]+)` \|", PAGE.partition("## Things")[0], re.MULTILINE)

    assert columns[len(tables()[0]) :] == [row.name for row in attrs.fields(Row)]


def test_sim_10_every_attribute_of_every_type_of_thing_is_on_the_page() -> None:
    """With the names that the log has."""
    told = {name: re.findall(r"`([^`]+)`", cell) for name, cell in tables()[-1].items()}

    assert told == {name: list(attributes) for name, attributes in THING_ATTRIBUTES.items()}
