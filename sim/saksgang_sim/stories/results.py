"""What became of a story (SIM-07)."""

from __future__ import annotations

from attrs import frozen

from saksgang.checks import Verdict
from saksgang.journal import Journal
from saksgang.legaltime import Almanac
from saksgang_sim.stories.model import Step, Story
from saksgang_sim.stories.naming import Names
from saksgang_sim.stories.simulated import SimulatedStory

__all__ = ["Failure", "Result"]


@frozen
class Failure:
    """Something that was not as the story says.

    Attributes:
        step: at which step, ``None`` where it holds for the whole story.
        expected: in the story's words.
        there: what was there instead.
        case: the case whose timeline tells more, ``""`` for all of them.
        event: the event at which it was seen, ``""`` where that is not known.
    """

    step: Step | None
    expected: str
    there: str
    case: str = ""
    event: str = ""


@frozen
class Result:
    """What became of a story.

    Attributes:
        failures: of the steps, the expectations and the checks; none where the story holds.
        verdicts: of the core's laws and the routines' own checks over the story's journal.
        crowded: whether there are others than those of the story, so that not everything has to do with it.
    """

    story: Story | SimulatedStory
    failures: tuple[Failure, ...]
    verdicts: tuple[Verdict, ...]
    journal: Journal
    names: Names
    almanac: Almanac
    crowded: bool = False

    @property
    def held(self) -> bool:
        """Whether all was as the story says, and no check was violated."""
        return not self.failures
