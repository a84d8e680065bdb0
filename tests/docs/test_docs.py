"""What README and docs show is what happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.blocks import prose_command
from tests.docs.runner import run_document
from tests.house.sources import ROOT

DOCUMENTS = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted(ROOT.glob("plugins/*/README.md")),
]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_document_runs_as_written(document: Path, tmp_path: Path) -> None:
    """Commands print what the document shows, examples run, configuration parses."""
    assert run_document(document.read_text(encoding="utf-8"), tmp_path) == []


@pytest.mark.parametrize("name", ["run", "test"])
def test_readme_has_the_command_that_ci_takes_from_it(name: str) -> None:
    """README marks its run and its test command, each one line, for ``.ci/run`` to execute."""
    command = prose_command((ROOT / "README.md").read_text(encoding="utf-8"), name)

    assert command is not None
    assert command.startswith("python3 -m venv .venv && ")
