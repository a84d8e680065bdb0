"""The office in which the routine is tried."""

from __future__ import annotations

import pytest

from tests.plugins.home_care_messages.bench import Bench, bench


@pytest.fixture
def office() -> Bench:
    """An office with the routine on, opened on Monday 16 November 2026 at nine local time."""
    return bench()
