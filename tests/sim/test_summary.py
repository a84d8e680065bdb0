"""``summary.json``: a run as data (SIM-09)."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from attrs import evolve

from saksgang.checks import Violation
from saksgang.events import DeadlineMissed
from saksgang_sim.scenario import Target
from saksgang_sim.summary import days, summary
from tests.sim.outcomes import NOON, counted, outcome, verdict
from tests.sim.worlds import scenario_in, simulated


def test_sim_09_the_spread_of_days_is_middle_ninetieth_and_longest() -> None:
    """Of ten answers after 1 to 10 days: 5, 9 and 10; of one, itself; many of a kind count each."""
    assert days(Counter({float(n): 1 for n in range(1, 11)})) == {"median": 5.0, "p90": 9.0, "longest": 10.0}
    assert days(Counter({2.3: 1})) == {"median": 2.3, "p90": 2.3, "longest": 2.3}
    assert days(Counter({9.0: 1, 1.0: 98, 30.5: 1})) == {"median": 1.0, "p90": 1.0, "longest": 30.5}


def test_sim_09_checks_are_told_with_their_first_ten_violations() -> None:
    """Twelve are counted, ten are listed, each with requirement, case, instant, event and sentence."""
    broken = Violation("GAR-01", "GAR-1", NOON, "garden:7", "It was not so.")
    told = summary(outcome(counted([]), evolve(verdict("violated", count=12), violations=(broken,) * 12)))
    (check,) = told["checks"]

    assert (check["id"], check["status"], check["judged"], check["violations"]) == ("garden-check", "violated", 3, 12)
    assert len(check["first_violations"]) == 10
    assert check["first_violations"][0] == {
        "requirement": "GAR-01",
        "case": "GAR-1",
        "at": "2026-04-13T10:00:00+00:00",
        "event": "garden:7",
        "sentence": "It was not so.",
    }


def test_sim_08_targets_are_told_with_what_was_asked_and_what_came() -> None:
    """One miss of one is a share of nothing, asked were nine of ten."""
    missed = DeadlineMissed("garden", "GAR-1", "d-1", "svar", "", "norm", NOON)
    told = summary(outcome(counted([missed]), targets=(Target("garden.svar", "norm", 0.9),)))

    assert told["targets"] == [{"deadline": "garden.svar.norm", "asked": 0.9, "share": 0.0, "ended": 1, "held": False}]
    assert told["missed"][0]["due"] == "2026-04-13T10:00:00+00:00"
    assert told["exit"] == 1


def test_sim_01_seed_digest_and_days_are_told() -> None:
    """With what ran, from when to when, and whether it came to its end."""
    told = summary(outcome(counted([]), complete=False))

    assert (told["scenario"], told["municipality"], told["seed"], told["digest"]) == ("plots", "Hagaby", 7, "abc")
    assert (told["start"], told["until"], told["complete"], told["exit"]) == ("2026-04-13", "2026-05-13", False, 130)


def test_cor_08_no_personal_number_stands_in_a_summary(tmp_path: Path) -> None:
    """Of a whole run: it is plain data, and no eleven digits in a row are in it."""
    finished, journal = simulated(scenario_in(tmp_path))
    text = json.dumps(summary(finished))
    numbers = {getattr(each.event, "personal_number", "") for each in journal} - {""}

    assert len(numbers) > 20
    assert not any(number in text for number in numbers)
    assert not re.search(r"\b\d{11}\b", text.replace(finished.digest, ""))
