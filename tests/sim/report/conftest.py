"""Runs that several tests look at: made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sim.report.journals import run_of


@pytest.fixture(scope="package")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of three months of PPT intake."""
    return run_of(tmp_path_factory.mktemp("report"))
