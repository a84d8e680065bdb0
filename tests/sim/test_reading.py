"""Scenario files: found by name or path, read whole, with all faults at once (SIM-08, COR-22)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve

from saksgang.errors import ConfigurationRefused, InputRefused
from saksgang_sim.reading import municipality_path, read_scenario, shipped_scenarios
from saksgang_sim.scenario import PopulationPlan, StaffingPlan, Target

HEAD = '[scenario]\ntitle = "T"\nmunicipality = "town.toml"\nstart = 2026-04-13\n'


def written(folder: Path, text: str, name: str = "plots.toml") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def faults(folder: Path, text: str) -> list[str]:
    """The problems of a file, without its path."""
    path = written(folder, text)
    with pytest.raises(ConfigurationRefused) as refused:
        read_scenario(path)
    assert all(line.startswith(f"{path}: ") for line in refused.value.problems)
    return sorted(line.removeprefix(f"{path}: ") for line in refused.value.problems)


def test_sim_08_every_table_of_a_file_arrives(tmp_path: Path) -> None:
    """Each value is where the file says."""
    more = """months = 3
seed = 9
[population]
size = 700
never_opens = 0.5
[staffing]
speed = 2
[demand]
"a.b" = 1.5
[service]
"a.c" = 20
[[targets]]
deadline = "a.d"
target = "limit"
met_share = 1
"""
    read = read_scenario(written(tmp_path, HEAD + more))

    assert (read.name, read.title, read.municipality) == ("plots", "T", "town.toml")
    assert (read.start, read.months, read.seed) == (dt.date(2026, 4, 13), 3, 9)
    assert read.population == PopulationPlan(700, 0.08, 0.5, 30.0)
    assert read.staffing == StaffingPlan(9.0, 2.0)
    assert (read.demand, read.service) == ({"a.b": 1.5}, {"a.c": 20.0})
    assert read.targets == (Target("a.d", "limit", 1.0),)
    assert read.path == tmp_path / "plots.toml"


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("months = 0", "scenario.months: Here stands 0, expected 1 to 600."),
        ("months = 601", "scenario.months: Here stands 601, expected 1 to 600."),
        ("[population]\nsize = 0", "population.size: Here stands 0, expected 1 to 1000000."),
        ("[population]\nwithout_mailbox = 1.1", "population.without_mailbox: Here stands 1.1, expected 0 to 1."),
        ("[population]\nnever_opens = -0.1", "population.never_opens: Here stands -0.1, expected 0 to 1."),
        ("[population]\nopens_after_hours = 0", "population.opens_after_hours: Here stands 0, expected 0.01 to 10000."),
        ("[staffing]\nsick_days_per_year = 231", "staffing.sick_days_per_year: Here stands 231, expected 0 to 230."),
        ("[staffing]\nspeed = 0", "staffing.speed: Here stands 0, expected 0.01 to 100."),
        ('[demand]\n"a.b" = -1', 'demand."a.b": Here stands -1, expected 0 to 1000000.'),
        ('[service]\n"a.b" = -0.5', 'service."a.b": Here stands -0.5, expected 0 to 100000.'),
    ],
)
def test_cor_22_numbers_that_no_municipality_has_are_refused(tmp_path: Path, more: str, fault: str) -> None:
    """With key, what stands there, what was expected and what to do."""
    assert faults(tmp_path, HEAD + more) == [f"{fault} Write a number within."]


def test_cor_22_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    """Unknown keys, wrong kinds, numbers out of bounds, a missing key, in whatever table."""
    text = """
[scenario]
title = 5
municipality = "town.toml"
start = 2026-04-13
monhts = 3
[population]
size = 0
[[targets]]
deadline = "a.d"
target = "nrom"
met_share = 2
[[targets]]
deadline = "a.d"
met_share = 1
[staff]
speed = 1
"""
    found = faults(tmp_path, text)

    assert [line.partition(": ")[0] for line in found] == [
        "population.size",
        "scenario.monhts",
        "scenario.title",
        "staff",
        "targets[0].met_share",
        "targets[0].target",
        "targets[1].target",
    ]
    assert 'Did you mean "months"?' in found[1]
    assert 'Did you mean "staffing"?' in found[3]
    assert 'expected "norm" or "limit" or "due". Did you mean "norm"?' in found[5]
    assert "The key is missing" in found[6]


@pytest.mark.parametrize(
    "text", ["", "scenario = 3", "[scenario]\n", '[demand]\n"a" = "b"\n', "targets = [1]\n" + HEAD]
)
def test_cor_22_a_file_of_another_shape_is_told_in_words(tmp_path: Path, text: str) -> None:
    """Never with an exception of Python's."""
    assert faults(tmp_path, text)


def test_cor_22_not_a_number_is_no_number(tmp_path: Path) -> None:
    """``nan`` and ``inf`` are refused, wherever they stand."""
    for value in ("nan", "inf"):
        with pytest.raises((ConfigurationRefused, InputRefused)):
            read_scenario(written(tmp_path, f'{HEAD}[demand]\n"a.b" = {value}\n'))


def test_cor_22_an_unknown_name_is_refused_with_the_nearest(tmp_path: Path) -> None:
    """Of scenarios and of municipalities."""
    with pytest.raises(InputRefused, match=r"There is no scenario 'smal'\. Did you mean \"small\"\?"):
        read_scenario("smal")
    read = read_scenario(written(tmp_path, HEAD.replace("town.toml", "ppt_norwya")))
    with pytest.raises(
        ConfigurationRefused, match=r"There is no municipality 'ppt_norwya'\. Did you mean \"ppt_norway\"\?"
    ):
        municipality_path(read)


def test_cor_22_a_folder_is_no_scenario(tmp_path: Path) -> None:
    """One sentence that says what it is."""
    with pytest.raises(InputRefused, match="This is a folder or device, expected a file"):
        read_scenario(str(tmp_path))


def test_sim_08_the_municipality_is_looked_for_beside_the_scenario(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not where the program was called, also where it is not there."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    written(elsewhere, "", "town.toml")
    monkeypatch.chdir(elsewhere)
    read = read_scenario(written(tmp_path, HEAD))

    assert municipality_path(read) == tmp_path / "town.toml"
    assert municipality_path(evolve(read, municipality="elsewhere/town.toml")) == elsewhere / "town.toml"


def test_sim_08_a_shipped_name_means_the_shipped_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where a file of that name lies at hand."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path, "", "small")

    assert read_scenario("small").path == shipped_scenarios()["small"]
    assert municipality_path(read_scenario("small")).name == "ppt_norway.toml"
