"""The page of hooks has every hook, with its exact signature, in one form, and each has a real user (PLG-03)."""

from __future__ import annotations

import datetime as dt
import re
from typing import cast

import pytest

from saksgang.plugins import HookInfo, Registry
from saksgang_sim import hookspecs
from saksgang_sim.engine import Engine
from saksgang_sim.world import Habits, World
from tests.docs.blocks import blocks
from tests.house.sources import ROOT

PAGE = (ROOT / "docs/hooks.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## `([^`]+)`\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
FORM = ("**Called:**", "**Order:**", "**The answer:**", "**Real users:**")


def hooks_of_all() -> list[HookInfo]:
    """The hooks of the core as an office in a simulation asks them, then those of the simulation."""
    world = World(Engine(dt.datetime(2026, 1, 5, tzinfo=dt.UTC)), cast("Habits", None))
    simulations = Registry(hookspecs.PROJECT, hookspecs.GROUP, hookspecs)
    simulations.load()
    return [*Registry.installed().plus(world, "simulated_world", "simulation").hooks(), *simulations.hooks()]


HOOKS = hooks_of_all()


def test_plg_03_every_hook_is_on_the_page_with_its_exact_signature() -> None:
    """The headings of the page are the signatures of the specifications, in their order, and nothing else."""
    assert list(SECTIONS) == [hook.signature for hook in HOOKS]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook.name)
def test_plg_03_every_hook_is_told_in_the_same_form(hook: HookInfo) -> None:
    """A paragraph, when it is called, in what order, what the answer means, who uses it, and an example."""
    section = SECTIONS[hook.signature]
    places = [section.find(f"* {title}") for title in FORM]

    assert -1 not in places
    assert places == sorted(places)
    assert section.lstrip()[0].isupper()
    assert [block.language for block in blocks(section)] == ["python"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook.name)
def test_plg_03_every_hook_has_a_real_user_which_the_page_names(hook: HookInfo) -> None:
    """At least one plugin of this distribution implements it, and the page names all of those that do."""
    users = [each.plugin for each in hook.implemented_by]
    told = SECTIONS[hook.signature].partition(FORM[-1])[2].partition("```")[0]

    assert users
    assert [user for user in users if f"`{user}`" not in told] == []


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook.name)
def test_plg_03_every_hook_has_a_first_line_that_says_when(hook: HookInfo) -> None:
    """``saksgang hooks list`` shows the first line of the documentation, so there is one."""
    assert hook.when.endswith(".")


def test_plg_03_the_examples_are_sound_implementations() -> None:
    """What the page shows for each hook passes the checks of registration, under the right family of hooks."""
    names: dict[str, object] = {"__name__": "parking"}
    for block in blocks(PAGE):
        exec(block.body, names)  # noqa: S102 - a document of this project is run on purpose
    plugin = type("Parking", (), {key: staticmethod(value) for key, value in names.items() if callable(value)})
    core, simulations = Registry.installed(), Registry(hookspecs.PROJECT, hookspecs.GROUP, hookspecs)

    assert core.register(plugin, "parking", "here").hooks == tuple(hook.name for hook in HOOKS[:-1])
    assert simulations.register(plugin, "parking", "here").hooks == ("describe_behaviour",)
