"""The page of the journal has every event, field, column and file that there is, and none that there is not."""

from __future__ import annotations

import ast
import datetime as dt
import inspect
import json
import re
import textwrap
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

from saksgang.cli.main import run
from saksgang.events import EVENTS, StaffGone
from saksgang.journal.head import Head
from saksgang.journal.record import Recorded, encode
from saksgang.journal.schema import FORMAT, HEAD, JOURNAL
from saksgang.journal.sqlite import APPLICATION
from saksgang_sim import folder, summary
from tests.house.sources import ROOT

PAGE = (ROOT / "docs/journal.md").read_text(encoding="utf-8")
KINDS = {
    "str": "",
    "int": " (number)",
    "bool": " (true or false)",
    "dt.date": " (date)",
    "dt.date | None": " (date or null)",
    "dt.datetime": " (instant)",
    "dt.datetime | None": " (instant or null)",
    "dict[str, Any]": " (table)",
    "Absence": " (table)",
    "tuple[Target, ...]": " (list)",
    "tuple[StaffMember, ...]": " (list)",
}


def section(title: str) -> str:
    """The part of the page under a heading of the second level."""
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def first_cells(text: str) -> list[str]:
    """The names in backticks in the first column of the tables of a text, in order."""
    rows = re.findall(r"^\| (`[^|]*) \|", text, re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


@pytest.fixture(scope="module")
def folder_of_a_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a short run left."""
    folder_of_it = tmp_path_factory.mktemp("runs") / "run"
    run(["simulate", "small", "--months", "1", "--out", str(folder_of_it)])
    return folder_of_it


@pytest.fixture(scope="module")
def told(folder_of_a_run: Path) -> dict[str, Any]:
    """Its summary."""
    read: dict[str, Any] = json.loads((folder_of_a_run / "summary.json").read_text(encoding="utf-8"))
    return read


def tables_written_by(code: Callable[..., object] | ModuleType) -> list[list[str]]:
    """The keys of each dict that a function or a module writes out, the outermost first."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(code)))
    return [
        [key.value for key in node.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)]
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
    ]


def test_every_type_of_event_is_on_the_page() -> None:
    """The tables list the events of the code, in their order, and nothing else."""
    assert first_cells(section("Types of events")) == list(EVENTS)


@pytest.mark.parametrize("name", EVENTS)
def test_every_field_of_an_event_is_on_the_page(name: str) -> None:
    """A row has the event's own fields in their order, each with its kind where it is no text."""
    (cell,) = re.findall(rf"^\| `{name}` \| [^|]+ \| (.*) \|$", PAGE, re.MULTILINE)
    own = [row for row in attrs.fields(EVENTS[name]) if row.name not in ("routine", "case")]

    assert cell == ", ".join(f"`{row.name}`{KINDS[str(row.type)]}" for row in own)


def test_every_field_of_a_line_is_on_the_page() -> None:
    """Those that an event is written with, and the chain that the file adds."""
    gone = StaffGone("office", "", "kari")
    names = list(json.loads(encode(Recorded("office:1", dt.datetime(2026, 1, 5, tzinfo=dt.UTC), "clock", "", gone))))

    assert set(names) - {"type", "data"} == {row.name for row in attrs.fields(Recorded)} - {"event"}
    assert first_cells(section("One line")) == [*names, "chain"]


def test_every_field_of_the_head_is_on_the_page() -> None:
    """The head beside a journal of lines."""
    assert first_cells(section("Chain and digest")) == [row.name for row in attrs.fields(Head)]


def test_every_column_of_the_database_is_on_the_page() -> None:
    """Both tables, the application id and the format."""
    text = section("SQLite")
    columns = [column.name for table in (JOURNAL, HEAD) for column in table.columns]

    assert first_cells(text) == columns
    assert f"`0x{APPLICATION:X}`" in text
    assert f"format {FORMAT}" in text


def test_every_field_of_the_summary_is_on_the_page(told: dict[str, Any]) -> None:
    """The fields of a run's summary in their order, and in the cells beside them those of their tables."""
    text = section("The summary")
    written = [key for keys in tables_written_by(summary) for key in keys]

    assert first_cells(text) == list(told)
    assert [key for key in written if f"`{key}`" not in text] == []


def test_sim_09_the_summary_counts_what_the_journal_holds(folder_of_a_run: Path, told: dict[str, Any]) -> None:
    """Its figures are those that counting the lines of the journal by their types gives."""
    lines = [json.loads(line) for line in (folder_of_a_run / "journal.jsonl").read_text(encoding="utf-8").splitlines()]
    counted = Counter(line["type"] for line in lines)

    def in_all(table: str, word: str) -> int:
        return sum(row.get(word, 0) for row in told[table].values())

    assert told["events"] == len(lines) > 1000
    assert in_all("documents", "received") == counted["DocumentReceived"] > 0
    assert in_all("cases", "opened") == counted["CaseOpened"] > 0
    assert in_all("letters", "drafted") == counted["LetterDrafted"] > 0
    assert in_all("letters", "posted on paper") == counted["LetterPosted"] > 0
    assert in_all("deadlines", "missed") == counted["DeadlineMissed"] > 0
    assert in_all("deadlines", "met") == counted["DeadlineMet"] > 0
    assert sum(told["work"].values()) == counted["TaskCompleted"] > 0
    assert told["tasks_open"] == counted["TaskCreated"] - counted["TaskCompleted"] - counted["TaskCancelled"]


def test_every_file_of_a_run_is_on_the_page() -> None:
    """What a run writes, and what it may leave when it is killed."""
    assert set(first_cells(section("A run's folder"))) == set(folder.OURS)
