"""A new plugin's project installs, is sound, and passes its own tests at once (PLG-06)."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from saksgang import hookspecs
from saksgang.cli.main import run
from saksgang.declarations import Routine
from saksgang.errors import InputRefused
from saksgang.hookspecs import hookimpl
from saksgang.plugins import Broken, Registry
from saksgang.plugins.beginning import COUNTRIES, begin_project
from tests.core.plugins.samples import SOUND, distribution

# Everything that a project of ours has beside its package.
AROUND = [".gitignore", "README.md", "pyproject.toml"]


class Sample:
    """A routine that is installed already, whose case numbers begin with SAM."""

    @hookimpl
    def declare_routine(self) -> Routine:
        """Say what it is."""
        return SOUND


def installed(project: Path, site: Path) -> None:
    """What ``pip install -e`` leaves behind: metadata with the entry points that the project file names."""
    told = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [
        line
        for group, rows in told["entry-points"].items()
        for line in (f"[{group}]", *(f"{name} = {value}" for name, value in rows.items()))
    ]
    distribution(site, told["name"], "\n".join(lines), version=told["version"])


def in_project(project: Path, site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a module of Python in the project, as it is installed."""
    paths = [str(project), str(site), *(path for path in sys.path if path)]
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("country", COUNTRIES)
def test_plg_06_a_new_project_passes_its_own_tests_at_once(country: str, tmp_path: Path) -> None:
    """Decisions, the story, and the laws of every routine: in the words of either country."""
    project = tmp_path / "dog_licence"
    begin_project("dog_licence", project, country)
    installed(project, tmp_path / "site")
    done = in_project(project, tmp_path / "site", "pytest", "-q", "-p", "no:cacheprovider")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "14 passed" in done.stdout


def test_plg_06_the_tests_of_a_new_project_can_fail(tmp_path: Path) -> None:
    """Whoever breaks a rule of it sees that in decisions, story and simulation."""
    project = tmp_path / "dog_licence"
    begin_project("dog_licence", project, "NO")
    installed(project, tmp_path / "site")
    routine = project / "dog_licence" / "routine.py"
    routine.write_text(
        routine.read_text(encoding="utf-8").replace(
            'return [Answer(PrintLetter(event.letter, "decisions go by post"), "DOGL-02")]', "return []"
        ),
        encoding="utf-8",
    )
    done = in_project(project, tmp_path / "site", "pytest", "-q", "-p", "no:cacheprovider")

    failed = {line.split("::")[-1].split()[0] for line in done.stdout.splitlines() if line.startswith("FAILED")}
    assert failed == {
        "an_application_is_granted",
        "test_it_keeps_the_law[every_check_holds_and_something_was_judged]",
        "test_it_keeps_the_law[every_letter_comes_to_an_end]",
    }, done.stdout


@pytest.mark.parametrize("country", COUNTRIES)
def test_cor_06_a_new_project_tells_every_reason_in_the_words_of_its_office(country: str, tmp_path: Path) -> None:
    """What its rules write in English has a line beside them, another one in either country."""
    package = tmp_path / "dog_licence" / "dog_licence"
    begin_project("dog_licence", tmp_path / "dog_licence", country)
    reasons = tomllib.loads((package / "reasons.toml").read_text(encoding="utf-8"))
    rules = (package / "routine.py").read_text(encoding="utf-8")

    assert [reason for reason in reasons if f'"{reason}"' not in rules] == []
    assert len(reasons) == rules.count("PrintLetter(") + rules.count("MeetDeadline(")
    assert set(reasons).isdisjoint(reasons.values())


def test_plg_06_a_new_project_is_in_order_by_the_house_s_own_tools(tmp_path: Path) -> None:
    """Formatted and linted as we do it, and typed strictly."""
    begin_project("dog_licence", tmp_path / "dog_licence", "NO")
    for command in (
        ("ruff", "check", "--isolated", "--select", "E,F,I,B,UP", "--line-length", "120", "."),
        ("ruff", "format", "--isolated", "--line-length", "120", "--check", "."),
        ("mypy", "--strict", "dog_licence", "tests"),
    ):
        done = in_project(tmp_path / "dog_licence", tmp_path, *command)
        assert done.returncode == 0, done.stdout + done.stderr


