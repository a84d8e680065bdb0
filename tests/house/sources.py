"""The files of the house: where the source lies, which modules and which texts there are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

__all__ = ["PACKAGES", "ROOT", "import_names", "source_files", "suite_files", "syntax", "text_files"]

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = tuple(
    sorted(
        path
        for pattern in ("core/saksgang", "sim/saksgang_sim", "plugins/*/saksgang_*")
        for path in ROOT.glob(pattern)
        if (path / "__init__.py").is_file()
    )
)
MADE_BY_TOOLS = {"__pycache__", "build", "dist", "node_modules", "run", ".git", ".hypothesis", ".tox"}


def source_files() -> list[Path]:
    """Every Python file of the product: core, simulation and routines."""
    return sorted(path for package in PACKAGES for path in package.rglob("*.py"))


def suite_files() -> list[Path]:
    """Every Python file under tests."""
    return sorted((ROOT / "tests").rglob("*.py"))


def import_names() -> list[str]:
    """The dotted name of every module of the product, but for ``__main__``, which is a script."""
    files = [path for path in source_files() if path.name != "__main__.py"]
    return sorted(_dotted(path) for path in files)


def syntax(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def text_files(top: Path = ROOT) -> Iterator[Path]:
    """Every file that could be committed and holds text, in a stable order."""
    for path in sorted(top.iterdir()):
        if path.is_dir() and not _made_by_tools(path):
            yield from text_files(path)
        elif path.is_file() and b"\0" not in path.read_bytes():
            yield path


def _dotted(path: Path) -> str:
    package = next(package for package in PACKAGES if path.is_relative_to(package))
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _made_by_tools(folder: Path) -> bool:
    name = folder.name
    made = name in MADE_BY_TOOLS or name.endswith(("_cache", ".egg-info"))
    return made or folder.is_symlink() or (folder / "pyvenv.cfg").exists()
