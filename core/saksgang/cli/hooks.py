"""``saksgang hooks``: the places where plugins come in, and who is asked there in which order (PLG-03, PLG-06)."""

from __future__ import annotations

from difflib import get_close_matches

import click

from saksgang.cli.listing import columns, echo_json, registry_of
from saksgang.declarations import listed
from saksgang.errors import InputRefused
from saksgang.plugins import HookInfo, Registry

__all__ = ["hooks_group"]

_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group("hooks")
def hooks_group() -> None:
    """List and show the hooks through which plugins come in.

    \b
    Examples:
      saksgang hooks list
      saksgang hooks show respond
    """  # noqa: D301 - click reads the backslash: it keeps the lines of the examples apart


@hooks_group.command("list")
@_JSON
@click.pass_context
def list_hooks(context: click.Context, as_json: bool) -> None:
    """List the hooks.

    What each is for, and which plugins are asked, in this order.
    """
    hooks = registry_of(context).hooks()
    if as_json:
        echo_json([_data(hook) for hook in hooks])
        return
    rows = [(hook.name, listed(each.plugin for each in hook.implemented_by), hook.when) for hook in hooks]
    click.echo(columns(("hook", "implemented by", "when"), rows))


@hooks_group.command("show")
@click.argument("name")
@_JSON
@click.pass_context
def show_hook(context: click.Context, name: str, as_json: bool) -> None:
    """Show one hook.

    Its signature, its documentation, and where plugins implement it.
    """
    hook = _one(registry_of(context), name)
    if as_json:
        echo_json(_data(hook))
        return
    asked = [f"  {each.plugin} at {each.where}" for each in hook.implemented_by] or ["  none"]
    click.echo("\n".join([hook.signature, "", hook.doc, "", "Implemented by, in this order:", *asked]))


def _one(registry: Registry, name: str) -> HookInfo:
    hooks = {hook.name: hook for hook in registry.hooks()}
    if name in hooks:
        return hooks[name]
    close = get_close_matches(name, hooks, n=1)
    remedy = f"did you mean {close[0]!r}?" if close else "see: saksgang hooks list."
    raise InputRefused(f"There is no hook {name!r}; there are: {listed(hooks)}; {remedy}")


def _data(hook: HookInfo) -> dict[str, object]:
    return {
        "name": hook.name,
        "signature": hook.signature,
        "when": hook.when,
        "doc": hook.doc,
        "implemented_by": [{"plugin": each.plugin, "where": each.where} for each in hook.implemented_by],
    }
