"""A scenario: municipality, population, demand, staffing, months and targets, read from a TOML file (SIM-08)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Literal

from attrs import evolve, field, frozen

from saksgang_sim.changes import Changes
from saksgang_sim.faults.plan import FaultPlan

__all__ = ["PopulationPlan", "Scenario", "StaffingPlan", "Target", "months_later", "switched_off"]


@frozen
class PopulationPlan:
    """The citizens.

    Attributes:
        size: how many live in the municipality.
        without_mailbox: share without an electronic mailbox.
        never_opens: share of the others who never open a digital letter.
        opens_after_hours: mean time until the rest open one, lognormal with a long tail.
    """

    size: int = 20_000
    without_mailbox: float = 0.08
    never_opens: float = 0.15
    opens_after_hours: float = 30.0


@frozen
class StaffingPlan:
    """How the staff work.

    Attributes:
        sick_days_per_year: mean number of working days that somebody is ill.
        speed: how much faster than the services say they work; 2 takes half the time.
        mischief: the chance that somebody at a piece of work first tries what the routine refuses.
    """

    sick_days_per_year: float = 9.0
    speed: float = 1.0
    mischief: float = 0.02


@frozen
class Target:
    """What the scenario asks of the whole run, such as nine of ten answers within the service norm.

    Attributes:
        deadline: the kind, such as ``ppt_intake.answer``.
        target: ``norm``, ``limit`` or ``due``.
        met_share: the least share of those ended that must have been met, from 0 to 1.
    """

    deadline: str
    target: Literal["norm", "limit", "due"]
    met_share: float


def months_later(start: dt.date, months: int) -> dt.date:
    """The same day of the month so many months on, the last of it where there is none such."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    for day in range(start.day, 0, -1):
        try:
            return dt.date(year, month + 1, day)
        except ValueError:
            continue
    raise AssertionError(start)


@frozen
class Scenario:
    """What is simulated.

    Attributes:
        municipality: a shipped municipality's name or the path of a file.
        start: the first local day.
        days: how many days instead of ``months``, where that is asked for.
        demand: visits per week by stream, over what the routine's behaviour says.
        service: working minutes by ``routine.task_kind``, over what the routine's behaviour says.
        path: the file it was read from.
        changes: what it changes about the municipality.
        goals: how many months a run needs before it can meet a goal, by check id, where that is said.
    """

    name: str
    title: str
    municipality: str
    start: dt.date
    months: int
    seed: int
    path: Path
    population: PopulationPlan = field(factory=PopulationPlan)
    staffing: StaffingPlan = field(factory=StaffingPlan)
    demand: dict[str, float] = field(factory=dict)
    service: dict[str, float] = field(factory=dict)
    targets: tuple[Target, ...] = ()
    changes: Changes = field(factory=Changes)
    faults: FaultPlan = field(factory=FaultPlan)
    days: int | None = None
    goals: dict[str, int] = field(factory=dict)

    @property
    def end(self) -> dt.date:
        """The local day that is not simulated any more."""
        return months_later(self.start, self.months) if self.days is None else self.start + dt.timedelta(self.days)

    def too_short_for(self, goal: str) -> bool:
        """Whether the run is shorter than it has to be for that goal."""
        return goal in self.goals and self.end < months_later(self.start, self.goals[goal])


def switched_off(scenario: Scenario, routines: tuple[str, ...]) -> Scenario:
    """The scenario without these routines, and without what it says of them."""

    def stays(key: str) -> bool:
        return key.partition(".")[0] not in routines

    changes = scenario.changes
    settings = {name: table for name, table in changes.settings.items() if stays(name)}
    return evolve(
        scenario,
        demand={key: value for key, value in scenario.demand.items() if stays(key)},
        service={key: value for key, value in scenario.service.items() if stays(key)},
        targets=tuple(target for target in scenario.targets if stays(target.deadline)),
        changes=evolve(changes, settings=settings, without=tuple(sorted({*changes.without, *routines}))),
    )
