"""What ``summary.json`` beside a journal says of its run: the checks' verdicts, and how to repeat it (SIM-09)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec

from saksgang.errors import InputRefused

__all__ = ["Check", "Summary", "Target", "Violation", "read_summary"]

NAME = "summary.json"


class Violation(msgspec.Struct):
    """A broken rule."""

    requirement: str
    case: str
    at: str
    sentence: str


class Check(msgspec.Struct):
    """A check and what it found."""

    id: str
    requirements: list[str]
    sentence: str
    status: str
    judged: int
    violations: int
    first_violations: list[Violation]


class Target(msgspec.Struct):
    """A target of the scenario."""

    deadline: str
    asked: float
    share: float
    ended: int
    held: bool


class Faults(msgspec.Struct):
    """The faults that the run had on, and how often each struck."""

    rates: dict[str, float] = {}
    struck: dict[str, int] = {}


class Summary(msgspec.Struct):
    """A run as its summary has it."""

    scenario: str
    seed: int
    start: str
    until: str
    complete: bool
    events: int
    digest: str
    versions: dict[str, str] = {}
    checks: list[Check] = []
    targets: list[Target] = []
    repeat: str = ""
    plugin_failures: int = 0
    faults: Faults = msgspec.field(default_factory=Faults)

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The first day and the last that were simulated; ``until`` is the day after."""
        return dt.date.fromisoformat(self.start), dt.date.fromisoformat(self.until) - dt.timedelta(days=1)

    @property
    def violated(self) -> list[Check]:
        """The checks that did not hold."""
        return [check for check in self.checks if check.status == "violated"]

    @property
    def unreached(self) -> list[Check]:
        """The goals that the run never came to."""
        return [check for check in self.checks if check.status == "not reached"]


def read_summary(folder: Path) -> Summary | None:
    """The summary in a run's folder, ``None`` where there is none; raises ``InputRefused`` when it cannot be read."""
    path = folder / NAME
    try:
        return msgspec.json.decode(path.read_bytes(), type=Summary)
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise InputRefused(
            f"The summary {path} cannot be read: {error}; simulate again, or move it away to do without."
        ) from error
