"""How a routine's citizens and staff behave in a simulation, as rows and plain functions (SIM-03, SIM-04)."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import Any, TypeAlias

from attrs import field, frozen

from saksgang.commands import Command
from saksgang.journal.record import Recorded
from saksgang.ports import ServiceOrder
from saksgang.records import StaffMember, Task
from saksgang.view import View
from saksgang_sim.figure import Figure
from saksgang_sim.luck import Luck
from saksgang_sim.people import Population

__all__ = [
    "OFFICE_HOURS",
    "Act",
    "Asked",
    "Behaviour",
    "Demand",
    "Occasion",
    "Outside",
    "Service",
    "Temptation",
    "Turn",
    "Work",
]

OFFICE_HOURS: Mapping[int, float] = {8: 2, 9: 3, 10: 3, 11: 2, 12: 2, 13: 2, 14: 2, 15: 1}

Work: TypeAlias = Generator[Command, list[Recorded], None]
"""What somebody does with a task: each command is carried out before the next, and its events come back."""


@frozen
class Occasion:
    """One citizen's reason to get in touch.

    Attributes:
        key: names the occasion in every run of the scenario, whatever else happens in it.
        luck: draws for this occasion only.
    """

    key: str
    population: Population
    luck: Luck


Act: TypeAlias = Callable[[Occasion, View], tuple[str, Command] | None]
"""What a citizen does on an occasion: the actor and the command, or nothing."""


@frozen
class Demand:
    """What citizens come with, and how often.

    Attributes:
        name: the stream of chance and the key in a scenario's ``[demand]``, such as ``ppt_intake.referral``.
        per_week: the mean of a Poisson number in an average week.
        weekdays: weight of each day from Monday to Sunday.
        hours: weight of each local hour of the day.
        months: weight of each month from January to December.
    """

    name: str
    per_week: float
    act: Act
    weekdays: tuple[float, ...] = (1, 1, 1, 1, 1, 0, 0)
    hours: Mapping[int, float] = field(factory=lambda: OFFICE_HOURS)
    months: tuple[float, ...] = (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)


@frozen
class Service:
    """How long a kind of task takes: a lognormal number of working minutes.

    Attributes:
        minutes: the mean.
        spread: standard deviation over mean.
    """

    minutes: float
    spread: float = 0.5


@frozen
class Turn:
    """Somebody of the staff has worked on a task for as long as it takes, and acts now.

    Attributes:
        luck: draws for this task only.
        attempt: counts from 1; more after the office refused something.
    """

    task: Task
    person: StaffMember
    view: View
    luck: Luck
    attempt: int


@frozen
class Asked:
    """A service outside is asked something.

    Attributes:
        luck: draws for this request only.
    """

    order: ServiceOrder
    population: Population
    view: View
    luck: Luck


Temptation: TypeAlias = Callable[[Turn], "tuple[str, Command] | None"]
"""What somebody is tempted to do and may not: the actor and the command, or nothing."""

Outside: TypeAlias = Callable[[Asked], "tuple[int, dict[str, Any]] | None"]
"""What a service outside does: after how many seconds it answers what, or that it never answers."""


@frozen
class Behaviour:
    """All that a routine brings to a simulation.

    Attributes:
        outside: by declared service: how the register, system or terminal answers.
        services: by task kind.
        work: by task kind: what somebody of the staff does when it is done.
        money: those of ``outside`` that are the finance system's, which can be down as a whole.
        figures: what the report of a run shows of it beside the figures that every routine has.
        temptations: what its people now and then try, all of which it refuses.
    """

    routine: str
    demands: tuple[Demand, ...]
    services: Mapping[str, Service]
    work: Mapping[str, Callable[[Turn], Work]]
    outside: Mapping[str, Outside] = field(factory=dict)
    money: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    temptations: tuple[Temptation, ...] = ()
