"""``saksgang simulate``: what it prints, leaves and ends with (CLI-01, CLI-02, CLI-03, SIM-01, SIM-09)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from saksgang.exits import Exit
from tests.sim.garden import garden_in
from tests.sim.running import repeated, said, said_apart

ONE_CASE_A_MONTH = '[service]\n"garden.vurder" = 9000'
ON_TIME = '\n[[targets]]\ndeadline = "garden.svar"\ntarget = "norm"\nmet_share = 1.0\n'
CRASHES = ("        running = [each", '        raise KeyError("no such plot")\n        running = [each')
VET = """

@hookimpl
def vet(command, actor, view):
    if actor == "staff:kari":
        raise KeyError("no such plot")


def comes("""
VETS = ("\n\ndef comes(", VET)
NEVER = ("asked = 10", "asked = 10_000")


def test_cli_02_a_run_in_which_all_held_ends_with_0(tmp_path: Path) -> None:
    """The report is data on stdout, the seed a message on stderr, and there is nothing to repeat."""
    answer = said("simulate", garden_in(tmp_path).path)

    assert answer.code == Exit.HELD
    assert answer.err == "Seed 1\n"
    assert answer.out.splitlines()[-1].startswith("All held: ")
    assert len(answer.digest) == 64


def test_cli_03_a_missed_target_ends_with_1_and_the_command_that_does_it_again(tmp_path: Path) -> None:
    """Run as it stands, the last line gives the same digest and the same end."""
    path = garden_in(tmp_path / "a garden", more=ONE_CASE_A_MONTH + ON_TIME).path
    answer = said("simulate", path, "--seed", 8, "--months", 2, "--journal", "sqlite", "--out", tmp_path / "run")
    again = repeated(answer)

    assert answer.code == again.code == Exit.FAILED
    assert "target missed: garden.svar.norm at least 100%" in answer.out
    assert "seed 8" in again.out
    assert answer.digest == again.digest != ""
    assert answer.err.splitlines()[-1] == again.err.splitlines()[-1]
    assert answer.err.splitlines()[-1].endswith(f" --seed 8 --months 2 --out {tmp_path}/run --journal sqlite")
    assert (tmp_path / "run" / "journal.sqlite").exists()


def test_cli_03_the_repeated_command_is_complete_without_any_option(tmp_path: Path) -> None:
    """Seed and months are said even where the scenario's own were used, so that a changed file is no other run."""
    path = garden_in(tmp_path, seed=3, more=ONE_CASE_A_MONTH + ON_TIME).path
    answer = said("simulate", path)

    assert answer.err.splitlines()[-1] == f"To repeat: saksgang simulate {path} --seed 3 --months 1"


@pytest.mark.parametrize(
    ("change", "more", "code", "told"),
    [
        (NEVER, "", Exit.NOT_REACHED, "NOT all held: 17 checks"),
        (None, '[demand]\n"garden.plot" = 0', Exit.NOTHING_RAN, "Nothing ran: "),
        (CRASHES, "", Exit.INTERNAL, "A plugin failed: "),
        (None, ON_TIME + '\n[service]\n"garden.vurder" = 3e4', Exit.FAILED, "target missed"),
        (None, ON_TIME + '\n[demand]\n"garden.plot" = 0.0', Exit.NOTHING_RAN, "target without an occasion"),
    ],
)
def test_cli_02_each_way_not_to_hold_has_its_exit_code(
    tmp_path: Path, change: tuple[str, str] | None, more: str, code: Exit, told: str
) -> None:
    """Each is told in the last line of the report, stands in the summary, and is repeated by the last message."""
    path = garden_in(tmp_path, *([change] if change else []), more=more).path
    answer = said("simulate", path, "--out", tmp_path / "run")

    assert answer.code == code
    assert told in answer.out.splitlines()[-1]
    assert json.loads((tmp_path / "run" / "summary.json").read_text(encoding="utf-8"))["exit"] == code
    assert repeated(answer).code == code


def test_cli_02_a_reach_goal_that_was_never_met_is_named(tmp_path: Path) -> None:
    """A run in which it never happened proves nothing and says so."""
    answer = said("simulate", garden_in(tmp_path, NEVER).path)

    assert answer.code == 6
    assert "not reached          garden-many-come" in answer.out
    assert "1 never reached" in answer.out.splitlines()[-1]


def test_cli_03_a_plugin_that_crashes_ends_with_3_and_the_command(tmp_path: Path) -> None:
    """Where its answer is needed the run cannot go on: the plugin is named, the journal up to there verifies."""
    path = garden_in(tmp_path, VETS).path
    answer = said("simulate", path, "--out", tmp_path / "run")

    assert (answer.code, answer.out) == (Exit.INTERNAL, "")
    assert "saksgang: Plugin garden, hook vet" in answer.err
    assert "KeyError: 'no such plot'" in answer.err
    assert "Traceback" not in answer.err
    assert repeated(answer).err == answer.err
    assert said("replay", tmp_path / "run").code == Exit.HELD


def test_cli_01_a_run_that_was_left_is_told_with_how_to_read_it(tmp_path: Path) -> None:
    """On stderr, before the command that repeats it; not where a program reads, nor where nothing was left."""
    path, out = garden_in(tmp_path, ("asked = 10", "asked = 10_000")).path, tmp_path / "a run"
    left, data, nothing = (said("simulate", path, *more) for more in (["--out", out], ["--out", out, "--json"], []))
    line = f"To read it: saksgang report '{out}'\n"

    assert line in left.err
    assert "To repeat" not in left.err.partition(line)[0]
    assert "To read it" not in data.err + data.out + nothing.err + nothing.out + left.out


def test_cli_01_json_is_the_summary_and_nothing_else_is_on_stdout(tmp_path: Path) -> None:
    """The same data as in the folder's ``summary.json``."""
    answer = said("simulate", garden_in(tmp_path).path, "--json", "--out", tmp_path / "run")

    assert answer.data == json.loads((tmp_path / "run" / "summary.json").read_text(encoding="utf-8"))
    assert answer.data["tasks"] == {"garden.vurder": {"created": 47, "ja": 47}}
    assert (answer.data["seed"], answer.data["exit"], answer.err) == (1, 0, "Seed 1\n")


def test_sim_01_the_kind_of_journal_does_not_matter(tmp_path: Path) -> None:
    """In memory, as lines and as SQLite: one digest, which replay finds again; no installed routine judges a garden."""
    path = garden_in(tmp_path).path
    memory = said("simulate", path)
    lines = said("simulate", path, "--out", tmp_path / "lines")
    sqlite = said("simulate", path, "--out", tmp_path / "sqlite", "--journal", "sqlite")

    assert memory.digest == lines.digest == sqlite.digest
    for kind in ("lines", "sqlite"):
        replayed = said("replay", tmp_path / kind, "--json").data
        assert (replayed["digest"], replayed["verdict"]) == (memory.digest, "held in part")


def test_sim_01_the_seed_is_printed_and_another_seed_is_another_run(tmp_path: Path) -> None:
    """Also when the scenario's own is used."""
    path = garden_in(tmp_path, seed=5).path
    own, other = said("simulate", path), said("simulate", path, "--seed", 6)

    assert own.err.startswith("Seed 5\n")
    assert other.err.startswith("Seed 6\n")
    assert "Seed 6 ·" in other.out
    assert own.digest != other.digest
    assert own.digest == said("simulate", path, "--seed", 5).digest


def test_cli_01_months_override_the_scenarios_own(tmp_path: Path) -> None:
    """Two months from 13 April end on 13 June."""
    path = garden_in(tmp_path).path

    assert said("simulate", path, "--months", 2, "--json").data["until"] == "2026-06-13"
    assert said("simulate", path, "--json").data["until"] == "2026-05-13"


def test_sim_09_an_earlier_run_in_the_folder_gives_way(tmp_path: Path) -> None:
    """Also one with a journal of the other kind; the folder then replays as the later run."""
    path, out = garden_in(tmp_path).path, tmp_path / "run"
    said("simulate", path, "--out", out, "--seed", 2, "--journal", "sqlite")
    later = said("simulate", path, "--out", out)

    assert later.code == Exit.HELD
    assert sorted(each.name for each in out.iterdir()) == [
        "journal.head.json",
        "journal.jsonl",
        "municipality.toml",
        "scenario.toml",
        "summary.json",
    ]
    assert said("replay", out, "--json").data["digest"] == later.digest
    assert (out / "scenario.toml").read_bytes() == path.read_bytes()
    assert (out / "municipality.toml").read_bytes() == (tmp_path / "garden-town.toml").read_bytes()


def test_cor_22_a_folder_with_anything_else_is_refused(tmp_path: Path) -> None:
    """With 2 and a sentence; what lay there still lies there."""
    path, out = garden_in(tmp_path).path, tmp_path / "mine"
    out.mkdir()
    (out / "thesis.txt").write_text("years of work", encoding="utf-8")
    answer = said("simulate", path, "--out", out)

    assert (answer.code, answer.out) == (Exit.USAGE, "")
    assert f"The folder {out} holds 'thesis.txt', which no run left there; name another folder, or " in answer.err
    assert [each.name for each in out.iterdir()] == ["thesis.txt"]


def test_cor_22_what_cannot_run_leaves_the_earlier_run_alone(tmp_path: Path) -> None:
    """A fault of the municipality is told before the folder is touched."""
    path, out = garden_in(tmp_path).path, tmp_path / "run"
    said("simulate", path, "--out", out)
    before = (out / "journal.jsonl").read_bytes()
    (tmp_path / "garden-town.toml").write_text("[municipality]\n", encoding="utf-8")
    answer = said("simulate", path, "--out", out)

    assert answer.code == Exit.REFUSED
    assert (out / "journal.jsonl").read_bytes() == before


def test_cor_22_a_scenario_is_never_overwritten_by_its_own_run(tmp_path: Path) -> None:
    """The folder that the scenario itself lies in is refused, and both files are as they were."""
    path = garden_in(tmp_path).path
    mine = tmp_path / "mine"
    mine.mkdir()
    scenario = path.rename(mine / "scenario.toml")
    scenario.write_text(scenario.read_text("utf-8").replace("garden-town", "../garden-town"), encoding="utf-8")
    before = scenario.read_bytes()
    answer = said("simulate", scenario, "--out", mine)

    assert answer.code == Exit.USAGE
    assert "The run is made from 'scenario.toml' in" in answer.err
    assert scenario.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["smal"], "There is no scenario 'smal'. Did you mean \"small\"?"),
        (["zzz"], "There is no scenario 'zzz'. Known here are: "),
        (["nowhere.toml"], "nowhere.toml: The file cannot be opened"),
        (["small", "--months", "0"], "'--months'"),
        (["small", "--journal", "paper"], "'--journal'"),
        (["small", "--check-determinism", "--json"], "--check-determinism leaves nothing"),
        (["small", "--check-determinism", "--out", "run"], "--check-determinism leaves nothing"),
        ([], "Missing argument 'SCENARIO'"),
    ],
)
def test_cli_02_wrong_usage_ends_with_2(arguments: list[str], sentence: str) -> None:
    """One sentence that says what is known, nothing on stdout, no traceback."""
    answer = said("simulate", *arguments)

    assert (answer.code, answer.out) == (Exit.USAGE, "")
    assert sentence in answer.err
    assert "Traceback" not in answer.err


