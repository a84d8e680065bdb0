"""``saksgang audit`` puts the questions of deadlines to a log from anywhere (CLI-01 to CLI-03)."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest

from tests.core.cli.small_run import said

Capture = pytest.CaptureFixture[str]
LOG = """\
Saksnr;Hendelse;Tidspunkt
1;Mottatt;02.03.2026
1;Besvart;12.03.2026
2;Mottatt;02.03.2026
2;Besvart;01.04.2026
"""
HOW = ("--calendar", "NO", "--map", "case=Saksnr,activity=Hendelse,time=Tidspunkt", "--date-format", "%d.%m.%Y")
KEPT = "Mottatt -> Besvart within 2 months"
BROKEN = "Mottatt -> Besvart within 21 days"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log of two cases."""
    (tmp_path / "log.csv").write_text(LOG, encoding="utf-8")
    return tmp_path / "log.csv"


def test_cli_02_all_held_ends_with_0(log: Path, capfd: Capture) -> None:
    """A table with a line a rule, and the verdict."""
    answer = said(capfd, "audit", log, *HOW, "--rule", KEPT, "--rule", "at most 1 Besvart")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == [
        "4 entries of 2 cases, 2026-03-02 00:00 to 2026-04-01 00:00 local time (Europe/Oslo)",
        "",
        "judged  held  broken  open  excused  share   rule",
        "2       2     0       0     0        100.0%  Mottatt -> Besvart within 2 months",
        "2       2     0       0     0        100.0%  at most 1 Besvart",
        "",
        "All held: 2 rules, put to the test 4 times.",
    ]


def test_cli_03_a_broken_rule_ends_with_1_and_the_command_that_repeats_it(log: Path, capfd: Capture) -> None:
    """The case with its times, and the last line run again says the same."""
    answer = said(capfd, "audit", log, *HOW, "--rule", BROKEN)

    assert answer.code == 1
    assert "2     2026-03-02 00:00  2026-03-23 23:59  2026-04-01 00:00  9 days late" in answer.out
    assert "NOT all held: 1 rule, put to the test 2 times, broken 1 times." in answer.out
    again = shlex.split(answer.err.splitlines()[-1].removeprefix("To repeat: saksgang "))
    assert said(capfd, *again) == answer


def test_cli_02_nothing_judged_ends_with_5(log: Path, capfd: Capture) -> None:
    """No occasion has ended, or none came; a misspelt name is told."""
    answer = said(capfd, "audit", log, *HOW, "--rule", "Motatt -> Besvart within 21 days")

    assert answer.code == 5
    assert "Nothing was judged" in answer.out
    assert "The log has no activity 'Motatt'; did you mean 'Mottatt'?" in answer.err


def test_cli_01_an_audit_is_there_as_json(log: Path, capfd: Capture) -> None:
    """With the worst cases, their times local with their offset."""
    data = said(capfd, "audit", log, *HOW, "--rule", BROKEN, "--json").data

    assert (data["verdict"], data["entries"], data["cases"]) == ("broken", 4, 2)
    (rule,) = data["rules"]
    assert {name: rule[name] for name in ("judged", "held", "broken", "open", "excused", "share")} == {
        "judged": 2,
        "held": 1,
        "broken": 1,
        "open": 0,
        "excused": 0,
        "share": 0.5,
    }
    assert rule["worst"] == [
        {
            "case": "2",
            "from": "2026-03-02T00:00:00+01:00",
            "due": "2026-03-23T23:59:00+01:00",
            "then": "2026-04-01T00:00:00+02:00",
            "what": "9 days late",
        }
    ]


def test_a_file_says_how_the_log_is_read_and_the_command_line_goes_before_it(
    log: Path, capfd: Capture, tmp_path: Path
) -> None:
    """So that a municipality keeps its questions in one file."""
    (tmp_path / "rules.toml").write_text(
        '[log]\ncase = "Saksnr"\nactivity = "Hendelse"\ntime = "Dato"\ncalendar = "NO"\ndate_format = ["%d.%m.%Y"]\n'
        '[[rules]]\nname = "Svar i tide"\nafter = "Mottatt"\ncomes = "Besvart"\nwithin = "2 months"\n'
    )
    wrong = said(capfd, "audit", log, "--rules", tmp_path / "rules.toml")
    right = said(capfd, "audit", log, "--rules", tmp_path / "rules.toml", "--map", "time=Tidspunkt")

    assert (wrong.code, right.code) == (2, 0)
    assert "There is no column 'Dato'" in wrong.err
    assert "Svar i tide: Mottatt -> Besvart within 2 months" in right.out


