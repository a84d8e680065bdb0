"""The JSON schema of municipality files (COR-20)."""

from __future__ import annotations

import copy
import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from saksgang.configuration import examine, load, plugin_files, schema
from saksgang.legaltime import Duration, Rule
from saksgang.plugins import Registry
from tests.core.configuration.samples import ROUTINES, SOUND
from tests.house.sources import ROOT

SHIPPED = sorted((ROOT / "sim" / "saksgang_sim" / "municipalities").glob("*.toml"))


def as_editors_read(value: Any) -> Any:
    """TOML as JSON: dates and times are text."""
    if isinstance(value, dict):
        return {name: as_editors_read(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [as_editors_read(inner) for inner in value]
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


@pytest.fixture
def sound() -> Any:
    return as_editors_read(tomllib.loads(SOUND))


@pytest.fixture
def validator() -> Any:
    made = schema(ROUTINES)
    jsonschema.Draft202012Validator.check_schema(made)
    return jsonschema.Draft202012Validator(made)


def test_cor_20_the_schema_accepts_a_sound_file(validator: Any, sound: Any) -> None:
    """What the office loads, an editor underlines nowhere."""
    assert [error.message for error in validator.iter_errors(sound)] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("municipality country", "SE"),
        ("municipality plugins", "local.py"),
        ("staff 0 roles", "leder"),
        ("staff 0 deputi", "ola"),
        ("sections 0 id", 5),
        ("routines parking answer_within", "2 wroking days"),
        ("routines parking limit", "1 month, end of week"),
        ("routines parking most", "3"),
        ("routines parking channel", "fax"),
        ("routines parking width", [1]),
        ("routines parking zones 0 spaces", "forty"),
        ("routines parking streets Strandgata", "12"),
        ("routines parking enabled", "no"),
        ("routines parkin", {}),
        ("sektions", []),
    ],
)
def test_cor_20_the_schema_refuses_a_wrong_file(validator: Any, sound: Any, path: str, value: object) -> None:
    """One wrong value or key anywhere is found, settings of plugins included."""
    wrong = copy.deepcopy(sound)
    *way, last = path.split()
    table = wrong
    for part in way:
        table = table[int(part)] if part.isdigit() else table[part]
    table[last] = value

    assert list(validator.iter_errors(wrong))


def test_cor_20_the_schema_refuses_a_file_without_what_it_needs(validator: Any, sound: Any) -> None:
    """Required tables and keys are required."""
    for way in (("municipality",), ("staff",), ("municipality", "name"), ("routines", "parking", "zones")):
        wrong = copy.deepcopy(sound)
        table = wrong
        for part in way[:-1]:
            table = table[part]
        del table[way[-1]]

        assert list(validator.iter_errors(wrong)), way


def test_cor_20_the_schema_tells_help_and_default() -> None:
    """An editor can show what a setting is for and what it is when left out."""
    settings = schema(ROUTINES)["properties"]["routines"]["properties"]["parking"]["properties"]

    assert settings["answer_within"]["description"] == "How long the office has."
    assert settings["answer_within"]["default"] == "10 working days"
    assert settings["fee"]["default"] == "120.50" or settings["fee"]["default"] == 120.5


@pytest.mark.parametrize(
    "text", ["48 hours", "1 day", "2 working days", "2 weeks", "6 months", "3 years", "monday 09:00", "sunday 9:00"]
)
def test_cor_11_the_pattern_accepts_what_is_read_as_a_duration(text: str, validator: Any, sound: Any) -> None:
    """Every kind of duration in its usual spelling passes both, alone and in a rule."""
    assert isinstance(Duration.parse(text), Duration)
    assert Rule.parse(f"{text}, end of day, moved to a working day").moves
    sound["routines"]["parking"] |= {"answer_within": text, "limit": f"{text}, end of day, moved to a working day"}

    assert [error.message for error in validator.iter_errors(sound)] == []


MEANT = {"everything": ["routines.benefits.allow_projected"]}  # it runs into a year whose rates are projected


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_cor_20_a_shipped_municipality_is_in_order(file: Path) -> None:
    """It has no problems, no warnings but those that are meant, and its schema accepts it."""
    registry = Registry.installed(plugin_files(file))
    tables = as_editors_read(tomllib.loads(file.read_text(encoding="utf-8")))

    report = examine(file, registry.routines)

    assert report.problems == ()
    assert [warning.key for warning in report.warnings] == MEANT.get(file.stem, [])
    assert load(file, registry.routines).routines
    jsonschema.Draft202012Validator(schema(registry.routines)).validate(tables)


def test_cor_20_there_is_a_shipped_municipality() -> None:
    """The test above has something to look at."""
    assert "ppt_norway" in [file.stem for file in SHIPPED]
