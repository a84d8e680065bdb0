"""``saksgang simulate --runs``: figures with intervals, and how it ends (SIM-12, CLI-02, CLI-03)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from saksgang.exits import Exit
from saksgang_sim.many.figures import Figure
from saksgang_sim.many.result import Result, worst
from saksgang_sim.many.samples import known, sample
from saksgang_sim.many.telling import plain
from tests.sim.garden import garden_in
from tests.sim.running import repeated, said

ON_TIME = '[service]\n"garden.vurder" = 3e4\n[[targets]]\ndeadline = "garden.svar"\ntarget = "norm"\nmet_share = 1.0\n'
CRASHES = ("        running = [each", '        raise KeyError("no such plot")\n        running = [each')
VETS = ("\n\ndef comes(", '\n\n@hookimpl\ndef vet(command, actor, view):\n    raise KeyError("plot")\n\n\ndef comes(')
NEVER = ("asked = 10", "asked = 10_000")
BREAKS = ("self.reached()", "self.judge(False, recorded, 'It was the tenth.')")
DONE, MET = Figure("Work", "a.b", "tasks done"), Figure("Deadlines", "a.c", "share met")


def test_sim_12_figures_are_those_of_the_runs(tmp_path: Path) -> None:
    """Tasks done and cases opened over three seeds, counted again from the summaries of each."""
    path = garden_in(tmp_path).path
    answer = said("simulate", path, "--runs", 3, "--json")
    done = [said("simulate", path, "--seed", n, "--json").data["tasks"]["garden.vurder"]["ja"] for n in (1, 2, 3)]
    rows = {(row["group"], row["measure"]): row for row in answer.data["figures"]}

    assert answer.code == Exit.HELD
    assert rows["Work", "tasks done"]["mean"] == round(sum(done) / 3, 4)
    assert rows["Work", "tasks done"]["low"] < min(done)
    assert rows["Work", "tasks done"]["runs"] == 3


def test_sim_12_the_terminal_says_where_all_runs_agree(tmp_path: Path) -> None:
    """And of one run alone that it is one."""
    path = garden_in(tmp_path).path
    several, one = said("simulate", path, "--runs", 3), said("simulate", path, "--runs", 1)

    assert re.search(r"garden\.svar\.norm share met +100\.0 %  the same in every run\n", several.out)
    assert "one run only" in one.out
    assert several.out.splitlines()[0].endswith(" · plots · 3 runs · seeds 1 to 3")
    assert several.out.splitlines()[-1] == "All held: 3 of 3 runs held."


@pytest.mark.parametrize(
    ("change", "more", "code", "told"),
    [
        (None, ON_TIME, Exit.FAILED, "2 with a target missed"),
        (BREAKS, "", Exit.FAILED, "2 with a check violated"),
        (NEVER, "", Exit.NOT_REACHED, "2 with a goal never reached"),
        (CRASHES, "", Exit.INTERNAL, "0 of 2 runs held"),
        (VETS, "", Exit.INTERNAL, "2 that could not be run"),
        (None, '[demand]\n"garden.plot" = 0', Exit.NOTHING_RAN, "0 of 2 runs held"),
    ],
)
def test_cli_02_many_runs_end_as_the_worst_of_them(
    tmp_path: Path, change: tuple[str, str] | None, more: str, code: Exit, told: str
) -> None:
    """And with the command that does one such run again."""
    path = garden_in(tmp_path, *([change] if change else []), more=more).path
    answer = said("simulate", path, "--runs", 2)

    assert answer.code == code
    assert told in answer.out.splitlines()[-1]
    assert answer.err.splitlines()[-1] == f"To repeat: saksgang simulate {path} --seed 1 --months 1"
    assert repeated(answer).code == code


def test_cli_02_a_violation_is_told_with_seed_case_and_rule(tmp_path: Path) -> None:
    """Once for each check, of the first run in which it was broken."""
    out = said("simulate", garden_in(tmp_path, BREAKS).path, "--runs", 3).out
    (line,) = [line for line in out.splitlines() if "violated" in line and "garden" in line]

    assert line.startswith("  violated  garden-many-come  seed 1, case GAR-2026-")
    assert re.search(r" at 2026-\d\d-\d\d \d\d:\d\d: ", line)
    assert line.endswith("It was the tenth. Rule: Ten people apply.")


def test_cli_02_what_is_refused_is_refused_before_anything_runs(tmp_path: Path) -> None:
    """With 4, and one line a fault rather than one a run."""
    answer = said("simulate", garden_in(tmp_path, more='[demand]\n"garden.plots" = 1').path, "--runs", 2)

    assert (answer.code, answer.out) == (Exit.REFUSED, "")
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["--jobs", "2"],
        ["--dask", "tcp://a:1"],
        ["--runs", "2", "--out", "run"],
        ["--runs", "0"],
        ["--runs", "2", "--jobs", "2", "--dask", "tcp://a:1"],
    ],
)
def test_cli_02_options_that_do_not_go_together_are_wrong_usage(arguments: list[str]) -> None:
    """Processes without many runs, many runs with a folder for one, and processes here beside a cluster."""
    answer = said("simulate", "small", *arguments)

    assert (answer.code, answer.out) == (Exit.USAGE, "")
    assert "--runs" in answer.err or "--jobs are processes of this machine" in answer.err


def test_sim_12_a_run_without_any_has_none_of_a_count_and_no_share() -> None:
    """So that a mean of letters counts the runs without letters, and a share does not."""
    runs = [Result(1, "0", Exit.HELD, figures={DONE: 4.0, MET: 0.5}), Result(2, "0", Exit.HELD)]

    assert known(runs) == [MET, DONE]
    assert sample(DONE, runs) == [4.0, 0.0]
    assert sample(MET, runs) == [0.5]


def test_cli_02_what_is_broken_outweighs_what_never_happened() -> None:
    """A crash over a refusal over a violation over an end by hand over nothing at all."""
    order = [Exit.INTERNAL, Exit.REFUSED, Exit.FAILED, Exit.INTERRUPTED, Exit.NOTHING_RAN, Exit.NOT_REACHED, Exit.HELD]

    assert [worst(order[n:][::-1]) for n in range(len(order))] == order
    assert worst([]) == Exit.NOTHING_RAN


@pytest.mark.parametrize(
    ("value", "sign", "text"),
    [
        (1234.56, "", "1,235"),
        (123.45, "", "123.5"),
        (12.345, "+", "+12.35"),
        (0.12345, "", "0.123"),
        (-0.00001, "+", "0"),
        (0.0, "+", "0"),
        (20.0, "", "20"),
        (-7.5, "+", "-7.5"),
    ],
)
def test_sim_09_a_number_has_the_digits_that_say_something(value: float, sign: str, text: str) -> None:
    """No decimals of a thousand, three of a fraction, and no sign of nothing."""
    assert plain(value, sign) == text
