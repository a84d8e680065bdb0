"""How a comparison's page words what was compared: in the language of the office, by the labels of its routines."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from attrs import frozen

from saksgang_sim.comparing.differences import Difference
from saksgang_sim.comparing.outside import Outside
from saksgang_sim.many.figures import Figure
from saksgang_sim.many.telling import named, number, plain
from saksgang_sim.report.views_deadlines import deadline_words
from saksgang_sim.report.words import ENGLISH, Words

__all__ = ["Wording", "texts"]

NAMES = {
    "Days to answer": Words.letter,
    "Letters": Words.letter,
    "Work": Words.role,
    "Queues": Words.role,
    "Cases": Words.type,
}


@cache
def texts(language: str) -> Mapping[str, Mapping[str, str]]:
    """The page's own texts, by section and key."""
    file = files(__package__).joinpath(f"texts/{language}.toml")
    tables: Mapping[str, Mapping[str, str]] = tomllib.loads(file.read_text(encoding="utf-8"))
    return tables


@frozen
class Wording:
    """The words of the page.

    Attributes:
        words: labels of routines and forms of numbers.
        routines: how many the figures are about; where there are several, each is named.
    """

    words: Words
    routines: int = 1

    @property
    def language(self) -> str:
        """Of the page."""
        return self.words.language

    def __call__(self, key: str, **values: object) -> str:
        """One of the page's texts, filled in."""
        text = texts(self.language)["page"][key]
        return text.format_map(values) if values else text

    def group(self, name: str) -> str:
        """A group of figures."""
        return texts(self.language)["groups"][name]

    def says(self, row: Difference) -> str:
        """What can be said of a difference."""
        return texts(self.language)["says"][row.words]

    def name(self, figure: Figure) -> str:
        """A figure by the labels of its routine; in English by the ids that the terminal has."""
        if self.language == ENGLISH:
            return named(figure)
        routine, _, rest = figure.name.partition(".")
        if figure.group in ("Deadlines", "Reminders"):
            kind, _, target = figure.name.rpartition(".")
            name = deadline_words(kind, target, self.words)
        else:
            name = NAMES[figure.group](self.words, figure.name) if figure.group in NAMES else rest
        whose = f"{self.words.routine(routine)}: " if self.routines > 1 else ""
        return f"{whose}{name}, {texts(self.language)['measures'][figure.measure]}"

    def count(self, one: str, number_of: int) -> str:
        """So many of something, by the key of the text for one."""
        return self(one if number_of == 1 else f"{one}s", number=number_of)

    def number(self, figure: Figure, value: float) -> str:
        """The mean of a figure."""
        return self.local(number(figure, value)).replace(" %", "\u00a0%")

    def difference(self, row: Difference) -> str:
        """The mean difference; shares differ by points of a percent."""
        mean = self._signed(row.figure, row.between.mean)
        return self("points", number=mean) if row.figure.is_share else mean

    def range(self, row: Difference) -> str:
        """The interval of a difference, ``""`` where there is none."""
        between = row.between
        if math.isnan(between.low):
            return ""
        low, high = (self._signed(row.figure, limit) for limit in (between.low, between.high))
        return self("range", low=low, high=high)

    def outside(self, away: Outside) -> str:
        """That an absence lies outside of the run."""
        first, last, end = (self.words.day(day) for day in (away.first, away.last, away.end))
        return self("outside", first=first, last=last, end=end, staff=", ".join(away.staff))

    def local(self, text: str) -> str:
        """A number in English as the language writes it."""
        return text.translate({ord(","): self.words("format.thousands"), ord("."): self.words("format.decimal")})

    def _signed(self, figure: Figure, value: float) -> str:
        return self.local(plain(value * 100 if figure.is_share else value, "+"))
