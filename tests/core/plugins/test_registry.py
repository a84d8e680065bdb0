"""Plugins are put in order by name, enabled by a municipality alone, and asked one at a time."""

from __future__ import annotations

import random
from collections.abc import Sequence
from types import ModuleType, SimpleNamespace
from typing import Any

import click
import pluggy
import pytest
from attrs import evolve

from saksgang.declarations import CaseType, Status
from saksgang.errors import PluginRefused
from saksgang.hookspecs import hookimpl
from saksgang.plugins import Registry
from tests.core.plugins.samples import SOUND, declaring, module_of, own_registry

NAMES = ["berit", "anne", "dag", "cato"]


def port_plugin(answer: object) -> SimpleNamespace:
    @hookimpl
    def connect_port(port: str) -> object:
        if isinstance(answer, Exception):
            raise answer
        return (answer, port) if answer else None

    return SimpleNamespace(connect_port=connect_port)


def registered(plugins: Sequence[tuple[str, object]]) -> Registry:
    registry = own_registry()
    for name, plugin in plugins:
        registry.register(plugin, name, "a test")
    return registry


def test_plg_03_the_order_is_that_of_the_names_whatever_came_first() -> None:
    """Twenty orders of registration give one order in every listing and in every question."""
    for seed in range(20):
        shuffled = random.Random(seed).sample(NAMES, len(NAMES))
        registry = registered([(name, port_plugin(name)) for name in shuffled])
        hook = next(hook for hook in registry.hooks() if hook.name == "connect_port")

        assert [each.name for each in registry.loaded] == ["anne", "berit", "cato", "dag"]
        assert [each.plugin for each in hook.implemented_by] == ["anne", "berit", "cato", "dag"]
        assert list(registry.ask_each("connect_port", port="print")) == [
            ("anne", ("anne", "print")),
            ("berit", ("berit", "print")),
            ("cato", ("cato", "print")),
            ("dag", ("dag", "print")),
        ]


def test_plg_04_routines_come_by_name() -> None:
    """The declarations are listed by name, and a plugin that declares none is not among them."""
    registry = registered(
        [
            ("zoo", declaring(evolve(SOUND, name="zoo"))),
            ("mailer", port_plugin("mailer")),
            ("ark", declaring(evolve(SOUND, name="ark"))),
        ]
    )

    assert list(registry.routines) == ["ark", "zoo"]


def test_plg_01_enabling_takes_a_sound_routine() -> None:
    """Each name that cannot be enabled is told, with the closest one that can."""
    registry = registered([("sample", declaring(SOUND)), ("mailer", port_plugin("mailer"))])

    assert list(registry.enabled(["sample"])) == ["sample"]
    assert registry.enabled([]) == {}
    with pytest.raises(PluginRefused) as refused:
        registry.enabled(["sampel", "mailer"])
    assert str(refused.value).splitlines() == [
        "Plugin mailer: it declares no routine; take it out of the routines that are on.",
        "Plugin sampel: it is not installed; routines here are: sample; write 'sample' or install it.",
    ]


def test_plg_04_two_routines_with_the_same_case_numbers_are_not_enabled_together() -> None:
    """Each alone works; together their cases could not be told apart, and both are named."""
    other = evolve(SOUND, name="other", case_types=(CaseType("klage", "SAM", "complaint", (Status("ny", "new"),)),))
    registry = registered([("sample", declaring(SOUND)), ("other", declaring(other))])

    assert list(registry.enabled(["other"])) == ["other"]
    with pytest.raises(PluginRefused, match=r"Plugin sample, case_types\.søknad\.prefix: 'SAM' .* of other too"):
        registry.enabled(["sample", "other"])


def test_plg_01_a_name_is_registered_once() -> None:
    """A second plugin of a name is refused with both origins, and the first one stays."""
    registry = registered([("sample", declaring(SOUND))])

    with pytest.raises(PluginRefused, match="it is claimed by a second test and by a test"):
        registry.register(declaring(SOUND), "sample", "a second test")
    assert registry.loaded[0].origin == "a test"


def test_one_more_plugin_makes_another_registry() -> None:
    """A simulated world is added for one run; the registry that it was made from is as before."""
    registry = registered([("b", port_plugin("b"))])

    larger = registry.plus(port_plugin("a"), "a", "a test")

    assert [each.name for each in larger.loaded] == ["a", "b"]
    assert [each.name for each in registry.loaded] == ["b"]
    with pytest.raises(PluginRefused, match="it is claimed by a test and by another test"):
        registry.plus(port_plugin("b"), "b", "another test")


def test_plg_02_registering_a_bad_declaration_changes_nothing() -> None:
    """A refused plugin is in no listing and is never asked."""
    registry = own_registry()

    with pytest.raises(PluginRefused, match="Plugin sample, version: 'new' is no version"):
        registry.register(declaring(evolve(SOUND, version="new")), "sample", "a test")
    assert registry.loaded == ()
    assert list(registry.ask_each("declare_routine")) == []


