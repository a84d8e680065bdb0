"""``saksgang simulate``: run a scenario and judge it from its journal."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import click
from attrs import evolve

from saksgang.exits import Exit
from saksgang.journal import MemoryJournal
from saksgang.office import PluginCrashed
from saksgang_sim import terminal
from saksgang_sim.faults.swarm import told
from saksgang_sim.folder import FORMATS, run_folder, sources
from saksgang_sim.interrupting import between_days
from saksgang_sim.many.cli import Many, many_options, run_many
from saksgang_sim.options import Choice, choice_options, options
from saksgang_sim.progress import shown
from saksgang_sim.putting import plan_of
from saksgang_sim.reading import read_scenario
from saksgang_sim.run import Outcome, Plan, prepare
from saksgang_sim.scenario import Scenario
from saksgang_sim.summary import summary
from saksgang_sim.twins import first_difference
from saksgang_sim.verdict import exit_of

__all__ = ["simulate_command"]


@click.command("simulate")
@click.argument("scenario")
@choice_options
@click.option("--out", type=click.Path(path_type=Path), help="Leave journal, summary and more in this folder.")
@click.option("--journal", type=click.Choice(FORMATS), default=FORMATS[0], show_default=True, help="Kind of journal.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.option("--check-determinism", is_flag=True, help="Run twice, in two processes, and compare every event.")
@many_options(least=1)
def simulate_command(  # noqa: PLR0913, PLR0917 - one a command-line option
    scenario: str,
    choice: Choice,
    out: Path | None,
    journal: str,
    as_json: bool,
    check_determinism: bool,
    many: Many,
) -> int:
    """Simulate a scenario and judge what happened from its journal alone.

    SCENARIO is a shipped one by name (see: saksgang scenarios) or a TOML file.

    \b
    Examples:
      saksgang simulate ppt_intake
      saksgang simulate small --seed 3 --out run
      saksgang simulate my-scenario.toml --months 12 --json
      saksgang simulate small --runs 20 --jobs 0
      saksgang simulate everything --days 30 --faults swarm --seed 12
    """  # noqa: D301 - click reads the backslash: it keeps the lines of the examples apart
    read = read_scenario(scenario)
    chosen = choice.of(read)
    plan = plan_of(chosen, MemoryJournal())  # what is refused is refused before an earlier run gives way
    if many.asked(alone=out is not None or check_determinism):
        return run_many(scenario, [choice.of(read, n) for n in range(many.runs or 1)], many, as_json=as_json)
    for line in (f"Seed {chosen.seed}", *told(chosen)):
        click.echo(line, err=True)
    if check_determinism:
        if out is not None or as_json:
            raise click.UsageError("--check-determinism leaves nothing: name it without --out and --json.")
        return _compare(scenario, chosen)
    return _one(plan, repeat(scenario, chosen, out, journal), out, journal, as_json=as_json)


def repeat(scenario: str, chosen: Scenario, out: Path | None, journal: str) -> str:
    """The exact command that does the same again (CLI-03)."""
    words = ["saksgang", "simulate", scenario, *options(chosen)]
    if out is not None:
        words += ["--out", str(out)]
    if journal != FORMATS[0]:
        words += ["--journal", journal]
    return shlex.join(words)


def _one(plan: Plan, command: str, out: Path | None, journal: str, *, as_json: bool) -> int:
    try:
        outcome = _run(plan, out, journal)
    except PluginCrashed as crash:
        click.echo(f"saksgang: {crash}", err=True)
        return _end(Exit.INTERNAL, command)
    _print(outcome, as_json=as_json)
    if out is not None and not as_json:
        click.echo(f"To read it: {shlex.join(['saksgang', 'report', str(out)])}", err=True)
    return _end(exit_of(outcome), command)


def _run(plan: Plan, out: Path | None, journal: str) -> Outcome:
    with run_folder(out, journal, sources(plan.scenario)) as folder:
        run = prepare(evolve(plan, journal=folder.journal))
        with shown(plan.scenario) as shown_tick, between_days(shown_tick) as tick:
            outcome = run.go(tick)
        folder.leave(outcome)
    return outcome


def _print(outcome: Outcome, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(summary(outcome), indent=2, ensure_ascii=False))
        return
    for line in terminal.lines(outcome):
        click.echo(line)


def _end(code: Exit, command: str) -> int:
    if code is not Exit.HELD:
        click.echo(f"To repeat: {command}", err=True)
    return int(code)


def _compare(name: str, scenario: Scenario) -> int:
    difference = first_difference(name, scenario)
    if difference is None:
        click.echo(f"Twice the same journal, to the byte: {scenario.name}, seed {scenario.seed}.")
        return int(Exit.HELD)
    click.echo(difference)
    click.echo(f"To repeat: {repeat(name, scenario, None, FORMATS[0])} --check-determinism", err=True)
    return int(Exit.NOT_DETERMINISTIC)
