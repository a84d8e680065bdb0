"""Outcomes of runs made by hand, event by event, for what is told and judged afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from saksgang.checks import Verdict
from saksgang.configuration import Municipality
from saksgang.events import Event
from saksgang.journal import Recorded
from saksgang_sim.promises import Waits
from saksgang_sim.run import Outcome
from saksgang_sim.scenario import Scenario, Target
from saksgang_sim.tally import Tally
from saksgang_sim.targets import judge_targets

__all__ = ["NOON", "counted", "outcome", "recorded", "verdict"]

NOON = dt.datetime(2026, 4, 13, 10, tzinfo=dt.UTC)


def recorded(event: Event, *, days: float = 0.0, cause: str = "") -> Recorded:
    """The event in a journal, so many days after a Monday noon."""
    return Recorded("garden:1", NOON + dt.timedelta(days=days), "staff:kari", cause, event)


def counted(events: Iterable[Event | Recorded], office: Iterable[str] = ()) -> Tally:
    """The tally of these, where these kinds of deadline wait for the office."""
    tally = Tally(Waits(office=frozenset(office)))
    for event in events:
        tally.see(event if isinstance(event, Recorded) else recorded(event))
    return tally


def verdict(status: str, *, judged: int = 3, count: int = 0, name: str = "garden-check") -> Verdict:
    """What a check found."""
    kind = "reach" if status == "not reached" else "safety"
    return Verdict(name, ("GAR-01",), kind, "It is so.", status, judged, count, ())  # type: ignore[arg-type]


def outcome(tally: Tally, *verdicts: Verdict, targets: tuple[Target, ...] = (), complete: bool = True) -> Outcome:
    """A run of a month in Hagaby that came to this."""
    start = dt.date(2026, 4, 13)
    scenario = Scenario("plots", "A garden", "hagaby", start, 1, 7, Path("plots.toml"), targets=targets)
    municipality = Municipality("Hagaby", "NO", "Europe/Oslo", "nb", (), (), {}, (), Path("hagaby.toml"))
    return Outcome(
        scenario,
        municipality,
        dt.date(2026, 5, 13),
        complete,
        tally,
        verdicts,
        judge_targets(targets, tally),
        {},
        "abc",
    )
