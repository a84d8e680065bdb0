"""Long-term monitoring of debt cases: reviewed at intervals, checked against the finance system, never forgotten."""

from __future__ import annotations
