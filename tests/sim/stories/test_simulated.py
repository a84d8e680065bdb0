"""Stories of a simulated world: read like any other, played, collected by pytest (SIM-07, COR-22)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve

from saksgang.errors import ConfigurationRefused
from saksgang_sim.faults.plan import FaultPlan
from saksgang_sim.reading import read_scenario
from saksgang_sim.stories import staged
from saksgang_sim.stories.simulated import SimulatedStory
from tests.sim.hunting.broken_garden import CHECK, broken_garden
from tests.sim.running import said
from tests.sim.stories.test_pytest_plugin import run_pytest

STORY = """
title = "A letter is printed once"
requirements = ["PPT-10"]

[simulated]
scenario = "norway"
seed = 9
start = 2026-03-02
days = 3
citizens = 40
routines = ["ppt_intake"]
faults = { killed = 0.25, quiet_days = 1 }

[then]
holds = "ppt-unopened-letters-are-printed-once"
"""


def written(folder: Path, *changes: tuple[str, str], name: str = "small.toml") -> Path:
    text = STORY
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def problems(path: Path) -> list[str]:
    with pytest.raises(ConfigurationRefused) as refused:
        staged([path])
    assert all(line.startswith(f"{path}: ") for line in refused.value.problems)
    return [line.removeprefix(f"{path}: ") for line in refused.value.problems]


def test_sim_07_the_world_is_the_one_that_the_file_says(tmp_path: Path) -> None:
    """The scenario with that seed, length, people and faults, and without the other routines."""
    (found,) = staged([written(tmp_path)])
    story = found.story
    assert isinstance(story, SimulatedStory)
    scenario, base = story.plan.scenario, read_scenario("norway")

    assert (story.title, story.requirements) == ("A letter is printed once", ("PPT-10",))
    assert (scenario.seed, scenario.start, scenario.end) == (9, dt.date(2026, 3, 2), dt.date(2026, 3, 5))
    assert scenario.population == evolve(base.population, size=40)
    assert scenario.faults == FaultPlan({"killed": 0.25}, 1)
    assert list(story.plan.municipality.routines) == ["ppt_intake"]
    assert scenario.demand == {key: value for key, value in base.demand.items() if key.startswith("ppt_intake.")}


def test_sim_07_what_is_not_said_is_as_in_the_scenario(tmp_path: Path) -> None:
    """No faults, though, unless they are said, and seed 1."""
    text = STORY.replace("seed = 9\nstart = 2026-03-02\n", "")
    text = text.replace('citizens = 40\nroutines = ["ppt_intake"]\nfaults = { killed = 0.25, quiet_days = 1 }\n', "")
    (tmp_path / "short.toml").write_text(text, encoding="utf-8")
    (found,) = staged([tmp_path / "short.toml"])
    assert isinstance(found.story, SimulatedStory)
    scenario, base = found.story.plan.scenario, read_scenario("norway")

    assert (scenario.seed, scenario.start, scenario.population) == (1, base.start, base.population)
    assert list(found.story.plan.municipality.routines) == ["home_care_messages", "long_term_monitoring", "ppt_intake"]
    assert not scenario.faults.rates


def test_cor_22_every_problem_of_the_file_is_told_at_once(tmp_path: Path) -> None:
    """With its key and line, what was expected and what to write."""
    wrong = written(tmp_path, ("citizens = 40", 'citizens = "few"'), ("days = 3", "days = 0"), ("killed", "kiled"))
    strange = written(tmp_path, ("seed = 9", "sed = 9"), ("[then]\n", "[than]\n"), name="strange.toml")

    assert sorted(problems(wrong)) == [
        'simulated.citizens (line 10): Here stands the text "few", expected a whole number. Write for example 5.',
        "simulated.days (line 9): Here stands 0, expected 1 to 20000. Write a number within.",
        'simulated.faults.kiled (line 12): There is no fault "kiled". Did you mean "killed"?',
    ]
    assert sorted(problems(strange)) == [
        'simulated.sed (line 7): There is no such key here. Did you mean "seed"?',
        'than (line 14): There is no such key here. Did you mean "then"?',
        "then: The key is missing, expected a table. Add then = { key = value }: it has no default.",
    ]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('["ppt_intake"]', '["ppt"]'), 'simulated.routines (line 11): There is no routine "ppt" here.'),
        (
            ("printed-once", "printed-one"),
            'then.holds (line 15): There is no check "ppt-unopened-letters-are-printed-one" here.',
        ),
        (("killed = 0.25", "killed = 2"), "simulated.faults.killed (line 12): Here stands 2, expected 0 to 1."),
        (("quiet_days = 1", "quiet_days = -1"), "simulated.faults.quiet_days (line 12): Here stands -1"),
    ],
)
def test_cor_22_names_that_nobody_has_are_told_with_the_nearest(
    tmp_path: Path, change: tuple[str, str], told: str
) -> None:
    """And numbers that no world has."""
    assert any(line.startswith(told) for line in problems(written(tmp_path, change)))


def test_cor_22_a_scenario_that_is_not_there_is_told(tmp_path: Path) -> None:
    """By name with the nearest; a file is looked for from the story's own folder."""
    (name,) = problems(written(tmp_path, ('"norway"', '"norwya"')))
    (path,) = problems(written(tmp_path, ('"norway"', '"no/such.toml"')))

    assert name == "simulated.scenario (line 6): There is no scenario 'norwya'. Did you mean \"norway\"?"
    assert path.startswith(f"simulated.scenario (line 6): {tmp_path}/no/such.toml: The file cannot be opened")


def friday(folder: Path, scenario: str) -> Path:
    text = f'title = "T"\nrequirements = ["GAR-02"]\n[simulated]\nscenario = "{scenario}"\ndays = 20\n'
    folder.mkdir(exist_ok=True)
    (folder / "friday.toml").write_text(f'{text}[then]\nholds = "{CHECK}"\n', encoding="utf-8")
    return folder / "friday.toml"


@pytest.mark.parametrize(("bug", "code"), [(True, 1), (False, 0)])
def test_sim_07_pytest_collects_and_plays_it_like_any_other(tmp_path: Path, bug: bool, code: int) -> None:
    """A failing one has the rule, what was there and the case's timeline in place of a traceback."""
    broken_garden(tmp_path, bug=bug)
    story = friday(tmp_path / "stories", "../plots.toml")
    ended = run_pytest(tmp_path)

    assert ended.returncode == said("play", story).code == code
    assert f"stories/friday.toml::friday {'FAILED' if bug else 'PASSED'}" in ended.stdout
    assert (f"check {CHECK}]" in ended.stdout) == bug
    assert ("The timeline of GAR-2026-" in ended.stdout) == bug
    assert "Traceback" not in ended.stdout


def test_sim_07_the_timeline_is_that_of_the_case_up_to_what_went_wrong(tmp_path: Path) -> None:
    """In a crowded world nothing of others stands in it, and nothing that came after."""
    broken_garden(tmp_path)
    (result,) = said("play", friday(tmp_path, "plots.toml"), "--json").data
    (failure,) = result["failures"]
    at = failure["there"].removeprefix("at ")[:16]

    assert failure["timeline"][-1].startswith(f"{at} kari: Task {failure['case']}/task-1 (vurder) done by kari")
    assert " Case opened as Parsell " in failure["timeline"][0]
    assert len(failure["timeline"]) < 10
