"""Files that are there whole or not at all, whenever the power goes."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

__all__ = ["place", "place_new"]


def place(path: Path, content: bytes) -> None:
    """Put a file in the place of what is there, if anything is; raises ``OSError``, the old one then stays."""
    with tempfile.TemporaryDirectory(prefix=".saksgang-", dir=path.parent) as room:
        _written(Path(room, path.name), content).replace(path)
    _sync_folder(path.parent)


def place_new(path: Path, content: bytes) -> None:
    """Put a file where none is; raises ``FileExistsError`` where one is, else ``OSError``."""
    with tempfile.TemporaryDirectory(prefix=".saksgang-", dir=path.parent) as room:
        # A link, for a rename would take the place of a journal that another process began a moment ago.
        path.hardlink_to(_written(Path(room, path.name), content))
    _sync_folder(path.parent)


def _written(path: Path, content: bytes) -> Path:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
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
