"""Progress on a terminal, nothing in a pipe, and Ctrl-C with a partial report (SIM-11)."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from saksgang.exits import Exit
from saksgang_sim.progress import shown
from saksgang_sim.reading import read_scenario
from tests.sim.recount import recount
from tests.sim.running import said
from tests.sim.terminals import on_a_terminal

pytest.importorskip("pty", reason="a system without pseudo-terminals")


def test_sim_11_in_a_pipe_nobody_is_told() -> None:
    """Without a terminal there is nothing to call after a day."""
    with shown(read_scenario("small")) as tick:
        assert tick is None


def test_sim_11_a_terminal_shows_date_rate_and_time_left() -> None:
    """While it runs; afterwards the line is wiped away and the report is on stdout as in a pipe."""
    answer = on_a_terminal("simulate", "small")
    dates = re.findall(r"2026-\d\d-\d\d", answer.err)

    assert answer.code == Exit.HELD
    assert len(set(dates)) >= 3
    assert dates == sorted(dates)
    assert set(dates) <= {f"2026-{month:02}-{day:02}" for month in (4, 5, 6) for day in range(1, 32)}
    assert re.search(r"[1-9][\d,]* events/s", answer.err)
    assert re.search(r"\d:\d\d:\d\d", answer.err)
    assert answer.err.rindex("\x1b[2K") > answer.err.rindex("events/s")
    assert answer.out == said("simulate", "small").out


def test_sim_11_ctrl_c_ends_with_130_and_a_partial_report_that_says_so(tmp_path: Path) -> None:
    """The report tells of whole days, the journal verifies, and a second counter finds the figures of the summary."""
    out = tmp_path / "run"
    answer = on_a_terminal("simulate", "small", "--months", 60, "--out", out, interrupt_at="2026-05-")
    told = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    replayed = said("replay", out, "--json")

    assert answer.code == Exit.INTERRUPTED == told["exit"]
    assert not told["complete"]
    assert "2026-04-13" < told["until"] < "2031-04-13"
    assert f"Interrupted on {told['until']}, so this is a partial report: " in answer.out.splitlines()[-1]
    assert "Traceback" not in answer.err + answer.out
    assert f"To repeat: saksgang simulate small --seed 7 --months 60 --out {out}" in answer.err.replace("\r\n", "\n")
    assert (replayed.code, replayed.data["digest"]) == (0, told["digest"])
    assert {name: told[name] for name in ("events", "tasks", "letters")} == {
        name: count for name, count in recount(out).items() if name in {"events", "tasks", "letters"}
    }
