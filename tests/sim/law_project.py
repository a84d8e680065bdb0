"""A new plugin's project to break on purpose, and what the laws of every routine then say of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from saksgang.plugins.beginning import begin_project
from tests.core.plugins.test_beginning import in_project, installed

__all__ = ["asked", "begun", "changed", "put_to"]


def begun(folder: Path) -> Path:
    """A new Norwegian project, as it is installed, with a scenario of three months."""
    project = folder / "dog_licence"
    begin_project("dog_licence", project, "NO")
    installed(project, folder / "site")
    return project


def changed(path: Path, there: str, wrong: str) -> None:
    """Write something else where exactly this stood."""
    text = path.read_text(encoding="utf-8")
    assert there in text
    path.write_text(text.replace(there, wrong), encoding="utf-8")


def put_to(law: str, project: Path) -> str:
    """What pytest says of one law of the project's own class."""
    site = project.parent / "site"
    return in_project(project, site, "pytest", "-q", "-p", "no:cacheprovider", "-k", law, "tests").stdout


def asked(arguments: Iterable[object], *paths: Path) -> subprocess.CompletedProcess[str]:
    """``saksgang plugins check`` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "saksgang", "plugins", "check", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*map(str, paths), *(path for path in sys.path if path)])},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
