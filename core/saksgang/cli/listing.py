"""How verbs print what they list: aligned columns for people, JSON for programs (CLI-01)."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from saksgang.plugins import Registry

__all__ = ["columns", "echo_json", "registry_of"]


def columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose columns are as wide as their longest cell; the last one runs free."""
    table = [tuple(header), *map(tuple, rows)]
    widths = [max(map(len, cells)) for cells in zip(*table, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in table)
    return "\n".join(line.rstrip() for line in lines)


def echo_json(data: object) -> None:
    """Print data as JSON with sorted keys; letters of other languages stay readable."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True))


def registry_of(context: click.Context) -> Registry:
    """The registry that the program loaded as it started, or else a fresh one."""
    return context.find_object(Registry) or Registry.installed()
