"""Every reason that a rule writes is told to a caseworker in their language (COR-06, SIM-09)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from attrs import fields_dict

from saksgang import commands
from saksgang.plugins import Registry
from saksgang_sim.report.reasons import reasons_in
from saksgang_sim.report.words import texts
from tests.house.sources import ROOT

SHIPPED = sorted(path.name for path in (ROOT / "plugins").iterdir() if (path / f"saksgang_{path.name}").is_dir())
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
    package = f"saksgang_{name}"
    written = written_in(ROOT / "plugins" / name / package)
    own = OWN.get(name, ())
    rows = [*reasons_in(package), *texts(Registry.installed().routines[name].language)["reasons"]]

    assert sorted(text for text in written - {*own} if not any(fits(text, row) for row in rows)) == []
    assert sorted(text for text in own if text not in written) == []


def test_sim_09_every_reason_of_core_and_simulation_is_told_in_both() -> None:
    """Who is away or gone and who stands in, and what a simulated person says who is at a loss."""
    core = ast.parse((ROOT / "core/saksgang/casework/staff.py").read_text("utf-8"))
    standing_in = [
        node for node in core.body if isinstance(node, ast.FunctionDef) and node.name in {"stand_in", "_not_here"}
    ]
    written = {
        text
        for function in standing_in
        for node in ast.walk(function)
        if isinstance(node, ast.JoinedStr)
        for text in template(node, {})
    }
    written |= written_in(ROOT / "sim/saksgang_sim")

    assert len(written) > 5
    for language in ("nb", "da"):
        rows = texts(language)["reasons"]
        assert sorted(text for text in written - {*OWN["sim"]} if not any(fits(text, row) for row in rows)) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_sim_09_a_translated_reason_loses_nothing_that_was_filled_in(name: str) -> None:
    """The same names in braces on both sides, none but ours, and no reason that stays as it is."""
    for reason, told in reasons_in(f"saksgang_{name}").items():
        assert sorted(re.findall(r"\{(\w+)\}", reason)) == sorted(re.findall(r"\{(\w+)\}", told))
        assert reason != told
    assert Registry.installed().routines[name].package == f"saksgang_{name}"
