"""Where the municipality of a story is described: in the story, in a file that it names, or beside it (SIM-07)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from saksgang.configuration.toml import exact, parse, read_text
from saksgang_sim.settling import Source

__all__ = ["BESIDE", "OWN_TABLES", "source_of"]

OWN_TABLES = ("municipality", "sections", "staff", "routines")
BESIDE = "municipality.toml"


def source_of(story: Path, text: str, tables: Mapping[str, Any]) -> Source:
    """The tables within the story, the file that it names, or ``municipality.toml`` beside it.

    Raises:
        InputRefused: that file cannot be read.
    """
    said = tables.get("municipality")
    if isinstance(said, dict):
        return Source(story, text, {name: tables[name] for name in OWN_TABLES if name in tables})
    path = story.parent / (said if isinstance(said, str) else BESIDE)
    own = read_text(path)
    return Source(path, own, parse(own, path, exact))
