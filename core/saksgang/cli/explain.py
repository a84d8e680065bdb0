"""``saksgang explain``: why is this due then (COR-13)."""

from __future__ import annotations

import click

from saksgang.cli.listing import echo_json, registry_of
from saksgang.cli.moments import moment
from saksgang.cli.past import catalogue_of, opened_journal
from saksgang.explain import Section, explain_rule, explained, opening
from saksgang.journal import Place, place_of
from saksgang.legaltime import LANGUAGES
from saksgang.worklists import hidden

__all__ = ["explain_command"]


@click.command("explain")
@click.argument("journal", required=False, type=place_of)
@click.argument("key", required=False)
@click.option("--rule", help='A rule in words, such as "10 days, end of day", instead of a journal.')
@click.option("--from", "start", help='With --rule: what it counts from, such as "2026-05-13 10:00".')
@click.option("--country", help="With --rule: NO or DK, whose holidays and local time count.")
@click.option(
    "--lang", "language", type=click.Choice(list(LANGUAGES)), default="en", show_default=True, help="Of the lines."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def explain_command(  # noqa: PLR0913 - one parameter an option, as click hands them over
    context: click.Context,
    *,
    journal: Place | None,
    key: str | None,
    rule: str | None,
    start: str | None,
    country: str | None,
    language: str,
    as_json: bool,
) -> None:
    """Tell step by step how a due time came about.

    \b
    Examples:
      saksgang explain run PPT-2026-00012
      saksgang explain run PPT-2026-00012 --lang nb
      saksgang explain run PPT-2026-00012/deadline-1 --json
      saksgang explain --rule "2 working days" --from "2026-05-13 10:00" --country NO

    JOURNAL is a run's folder, a journal's file or its address in PostgreSQL. KEY is a deadline, letter or task by its
    id, or a case by its number.
    """  # noqa: D301 - click reads the backslash: it keeps the lines of the examples apart
    asked = (rule, start, country)
    if journal is not None and key and key.strip() and not any(asked):
        sections = _from_journal(context, journal, key, language)
    elif journal is None and rule and start and country:
        sections = (Section(rule, explain_rule(rule, moment(start), country, language)),)
    else:
        raise click.UsageError("Name a JOURNAL and a KEY, or else --rule, --from and --country together.")
    if as_json:
        echo_json([{"id": section.id, "lines": list(section.lines)} for section in sections])
    else:
        click.echo("\n\n".join("\n".join(section.lines) for section in sections))


def _from_journal(context: click.Context, path: Place, key: str, language: str) -> tuple[Section, ...]:
    """The sections on a key, in which a reason may hold a personal number (COR-08)."""
    with opened_journal(path) as journal:
        catalogue = catalogue_of(opening(journal), registry_of(context))
        return hidden(explained(journal, key, language, catalogue))