def test_cli_02_a_scenario_with_faults_ends_with_4_and_all_of_them(tmp_path: Path) -> None:
    """File, key, what was expected and what to write, a line each; nothing runs, also with --check-determinism."""
    path = garden_in(tmp_path).path
    text = path.read_text(encoding="utf-8").replace("months = 1", "months = 0").replace("seed = 1", "sed = 1")
    path.write_text(text.replace("size = 200", 'size = "many"'), encoding="utf-8")
    answer = said("simulate", path)

    assert (answer.code, answer.out) == (Exit.REFUSED, "")
    assert sorted(answer.err.splitlines()) == [
        f'{path}: population.size: Here stands the text "many", expected a whole number. Write for example 5.',
        f"{path}: scenario.months: Here stands 0, expected 1 to 600. Write a number within.",
        f'{path}: scenario.sed: There is no such key here. Did you mean "seed"?',
    ]
    assert said("simulate", path, "--check-determinism") == answer


def test_cli_02_names_that_nobody_has_end_with_4_and_the_nearest(tmp_path: Path) -> None:
    """Streams, services and deadlines of targets alike, also with --check-determinism."""
    more = '[demand]\n"garden.plots" = 1\n[service]\n"garden.vurdere" = 1\n' + ON_TIME.replace("svar", "svare")
    path = garden_in(tmp_path, more=more).path
    answer = said("simulate", path)

    assert (answer.code, answer.out) == (Exit.REFUSED, "")
    assert answer.err.splitlines() == [
        f'{path}: demand."garden.plots": Nobody here has "garden.plots". Did you mean "garden.plot"?',
        f'{path}: service."garden.vurdere": Nobody here has "garden.vurdere". Did you mean "garden.vurder"?',
        f'{path}: targets[0].deadline: Nobody here has "garden.svare". Did you mean "garden.svar"?',
    ]
    assert said("simulate", path, "--check-determinism") == answer


