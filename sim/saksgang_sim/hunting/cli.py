"""``saksgang hunt``: disturbed seed after seed, and what breaks made as small as a story (SIM-05, SIM-07)."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import click

from saksgang.exits import Exit
from saksgang.journal import MemoryJournal
from saksgang_sim.faults.plan import SWARM
from saksgang_sim.hunting.hunt import Hunt, hunted
from saksgang_sim.hunting.seeds import seeds_in
from saksgang_sim.hunting.story import leave_story, refuse_strange
from saksgang_sim.hunting.telling import as_data, lines
from saksgang_sim.many.cli import place_options
from saksgang_sim.many.gathering import Place
from saksgang_sim.options import Choice
from saksgang_sim.putting import plan_of
from saksgang_sim.reading import read_scenario

__all__ = ["hunt_command"]

DAYS = 30
FOLDER = Path("hunted")


@click.command("hunt")
@click.argument("scenario")
@click.option(
    "--seeds", default="1..100", show_default=True, metavar="FIRST..LAST", help="The seeds, both ends included."
)
@click.option("--days", type=click.IntRange(1, 20_000), default=DAYS, show_default=True, help="How long each run is.")
@click.option("--faults", default=SWARM, show_default=True, help="As for simulate; a swarm draws them from each seed.")
@click.option(
    "--out", type=click.Path(path_type=Path), default=FOLDER, show_default=True, help="Where stories are left."
)
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@place_options
def hunt_command(  # noqa: PLR0913, PLR0917 - one a command-line option
    scenario: str, seeds: str, days: int, faults: str, out: Path, as_json: bool, place: Place
) -> int:
    """Run many disturbed seeds, and make a story of the first that breaks each check.

    SCENARIO is a shipped one by name (see: saksgang scenarios) or a TOML file. Each find is made smaller, with fewer
    days, citizens, faults and routines, for as long as the same check breaks, and left as a file for: saksgang play.

    \b
    Examples:
      saksgang hunt everything --seeds 1..500 --jobs 0
      saksgang hunt small --seeds 7 --days 20 --faults killed=0.5,print_lost
      saksgang hunt my-scenario.toml --faults none --out found
    """  # noqa: D301 - click reads the backslash: it keeps the lines of the examples apart
    words = repeat(scenario, seeds, days, faults)
    read = read_scenario(scenario)
    worlds = [Choice(seed=seed, days=days, faults=faults).of(read) for seed in seeds_in(seeds)]
    plan_of(worlds[0], MemoryJournal())  # what is refused is refused before anything runs
    refuse_strange(out)
    hunt = hunted(worlds, place)
    stories = _stories(hunt, scenario, out, shlex.join(words))
    if as_json:
        click.echo(json.dumps(as_data(hunt, scenario, stories), indent=2, ensure_ascii=False))
    else:
        for line in lines(hunt, scenario, stories):
            click.echo(line)
    if hunt.exit is not Exit.HELD:
        click.echo(f"To repeat: {shlex.join([*words, *place.words])}", err=True)
    return int(hunt.exit)


def repeat(scenario: str, seeds: str, days: int, faults: str) -> list[str]:
    """The command that does the same again, wherever that is and in how many processes (CLI-03)."""
    return ["saksgang", "hunt", scenario, "--seeds", seeds, "--days", str(days), "--faults", faults]


def _stories(hunt: Hunt, scenario: str, out: Path, command: str) -> dict[str, Path]:
    """A file for each find that was made small, by check."""
    return {
        check: leave_story(out, find.small, scenario, command)
        for check, find in hunt.finds.items()
        if find.small is not None
    }
