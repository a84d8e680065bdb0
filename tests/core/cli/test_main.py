"""The program: exit codes are public, mistakes are told in a line, our own errors in full (CLI-01, CLI-02, COR-22)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from attrs import frozen

from saksgang.cli.main import VERBS, program
from saksgang.errors import (
    ConfigurationRefused,
    InputRefused,
    JournalDamaged,
    PluginRefused,
    Refused,
    SaksgangError,
)
from saksgang.hookspecs import hookimpl
from saksgang.office import PluginCrashed
from tests.core.cli.small_run import registry, said, small_run

Capture = pytest.CaptureFixture[str]


@frozen(eq=False)
class Verb:
    """A plugin with one verb, ``go``, that raises or returns what it is told to."""

    raises: BaseException | None = None
    returns: object = None

    @hookimpl
    def add_commands(self, group: click.Group) -> None:
        """Add it."""

        @group.command("go")
        def go() -> object:
            """Go."""
            if self.raises is not None:
                raise self.raises
            return self.returns


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (InputRefused("No such\nfile."), 2, "saksgang: No such file.\n"),
        (ConfigurationRefused(("a.toml: one.", "a.toml: two.")), 4, "a.toml: one.\na.toml: two.\n"),
        (PluginRefused("Plugin a: one.\nPlugin a: two."), 4, "Plugin a: one.\nPlugin a: two.\n"),
        (Refused("COR-02", "No such way."), 1, "saksgang: No such way. [COR-02]\n"),
        (JournalDamaged("Line 3 is damaged.", "small:2"), 1, "saksgang: Line 3 is damaged.\n"),
        (PluginCrashed("Plugin a crashed."), 3, "saksgang: Plugin a crashed.\n"),
        (SaksgangError("Something else."), 1, "saksgang: Something else.\n"),
        (KeyboardInterrupt(), 130, "\nsaksgang: interrupted.\n"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_cli_02_each_kind_of_error_has_its_exit_code(
    capfd: Capture, error: BaseException, code: int, told: str
) -> None:
    """Each is told on stderr in words, nothing on stdout, and never with a traceback."""
    answer = said(capfd, "go", among=registry(Verb(raises=error)))

    assert (answer.code, answer.out, answer.err) == (code, "", told)


def test_cli_02_an_error_of_our_own_is_told_in_full(capfd: Capture) -> None:
    """Any other exception ends with 3 and its whole traceback."""
    answer = said(capfd, "go", among=registry(Verb(raises=ZeroDivisionError("oh"))))

    assert answer.code == 3
    assert "Traceback" in answer.err
    assert "ZeroDivisionError: oh" in answer.err


@pytest.mark.parametrize(("returned", "code"), [(None, 0), (6, 6), ("text", 0), (0, 0)])
def test_cli_02_what_a_verb_returns_is_the_exit_code(capfd: Capture, returned: object, code: int) -> None:
    """A whole number is; anything else means that all held."""
    assert said(capfd, "go", among=registry(Verb(returns=returned))).code == code


def test_cli_02_a_verb_may_exit_by_its_context(capfd: Capture) -> None:
    """Click's own way to end gives the exit code too."""
    assert said(capfd, "go", among=registry(Verb(raises=click.exceptions.Exit(7)))).code == 7


@pytest.mark.parametrize("arguments", [["nonsense"], ["desk"], ["replay", "--nonsense", "x"], []])
def test_cli_02_wrong_usage_ends_with_2(capfd: Capture, arguments: list[str]) -> None:
    """What was wrong, or the help, stands on stderr."""
    answer = said(capfd, *arguments)

    assert (answer.code, answer.out) == (2, "")
    assert "Usage: saksgang" in answer.err


def test_cli_01_a_verb_of_a_plugin_that_is_taken_is_told(capfd: Capture) -> None:
    """The first plugin's verb stays, and stderr names the other."""
    answer = said(capfd, "go", among=registry(Verb(returns=6), Verb(returns=7)))

    assert answer.code == 6
    assert "plugin1" in answer.err
    assert "the verb 'go' is taken" in answer.err


