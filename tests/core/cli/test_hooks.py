"""``saksgang hooks``: list and show (PLG-03, PLG-06, CLI-01)."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from saksgang.cli.hooks import hooks_group
from saksgang.errors import InputRefused
from saksgang.plugins import Registry
from tests.core.plugins.samples import module_of, own_registry

SOURCE = "from saksgang.hookspecs import hookimpl\n\n@hookimpl\ndef respond(event, view):\n    return ()\n"


@pytest.fixture
def registry() -> Registry:
    """Two plugins that implement one hook, registered out of order."""
    registry = own_registry()
    for name in ("berit", "anne"):
        registry.register(module_of(SOURCE, f"mod_{name}"), name, "a test")
    return registry


def run(registry: Registry, *arguments: str) -> Result:
    return CliRunner().invoke(hooks_group, arguments, obj=registry)


def test_plg_06_list_shows_hooks_in_order_with_who_is_asked(registry: Registry) -> None:
    """Hooks stand in the order of their specification, plugins in the order in which they are asked."""
    lines = run(registry, "list").stdout.splitlines()

    assert lines[0] == "hook             implemented by  when"
    assert [line.split()[0] for line in lines[1:]] == [
        "declare_routine",
        "vet",
        "respond",
        "observe",
        "distribute",
        "connect_port",
        "add_commands",
        "judge_routine",
    ]
    assert lines[3].startswith("respond          anne, berit     Answer an event in the routine's own stream")
    assert lines[2].startswith("vet              none            Refuse a command")


def test_plg_06_show_has_signature_documentation_and_places(registry: Registry) -> None:
    """Types stand as in the source, and a place is module and line, the same on every machine."""
    lines = run(registry, "show", "respond").stdout.splitlines()

    assert lines[0] == "respond(event: Recorded, view: View) -> Sequence[Answer]"
    assert lines[2].startswith("Answer an event in the routine's own stream")
    assert lines[-3:] == ["Implemented by, in this order:", "  anne at mod_anne:3", "  berit at mod_berit:3"]


def test_cli_01_hooks_are_data_too(registry: Registry) -> None:
    """The same as JSON."""
    listed = json.loads(run(registry, "list", "--json").stdout)
    shown = json.loads(run(registry, "show", "respond", "--json").stdout)

    assert shown in listed
    assert shown["implemented_by"] == [
        {"plugin": "anne", "where": "mod_anne:3"},
        {"plugin": "berit", "where": "mod_berit:3"},
    ]


def test_an_unknown_hook_is_refused_with_the_closest(registry: Registry) -> None:
    """A misspelt hook is answered with the hooks that there are."""
    result = run(registry, "show", "respnd")

    assert isinstance(result.exception, InputRefused)
    assert str(result.exception).endswith("add_commands, judge_routine; did you mean 'respond'?")
