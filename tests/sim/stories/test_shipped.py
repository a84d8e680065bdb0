"""The stories that come with the routines: each holds, together they tell of every requirement (SIM-07)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.plugins import Registry
from saksgang_sim.stories import failure_lines, shipped_stories, staged

INSTALLED = Registry.installed()
SHIPPED = shipped_stories(INSTALLED)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_sim_07_a_shipped_story_holds(path: Path) -> None:
    """Nothing is different from what the story says, and no check is violated."""
    (story,) = staged([path])
    result = story.play()

    assert result.held, "\n".join(failure_lines(result))


@pytest.mark.parametrize("routine", sorted(INSTALLED.routines))
def test_sim_07_every_requirement_of_a_routine_has_a_story(routine: str) -> None:
    """Each requirement that a routine declares is named by at least one of its stories."""
    stories = staged(shipped_stories(INSTALLED, routine))
    told = {requirement for each in stories for requirement in each.story.requirements}

    assert set(INSTALLED.routines[routine].requirements) <= told


def test_sim_06_every_check_is_put_to_the_test_by_some_story() -> None:
    """A check that no story ever puts to the test could be broken unseen; reaching is for the months of a scenario."""
    played = [verdict for each in staged(SHIPPED) for verdict in each.play().verdicts]
    verdicts = [verdict for verdict in played if verdict.kind != "reach"]
    tested = {verdict.id for verdict in verdicts if verdict.judged}

    assert {verdict.id for verdict in verdicts} - tested == set()