def test_plg_03_an_implementation_is_given_what_it_takes() -> None:
    """A function that takes all arguments is handed out itself; one that takes fewer is given those."""

    @hookimpl
    def vet(command: Any, actor: str, view: Any) -> str:
        return f"{command} {actor} {view}"

    @hookimpl
    def respond(view: Any) -> list[str]:
        return [view]

    registry = registered([("sample", SimpleNamespace(vet=vet, respond=respond))])
    assert registry.loaded[0].hooks == ("vet", "respond")
    narrow = registry.implementation("sample", "respond")

    assert registry.implementation("sample", "vet") is vet
    assert narrow is not None
    assert narrow(event="e", view="v") == ["v"]
    assert registry.implementation("sample", "connect_port") is None
    assert registry.implementation("stranger", "vet") is None


def test_the_first_plugin_with_an_adapter_gives_it() -> None:
    """Plugins that have none are passed by, and those that are not on are not asked."""
    registry = registered([("a", port_plugin(None)), ("b", port_plugin("b")), ("c", port_plugin("c"))])

    def adapter(among: set[str] | None) -> object:
        return registry.connect_port("mailbox", among)

    assert adapter(None) == ("b", "mailbox")
    assert adapter({"a", "c"}) == ("c", "mailbox")
    assert adapter({"a"}) is None


def test_plg_05_a_plugin_that_raises_is_named_and_asked_alone() -> None:
    """What came before it was answered; the error names plugin, hook and what was raised."""
    registry = registered([("a", port_plugin("a")), ("b", port_plugin(OSError("no line")))])
    answers = registry.ask_each("connect_port", port="print")

    assert next(answers) == ("a", ("a", "print"))
    with pytest.raises(PluginRefused, match=r"Plugin b, hook connect_port at .*: it raises: OSError: no line"):
        next(answers)


def verbs(*names: str, then: Exception | None = None) -> SimpleNamespace:
    @hookimpl
    def add_commands(group: click.Group) -> None:
        for name in names:
            group.add_command(click.Command(name, help=",".join(names)))
        if then:
            raise then

    return SimpleNamespace(add_commands=add_commands)


def test_plg_05_verbs_of_a_sick_plugin_are_left_out_whole() -> None:
    """A plugin that raises adds nothing, nobody replaces a verb, and each is told in a sentence."""
    registry = registered(
        [("a", verbs("simulate", "report")), ("b", verbs("export", then=ValueError("sick"))), ("c", verbs("report"))]
    )
    group = click.Group()

    told = registry.add_commands(group)

    assert sorted(group.commands) == ["report", "simulate"]
    assert group.commands["report"].help == "simulate,report"
    assert len(told) == 2
    assert told[0].startswith("Plugin b, hook add_commands at ")
    assert "ValueError: sick" in told[0]
    assert told[1] == "Plugin c, hook add_commands: the verb 'report' is taken; give it another name."


def test_a_registry_serves_another_family_of_hooks() -> None:
    """Another project has its own marks, hooks and plugins; an implementation with the core's mark is not its."""
    spec, mark = pluggy.HookspecMarker("other.project"), pluggy.HookimplMarker("other.project")

    @spec
    def behave(minute: int) -> str:
        """Say what a citizen does."""
        raise NotImplementedError

    @mark
    def says(minute: int) -> str:
        return f"waits {minute}"

    @hookimpl
    def of_the_core(minute: int) -> str:
        return "is never asked"

    specs = ModuleType("specs")
    specs.behave = behave  # type: ignore[attr-defined]
    registry = Registry("other.project", "other.project", specs)

    registry.register(SimpleNamespace(behave=says), "citizen", "a test")
    loaded = registry.register(SimpleNamespace(behave=of_the_core), "core", "a test")

    assert list(registry.ask_each("behave", minute=3)) == [("citizen", "waits 3")]
    assert [hook.name for hook in registry.hooks()] == ["behave"]
    assert loaded.hooks == ()
    assert "bears the name of a hook of other.project without its mark" in loaded.hints[0]


def test_plg_03_hooks_tell_what_they_are() -> None:
    """A hook has its signature as the source has it, its docstring, and the place of each implementation."""
    source = "from saksgang.hookspecs import hookimpl\n\n@hookimpl\ndef respond(event, view):\n    return ()\n"
    registry = registered([("sample", module_of(source, "sample_place"))])
    hooks = {hook.name: hook for hook in registry.hooks()}

    assert list(hooks) == [
        "declare_routine",
        "vet",
        "respond",
        "observe",
        "distribute",
        "connect_port",
        "add_commands",
        "judge_routine",
    ]
    assert hooks["vet"].signature == "vet(command: Command, actor: str, view: View) -> str | None"
    assert hooks["respond"].when.startswith("Answer an event in the routine's own stream")
    assert [(each.plugin, each.where) for each in hooks["respond"].implemented_by] == [("sample", "sample_place:3")]
