"""A run on the terminal: tables, misses, checks and the verdict (SIM-09)."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from saksgang.checks import Violation
from saksgang.events import DeadlineMet, DeadlineMissed, DeadlineStarted
from saksgang.journal import encode
from saksgang.records import Target
from saksgang_sim.report.counting import counted as recounted
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


def started(kind: str) -> DeadlineStarted:
    """A plain due time that began."""
    return DeadlineStarted("garden", "GAR-1", "d-2", kind, "", NOON, (Target("due", "2 days", NOON),))


def met(kind: str) -> DeadlineMet:
    """A plain due time that was kept."""
    return DeadlineMet("garden", "GAR-1", "d-2", kind, "", "due", NOON, "done")


def missed(kind: str) -> DeadlineMissed:
    """A plain due time that went by."""
    return DeadlineMissed("garden", "GAR-1", "d-2", kind, "", "due", NOON)


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
    """Each with case, target, due day and why; then how many more of that kind there are."""
    told = list(lines(outcome(counted([CREATED, *[MISSED] * 7]))))
    misses = [line for line in told if line.startswith("  missed: ")]

    assert (
        misses
        == ["  missed: GAR-1 garden.svar norm, due 2026-04-13: vurder for 0 days in the queue of saksbehandler"] * 5
    )
    assert "  and 2 more of garden.svar.norm" in told


def test_sim_06_violations_are_told_below_their_check() -> None:
    """Requirement, case, local time, what was wrong and the rule; five at the most, of so many out of so many."""
    broken = Violation("GAR-01", "GAR-1", NOON, "garden:7", "It was not so.")
    violated = evolve(verdict("violated", judged=36, count=9), violations=(broken,) * 9)
    told = list(lines(outcome(counted([]), violated)))
    row = "    GAR-01 case GAR-1 at 2026-04-13 12:00: It was not so. Rule: It is so."

    assert told.count(row) == 5
    assert told[told.index(row) - 1].split() == ["violated", "garden-check", "9", "of", "36", "times", "GAR-01"]
    assert "    and 4 more" in told


def test_sim_06_what_did_not_hold_stands_last() -> None:
    """Below all that held, where it is seen."""
    statuses = ("violated", "held", "not reached", "held", "not put to the test")
    told = block("Checks", list(lines(outcome(counted([]), *map(verdict, statuses)))))

    assert [" ".join(row[:-4]) for row in told[1:]] == [
        "held",
        "held",
        "not put to the test",
        "not reached",
        "violated",
    ]


def test_sim_09_what_the_clock_sets_off_is_no_deadline_that_was_missed() -> None:
    """A due time that does not wait for the office stands apart and is not told as missed."""
    events = [
        started("ring"),
        missed("ring"),
        started("svar"),
        met("svar"),
        missed("svar"),
        met("brev"),
        missed("brev"),
    ]
    told = list(lines(outcome(counted(events, ["garden.svar"]))))

    assert block("Deadlines", told)[:3] == [
        ["Deadlines", "started", "met", "missed"],
        ["garden.svar.due", "1", "1", "1"],
        [
            "missed:",
            "GAR-1",
            "garden.svar",
            "due,",
            "due",
            "2026-04-13:",
            *["nothing", "was", "left", "to", "do", "on", "it"],
        ],
    ]
    assert block("Reminders", told) == [
        ["Reminders", "set", "came", "ended", "before"],
        ["garden.brev.due", "0", "1", "1"],
        ["garden.ring.due", "1", "1", "0"],
    ]


def test_sim_09_each_kind_of_promise_that_was_missed_is_told() -> None:
    """However many of another kind there are."""
    told = list(lines(outcome(counted([*[MISSED] * 300, *[missed("svar")] * 3], ["garden.svar"]))))

    assert sum(line.startswith("  missed: GAR-1 garden.svar due") for line in told) == 3
    assert sum(line.startswith("  missed: GAR-1 garden.svar norm") for line in told) == 5
    assert "  and 295 more of garden.svar.norm" in told


def test_sim_09_the_report_and_the_terminal_tell_the_same_promises_apart(tmp_path: Path) -> None:
    """Both follow one rule."""
    finished, journal = simulated(scenario_in(tmp_path))
    report = recounted([encode(each) for each in journal], finished.tally.waits, {}).deadlines
    names = {name for name in finished.tally.deadlines if finished.tally.promised(*name.rsplit(".", 1))}

    assert {f"{kind.name}.{kind.target}" for kind in report.promises} == names
    assert {f"{kind.name}.{kind.target}" for kind in report.reminders} == {*finished.tally.deadlines} - names


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

    assert told[0].endswith("· scenario · Lilleby · 2026-04-13 to 2026-05-12 · seed 1")
    assert told[-2] == f"Seed 1 · {len(list(journal)):,} events · digest {journal.digest}"
    assert told[-1] == verdict_line(finished)
    assert told == [line.rstrip() for line in told]
