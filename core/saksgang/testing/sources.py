"""The source of a plugin, looked at for what no journal holds (COR-10, PLG-07)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from saksgang.plugins import Loaded
from saksgang.plugins.records import Fault
from saksgang.testing.hidden_inputs import hidden_inputs, why_hidden

__all__ = ["hidden_in"]


def hidden_in(plugin: Loaded) -> tuple[str, ...]:
    """A sentence for each place where a routine reads the wall clock, chance or the environment (PLG-02)."""
    if plugin.routine is None:
        return ()
    return tuple(
        Fault(f"{path.name} line {line}", f"{name} {why_hidden(name)}", "take it from the event or the view").sentence(
            plugin.name
        )
        for path in _modules(plugin)
        for line, name in hidden_inputs(ast.parse(path.read_bytes(), str(path)))
    )


def _modules(plugin: Loaded) -> Iterator[Path]:
    """Every module of the plugin's package, or the one file that it is; none where there is no source."""
    own = getattr(plugin.plugin, "__file__", None)
    if own is None:
        return
    in_package = "." in str(getattr(plugin.plugin, "__name__", ""))
    yield from sorted(Path(own).parent.rglob("*.py")) if in_package else [Path(own)]
