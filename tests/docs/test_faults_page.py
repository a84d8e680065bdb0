"""The page of faults has every kind with its sentence and rate."""

from __future__ import annotations

import re

from saksgang_sim.faults.kinds import KINDS
from saksgang_sim.faults.plan import FaultPlan
from tests.house.sources import ROOT

PAGE = (ROOT / "docs/faults.md").read_text(encoding="utf-8")


def test_sim_05_every_kind_is_on_the_page() -> None:
    """Name, sentence, what a chance is drawn for and the rate, in the order of the list."""
    rows = re.findall(r"^\| `(\w+)` \| (.+) \| (.+) \| (.+) \|$", PAGE, re.MULTILINE)

    assert rows == [(kind.name, kind.sentence, kind.per, f"{kind.rate:g}") for kind in KINDS.values()]


def test_sim_05_the_quiet_days_are_on_the_page() -> None:
    """As many as there are unless a scenario says otherwise."""
    assert f"`quiet_days` under `[faults]`, {FaultPlan().quiet_days} unless said" in PAGE
