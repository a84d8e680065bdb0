"""``saksgang compare``: pairs of the same luck, on the terminal, as data and as a page (SIM-02, SIM-12, CLI-01)."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from saksgang.exits import Exit
from saksgang_sim.comparing.cli import repeat
from saksgang_sim.comparing.outside import outside
from saksgang_sim.comparing.pairs import pair_of, tables_of
from saksgang_sim.many.cli import Many
from saksgang_sim.many.gathering import Place
from tests.sim.garden import garden_in
from tests.sim.running import repeated, said, said_apart

SLOW = 'service."garden.vurder"=300'
BREAKS = ("self.reached()", "self.judge(False, recorded, 'It was <the> tenth.')")
VETS = ("\n\ndef comes(", '\n\n@hookimpl\ndef vet(command, actor, view):\n    raise KeyError("plot")\n\n\ndef comes(')


def says(answer: object, measure: str) -> dict[str, object]:
    """The row of one measure in the comparison's JSON."""
    (row,) = [row for row in answer.data["figures"] if row["measure"] == measure]  # type: ignore[attr-defined]
    return dict(row)


def test_sim_02_a_change_of_nothing_changes_nothing(tmp_path: Path) -> None:
    """Every figure is the same in every run, for both sides have the same luck."""
    path = garden_in(tmp_path).path
    answer = said("compare", path, "--change", "staffing.speed=1", "--json")

    assert answer.code == Exit.HELD
    assert {row["says"] for row in answer.data["figures"]} == {"the same in every run"}
    assert answer.data["runs"]["a"] == answer.data["runs"]["b"]
    assert len(answer.data["figures"]) > 5


def test_sim_02_the_same_come_on_both_sides_and_only_what_follows_differs(tmp_path: Path) -> None:
    """Work that takes ten times as long: as many cases in each pair, and answers that take longer."""
    path = garden_in(tmp_path).path
    answer = said("compare", path, "--change", SLOW, "--json")

    assert says(answer, "opened")["says"] == "the same in every run"
    assert says(answer, "at the end of a day")["says"] == "higher in B"
    assert says(answer, "tasks done")["says"] == "lower in B"
    assert answer.data["seeds"] == list(range(1, 11))


def test_sim_12_jobs_change_nothing_in_a_comparison(tmp_path: Path) -> None:
    """To the byte, with two processes as with one."""
    path = garden_in(tmp_path).path.resolve()
    asked = ("compare", path, "--change", SLOW, "--runs", 3)

    assert said_apart(*asked, "--jobs", 2).out == said(*asked).out


def test_sim_12_the_terminal_says_plainly_what_is_shown(tmp_path: Path) -> None:
    """Both means, the difference with its interval, and in words."""
    answer = said("compare", garden_in(tmp_path).path, "--change", SLOW)
    lines = answer.out.splitlines()

    assert lines[1:3] == ["A  A garden", f"B  {SLOW}"]
    assert re.search(
        r"garden.saksbehandler at the end of a day +[\d.]+ +[\d.]+ +\+[\d.]+  \+[\d.]+ to \+[\d.]+ +higher in B",
        answer.out,
    )
    assert "chance alone would show a difference in some" in lines[-1]
    assert answer.err == "Seeds 1 to 10\n"


def test_sim_12_a_shipped_variant_is_compared_with_its_base() -> None:
    """Over the longer time of both; three days more until print make more letters opened and fewer printed."""
    pair = pair_of("ppt_intake", "ill_in_august", (), None, None)
    answer = said("compare", "ppt_intake", "print_after_three_days", "--runs", 3, "--months", 2, "--json")
    rows = {(row["name"], row["measure"]): row["says"] for row in answer.data["figures"]}

    assert (pair.a.months, pair.b.months) == (9, 9)
    assert rows["ppt_intake.svarbrev", "opened digitally"] == "higher in B"
    assert rows["ppt_intake.svarbrev", "to print"] == "lower in B"
    assert rows["ppt_intake.PPT-sak", "opened"] == "the same in every run"


