"""Every reason that a rule writes is told to a caseworker in their language (COR-06, COR-13, SIM-09)."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from attrs import fields_dict

from saksgang import commands
from saksgang.plugins import Registry
from saksgang.reasons import fields_of, reasons_in
from tests.house.sources import ROOT

SHIPPED = sorted(path.name for path in (ROOT / "plugins").iterdir() if (path / f"saksgang_{path.name}").is_dir())
CORE = "saksgang.reasons"
# What is written in the language of the routine, so that nothing is to be translated.
OWN = {
    "benefits": (
        "afgjort af {}",
        "afslaget er sendt",
        "borger har fået arbejde",
        "brevet er sendt",
        "dokumentation modtaget gennem selvbetjening",
        "enkeltydelsen er udbetalt",
        "ingen Digital Post",
        "ingen ægtefælles løn at vente på",
        "intet mere at beregne eller udbetale",
        "lønseddel {}",
        "lønsedler behandles af en kollega",
        "påmindelse: venter, til fristen er udløbet",
        "sagen er under oplysning igen",
        "sagen er {}",
        "sagsbehandleren har åbnet sagen",
        "taget af {}",
        "venter på resten af dokumentationen",
    ),
    "home_care_messages": (
        "ingen har tatt den",
        "ingen som kan ta den er på jobb",
        "opplysningene er kommet",
        "venter på opplysninger",
    ),
    "long_term_monitoring": (
        "alle krav er gjort opp",
        "overstyrt: utlegg er begjært",
        "skyldneren er på sykehus",
        "skyldneren har tatt kontakt",
        "svaret er kommet",
        "venter på svar fra skyldneren",
    ),
    "ppt_intake": (
        "Utlevert til foresatte etter telefonsamtale",
        "uttalelsen fra skolen er kommet",
        "venter på uttalelse fra skolen",
    ),
    "sim": ("det haster",),
}


def positions() -> Mapping[str, int]:
    """The commands that have a reason, and its place among their arguments; of absences none stands on a case."""
    known = {name: getattr(commands, name) for name in commands.__all__ if name != "ReportAbsence"}
    return {
        name: list(fields_dict(command)).index("reason")
        for name, command in known.items()
        if isinstance(command, type) and hasattr(command, "__attrs_attrs__") and "reason" in fields_dict(command)
    }


def template(node: ast.expr, names: Mapping[str, list[ast.expr]]) -> Iterator[str]:
    """What a reason can be, with ``{}`` for what is filled in; nothing for what is worked out elsewhere."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)
        case ast.IfExp(body=body, orelse=orelse):
            yield from template(body, names)
            yield from template(orelse, names)
        case ast.Name(id=name):
            for value in names.get(name, ()):
                yield from template(value, {})


def assigned(trees: list[ast.Module]) -> dict[str, list[ast.expr]]:
    """What each name of a package is set to, wherever that is."""
    names: dict[str, list[ast.expr]] = {}
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
                names.setdefault(node.targets[0].id, []).append(node.value)
    return names


def written_in(folder: Path) -> set[str]:
    """The reasons that the code of a folder gives to commands."""
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted(folder.glob("*.py"))]
    places = positions()
    constants = {name: values for name, values in assigned(trees).items() if name.isupper()}
    found: set[str] = set()
    for tree in trees:
        names = {**assigned([tree]), **constants}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in places:
                given = node.args[places[node.func.id] :][:1] + [
                    one.value for one in node.keywords if one.arg == "reason"
                ]
                found.update(text for each in given for text in template(each, names) if text)
    return found


def fits(written: str, row: str) -> bool:
    """Whether a row is about it, or about one of the texts that it can be."""
    return re.fullmatch(".+".join(map(re.escape, written.split("{}"))), row) is not None


@pytest.mark.parametrize("name", SHIPPED)
def test_sim_09_every_reason_of_a_routine_is_told_in_its_language(name: str) -> None:
    """Each is a line of ``reasons.toml``, or in its language as it is; write a new one into the one or the other."""
    package, language = f"saksgang_{name}", Registry.installed().routines[name].language
    written = written_in(ROOT / "plugins" / name / package)
    own = OWN.get(name, ())
    rows = [*reasons_in(package, language), *reasons_in(CORE, language)]

    assert sorted(text for text in written - {*own} if not any(fits(text, row) for row in rows)) == []
    assert sorted(text for text in own if text not in written) == []


def phrases_in(path: Path, functions: set[str] | None = None) -> set[str]:
    """The texts with something filled in of a module, or of some of its functions, but of no refusal."""
    tree = ast.parse(path.read_text("utf-8"))
    refused = {id(text) for call in ast.walk(tree) if isinstance(call, ast.Raise) for text in ast.walk(call)}
    return {
        text
        for function in tree.body
        if isinstance(function, ast.FunctionDef) and (functions is None or function.name in functions)
        for node in ast.walk(function)
        if isinstance(node, ast.JoinedStr) and id(node) not in refused
        for text in template(node, {})
    }


def errors_in(path: Path) -> set[str]:
    """What a module raises where a service is not to be had, as the journal has it."""
    raised = [node.exc for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Raise)]
    return {
        f"{call.func.id}: {text}"
        for call in raised
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        if issubclass(getattr(builtins, call.func.id, object), OSError)
        for text in template(call.args[0], {})
    }


@pytest.mark.parametrize("language", ["nb", "da"])
def test_sim_09_every_reason_of_the_core_is_told_in_both(language: str) -> None:
    """Who is away or gone and who stands in, which queue nobody is left for; and where a document is from."""
    written = phrases_in(ROOT / "core/saksgang/casework/staff.py")
    written |= phrases_in(ROOT / "core/saksgang/worklists/rows.py", {"document_row"})
    rows = reasons_in(CORE, language)

    assert len(written) > 6
    assert sorted(text for text in written if not any(fits(text, row) for row in rows)) == []


@pytest.mark.parametrize("language", ["nb", "da"])
def test_sim_09_every_reason_of_the_simulation_is_told_in_both(language: str) -> None:
    """What a simulated person says who is at a loss, and what the faults make of letters and services."""
    written = {
        text for path in ("", "faults", "municipalities") for text in written_in(ROOT / "sim/saksgang_sim" / path)
    }
    written |= {text for path in (ROOT / "sim/saksgang_sim/faults").glob("*.py") for text in errors_in(path)}
    rows = reasons_in("saksgang_sim", language)

    assert len(written) > 6
    assert sorted(text for text in written - {*OWN["sim"]} if not any(fits(text, row) for row in rows)) == []


@pytest.mark.parametrize("package", [CORE, "saksgang_sim"])
def test_sim_09_both_languages_have_the_same_reasons(package: str) -> None:
    """None is told in one of them only, and a translation loses nothing that was filled in."""
    norwegian, danish = reasons_in(package, "nb"), reasons_in(package, "da")

    assert list(norwegian) == list(danish)
    for told in (norwegian, danish):
        assert [reason for reason in told if sorted(fields_of(reason)) != sorted(fields_of(told[reason]))] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_sim_09_a_translated_reason_loses_nothing_that_was_filled_in(name: str) -> None:
    """The same names in braces on both sides, none but ours, and no reason that stays as it is."""
    routine = Registry.installed().routines[name]
    for reason, told in reasons_in(routine.package, routine.language).items():
        assert sorted(fields_of(reason)) == sorted(fields_of(told))
        assert reason != told
    assert routine.package == f"saksgang_{name}"
