"""How often Python looks for garbage in cycles while a run goes on (SIM-12)."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["SELDOM", "collecting_seldom"]

SELDOM = (1_000_000, 5, 10)
"""Thresholds of the three generations, as ``gc.set_threshold`` takes them; by default they are 700, 10 and 10.

The first is how many objects in cycles, which only a plugin of others leaves behind, may lie about at the most.
"""


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Let new objects become many before they are looked through; afterwards it is as it was before.

    What came about within then counts as old, so that it is not all looked through for nothing at the end.
    """
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        gc.set_threshold(*before)
