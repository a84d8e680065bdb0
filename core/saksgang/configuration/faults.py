"""What cattrs and validators raise, as findings with key, sentence and suggestion (COR-20)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from cattrs import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    StructureHandlerNotFoundError,
)

from saksgang.configuration.forms import Form, choices, is_choice, is_list
from saksgang.configuration.kinds import FILE_KINDS
from saksgang.configuration.problems import advice, joined, quoted
from saksgang.errors import SaksgangError
from saksgang.settings import Finding

__all__ = ["Unfit", "described"]

_BY_HAND = "Change it to what the sentence asks for."


class Unfit(Exception):
    """A value that does not fit its key.

    Attributes:
        suggestion: what to write.
    """

    def __init__(self, sentence: str, suggestion: str) -> None:
        super().__init__(sentence)
        self.suggestion = suggestion


def described(error: BaseException, key: str) -> Iterator[Finding]:
    """Every fault that an error holds, by its key."""
    if isinstance(error, ClassValidationError):
        yield from _in_class(error, key)
    elif isinstance(error, IterableValidationError):
        noted, _ = error.group_exceptions()
        for inner, note in noted:
            yield from described(inner, joined(key, note.index))
    elif isinstance(error, Unfit):
        yield Finding(key, str(error), error.suggestion)
    elif isinstance(error, StructureHandlerNotFoundError):
        sentence = f"The routine declares a setting of a type that no file can hold ({error.type_})."
        yield Finding(key, sentence, "Tell the plugin's author.")
    else:
        yield Finding(key, _sentence(error), _BY_HAND)


def _in_class(error: ClassValidationError, key: str) -> Iterator[Finding]:
    noted, others = error.group_exceptions()
    for inner, note in noted:
        place = joined(key, note.name)
        if isinstance(inner, KeyError) and inner.args == (note.name,):
            yield _missing(place, note, error.cl)
        else:
            yield from described(inner, place)
    for inner in others:
        if isinstance(inner, ForbiddenExtraKeysError):
            yield from _unknown(inner, key)
        else:
            yield from _invalid(inner, key, error.cl)


def _missing(place: str, note: AttributeValidationNote, owner: type[Any]) -> Finding:
    expected, example = _wanted(note.type)
    helps = (field.metadata.get("help") for field in attrs.fields(owner) if field.alias == note.name)
    meaning = next(filter(None, helps), "it has no default.")
    return Finding(place, f"The key is missing, expected {expected}.", f"Add {note.name} = {example}: {meaning}")


def _wanted(form: Form) -> tuple[str, str]:
    if form in FILE_KINDS:
        return FILE_KINDS[form].expected, FILE_KINDS[form].example
    if is_choice(form):
        names = [quoted(str(value)) for value in choices(form)]
        return " or ".join(names), names[0]
    return ("a list", "[…]") if is_list(form) else ("a table", "{ key = value }")


def _unknown(error: ForbiddenExtraKeysError, key: str) -> Iterator[Finding]:
    known = [field.alias for field in attrs.fields(error.cl) if field.init]
    for name in sorted(error.extra_fields):
        yield Finding(joined(key, name), "There is no such key here.", advice(name, known))


def _invalid(error: BaseException, key: str, owner: type[Any]) -> Iterator[Finding]:
    """A validator's complaint; attrs' own name the field among their arguments or in quotes at the start."""
    sentence = _sentence(error)
    for field in attrs.fields(owner):
        if field in error.args[1:] or sentence.startswith(f"'{field.name}' "):
            meaning = field.metadata.get("help", "")
            yield Finding(joined(key, field.alias), sentence, f"Correct it; its meaning: {meaning}")
            return
    yield Finding(key, sentence, _BY_HAND)


def _sentence(error: BaseException) -> str:
    if isinstance(error, SaksgangError):
        return str(error)
    said = str(error.args[0] if error.args else type(error).__name__)
    return said if said.endswith((".", "!", "?")) else f"{said}."
