"""A third party's routine in a simulation: found, judged, and no trouble to anybody else (PLG-04, SIM-01, SIM-02)."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from saksgang.checks import Judge, Verdict
from saksgang.events import DocumentReceived, Event, StatusChanged, TaskCompleted
from saksgang.exits import Exit
from saksgang.journal import Recorded
from tests.core.plugins.samples import GUEST, install_guest
from tests.house.sources import ROOT
from tests.sim.worlds import MUNICIPALITY, scenario_in, simulated

OFFICER = '[[staff]]\nid = "liv"\nname = "Liv Aas"\nroles = ["saksbehandler"]\n\n'
GUEST_ON = "[routines.dog_licence]\n"
# The officer stands before everybody else: who comes first in the file must not matter to the others either.
BOTH = MUNICIPALITY.replace("[[staff]]", f"{OFFICER}[[staff]]", 1) + GUEST_ON
ALONE = MUNICIPALITY.partition("[[sections]]")[0] + OFFICER + GUEST_ON
APPLICATIONS = '"dog_licence.application" = 12.0\n'

SCENARIO = """
[scenario]
title = "A month with a guest"
municipality = "{municipality}"
start = 2026-04-13
months = 1
seed = 3

[population]
size = 1000

[demand]
{demand}"""
PPT = """\
"ppt_intake.referral" = 5.0
"ppt_intake.inquiry" = 4.0
"ppt_intake.information" = 8.0
"ppt_intake.taken_in_hand" = 1.0
"""
# Prints in what order distributions are found, then runs the program; the guest stands last on ``sys.path``.
GUEST_LAST = """
import sys
from importlib.metadata import entry_points
from saksgang.cli import main
sys.path.append({site!r})
print(*(each.name for each in entry_points(group="saksgang.simulation")))
main()
"""
CORNERS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LANG": "da_DK.UTF-8"},
)
NOON = dt.datetime(2026, 4, 13, 10, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the guest is installed."""
    folder = tmp_path_factory.mktemp("site")
    install_guest(folder)
    return folder


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with municipalities and scenarios: the guest alone, ppt_intake alone, both."""
    folder = tmp_path_factory.mktemp("world")
    towns = (("guest", ALONE, APPLICATIONS), ("ppt", MUNICIPALITY, PPT), ("both", BOTH, PPT + APPLICATIONS))
    for name, municipality, demand in towns:
        town = f"{name}-town.toml"
        (folder / town).write_text(municipality, encoding="utf-8")
        (folder / f"{name}.toml").write_text(SCENARIO.format(municipality=town, demand=demand), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def apart(site: Path, world: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run folder of ppt_intake alone, while the guest is installed."""
    return simulate(site, world / "ppt.toml", tmp_path_factory.mktemp("apart"))