def test_plg_06_the_command_tells_what_it_wrote_and_how_to_go_on(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Paths on stdout, what to do next on stderr."""
    monkeypatch.chdir(tmp_path)
    code = run(["plugins", "new", "dog_licence", "--country", "DK", "--title", 'Hundetegn "ny"'])
    out, err = capfd.readouterr()

    assert code == 0
    assert sorted(out.splitlines()) == sorted(
        str(each.relative_to(tmp_path)) for each in tmp_path.rglob("*") if each.is_file()
    )
    assert sorted(each.name for each in (tmp_path / "dog_licence").iterdir()) == sorted(
        [*AROUND, "dog_licence", "tests"]
    )
    assert err.startswith("Go on with: pip install -e dog_licence && saksgang plugins check dog_licence && pytest ")
    assert "title=\"Hundetegn 'ny'\"" in (tmp_path / "dog_licence/dog_licence/plugin.py").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Dog", "will not do"),
        ("1dog", "will not do"),
        ("dog-licence", "will not do"),
        ("../dog", "will not do"),
        ("", "will not do"),
        ("d" * 41, "will not do"),
        ("class", "will not do"),
        ("match", "will not do"),
        ("json", "There is a Python package called 'json' already"),
        ("saksgang", "There is a Python package called 'saksgang' already"),
        ("tests", "There is a Python package called 'tests' already"),
    ],
)
def test_cor_22_a_name_that_will_not_do_is_told(name: str, told: str, tmp_path: Path) -> None:
    """And nothing is written."""
    with pytest.raises(InputRefused, match=told):
        begin_project(name, tmp_path / "new", "NO")
    assert list(tmp_path.iterdir()) == []


def test_cor_22_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    """Nor is one made where its own folder is not."""
    (tmp_path / "mine").mkdir()
    with pytest.raises(InputRefused, match="already: name another --out"):
        begin_project("dog_licence", tmp_path / "mine", "NO")
    with pytest.raises(InputRefused, match="cannot be written"):
        begin_project("dog_licence", tmp_path / "none" / "new", "NO")
    assert [each.name for each in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize("name", ["sample", "lame", "office"])
def test_plg_06_a_new_plugin_takes_no_name_that_another_has(name: str, tmp_path: Path) -> None:
    """Sound or broken: of two plugins of a name neither could be used, nor a routine called as what belongs to none."""
    beside = Registry("saksgang", "saksgang-tests-have-no-group", hookspecs)
    beside.register(Sample(), "sample", "tests")
    beside.broken = (Broken("lame", "tests", ("Plugin lame is broken.",)),)

    with pytest.raises(InputRefused, match=f"There is a plugin called '{name}' already: give the routine another name"):
        begin_project(name, tmp_path / "new", "NO", "", beside)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "prefix"), [("sam", "SAMX"), ("samples", "SAMP"), ("sa", "SA"), ("dog_licence", "DOGL")]
)
def test_plg_06_the_case_numbers_of_a_new_routine_begin_as_no_others_here(
    name: str, prefix: str, tmp_path: Path
) -> None:
    """A municipality could not enable both, and the laws of every routine would not hold for it."""
    beside = Registry("saksgang", "saksgang-tests-have-no-group", hookspecs)
    beside.register(Sample(), "sample", "tests")
    begin_project(name, tmp_path / "new", "NO", "", beside)

    assert f'"{prefix}", "application"' in (tmp_path / "new" / name / "plugin.py").read_text(encoding="utf-8")


def test_plg_06_the_command_looks_at_the_plugins_that_are_there(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The simulation is one of them."""
    monkeypatch.chdir(tmp_path)

    assert run(["plugins", "new", "simulation"]) == 2
    assert "There is a plugin called 'simulation' already" in capfd.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_cor_22_a_title_with_a_sign_that_cannot_be_shown_is_refused(tmp_path: Path) -> None:
    """Neither TOML nor a terminal could have it."""
    with pytest.raises(InputRefused, match=r"The title 'a\\x1bb' has a sign in it that cannot be shown"):
        begin_project("dog_licence", tmp_path / "new", "NO", "a\x1bb")
    assert list(tmp_path.iterdir()) == []
