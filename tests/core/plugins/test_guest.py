"""A third party's routine comes in by the same door as ours (PLG-01)."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.core.plugins.samples import GUEST, install_guest
from tests.house.sources import ROOT, syntax

MODULES = sorted((GUEST / "guest_dog_licence").rglob("*.py"))
RUNNER = """
from saksgang.cli import main
sys.argv[1:1] = ["plugins"]
main()
"""
PAGE = """\
dog_licence: Dispensation from the leash rule
  from      distribution guest-dog-licence 1.2
  hooks     declare_routine, respond
  version   1.2, for plugin API >=1,<2
  language  nb, for NO

Case types and statuses
  case type                   prefix  status     meaning  leads to
  Dispensasjon fra båndtvang  HUND    ny         new      innvilget, avslått
  Dispensasjon fra båndtvang  HUND    innvilget  granted  final
  Dispensasjon fra båndtvang  HUND    avslått    refused  final

Task kinds
  task           role           outcomes            label
  Vurder søknad  saksbehandler  innvilget, avslått  Vurder søknad

Letters
  letter          approval  fields   title
  forelopig_svar  -         kontakt  Foreløpig svar på søknaden om dispensasjon fra båndtvang

Deadlines
  deadline           waits for  source                    meaning
  preliminary reply  office     forvaltningsloven § 11 a  preliminary reply

Roles
  role           meaning
  saksbehandler  case officer

Settings
  setting  type  default          help
  contact  str   "servicetorget"  Where an applicant can ask, as the letter says it.

Requirements
  id      built by
  DOG-01  guest_dog_licence.routine.received
  DOG-02  guest_dog_licence.routine.decided

Checks
  check                                 requirements  rule
  dog-the-case-ends-as-it-was-assessed  DOG-02        A case ends with the outcome of the officer's assessment, and not before it.
"""  # noqa: E501 - the page is as wide as its longest rule

DESK = """
import datetime as dt
from saksgang.clock import ManualClock
from saksgang.commands import CompleteTask, OpenCase
from saksgang.declarations import Catalogue
from saksgang.journal import MemoryJournal
from saksgang.legaltime import Almanac
from saksgang.office import RoutineDesk, assemble
from saksgang.plugins import Registry

registry, name = Registry.installed(), "dog_licence"
routine = registry.enabled([name])[name]
desk = RoutineDesk(name, registry.implementation(name, "respond"), registry.implementation(name, "vet"))
clock = ManualClock(dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC))
office = assemble(
    Catalogue({name: routine}), Almanac("NO"), {name: routine.settings()}, {name: desk}, {}, clock, MemoryJournal()
)
office.do(OpenCase(name, "Dispensasjon fra båndtvang", "party-1"), "citizen:party-1")
[case] = office.view.cases()
[task], [letter] = office.view.tasks(case.number), office.view.letters(case.number)
[deadline] = office.view.deadlines(case.number)
print(case.number, task.role, deadline.targets[0].due, "servicetorget" in letter.body)
office.do(CompleteTask(task.id, "innvilget"), "staff:anna")
print(office.view.case(case.number).status, office.view.deadline(deadline.id).targets[0].state)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the guest is installed."""
    folder = tmp_path_factory.mktemp("site")
    install_guest(folder)
    return folder


def python(site: Path, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    paths = [str(site), str(ROOT / "core")]
    command = [sys.executable, "-X", "utf8", "-c", f"import sys; sys.path[:0] = {paths!r}\n{script}", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)


def plugins(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return python(site, RUNNER, *arguments)


def test_plg_01_an_installed_guest_is_listed(site: Path) -> None:
    """A fresh process finds the routine with its distribution and version."""
    child = plugins(site, "list", "--json")

    rows = {row["name"]: row for row in json.loads(child.stdout)}
    assert rows["dog_licence"] == {
        "name": "dog_licence",
        "from": "distribution guest-dog-licence 1.2",
        "broken": False,
        "title": "Dispensation from the leash rule",
        "version": "1.2",
        "hooks": ["declare_routine", "respond"],
        "faults": [],
        "hints": [],
    }


def test_plg_06_an_installed_guest_is_sound_by_the_check(site: Path) -> None:
    """The guest is sound; that it brings no scenario to be tried in is told, and no success."""
    child = plugins(site, "check", "dog_licence")

    assert (child.stdout, child.returncode) == ("Plugin dog_licence: sound.\n", 6), child.stderr
    assert child.stderr.startswith("No law was put to it")


def test_plg_06_show_has_all_that_the_guest_declares(site: Path) -> None:
    """Statuses, tasks, letters, deadlines, roles, settings and requirements stand on one page."""
    assert plugins(site, "show", "dog_licence").stdout == PAGE


def test_plg_06_an_installed_guest_shows_its_letter(site: Path) -> None:
    """The letter's fields come from the template file in its package."""
    child = plugins(site, "show", "dog_licence", "--json")

    assert json.loads(child.stdout)["letters"] == [
        {
            "name": "forelopig_svar",
            "title": "Foreløpig svar på søknaden om dispensasjon fra båndtvang",
            "fields": ["kontakt"],
            "needs_approval": False,
        }
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_plg_01_the_guest_imports_public_names_only(path: Path) -> None:
    """What it takes from Saksgang stands in the ``__all__`` of the module that it takes it from."""
    taken = [
        (node.module, alias.name)
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("saksgang")
        for alias in node.names
    ]

    assert [row for row in taken if row[1] not in import_module(row[0] or "").__all__] == []
    assert not any(isinstance(node, ast.Import) for node in ast.walk(syntax(path)))


def test_plg_01_the_guest_does_its_work_in_an_office(site: Path) -> None:
    """An application gets a task, a reply and the legal limit of a month; the decision ends both case and limit."""
    child = python(site, DESK)

    assert child.stdout.splitlines() == [
        "HUND-2026-00001 saksbehandler 2026-04-02 21:59:00+00:00 True",
        "innvilget met",
    ], child.stderr
