"""A goal that a run is too short for is told, and the run has not failed by it (SIM-06, CLI-02)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.errors import ConfigurationRefused
from saksgang.exits import Exit
from saksgang_sim.reading import read_scenario
from tests.sim.garden import garden_in
from tests.sim.running import said

NEVER = ("asked = 10", "asked = 10_000")
GOAL = '[goals]\n"garden-many-come" = 2'


def test_cli_02_a_goal_for_longer_runs_does_not_fail_a_shorter_one(tmp_path: Path) -> None:
    """It is named with how long it needs, on the terminal and as data; nobody reads that it held."""
    path = garden_in(tmp_path, NEVER, more=GOAL).path
    answer, data = said("simulate", path), said("simulate", path, "--json").data
    (goal,) = (each for each in data["checks"] if each["id"] == "garden-many-come")

    assert (answer.code, data["exit"]) == (Exit.HELD, Exit.HELD)
    assert answer.out.splitlines()[-1].endswith("; 1 not reached in so short a run: garden-many-come needs 2 months.")
    assert "GAR-01  needs 2 months\n" in answer.out
    assert (goal["status"], goal["needs_months"]) == ("not put to the test", 2)


@pytest.mark.parametrize("length", [["--months", "2"], ["--days", "61"]])
def test_cli_02_a_run_that_is_long_enough_has_to_meet_its_goals(tmp_path: Path, length: list[str]) -> None:
    """Thirteenth of April to thirteenth of June: as soon as it could have been met, the exit code is 6."""
    answer = said("simulate", garden_in(tmp_path, NEVER, more=GOAL).path, *length)

    assert answer.code == Exit.NOT_REACHED
    assert "1 never reached: garden-many-come" in answer.out


def test_cli_02_a_goal_that_is_met_early_held(tmp_path: Path) -> None:
    """The length is the least that it needs, not a reason to look away."""
    answer = said("simulate", garden_in(tmp_path, more=GOAL).path)

    assert answer.code == Exit.HELD
    assert "needs 2 months" not in answer.out


def test_cor_22_a_goal_that_nobody_has_is_refused(tmp_path: Path) -> None:
    """With the file, the key, and a length that no run can have."""
    unknown = said("simulate", garden_in(tmp_path, more='[goals]\n"garden-many-come-by" = 2').path)

    assert unknown.code == Exit.REFUSED
    assert 'goals.garden-many-come-by: Nobody here has "garden-many-come-by"' in unknown.err
    with pytest.raises(ConfigurationRefused, match=r"goals\.garden-many-come: Here stands 601, expected 1 to 600"):
        garden_in(tmp_path, more='[goals]\n"garden-many-come" = 601')


@pytest.mark.parametrize("name", ["everything", "norway", "long_term_monitoring"])
def test_sim_08_of_a_year_of_monitoring_no_third_review_is_asked(name: str) -> None:
    """After half a year and three months at the soonest from then on, a case comes up for the third time."""
    assert read_scenario(name).goals == {"mon-reach-a-case-came-up-three-times": 13}
