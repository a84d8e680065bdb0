"""From tables to attrs classes and back; cattrs does the walking (COR-20)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from typing import Any, TypeVar

import attrs
from cattrs import Converter

from saksgang.configuration.faults import described
from saksgang.configuration.forms import Form
from saksgang.configuration.kinds import FILE_KINDS, PLAIN_KINDS, Kind
from saksgang.configuration.strict import FACTORIES, plain_hook
from saksgang.errors import InputRefused
from saksgang.legaltime import Duration, Rule
from saksgang.settings import Finding

__all__ = ["plain", "read", "structured"]

T = TypeVar("T")


def read(value: object, kind: type[T], key: str) -> tuple[T | None, list[Finding]]:
    """What a file holds at ``key`` as an instance of ``kind``, or ``None`` and every fault in it."""
    try:
        return _file_converter().structure(value, kind), []
    except Exception as error:  # noqa: BLE001 - a validator of a plugin may raise anything
        return None, list(described(error, key))


def structured(kind: type[T], data: object) -> T:
    """The settings that ``plain`` made data of.

    Raises:
        InputRefused: the data do not fit the class, each fault with its key.
    """
    try:
        return _plain_converter().structure(data, kind)
    except Exception as error:  # noqa: BLE001 - as above
        faults = " ".join(f"{row.key}: {row.sentence}" for row in described(error, ""))
        raise InputRefused(
            f"The settings that the journal keeps do not fit {kind.__name__}: {faults} "
            "Use the version of the plugin that they were kept with."
        ) from None


def plain(settings: object) -> Any:  # noqa: ANN401 - data of any shape that JSON can hold
    """Settings as data for the journal: durations, rules, dates and decimal numbers as text, tuples as lists."""
    match settings:
        case Duration() | Rule() | Decimal():
            return str(settings)
        case dt.date() | dt.time():
            return settings.isoformat()
        case Enum():
            return plain(settings.value)
        case set() | frozenset():
            return sorted(map(plain, settings))
        case list() | tuple():
            return [plain(value) for value in settings]
        case Mapping():
            return {str(name): plain(value) for name, value in settings.items()}
        case _ if attrs.has(type(settings)):
            return _plain_table(settings, type(settings))
        case _:
            return settings


def _plain_table(settings: object, kind: type[Any]) -> dict[str, Any]:
    return {row.alias: plain(getattr(settings, row.name)) for row in attrs.fields(kind) if row.init}


@cache
def _file_converter() -> Converter:
    return _converter(FILE_KINDS)


@cache
def _plain_converter() -> Converter:
    return _converter(PLAIN_KINDS)


def _converter(kinds: Mapping[type, Kind]) -> Converter:
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    for kind, row in kinds.items():
        converter.register_structure_hook(kind, plain_hook(row))
    for fits, make in FACTORIES:
        # A factory that takes the form alone: cattrs asks the signature whether it wants the converter too.
        factory: Callable[[Form], Any] = partial(_made, make, converter)
        converter.register_structure_hook_factory(fits, factory)
    return converter


def _made(make: Callable[[Form, Converter], Any], converter: Converter, form: Form) -> Callable[[Any, Form], object]:
    hook: Callable[[Any, Form], object] = make(form, converter)
    return hook
