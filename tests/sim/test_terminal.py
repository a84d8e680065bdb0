"""A run on the terminal: tables, misses, checks and the verdict (SIM-09)."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from saksgang.checks import Violation
from saksgang_sim.terminal import lines
from saksgang_sim.verdict import verdict_line
from tests.sim.outcomes import NOON, counted, outcome, recorded, verdict
from tests.sim.test_tally import CREATED, DONE, DRAFTED, MISSED, RECEIVED, REGISTERED, SENT, STARTED
from tests.sim.worlds import scenario_in, simulated


def block(title: str, told: list[str]) -> list[list[str]]:
    """The rows under a title, split into words."""
    start = next(n for n, line in enumerate(told) if line.startswith(title))
    rows = told[start:]
    return [row.split() for row in (rows[: rows.index("")] if "" in rows else rows)]


def test_sim_09_the_terminal_shows_each_table_with_its_counts() -> None:
    """Documents by way, letters by fate, deadlines by end, tasks by state, work by person."""
    events = [RECEIVED, REGISTERED, CREATED, STARTED, DRAFTED, SENT, DONE, MISSED]
    told = list(lines(outcome(counted(events), verdict("held"))))

    assert block("Documents", told) == [
        ["Documents", "received", "registered", "as", "a", "new", "case"],
        ["garden.Søknad", "1", "1"],
    ]
    assert block("Letters", told)[:3] == [
        ["Letters", "drafted", "sent"],
        ["garden.svar", "1", "1"],
        ["1", "letters", "are", "still", "under", "way"],
    ]
    assert block("Deadlines", told)[:3] == [
        ["Deadlines", "started", "missed"],
        ["garden.svar.limit", "1", "0"],
        ["garden.svar.norm", "1", "1"],
    ]
    assert block("Tasks", told) == [["Tasks", "created", "ended"], ["garden.vurder", "1", "1"]]
    assert "Work: kari 1" in told
    assert "Refused: nothing" in told


def test_sim_09_answers_are_told_in_days() -> None:
    """Two days and a half, which are the middle, nine of ten and the longest."""
    told = list(lines(outcome(counted([RECEIVED, REGISTERED, DRAFTED, recorded(SENT, days=2.5)]))))

    assert "  garden.svar: sent after 2.5 days in the middle, 2.5 for nine of ten, 2.5 at the longest" in told


def test_sim_09_misses_are_told_five_at_a_time() -> None:
    """Each with case, target, due day and why; the rest is in the file."""
    told = list(lines(outcome(counted([CREATED, *[MISSED] * 7]))))
    misses = [line for line in told if line.startswith("  missed: ")]

    assert (
        misses
        == ["  missed: GAR-1 garden.svar norm, due 2026-04-13: vurder for 0 days in the queue of saksbehandler"] * 5
    )
    assert "  and 2 more in summary.json" in told


def test_sim_06_violations_are_told_below_their_check() -> None:
    """Requirement, case, instant, what was wrong and the rule; five at the most."""
    broken = Violation("GAR-01", "GAR-1", NOON, "garden:7", "It was not so.")
    told = list(lines(outcome(counted([]), evolve(verdict("violated", count=9), violations=(broken,) * 9))))
    row = "    GAR-01 case GAR-1 at 2026-04-13 10:00Z: It was not so. Rule: It is so."

    assert told.count(row) == 5
    assert told[told.index(row) - 1].split() == ["violated", "garden-check", "3", "times", "GAR-01"]
    assert "    and 4 more" in told


def test_sim_09_nothing_is_told_as_nothing() -> None:
    """Tables without rows say so, and no line ends in blanks."""
    told = list(lines(outcome(counted([]))))

    assert "Documents  none" in told
    assert "Work: nobody did any" in told
    assert told == [line.rstrip() for line in told]


def test_sim_01_the_seed_and_the_verdict_come_last(tmp_path: Path) -> None:
    """Of a whole run: seed, events and digest, then the verdict; the first line says what ran from when to when."""
    finished, journal = simulated(scenario_in(tmp_path))
    told = list(lines(finished))

    assert told[0].endswith("· scenario · Lilleby · 2026-04-13 to 2026-05-13 · seed 1")
    assert told[-2] == f"Seed 1 · {len(list(journal)):,} events · digest {journal.digest}"
    assert told[-1] == verdict_line(finished)
    assert told == [line.rstrip() for line in told]
