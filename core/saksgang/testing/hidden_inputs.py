"""Find where code reads what no journal holds: the wall clock, chance, the environment (COR-10).

The syntax tree is read, not the running program: a name is followed through its imports, also renamed
ones. What is reached by ``getattr`` with a computed name is not found.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator

__all__ = ["HIDDEN", "hidden_inputs", "why_hidden"]

# A dotted name that ends in ".*" stands for everything below it.
HIDDEN = {
    "builtins.hash": "differs from process to process",
    "builtins.id": "is an address in memory",
    "builtins.input": "reads the terminal",
    "datetime.date.today": "reads the wall clock",
    "datetime.datetime.now": "reads the wall clock",
    "datetime.datetime.today": "reads the wall clock",
    "datetime.datetime.utcnow": "reads the wall clock",
    "locale.*": "reads the environment",
    "os.environ": "reads the environment",
    "os.environb": "reads the environment",
    "os.getenv": "reads the environment",
    "os.getpid": "differs from process to process",
    "os.getrandom": "draws chance",
    "os.path.expanduser": "reads the environment",
    "os.path.expandvars": "reads the environment",
    "os.urandom": "draws chance",
    "pathlib.Path.home": "reads the environment",
    "platform.*": "reads the machine",
    "random.*": "draws chance from one source for all",
    "secrets.*": "draws chance",
    "socket.gethostname": "reads the machine",
    "sqlalchemy.func.current_timestamp": "reads the database's clock",
    "sqlalchemy.func.now": "reads the database's clock",
    "sqlalchemy.func.random": "draws chance",
    "time.*": "reads the wall clock",
    "uuid.uuid1": "reads the wall clock and the machine",
    "uuid.uuid4": "draws chance",
}
# A stream of its own with a seed of its own is how chance is meant to be drawn (SIM-01, SIM-02).
SEEDED = "random.Random"
# A method of any value: without an argument it takes the zone of the machine.
ZONE_OF_THE_MACHINE = "astimezone"


def hidden_inputs(tree: ast.Module) -> list[tuple[int, str]]:
    """Line and dotted name of each place that reads a hidden input, in order."""
    names = _imported_names(tree)
    found = {*_imports(tree), *_uses(tree, names), *_bare_calls(tree, names)}
    return sorted(found)


def why_hidden(name: str) -> str:
    """What is wrong with reading that name."""
    family = f"{name.partition('.')[0]}.*"
    return HIDDEN.get(name) or HIDDEN.get(family) or "takes what the machine has, for want of an argument"


def _imported_names(tree: ast.Module) -> dict[str, str]:
    """What each name that the module imports stands for."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                root = alias.name.partition(".")[0]
                names[alias.asname or root] = alias.name if alias.asname else root
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.update({alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names})
    return names


def _imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                dotted = f"{node.module}.{alias.name}"
                if _is_hidden(dotted) or (alias.name == "*" and dotted in HIDDEN):
                    yield node.lineno, dotted


def _uses(tree: ast.Module, names: dict[str, str]) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute):
            dotted = _dotted(node, names)
            if dotted and _is_hidden(dotted):
                yield node.lineno, dotted


def _bare_calls(tree: ast.Module, names: dict[str, str]) -> Iterator[tuple[int, str]]:
    """Calls that are hidden inputs for want of an argument: a stream without a seed, a zone unsaid."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and not node.args and not node.keywords:
            if _dotted(node.func, names) == SEEDED:
                yield node.lineno, SEEDED
            elif isinstance(node.func, ast.Attribute) and node.func.attr == ZONE_OF_THE_MACHINE:
                yield node.lineno, ZONE_OF_THE_MACHINE


def _dotted(node: ast.expr, names: dict[str, str]) -> str | None:
    """The dotted name that an expression stands for, when it leads back to an import or a builtin."""
    if isinstance(node, ast.Attribute):
        owner = _dotted(node.value, names)
        return f"{owner}.{node.attr}" if owner else None
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        return names.get(node.id) or (f"builtins.{node.id}" if hasattr(builtins, node.id) else None)
    return None


def _is_hidden(dotted: str) -> bool:
    if dotted == SEEDED or dotted.startswith(f"{SEEDED}."):
        return False
    parents = dotted.split(".")
    families = {".".join([*parents[:depth], "*"]) for depth in range(1, len(parents))}
    return dotted in HIDDEN or not families.isdisjoint(HIDDEN)
