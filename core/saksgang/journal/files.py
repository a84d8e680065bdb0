"""Files that are there whole or not at all, whenever the power goes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["new_file", "place", "place_new"]


def place(path: Path, content: bytes) -> None:
    """Put a file in the place of what is there, if anything is; raises ``OSError``, the old one then stays."""
    with tempfile.TemporaryDirectory(prefix=".saksgang-", dir=path.parent) as room:
        _written(Path(room, path.name), content).replace(path)
    _sync_folder(path.parent)


def place_new(path: Path, content: bytes) -> None:
    """Put a file where none is; raises ``FileExistsError`` where one is, else ``OSError``."""
    with new_file(path) as made:
        made.write_bytes(content)


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Where to make a file that is put in its place, where none is, when the block has ended well.

    It is made in a folder beside its place, which may hold whatever the making needs and goes away with it. Raises
    ``FileExistsError`` where a file is, else ``OSError``; nothing is left then.
    """
    with tempfile.TemporaryDirectory(prefix=".saksgang-", dir=path.parent) as room:
        made = Path(room, path.name)
        yield made
        # A link, for a rename would take the place of a journal that another process began a moment ago.
        path.hardlink_to(_synced(made))
    _sync_folder(path.parent)


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return _synced(path)


def _synced(path: Path) -> Path:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    return path


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows has no such call and does it by itself."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
