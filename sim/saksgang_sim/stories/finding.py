"""Finding stories: those of files and folders, and those that the installed routines bring (SIM-07)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from attrs import frozen

from saksgang.configuration import plugin_files
from saksgang.configuration.problems import advice
from saksgang.configuration.toml import parse, read_text
from saksgang.errors import ConfigurationRefused, InputRefused
from saksgang.plugins import Registry
from saksgang_sim.stories.model import Story
from saksgang_sim.stories.playing import play
from saksgang_sim.stories.reading import read_story
from saksgang_sim.stories.results import Result
from saksgang_sim.stories.simulated import SIMULATED, SimulatedStory, read_simulated
from saksgang_sim.stories.simulating import play_simulated
from saksgang_sim.stories.sources import BESIDE, source_of

__all__ = ["Registries", "Staged", "shipped_stories", "staged", "story_files"]

Registries = Callable[[Sequence[Path]], Registry]
"""Gives the plugins for one story: the installed ones, and the single files that its municipality names."""


@frozen
class Staged:
    """A story that has been read, with the plugins to play it with."""

    story: Story | SimulatedStory
    registry: Registry

    def play(self) -> Result:
        """Play it; once only, since an office's surroundings are plugins too."""
        if isinstance(self.story, SimulatedStory):
            return play_simulated(self.story)
        return play(self.story, self.registry)


def staged(paths: Iterable[Path], registries: Registries = Registry.installed) -> list[Staged]:
    """Read all of these stories before any of them is played.

    Raises:
        ConfigurationRefused: with every problem of every story, one line each.
    """
    found: list[Staged] = []
    problems: list[str] = []
    for path in paths:
        try:
            found.append(_staged(path, registries))
        except ConfigurationRefused as refused:
            problems += refused.problems
        except InputRefused as refused:
            problems.append(str(refused))
    if problems:
        raise ConfigurationRefused(tuple(dict.fromkeys(problems)))
    return found


def _staged(path: Path, registries: Registries) -> Staged:
    text = read_text(path)
    tables = parse(text, path)
    if SIMULATED in tables:
        story = read_simulated(path, text, tables)
        return Staged(story, story.plan.registry)
    source = source_of(path, text, tables)
    registry = registries(plugin_files(source.path))
    return Staged(read_story(path, registry), registry)


def story_files(paths: Iterable[Path]) -> list[Path]:
    """The story files that are named, and those within the folders that are named, in order of name.

    Raises:
        InputRefused: there is no such file or folder.
    """
    return [story for path in paths for story in _within(path)]


def _within(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise InputRefused(f"There is no story {path}: name a TOML file, or a folder of them.")
    yield from _stories_in(path) if path.is_dir() else (path,)


def _stories_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.toml") if path.name != BESIDE)


def shipped_stories(registry: Registry, routine: str = "") -> list[Path]:
    """The stories that come with the installed routines, or with one of them, by routine and name.

    Raises:
        InputRefused: no routine of that name is installed.
    """
    routines = registry.routines
    if routine and routine not in routines:
        raise InputRefused(f"There is no routine {routine!r} here. {advice(routine, routines)}")
    packages = [each.package for name, each in routines.items() if each.package and routine in ("", name)]
    return [story for package in packages for story in _stories_in(Path(str(files(package))) / "stories")]
