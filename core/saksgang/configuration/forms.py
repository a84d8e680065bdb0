"""What a field's type asks for: a table, a list, a choice. Types here are as annotations write them (COR-20)."""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin

import attrs

from saksgang.configuration.kinds import FILE_KINDS

__all__ = [
    "LISTS",
    "Form",
    "arms",
    "choices",
    "fixed_items",
    "is_choice",
    "is_list",
    "is_mapping",
    "is_table",
    "is_union",
    "outer",
]

Form: TypeAlias = Any
"""A type as an annotation writes it, such as ``tuple[int, ...]``: Python has no type for all of these."""

LISTS: dict[Form, type[Any]] = {tuple: tuple, list: list, Sequence: tuple, set: set, frozenset: frozenset}
"""What a list in a file becomes, by what the type says."""


def outer(form: Form) -> Form:
    """The form without what it is a form of: ``tuple`` of ``tuple[int, ...]``."""
    origin: Form = get_origin(form)
    return origin or form


def is_table(form: Form) -> bool:
    """Whether a table is asked for, with the keys of an attrs class."""
    return form not in FILE_KINDS and attrs.has(outer(form))


def is_list(form: Form) -> bool:
    """Whether a list is asked for."""
    return outer(form) in LISTS


def is_mapping(form: Form) -> bool:
    """Whether a table is asked for, with keys of any name."""
    return outer(form) in (dict, Mapping)


def is_union(form: Form) -> bool:
    """Whether one of several forms is asked for."""
    return outer(form) in (Union, types.UnionType)


def is_choice(form: Form) -> bool:
    """Whether one of several values is asked for."""
    return outer(form) is Literal or (isinstance(form, type) and issubclass(form, Enum))


def choices(form: Form) -> dict[Any, object]:
    """The values that a file may hold, and what each becomes."""
    if outer(form) is Literal:
        return {value: value for value in get_args(form)}
    return {member.value: member for member in form}


def arms(form: Form) -> list[Form]:
    """The forms of a union, without the one for nothing, which no file can hold."""
    return [arm for arm in get_args(form) if arm is not types.NoneType]


def fixed_items(form: Form) -> tuple[Form, ...]:
    """The forms of a tuple of a fixed length, one each; none for other lists."""
    items = get_args(form)
    return items if outer(form) is tuple and items and items[-1] is not Ellipsis else ()
