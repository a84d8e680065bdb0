"""Personal numbers out of sight, wherever in a record or a text they stand (COR-08)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeVar, cast

import attrs

from saksgang.identity import masked

__all__ = ["hidden"]

T = TypeVar("T")

# By its form alone, check digits unread: a number mistyped by one digit gives somebody away all the same.
_NUMBER = re.compile(r"(?<!\w)[0-9]{6}[- ]?[0-9]{4,5}(?!\w)")


def hidden(value: T) -> T:
    """The same text, record, list or table, with everything in it that looks like a personal number masked."""
    return cast("T", _hidden(value))


def _hidden(value: object) -> object:
    if isinstance(value, str):
        return _NUMBER.sub(lambda found: masked(found[0]), value)
    if isinstance(value, Mapping):
        return {_hidden(key): _hidden(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(_hidden, value))
    return _hidden_record(value) if attrs.has(type(value)) else value


def _hidden_record(record: object) -> object:
    kind = type(record)
    make = cast("Callable[..., object]", kind)
    names = attrs.fields_dict(cast("type[attrs.AttrsInstance]", kind))
    return make(**{name: _hidden_field(name, getattr(record, name)) for name in names})


def _hidden_field(name: str, value: object) -> object:
    """What stands in a field that is for a personal number is masked whatever it looks like."""
    return masked(value) if name == "personal_number" and isinstance(value, str) else _hidden(value)
