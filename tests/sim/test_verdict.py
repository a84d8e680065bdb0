"""From what was found to one exit code and one sentence (CLI-02)."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from saksgang.checks import Verdict
from saksgang.events import CaseOpened, ContactRecorded, DeadlineMet, DeadlineMissed, Event, HandlingFailed, StaffAbsent
from saksgang.exits import Exit
from saksgang.records import Absence
from saksgang_sim.scenario import Target
from saksgang_sim.verdict import exit_of, verdict_line
from tests.sim.outcomes import NOON, counted, outcome, verdict

CASE = CaseOpened("garden", "GAR-1", "Parsell", "citizen:1", "", "ny")
CONTACT = ContactRecorded("garden", "", "c-1", "citizen:1", "in", "telephone", "parsell", "kari")
ILL = StaffAbsent("office", "", "kari", Absence(NOON.date(), NOON.date(), "illness"))
CRASH = HandlingFailed("garden", "GAR-1", "f-1", "garden", "respond", "garden:1", "KeyError: 'x'")
MET = DeadlineMet("garden", "GAR-1", "d-1", "svar", "", "norm", NOON, "done")
MISSED = DeadlineMissed("garden", "GAR-1", "d-1", "svar", "", "norm", NOON)
HELD, VIOLATED, UNREACHED = verdict("held"), verdict("violated", count=2), verdict("not reached", judged=0)
IDLE = verdict("not put to the test", judged=0)
HALF = (Target("garden.svar", "norm", 0.5),)
ALL = (Target("garden.svar", "norm", 1.0),)


@pytest.mark.parametrize(
    ("events", "verdicts", "targets", "complete", "code"),
    [
        ([CASE], [HELD, IDLE], (), True, 0),
        ([CONTACT], [HELD], (), True, 0),
        ([CASE, MET, MISSED], [HELD], HALF, True, 0),
        ([CASE, MET, MISSED], [HELD], ALL, True, 1),
        ([CASE], [HELD, VIOLATED], (), True, 1),
        ([CASE], [VIOLATED, UNREACHED], (), False, 1),
        ([CASE, CRASH], [VIOLATED], (), True, 3),
        ([CASE, CRASH], [HELD], (), False, 3),
        ([], [HELD], (), True, 5),
        ([ILL], [HELD, UNREACHED], (), True, 5),
        ([CASE], [HELD, UNREACHED], (), True, 6),
        ([CASE], [HELD], ALL, True, 6),
        ([CASE], [HELD, UNREACHED], ALL, False, 130),
        ([], [HELD], (), False, 130),
    ],
)
def test_cli_02_each_way_to_end_has_its_exit_code(
    events: Sequence[Event], verdicts: Sequence[Verdict], targets: tuple[Target, ...], complete: bool, code: int
) -> None:
    """A crash before a violation before an interruption before nothing at all before a goal never met."""
    assert exit_of(outcome(counted(events), *verdicts, targets=targets, complete=complete)) == code


def test_cli_02_the_codes_are_those_that_the_requirement_names() -> None:
    """0 held, 1 failed, 3 plugin crashed, 5 nothing ran, 6 never reached, 130 interrupted."""
    assert [Exit.HELD, Exit.FAILED, Exit.INTERNAL, Exit.NOTHING_RAN, Exit.NOT_REACHED] == [0, 1, 3, 5, 6]
    assert int(Exit.INTERRUPTED) == 130


@pytest.mark.parametrize(
    ("events", "verdicts", "targets", "complete", "sentence"),
    [
        ([CASE], [HELD, HELD], (), True, "All held: 2 checks, put to the test 6 times."),
        ([CASE], [HELD, IDLE], (), True, "All held: 2 checks, put to the test 3 times; 1 had no occasion."),
        ([CASE], [VIOLATED], (), True, "NOT all held: 1 checks, put to the test 3 times; 1 violated: garden-check."),
        (
            [CASE],
            [VIOLATED] * 5,
            (),
            True,
            "NOT all held: 5 checks, put to the test 15 times; 5 violated: "
            + ", ".join(["garden-check"] * 3)
            + " and 2 more.",
        ),
        (
            [CASE],
            [UNREACHED],
            (),
            True,
            "NOT all held: 1 checks, put to the test 0 times; 1 never reached: garden-check.",
        ),
        (
            [CASE, MET, MISSED, MISSED],
            [HELD],
            HALF,
            True,
            "NOT all held: 1 checks, put to the test 3 times; target missed: garden.svar.norm at least 50%, was 33.3%.",
        ),
        (
            [CASE],
            [HELD],
            ALL,
            True,
            "NOT all held: 1 checks, put to the test 3 times; target without an occasion: garden.svar.norm.",
        ),
        ([], [HELD], (), True, "Nothing ran: 1 checks, put to the test 3 times."),
        ([CASE, CRASH], [HELD], (), True, "A plugin failed: 1 checks, put to the test 3 times."),
        (
            [CASE],
            [HELD],
            (),
            False,
            "Interrupted on 2026-05-13, so this is a partial report: 1 checks, put to the test 3 times.",
        ),
    ],
)
def test_sim_06_the_verdict_is_one_sentence(
    events: Sequence[Event], verdicts: Sequence[Verdict], targets: tuple[Target, ...], complete: bool, sentence: str
) -> None:
    """It counts the checks and names what was violated, not reached, missed or had no occasion."""
    assert verdict_line(outcome(counted(events), *verdicts, targets=targets, complete=complete)) == sentence
