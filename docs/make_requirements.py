#!/usr/bin/env python3
"""Make ``docs/requirements.md``: for each requirement what builds it and what proves it.

Nothing in the table is typed by hand but the titles in ``requirements.toml``. What builds a routine's requirements
and which checks judge them is asked of the routines, stories are read, and tests are found by their names: a test
whose name holds ``ppt_10`` is a test of PPT-10. Run it after any of these has changed; ``--check`` only compares.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import frozen

from saksgang.checks import Check
from saksgang.checks.laws import CORE_LAWS
from saksgang.declarations import Routine
from saksgang.plugins import Registry

__all__ = ["Row", "page", "rows", "shipped"]

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
PAGE = DOCS / "requirements.md"
GROUPS = {
    "COR": "The core",
    "PLG": "Plugins",
    "SIM": "The simulation",
    "CLI": "The command line",
    "PPT": "PPT intake (Norway)",
    "BEN": "Cash benefits (Denmark)",
    "MSG": "Messages in home care (Norway)",
    "REG": "Contact registration (Denmark)",
    "MON": "Long-term monitoring (Norway)",
}
PROVED_BY_TESTS = ("COR", "PLG", "SIM", "CLI")
SHOWN = 2
NOT_YET = "not yet"
IN_A_NAME = re.compile(rf"(?<![a-z0-9])({'|'.join(GROUPS).lower()})_([0-9]{{2}})(?![0-9])")
HEAD = """\
# Requirements

What is asked of Saksgang, what builds it, and what proves it. Made by `docs/make_requirements.py`; change the titles in
[requirements.toml](requirements.toml), and all else where it stands.

A *check* judges the requirement in every simulation, from the journal alone; a *story* shows it; a *test* fails when it
is broken. "–" stands where a requirement is about the program itself and needs no check or story to be proved.
"""


@frozen
class Row:
    """A requirement and its evidence, each as Markdown.

    Attributes:
        built: the dotted name of what builds it, ``""`` for nothing yet.
    """

    id: str
    title: str
    note: str
    built: str
    checks: tuple[str, ...]
    stories: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def group(self) -> str:
        """The letters before the number."""
        return self.id.partition("-")[0]


def rows() -> list[Row]:
    """Every requirement in the order of ``requirements.toml``."""
    titles = tomllib.loads((DOCS / "requirements.toml").read_text(encoding="utf-8"))
    routines = shipped()
    built = {key: name for routine in routines for key, name in routine.requirements.items()}
    checks = _by_requirement(_checks(routines))
    stories, tests = _by_requirement(_stories()), _by_requirement(_tests())
    return [
        Row(
            key,
            row["title"],
            row.get("note", ""),
            row.get("built", built.get(key, "")),
            checks.get(key, ()),
            stories.get(key, ()),
            tests.get(key, ()),
        )
        for key, row in titles.items()
    ]


def shipped() -> list[Routine]:
    """The routines of this distribution, by name; those of others that happen to be installed are left out."""
    ours = [each for each in Registry.installed().loaded if each.origin.startswith("distribution saksgang ")]
    return [each.routine for each in ours if each.routine is not None]


def page() -> str:
    """The whole page."""
    every = rows()
    tables = [_table(title, [row for row in every if row.group == group]) for group, title in GROUPS.items()]
    return "\n".join([HEAD, *tables])


def _table(title: str, every: Iterable[Row]) -> str:
    lines = [f"## {title}\n", "| requirement | built | check | story | test |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([*lines, *map(_line, every), ""])


def _line(row: Row) -> str:
    none = "–" if row.built and row.group in PROVED_BY_TESTS else NOT_YET
    what = f"**{row.id}** {row.title}" + (f" (*{row.note}*)" if row.note else "")
    cells = [
        what,
        f"`{row.built}`" if row.built else NOT_YET,
        _cell(row.checks, none),
        _cell(row.stories, none),
        _cell(row.tests, NOT_YET),
    ]
    return f"| {' | '.join(cells)} |"


def _cell(found: tuple[str, ...], none: str) -> str:
    more = len(found) - SHOWN
    return "<br>".join([*found[:SHOWN], *([f"and {more} more"] if more > 0 else [])]) or none


def _by_requirement(found: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    by_id: dict[str, dict[str, None]] = {}
    for key, evidence in found:
        by_id.setdefault(key, {})[evidence] = None
    return {key: tuple(each) for key, each in by_id.items()}


def _checks(routines: Iterable[Routine]) -> Iterator[tuple[str, str]]:
    every: list[type[Check]] = [*CORE_LAWS, *(check for routine in routines for check in routine.checks)]
    for check in sorted(every, key=lambda each: each.id):
        for key in check.requirements:
            yield key, f"`{check.id}`"


def _stories() -> Iterator[tuple[str, str]]:
    for path in sorted([*ROOT.glob("plugins/*/saksgang_*/stories/*.toml"), *ROOT.glob("sim/*/stories/*.toml")]):
        for key in tomllib.loads(path.read_text(encoding="utf-8")).get("requirements", ()):
            yield key, _link(path.stem.replace("_", " "), path)


def _tests() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                words = IN_A_NAME.sub("", node.name.removeprefix("test_")).replace("_", " ").split()
                for letters, number in IN_A_NAME.findall(node.name):
                    yield f"{letters.upper()}-{number}", _link(" ".join(words), path)


def _link(text: str, path: Path) -> str:
    return f"[{text}](../{path.relative_to(ROOT).as_posix()})"


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` say whether it is as it would be written; 1 when it is not."""
    made = page()
    if "--check" not in arguments:
        PAGE.write_text(made, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == made:
        return 0
    sys.stderr.write(f"{PAGE.name} is out of date; run docs/make_requirements.py.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
