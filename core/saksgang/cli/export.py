"""``saksgang export``: a run for the tools of process mining and for build servers (SIM-09, SIM-10)."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from saksgang.cli.listing import registry_of
from saksgang.cli.past import opened_journal
from saksgang.cli.replaying import replayed
from saksgang.declarations import listed
from saksgang.export import (
    LOGS,
    Report,
    check_place,
    export_log,
    report_of_summary,
    report_of_verdicts,
    write_junit,
    written,
)
from saksgang.journal import Journal, Place, place_of
from saksgang.plugins import Registry

__all__ = ["export_command"]

JUNIT = "junit"
SUMMARY = "summary.json"


@click.command("export")
@click.argument("run", type=place_of)
@click.option("--format", "form", required=True, type=click.Choice([*LOGS, JUNIT]), help="What to write.")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="The file to write; there must be none yet."
)
@click.pass_context
def export_command(context: click.Context, run: Place, form: str, out: Path) -> None:
    """Write a run as an event log for process mining, or its verdicts as JUnit XML.

    \b
    Examples:
      saksgang export run --format ocel-json --out run.ocel.json
      saksgang export run --format ocel-sqlite --out run.ocel.sqlite
      saksgang export run --format xes --out run.xes
      saksgang export run/journal.jsonl --format csv --out run.csv
      saksgang export run --format junit --out run.xml

    RUN is a run's folder, a journal's file or its address in PostgreSQL. No export has names or personal numbers of
    people, nor free text.
    """  # noqa: D301 - click reads the backslash: it keeps the lines of the examples apart
    check_place(out)
    with opened_journal(run) as journal:
        if form == JUNIT:
            report = _report(run, journal, registry_of(context))
            written(out, lambda made: write_junit(report, made))
            told = f"{sum(map(len, report.suites.values())):,} verdicts"
        else:
            events = export_log(journal, form, out)
            left_out = len(journal) - events
            told = f"{events:,} events" + (f"; {left_out:,} of no case have no trace" if left_out else "")
    click.echo(f"{out}: {told}", err=True)


def _report(run: Place, journal: Journal, registry: Registry) -> Report:
    """As the run was judged, where it left a summary; else judged anew, by the checks that are installed here."""
    summary = run / SUMMARY if isinstance(run, Path) else None
    if summary is not None and summary.exists():
        return report_of_summary(summary, journal)
    result = replayed(journal, registry)
    properties = {"municipality": result.opened.municipality, "events": str(result.events), "digest": result.digest}
    if result.missing:
        told = f"not installed here, so not judged: {listed(result.missing)}"
        click.echo(f"saksgang: {told}; see: saksgang plugins list.", err=True)
    return report_of_verdicts(shlex.join(["saksgang", "replay", str(run)]), result.verdicts, properties, result.missing)
