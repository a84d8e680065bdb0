"""``saksgang check`` on the command line (COR-20, COR-22, CLI-01, CLI-02)."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from saksgang.cli.check import check_command
from saksgang.plugins import Registry
from tests.core.configuration.samples import ROUTINES, SOUND, WRONG
from tests.house.sources import ROOT

SHIPPED = ROOT / "sim" / "saksgang_sim" / "municipalities" / "ppt_norway.toml"


@pytest.fixture
def sample_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample routines are what is installed."""
    monkeypatch.setattr(Registry, "routines", property(lambda _: dict(ROUTINES)))


def check(*arguments: object) -> Result:
    return CliRunner().invoke(check_command, [str(argument) for argument in arguments])


def test_cor_20_a_file_in_order_says_so_on_stdout() -> None:
    """The shipped municipality passes with exit 0, one line on stdout and nothing on stderr."""
    result = check(SHIPPED)

    assert result.exit_code == 0
    assert result.stdout == f"{SHIPPED}: everything in order (1 routines, 12 staff)\n"
    assert result.stderr == ""


@pytest.mark.usefixtures("sample_plugins")
@pytest.mark.parametrize("file", sorted(WRONG.glob("*.toml")), ids=lambda file: file.stem)
def test_cor_20_a_wrong_file_is_exit_4_with_its_problem_on_stderr(file: Path) -> None:
    """One line on stderr that begins with the file, nothing on stdout, no traceback."""
    result = check(file)

    assert result.exit_code == 4
    assert result.stdout == ""
    assert result.stderr.startswith(f"{file}: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["absent.toml", "", "x\udcff"])
def test_cor_22_a_file_that_is_not_there_is_exit_4_in_one_line(tmp_path: Path, name: str) -> None:
    """An absent file, a folder, and a name that is no text."""
    result = check(tmp_path / name)

    assert result.exit_code == 4
    assert result.stderr.count("\n") == 1
    assert "expected a file" in result.stderr or "cannot be opened" in result.stderr


@pytest.mark.usefixtures("sample_plugins")
def test_cor_20_json_is_a_list_with_the_same_exit_code(tmp_path: Path) -> None:
    """Programs get file, key, line, sentence and suggestion of each problem, and an empty list for none."""
    file = tmp_path / "f.toml"
    file.write_text(SOUND.replace('deputy = "ola"', 'deputy = "olaf"'), encoding="utf-8")
    result = check(file, "--json")

    assert result.exit_code == 4
    assert json.loads(result.stdout) == [
        {
            "severity": "problem",
            "file": str(file),
            "key": "staff[0].deputy",
            "line": 20,
            "sentence": 'Nobody on the staff has the id "olaf".',
            "suggestion": 'Did you mean "ola"?',
        }
    ]

    file.write_text(SOUND, encoding="utf-8")
    result = check(file, "--json")

    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


@pytest.mark.usefixtures("sample_plugins")
def test_cor_20_a_warning_is_told_and_is_exit_0(tmp_path: Path) -> None:
    """The warning goes to stderr, the good news to stdout."""
    file = tmp_path / "f.toml"
    file.write_text(SOUND.replace("fee = 95.50", "fee = 0"), encoding="utf-8")
    result = check(file)

    assert result.exit_code == 0
    assert result.stderr.startswith(f"Warning: {file}: routines.parking.fee (line 37): A permit costs nothing.")
    assert "everything in order" in result.stdout


def test_plg_01_a_plugin_in_a_file_is_loaded_for_the_check_and_told_when_broken(tmp_path: Path) -> None:
    """A file that the municipality names is imported, and its error is one line at its place, without a trace."""
    (tmp_path / "local_meals.py").write_text("1 / 0\n", encoding="utf-8")
    file = tmp_path / "f.toml"
    text = SHIPPED.read_text(encoding="utf-8").replace('"nb"\n', '"nb"\nplugins = ["local_meals.py"]\n', 1)
    file.write_text(text, encoding="utf-8")
    result = check(file)

    assert result.exit_code == 4
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(f"{file}: municipality.plugins[0] (line 8): The plugin cannot be used: ")
    assert "ZeroDivisionError" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["f.toml", "local_meals.py"]


def test_cor_20_the_schema_is_printed_with_and_without_a_file() -> None:
    """What is printed is a valid schema that knows the installed routines."""
    for arguments in (["--schema"], [SHIPPED, "--schema"]):
        result = check(*arguments)
        printed = json.loads(result.stdout)

        assert result.exit_code == 0
        jsonschema.Draft202012Validator.check_schema(printed)
        assert "ppt_intake" in printed["properties"]["routines"]["properties"]


def test_cli_02_no_file_is_wrong_usage() -> None:
    """Without a file and without ``--schema`` there is nothing to check."""
    result = check()

    assert result.exit_code == 2
    assert "Name the municipality's file." in result.stderr