def test_sim_01_two_runs_that_are_the_same_are_told_as_such(tmp_path: Path) -> None:
    """In two processes that differ in hash seed, time zone and language; nothing is left behind."""
    path = garden_in(tmp_path).path
    before = sorted(tmp_path.iterdir())
    answer = said("simulate", path, "--check-determinism")

    assert (answer.code, answer.err) == (Exit.HELD, "Seed 1\n")
    assert answer.out == "Twice the same journal, to the byte: plots, seed 1.\n"
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "secret",
    [
        "str(random.random())",
        "str(time.time_ns())",
        '" ".join({"ask", "bjørk", "furu", "gran", "hegg", "lind", "rogn", "selje"})',
    ],
    ids=["random", "the wall clock", "a walk through a set"],
)
def test_sim_01_a_plugin_with_a_luck_of_its_own_is_found_out(tmp_path: Path, secret: str) -> None:
    """The first event that differs is named with those before it: the third, which holds the plugin's hint."""
    path = garden_in(tmp_path, ('    return ""\n', f"    return {secret}\n")).path
    answer = said("simulate", path, "--check-determinism", "--seed", 4)
    first, *before, one, other = answer.out.splitlines()

    assert answer.code == int(Exit.NOT_DETERMINISTIC) == 7
    assert first == "Event 3 differs between two runs of seed 4."
    assert [json.loads(line)["type"] for line in before] == ["OfficeOpened", "CaseOpened"]
    assert one.startswith('< {"id":"garden:2"')
    assert other.startswith('> {"id":"garden:2"')
    assert json.loads(one[2:])["type"] == json.loads(other[2:])["type"] == "TaskCreated"
    assert json.loads(one[2:])["data"]["facts"] != json.loads(other[2:])["data"]["facts"]
    assert answer.err.splitlines()[-1] == (
        f"To repeat: saksgang simulate {path} --seed 4 --months 1 --check-determinism"
    )


def test_cli_01_the_help_has_examples_first() -> None:
    """Before arguments and options."""
    answer = said("simulate", "--help")

    assert answer.code == 0
    assert answer.out.index("Examples:\n") < answer.out.index("Options:")
    assert "saksgang simulate small --seed 3 --out run" in answer.out


def test_cli_01_nothing_is_coloured_and_no_progress_is_in_a_pipe(tmp_path: Path) -> None:
    """In a process of its own, whose outputs are pipes, stderr holds the seed alone (SIM-11)."""
    path = garden_in(tmp_path).path
    answer = said_apart("simulate", path)

    assert (answer.code, answer.err) == (Exit.HELD, "Seed 1\n")
    assert "\x1b" not in answer.out
    assert answer.out == said("simulate", path).out
