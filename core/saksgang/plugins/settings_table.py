"""The settings that a routine declares, as a table: name, type, default, help (PLG-02, PLG-06)."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any, get_type_hints

import attrs

from saksgang.plugins.records import Fault

__all__ = ["SettingInfo", "settings_faults", "settings_table"]

_FACTORY: type[Any] = type(attrs.Factory(list))


@attrs.frozen
class SettingInfo:
    """One setting as documents and the command line show it.

    Attributes:
        type: as it stands in the source.
        required: whether the municipality has to give it.
        default: plain data, or a text; ``None`` where it is required.
    """

    name: str
    type: str
    required: bool
    default: object
    help: str


def settings_table(settings: type[Any]) -> tuple[SettingInfo, ...]:
    """Every setting in the order of its class; a default that a factory makes is made here."""
    return tuple(_info(field) for field in attrs.fields(settings))


def settings_faults(settings: type[Any]) -> Iterator[Fault]:
    """What is wrong with a settings class: it tells a municipality what it can set, so each field tells all."""
    if not attrs.has(settings):
        wrong = f"{settings.__name__} is no attrs class"
        yield Fault("settings", wrong, "put @attrs.frozen above it")
        return
    for field in attrs.fields(settings):
        key = f"settings.{field.name}"
        if field.type is None:
            yield Fault(key, "it has no type", f"write {field.name}: TYPE = …")
        if not str(field.metadata.get("help") or "").strip():
            yield Fault(key, "it has no help", 'write saksgang.settings.setting(help="…")')
    try:
        get_type_hints(settings)
        settings_table(settings)
    except Exception as error:  # noqa: BLE001 - annotations and factories are code of the plugin
        wrong = f"a type or a default cannot be worked out: {type(error).__name__}: {error}"
        yield Fault("settings", wrong, "import every type that it names, and let factories take nothing")


def _info(field: attrs.Attribute[Any]) -> SettingInfo:
    default: object = field.default
    required = default is attrs.NOTHING
    if isinstance(default, _FACTORY):
        default = default.factory()
    return SettingInfo(
        field.name,
        _type_text(field.type),
        required,
        None if required else _plain(default),
        str(field.metadata.get("help") or ""),
    )


def _type_text(annotation: object) -> str:
    return annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)


def _plain(value: object) -> object:
    """A default as data: records as tables, sequences as lists, what is neither as its text."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case list() | tuple():
            return [_plain(item) for item in value]
        case dict():
            return {str(key): _plain(item) for key, item in value.items()}
        case _:
            return _record(value, type(value))


def _record(value: object, kind: type[Any]) -> object:
    if not attrs.has(kind) or any("__str__" in vars(each) for each in kind.__mro__[:-1]):
        return str(value)
    return {name: _plain(getattr(value, name)) for name in attrs.fields_dict(kind)}
