"""Whether a declaration has the form that its records promise: Python itself checks no annotation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from saksgang.plugins.records import Fault

__all__ = ["shape_faults"]


def shape_faults(record: object, key: str = "") -> Iterator[Fault]:
    """Each field of a record, and of the records in it, that holds something else than its type says."""
    for name, kind in _types(type(record)).items():
        yield from _faults(getattr(record, name), kind, f"{key}.{name}" if key else name)


@cache
def _types(record: type) -> dict[str, Any]:
    return get_type_hints(record)


def _faults(value: object, kind: Any, key: str) -> Iterator[Fault]:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        yield from _in_tuple(value, arguments[0], key)
    elif origin is type:
        yield from _unless(isinstance(value, type), value, "a class", key)
    elif origin is not None and issubclass(origin, Mapping):
        yield from _in_mapping(value, key)
    else:
        yield from _unless(isinstance(value, kind), value, _WORDS.get(kind, f"a {kind.__name__}"), key)
        if isinstance(value, kind) and attrs.has(kind):
            yield from shape_faults(value, key)


def _in_tuple(value: object, kind: Any, key: str) -> Iterator[Fault]:
    if not isinstance(value, tuple):
        yield from _unless(False, value, "a tuple, with a comma also after a single value", key)
        return
    for n, item in enumerate(value):
        yield from _faults(item, kind, f"{key}[{n}]")


def _in_mapping(value: object, key: str) -> Iterator[Fault]:
    texts = isinstance(value, Mapping) and all(isinstance(text, str) for row in value.items() for text in row)
    yield from _unless(texts, value, "a mapping of texts to texts", key)


_WORDS = {str: "a text", bool: "True or False", int: "a whole number"}


def _unless(right: bool, value: object, expected: str, key: str) -> Iterator[Fault]:
    if not right:
        yield Fault(key, f"it is of type {type(value).__name__}", f"give {expected}")
