"""The garden with a rule, a check of it, and a bug that breaks it now and then."""

from __future__ import annotations

from pathlib import Path

from saksgang_sim.scenario import Scenario
from tests.sim.garden import garden_in

__all__ = ["CHECK", "RULE", "broken_garden"]

CHECK = "garden-nobody-is-turned-away"
RULE = "Whoever applies for a plot is given one."
CLASS = f"""

class NobodyIsTurnedAway(Check):
    id = "{CHECK}"
    requirements = ("GAR-02",)
    kind = "safety"
    sentence = "{RULE}"

    @sees(TaskCompleted)
    def decided(self, event, recorded):
        self.judge(event.outcome == "ja", recorded, f"{{event.by}} said {{event.outcome}}.")


@hookimpl
def declare_routine():
"""
CHANGES = (
    ("\n\n@hookimpl\ndef declare_routine():\n", CLASS),
    ("checks=(ManyCome,)", "checks=(ManyCome, NobodyIsTurnedAway)"),
    (
        'requirements={"GAR-01": "saksgang.errors.Refused"}',
        'requirements={"GAR-01": "saksgang.errors.Refused", "GAR-02": "saksgang.errors.Refused"}',
    ),
)
# Nobody is there to say yes to the first who comes on a Friday.
BUG = (
    'yield CompleteTask(turn.task.id, "ja")',
    'yield CompleteTask(turn.task.id, "nei" if turn.view.today.weekday() == 4 else "ja")',
)


def broken_garden(folder: Path, *, bug: bool = True) -> Scenario:
    """Write it, with the bug or without."""
    return garden_in(folder, *CHANGES, *([BUG] if bug else []))
