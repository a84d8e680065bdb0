"""The office in which the routine is tried."""

from __future__ import annotations

import pytest

from tests.plugins.benefits.bench import Bench, bench


@pytest.fixture
def office() -> Bench:
    """An office with the routine on, opened on Monday 5 August 2024 at nine local time."""
    return bench()
