"""``saksgang faults``: what can go wrong in a simulated world."""

from __future__ import annotations

import json

import click
from attrs import asdict

from saksgang_sim.faults.kinds import KINDS

__all__ = ["faults_command"]


@click.command("faults")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def faults_command(as_json: bool) -> None:
    """List the faults that a simulation can be disturbed by, with the chance of each where none is said.

    \b
    Examples:
      saksgang faults
      saksgang simulate small --faults mailbox_refuses,print_lost=0.5
      saksgang simulate everything --days 30 --faults swarm
    """  # noqa: D301 - click reads the backslash: it keeps the lines of the examples apart
    if as_json:
        click.echo(json.dumps([asdict(kind) for kind in KINDS.values()], indent=2, ensure_ascii=False))
        return
    width = max(map(len, KINDS))
    for kind in KINDS.values():
        click.echo(f"{kind.name:{width}}  {kind.sentence} ({kind.rate:g} per {kind.per})")
