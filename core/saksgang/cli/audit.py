"""``saksgang audit``: the questions of deadlines and durations, put to a log from anywhere."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from attrs import evolve

from saksgang.audit import (
    STANDARD,
    Audit,
    AuditRule,
    Columns,
    Entry,
    LogTable,
    Times,
    audit,
    read_csv,
    read_rules,
    read_xes,
    rule_of,
    zone_called,
)
from saksgang.cli.audit_page import audit_data, audit_lines, broken
from saksgang.cli.listing import echo_json
from saksgang.errors import InputRefused
from saksgang.exits import Exit
from saksgang.legaltime import Almanac

__all__ = ["audit_command"]

MAPPED = ("case", "activity", "time")
_PAIR = re.compile(rf"(?:^|,)({'|'.join(MAPPED)})=")


@click.command("audit")
@click.argument("log", type=click.Path(path_type=Path))
@click.option("--rule", "lines", multiple=True, help='Such as "Received -> Replied within 21 days"; may be repeated.')
@click.option("--rules", "file", type=click.Path(path_type=Path), help="A TOML file of rules.")
@click.option("--calendar", type=click.Choice(["NO", "DK"]), help="Whose holidays and local days count.")
@click.option("--zone", help="What a time without a zone means, such as Europe/Oslo.")
@click.option("--map", "mapped", multiple=True, help="What the log calls things: case=…,activity=…,time=….")
@click.option(
    "--date-format", "formats", multiple=True, help="How times are written, such as %d.%m.%Y; may be repeated."
)
@click.option("--encoding", help="What a CSV is written in, when it is not UTF-8, such as cp1252.")
@click.option("--until", help="Up to when the log tells everything; by default its last entry.")
@click.option("--worst", type=click.IntRange(0, 100), default=5, show_default=True, help="How many cases to show.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def audit_command(  # noqa: PLR0913 - one parameter an option, as click hands them over
    *,
    log: Path,
    lines: tuple[str, ...],
    file: Path | None,
    calendar: str | None,
    zone: str | None,
    mapped: tuple[str, ...],
    formats: tuple[str, ...],
    encoding: str | None,
    until: str | None,
    worst: int,
    as_json: bool,
) -> int:
    """Ask an event log which deadlines were kept.

    \b
    Examples:
      saksgang audit run.xes --calendar NO --rule "Received -> Replied within 21 days unless Withdrawn"
      saksgang audit history.csv --calendar DK --map case=Sagsnr,activity=Hvad,time=Dato --rule "at most 1 Svar"
      saksgang audit history.csv --rules questions.toml --json

    LOG is CSV or XES. Rules: A -> B within 10 working days; A -> B exactly 60 days; A -> B by COLUMN; B within 48 hours
    of A; never B before A; at most 2 B. Exit code 1: a rule was broken; 5: nothing was judged.
    """  # noqa: D301 - click reads the backslash: it keeps the lines of the examples apart
    table, rules = read_rules(file) if file else (LogTable(), ())
    rules += tuple(map(rule_of, lines))
    if not rules:
        raise click.UsageError("Name a rule with --rule, or a file of rules with --rules.")
    table = _over(table, {"calendar": calendar, "zone": zone, "encoding": encoding, **_mapping(mapped)}, formats)
    if table.calendar is None:
        raise click.UsageError("Name --calendar NO or --calendar DK: whose holidays and local days count.")
    times = Times(Almanac(table.calendar), zone_called(table.zone) if table.zone else None, table.date_format)
    result = _audited(log, rules, table, times, until)
    return _end(result, times.almanac, worst, as_json=as_json)


def _audited(log: Path, rules: Sequence[AuditRule], table: LogTable, times: Times, until: str | None) -> Audit:
    told = evolve(times, formats=()).last(until, "--until") if until else None
    result = audit(_entries(log, table, times), rules, times, told)
    for hint in dict.fromkeys(hint for finding in result.findings for hint in finding.hints):
        click.echo(f"saksgang: {hint}", err=True)
    return result


def _entries(log: Path, table: LogTable, times: Times) -> Iterator[Entry]:
    is_xes = log.name.lower().removesuffix(".gz").endswith((".xes", ".xml"))
    usual = STANDARD if is_xes else Columns()
    columns = Columns(*(getattr(table, name) or getattr(usual, name) for name in MAPPED))
    if is_xes:
        return read_xes(log, columns, times)
    return read_csv(log, columns, times, table.encoding or "utf-8-sig")


def _over(table: LogTable, said: dict[str, str | None], formats: tuple[str, ...]) -> LogTable:
    """What is said on the command line goes before what stands in the file."""
    chosen = {name: value for name, value in said.items() if value is not None}
    return evolve(table, **chosen, date_format=formats or table.date_format)


def _mapping(texts: tuple[str, ...]) -> dict[str, str | None]:
    """What the log calls case, activity and time; raises ``InputRefused``."""
    found: dict[str, str | None] = {}
    for text in texts:
        begins = list(_PAIR.finditer(text))
        if not begins or begins[0].start():
            raise InputRefused(
                f"The map {text!r} cannot be read: write for example "
                '--map "case=Saksnr,activity=Hendelse,time=Tidspunkt".'
            )
        for pair, following in zip(begins, [*begins[1:], None], strict=True):
            if pair[1] in found:
                raise InputRefused(f"The map {text!r} says a second time what {pair[1]} is: say it once.")
            found[pair[1]] = text[pair.end() : following.start() if following else None].strip()
    return found


def _end(result: Audit, almanac: Almanac, worst: int, *, as_json: bool) -> int:
    if as_json:
        echo_json(audit_data(result, almanac))
    else:
        click.echo("\n".join(audit_lines(result, almanac, worst)))
    if not any(finding.judged for finding in result.findings):
        return Exit.NOTHING_RAN
    if broken(result):
        click.echo(f"To repeat: {_repeat()}", err=True)
        return Exit.FAILED
    return Exit.HELD


def _repeat() -> str:
    """The command as it was given (CLI-03)."""
    context = click.get_current_context()
    words = ["saksgang", "audit", str(context.params["log"])]
    for option in context.command.params:
        value = context.params[str(option.name)]
        if isinstance(option, click.Option) and value not in (None, (), False, option.default):
            for each in value if isinstance(value, tuple) else (value,):
                words += [option.opts[0]] if option.is_flag else [option.opts[0], str(each)]
    return shlex.join(words)
