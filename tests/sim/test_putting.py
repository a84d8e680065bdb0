"""From a scenario to a plan: municipality, plugins, behaviours; what nobody has is refused (SIM-08, COR-20)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.errors import ConfigurationRefused, InputRefused, PluginRefused
from saksgang.journal import MemoryJournal
from saksgang_sim.putting import plan_of
from saksgang_sim.run import Plan, prepare
from saksgang_sim.scenario import Scenario
from tests.sim.garden import MUNICIPALITY, garden_in
from tests.sim.worlds import scenario_in

MARK = ("@simulated\ndef describe_behaviour():", "def describe_behaviour():")


def plan(scenario: Scenario) -> Plan:
    return plan_of(scenario, MemoryJournal())


def test_plg_01_a_routine_in_a_single_file_brings_its_people_with_it(tmp_path: Path) -> None:
    """The file beside the municipality holds both; no other routine's people are in the plan."""
    made = plan(garden_in(tmp_path))

    assert list(made.behaviours) == list(made.municipality.routines) == ["garden"]
    assert made.behaviours["garden"].demands[0].name == "garden.plot"


def test_plg_01_the_people_of_an_installed_routine_are_found(tmp_path: Path) -> None:
    """By the name of the routine that is on."""
    made = plan(scenario_in(tmp_path))

    assert list(made.behaviours) == ["ppt_intake"]
    assert "review_case" in made.behaviours["ppt_intake"].work


def test_sim_03_a_routine_without_a_behaviour_is_there_but_nobody_turns_to_it(tmp_path: Path) -> None:
    """It can be on; a run of it holds no casework."""
    made = plan(garden_in(tmp_path, MARK))

    assert made.behaviours == {}
    assert prepare(made).go().tally.casework == 0


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("def describe_behaviour():", "def describe_behaviour(view):"), "takes 'view', which the hook does not give"),
        (("    demands = (Demand", "    raise KeyError('x')\n    demands = (Demand"), "KeyError: 'x'"),
    ],
)
def test_plg_03_a_behaviour_that_cannot_be_asked_for_is_refused(
    tmp_path: Path, change: tuple[str, str], sentence: str
) -> None:
    """In words that name the plugin, instead of a run in which nobody comes."""
    with pytest.raises(PluginRefused, match="Plugin garden") as refused:
        plan(garden_in(tmp_path, change))
    assert sentence in str(refused.value)


def test_cor_20_names_that_nobody_has_are_refused_all_at_once(tmp_path: Path) -> None:
    """Streams, services and deadlines, also those of routines that are not on."""
    more = """
[demand]
"ppt_intake.referral" = 1.0
"garden.plot" = 1.0
[service]
"garden.vurdering" = 1.0
[[targets]]
deadline = "garden.frist"
target = "norm"
met_share = 1.0
"""
    with pytest.raises(ConfigurationRefused) as refused:
        plan(garden_in(tmp_path, more=more))

    path = tmp_path / "plots.toml"
    assert refused.value.problems == (
        f'{path}: demand."ppt_intake.referral": Nobody here has "ppt_intake.referral". Known here are: "garden.plot".',
        f'{path}: service."garden.vurdering": Nobody here has "garden.vurdering". Did you mean "garden.vurder"?',
        f'{path}: targets[0].deadline: Nobody here has "garden.frist". Did you mean "garden.svar"?',
    )


def test_cor_20_a_municipality_with_faults_is_refused_with_all_of_them(tmp_path: Path) -> None:
    """As ``saksgang check`` tells them."""
    scenario = garden_in(tmp_path)
    wrong = MUNICIPALITY.replace("[routines.garden]", "[routines.gardne]").replace('"NO"', '"SE"')
    (tmp_path / "garden-town.toml").write_text(wrong, encoding="utf-8")

    with pytest.raises(ConfigurationRefused) as refused:
        plan(scenario)
    assert len(refused.value.problems) >= 2


def test_cor_22_a_municipality_that_is_not_there_is_refused_by_its_path(tmp_path: Path) -> None:
    """The path says where it was looked for."""
    scenario = garden_in(tmp_path)
    (tmp_path / "garden-town.toml").unlink()

    with pytest.raises(InputRefused, match=f"{tmp_path}/garden-town.toml: The file cannot be opened"):
        plan(scenario)
