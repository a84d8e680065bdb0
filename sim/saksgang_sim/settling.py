"""The municipality of a story or scenario: its tables, with the settings of that file laid over (SIM-07, SIM-08)."""

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
from saksgang.errors import ConfigurationRefused
from saksgang.plugins import Registry
from saksgang.settings import Finding

__all__ = ["Source", "settled"]


@frozen
class Source:
    """Where a municipality is described.

    Attributes:
        path: its own file, or a story's where the tables stand there.
    """

    path: Path
    text: str
    tables: Mapping[str, Any]


def settled(source: Source, settings: object, file: Path, registry: Registry) -> Municipality:
    """The municipality with the settings that the file of a story or scenario lays over its own.

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
        raise ConfigurationRefused(tuple(_line(row, source, overlay, file) for row in findings))
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


def _line(row: Finding, source: Source, overlay: Mapping[str, Any], file: Path) -> str:
    """The problem where its reader will look for it: in that file, if it stands there."""
    if row.key.startswith("settings."):
        return str(Problem(str(file), row.key, row.sentence, row.suggestion))
    table, _, rest = row.key.partition(".")
    routine, _, setting = rest.partition(".")
    if table == "routines" and setting.partition(".")[0].partition("[")[0] in overlay.get(routine, {}):
        key = f"settings.{rest}"
        return str(Problem(str(file), key, row.sentence, row.suggestion))
    line = line_of(row.key, lines_of(source.text))
    return str(Problem(str(source.path), row.key, row.sentence, row.suggestion, line))
