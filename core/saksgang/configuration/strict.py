"""Hooks for cattrs that turn nothing into what it is not: ``5`` is no text, and a text is no list of letters (COR-20).

Every fault is kept with its place, so that all of a file are told at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias, get_args

from cattrs import Converter, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from saksgang.configuration.faults import Unfit
from saksgang.configuration.forms import (
    LISTS,
    Form,
    arms,
    choices,
    fixed_items,
    is_choice,
    is_list,
    is_mapping,
    is_table,
    is_union,
    outer,
)
from saksgang.configuration.kinds import Kind
from saksgang.configuration.problems import advice, quoted, seen
from saksgang.errors import InputRefused

__all__ = ["FACTORIES", "plain_hook"]

Hook: TypeAlias = Callable[[object, Form], object]


def plain_hook(row: Kind) -> Hook:
    """Read one plain kind of value."""

    def structure(value: object, form: Form) -> object:
        if is_choice(form):  # an enumeration of texts comes here, since its base is text
            return _chosen(value, form)
        try:
            return row.read(value)
        except InputRefused as error:
            raise Unfit(str(error), f"Write for example {row.example}.") from None
        except TypeError:
            raise _unexpected(value, row.expected, row.example) from None

    return structure


def _table_hook(form: Form, converter: Converter) -> Hook:
    structure = make_dict_structure_fn(form, converter, _cattrs_use_alias=True)
    return lambda value, _: structure(_table(value), form)


def _mapping_hook(form: Form, converter: Converter) -> Hook:
    item = (get_args(form) or (str, Any))[1]
    return lambda value, _: dict(_each(((key, inner, item) for key, inner in _table(value).items()), converter, form))


def _list_hook(form: Form, converter: Converter) -> Hook:
    make = LISTS[outer(form)]
    fixed, item = fixed_items(form), (get_args(form) or (Any,))[0]

    def structure(value: object, _: Form) -> object:
        rows = _list(value, len(fixed))
        forms = fixed or (item,) * len(rows)
        triples = ((index, inner, forms[index]) for index, inner in enumerate(rows))
        return make(inner for _, inner in _each(triples, converter, form))

    return structure


def _union_hook(form: Form, converter: Converter) -> Hook:
    *others, last = arms(form)

    def structure(value: object, _: Form) -> object:
        if value is None and len(others) + 1 < len(get_args(form)):
            return None
        for arm in others:
            try:
                return converter.structure(value, arm)
            except Exception:  # noqa: BLE001, S112 - whatever was wrong, another form may fit
                continue
        return converter.structure(value, last)

    return structure


def _choice_hook(form: Form, _: Converter) -> Hook:
    return lambda value, _: _chosen(value, form)


FACTORIES: tuple[tuple[Callable[[Form], bool], Callable[[Form, Converter], Hook]], ...] = (
    (is_table, _table_hook),
    (is_mapping, _mapping_hook),
    (is_list, _list_hook),
    (is_union, _union_hook),
    (is_choice, _choice_hook),
)
"""For which form which hook is made."""


def _each(triples: Iterable[tuple[Any, object, Form]], converter: Converter, form: Form) -> list[tuple[Any, object]]:
    """Each value as its form, or every fault at once with its place."""
    made: list[tuple[Any, object]] = []
    faults: list[Exception] = []
    for place, value, item in triples:
        try:
            made.append((place, converter.structure(value, item)))
        except Exception as error:  # noqa: BLE001 - kept and told with the others
            error.add_note(IterableValidationNote("", place, item))
            faults.append(error)
    if faults:
        raise IterableValidationError("faults", faults, form)
    return made


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _unexpected(value, "a table", "{ key = value }")
    return value


def _list(value: object, length: int) -> list[object]:
    if not isinstance(value, list):
        raise _unexpected(value, "a list", f"[{quoted(value)}]" if isinstance(value, str) else "[…]")
    if length and len(value) != length:
        raise Unfit(f"Here stands a list of {len(value)}, expected one of {length}.", f"Write {length} values.")
    return value


def _chosen(value: object, form: Form) -> object:
    known = choices(form)
    for candidate, choice in known.items():
        if type(candidate) is type(value) and candidate == value:
            return choice
    names = [str(candidate) for candidate in known]
    expected = " or ".join(map(quoted, names))
    near = advice(value if isinstance(value, str) else "", names)
    raise Unfit(f"Here stands {seen(value)}, expected {expected}.", near)


def _unexpected(value: object, expected: str, example: str) -> Unfit:
    return Unfit(f"Here stands {seen(value)}, expected {expected}.", f"Write for example {example}.")