@pytest.fixture(scope="module")
def together(site: Path, world: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run folder of both."""
    return simulate(site, world / "both.toml", tmp_path_factory.mktemp("together"), CORNERS[0])


def python(site: Path, *words: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """A fresh Python that finds what is installed in the folder before all else."""
    paths = [str(site), *filter(None, [os.environ.get("PYTHONPATH", "")])]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    environment |= {"PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8", **(env or {})}
    command = [sys.executable, *words]
    return subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", timeout=60, check=False, cwd=site
    )


def saksgang(site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return python(site, "-m", "saksgang", *words)


def simulate(site: Path, scenario: Path, out: Path, env: Mapping[str, str] | None = None) -> Path:
    """Simulate into a folder; checks of others may be violated, but the run comes to its end."""
    done = python(site, "-m", "saksgang", "simulate", str(scenario), "--out", str(out), env=env)
    assert done.returncode in (Exit.HELD, Exit.FAILED, Exit.NOT_REACHED), done.stdout + done.stderr
    return out


def lines(out: Path) -> list[str]:
    """The journal's lines without their links, which hang on all lines before them, whosesoever they are."""
    text = (out / "journal.jsonl").read_text(encoding="utf-8")
    return [line.rpartition(',"chain":')[0] for line in text.splitlines()]


def stream(out: Path, routine: str) -> list[str]:
    """The lines of one routine's stream."""
    return [line for line in lines(out) if line.startswith(f'{{"id":"{routine}:')]


def kinds(out: Path, routine: str) -> list[str]:
    return [json.loads(f"{line}}}")["type"] for line in stream(out, routine)]


def summary(out: Path) -> dict[str, Any]:
    table: dict[str, Any] = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    return table


def test_plg_01_a_municipality_with_the_guest_passes_the_check(site: Path, world: Path) -> None:
    """The installed routine is listed with where it is from, and a file that enables it is sound."""
    listed = saksgang(site, "plugins", "list", "--json")
    checked = saksgang(site, "check", str(world / "guest-town.toml"))

    rows = {row["name"]: row["from"] for row in json.loads(listed.stdout)}
    assert rows["dog_licence"] == "distribution guest-dog-licence 1.2"
    assert rows["ppt_intake"].startswith("distribution saksgang ")
    assert checked.returncode == Exit.HELD, checked.stdout + checked.stderr


def test_plg_01_a_municipality_without_the_guest_has_none_of_it(apart: Path) -> None:
    """Installed but not enabled, the guest leaves no event and no check in a run."""
    told = json.dumps(summary(apart))

    assert stream(apart, "dog_licence") == []
    assert "dog" not in told
    assert "ppt_intake" in told


def test_sim_06_the_guest_is_simulated_and_judged(site: Path, world: Path, tmp_path: Path) -> None:
    """Its people apply, its officer decides, replies are posted, and its own check is put to the test and holds."""
    done = saksgang(site, "simulate", str(world / "guest.toml"), "--out", str(tmp_path))

    assert done.returncode == Exit.HELD, done.stdout + done.stderr
    happened = kinds(tmp_path, "dog_licence")
    found = {check["id"]: check for check in summary(tmp_path)["checks"]}
    own, decided = found["dog-the-case-ends-as-it-was-assessed"], happened.count("TaskCompleted")
    assert happened.count("CaseOpened") >= decided == happened.count("StatusChanged") == own["judged"] > 20
    assert happened.count("LetterPosted") > 20
    assert (own["status"], own["requirements"], own["violations"]) == ("held", ["DOG-02"], 0)
    assert summary(tmp_path)["work"] == {"liv": decided}


def test_plg_04_a_guest_changes_nothing_in_another_routine(apart: Path, together: Path) -> None:
    """With the guest on and staff of its own, the lines of ppt_intake's stream are the same, byte by byte."""
    without, beside = stream(apart, "ppt_intake"), stream(together, "ppt_intake")
    differing = [pair for pair in zip(without, beside, strict=False) if pair[0] != pair[1]]

    assert differing[:1] == []
    assert len(without) == len(beside) > 1000
    assert len(stream(together, "dog_licence")) > 300


def test_plg_04_the_order_of_installation_does_not_matter(
    site: Path, world: Path, together: Path, tmp_path: Path
) -> None:
    """Found after the shipped routines instead of before them, the guest makes the same journal."""
    nowhere, out = tmp_path / "nowhere", tmp_path / "last"
    nowhere.mkdir()
    program = GUEST_LAST.format(site=str(site))
    last = python(nowhere, "-c", program, "simulate", str(world / "both.toml"), "--out", str(out))
    first = python(site, "-c", program, "scenarios")

    assert last.stdout.splitlines()[0].endswith("ppt_intake dog_licence"), last.stderr
    assert first.stdout.splitlines()[0].startswith("dog_licence ")
    assert lines(out) == lines(together)
    assert summary(out)["digest"] == summary(together)["digest"]


def test_sim_01_hash_seed_zone_and_language_do_not_matter(
    site: Path, world: Path, together: Path, tmp_path: Path
) -> None:
    """The same scenario under another hash seed, time zone and language has the same digest and bytes."""
    elsewhere = simulate(site, world / "both.toml", tmp_path, CORNERS[1])

    assert summary(elsewhere) == summary(together)
    assert (elsewhere / "journal.jsonl").read_bytes() == (together / "journal.jsonl").read_bytes()
    assert summary(together)["events"] > 1000


@pytest.mark.parametrize("role", ["fagansatt", "leder"])
def test_sim_02_another_caseworker_leaves_every_arrival_as_it_was(role: str, tmp_path: Path) -> None:
    """Ids, instants, people and facts of all documents are the same with one more to work on them."""
    assert received(tmp_path) == received(tmp_path, role) != []


def test_sim_02_another_consultant_leaves_all_that_citizens_bring_themselves(tmp_path: Path) -> None:
    """Who empties the inbox sooner changes at most which case a later letter names, since that one has to be there."""
    without, helped = received(tmp_path), received(tmp_path, "konsulent")

    assert [unnamed(*row) for row in without] == [unnamed(*row) for row in helped]
    assert len(without) > 50


def received(folder: Path, role: str = "") -> list[tuple[dt.datetime, DocumentReceived]]:
    """What comes in within two months, with one more on the staff in that role."""
    more = f'[[staff]]\nid = "knut"\nname = "Knut Berg"\nroles = ["{role}"]\nsection = "vest"\n\n[routines'
    town = MUNICIPALITY.replace("[routines", more) if role else MUNICIPALITY
    _, events = simulated(scenario_in(folder, months=2, seed=4, municipality=town))
    return [(each.at, each.event) for each in events if isinstance(each.event, DocumentReceived)]


def unnamed(at: dt.datetime, event: DocumentReceived) -> tuple[dt.datetime, DocumentReceived]:
    """The same without the case that it names."""
    return at, evolve(event, facts={key: value for key, value in event.facts.items() if key != "case"})


def test_sim_07_the_guests_story_holds(site: Path) -> None:
    """The story that comes with the guest is found and played."""
    played = saksgang(site, "play", "--routine", "dog_licence")

    assert played.returncode == Exit.HELD, played.stdout + played.stderr
    assert "1 story played, all held." in played.stdout


def test_sim_07_the_guests_story_can_fail(site: Path, tmp_path: Path) -> None:
    """With the other decision the same story does not hold, and the status is what it complains of."""
    stories = GUEST / "guest_dog_licence" / "stories"
    for path in stories.glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(
            text.replace('outcome = "innvilget"', 'outcome = "avslått"'), encoding="utf-8"
        )

    played = saksgang(site, "play", str(tmp_path))

    assert played.returncode == Exit.FAILED, played.stderr
    assert "innvilget" in played.stdout


def assessed(outcome: str) -> TaskCompleted:
    return TaskCompleted("dog_licence", "HUND-1", "task-1", "Vurder søknad", "", outcome, "liv", "liv")


def ended(status: str) -> StatusChanged:
    return StatusChanged("dog_licence", "HUND-1", "ny", status, "", final=True)


@pytest.mark.parametrize(
    ("events", "status", "count"),
    [
        ([assessed("innvilget"), ended("innvilget")], "held", 0),
        ([assessed("innvilget"), ended("avslått")], "violated", 1),
        ([ended("avslått")], "violated", 1),
        ([assessed("avslått")], "violated", 1),
        ([evolve(assessed("avslått"), routine="ppt_intake")], "not put to the test", 0),
    ],
)
def test_sim_06_the_guests_check_can_fail(
    events: list[Event], status: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another status than the assessed one, a status without assessment, or none at all is a violation."""
    monkeypatch.syspath_prepend(str(GUEST))

    verdict = judged(events)

    assert (verdict.status, verdict.count) == (status, count)


def judged(events: list[Event]) -> Verdict:
    from guest_dog_licence.checks import TheCaseEndsAsItWasAssessed

    judge = Judge([TheCaseEndsAsItWasAssessed])
    for number, event in enumerate(events, 1):
        judge.see(Recorded(f"dog_licence:{number}", NOON, "staff:liv", "", event))
    (verdict,) = judge.verdicts(NOON)
    return verdict


def test_plg_03_the_guest_is_clean_under_strict_types(tmp_path: Path) -> None:
    """What a third party writes against the public names passes ``mypy --strict`` without a single exception."""
    sources = [GUEST, ROOT / "core", ROOT / "sim"]
    options = ["--strict", "--config-file=", "--explicit-package-bases", f"--cache-dir={tmp_path / 'cache'}"]
    command = [sys.executable, "-m", "mypy", *options, str(GUEST / "guest_dog_licence")]
    env = {**os.environ, "MYPYPATH": os.pathsep.join(map(str, sources))}
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False, cwd=ROOT)

    assert done.returncode == 0, done.stdout + done.stderr
    assert not any("type: ignore" in path.read_text("utf-8") for path in (GUEST / "guest_dog_licence").rglob("*.py"))
