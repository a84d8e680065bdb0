"""Stories: who does what when, and what must then be seen, as TOML files that a caseworker can read (SIM-07)."""

from __future__ import annotations

from saksgang_sim.stories.finding import Staged, shipped_stories, staged, story_files
from saksgang_sim.stories.model import Story
from saksgang_sim.stories.playing import play
from saksgang_sim.stories.report import as_data, failure_lines, repeat_command
from saksgang_sim.stories.results import Result

__all__ = [
    "Result",
    "Staged",
    "Story",
    "as_data",
    "failure_lines",
    "play",
    "repeat_command",
    "shipped_stories",
    "staged",
    "story_files",
]
