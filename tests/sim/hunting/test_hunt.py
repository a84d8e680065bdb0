"""``saksgang hunt``: a bug is found, made small to a story, red with it and green without (SIM-05, SIM-07, CLI-02)."""

from __future__ import annotations

import datetime as dt
import os
import re
import signal
import subprocess
import sys
import tomllib
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from saksgang.exits import Exit
from saksgang_sim.hunting.seeds import seeds_in
from saksgang_sim.many import running
from saksgang_sim.run import Plan, Run, prepare
from tests.reliability.plants import PLANTS, planted
from tests.sim.garden import garden_in
from tests.sim.hunting.broken_garden import CHECK, RULE, broken_garden
from tests.sim.running import Said, repeated, said, said_apart
from tests.sim.terminals import on_a_terminal

CRASHES = (
    "\n\ndef comes(",
    '\n\n@hookimpl\ndef vet(command, actor, view):\n    raise KeyError("plot")\n\n\ndef comes(',
)


def hunt(path: Path, *more: object) -> Said:
    return said("hunt", path, "--out", path.parent / "found", *more)


def test_sim_07_a_bug_of_a_routine_is_hunted_down_to_a_story_of_a_few_lines(tmp_path: Path) -> None:
    """It is red while the bug is there and green once it is gone, with the rule, the case and what happened to it."""
    path = broken_garden(tmp_path).path
    answer = hunt(path, "--seeds", "1..3")
    (story,) = (tmp_path / "found").iterdir()
    table = tomllib.loads(story.read_text(encoding="utf-8"))
    red = said("play", story)
    broken_garden(tmp_path, bug=False)
    green = said_apart("play", story)  # this process knows the routine as it was

    assert answer.code == Exit.FAILED
    assert f"violated  {CHECK}  GAR-02\n  {RULE}\n  first with seed 1, in 3 of 3 seeds\n  case GAR-2026-" in answer.out
    assert answer.out.count(RULE) == red.out.count(RULE) == 1
    assert f"  saksgang play {story}\n" in answer.out
    assert len(story.read_text(encoding="utf-8").splitlines()) <= 16
    assert table["then"] == {"holds": CHECK}
    assert table["simulated"]["days"] <= 3
    assert table["simulated"]["citizens"] <= 20
    assert red.code == Exit.FAILED
    assert f"expected   {RULE} [GAR-02, check {CHECK}]" in red.out
    assert "kari said nei." in red.out
    assert "The timeline of GAR-2026-0000" in red.out
    assert green.code == Exit.HELD
    assert green.out == f"ok      {CHECK}\n1 story played, all held.\n"


def test_sim_07_a_bug_planted_in_a_shipped_routine_is_found_and_its_story_played(tmp_path: Path) -> None:
    """Printing without looking at the opening: its story tells of one case, and is green without the bug."""
    (plant,) = (each for each in PLANTS if each.name == "print-without-looking")
    with planted(plant.swaps):
        answer = said("hunt", "small", "--seeds", "1..2", "--out", tmp_path)
        story = tmp_path / f"{plant.check}-1.toml"
        red = said("play", story)
    green = said("play", story)

    assert answer.code == red.code == Exit.FAILED
    assert tomllib.loads(story.read_text(encoding="utf-8"))["simulated"]["days"] <= 10
    assert "was printed although it was opened" in red.out
    assert "The timeline of PPT-2026-" in red.out
    assert re.search(r"  Document (\S+) received from .*\n.*Case opened as .*\n.*  Document \1 registered as ", red.out)
    assert green.code == Exit.HELD


def test_cli_03_the_last_line_does_the_same_again(tmp_path: Path) -> None:
    """The hunt's own command, whose stories are the same to the byte; each find has a command of its own."""
    path = broken_garden(tmp_path).path
    answer = hunt(path, "--seeds", "2..3", "--days", 14, "--faults", "inbound_twice=0.5")
    (story,) = (tmp_path / "found").iterdir()
    before = story.read_bytes()

    assert answer.err.splitlines() == [
        "Seeds 2 to 3",
        f"To repeat: saksgang hunt {path} --seeds 2..3 --days 14 --faults inbound_twice=0.5",
    ]
    assert hunt(path, "--seeds", "2..3", "--days", 14, "--faults", "inbound_twice=0.5").out == answer.out
    assert story.read_bytes() == before


