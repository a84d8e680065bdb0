"""Hook implementations are held to their specification when they are registered (PLG-03)."""

from __future__ import annotations

import re

import pytest

from saksgang.errors import PluginRefused
from tests.core.plugins.samples import module_of, own_registry

HEAD = "from saksgang.hookspecs import hookimpl\n"
AT = r"at sample_module\.py:2: "

BAD = [
    (
        "@hookimpl\ndef respond(event, view=None): return ()",
        rf"hook respond {AT}gives 'view' the default None, which would silently win .*; write view without a default",
    ),
    (
        "@hookimpl\ndef respnd(event): return ()",
        rf"hook respnd {AT}there is no such hook .*; name it respond",
    ),
    ("@hookimpl\ndef fly(): pass", rf"hook fly {AT}there is no such hook .*; take the mark off or use one of these"),
    ("@hookimpl\ndef respond(evnt): return ()", rf"{AT}takes 'evnt', which the hook does not give; name it event"),
    ("@hookimpl\ndef respond(x): return ()", rf"{AT}takes 'x', .*; take it out; there is: event, view"),
    ("@hookimpl\ndef respond(**more): return ()", rf"{AT}takes \*\*more in a way that is never filled"),
    ("@hookimpl\ndef respond(*, event): return ()", rf"{AT}takes event in a way that is never filled"),
    ("@hookimpl\ndef respond(event, /): return ()", rf"{AT}takes event in a way that is never filled"),
    ("@hookimpl\nasync def respond(event): return ()", rf"{AT}is asynchronous, .*; write a plain def"),
    ("@hookimpl\ndef respond(event): yield event", rf"{AT}is a generator, .*; return a list"),
    ("@hookimpl(tryfirst=True)\ndef respond(event): return ()", rf"{AT}asks for tryfirst, .*; write @hookimpl alone"),
    ("@hookimpl(wrapper=True)\ndef respond(event): yield", rf"{AT}asks for wrapper, "),
    (
        "@hookimpl\ndef respond(): return ()\n@hookimpl(specname='respond')\ndef second(): return ()",
        r"hook respond at sample_module\.py:4: is implemented twice",
    ),
]


@pytest.mark.parametrize(("source", "told"), BAD)
def test_plg_03_a_wrong_implementation_is_refused(source: str, told: str) -> None:
    """The sentence names plugin, hook, file and line, the fault and the remedy."""
    with pytest.raises(PluginRefused) as refused:
        own_registry().register(module_of(HEAD + source), "sample", "a test")

    assert any(re.match(rf"Plugin sample, .*{told}", line) for line in str(refused.value).splitlines()), refused.value


def test_plg_03_all_faults_are_told_at_once() -> None:
    """Three faults in two implementations are three sentences."""
    source = "@hookimpl\ndef respond(event=1, evnt=2): return ()\n@hookimpl\ndef wet(): pass"

    with pytest.raises(PluginRefused) as refused:
        own_registry().register(module_of(HEAD + source), "sample", "a test")

    assert len(str(refused.value).splitlines()) == 3


@pytest.mark.parametrize(
    "source",
    [
        "@hookimpl\ndef respond(): return ()",
        "@hookimpl\ndef respond(view, event): return ()",
        "@hookimpl(specname='respond')\ndef answer_event(event): return ()",
        "class Routine:\n    @hookimpl\n    def respond(self, event): return ()\nrespond = Routine().respond",
    ],
)
def test_plg_03_a_right_implementation_is_taken(source: str) -> None:
    """Any of the arguments, in any order, under another name of the function, or as a method."""
    loaded = own_registry().register(module_of(HEAD + source), "sample", "a test")

    assert loaded.hooks == ("respond",)
    assert loaded.hints == ()


def test_plg_03_a_missing_mark_is_hinted_at() -> None:
    """A function with a hook's name and no mark is never asked, so the author is told."""
    loaded = own_registry().register(module_of("def respond(event): return ()"), "sample", "a test")

    assert loaded.hooks == ()
    assert loaded.hints == (
        (
            "Plugin sample, hook respond at sample_module.py:1: bears the name of a hook of saksgang without its mark, "
            "so it is never asked; put @hookimpl above it or rename it."
        ),
    )


def test_plg_03_an_imported_specification_is_no_missing_mark() -> None:
    """Who imports the specification itself, to look at it, gets no hint."""
    loaded = own_registry().register(module_of("from saksgang.hookspecs import respond"), "sample", "a test")

    assert loaded.hints == ()
