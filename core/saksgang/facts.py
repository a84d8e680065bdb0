"""What a routine knows beside the core's own fields: plain data that nobody can write into afterwards (COR-01).

A fact changes by an event and in no other way: commands, events and records share one set of facts that refuses to
be changed in place, whoever holds it. It holds what a journal reads back as it was written, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, NoReturn, TypeAlias, TypeVar

import msgspec

from saksgang.errors import InputRefused

__all__ = ["Facts", "Json", "kept", "merged", "remembered"]

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"
Facts: TypeAlias = Mapping[str, "Json"]

R = TypeVar("R")
T = TypeVar("T")

# What the journal's JSON can hold and every reader of it understands.
_WHOLE_NUMBERS = range(-(2**63), 2**63)


class _KeptDict(dict[str, Any]):
    """A table of facts for reading only; ``{**facts}`` gives one to change."""

    __slots__ = ("made_of",)
    made_of: dict[object, Any]

    def __reduce__(self) -> tuple[type[_KeptDict], tuple[dict[str, Any]]]:
        return _KeptDict, (dict(self),)


class _KeptList(list[Any]):
    """A list of facts for reading only; ``[*facts]`` gives one to change."""

    __slots__ = ("made_of",)
    made_of: dict[object, Any]

    def __reduce__(self) -> tuple[type[_KeptList], tuple[list[Any]]]:
        return _KeptList, (list(self),)


def _refuse(*_: object, **__: object) -> NoReturn:
    raise TypeError("Facts cannot be changed in place: change a copy and have it recorded, as AmendCase does.")


for _kind, _names in (
    (_KeptDict, "__setitem__ __delitem__ __ior__ clear pop popitem setdefault update"),
    (_KeptList, "__setitem__ __delitem__ __iadd__ __imul__ append clear extend insert pop remove reverse sort"),
):
    for _name in _names.split():
        setattr(_kind, _name, _refuse)


_NOTHING = _KeptDict()
LATELY = 4096
_LATELY: dict[bytes, Any] = {}
_written = msgspec.msgpack.Encoder().encode  # tells true from 1, which are equal
_AS_IT_IS = frozenset({str, bool, type(None), _KeptDict, _KeptList})


def kept(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts as they are now, down to the innermost list, for reading only; kept ones are given back as they are.

    Raises:
        InputRefused: for a value that a journal would read back as another one, such as a date or 1.5.
    """
    if type(facts) is _KeptDict:
        return facts
    if facts == {}:
        return _NOTHING
    return _KeptDict(
        {
            name if type(name) is str else _word(name): value if type(value) in _AS_IT_IS else _kept(name, value)
            for name, value in facts.items()
        }
    )


def merged(old: Facts, new: Facts) -> Facts:
    """Kept facts with newer ones put in; only what is new is looked at."""
    return _KeptDict({**kept(old), **kept(new)}) if new else kept(old)


def _kept(name: str, value: object) -> object:
    if type(value) in _AS_IT_IS or isinstance(value, str):
        return value
    if isinstance(value, int) and value in _WHOLE_NUMBERS:
        return value
    if isinstance(value, list):
        return _shared(_KeptList([_kept(name, each) for each in value]))
    if isinstance(value, dict):
        return _shared(kept(value))
    raise InputRefused(
        f"The fact {name!r} is {value!r}, which a journal does not give back as it is: write text, a whole number, "
        "true or false, or a list or table of these."
    )


def _shared(facts: T) -> T:
    """Such a table or list as it was kept before, where one was lately: what is alike is there once.

    A month's calculation is the same for all who get the same rate, and stays on each of their cases for years.
    """
    if len(_LATELY) > LATELY:
        _LATELY.clear()
    shared: T = _LATELY.setdefault(_written(facts), facts)
    return shared


def _word(name: object) -> str:
    if isinstance(name, str):
        return name
    raise InputRefused(f"The fact {name!r} has a name that is no text: write it as text.")


def remembered(read: Callable[[Any], R]) -> Callable[[Any], R]:
    """Have a function of a kept list or table read each of them once: kept facts never change.

    What it made of them stays with the facts, and goes with them. Others are read anew each time.
    """

    @wraps(read)
    def reading(facts: Any) -> R:  # noqa: ANN401 - a table or a list, kept or not
        try:
            known = facts.made_of
        except AttributeError:
            if not isinstance(facts, (_KeptDict, _KeptList)):
                return read(facts)
            known = facts.made_of = {}
        if read not in known:
            known[read] = read(facts)
        result: R = known[read]
        return result

    return reading
