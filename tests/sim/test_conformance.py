"""The laws of every routine hold of a sound one, and each finds the routine that breaks it (PLG-07)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest

from saksgang.commands import OpenCase, StartDeadline
from saksgang.journal import MemoryJournal
from saksgang.plugins.beginning import begin_project
from saksgang_sim.conformance import Lived, RoutineLaws
from saksgang_sim.run import Outcome
from tests.core.plugins.test_beginning import in_project, installed
from tests.core.small_office import SmallOffice, small_office, utc

# The law, the module of a new project, what stands there, and what makes it wrong.
BROKEN = [
    (
        "test_it_is_sound_and_reads_nothing_that_no_journal_holds",
        "settings.py",
        '__all__ = ["Settings"]',
        'import time\n\n__all__ = ["Settings"]\nLOADED = time.time()',
    ),
    (
        "test_every_check_holds_and_something_was_judged",
        "checks.py",
        "@sees(StatusChanged)",
        "@sees()",
    ),
    (
        "test_the_same_seed_gives_the_same_journal",
        "routine.py",
        'fields = {"number": case.number,',
        'fields = {"number": case.number + next(iter({"a", "b", "c", "d", "e", "f"})),',
    ),
    (
        "test_every_letter_comes_to_an_end",
        "routine.py",
        'return [Answer(CompleteLetter(event.letter), "DOGL-02")]',
        "return []",
    ),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new project, as it is installed, with a scenario of half a year."""
    project = tmp_path / "dog_licence"
    begin_project("dog_licence", project, "NO")
    installed(project, tmp_path / "site")
    return project


@pytest.mark.parametrize(("law", "module", "there", "wrong"), BROKEN, ids=[row[0] for row in BROKEN])
def test_plg_07_each_law_finds_the_routine_that_breaks_it(
    law: str, module: str, there: str, wrong: str, project: Path, tmp_path: Path
) -> None:
    """And it alone is asked here."""
    path = project / "dog_licence" / module
    text = path.read_text(encoding="utf-8")
    assert there in text
    path.write_text(text.replace(there, wrong), encoding="utf-8")
    done = in_project(project, tmp_path / "site", "pytest", "-q", "-p", "no:cacheprovider", "-k", law, "tests")

    assert "1 failed" in done.stdout, done.stdout


def lived(journal: MemoryJournal, end: str, picture: object = None) -> Lived:
    """What a journal would be judged by, when the office ended then; the run's own outcome is not asked here."""
    return Lived(cast("Outcome", None), journal, picture, utc(end))


def started(office: SmallOffice) -> None:
    """A deadline of two working days."""
    case = office.do(OpenCase("small", "Sak", "citizen:1"))
    office.do(StartDeadline("answer", case, {"due": "2 working days"}))


def test_plg_07_an_office_that_holds_more_than_its_journal_is_found() -> None:
    """The replay of what happened is compared with what the office held, to the last record."""
    journal = MemoryJournal()
    office = small_office(journal)
    started(office)
    held = office.office.state.picture()

    RoutineLaws().test_a_replay_rebuilds_the_office(lived(journal, "2026-04-01 12:00", held))
    with pytest.raises(AssertionError, match="different things"):
        RoutineLaws().test_a_replay_rebuilds_the_office(lived(journal, "2026-04-01 12:00", {**held, "cases": {}}))


def test_plg_07_a_deadline_that_nobody_ended_is_found() -> None:
    """Past its last minute, 8 April at 10:00, it must have ended."""
    journal = MemoryJournal()
    started(small_office(journal))

    RoutineLaws().test_every_deadline_that_runs_can_still_be_met(lived(journal, "2026-04-08 10:01"))
    with pytest.raises(AssertionError, match="SAK-2026-00001/deadline-1, due was due 2026-04-08 08:00Z"):
        RoutineLaws().test_every_deadline_that_runs_can_still_be_met(lived(journal, "2026-04-08 10:02"))


def test_plg_07_a_journal_that_the_core_alone_cannot_judge_is_found() -> None:
    """Here a case is seen twice over by the same event."""
    journal = MemoryJournal()
    started(small_office(journal))
    RoutineLaws().test_what_it_leaves_behind_can_be_read_without_it(lived(journal, "2026-04-01 12:00"))
    *_, last = journal
    journal.append([last])

    with pytest.raises(AssertionError, match="core-events-follow-their-cause"):
        RoutineLaws().test_what_it_leaves_behind_can_be_read_without_it(lived(journal, "2026-04-01 12:00"))


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
    done = subprocess.run(
        [sys.executable, "-m", "saksgang", "plugins", "check", str(tmp_path / "parking.py")],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 4, done.stdout + done.stderr
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == ["Plugin parking, parking.py line 8"]
