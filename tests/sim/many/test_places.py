"""Many runs in this process, in several, and on a cluster: the same results to the byte (SIM-12, SIM-01)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from saksgang.errors import InputRefused
from saksgang.exits import Exit
from saksgang_sim.many import cluster, running
from saksgang_sim.many.gathering import Place
from saksgang_sim.many.workers import workers
from tests.sim.garden import garden_in
from tests.sim.many.clusters import local_cluster
from tests.sim.running import said, said_apart


def gone(group: int) -> bool:
    """Whether no process of the group is left; the last one, which cleans up after the others, may take a moment."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_sim_12_the_same_runs_give_the_same_to_the_byte_wherever_they_are_run(tmp_path: Path) -> None:
    """One process, two, and a cluster of two: every figure and digest, in the order of the seeds."""
    path = garden_in(tmp_path).path
    asked = ("simulate", path.resolve(), "--runs", 5, "--json")
    here = said(*asked)
    apart = said_apart(*asked, "--jobs", 2)
    with local_cluster() as address:
        away = said_apart(*asked, "--dask", address)

    assert here.data["seeds"] == [1, 2, 3, 4, 5]
    assert len({run["digest"] for run in here.data["runs"]}) == 5
    assert here.out == apart.out == away.out
    assert here.err == apart.err == away.err == "Seeds 1 to 5\n"


def test_sim_12_each_of_many_is_the_run_that_simulate_does_alone(tmp_path: Path) -> None:
    """Seed for seed the same digest."""
    path = garden_in(tmp_path).path
    runs = said("simulate", path, "--runs", 3, "--seed", 4, "--json").data["runs"]

    assert [run["digest"] for run in runs] == [
        said("simulate", path, "--seed", n, "--json").data["digest"] for n in (4, 5, 6)
    ]


def test_sim_12_results_come_in_the_order_of_the_jobs() -> None:
    """Though later ones are done first."""
    with workers(2) as run:
        assert list(run(len, ["a" * n for n in (9, 1, 5)])) == [9, 1, 5]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("nowhere", "A Dask scheduler has an address such as tcp://10.0.0.5:8786, not 'nowhere'."),
        ("tcp://127.0.0.1:1", "No Dask scheduler answers at 'tcp://127.0.0.1:1'; give the address"),
    ],
)
def test_cor_22_a_cluster_that_is_not_there_is_told_in_a_sentence(address: str, sentence: str) -> None:
    """Wrong usage, no traceback, nothing run."""
    answer = said_apart("simulate", "small", "--runs", 2, "--dask", address)

    assert (answer.code, answer.out) == (Exit.USAGE, "")
    assert sentence in answer.err
    assert "Traceback" not in answer.err


def test_cor_22_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install, not which module is missing."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputRefused, match=r"pip install 'saksgang\[dask\]'"), workers(1, "tcp://127.0.0.1:1"):
        pass


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_sim_11_a_signal_ends_all_processes_with_a_partial_report(tmp_path: Path, end: signal.Signals) -> None:
    """Ctrl-C, and what service managers send: exit code 130 and the command, no traceback, nobody of them is left."""
    path = garden_in(tmp_path, months=600).path
    with many_runs(path) as run:
        run.send_signal(end)
        out, err = run.communicate(timeout=60)

    assert run.returncode == Exit.INTERRUPTED
    assert out.splitlines()[-1] == "Interrupted, so this is a partial report: 0 of 0 runs held."
    assert err == f"To repeat: saksgang simulate {path} --seed 1 --months 600 --runs 4\n"
    assert gone(run.pid)


def test_sim_11_a_signal_to_the_whole_group_ends_all_without_a_complaint(tmp_path: Path) -> None:
    """As ``timeout`` does: the processes of the runs leave the ending to the one that asked for them."""
    with many_runs(garden_in(tmp_path, months=600).path) as run:
        os.killpg(run.pid, signal.SIGTERM)
        out, err = run.communicate(timeout=60)

    assert run.returncode == Exit.INTERRUPTED
    assert out.splitlines()[-1].startswith("Interrupted, so this is a partial report")
    assert err.startswith("To repeat: ")
    assert gone(run.pid)


PRESSED_WITH_WORK_LEFT = """
import os, signal, threading, time
from saksgang_sim.many.workers import workers
if __name__ == "__main__":
    try:
        with workers(2) as run:
            for _ in run(time.sleep, [0, *[600] * 9]):
                threading.Timer(0.2, lambda: os.killpg(0, signal.SIGINT)).start()
    except KeyboardInterrupt:
        print("ended")
"""


