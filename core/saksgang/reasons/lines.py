"""The lines of ``reasons.toml``: what the journal has, and how it is told in another language (PLG-02, COR-06).

The file lies in a plugin's package. A routine's lines stand by themselves and are in the routine's own language;
whoever writes for offices of several languages, such as the core, has a table for each::

    "not opened within {rule}" = "ikke åpnet innen {rule}"

    [da]
    "not opened within {rule}" = "ikke åbnet inden for {rule}"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from saksgang.beside import refused, texts_beside

__all__ = ["FIELD", "fields_of", "reasons_in"]

NAME = "reasons.toml"
FIELD = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


def fields_of(text: str) -> list[str]:
    """The names in braces, each as often as it is there."""
    return FIELD.findall(text)


@cache
def reasons_in(package: str, language: str) -> Mapping[str, str]:
    """The lines of a package for a language: those of its table first, then those that stand by themselves.

    Raises:
        PluginRefused: the file cannot be used, in a sentence with the remedy; to have none is no fault.
    """
    table = texts_beside(package, NAME) or {}
    for wrong, remedy in _faults(table):
        raise refused(package, NAME, wrong, remedy)
    by_themselves = {reason: told for reason, told in table.items() if isinstance(told, str)}
    of_language = {} if language in by_themselves else table.get(language, {})
    return {**of_language, **by_themselves, **of_language}  # once before, for the place of a key is its first


def _faults(table: Mapping[str, object], *, within: bool = False) -> Iterator[tuple[str, str]]:
    """What is wrong with the lines, each with the remedy; tables stand in no table."""
    for reason, told in table.items():
        if isinstance(told, Mapping) and not within:
            yield from _faults(told, within=True)
        elif not isinstance(told, str):
            yield f"{reason!r} is no reason", 'write texts: "reason in the journal" = "…"'
        elif len(set(fields_of(reason))) < len(fields_of(reason)):
            yield f"{reason!r} has a field twice", "give each field a name of its own"
        elif strange := [name for name in fields_of(told) if name not in fields_of(reason)]:
            yield f"{reason!r} has no field {{{strange[0]}}}", "name the fields on both sides alike"