def test_cor_22_scenarios_that_begin_on_other_days_are_no_pairs() -> None:
    """They are refused with what would make them pairs."""
    answer = said("compare", "small", "ppt_intake")

    assert (answer.code, answer.out) == (Exit.USAGE, "")
    assert "small begins on 2026-04-13 and ppt_intake on 2026-01-05: only runs of the same days are pairs" in answer.err


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["small"], Exit.USAGE, "Name what A is compared with"),
        (["small", "ppt_intake", "--change", "scenario.months=3"], Exit.USAGE, "Name what A is compared with"),
        (["small", "--change", "months"], Exit.USAGE, "write a key and a value, such as staffing.speed=2."),
        (["small", "--change", "a b=3"], Exit.USAGE, "This is not TOML"),
        (["small", "--change", "scenario.months=0"], Exit.REFUSED, "scenario.months: Here stands 0"),
        (
            ["small", "--change", "settings.ppt_intake.autoprint=3"],
            Exit.REFUSED,
            "--change: settings.ppt_intake.autoprint: There",
        ),
        (["small", "--change", "staffing.speedy=2"], Exit.REFUSED, "--change: staffing.speedy: There is no such key"),
        (["small", "small", "--json", "--out", "-"], Exit.USAGE, "Only one of --json and --out -"),
        (["small", "--change", "without=['ppt']"], Exit.REFUSED, '--change: without: There is no routine "ppt"'),
        (["small", "smaller"], Exit.USAGE, "There is no scenario 'smaller'"),
        (["small", "--change", "staffing.speed=2", "--runs", "1"], Exit.USAGE, "--runs"),
        (
            ["small", "--change", "staffing.speed=2", "--out", "no/such/page.html"],
            Exit.USAGE,
            "There is no folder no/such",
        ),
    ],
)
def test_cli_02_what_cannot_be_compared_is_told_before_anything_runs(
    arguments: list[str], code: Exit, told: str
) -> None:
    """One sentence, no traceback, nothing on stdout."""
    answer = said("compare", *arguments)

    assert (answer.code, answer.out) == (code, "")
    assert told in answer.err
    assert "Traceback" not in answer.err


def test_cli_01_changes_are_toml_or_plain_text() -> None:
    """A shell takes quotes away; several changes of one table go together."""
    said_so = (
        "settings.a.b=3 days",
        "settings.a.c = 2",
        "absent = [{staff='x'}]",
        'demand."d.e"=1.5',
        "scenario.title=Ærlig",
    )

    assert tables_of(said_so) == {
        "settings": {"a": {"b": "3 days", "c": 2}},
        "absent": [{"staff": "x"}],
        "demand": {"d.e": 1.5},
        "scenario": {"title": "Ærlig"},
    }


@pytest.mark.parametrize(("change", "code"), [(BREAKS, Exit.FAILED), (VETS, Exit.INTERNAL)])
def test_cli_03_a_broken_check_or_a_crash_fails_the_comparison(
    tmp_path: Path, change: tuple[str, str], code: Exit
) -> None:
    """With the command that does all of it again; a missed target is what is compared and fails nothing."""
    path = garden_in(tmp_path / "broken", change).path
    answer = said("compare", path, "--change", SLOW, "--runs", 2)
    target = '[[targets]]\ndeadline = "garden.svar"\ntarget = "norm"\nmet_share = 1.0\n'
    sound = said("compare", garden_in(tmp_path / "sound", more=target).path, "--change", SLOW, "--runs", 2)

    assert (answer.code, sound.code) == (code, Exit.HELD)
    assert repeated(answer).out == answer.out


def test_cli_03_on_a_cluster_the_command_that_repeats_asks_for_it_again(tmp_path: Path) -> None:
    """Processes of this machine change nothing but the time that it takes."""
    path = str(garden_in(tmp_path).path)
    pair = pair_of(path, "", (SLOW,), None, None)

    assert "--dask tcp://127.0.0.1:8786" in repeat(path, "", pair, Many(2, Place(1, "tcp://127.0.0.1:8786")))
    assert "--dask" not in repeat(path, "", pair, Many(2, Place(4)))


