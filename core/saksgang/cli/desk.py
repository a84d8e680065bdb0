"""``saksgang desk``: what somebody of the staff sees (COR-06)."""

from __future__ import annotations

import click
import msgspec

from saksgang.cli.desk_page import case_text, list_text
from saksgang.cli.desk_words import ENGLISH, DeskWords
from saksgang.cli.listing import echo_json, registry_of
from saksgang.cli.past import opened_journal, view_of
from saksgang.journal import Place, place_of
from saksgang.legaltime import LANGUAGES
from saksgang.view import View
from saksgang.worklists import LISTS, CaseView, Row, case_list, case_view, find_by_number, person_called

__all__ = ["desk_command"]


@click.command("desk")
@click.argument("journal", type=place_of)
@click.argument("staff")
@click.option("--list", "name", type=click.Choice(list(LISTS)), help="One list instead of all of them.")
@click.option("--case", "number", help="A case with its history, by its number.")
@click.option("--find", "personal_number", help="The cases of whoever bears this personal number.")
@click.option("--at", default="", help='Local time, such as "2026-05-13 10:00"; by default the journal\'s last event.')
@click.option("--show-numbers", is_flag=True, help="Show personal numbers, which are masked otherwise.")
@click.option(
    "--lang", "language", type=click.Choice(list(LANGUAGES)), default=ENGLISH, show_default=True, help="Of the text."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def desk_command(  # noqa: PLR0913 - one parameter an option, as click hands them over
    context: click.Context,
    *,
    journal: Place,
    staff: str,
    name: str | None,
    number: str | None,
    personal_number: str | None,
    at: str,
    show_numbers: bool,
    language: str,
    as_json: bool,
) -> None:
    """Show the start page and the work lists of STAFF, or a case.

    \b
    Examples:
      saksgang desk run kari
      saksgang desk run kari --list "due list"
      saksgang desk run kari --case PPT-2026-00012 --lang nb
      saksgang desk run kari --at "2026-05-13 10:00" --json

    JOURNAL is a run's folder, a journal's file or its address in PostgreSQL, STAFF somebody's id in it. In nb and da
    kinds and outcomes go by the labels of their routine; JSON is data and the same in every language.
    """  # noqa: D301 - click reads the backslash: it keeps the lines of the examples apart
    if sum(each is not None for each in (name, number, personal_number)) > 1:
        raise click.UsageError("Name one of --list, --case and --find.")
    with opened_journal(journal) as events:
        view = view_of(events, registry_of(context), at)
        person_called(view, staff)
        if number is not None:
            told = ENGLISH if as_json else language
            page = case_view(view, events, number, show_numbers=show_numbers, language=told)
            _show_case(page, view, told, as_json=as_json)
            return
    if personal_number is not None:
        lists = {"found": find_by_number(view, personal_number, show_numbers=show_numbers)}
    else:
        lists = _lists(view, staff, [name] if name else list(LISTS), show_numbers=show_numbers)
    _show_lists(staff, lists, view, language, as_json=as_json)


def _lists(view: View, staff: str, names: list[str], *, show_numbers: bool) -> dict[str, tuple[Row, ...]]:
    lists = {each: LISTS[each](view, staff) for each in names}
    if "case list" in lists:
        lists["case list"] = case_list(view, staff, show_numbers=show_numbers)
    return lists


def _show_lists(staff: str, lists: dict[str, tuple[Row, ...]], view: View, language: str, *, as_json: bool) -> None:
    if as_json:
        echo_json(msgspec.to_builtins({"staff": staff, "at": view.now, "lists": lists}))
        return
    local = f"{view.almanac.local(view.now):%Y-%m-%d %H:%M}"
    say = DeskWords(language, view.catalogue)
    texts = [list_text(title, rows, view.almanac, say) for title, rows in lists.items()]
    click.echo("\n\n".join([say("Desk of {staff}, {local} local time", staff=staff, local=local), *texts]))


def _show_case(page: CaseView, view: View, language: str, *, as_json: bool) -> None:
    if as_json:
        echo_json(msgspec.to_builtins(page))
    else:
        click.echo(case_text(page, view.almanac, DeskWords(language, view.catalogue)))
