"""The plugin on the page *Writing a plugin* is whole: its project, its test, its requirements fit together."""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.docs.blocks import Block, blocks
from tests.house.sources import ROOT

PAGE = ROOT / "docs/writing-a-plugin.md"
FILES: dict[str, Block] = {
    block.file_name: block for block in blocks(PAGE.read_text(encoding="utf-8")) if block.file_name is not None
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with every file of the page."""
    for name, block in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(block.body, encoding="utf-8")
    return tmp_path


def test_the_example_is_installed_as_its_project_says() -> None:
    """What stands in for an installation on the page has the entry points of the project file."""
    written = tomllib.loads(FILES["pyproject.toml"].body)["project"]["entry-points"]
    installed = configparser.ConfigParser()
    installed.read_string(FILES["allotments-1.0.dist-info/entry_points.txt"].body)

    assert {group: dict(installed[group]) for group in installed.sections()} == written


def test_plg_07_the_examples_own_tests_pass(project: Path) -> None:
    """The tests that the page shows run and pass beside the plugin: its decision, and the laws of every routine."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(project), "tests"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(project), *(path for path in sys.path if path)])},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "13 passed" in done.stdout


def test_every_requirement_of_the_example_is_judged_or_shown() -> None:
    """The numbers that the page gives its rules are those that plugin, check and story name."""
    story = tomllib.loads(FILES["allotments/stories/a_plot_is_granted.toml"].body)

    assert story["requirements"] == ["LOT-01", "LOT-02"]
    for requirement in story["requirements"]:
        assert f"**{requirement}**" in PAGE.read_text(encoding="utf-8")
        assert f'"{requirement}"' in FILES["allotments/plugin.py"].body
