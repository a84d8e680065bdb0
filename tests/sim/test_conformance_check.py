"""``saksgang plugins check NAME`` puts a routine to the same laws as the test class (PLG-07)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from saksgang_sim.conformance_laws import LAWS
from tests.core.plugins.test_beginning import in_project
from tests.sim.law_project import asked, begun, changed


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new project to break."""
    return begun(tmp_path)


def test_plg_07_plugins_check_puts_a_routine_to_the_same_laws(project: Path, tmp_path: Path) -> None:
    """Law by law, with the company that it had and who could not come, and with what breaks one."""
    done = in_project(project, tmp_path / "site", "saksgang", "plugins", "check", "dog_licence", "--json")
    (row,) = json.loads(done.stdout)

    assert done.returncode == 0, done.stdout
    assert [law.partition(" (")[0] for law in row["laws"]] == sorted(law.name for law in LAWS)
    assert not any(row["laws"].values())
    (company,) = (law for law in row["laws"] if " (" in law)
    assert "(contact_registration, long_term_monitoring, ppt_intake; home_care_messages is left out: " in company


def test_plg_07_plugins_check_counts_the_laws_that_are_broken(project: Path, tmp_path: Path) -> None:
    """What breaks each stands below it; the exit code is that of a check that failed."""
    changed(project / "dog_licence" / "checks.py", "@sees(StatusChanged)", "@sees()")
    changed(project / "dog_licence" / "scenario.toml", "months = 3", "months = 1")
    done = in_project(project, tmp_path / "site", "saksgang", "plugins", "check", "dog_licence")

    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert lines[0] == "Plugin dog_licence: sound."
    assert lines[-1] == "1 of 12 laws broken."
    assert "broken  every check holds and something was judged" in lines
    assert "        No check of the routine's own was put to the test." in lines


def test_plg_07_a_routine_without_a_scenario_has_kept_no_law(project: Path, tmp_path: Path) -> None:
    """That is said, and no success; so is a scenario in which it is not on."""
    (project / "dog_licence" / "scenario.toml").unlink()
    none = asked(["dog_licence"], project, tmp_path / "site")
    elsewhere = asked(["dog_licence", "--scenario", "small"], project, tmp_path / "site")
    of_all = asked(["--scenario", "small"])

    assert (none.returncode, none.stdout) == (6, "Plugin dog_licence: sound.\n")
    assert none.stderr == "No law was put to it, for it brings no scenario.toml: name one with --scenario.\n"
    assert elsewhere.returncode == 2
    assert "dog_licence is not on in " in elsewhere.stderr
    assert of_all.returncode == 2


def test_plg_07_plugins_check_tells_where_a_routine_reads_the_clock(project: Path, tmp_path: Path) -> None:
    """Module, line and remedy; the exit code is that of a plugin that is refused."""
    path = project / "dog_licence" / "settings.py"
    path.write_text(path.read_text(encoding="utf-8") + "\nimport random\n\nLUCK = random.random()\n", encoding="utf-8")
    done = in_project(project, tmp_path / "site", "saksgang", "plugins", "check", "dog_licence")

    assert done.returncode == 4
    (line,) = done.stdout.splitlines()
    assert line.startswith("Plugin dog_licence, settings.py line ")
    assert "random.random" in line
    assert line.endswith("; take it from the event or the view.")


def test_plg_07_a_single_file_is_looked_into_too(tmp_path: Path) -> None:
    """And nothing that lies beside it."""
    (tmp_path / "parking.py").write_text(
        "import time\n\nfrom attrs import evolve\n\nfrom saksgang.hookspecs import hookimpl\n"
        "from tests.core.plugins.samples import SOUND\n\nLOADED = time.time()\n\n\n"
        "@hookimpl\ndef declare_routine():\n    return evolve(SOUND, name='parking')\n",
        encoding="utf-8",
    )
    (tmp_path / "other.py").write_text("import time\n\ntime.time()\n", encoding="utf-8")
    done = asked([tmp_path / "parking.py"])

    assert done.returncode == 4, done.stdout + done.stderr
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == ["Plugin parking, parking.py line 8"]