def test_sim_09_the_page_is_small_stands_alone_and_says_what_the_terminal_says(tmp_path: Path) -> None:
    """No script, no address, every figure that differs, what was broken, and the command."""
    path = garden_in(tmp_path, BREAKS).path
    out = tmp_path / "page.html"
    answer = said("compare", path, "--change", SLOW, "--runs", 3, "--out", out, "--lang", "en")
    text = out.read_text(encoding="utf-8")

    assert len(text) < 40_000
    assert not re.search(r"<script|https?:|url\(|src=|<link(?! rel=\"icon\" href=\"data:,\">)", text)
    assert "It was &lt;the&gt; tenth." in text
    assert answer.err.splitlines()[-1].removeprefix("To repeat: ").replace('"', "&#34;").replace("'", "&#39;") in text
    for line in answer.out.splitlines():
        if line.endswith(("in B", "shown")) and "garden." in line:
            assert f'<th scope="row">{line.split("  ")[1]}</th>' in text
    assert "prefers-color-scheme: dark" in text
    assert "max-width: 40rem" in text


def test_cor_22_a_page_takes_the_place_of_a_page_only(tmp_path: Path) -> None:
    """Anything else stays as it was, and nothing is run for nothing."""
    path, out, mine = garden_in(tmp_path).path, tmp_path / "page.html", tmp_path / "thesis.html"
    mine.write_text("years of work", encoding="utf-8")
    asked = ("compare", path, "--change", SLOW, "--runs", 2)

    assert said(*asked, "--out", out).code == said(*asked, "--out", out).code == Exit.HELD
    refused = said(*asked, "--out", mine)
    assert (refused.code, refused.out) == (Exit.USAGE, "")
    assert f"{mine} is there and is no comparison" in refused.err
    assert mine.read_text(encoding="utf-8") == "years of work"


def test_sim_02_a_scenario_compared_with_itself_differs_in_nothing() -> None:
    """Also in a figure that one pair alone has, whose one difference has no interval: 0 is no difference."""
    answer = said("compare", "small", "small", "--runs", 2, "--months", 1)
    rows = said("compare", "small", "small", "--runs", 2, "--months", 1, "--json").data["figures"]

    assert "small with small · 2026-04-13, 1 month · 2 pairs of runs" in answer.out
    assert answer.out.splitlines()[-1] == f"All {len(rows)} figures were the same in every run."
    assert min(row["pairs"] for row in rows) == 1
    assert {row["says"] for row in rows} == {"the same in every run"}


def test_sim_02_absences_outside_of_the_compared_time_are_told(tmp_path: Path) -> None:
    """Who compares two months of a variant that is about August learns why nothing differs."""
    asked = ("compare", "ppt_intake", "ill_in_august", "--runs", 2)
    out = tmp_path / "page.html"
    early = said(*asked, "--months", 1, "--out", out)

    assert "Absent from 2026-08-03 to 2026-08-31 (astrid, gunnvor), outside of the runs" in early.out
    assert "Fraværet fra 3. aug. 2026 til 31. aug. 2026 (astrid, gunnvor) ligger utenfor" in out.read_text("utf-8")
    assert list(outside(pair_of("ppt_intake", "ill_in_august", (), None, None))) == []
    assert [each.end for each in outside(pair_of("ppt_intake", "ill_in_august", (), None, 1))] == [dt.date(2026, 2, 4)]


def test_cli_01_a_dash_is_stdout_for_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page alone, as of a report, and no file of that name."""
    monkeypatch.chdir(tmp_path)
    answer = said("compare", garden_in(tmp_path).path, "--change", SLOW, "--runs", 2, "--out", "-")

    assert answer.out.startswith("<!doctype html>")
    assert answer.out.rstrip().endswith("</html>")
    assert not (tmp_path / "-").exists()
