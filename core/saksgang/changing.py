"""Another record that differs in some fields: what a fold does all day."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from attrs import AttrsInstance, fields

__all__ = ["changed"]

R = TypeVar("R", bound=AttrsInstance)


@cache
def _shape(kind: type[AttrsInstance]) -> tuple[Callable[[Any], tuple[Any, ...]], dict[str, int]]:
    names = [field.name for field in fields(kind)]
    return attrgetter(*names), {name: index for index, name in enumerate(names)}


def changed(record: R, **changes: object) -> R:
    """As ``attrs.evolve``, in half the time: for records of several fields, all of them given at their making."""
    values_of, index = _shape(type(record))
    values = list(values_of(record))
    for name, value in changes.items():
        values[index[name]] = value
    return type(record)(*values)