def test_sim_12_jobs_change_nothing_of_a_hunt(tmp_path: Path) -> None:
    """The same finds, counts and stories."""
    path = broken_garden(tmp_path).path
    asked = ("hunt", path, "--seeds", "1..4", "--out", tmp_path / "found", "--json")
    one, two = said_apart(*asked), said_apart(*asked, "--jobs", 2)

    assert one.code == two.code == Exit.FAILED
    assert one.out == two.out
    assert one.data["violated"][0]["seeds"] == 4


def test_sim_05_a_hunt_tells_what_struck_and_what_never_came_up(tmp_path: Path) -> None:
    """How often each fault struck and in how many seeds, and the checks that had no occasion."""
    path = garden_in(tmp_path).path
    asked = ("--seeds", "1..2", "--faults", "killed=1,mailbox_refuses=1")
    answer, data = hunt(path, *asked), hunt(path, *asked, "--json").data

    assert answer.code == Exit.HELD
    assert data["faults"]["struck"] == {"killed": {"times": 40, "runs": 2}, "mailbox_refuses": {"times": 0, "runs": 0}}
    assert 0 in data["faults"]["places"].values()
    assert "\n  mailbox_refuses          0        0\n" in answer.out
    assert "\n  never: " in answer.out
    assert "Checks that were never put to the test: core-" in answer.out
    assert answer.out.splitlines()[-1].startswith("All held: ")
    assert not (tmp_path / "found").exists()


def test_cli_02_a_seed_that_comes_to_no_end_is_told_with_its_command(tmp_path: Path) -> None:
    """The others go on; the exit code is that of a crash."""
    answer = hunt(garden_in(tmp_path, CRASHES).path, "--seeds", "5..6", "--faults", "none")

    assert answer.code == Exit.INTERNAL
    assert "came to no end  seed 5: Plugin garden, hook vet" in answer.out
    assert f"  saksgang simulate {tmp_path}/plots.toml --seed 5 --days 30\n" in answer.out
    assert "2 seeds came to no end" in answer.out
    assert repeated(answer).code == Exit.INTERNAL


def test_cor_22_a_file_that_no_hunt_left_stays(tmp_path: Path) -> None:
    """The hunt is refused to write there; and a file cannot be the folder."""
    path = broken_garden(tmp_path).path
    (tmp_path / "found").mkdir()
    mine = tmp_path / "found" / f"{CHECK}-1.toml"
    mine.write_text("title = 'mine'\n", encoding="utf-8")
    answer = hunt(path, "--seeds", "1")
    file = said("hunt", path, "--out", path)

    assert answer.code == file.code == Exit.USAGE
    assert f"{mine} is there and no hunt left it" in answer.err
    assert f"{path} is no folder to leave stories in" in file.err
    assert mine.read_text(encoding="utf-8") == "title = 'mine'\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["small", "--seeds", "9..3"], "The seeds 9..3 are none"),
        (["small", "--seeds", "a..b"], "The seeds are 'a..b'; write the first and the last, such as 1..500."),
        (["small", "--seeds", "1..2000000"], "more than a million"),
        (["small", "--faults", "flood"], 'There is no fault "flood"'),
        (["small", "--days", "5"], "Faults end 10 days before the end of a run"),
        (["smal"], "There is no scenario 'smal'"),
    ],
)
def test_cli_02_wrong_usage_of_a_hunt_ends_with_2(arguments: list[str], sentence: str) -> None:
    """One sentence, nothing run."""
    answer = said("hunt", *arguments)

    assert (answer.code, answer.out) == (Exit.USAGE, "")
    assert sentence in answer.err
    assert "Traceback" not in answer.err