def test_cor_08_what_looks_like_a_personal_number_is_masked(capfd: Capture, tmp_path: Path) -> None:
    """Many an office counts its cases by it; and no log makes a terminal do anything."""
    log = tmp_path / "log.csv"
    log.write_text("case,activity,time\n01815000036,A,2026-03-02\n\x1b[2J,A,2026-03-02\n", encoding="utf-8")
    for more in ((), ("--json",)):
        answer = said(capfd, "audit", log, "--calendar", "NO", "--rule", "at most 0 A", *more)

        assert "01815000036" not in answer.out
        assert "***********" in answer.out
        assert "\x1b" not in answer.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Name a rule with --rule"),
        (("--rule", KEPT), "Name --calendar NO or --calendar DK"),
        ((*HOW, "--rule", "Mottatt Besvart"), "cannot be read: at its end"),
        ((*HOW, "--rule", KEPT, "--zone", "Oslo"), "The time zone 'Oslo' is not known"),
        ((*HOW, "--rule", KEPT, "--map", "Saksnr"), "The map 'Saksnr' cannot be read"),
        ((*HOW, "--rule", KEPT, "--map", "sak=Saksnr"), "The map 'sak=Saksnr' cannot be read"),
        ((*HOW, "--rule", KEPT, "--until", "soon"), "--until: The time 'soon' cannot be read"),
        ((*HOW, "--rule", KEPT, "--until", "2026-03-01"), "The log begins at 2026-03-02 00:00, after the time that"),
        (
            (*HOW, "--rule", KEPT, "--encoding", "utf-16"),
            "log.csv is not written in utf-16: name what it is written in",
        ),
        ((*HOW, "--rule", KEPT, "--encoding", "punycode"), "log.csv is not written in punycode: name"),
        ((*HOW, "--rule", KEPT, "--encoding", "undefined"), "log.csv is not written in undefined: name"),
        (
            ("--calendar", "NO", "--rule", KEPT, "--map", "case=Saksnr,case=Hendelse"),
            "The map 'case=Saksnr,case=Hendelse' says a second time what case is: say it once",
        ),
        ((*HOW, "--rule", KEPT, "--map", "case=Hendelse"), "says a second time what case is"),
        ((*HOW, "--rules", "none.toml"), "none.toml: The file cannot be opened"),
        (("--calendar", "NO", "--rule", KEPT), "There is no column 'case'"),
    ],
)
def test_cor_22_what_cannot_be_used_is_told(arguments: tuple[str, ...], told: str, log: Path, capfd: Capture) -> None:
    """One sentence, exit code 2."""
    answer = said(capfd, "audit", log, *arguments)

    assert answer.code == 2
    assert told in answer.err
    assert "Traceback" not in answer.err


def test_headings_with_commas_can_be_mapped(capfd: Capture, tmp_path: Path) -> None:
    """One at a time, or after each other."""
    (tmp_path / "log.csv").write_text('"Sak, nr";Hva;Når\n1;A;2026-03-02\n', encoding="utf-8")
    together, apart = (
        ["--map", "case=Sak, nr,activity=Hva,time=Når"],
        ["--map", "case=Sak, nr", "--map", "activity=Hva", "--map", "time=Når"],
    )

    for mapped in (together, apart):
        assert (
            said(capfd, "audit", tmp_path / "log.csv", *mapped, "--calendar", "NO", "--rule", "at most 1 A").code == 0
        )


@pytest.mark.parametrize("name", ["pipe.csv", "pipe.xes"])
def test_cor_22_a_pipe_is_refused_and_not_waited_for(name: str, capfd: Capture, tmp_path: Path) -> None:
    """Nobody writes into it, so that opening it would never come to an end."""
    os.mkfifo(tmp_path / name)
    answer = said(capfd, "audit", tmp_path / name, "--calendar", "NO", "--rule", "at most 1 A")

    assert answer.code == 2
    assert "cannot be opened: it is no file; name a CSV or XES file" in answer.err
