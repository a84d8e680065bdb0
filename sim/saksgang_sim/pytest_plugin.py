"""Stories as pytest items: TOML files in a folder called ``stories`` (SIM-07).

Turn it on with ``-p saksgang_sim.pytest_plugin``, or with ``pytest_plugins = ["saksgang_sim.pytest_plugin"]`` in the
outermost ``conftest.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from saksgang.errors import ConfigurationRefused
from saksgang_sim.stories import Result, failure_lines, staged

__all__ = ["StoryFile", "StoryItem", "pytest_collect_file"]

FOLDER = "stories"
MUNICIPALITY = "municipality.toml"


class StoryFailed(AssertionError):
    """A story did not hold."""

    def __init__(self, result: Result) -> None:
        super().__init__("\n".join(failure_lines(result)))


class StoryItem(pytest.Item):
    """One story."""

    def runtest(self) -> None:
        """Play it."""
        (story,) = staged([self.path])
        result = story.play()
        if not result.held:
            raise StoryFailed(result)

    def repr_failure(  # type: ignore[override] # pytest's types of style and result are not public
        self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None
    ) -> object:
        """A story's own words in place of a traceback."""
        if isinstance(excinfo.value, StoryFailed | ConfigurationRefused):
            return str(excinfo.value)
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where it stands."""
        return self.path, None, f"story {self.name}"


class StoryFile(pytest.File):
    """A file with one story."""

    def collect(self) -> Iterator[StoryItem]:
        """The story."""
        yield StoryItem.from_parent(self, name=self.path.stem)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> StoryFile | None:
    """Take the TOML files of a folder of stories, but for the municipality that they share."""
    is_story = file_path.suffix == ".toml" and file_path.parent.name == FOLDER and file_path.name != MUNICIPALITY
    return StoryFile.from_parent(parent, path=file_path) if is_story else None
