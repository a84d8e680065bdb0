"""Importable packages made for one test, with files of texts in them."""

from __future__ import annotations

from pathlib import Path

import pytest

__all__ = ["package_in"]


def package_in(folder: Path, monkeypatch: pytest.MonkeyPatch, texts: str | bytes, name: str = "reasons.toml") -> str:
    """A package with a file; its name is another one in each test, since what a package says is read once."""
    monkeypatch.syspath_prepend(folder)
    package = folder / "".join(letter if letter.isalnum() else "_" for letter in f"texts_{folder.name}")
    package.mkdir()
    (package / "__init__.py").touch()
    (package / name).write_bytes(texts if isinstance(texts, bytes) else texts.encode())
    return package.name