def test_sim_11_ctrl_c_amid_the_runs_leaves_no_complaint(tmp_path: Path) -> None:
    """Pressed on a terminal, where it reaches all processes, while some jobs run and others wait."""
    script = tmp_path / "asks.py"
    script.write_text(PRESSED_WITH_WORK_LEFT, encoding="utf-8")
    words = [sys.executable, str(script)]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as run:
        out, err = run.communicate(timeout=60)

    assert (run.returncode, out, err) == (0, "ended\n", "")
    assert gone(run.pid)


def interrupted_as_a_failure(_: object) -> object:
    """What a library does that takes whatever is raised for an error of its own."""
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        raise KeyError("plot") from None
    raise KeyError("plot")


def test_sim_11_a_ctrl_c_is_never_taken_for_a_failure_of_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it comes in a run, that is told as interrupted, and no other begins."""
    monkeypatch.setattr(running, "prepare", interrupted_as_a_failure)
    path = garden_in(tmp_path).path
    runs, hunt = said("simulate", path, "--runs", 3), said("hunt", path, "--seeds", "1..3", "--out", tmp_path / "a")

    assert runs.code == hunt.code == Exit.INTERRUPTED
    assert runs.out.splitlines()[-1] == "Interrupted, so this is a partial report: 0 of 0 runs held."
    assert "came to no end" not in hunt.out


@pytest.mark.parametrize("moment", ["prepare", "figures"])
def test_sim_11_a_ctrl_c_before_and_after_the_days_of_a_run_ends_the_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """While the world is put together, or when all its days are over: the run at hand is the last one."""
    done = getattr(running, moment)
    begun: list[object] = []

    def pressed(*given: object) -> object:
        begun.append(given)
        signal.raise_signal(signal.SIGINT)
        return done(*given)

    monkeypatch.setattr(running, moment, pressed)

    assert said("simulate", garden_in(tmp_path).path, "--runs", 3).code == Exit.INTERRUPTED
    assert len(begun) == 1


def test_sim_12_a_cluster_finds_a_scenario_that_is_named_from_here(tmp_path: Path) -> None:
    """Its workers stand in folders of their own."""
    garden_in(tmp_path, ("asked = 10", "asked = 10_000"))
    asked = ("simulate", "plots.toml", "--runs", 2)
    with local_cluster() as address:
        away = said_apart(*asked, "--dask", address, cwd=tmp_path)
        hunted = said_apart("hunt", "plots.toml", "--seeds", "1..2", "--dask", address, cwd=tmp_path)

    assert away.code == Exit.NOT_REACHED
    assert away.out == said_apart(*asked, cwd=tmp_path).out
    assert (hunted.code, hunted.out.count("came to no end")) == (Exit.HELD, 0)


def test_cor_22_a_scheduler_that_nobody_works_for_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """After as much patience as with one that does not answer."""
    monkeypatch.setattr(cluster, "PATIENCE", "1s")
    with local_cluster(0) as address, pytest.raises(InputRefused, match="has no workers"), workers(1, address):
        pass


def test_cli_03_the_command_that_repeats_interrupted_runs_names_the_cluster() -> None:
    """Processes of this machine give the same in any number; the cluster is a place."""
    assert Place(2).words == []
    assert Place(1, "tcp://a:1").words == ["--dask", "tcp://a:1"]


KILLED_WITH_WORK_LEFT = """
import os, signal, time
from saksgang_sim.many.workers import workers
if __name__ == "__main__":
    with workers(2) as run:
        next(run(time.sleep, [0, 600, 600]))
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_sim_11_processes_whose_asker_was_killed_end_by_themselves(tmp_path: Path) -> None:
    """Nobody is left to tell them."""
    script = tmp_path / "asks.py"
    script.write_text(KILLED_WITH_WORK_LEFT, encoding="utf-8")
    with subprocess.Popen([sys.executable, str(script)], start_new_session=True) as run:
        run.wait(timeout=60)
        ended = gone(run.pid)
        with suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)

    assert ended


@contextmanager
def many_runs(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Four long runs in two processes, in a group of their own, that have begun."""
    words = [sys.executable, "-m", "saksgang", "simulate", str(path), "--runs", "4", "--jobs", "2"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as run:
        assert run.stderr is not None
        assert run.stderr.readline() == "Seeds 1 to 4\n"
        try:
            yield run
        finally:
            with suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGKILL)
