"""``saksgang report``: a run as one page for leader and tester (SIM-09)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from saksgang.declarations import Catalogue
from saksgang.journal import Place, place_of
from saksgang.plugins import Registry
from saksgang_sim import hookspecs
from saksgang_sim.figure import LANGUAGES, Figure
from saksgang_sim.folder import CASE_REPORT
from saksgang_sim.folder import REPORT as NAME
from saksgang_sim.report.leaving import REPORT, STDOUT, leave, refuse_strange
from saksgang_sim.report.making import Ground, case_page, report

__all__ = ["figures", "report_command"]


@click.command("report")
@click.argument("run", type=place_of)
@click.option("--case", "number", help="The page of this case alone.")
@click.option("--lang", type=click.Choice(LANGUAGES), default=None, help="Language of the page; else the office's own.")
@click.option("--out", type=click.Path(path_type=Path), help="Another file than RUN/report.html; - for stdout.")
@click.pass_context
def report_command(context: click.Context, run: Place, number: str | None, lang: str | None, out: Path | None) -> None:
    """Write a run's report: one page that needs no network, with the deadlines that were missed on top.

    \b
    Examples:
      saksgang report run
      saksgang report run --lang en --out report.html
      saksgang report run --case PPT-2026-00012

    RUN is a run's folder, or a journal's file or address. A report lies beside the journal as report.html, the page of
    a case as report-case.html, unless --out names another file.
    """  # noqa: D301 - click reads the backslash: it keeps the lines of the examples apart
    registry = context.find_object(Registry) or Registry.installed()
    ground = Ground(run, Catalogue(registry.routines, registry.beside), figures(), lang or "")
    path = out or ground.folder / (NAME if number is None else CASE_REPORT)
    if path != STDOUT:
        refuse_strange(path, REPORT)
    html = case_page(ground, number) if number is not None else report(ground)
    if path == STDOUT:
        click.echo(html, nl=False)
        return
    leave(path, REPORT, html)
    click.echo(f"Report: {path} ({len(html.encode()) / 1e6:.1f} MB)")


def figures() -> Mapping[str, tuple[Figure, ...]]:
    """What the routines declare that are installed here; one whose simulation cannot be loaded has none."""
    simulations = Registry(hookspecs.PROJECT, hookspecs.GROUP, hookspecs)
    simulations.load(())
    for _broken in simulations.broken:
        pass
    return {behaviour.routine: behaviour.figures for _, behaviour in simulations.ask_each("describe_behaviour")}
