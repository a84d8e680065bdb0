"""Reasons, channels and directions in a language, by the lines of routine, other plugins and core (COR-06)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from itertools import chain
from typing import TypeVar

from attrs import evolve, frozen

from saksgang.declarations import Catalogue
from saksgang.errors import InputRefused
from saksgang.events import Event
from saksgang.legaltime import Rule, language_called
from saksgang.reasons.lines import FIELD, reasons_in

__all__ = ["Reasons"]

ENGLISH = "en"
OWN = "saksgang.reasons"
E = TypeVar("E", bound=Event)
MORE = "; "  # between two reasons of one event
LONGEST = 500
"""Signs: a rule writes a line. What is longer somebody wrote who is not to keep the patterns busy."""

DAY = r"\d{4}-\d\d-\d\d"
FITS = {"day": DAY, "dated": DAY, "who": r"\S+", "deputy": r"\S+", "channel": r"[\w -]+"}
"""What a field in braces fits; any other name fits any text."""


@frozen
class _Row:
    pattern: re.Pattern[str]
    told: str


@frozen
class Reasons:
    """How the journal's reasons are told in ``nb`` or ``da``; in English they stay as they are.

    What no line fits was written by a person, or in the routine's own language, and stays as it is too.
    """

    language: str
    catalogue: Catalogue

    def told(self, routine: str, text: str) -> str:
        """A reason of a routine, or a channel or direction; of several reasons in a line each by itself.

        Raises:
            PluginRefused: a plugin's ``reasons.toml`` cannot be used.
        """
        if self.language == ENGLISH or not 0 < len(text) <= LONGEST:
            return text
        whole = self._fitting(routine, text)
        if whole is None:
            return MORE.join(self._fitting(routine, part) or part for part in text.split(MORE))
        return whole

    def event(self, event: E) -> E:
        """An event with its reason, error, channel and direction told; of a contact also what it is about."""
        if self.language == ENGLISH:
            return event
        about = ("about",) if hasattr(event, "direction") else ()
        names = [name for name in ("reason", "error", "channel", "direction", *about) if hasattr(event, name)]
        change = {name: self.told(event.routine, getattr(event, name)) for name in names}
        return evolve(event, **change) if change else event

    def _fitting(self, routine: str, text: str) -> str | None:
        """By the first row that fits."""
        for row in self._rows(routine):
            if found := row.pattern.fullmatch(text):
                fields = {name: self._value(routine, name, value) for name, value in found.groupdict().items()}
                return FIELD.sub(lambda field, fields=fields: fields[field[1]], row.told)  # type: ignore[misc]
        return None

    def _rows(self, routine: str) -> Iterator[_Row]:
        """Those of the routine first, so that it has the last word on its own cases."""
        declared = self.catalogue.routines.get(routine)
        packages = (declared.package if declared else "", *self.catalogue.beside, OWN)
        return chain.from_iterable(_rows_of(package, self.language) for package in packages if package)

    def _value(self, routine: str, name: str, value: str) -> str:
        """What stands in a field; where somebody wrote what no rule would, as it is."""
        words = language_called(self.language)
        with suppress(ValueError, InputRefused):
            if name == "day":
                day = dt.date.fromisoformat(value)
                return f"{words.short_date(day)} {day.year}"
            if name == "rule":
                return words.rule(Rule.parse(value))
        return self.told(routine, value) if name in {"reason", "channel"} else value


@cache
def _rows_of(package: str, language: str) -> tuple[_Row, ...]:
    return tuple(_Row(re.compile(_pattern(reason)), told) for reason, told in reasons_in(package, language).items())


def _pattern(reason: str) -> str:
    """A reason with fields as a pattern."""
    parts = FIELD.split(reason)
    fields = (f"(?P<{name}>{FITS.get(name, '.+')})" for name in parts[1::2])
    return "".join(re.escape(text) + next(fields, "") for text in parts[::2])
