"""What is kept of one run out of many: small, plain, and the same wherever it was run (SIM-12)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from attrs import asdict, field, frozen

from saksgang.checks import Verdict
from saksgang.exits import Exit
from saksgang.legaltime import Almanac
from saksgang_sim.many.figures import Figure

__all__ = ["Found", "Result", "found", "instant", "worst"]

# What is broken outweighs what was interrupted, and both what never happened.
BY_WEIGHT = (
    Exit.INTERNAL,
    Exit.REFUSED,
    Exit.FAILED,
    Exit.INTERRUPTED,
    Exit.NOTHING_RAN,
    Exit.NOT_REACHED,
    Exit.HELD,
)


@frozen
class Found:
    """What a check found in a run, with the first violation if there is one.

    Attributes:
        sentence: the rule.
        case, at, wrong: of the first violation; its instant is in the local time of the office.
    """

    id: str
    requirements: tuple[str, ...]
    kind: str
    sentence: str
    status: str
    judged: int
    count: int
    case: str = ""
    at: dt.datetime | None = None
    wrong: str = ""


def found(verdict: Verdict, almanac: Almanac) -> Found:
    """The verdict without all but the first of its violations."""
    row = (verdict.id, verdict.requirements, verdict.kind, verdict.sentence, verdict.status)
    first = verdict.violations[0] if verdict.violations else None
    if first is None:
        return Found(*row, verdict.judged, verdict.count)
    return Found(*row, verdict.judged, verdict.count, first.case, almanac.local(first.at), first.sentence)


def instant(check: Found) -> str | None:
    """When it was violated first, as data has instants."""
    return check.at.astimezone(dt.UTC).isoformat() if check.at else None


@frozen
class Result:
    """One run.

    Attributes:
        version: of the program that ran it.
        exit: how ``saksgang simulate`` would have ended.
        complete: false when it was interrupted.
        missed_targets: of the scenario, such as ``ppt_intake.answer.norm``.
        figures: in the order of their groups.
        refused: why it could not be run to its end, ``""`` if it was.
        struck: how often each fault that was on has struck.
        probes: how often it came to each rare place.
    """

    seed: int
    version: str
    exit: Exit
    complete: bool = True
    events: int = 0
    digest: str = ""
    checks: tuple[Found, ...] = ()
    missed_targets: tuple[str, ...] = ()
    figures: Mapping[Figure, float] = field(factory=dict)
    refused: str = ""
    struck: Mapping[str, int] = field(factory=dict)
    probes: Mapping[str, int] = field(factory=dict)

    @property
    def violated(self) -> tuple[Found, ...]:
        """The checks that were broken."""
        return tuple(check for check in self.checks if check.status == "violated")

    def as_data(self) -> dict[str, Any]:
        """The run as plain data; the figures are told over all runs."""
        broken = [asdict(check) | {"at": instant(check)} for check in self.violated]
        return {
            "seed": self.seed,
            "exit": int(self.exit),
            "events": self.events,
            "digest": self.digest,
            "violated": broken,
            "missed_targets": list(self.missed_targets),
            "refused": self.refused,
        }


def worst(exits: list[Exit]) -> Exit:
    """The one that weighs most; nothing ran where there is none."""
    return next((code for code in BY_WEIGHT if code in exits), Exit.NOTHING_RAN)
