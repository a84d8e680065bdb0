"""From tables to attrs classes and back, strictly: nothing is turned into what it is not (COR-20, COR-22).

cattrs does the walking and keeps every fault with its place; the hooks here are stricter than its own, which turn
``5`` into ``"5"`` and a text into a list of letters.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import attrs
from cattrs import Converter, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from saksgang.configuration.faults import Unfit, described
from saksgang.configuration.kinds import FILE_KINDS, PLAIN_KINDS, Kind
from saksgang.configuration.problems import advice, quoted, seen
from saksgang.errors import InputRefused
from saksgang.legaltime import Duration, Rule
from saksgang.settings import Finding

__all__ = ["plain", "read", "structured"]

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]
_LISTS: dict[Any, Callable[[list[Any]], Any]] = {
    tuple: tuple,
    list: list,
    Sequence: tuple,
    set: set,
    frozenset: frozenset,
}


def read(value: object, kind: type[T], key: str) -> tuple[T | None, list[Finding]]:
    """What a file holds at ``key`` as an instance of ``kind``, or ``None`` and every fault in it."""
    try:
        return _converter(in_file=True).structure(value, kind), []
    except Exception as error:  # noqa: BLE001 - a validator of a plugin may raise anything
        return None, list(described(error, key))


def structured(kind: type[T], data: object) -> T:
    """The settings that ``plain`` made data of.

    Raises:
        InputRefused: the data do not fit the class, each fault with its key.
    """
    try:
        return _converter(in_file=False).structure(data, kind)
    except Exception as error:  # noqa: BLE001 - as above
        faults = " ".join(f"{row.key}: {row.sentence}" for row in described(error, ""))
        raise InputRefused(f"The kept settings do not fit {kind.__name__}: {faults}") from None


def plain(settings: object) -> Any:
    """Settings as data for the journal: durations, rules, dates and decimal numbers as text, tuples as lists."""
    if isinstance(settings, Duration | Rule | Decimal):
        return str(settings)
    if isinstance(settings, dt.date | dt.time):
        return settings.isoformat()
    if isinstance(settings, Enum):
        return settings.value
    if isinstance(settings, set | frozenset):
        return sorted(map(plain, settings))
    if isinstance(settings, list | tuple):
        return [plain(value) for value in settings]
    if isinstance(settings, Mapping):
        return {str(name): plain(value) for name, value in settings.items()}
    if attrs.has(type(settings)):
        return {row.alias: plain(getattr(settings, row.name)) for row in attrs.fields(type(settings)) if row.init}
    return settings


@cache
def _converter(*, in_file: bool) -> Converter:
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    for kind, row in (FILE_KINDS if in_file else PLAIN_KINDS).items():
        converter.register_structure_hook(kind, _plain_hook(row))
    for fits, make in (
        (_is_table, _table_hook),
        (_is_list, _list_hook),
        (_is_mapping, _mapping_hook),
        (_is_union, _union_hook),
        (_is_choice, _choice_hook),
    ):
        converter.register_structure_hook_factory(fits, _made(make, converter))
    return converter


def _made(make: Callable[[Any, Converter], Hook], converter: Converter) -> Callable[[Any], Hook]:
    return lambda kind: make(kind, converter)


def _is_table(kind: Any) -> bool:
    return attrs.has(get_origin(kind) or kind) and kind not in FILE_KINDS


def _is_list(kind: Any) -> bool:
    return (get_origin(kind) or kind) in _LISTS


def _is_mapping(kind: Any) -> bool:
    return (get_origin(kind) or kind) in (dict, Mapping)


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, types.UnionType)


def _is_choice(kind: Any) -> bool:
    return get_origin(kind) is Literal or (isinstance(kind, type) and issubclass(kind, Enum))


def _plain_hook(row: Kind) -> Hook:
    def structure(value: Any, kind: Any) -> Any:
        if _is_choice(kind):  # a text enumeration is found by its base, text
            return _chosen(value, kind)
        try:
            return row.read(value)
        except InputRefused as error:
            raise Unfit(str(error), f"Write for example {row.example}.") from None
        except TypeError:
            raise _unexpected(value, row.expected, row.example) from None

    return structure


def _table_hook(kind: Any, converter: Converter) -> Hook:
    structure = make_dict_structure_fn(kind, converter, _cattrs_use_alias=True)

    def checked(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise _unexpected(value, "a table", "{ key = value }")
        return structure(value, kind)

    return checked


def _list_hook(kind: Any, converter: Converter) -> Hook:
    make = _LISTS[get_origin(kind) or kind]
    items = get_args(kind)

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            raise _unexpected(value, "a list", f'["{value}"]' if isinstance(value, str) else "[…]")
        if make is tuple and items and items[-1] is not Ellipsis and get_origin(kind) is tuple:
            return tuple(_each(list(enumerate(_counted(value, items))), items, converter, kind))
        item = items[0] if items else Any
        return make(_each(list(enumerate(value)), [item] * len(value), converter, kind))

    return structure


def _mapping_hook(kind: Any, converter: Converter) -> Hook:
    item = (get_args(kind) or (str, Any))[1]

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise _unexpected(value, "a table", "{ key = value }")
        made = _each(list(value.items()), [item] * len(value), converter, kind)
        return dict(zip(value, made, strict=True))

    return structure


def _union_hook(kind: Any, converter: Converter) -> Hook:
    arms = [arm for arm in get_args(kind) if arm is not types.NoneType]

    def structure(value: Any, _: Any) -> Any:
        if value is None and len(arms) < len(get_args(kind)):
            return None
        for arm in arms[:-1]:
            try:
                return converter.structure(value, arm)
            except Exception:  # noqa: BLE001, S112 - the next kind may fit
                continue
        return converter.structure(value, arms[-1])

    return structure


def _choice_hook(kind: Any, _: Converter) -> Hook:
    return lambda value, _: _chosen(value, kind)


def _chosen(value: Any, kind: Any) -> Any:
    literal = get_origin(kind) is Literal
    choices = {choice if literal else choice.value: choice for choice in (get_args(kind) if literal else kind)}
    for known, choice in choices.items():
        if type(known) is type(value) and known == value:
            return choice
    names = [str(known) for known in choices]
    expected = " or ".join(map(quoted, names))
    raise Unfit(
        f"Here stands {seen(value)}, expected {expected}.", advice(value if isinstance(value, str) else "", names)
    )


def _each(pairs: list[tuple[Any, Any]], items: Sequence[Any], converter: Converter, kind: Any) -> list[Any]:
    """Each value as its kind, or every fault at once, each with its place."""
    made: list[Any] = []
    faults: list[Exception] = []
    for (index, value), item in zip(pairs, items, strict=True):
        try:
            made.append(converter.structure(value, item))
        except Exception as error:  # noqa: BLE001 - kept and told with the others
            error.add_note(IterableValidationNote("", index, item))
            faults.append(error)
    if faults:
        raise IterableValidationError("faults", faults, kind)
    return made


def _counted(value: list[Any], items: Sequence[Any]) -> list[Any]:
    if len(value) != len(items):
        raise Unfit(f"Here stands a list of {len(value)}, expected {len(items)}.", "Write as many as expected.")
    return value


def _unexpected(value: object, expected: str, example: str) -> Unfit:
    return Unfit(f"Here stands {seen(value)}, expected {expected}.", f"Write for example {example}.")
