"""Which faults are on in a scenario, how often each strikes, and when they are over (SIM-05)."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, field, frozen

from saksgang.configuration.problems import advice, joined, quoted
from saksgang.errors import InputRefused
from saksgang.settings import Finding
from saksgang_sim.faults.kinds import KINDS

__all__ = ["NONE", "QUIET_DAYS", "SWARM", "FaultPlan", "misnamed", "named", "plan_of_table"]

NONE = "none"
SWARM = "swarm"
QUIET_DAYS = "quiet_days"


@frozen
class FaultPlan:
    """The faults of a run.

    Attributes:
        rates: the chance of each kind that is on, by name, each time that it might strike.
        quiet_days: how many days before the end of the run they are over; within these the office must recover.
        drawn: whether the seed drew them.
    """

    rates: Mapping[str, float] = field(factory=dict)
    quiet_days: int = 10
    drawn: bool = False

    def __str__(self) -> str:
        """As the option ``--faults`` takes it."""
        if self.drawn:
            return SWARM
        return ",".join(f"{name}={rate!r}" for name, rate in self.rates.items()) or NONE


def plan_of_table(table: Mapping[str, float]) -> FaultPlan:
    """The plan that a scenario's table ``[faults]`` says; numbers were judged before (``misnamed``, ``limits``)."""
    rates = {name: float(table[name]) for name in KINDS if table.get(name)}
    return FaultPlan(rates, int(table.get(QUIET_DAYS, FaultPlan().quiet_days)))


def misnamed(tables: Mapping[str, object]) -> list[Finding]:
    """Every key of a scenario's table ``faults`` that is no fault."""
    known, table = (QUIET_DAYS, *KINDS), tables.get("faults")
    return [
        Finding(joined("faults", name), f"There is no fault {quoted(name)}.", advice(name, known))
        for name in (table if isinstance(table, dict) else ())
        if name not in known
    ]


def named(text: str, before: FaultPlan) -> FaultPlan:
    """The faults that ``--faults`` names, such as ``print_lost,mailbox_refuses=0.5``; the quiet days stay.

    Raises:
        InputRefused: a name is no fault, stands there twice or not alone, or a rate is no number from 0 to 1.
    """
    if text == NONE:
        return evolve(before, rates={}, drawn=False)
    parts = [part.strip() for part in text.split(",")]
    if alone := next((part for part in parts if part in (NONE, SWARM)), ""):
        raise InputRefused(f'"{alone}" stands alone: name --faults {alone}, or only the faults that are to be on.')
    named = [_rate(part) for part in parts]
    rates = dict(named)
    if len(rates) < len(named):
        twice = next(name for n, (name, _) in enumerate(named) if name in dict(named[:n]))
        raise InputRefused(f"The fault {quoted(twice)} is named twice; name it once.")
    return evolve(before, rates={name: rates[name] for name in KINDS if rates.get(name)}, drawn=False)


def _rate(part: str) -> tuple[str, float]:
    name, _, said = part.partition("=")
    if name not in KINDS:
        raise InputRefused(f"There is no fault {quoted(name)}. {advice(name, (NONE, SWARM, *KINDS))}")
    try:
        rate = float(said) if said else KINDS[name].rate
    except ValueError:
        rate = -1.0
    if not 0.0 <= rate <= 1.0:
        raise InputRefused(f"The rate of {name} is {quoted(said)}; write a number from 0 to 1, such as {name}=0.2.")
    return name, rate
