"""``saksgang count``: the result of the counting week, from a journal or from a file kept by hand (REG-13)."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import click

from saksgang.configuration import load, plugin_files, why_broken
from saksgang.errors import InputRefused
from saksgang.exits import Exit
from saksgang.journal import open_journal
from saksgang.plugins import Registry
from saksgang_contact_registration.counting import HEADER, Count, counted, counted_in, total
from saksgang_contact_registration.csv_file import Sheet, read_sheet
from saksgang_contact_registration.labels import CHANNELS, CLOSINGS, TYPES
from saksgang_contact_registration.names import ROUTINE
from saksgang_contact_registration.settings import Settings

__all__ = ["count_command"]

TITLES = ("Afdeling", "Kanal", "Henvendelsestype", "Afslutning", "Enkeltvis", "Masse", "Tilsidesat")


@click.command("count")
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "--municipality", type=click.Path(path_type=Path), help="The municipality's file, by which a CSV file is judged."
)
@click.option("--csv", "out", type=click.Path(path_type=Path), help="Write the table to this file.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def count_command(source: Path, municipality: Path | None, out: Path | None, as_json: bool) -> int:
    """Count what was registered in the counting week, by department, channel, type and closing.

    SOURCE is a run's folder, a journal's file, or a CSV file of contacts kept by hand.

    \b
    Examples:
      saksgang count run
      saksgang count run --csv result.csv
      saksgang count contacts.csv --municipality vejby.toml --json

    Of a CSV file every row is judged by the rules; exit code 1: some were refused, each told in a line on stderr.
    """  # noqa: D301 - click reads the backslash: it keeps the lines of the examples apart
    sheet = _sheet(source, municipality)
    table = _journal(source) if sheet is None else counted(sheet.registrations)
    wrong = [] if sheet is None else sheet.wrong
    for sentence in wrong:
        click.echo(sentence, err=True)
    if out is not None:
        _write(table, out)
    click.echo(_json(table, len(wrong)) if as_json else "\n".join(_lines(table)))
    return Exit.FAILED if wrong else Exit.HELD


def _sheet(source: Path, municipality: Path | None) -> Sheet | None:
    """The file kept by hand; ``None`` where the source is a journal."""
    if source.suffix.casefold() != ".csv":
        return None
    if municipality is None:
        raise click.UsageError("A CSV file is judged by a municipality's settings: name its file, --municipality FILE.")
    registry = Registry.installed(plugin_files(municipality))
    made = load(municipality, registry.routines, why_broken(registry.broken))
    settings = made.routines.get(ROUTINE)
    if not isinstance(settings, Settings):
        raise InputRefused(f"The municipality {municipality} does not count; write [routines.{ROUTINE}] in its file.")
    return read_sheet(source, settings, made.country)


def _journal(source: Path) -> list[Count]:
    journal = open_journal(source)
    try:
        return counted_in(journal)
    finally:
        journal.close()


def _write(table: Sequence[Count], out: Path) -> None:
    try:
        with out.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADER)
            writer.writerows(count.row for count in table)
    except OSError as error:
        raise InputRefused(f"The table cannot be written to {out}: {error.strerror}; name another file.") from error


def _json(table: Sequence[Count], refused: int) -> str:
    rows = [dict(zip(HEADER, count.row, strict=True)) for count in table]
    whole = dict(zip(HEADER[4:], total(table).row[4:], strict=True))
    return json.dumps({"rows": rows, "total": whole, "refused": refused}, ensure_ascii=False, indent=2)


def _lines(table: Sequence[Count]) -> list[str]:
    whole = total(table)
    rows = [TITLES, *map(_cells, table), ("I alt", "", "", "", *map(str, whole.row[4:]))]
    widths = [max(len(row[n]) for row in rows) for n in range(len(TITLES))]
    return [_line(row, widths) for row in rows]


def _cells(count: Count) -> tuple[str, ...]:
    words = (CHANNELS[count.channel].da, TYPES[count.type].da, CLOSINGS[count.closing].da)
    return (count.department, *words, str(count.singly), str(count.in_batches), str(count.overruled))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    words = [cell.ljust(width) for cell, width in zip(row[:4], widths[:4], strict=True)]
    numbers = [cell.rjust(width) for cell, width in zip(row[4:], widths[4:], strict=True)]
    return "  ".join([*words, *numbers]).rstrip()
