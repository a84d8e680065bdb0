"""A small municipality and short scenarios for the tests of the simulation."""

from __future__ import annotations

from pathlib import Path

from saksgang.journal import Journal, MemoryJournal
from saksgang_sim.putting import plan_of
from saksgang_sim.reading import read_scenario
from saksgang_sim.run import Outcome, prepare
from saksgang_sim.scenario import Scenario

__all__ = ["MUNICIPALITY", "scenario_in", "simulated"]

MUNICIPALITY = """
[municipality]
name = "Lilleby"
country = "NO"
language = "nb"

[[sections]]
id = "vest"
name = "Seksjon vest"

[[staff]]
id = "turid"
name = "Turid Moen"
roles = ["konsulent"]

[[staff]]
id = "berit"
name = "Berit Dal"
roles = ["leder"]
section = "vest"

[[staff]]
id = "ola"
name = "Ola Vik"
roles = ["fagansatt"]
section = "vest"

[[staff]]
id = "siri"
name = "Siri Nes"
roles = ["fagansatt"]
section = "vest"

[routines.ppt_intake]
directory_fallback = "berit"
"""

SCENARIO = """
[scenario]
title = "A test"
municipality = "municipality.toml"
start = 2026-04-13
months = {months}
seed = {seed}

[population]
size = 1000

[demand]
"ppt_intake.referral" = 5.0
"ppt_intake.inquiry" = 4.0
"ppt_intake.information" = 3.0
"ppt_intake.taken_in_hand" = 1.0
{more}
"""


def scenario_in(
    folder: Path, *, months: int = 1, seed: int = 1, more: str = "", municipality: str = MUNICIPALITY
) -> Scenario:
    """Write the files into a folder and read them."""
    (folder / "municipality.toml").write_text(municipality, encoding="utf-8")
    path = folder / "scenario.toml"
    path.write_text(SCENARIO.format(months=months, seed=seed, more=more), encoding="utf-8")
    return read_scenario(str(path))


def simulated(scenario: Scenario) -> tuple[Outcome, Journal]:
    """Run it in this process."""
    journal = MemoryJournal()
    return prepare(plan_of(scenario, journal)).go(), journal
