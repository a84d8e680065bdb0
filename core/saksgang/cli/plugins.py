"""``saksgang plugins``: which plugins there are, what they declare, what is wrong with them (PLG-06)."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path

import click

from saksgang.cli.listing import columns, echo_json, registry_of
from saksgang.cli.plugin_laws import exit_of_laws, law_lines, laws_of
from saksgang.cli.plugin_page import page_data, page_text
from saksgang.errors import PluginRefused
from saksgang.exits import Exit
from saksgang.plugins import Broken, Loaded, Registry
from saksgang.plugins.beginning import COUNTRIES, begin_project
from saksgang.testing import hidden_in

__all__ = ["plugins_group"]

_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group("plugins")
def plugins_group() -> None:
    """List, show and check the plugins that are installed, and begin new ones.

    \b
    Examples:
      saksgang plugins list
      saksgang plugins show ppt_intake
      saksgang plugins check ppt_intake
      saksgang plugins check ./my_routine.py --scenario my_scenario.toml
      saksgang plugins new dog_licence --country NO
    """  # noqa: D301 - click reads the backslash: it keeps the lines of the examples apart


@plugins_group.command("list")
@_JSON
@click.pass_context
def list_plugins(context: click.Context, as_json: bool) -> None:
    """List the plugins by name.

    Being listed switches none of them on: a municipality's file does.
    """
    rows = _all(registry_of(context))
    if as_json:
        echo_json([_summary(each) for each in rows])
        return
    click.echo(columns(("name", "version", "from", "what"), [_row(each) for each in rows]))
    for each in rows:
        for sentence in each.sentences if isinstance(each, Broken) else ():
            click.echo(sentence, err=True)


@plugins_group.command("show")
@click.argument("name")
@_JSON
@click.pass_context
def show_plugin(context: click.Context, name: str, as_json: bool) -> None:
    """Show what a plugin declares.

    NAME is that of a plugin, or the path of a plugin's .py file.
    """
    plugin = _one(registry_of(context), name)
    if isinstance(plugin, Broken):
        raise PluginRefused("\n".join(plugin.sentences))
    if as_json:
        echo_json(page_data(plugin))
    else:
        click.echo(page_text(plugin))


@plugins_group.command("check")
@click.argument("name", required=False)
@click.option("--scenario", default="", help="Try it in this scenario instead of the one that it brings.")
@_JSON
@click.pass_context
def check_plugins(context: click.Context, name: str | None, scenario: str, as_json: bool) -> None:
    """Check one plugin or all of them.

    Tells all that is wrong at once: hooks, declarations, and where a routine reads the wall clock, chance or the
    environment. NAME is that of a plugin, or the path of a plugin's .py file.

    A routine that is named is put to the laws of every routine as well, alone and in the company of all others that
    are installed. That takes a scenario: scenario.toml beside its hooks, or the one named.
    """
    if scenario and not name:
        raise click.UsageError("--scenario is for one routine: name it.")
    registry = registry_of(context)
    rows = [_looked_into(each) for each in ([_one(registry, name)] if name else _all(registry))]
    _say((line for each in rows for line in _verdict(each)), quiet=as_json)
    laws = laws_of(registry, rows[0], scenario) if name else None
    _say(law_lines(laws) if laws else (), quiet=as_json)
    if as_json:
        echo_json([_summary(each) | ({} if laws is None else {"laws": laws}) for each in rows])
    if laws == {}:
        click.echo("No law was put to it, for it brings no scenario.toml: name one with --scenario.", err=True)
    context.exit(Exit.REFUSED if any(isinstance(each, Broken) for each in rows) else exit_of_laws(laws))


@plugins_group.command("new")
@click.argument("name")
@click.option("--country", type=click.Choice(COUNTRIES), default=COUNTRIES[0], show_default=True, help="Whose words.")
@click.option("--title", default="", help="What the routine is, in a few words.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="The project's folder, NAME unless said; must not be there."
)
@click.pass_context
def new_plugin(context: click.Context, name: str, country: str, title: str, out: Path | None) -> None:
    """Begin a plugin of your own.

    Writes a project that can be installed and passes its own tests: manifest, settings, a case type, a letter, a check,
    a story, a simulation and tests. NAME is that of the routine and of its package; no plugin here may have it.
    """
    folder = out or Path(name)
    for path in begin_project(name, folder, country, title, registry_of(context)):
        click.echo(folder / path)
    place = shlex.quote(str(folder))
    click.echo(f"Go on with: pip install -e {place} && saksgang plugins check {name} && pytest {place}", err=True)


def _all(registry: Registry) -> list[Loaded | Broken]:
    plugins: list[Loaded | Broken] = [*registry.loaded, *registry.broken]
    return sorted(plugins, key=lambda each: each.name)


def _one(registry: Registry, name: str) -> Loaded | Broken:
    """The plugin of a name or in a file; raises ``PluginRefused`` when there is none."""
    if name.endswith(".py"):
        return _in_file(Path(name))
    found = next((each for each in _all(registry) if each.name == name), None)
    if found is None:
        raise PluginRefused("\n".join(registry.trouble(name)))
    return found


def _in_file(path: Path) -> Loaded | Broken:
    registry = Registry.installed([path])
    return next(each for each in _all(registry) if str(path) in each.origin)


def _row(plugin: Loaded | Broken) -> tuple[str, str, str, str]:
    data = _summary(plugin)
    what = "broken" if isinstance(plugin, Broken) else str(data["title"] or "no routine")
    return plugin.name, str(data["version"] or "-"), plugin.origin, what


def _summary(plugin: Loaded | Broken) -> dict[str, object]:
    routine = plugin.routine if isinstance(plugin, Loaded) else None
    return {
        "name": plugin.name,
        "from": plugin.origin,
        "broken": isinstance(plugin, Broken),
        "title": routine.title if routine else None,
        "version": routine.version if routine else None,
        "hooks": list(plugin.hooks) if isinstance(plugin, Loaded) else [],
        "faults": list(plugin.sentences) if isinstance(plugin, Broken) else [],
        "hints": list(plugin.hints) if isinstance(plugin, Loaded) else [],
    }


def _say(lines: Iterable[str], *, quiet: bool) -> None:
    for line in () if quiet else lines:
        click.echo(line)


def _looked_into(plugin: Loaded | Broken) -> Loaded | Broken:
    """A routine that reads what no journal holds is no sound one, though it can be loaded (PLG-07)."""
    if isinstance(plugin, Loaded) and (sentences := hidden_in(plugin)):
        return Broken(plugin.name, plugin.origin, sentences)
    return plugin


def _verdict(plugin: Loaded | Broken) -> list[str]:
    if isinstance(plugin, Broken):
        return list(plugin.sentences)
    return [f"Plugin {plugin.name}: sound.", *(f"Hint: {hint}" for hint in plugin.hints)]
