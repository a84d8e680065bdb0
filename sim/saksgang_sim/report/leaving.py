"""Where a page may be left: over an earlier page of its own kind, and over nothing else (COR-22).

The default name lies in the folder of a run, whose journal nobody can write again, so a slip of the hand in ``--out``
must not cost it.
"""

from __future__ import annotations

from pathlib import Path

from attrs import frozen
from markupsafe import Markup

from saksgang.errors import InputRefused

__all__ = ["COMPARISON", "REPORT", "STDOUT", "Page", "leave", "refuse_strange"]

STDOUT = Path("-")
BEGINNING = 100


@frozen
class Page:
    """A kind of page.

    Attributes:
        name: what a sentence calls it.
        mark: what its first lines have, and those of no other file.
    """

    name: str
    mark: Markup


REPORT = Page("report", Markup("<!-- a report by saksgang -->"))
COMPARISON = Page("comparison", Markup("<!-- a comparison by saksgang -->"))


def refuse_strange(path: Path, page: Page) -> None:
    """Refuse a place where something else is; what is no file, such as ``/dev/null``, has nothing to lose.

    Raises:
        InputRefused: something else stands there, or the folder cannot be written to.
    """
    try:
        if path.is_dir():
            raise InputRefused(f"The {page.name} cannot be written to {path}: it is a folder; name a file with --out.")
        if path.is_file() and page.mark not in _beginning(path):
            raise InputRefused(f"{path} is there and is no {page.name}; name another file with --out, or move it away.")
        if not path.parent.is_dir():
            raise InputRefused(f"There is no folder {path.parent} to write the {page.name} to; make it first.")
    except OSError as error:
        raise _unwritten(path, page, error) from error


def leave(path: Path, page: Page, html: str) -> None:
    """Write a page; raises ``InputRefused`` as ``refuse_strange``."""
    refuse_strange(path, page)
    try:
        path.write_text(html, encoding="utf-8")
    except OSError as error:
        raise _unwritten(path, page, error) from error


def _beginning(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(BEGINNING).decode("utf-8", "replace")


def _unwritten(path: Path, page: Page, error: OSError) -> InputRefused:
    return InputRefused(f"The {page.name} cannot be written to {path}: {error.strerror}; name another file with --out.")
