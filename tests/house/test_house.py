"""The habits of the house: short modules, short functions, said purposes, no leftovers."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.house.sources import PACKAGES, ROOT, source_files, suite_files, syntax

MODULE_LINES = 300
FUNCTION_LINES = 40
LEFTOVER = re.compile("|".join(rf"\b{word}\b" for word in ("TO" + "DO", "FIX" + "ME")))
Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_the_source_is_found() -> None:
    """The tests of this folder look at the core, the simulation and at least one routine."""
    assert {"saksgang", "saksgang_sim"} < {package.name for package in PACKAGES}


def test_no_module_has_more_than_300_lines() -> None:
    """A module that grows over 300 lines holds a second idea, which wants a room of its own."""
    long = {_where(path): lines for path in source_files() if (lines := _line_count(path)) > MODULE_LINES}

    assert long == {}


def test_no_function_has_more_than_40_lines() -> None:
    """A function that grows over 40 lines holds a second idea, which wants a name of its own."""
    long = [
        f"{_where(path)}:{function.lineno} {function.name}"
        for path in source_files()
        for function in _functions(syntax(path))
        if _length(function) > FUNCTION_LINES
    ]

    assert long == []


def test_the_length_of_a_function_is_counted_from_def_to_its_last_line() -> None:
    """Decorators do not count, the docstring does."""
    function = next(_functions(ast.parse('@wrap\ndef f():\n    """Doc."""\n    return (\n        1\n    )\n')))

    assert _length(function) == 5


def test_nothing_is_left_over() -> None:
    """What is to be done stands in the issue tracker, not in the code."""
    left = [_where(path) for path in _all_files() if LEFTOVER.search(path.read_text(encoding="utf-8"))]

    assert left == []


def test_every_module_says_what_it_is_for() -> None:
    """Every module begins with a docstring, but for the empty marks of a folder of tests."""
    told = [*source_files(), *(path for path in suite_files() if path.stat().st_size)]
    silent = [_where(path) for path in told if not ast.get_docstring(syntax(path))]

    assert silent == []


def test_public_names_are_sorted() -> None:
    """Where a module lists its public names, it each once: constants, classes, the rest."""
    unsorted = [
        _where(path)
        for path in _all_files()
        for names in _listed_names(syntax(path))
        if names != sorted(set(names), key=_rank)
    ]

    assert unsorted == []


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("__all__ = ['b', 'a']", ["b", "a"]),
        ("__all__: list[str] = ['a']", ["a"]),
        ("other = ['b', 'a']", None),
    ],
)
def test_public_names_are_read_from_both_forms(source: str, names: list[str] | None) -> None:
    """A plain and an annotated list of public names are both seen."""
    assert next(_listed_names(ast.parse(source)), None) == names


def test_every_test_says_what_holds() -> None:
    """Every test function has a docstring."""
    silent = [
        f"{_where(path)}::{function.name}"
        for path in suite_files()
        for function in _functions(syntax(path))
        if function.name.startswith("test_") and _is_collected(path) and not ast.get_docstring(function)
    ]

    assert silent == []


def test_every_package_is_known_to_the_tools() -> None:
    """A package that is added is also shipped, type checked, and held to the directions of imports."""
    tables = _pyproject()
    names = sorted(package.name for package in PACKAGES)
    folders = {package.relative_to(ROOT).as_posix() for package in PACKAGES}
    search = {f"$MYPY_CONFIG_FILE_DIR/{Path(folder).parent.as_posix()}" for folder in folders}

    assert set(tables["hatch"]["build"]["targets"]["wheel"]["packages"]) == folders
    assert search <= set(tables["mypy"]["mypy_path"])
    assert sorted(tables["importlinter"]["root_packages"]) == names
    assert set(names) <= set(tables["ruff"]["lint"]["isort"]["known-first-party"])


def test_every_routine_is_held_to_the_contracts() -> None:
    """Each routine stands in the contracts that keep routines from each other, the core and the clock."""
    contracts = {row["id"]: row for row in _pyproject()["importlinter"]["contracts"]}
    routines = {package.name for package in PACKAGES} - {"saksgang", "saksgang_sim"}

    assert routines == set(contracts["routines-apart"]["modules"])
    assert routines == set(contracts["routines-decide"]["source_modules"])
    assert routines == set(contracts["simulation-apart"]["forbidden_modules"])
    assert routines < set(contracts["core-alone"]["forbidden_modules"])


def _pyproject() -> dict[str, Any]:
    tables: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    return tables


def _all_files() -> list[Path]:
    return [*source_files(), *suite_files()]


def _where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _is_collected(path: Path) -> bool:
    return path.name.startswith("test_")


def _listed_names(tree: ast.Module) -> Iterator[list[str]]:
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.List | ast.Tuple):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
                yield [str(item.value) for item in node.value.elts if isinstance(item, ast.Constant)]


def _rank(name: str) -> tuple[int, str]:
    """The order in which ruff sorts names: CONSTANTS, Classes, the rest."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return kind, name