def test_cli_01_the_help_has_every_verb_and_examples_first(capfd: Capture) -> None:
    """Examples stand before options and verbs."""
    answer = said(capfd, "--help", among=registry(Verb()))

    assert answer.code == 0
    assert answer.out.index("Examples:") < answer.out.index("Options:") < answer.out.index("Commands:")
    for verb in ("check", "desk", "explain", "go", "hooks", "plugins", "replay"):
        assert f"\n  {verb}" in answer.out


@pytest.mark.parametrize("verb", [str(verb.name) for verb in VERBS])
def test_cli_01_every_verb_shows_examples_before_its_options(capfd: Capture, verb: str) -> None:
    """Each example begins with the program and the verb."""
    answer = said(capfd, verb, "--help")

    examples = answer.out.partition("Examples:\n")[2].partition("\n\n")[0].splitlines()
    assert examples
    assert all(line.startswith(f"    saksgang {verb} ") for line in examples)
    assert answer.out.index("Examples:") < answer.out.index("Options:")


def test_cli_01_the_version_is_data(capfd: Capture) -> None:
    """It is printed on stdout."""
    answer = said(capfd, "--version")

    assert answer.code == 0
    assert answer.out.startswith("saksgang ")


def test_cli_01_nothing_is_coloured(capfd: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """There are no escape sequences, whatever the terminal asks for: NO_COLOR has nothing to switch off."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    small_run(tmp_path / "run")

    for arguments in (["--help"], ["nonsense"], ["replay", tmp_path / "run"], ["desk", tmp_path / "run", "kari"]):
        answer = said(capfd, *arguments)
        assert "\x1b" not in answer.out + answer.err


def test_cli_01_the_core_adds_its_verbs_before_any_plugin() -> None:
    """A plugin cannot take the place of a verb of the core."""

    class Replay:
        @hookimpl
        def add_commands(self, group: click.Group) -> None:
            """Add a verb of a name that the core has."""
            group.add_command(click.Command("replay"))

    group = program(registry(Replay()))
    assert group.commands["replay"] in VERBS


def test_cli_01_a_reader_who_stops_reading_is_no_error(tmp_path: Path) -> None:
    """Into a closed pipe the program ends quietly."""
    small_run(tmp_path / "run")
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "saksgang", "desk", str(tmp_path / "run"), "kari", "--list", "inbox", "--json"]
    with os.fdopen(writing, "wb") as pipe:
        child = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, text=True, timeout=60, check=False)

    assert child.returncode == 1
    assert "Traceback" not in child.stderr
    assert "BrokenPipe" not in child.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
def test_cor_22_a_full_disk_is_told_in_one_sentence(tmp_path: Path) -> None:
    """It is no mistake of ours: no traceback, neither of the program nor of the interpreter's own last flush."""
    small_run(tmp_path / "run")
    command = [sys.executable, "-m", "saksgang", "replay", str(tmp_path / "run")]
    with Path("/dev/full").open("wb") as full:
        child = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False)

    assert child.returncode == 2
    assert child.stderr.startswith("saksgang: There is no room for what is written: No space left on device.")
    assert child.stderr.count("\n") == 1


def test_cli_01_the_module_runs_as_the_program() -> None:
    """``python -m saksgang`` is the same program."""
    command = [sys.executable, "-m", "saksgang", "explain", "--rule", "2 fortnights", "--from", "2026-05-13"]
    child = subprocess.run([*command, "--country", "NO"], capture_output=True, text=True, timeout=60, check=False)

    assert (child.returncode, child.stdout) == (2, "")
    assert child.stderr.startswith("saksgang: The duration '2 fortnights' cannot be read")
    assert child.stderr.count("\n") == 1
