"""Planted bugs, a row each: what is wrong, where, and which check has to find it."""

from __future__ import annotations

from tests.reliability.plants import benefits, contacts, core, messages, monitoring, ppt
from tests.reliability.plants.planting import Plant, Setting, Swap, planted

__all__ = ["PLANTS", "Plant", "Setting", "Swap", "planted"]

PLANTS: tuple[Plant, ...] = (
    *core.PLANTS,
    *ppt.PLANTS,
    *benefits.PLANTS,
    *monitoring.PLANTS,
    *messages.PLANTS,
    *contacts.PLANTS,
)
