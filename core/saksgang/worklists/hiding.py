"""Personal numbers out of sight, wherever in a record or a text they stand (COR-08)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

import attrs

from saksgang.identity import masked

__all__ = ["hidden"]

T = TypeVar("T")

# By its form alone, check digits unread: a number mistyped by one digit gives somebody away all the same.
_NUMBER = re.compile(r"(?<!\w)[0-9]{6}[- ]?[0-9]{4,5}(?!\w)")


def hidden(value: T) -> T:
    """The same text, record, list or table, with everything in it that looks like a personal number masked."""
    shown: Any = _hidden(value)
    return shown  # type: ignore[no-any-return]


def _hidden(value: Any) -> Any:
    if isinstance(value, str):
        return _NUMBER.sub(lambda found: masked(found[0]), value)
    if attrs.has(type(value)):
        return attrs.evolve(value, **{f.name: _hidden(getattr(value, f.name)) for f in attrs.fields(type(value))})
    if isinstance(value, Mapping):
        return {_hidden(key): _hidden(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_hidden(each) for each in value)
    return value
