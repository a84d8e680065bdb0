"""A new plugin's project: installable, sound, and passing its own tests at once (PLG-06)."""

from __future__ import annotations

import keyword
import re
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from itertools import chain, count
from pathlib import Path, PurePosixPath
from string import Template

from saksgang.errors import InputRefused
from saksgang.events import OFFICE
from saksgang.plugins.registry import Registry

__all__ = ["COUNTRIES", "begin_project"]

COUNTRIES = ("NO", "DK")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)
_TEMPLATES = files("saksgang.plugins") / "project"
_ENDING = ".template"
# Names that would not do as they are: of the package, and of a file that a wheel would not take.
_RENAMED = {"gitignore": ".gitignore"}


def begin_project(
    name: str, folder: Path, country: str, title: str = "", beside: Registry | None = None
) -> tuple[Path, ...]:
    """Write the files of a new project into a new folder; gives them by their paths in it, in order.

    Args:
        name: of the routine, its package and its distribution.
        folder: where the project is to be; there must be nothing yet.
        country: whose words and calendar it begins with, out of ``COUNTRIES``.
        title: what the routine is; made from the name unless given.
        beside: the plugins that are installed, whose names and prefixes of case numbers are taken.

    Raises:
        InputRefused: the name or title will not do, or the folder is there or cannot be made.
    """
    _check(name, folder, beside)
    words = _words(name, country, _shown(name, title), _prefix(name, beside))
    made = {path: Template(text).substitute(words) for path, text in _templates(_TEMPLATES, name)}
    try:
        with tempfile.TemporaryDirectory(prefix=".saksgang-", dir=folder.parent) as room:
            project = Path(room, folder.name)
            for path, text in made.items():
                (project / path).parent.mkdir(parents=True, exist_ok=True)
                (project / path).write_text(text, encoding="utf-8")
            project.rename(folder)
    except OSError as error:
        raise InputRefused(
            f"The project cannot be written to {folder}: {error.strerror}; name another --out."
        ) from error
    return tuple(sorted(map(Path, made)))


def _check(name: str, folder: Path, beside: Registry | None) -> None:
    if not _NAME.fullmatch(name) or keyword.iskeyword(name) or keyword.issoftkeyword(name):
        raise InputRefused(
            f"The name {name!r} will not do: write a to z, digits and underscores, 40 at most, such as dog_licence."
        )
    if name in sys.stdlib_module_names or name == "tests" or find_spec(name) is not None:
        raise InputRefused(f"There is a Python package called {name!r} already: give the routine another name.")
    taken = {*(each.name for each in beside.loaded), *(each.name for each in beside.broken)} if beside else set()
    if name in {*taken, OFFICE}:
        raise InputRefused(f"There is a plugin called {name!r} already: give the routine another name.")
    if folder.exists() or folder.is_symlink():
        raise InputRefused(f"There is something at {folder} already: name another --out, or take that one away.")


def _shown(name: str, title: str) -> str:
    """The title as the templates can have it, in quotes of Python and of TOML."""
    shown = " ".join(title.split()).replace('"', "'").replace("\\", "/")
    if not shown.isprintable():
        raise InputRefused(f"The title {title!r} has a sign in it that cannot be shown: leave that out.")
    return shown or name.replace("_", " ").capitalize()


def _prefix(name: str, beside: Registry | None) -> str:
    """Four letters of the name, or as many more as it takes until no installed routine's case numbers begin so."""
    routines = beside.routines.values() if beside else ()
    taken = {kind.prefix for routine in routines for kind in routine.case_types}
    letters = re.sub("[^a-z]", "", name).upper()
    tried = chain((letters[:length] for length in range(4, len(letters) + 1)), (letters + "X" * n for n in count()))
    return next(prefix for prefix in tried if prefix not in taken)


def _words(name: str, country: str, title: str, letters: str) -> Mapping[str, str]:
    """What stands for the names with a dollar sign in the templates."""
    tables = tomllib.loads((_TEMPLATES / "words.toml").read_text(encoding="utf-8"))
    return {
        **tables[country],
        "country": country,
        "name": name,
        "title": title,
        "letters": letters,
        "lowered": letters.lower(),
        "hyphened": name.replace("_", "-"),
    }


def _templates(folder: Traversable, name: str, at: str = "") -> Iterator[tuple[PurePosixPath, str]]:
    """Where each file goes, and its text."""
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        if each.is_dir():
            yield from _templates(each, name, f"{at}{name if each.name == 'NAME' else each.name}/")
        elif each.name.endswith(_ENDING):
            called = each.name.removesuffix(_ENDING)
            yield PurePosixPath(at + _RENAMED.get(called, called)), each.read_text(encoding="utf-8")
