"""Garden plots: a routine in a single file, with its citizens and staff, for municipalities in a test's own folder."""

from __future__ import annotations

from pathlib import Path

from saksgang_sim.reading import read_scenario
from saksgang_sim.scenario import Scenario

__all__ = ["MUNICIPALITY", "SCENARIO", "SOURCE", "garden_in", "source"]

SOURCE = '''
from __future__ import annotations

import random
import time

from attrs import frozen

from saksgang.checks import Check, sees
from saksgang.commands import Answer, CompleteTask, CreateTask, MeetDeadline, OpenCase, StartDeadline
from saksgang.declarations import CaseType, DeadlineKind, Role, Routine, Status, TaskKind
from saksgang.events import CaseOpened, TaskCompleted
from saksgang.hookspecs import hookimpl
from saksgang_sim.behaviour import Behaviour, Demand, Service
from saksgang_sim.hookspecs import simulated


@frozen
class Settings:
    """None."""


class ManyCome(Check):
    id = "garden-many-come"
    requirements = ("GAR-01",)
    kind = "reach"
    sentence = "Ten people apply."
    asked = 10

    def __init__(self):
        super().__init__()
        self.opened = 0

    @sees(CaseOpened)
    def came(self, event, recorded):
        self.opened += 1
        if self.opened >= self.asked:
            self.reached()


@hookimpl
def declare_routine():
    return Routine(
        name="garden", version="1.0", api=">=1,<2", title="Garden plots", language="nb", countries=("NO",),
        case_types=(CaseType("Parsell", "GAR", "plot", (Status("ny", "new", ("ferdig",)), Status("ferdig", "done"))),),
        task_kinds=(TaskKind("vurder", "Vurder", "assess", "saksbehandler", ("ja", "nei")),),
        deadline_kinds=(DeadlineKind("svar", "Svar", "reply", "office", "forvaltningsloven § 11 a"),),
        roles=(Role("saksbehandler", "officer"),), settings=Settings, checks=(ManyCome,),
        requirements={"GAR-01": "saksgang.errors.Refused"},
    )


def secret():
    return ""


@hookimpl
def respond(event, view):
    happened = event.event
    if isinstance(happened, CaseOpened):
        return [
            Answer(CreateTask("vurder", happened.case, facts={"hint": secret()}), "GAR-01"),
            Answer(StartDeadline("svar", happened.case, {"norm": "2 working days"}), "GAR-01"),
        ]
    if isinstance(happened, TaskCompleted):
        running = [each for each in view.deadlines(happened.case) if each.running]
        return [Answer(MeetDeadline(each.id, "done"), "GAR-01") for each in running]
    return []


def comes(occasion, view):
    citizen = occasion.population.adult(occasion.luck.integer(0, 20, "who"))
    return citizen.id, OpenCase("garden", "Parsell", citizen.id)


def assess(turn):
    yield CompleteTask(turn.task.id, "ja")


@simulated
def describe_behaviour():
    demands = (Demand("garden.plot", 10.0, comes),)
    return Behaviour("garden", demands, {"vurder": Service(30.0)}, {"vurder": assess})
'''

MUNICIPALITY = """
[municipality]
name = "Hagaby"
country = "NO"
language = "nb"
plugins = ["garden.py"]

[[staff]]
id = "kari"
name = "Kari Lund"
roles = ["saksbehandler"]

[routines.garden]
"""

SCENARIO = """
[scenario]
title = "A garden"
municipality = "garden-town.toml"
start = 2026-04-13
months = {months}
seed = {seed}

[population]
size = 200

[staffing]
sick_days_per_year = 0.0
{more}
"""


def source(*changes: tuple[str, str]) -> str:
    """The routine with something changed, each found exactly once."""
    text = SOURCE
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def garden_in(folder: Path, *changes: tuple[str, str], months: int = 1, seed: int = 1, more: str = "") -> Scenario:
    """Write the routine, its municipality and a scenario into a folder, and read them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "garden.py").write_text(source(*changes), encoding="utf-8")
    (folder / "garden-town.toml").write_text(MUNICIPALITY, encoding="utf-8")
    path = folder / "plots.toml"
    path.write_text(SCENARIO.format(months=months, seed=seed, more=more), encoding="utf-8")
    return read_scenario(str(path))
