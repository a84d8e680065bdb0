"""``summary.json``: a run as data (SIM-09). The fields are described in ``docs/journal.md``."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from saksgang.checks import Verdict
from saksgang_sim.goals import needs_months
from saksgang_sim.options import options
from saksgang_sim.reading import shipped_scenarios
from saksgang_sim.run import Outcome
from saksgang_sim.scenario import Scenario
from saksgang_sim.tally import Missed, Tally
from saksgang_sim.verdict import exit_of

__all__ = ["days", "summary"]


def summary(outcome: Outcome) -> dict[str, Any]:
    """Everything that the terminal shows and more, in plain data; personal numbers are nowhere in it."""
    return {**_run(outcome), "faults": _faults(outcome), **_judgement(outcome), **_counts(outcome.tally)}


def _run(outcome: Outcome) -> dict[str, Any]:
    scenario = outcome.scenario
    return {
        "scenario": scenario.name,
        "municipality": outcome.municipality.name,
        "seed": scenario.seed,
        "start": scenario.start.isoformat(),
        "until": outcome.until.isoformat(),
        "complete": outcome.complete,
        "versions": {"saksgang": version("saksgang")},
        "routines": list(outcome.municipality.routines),
        "events": outcome.tally.events,
        "digest": outcome.digest,
        "exit": int(exit_of(outcome)),
        "repeat": _repeat(scenario),
    }


def _faults(outcome: Outcome) -> dict[str, Any]:
    plan = outcome.scenario.faults
    return {
        "rates": dict(plan.rates),
        "drawn": plan.drawn,
        "quiet_days": plan.quiet_days,
        "struck": dict(outcome.struck),
        "probes": dict(outcome.probes),
    }


def _repeat(scenario: Scenario) -> str:
    """The command that does the same again (CLI-03)."""
    shipped = shipped_scenarios().get(scenario.name) == scenario.path
    return shlex.join(["saksgang", "simulate", scenario.name if shipped else str(scenario.path), *options(scenario)])


def _judgement(outcome: Outcome) -> dict[str, Any]:
    return {
        "checks": [_check(verdict, outcome.scenario) for verdict in outcome.verdicts],
        "targets": [
            {
                "deadline": f"{result.target.deadline}.{result.target.target}",
                "asked": result.target.met_share,
                "share": round(result.share, 4),
                "ended": result.ended,
                "held": result.held,
            }
            for result in outcome.targets
        ],
        "refused": dict(outcome.refusals),
        "plugin_failures": outcome.tally.failures,
    }


def _counts(tally: Tally) -> dict[str, Any]:
    return {
        "cases": _table(tally.cases),
        "documents": _table(tally.documents),
        "letters": _table(tally.letters),
        "letters_under_way": tally.under_way,
        "answer_days": {name: days(counts) for name, counts in sorted(tally.days.items())},
        "deadlines": _table(tally.deadlines),
        "missed": [_missed(missed) for missed in tally.missed],
        "tasks": _table(tally.tasks),
        "tasks_open": tally.open_tasks,
        "work": dict(sorted(tally.work.items())),
    }


def _missed(missed: Missed) -> dict[str, str]:
    return {
        "case": missed.case,
        "deadline": missed.deadline,
        "kind": missed.kind,
        "target": missed.target,
        "due": missed.due.isoformat(),
        "why": missed.why,
    }


def days(counts: Counter[float]) -> dict[str, float]:
    """Middle, ninetieth percentile and longest, in calendar days."""
    ordered = sorted(counts.elements())
    at = len(ordered) - 1
    return {"median": ordered[at // 2], "p90": ordered[at * 9 // 10], "longest": ordered[at]}


def _table(rows: Mapping[str, Counter[str]]) -> dict[str, dict[str, int]]:
    return {name: dict(sorted(row.items())) for name, row in sorted(rows.items())}


def _check(verdict: Verdict, scenario: Scenario) -> dict[str, Any]:
    return {
        "id": verdict.id,
        "requirements": list(verdict.requirements),
        "kind": verdict.kind,
        "sentence": verdict.sentence,
        "status": verdict.status,
        "needs_months": needs_months(verdict, scenario),
        "judged": verdict.judged,
        "violations": verdict.count,
        "first_violations": [
            {
                "requirement": v.requirement,
                "case": v.case,
                "at": v.at.isoformat(),
                "event": v.event,
                "sentence": v.sentence,
            }
            for v in verdict.violations[:10]
        ],
    }
