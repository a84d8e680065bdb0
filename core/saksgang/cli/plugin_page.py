"""The page of one plugin: everything that it declares, as text and as data (PLG-06)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

import attrs

from saksgang.cli.listing import columns
from saksgang.declarations import Routine, listed
from saksgang.plugins import Loaded, SettingInfo, settings_table

__all__ = ["page_data", "page_text"]

_Table = tuple[str, tuple[str, ...], Sequence[tuple[str, ...]]]
_AS_THEY_ARE = ("case_types", "task_kinds", "deadline_kinds", "roles")


def page_data(plugin: Loaded) -> dict[str, object]:
    """The page as plain data for JSON; texts of letters are left out."""
    data: dict[str, object] = {"name": plugin.name, "from": plugin.origin, "hooks": list(plugin.hooks)}
    return data if plugin.routine is None else {**data, **_routine_data(plugin.routine)}


def page_text(plugin: Loaded) -> str:
    """The page for a reader: a head, then a table for each kind of declaration that the plugin has."""
    head = [("from", plugin.origin), ("hooks", listed(plugin.hooks))]
    if plugin.routine is None:
        return "\n".join([plugin.name, *_lines([*head, ("routine", "none")])])
    routine = plugin.routine
    head += [
        ("version", f"{routine.version}, for plugin API {routine.api}"),
        ("language", f"{routine.language}, for {listed(routine.countries)}"),
    ]
    blocks = ["\n".join([f"{plugin.name}: {routine.title}", *_lines(head)])]
    blocks += [f"{title}\n{_indented(columns(header, rows))}" for title, header, rows in _tables(routine) if rows]
    return "\n\n".join(blocks)


def _routine_data(routine: Routine) -> dict[str, object]:
    texts = {name: getattr(routine, name) for name in ("version", "api", "title", "language")}
    tables = {name: [attrs.asdict(row) for row in getattr(routine, name)] for name in _AS_THEY_ARE}
    without_text = attrs.filters.exclude("body")
    return {
        **texts,
        **tables,
        "outcomes": dict(routine.outcomes),
        "countries": list(routine.countries),
        "settings": [attrs.asdict(row) for row in settings_table(routine.settings)],
        "letters": [attrs.asdict(letter, filter=without_text) for letter in routine.letters],
        "requirements": dict(routine.requirements),
        "checks": [check.id for check in routine.checks],
        "sentences": dict(routine.sentences),
    }


def _tables(routine: Routine) -> Iterator[_Table]:
    return (table(routine) for table in _TABLES)


def _case_types(routine: Routine) -> _Table:
    rows = [
        (kind.name, kind.prefix, status.name, status.label, listed(status.leads_to) if status.leads_to else "final")
        for kind in routine.case_types
        for status in kind.statuses
    ]
    return "Case types and statuses", ("case type", "prefix", "status", "meaning", "leads to"), rows


def _task_kinds(routine: Routine) -> _Table:
    rows = [(kind.name, kind.role, listed(kind.outcomes), kind.label) for kind in routine.task_kinds]
    return "Task kinds", ("task", "role", "outcomes", "label"), rows


def _outcomes(routine: Routine) -> _Table:
    return "Outcomes", ("outcome", "label"), list(routine.outcomes.items())


def _letters(routine: Routine) -> _Table:
    rows = [
        (letter.name, "leader" if letter.needs_approval else "-", listed(letter.fields), letter.title)
        for letter in routine.letters
    ]
    return "Letters", ("letter", "approval", "fields", "title"), rows


def _deadline_kinds(routine: Routine) -> _Table:
    rows = [(kind.name, kind.waits_for, kind.source, kind.meaning) for kind in routine.deadline_kinds]
    return "Deadlines", ("deadline", "waits for", "source", "meaning"), rows


def _roles(routine: Routine) -> _Table:
    return "Roles", ("role", "meaning"), [(role.name, role.meaning) for role in routine.roles]


def _settings(routine: Routine) -> _Table:
    rows = [(row.name, row.type, _default(row), row.help) for row in settings_table(routine.settings)]
    return "Settings", ("setting", "type", "default", "help"), rows


def _requirements(routine: Routine) -> _Table:
    return "Requirements", ("id", "built by"), list(routine.requirements.items())


def _checks(routine: Routine) -> _Table:
    rows = [(str(check.id), listed(check.requirements), str(check.sentence)) for check in routine.checks]
    return "Checks", ("check", "requirements", "rule"), rows


def _sentences(routine: Routine) -> _Table:
    title = f"Checks in the routine's own language ({routine.language})"
    return title, ("check", "rule"), list(routine.sentences.items())


_TABLES: tuple[Callable[[Routine], _Table], ...] = (
    _case_types,
    _task_kinds,
    _outcomes,
    _letters,
    _deadline_kinds,
    _roles,
    _settings,
    _requirements,
    _checks,
    _sentences,
)


def _default(row: SettingInfo) -> str:
    return "required" if row.required else json.dumps(row.default, ensure_ascii=False)


def _lines(rows: list[tuple[str, str]]) -> list[str]:
    return [f"  {name:<8}  {text}" for name, text in rows]


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
