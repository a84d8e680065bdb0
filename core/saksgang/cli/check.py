"""``saksgang check``: every problem of a municipality's file at once (COR-20, COR-22)."""

from __future__ import annotations

from pathlib import Path

import click

from saksgang.cli.listing import echo_json, registry_of
from saksgang.configuration import Report, examine, plugin_files, schema, why_broken
from saksgang.configuration.problems import escaped
from saksgang.errors import InputRefused
from saksgang.exits import Exit
from saksgang.plugins import Registry

__all__ = ["check_command"]


@click.command("check")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print problems and warnings as a JSON list.")
@click.option("--schema", "with_schema", is_flag=True, help="Print the JSON schema of municipality files instead.")
@click.pass_context
def check_command(context: click.Context, file: Path | None, as_json: bool, with_schema: bool) -> None:
    """Check a municipality's FILE and tell every problem at once, with key and remedy; nothing is changed.

    \b
    Examples:
      saksgang check fjordvik.toml
      saksgang check fjordvik.toml --json
      saksgang check --schema > municipality.schema.json
    """  # noqa: D301 - click reads the backslash: it keeps the lines of the examples apart
    if with_schema:
        echo_json(schema(_registry(context, file).routines))
        return
    if file is None:
        raise click.UsageError("Name the municipality's file.")
    registry = _registry(context, file)
    report = examine(file, registry.routines, why_broken(registry.broken))
    if as_json:
        echo_json(report.rows())
    else:
        _tell(file, report)
    if report.problems:
        context.exit(Exit.REFUSED)


def _registry(context: click.Context, file: Path | None) -> Registry:
    """The plugins that are installed and those that the file names; of a file that cannot be read, none."""
    try:
        files = plugin_files(file) if file else ()
    except InputRefused:
        files = ()  # what is wrong with the file is told by the check itself
    return Registry.installed(files) if files else registry_of(context)


def _tell(file: Path, report: Report) -> None:
    for problem in report.problems:
        click.echo(str(problem), err=True)
    for warning in report.warnings:
        click.echo(f"Warning: {warning}", err=True)
    if not report.problems:
        counted = f"{report.routines} routines, {report.staff} staff"
        click.echo(f"{escaped(str(file))}: everything in order ({counted})")
