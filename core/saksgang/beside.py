"""Texts that lie beside a plugin's code: a TOML file of its package, bounded, and refused in words (PLG-02)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from saksgang.errors import PluginRefused

__all__ = ["LARGEST", "refused", "texts_beside"]

LARGEST = 256 * 1024  # bytes: some thousand sentences


def texts_beside(package: str, name: str) -> Mapping[str, Any] | None:
    """What stands in a package's file ``name``; ``None`` where there is no such file, or no such package.

    Raises:
        PluginRefused: the file cannot be used, in a sentence with the remedy.
    """
    try:
        with (files(package) / name).open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except (ImportError, TypeError, ValueError, FileNotFoundError):
        return None
    except OSError as error:
        wrong = f"it cannot be read ({type(error).__name__})"
        raise refused(package, name, wrong, "make it a file that may be read") from error
    if len(raw) > LARGEST:
        raise refused(package, name, f"it is larger than {LARGEST} bytes", "make it shorter")
    try:
        return tomllib.loads(raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        raise refused(package, name, f"it is not TOML: {error}", "correct it") from error


def refused(package: str, name: str, wrong: str, remedy: str) -> PluginRefused:
    """The refusal of such a file, by what it holds, such as ``sentences`` of ``sentences.toml``."""
    return PluginRefused(f"{name.removesuffix('.toml')} {package}/{name}: {wrong}; {remedy}.")
