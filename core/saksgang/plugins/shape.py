"""Whether a declaration has the form that its records promise: Python itself checks no annotation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from saksgang.plugins.records import Fault

__all__ = ["shape_faults"]

_WORDS = {str: "a text", bool: "True or False", int: "a whole number"}


def shape_faults(record: object, key: str = "") -> Iterator[Fault]:
    """Each field of a record, and of the records in it, that holds something else than its type says."""
    for name, kind in get_type_hints(type(record)).items():
        yield from _faults(getattr(record, name), kind, f"{key}.{name}" if key else name)


def _faults(value: object, kind: type[Any], key: str) -> Iterator[Fault]:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        yield from _in_tuple(value, arguments[0], key)
    elif origin is type:
        if not isinstance(value, type):
            yield _wrong(value, "a class", key)
    elif origin is not None and issubclass(origin, Mapping):
        yield from _in_mapping(value, key)
    else:
        yield from _in_plain(value, kind, key)


def _in_tuple(value: object, kind: type[Any], key: str) -> Iterator[Fault]:
    if not isinstance(value, tuple):
        yield _wrong(value, "a tuple, with a comma also after a single value", key)
        return
    for n, item in enumerate(value):
        yield from _faults(item, kind, f"{key}[{n}]")


def _in_mapping(value: object, key: str) -> Iterator[Fault]:
    if not isinstance(value, Mapping):
        yield _wrong(value, "a mapping of texts to texts", key)
        return
    for left, right in value.items():
        yield from _in_plain(left, str, f"{key}, a key")
        yield from _in_plain(right, str, f"{key}.{left}")


def _in_plain(value: object, kind: type[Any], key: str) -> Iterator[Fault]:
    if not isinstance(value, kind):
        yield _wrong(value, _WORDS.get(kind, f"a {kind.__name__}"), key)
    elif attrs.has(kind):
        yield from shape_faults(value, key)


def _wrong(value: object, expected: str, key: str) -> Fault:
    return Fault(key, f"it is of type {type(value).__name__}", f"give {expected}")
