"""``saksgang replay``: prove a journal, rebuild its office, judge it again (COR-01, COR-21)."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

import click
import msgspec

from saksgang.checks import Verdict
from saksgang.cli.listing import columns, echo_json, registry_of
from saksgang.cli.past import opened_journal
from saksgang.cli.replaying import Replayed, replayed
from saksgang.declarations import listed
from saksgang.errors import JournalDamaged
from saksgang.exits import Exit
from saksgang.journal import Place, place_of
from saksgang.legaltime import Almanac

__all__ = ["replay_command"]

SHOWN = 5


@click.command("replay")
@click.argument("journal", type=place_of)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def replay_command(context: click.Context, journal: Place, as_json: bool) -> int:
    """Read a journal from its first event to its last, rebuild the office, and judge it by all checks.

    \b
    Examples:
      saksgang replay run
      saksgang replay run/journal.jsonl --json
      saksgang replay postgresql://kari@db.example/journals

    JOURNAL is a run's folder, a journal's file or its address in PostgreSQL. Exit code 1: a check was violated, or the
    journal is damaged, and then the message names the last good event.
    """  # noqa: D301 - click reads the backslash: it keeps the lines of the examples apart
    try:
        with opened_journal(journal) as events:
            result = replayed(events, registry_of(context))
    except JournalDamaged as damage:
        if as_json:
            echo_json({"verdict": "damaged", "last_good": damage.last_good, "sentence": str(damage)})
        raise
    if as_json:
        echo_json(_data(result))
    else:
        click.echo("\n".join(_lines(result)))
    if result.violated:
        click.echo(shlex.join(["saksgang", "replay", str(journal)]), err=as_json)
    return Exit.FAILED if result.violated else Exit.HELD


def _data(result: Replayed) -> object:
    built: dict[str, object] = msgspec.to_builtins(result)
    opened = {name: getattr(result.opened, name) for name in ("municipality", "country", "zone", "language")}
    return {**built, "opened": opened, "verdict": _word(result)}


def _word(result: Replayed) -> str:
    """In one word; ``held in part`` where a routine of the journal is not installed here, so that nothing judged it."""
    if result.violated:
        return "violated"
    return "held in part" if result.missing else "held"


def _lines(result: Replayed) -> Iterator[str]:
    opened = result.opened
    almanac = Almanac(opened.country, opened.zone)
    since, until = (f"{almanac.local(at):%Y-%m-%d %H:%M}" for at in (result.since, result.until))
    yield f"{opened.municipality} ({opened.country}), {since} to {until} local time"
    yield f"Events   {result.events:,}, every one as it was written, and the head agrees"
    yield f"Digest   {result.digest}"
    yield "Open     " + ", ".join(f"{what} {count:,}" for what, count in result.unfinished.items())
    yield "Routines " + listed(f"{name} {version}" for name, version in result.judged.items())
    if result.other_versions:
        yield f"Installed here in another version than the journal's: {listed(result.other_versions)}"
    yield ""
    yield columns(("check", "verdict", "times", "requirements"), [_row(verdict) for verdict in result.verdicts])
    for verdict in result.verdicts:
        yield from _violations(verdict, almanac)
    yield ""
    yield _verdict(result)


def _verdict(result: Replayed) -> str:
    """The last line, which says what nobody judged: else the rest would pass for all."""
    violated = sum(verdict.status == "violated" for verdict in result.verdicts)
    counted = f"{len(result.verdicts)} checks, {violated} violated"
    unjudged = f"; not installed here, so not judged: {listed(result.missing)}" if result.missing else ""
    held = "All that was judged held" if result.missing else "All held"
    return f"{'NOT all held' if violated else held}: {counted}{unjudged}."


def _row(verdict: Verdict) -> tuple[str, str, str, str]:
    times = f"{verdict.count:,} of {verdict.judged:,}" if verdict.count else f"{verdict.judged:,}"
    return verdict.id, verdict.status, times, listed(verdict.requirements)


def _violations(verdict: Verdict, almanac: Almanac) -> Iterator[str]:
    for broken in verdict.violations[:SHOWN]:
        at = f"{almanac.local(broken.at):%Y-%m-%d %H:%M}"
        yield f"{broken.requirement} case {broken.case or 'none'} at {at}: {broken.sentence}"
    if verdict.count > SHOWN:
        yield f"and {verdict.count - SHOWN} more of {verdict.id}"
