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
from pathlib import Path, PurePosixPath
from string import Template

from saksgang.errors import InputRefused

__all__ = ["COUNTRIES", "begin_project"]

COUNTRIES = ("NO", "DK")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)
_TEMPLATES = files("saksgang.plugins") / "project"
_ENDING = ".template"
# Names that would not do as they are: of the package, and of a file that a wheel would not take.
_RENAMED = {"gitignore": ".gitignore"}


def begin_project(name: str, folder: Path, country: str, title: str = "") -> tuple[Path, ...]:
    """Write the files of a new project into a new folder; gives them by their paths in it, in order.

    Args:
        name: of the routine, its package and its distribution.
        folder: where the project is to be; there must be nothing yet.
        country: whose words and calendar it begins with, out of ``COUNTRIES``.
        title: what the routine is; made from the name unless given.

    Raises:
        InputRefused: the name will not do, or the folder is there or cannot be made.
    """
    _check(name, folder)
    words = _words(name, country, title)
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


def _check(name: str, folder: Path) -> None:
    if not _NAME.fullmatch(name) or keyword.iskeyword(name) or keyword.issoftkeyword(name):
        raise InputRefused(
            f"The name {name!r} will not do: write a to z, digits and underscores, 40 at most, such as dog_licence."
        )
    if name in sys.stdlib_module_names or name == "tests" or find_spec(name) is not None:
        raise InputRefused(f"There is a Python package called {name!r} already: give the routine another name.")
    if folder.exists() or folder.is_symlink():
        raise InputRefused(f"There is something at {folder} already: name another --out, or take that one away.")


def _words(name: str, country: str, title: str) -> Mapping[str, str]:
    """What stands for the names with a dollar sign in the templates."""
    tables = tomllib.loads((_TEMPLATES / "words.toml").read_text(encoding="utf-8"))
    letters = re.sub("[^a-z]", "", name)[:4].upper()
    shown = " ".join(title.split()).replace('"', "'").replace("\\", "/") or name.replace("_", " ").capitalize()
    return {
        **tables[country],
        "country": country,
        "name": name,
        "title": shown,
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