def test_cli_01_seeds_are_a_range_with_both_ends_or_one() -> None:
    """``7`` is one seed."""
    assert list(seeds_in("3..5")) == [3, 4, 5]
    assert list(seeds_in("7")) == [7]


def test_sim_09_the_whole_world_and_the_small_one_are_both_told_with_their_case(tmp_path: Path) -> None:
    """On the terminal and as data; the case has another number in each, and the instant is in local time."""
    path = broken_garden(tmp_path).path
    out, (find,) = hunt(path, "--seeds", "2").out, hunt(path, "--seeds", "2", "--json").data["violated"]
    whole, small = (each["case"] for each in (find, find["small"]))
    local = dt.datetime.fromisoformat(find["at"]).astimezone(ZoneInfo("Europe/Oslo"))

    assert whole != small
    assert f"\n  case {whole} at {local:%Y-%m-%d %H:%M}: kari said nei.\n" in out
    assert f"\n  there case {small} at " in out
    assert find["small"]["complete"]
    assert find["at"].endswith("+00:00")


def test_sim_07_a_world_is_made_small_as_soon_as_a_check_breaks_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the next seed is run."""
    path = broken_garden(tmp_path).path
    seeds: list[int] = []

    def noted(plan: Plan) -> Run:
        seeds.append(plan.scenario.seed)
        return prepare(plan)

    monkeypatch.setattr(running, "prepare", noted)

    assert hunt(path, "--seeds", "1..3").code == Exit.FAILED
    assert seeds[:3] == [1, 1, 1]
    assert seeds[-3:] == [1, 2, 3]


def test_sim_11_what_was_found_before_ctrl_c_has_its_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pressed at the first try to make it smaller: the story is of the whole world, and red when it is played."""
    path = broken_garden(tmp_path).path
    begun: list[int] = []

    def pressed(plan: Plan) -> Run:
        begun.append(plan.scenario.seed)
        if len(begun) == 2:
            signal.raise_signal(signal.SIGINT)
        return prepare(plan)

    monkeypatch.setattr(running, "prepare", pressed)
    answer = hunt(path, "--seeds", "1..3")
    monkeypatch.undo()
    (story,) = (tmp_path / "found").iterdir()

    assert answer.code == Exit.FAILED
    assert answer.out.splitlines()[-1].startswith("Interrupted, so this is a partial report: ")
    assert "interrupted after 1 runs of making it smaller: 30 days; 200 citizens; garden; " in answer.out
    assert f"  saksgang play {story}\n" in answer.out
    assert said("play", story).code == Exit.FAILED


def test_sim_11_a_terminal_shows_how_far_a_hunt_is_and_what_it_has_found(tmp_path: Path) -> None:
    """Seeds done of all, and finds; nothing of it stays, and in a pipe there is none."""
    path = broken_garden(tmp_path).path
    asked = ("hunt", path, "--seeds", "1..3", "--out", tmp_path / "found")
    shown, piped = on_a_terminal(*asked), said_apart(*asked)

    assert "3/3" in shown.err
    assert "1 found" in shown.err
    assert "making " in shown.err
    assert shown.out == piped.out
    assert piped.err.count("\n") == 2


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_sim_11_a_signal_ends_a_hunt_with_what_was_found(tmp_path: Path, end: signal.Signals) -> None:
    """Exit code 130, a partial report, no traceback."""
    path = garden_in(tmp_path).path
    words = [sys.executable, "-m", "saksgang", "hunt", str(path), "--seeds", "1..9999", "--jobs", "2"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, cwd=tmp_path
    ) as run:
        assert run.stderr is not None
        assert run.stderr.readline() == "Seeds 1 to 9999\n"
        os.killpg(run.pid, end)
        out, err = run.communicate(timeout=60)

    assert run.returncode == Exit.INTERRUPTED
    assert out.splitlines()[-1].startswith("Interrupted, so this is a partial report: ")
    assert err == f"To repeat: saksgang hunt {path} --seeds 1..9999 --days 30 --faults swarm\n"
