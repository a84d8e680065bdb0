"""``saksgang scenarios``: what can be simulated at once."""

from __future__ import annotations

import json

import click

from saksgang_sim.reading import read_scenario, shipped_scenarios, shipped_variants

__all__ = ["scenarios_command"]


@click.command("scenarios")
@click.option("--variants", is_flag=True, help="The variants of them, to compare them with.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def scenarios_command(variants: bool, as_json: bool) -> None:
    """List the scenarios that come with the program.

    \b
    Examples:
      saksgang scenarios
      saksgang scenarios --variants
      saksgang scenarios --json
    """  # noqa: D301 - click reads the backslash: it keeps the lines of the examples apart
    scenarios = [read_scenario(name) for name in (shipped_variants() if variants else shipped_scenarios())]
    if as_json:
        rows = [{"name": s.name, "title": s.title, "months": s.months, "seed": s.seed} for s in scenarios]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    width = max(len(scenario.name) for scenario in scenarios)
    for scenario in scenarios:
        click.echo(f"{scenario.name:{width}}  {scenario.title} (seed {scenario.seed})")
