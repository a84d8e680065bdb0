"""The municipality of a story: its file or its own tables, with the story's settings laid over (SIM-07)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from saksgang.configuration import Municipality, Problem
from saksgang.configuration.draft import drafted
from saksgang.configuration.lines import line_of, lines_of
from saksgang.configuration.loading import settled as judged
from saksgang.configuration.loading import why_broken
from saksgang.configuration.toml import exact, parse, read_text
from saksgang.errors import ConfigurationRefused
from saksgang.plugins import Registry
from saksgang.settings import Finding

__all__ = ["OWN_TABLES", "Source", "settled", "source_of"]

OWN_TABLES = ("municipality", "sections", "staff", "routines")
BESIDE = "municipality.toml"


@frozen
class Source:
    """Where the municipality of a story is described.

    Attributes:
        path: its own file, or the story's where the tables stand there.
    """

    path: Path
    text: str
    tables: Mapping[str, Any]


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


def settled(source: Source, settings: object, story: Path, registry: Registry) -> Municipality:
    """The municipality of the story.

    Raises:
        ConfigurationRefused: with every problem of it, one line each.
    """
    overlay = settings if isinstance(settings, dict) else {}
    tables = _laid_over(source.tables, overlay)
    draft = drafted(tables, registry.routines, why_broken(registry.broken), source.path.parent)
    municipality, found = judged(draft, source.path)
    findings = [row for row in found if row.refuses]
    findings += _strangers(overlay, draft.enabled)
    if findings:
        raise ConfigurationRefused(tuple(_line(row, source, overlay, story) for row in findings))
    return municipality


def _laid_over(tables: Mapping[str, Any], overlay: Mapping[str, Any]) -> dict[str, Any]:
    routines = tables.get("routines", {})
    if not isinstance(routines, dict):
        return dict(tables)
    laid = {
        name: {**table, **overlay[name]} if isinstance(table, dict) and isinstance(overlay.get(name), dict) else table
        for name, table in routines.items()
    }
    return {**tables, "routines": laid}


def _strangers(overlay: Mapping[str, Any], enabled: Mapping[str, Any]) -> list[Finding]:
    """Settings for a routine that is not on would change nothing and say so to nobody."""
    return [
        Finding(f"settings.{name}", "This routine is not on here.", f"Turn it on under [routines.{name}].")
        for name in overlay
        if name not in enabled
    ]


def _line(row: Finding, source: Source, overlay: Mapping[str, Any], story: Path) -> str:
    """The problem where its reader will look for it: in the story, if it stands there."""
    if row.key.startswith("settings."):
        return str(Problem(str(story), row.key, row.sentence, row.suggestion))
    table, _, rest = row.key.partition(".")
    routine, _, setting = rest.partition(".")
    if table == "routines" and setting.partition(".")[0].partition("[")[0] in overlay.get(routine, {}):
        key = f"settings.{rest}"
        return str(Problem(str(story), key, row.sentence, row.suggestion))
    line = line_of(row.key, lines_of(source.text))
    return str(Problem(str(source.path), row.key, row.sentence, row.suggestion, line))
