"""The JSON schema of a municipality's file, for editors: from the same classes that read it (COR-20)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import attrs

from saksgang.configuration.forms import (
    Form,
    arms,
    choices,
    fixed_items,
    is_choice,
    is_list,
    is_mapping,
    is_table,
    is_union,
)
from saksgang.configuration.kinds import FILE_KINDS
from saksgang.configuration.shapes import MunicipalityTable, SectionTable, StaffTable
from saksgang.configuration.structuring import plain
from saksgang.declarations import Routine

__all__ = ["schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FACTORY: type[Any] = type(attrs.Factory(list))
_ENABLED = {
    "type": "boolean",
    "default": True,
    "description": "Write false to turn the routine off and keep its settings.",
}


def schema(routines: Mapping[str, Routine]) -> dict[str, Any]:
    """Draft 2020-12, with the settings of these routines; dates and times count as text, as editors read TOML."""
    tables = {name: _routine(routines[name]) for name in sorted(routines)}
    return {
        "$schema": _DIALECT,
        "title": "Municipality",
        "description": "A municipality's file for Saksgang.",
        "type": "object",
        "required": ["municipality", "staff"],
        "additionalProperties": False,
        "properties": {
            "municipality": _table(MunicipalityTable),
            "sections": {"type": "array", "items": _table(SectionTable)},
            "staff": {"type": "array", "items": _table(StaffTable)},
            "routines": {"type": "object", "additionalProperties": False, "properties": tables},
        },
    }


def _routine(routine: Routine) -> dict[str, Any]:
    table = _table(routine.settings)
    properties = {"enabled": _ENABLED, **table["properties"]}
    return {**table, "title": routine.title, "properties": properties}


def _table(form: Form) -> dict[str, Any]:
    rows = [row for row in attrs.fields(attrs.resolve_types(form)) if row.init]
    required = [row.alias for row in rows if row.default is attrs.NOTHING]
    return {
        "type": "object",
        "additionalProperties": False,
        **({"required": required} if required else {}),
        "properties": {row.alias: _key(row) for row in rows},
    }


def _key(row: attrs.Attribute[Any]) -> dict[str, Any]:
    described = {"description": row.metadata["help"]} if "help" in row.metadata else {}
    return {**_value(row.type), **described, **_default(row.default)}


def _default(default: object) -> dict[str, Any]:
    if isinstance(default, _FACTORY):
        return {} if default.takes_self else _default(default.factory())
    return {} if default is attrs.NOTHING or default is None else {"default": plain(default)}


def _value(form: Form) -> dict[str, Any]:
    if form in FILE_KINDS:
        return dict(FILE_KINDS[form].schema)
    if is_choice(form):
        return {"enum": list(choices(form))}
    if is_union(form):
        fragments = [_value(arm) for arm in arms(form)]
        return fragments[0] if len(fragments) == 1 else {"anyOf": fragments}
    if is_list(form):
        return _list(form)
    if is_mapping(form):
        return {"type": "object", "additionalProperties": _value((get_args(form) or (str, Any))[1])}
    return _table(form) if is_table(form) else {}


def _list(form: Form) -> dict[str, Any]:
    if fixed := fixed_items(form):
        items = [_value(item) for item in fixed]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    return {"type": "array", **({"items": _value(get_args(form)[0])} if get_args(form) else {})}
