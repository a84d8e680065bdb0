"""``saksgang compare``: what changes if something is done otherwise (SIM-02, SIM-12)."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import click

from saksgang.declarations import Catalogue
from saksgang.exits import Exit
from saksgang.journal import MemoryJournal
from saksgang.legaltime import Almanac
from saksgang_sim.comparing.compared import Compared, compared
from saksgang_sim.comparing.page import page
from saksgang_sim.comparing.pairs import CHANGE, Pair, blamed, pair_of
from saksgang_sim.comparing.telling import as_data, lines
from saksgang_sim.figure import LANGUAGES
from saksgang_sim.many.cli import Many, many_options
from saksgang_sim.putting import plan_of
from saksgang_sim.report.leaving import COMPARISON, STDOUT, leave, refuse_strange
from saksgang_sim.report.words import ENGLISH, Words
from saksgang_sim.run import Plan

__all__ = ["compare_command"]

RUNS = 10


@click.command("compare")
@click.argument("a")
@click.argument("b", default="")
@click.option(
    CHANGE, "changes", multiple=True, metavar="KEY=VALUE", help="B is A with this changed; as often as needed."
)
@click.option("--seed", type=int, help="Another first seed than A's own.")
@click.option("--months", type=click.IntRange(1, 600), help="Another length than the longer one of both.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Write the comparison as a page to this file, too; - for the page on stdout instead.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the page; else that of A's office.")
@click.option("--json", "as_json", is_flag=True, help="Print the comparison as JSON.")
@many_options(least=2, default=RUNS)
def compare_command(  # noqa: PLR0913, PLR0917 - one a command-line option
    a: str,
    b: str,
    changes: tuple[str, ...],
    seed: int | None,
    months: int | None,
    out: Path | None,
    lang: str | None,
    as_json: bool,
    many: Many,
) -> int:
    """Compare two scenarios, run by run with the same luck.

    A and B are scenarios: shipped ones by name (see: saksgang scenarios) or TOML files. B may also be a variant of A
    (see: saksgang scenarios --variants), or A with what --change says.

    \b
    Examples:
      saksgang compare ppt_intake ill_in_august --runs 10 --jobs 0
      saksgang compare ppt_intake sections_merged --out merged.html
      saksgang compare small --change "settings.ppt_intake.autoprint_after=3 days"
    """  # noqa: D301 - click reads the backslash: it keeps the lines of the examples apart
    if bool(b) == bool(changes):
        raise click.UsageError(f"Name what A is compared with: either B or {CHANGE}.")
    if as_json and out == STDOUT:
        raise click.UsageError("Only one of --json and --out - can go to stdout: name a file for the page.")
    pair = pair_of(a, b, changes, seed, months)
    command = repeat(a, b, pair, many)
    came = _compared(pair, many, out, lang, command)
    if as_json:
        click.echo(json.dumps(as_data(came), indent=2, ensure_ascii=False))
    elif out != STDOUT:
        for line in lines(came):
            click.echo(line)
    if came.exit is not Exit.HELD:
        click.echo(f"To repeat: {command}", err=True)
    return int(came.exit)


def _compared(pair: Pair, many: Many, out: Path | None, lang: str | None, command: str) -> Compared:
    """Run both sides, and leave the page; what is refused is refused before anything runs."""
    plan = plan_of(pair.a, MemoryJournal())
    with blamed(pair.changes, pair.a.path):
        plan_of(pair.b, MemoryJournal())
    if out not in {None, STDOUT}:
        refuse_strange(out, COMPARISON)
    came = compared(pair, many.runs or RUNS, many.place)
    if out is not None:
        html = page(came, command, _words(plan, lang))
        click.echo(html, nl=False) if out == STDOUT else leave(out, COMPARISON, html)
    return came


def _words(plan: Plan, lang: str | None) -> Words:
    """The words of the page; an office of another language than ours is told of in English."""
    office = plan.municipality
    known = office.language if office.language in LANGUAGES else ENGLISH
    return Words(lang or known, Catalogue(plan.registry.routines), Almanac(office.country, office.zone), {})


def repeat(a: str, b: str, pair: Pair, many: Many) -> str:
    """The exact command that does the same again (CLI-03)."""
    words = ["saksgang", "compare", a, *([b] if b else [])]
    for change in pair.changes:
        words += [CHANGE, change]
    words += ["--runs", str(many.runs or RUNS), "--seed", str(pair.a.seed), "--months", str(pair.a.months)]
    return shlex.join([*words, *many.place.words])
