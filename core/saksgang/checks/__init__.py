"""Second opinions: checks that read the journal only and share no code with what they check (SIM-06)."""

from __future__ import annotations

from saksgang.checks.check import Book, Check, Kind, Verdict, Violation, sees
from saksgang.checks.judge import Judge

__all__ = ["Book", "Check", "Judge", "Kind", "Verdict", "Violation", "sees"]
