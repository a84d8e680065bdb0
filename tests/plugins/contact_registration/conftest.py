"""The office in which the routine is tried."""

from __future__ import annotations

import pytest

from tests.plugins.contact_registration.bench import Bench, bench


@pytest.fixture
def office() -> Bench:
    """An office with the routine on, on the Tuesday of the counting week."""
    return bench()
