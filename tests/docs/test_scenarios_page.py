"""The page of scenarios has every key of a scenario's and a municipality's file, and every exit code."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Any

import attrs
import pytest

from saksgang.configuration.shapes import AbsenceTable, MunicipalityTable, SectionTable, StaffTable
from saksgang.exits import Exit
from saksgang_sim.changes import Absent, Changes, Merged
from saksgang_sim.faults.plan import FaultPlan
from saksgang_sim.limits import LIMITS
from saksgang_sim.reading import _File, _Head, read_scenario
from saksgang_sim.scenario import PopulationPlan, Scenario, StaffingPlan, Target
from saksgang_sim.stories.simulated import _World
from tests.docs.blocks import blocks
from tests.house.sources import ROOT

CHANGES = {row.name for row in attrs.fields(Changes)}
PAGE = (ROOT / "docs/scenarios.md").read_text(encoding="utf-8")
TABLES: dict[str, type[Any]] = {
    "`[scenario]`": _Head,
    "`[population]`": PopulationPlan,
    "`[staffing]`": StaffingPlan,
    "`[[targets]]`": Target,
    "`[municipality]`": MunicipalityTable,
    "`[[sections]]`": SectionTable,
    "`[[staff]]`": StaffTable,
}


def part(heading: str) -> str:
    """What stands under a heading, up to the next one of any level."""
    return re.split(r"\n#+ ", PAGE.partition(f"# {heading}\n")[2])[0]


def first_cells(heading: str) -> list[str]:
    """The first column of the table under a heading, without its head."""
    return re.findall(r"^\| `?([^|`]+?)`? \|", part(heading), re.MULTILINE)[2:]


@pytest.mark.parametrize("heading", TABLES)
def test_every_key_is_on_the_page(heading: str) -> None:
    """The table under the heading has the fields of the class that reads it, in their order, and nothing else."""
    assert first_cells(heading) == [row.name for row in attrs.fields(TABLES[heading])]


@pytest.mark.parametrize("heading", TABLES)
def test_every_default_is_on_the_page(heading: str) -> None:
    """Where a key has a default that is a number or working hours, its row says it."""
    for row in attrs.fields(TABLES[heading]):
        if isinstance(row.default, int | float | str) and row.default != "":
            (text,) = re.findall(rf"^\| `{row.name}` \| (.*) \|$", part(heading), re.MULTILINE)
            said = (
                row.default
                if isinstance(row.default, str)
                else str(row.default).lower()
                if isinstance(row.default, bool)
                else f"{row.default:g}"
            )
            assert f"{said} unless said" in text.replace("`", "")


def test_every_table_of_a_scenario_is_on_the_page() -> None:
    """Each has its heading and stands in the example; what changes a municipality is on the page of comparing."""
    tables = [row.name for row in attrs.fields(_File) if row.name not in CHANGES]
    example = next(block for block in blocks(PAGE) if block.file_name == "spring.toml")

    assert [name for name in tables if f"[{name}]" not in PAGE] == []
    assert list(tomllib.loads(example.body)) == tables


def test_every_key_of_a_variant_is_on_the_page_of_comparing() -> None:
    """The keys of a variant's table, and those of the rows within; the example has them all."""
    text = (ROOT / "docs/compare.md").read_text(encoding="utf-8")
    example = tomllib.loads(next(block.body for block in blocks(text) if block.file_name == "monday.toml"))
    told = re.findall(r"^\| `([^`]+)` \| (.*) \|$", text, re.MULTILINE)

    assert [key.strip("[]").partition(".")[0] for key, _ in told] == ["base", "without", "settings", "absent", "merged"]
    assert CHANGES | {"base", "scenario", "population"} == set(example)
    for name, kind in (("absent", Absent), ("merged", Merged)):
        (meaning,) = [row for key, row in told if key == f"[[{name}]]"]
        assert [row.name for row in attrs.fields(kind) if f"`{row.name}`" not in meaning] == []


def test_the_keys_of_an_absence_are_on_the_page() -> None:
    """They stand in the row of the staff's absences."""
    assert [row.name for row in attrs.fields(AbsenceTable) if f"`{row.name}`" not in part("`[[staff]]`")] == []


def test_every_limit_of_a_number_of_months_and_people_is_on_the_page() -> None:
    """Those that a user can meet by writing a plausible number."""
    limits = {key: (least, most) for key, least, most in LIMITS}

    assert limits["scenario.months"] == (1, 600)
    assert "1 to 600" in part("`[scenario]`")
    assert limits["population.size"] == (1, 1_000_000)
    assert "up to a million" in part("`[population]`")


def test_sim_08_the_scenario_of_the_page_is_read_as_it_is_written(tmp_path: Path) -> None:
    """Every table of the file arrives, and what it does not say has its default."""
    path = tmp_path / "spring.toml"
    path.write_text(next(block.body for block in blocks(PAGE) if block.file_name == "spring.toml"), encoding="utf-8")

    assert read_scenario(str(path)) == Scenario(
        name="spring",
        title="Two months of spring at PPT, with much illness",
        municipality="ppt_norway",
        start=dt.date(2026, 3, 2),
        months=2,
        seed=5,
        path=path,
        population=PopulationPlan(size=6000, without_mailbox=0.2, never_opens=0.15, opens_after_hours=30.0),
        staffing=StaffingPlan(sick_days_per_year=30.0, speed=1.0),
        demand={"ppt_intake.referral": 4.0},
        service={"ppt_intake.review_case": 200.0},
        targets=(Target("ppt_intake.answer", "limit", 0.9),),
        faults=FaultPlan({"mailbox_refuses": 0.1, "staff_sick_at_work": 0.02}, 20),
        goals={"ppt-reach-a-letter-was-printed-over-a-weekend": 3},
    )


def test_cli_02_every_exit_code_is_on_the_page() -> None:
    """The public codes, each once, in order."""
    assert [int(code) for code in first_cells("Exit codes")] == [int(code) for code in Exit]


def test_every_key_of_a_simulated_world_is_on_the_page_of_hunting() -> None:
    """The table there has the keys of ``[simulated]``, and nothing else."""
    text = (ROOT / "docs/hunt.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)

    assert sorted(told) == sorted(row.name for row in attrs.fields(_World))
