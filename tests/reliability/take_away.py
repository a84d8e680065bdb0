"""Takes every decision and refusal of a routine away in turn, and looks who notices.

A rule that can be missing without a check, a story and a test turning red is a rule that nobody guards.

    python -m tests.reliability.take_away benefits
    python -m tests.reliability.take_away --parts --tests benefits ppt_intake
    python -m tests.reliability.take_away benefits --only "refuses SendLetter"

Each loss happens in a process of its own: one function out of the table of decisions, one command out of the table of
refusals, with ``--parts`` also each plain function that words a refusal. Then the routine's scenario is simulated and
its stories are played. A check counts as red where it is violated in either. A dash in the table means that the loss
was not seen there, and the program ends with 1.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import FunctionType
from typing import Any

import click
import pytest

from saksgang.cli.main import run as saksgang

ROOT = Path(__file__).resolve().parents[2]
NOTHING = "nothing"
UNSEEN = "-"
PATIENCE = 240
RED = {"violated", "not reached"}
CHECK = re.compile(r", check ([a-z0-9-]+)\]")
ROOMS = ("refusing", "closed", "rules")
REFUSALS = ("str | None", "str")

# What leaves nothing in a journal even when nobody refuses it: no check can see it, and stories and tests have to.
TRACELESS = {
    "refuses ResumeDeadline": "nothing is ever paused, so there is nothing to resume",
    "refuses SendLetter": "the core sends approved letters only, and a rule has sent each in the same breath",
    "home_care_messages refuses RegisterDocument": "a message is registered in the breath in which it comes, and once",
    "contact_registration refuses DraftLetter": "the routine has no templates, so the core refuses each of them",
}

Loss = Callable[[], object]


def losses(routine: str, *, parts: bool) -> dict[str, Loss]:
    """What can be taken away, by a name that says it."""
    table = importlib.import_module(f"saksgang_{routine}.routine")
    found = dict(_decisions(table.ANSWERS))
    found |= {f"refuses {command.__name__}": partial(table.VETS.pop, command) for command in table.VETS}
    return found | (dict(_parts(routine)) if parts else {})


def _decisions(answers: dict[type, list[Any]]) -> Iterator[tuple[str, Loss]]:
    for event, decisions in answers.items():
        for decide in decisions:
            name = getattr(decide, "__name__", str(decide))
            yield f"{event.__name__}: {name}", partial(decisions.remove, decide)


def _parts(routine: str) -> Iterator[tuple[str, Loss]]:
    """Each function that says why something is refused, wherever a table or another function refers to it."""
    package = importlib.import_module(f"saksgang_{routine}")
    for module in pkgutil.iter_modules(package.__path__):
        if not module.name.startswith(ROOMS):
            continue
        room = importlib.import_module(f"{package.__name__}.{module.name}")
        for name, function in vars(room).items():
            ours = isinstance(function, FunctionType) and function.__module__ == room.__name__
            if ours and function.__annotations__.get("return") in REFUSALS:
                yield f"{module.name}.{name}", partial(_silence, function)


def _silence(function: FunctionType) -> None:
    function.__code__ = (lambda *_args, **_named: None).__code__


def suffer(routine: str, loss: str, *, tests: bool) -> dict[str, str]:
    """Take one thing away for good, and say what turned red."""
    if loss != NOTHING:
        losses(routine, parts=True)[loss]()
    told = _told(["play", str(ROOT / "plugins" / routine / f"saksgang_{routine}" / "stories")])
    checks = [*dict.fromkeys((*_simulated(routine), *CHECK.findall(told)))]
    red = [line.removeprefix("FAILED").strip() for line in told.splitlines() if line.startswith("FAILED")]
    if " played, " not in told:
        red.append("a story crashed")
    seen = {"check": _few(checks), "story": _few(red)}
    why = TRACELESS.get(loss, TRACELESS.get(f"{routine} {loss}"))
    if seen["check"] == UNSEEN and why:
        seen["check"] = f"(no trace: {why})"
    return seen | ({"test": _few(_tested(routine))} if tests else {})


def _simulated(routine: str) -> list[str]:
    """The checks that the routine's scenario turns red; a crash is as good as one."""
    said = _told(["simulate", routine, "--json"])
    if not said.startswith("{"):
        return ["the simulation crashed"]
    return [check["id"] for check in json.loads(said)["checks"] if check["status"] in RED]


def _tested(routine: str) -> list[str]:
    """The first of the routine's tests that fails."""
    words = [str(ROOT / "tests" / "plugins" / routine), "-q", "-x", "--no-header", "-p", "no:cacheprovider"]
    words += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    with contextlib.redirect_stdout(io.StringIO()) as said:
        code = pytest.main(words)
    failed = [line.partition("::")[2].split(" ")[0] for line in said.getvalue().splitlines() if "FAILED" in line]
    return [] if code == 0 else failed or [f"pytest ended with {int(code)}"]


def _few(red: list[str]) -> str:
    return UNSEEN if not red else red[0] + (f" and {len(red) - 1} more" if len(red) > 1 else "")


def _told(words: list[str]) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.redirect_stderr(io.StringIO()):
        saksgang(words)
    return said.getvalue()


def unharmed(routine: str, *, tests: bool) -> None:
    """Refuse to begin where something is red before anything is taken away."""
    seen = _seen(routine, NOTHING, tests=tests)
    if red := {where: what for where, what in (seen or {}).items() if what != UNSEEN}:
        raise click.ClickException(f"{routine} is red before anything is taken away: {red}")


def report(routine: str, loss: str, *, tests: bool) -> bool:
    """A row of the table; whether everybody noticed."""
    seen = _seen(routine, loss, tests=tests)
    if seen is None:
        click.echo(f"{routine}\t{loss}\tdid not end in {PATIENCE} seconds")
        return True  # a run that goes round in circles is noticed by whoever waits for it
    click.echo("\t".join([routine, loss, *seen.values()]))
    return UNSEEN not in seen.values()


def _seen(routine: str, loss: str, *, tests: bool) -> dict[str, str] | None:
    """What turned red in a process of its own, ``None`` where it did not end in time."""
    command = [sys.executable, "-m", "tests.reliability.take_away", routine, "--suffer", loss]
    command += ["--tests"] if tests else []
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        raise click.ClickException(f"{routine}, {loss}: {done.stderr}")
    seen: dict[str, str] = json.loads(done.stdout)
    return seen


@click.command(help=__doc__)
@click.argument("routines", nargs=-1, required=True)
@click.option("--parts", is_flag=True, help="Also each function that words a refusal.")
@click.option("--tests", is_flag=True, help="Also run the routine's tests, which takes longer.")
@click.option("--only", default="", help="Losses whose name contains this.")
@click.option("--suffer", "loss", default="", hidden=True)
@click.pass_context
def take_away(ctx: click.Context, routines: tuple[str, ...], *, parts: bool, tests: bool, only: str, loss: str) -> None:
    """The campaign over the routines named."""
    if loss:
        click.echo(json.dumps(suffer(routines[0], loss, tests=tests)))
        return
    for routine in routines:
        unharmed(routine, tests=tests)
    found = [(routine, name) for routine in routines for name in losses(routine, parts=parts) if only in name]
    seen = [report(routine, name, tests=tests) for routine, name in found]
    click.echo(f"{len(seen)} taken away, {sum(seen)} seen everywhere.")
    ctx.exit(0 if all(seen) else 1)


if __name__ == "__main__":
    take_away()
