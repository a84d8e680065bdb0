"""The words of the page: our own texts in three languages, and the labels that routines declare."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import frozen

from saksgang.declarations import Catalogue
from saksgang.events import Event
from saksgang.legaltime import Almanac
from saksgang.reasons import Reasons
from saksgang.worklists import labelled
from saksgang_sim.figure import LANGUAGES

__all__ = ["ENGLISH", "Words", "texts"]

ENGLISH, RULE = "en", "rule:"
LEAST = 0.0005  # what rounds to less than a tenth of a percent


@cache
def texts(language: str) -> Mapping[str, Any]:
    """Our own texts, by section and key; raises ``KeyError`` for a language other than those of figures."""
    if language not in LANGUAGES:
        raise KeyError(language)
    return tomllib.loads(files("saksgang_sim.report").joinpath(f"texts/{language}.toml").read_text(encoding="utf-8"))


@frozen
class Words:
    """How things are called in one language; a label that no routine here declares is its own name.

    Attributes:
        staff: names by id.
    """

    language: str
    catalogue: Catalogue
    almanac: Almanac
    staff: Mapping[str, str]

    def __call__(self, path: str, **values: object) -> str:
        """One of our own texts, filled in; raises ``KeyError`` for one that is not there."""
        section, _, key = path.partition(".")
        text: str = texts(self.language)[section][key]
        return text.format_map(values) if values else text

    def get(self, section: str, key: str) -> str:
        """A text of a section, the key itself where it has none."""
        text: str = texts(self.language)[section].get(key, key)
        return text

    def number(self, value: float) -> str:
        """A number with thousands apart, as the language writes it."""
        return f"{value:,}".replace(",", self("format.thousands")) if isinstance(value, int) else self.decimal(value)

    def decimal(self, value: float) -> str:
        """A number with one decimal."""
        return f"{value:.1f}".replace(".", self("format.decimal"))

    def share(self, value: float) -> str:
        """A percentage with one decimal; a few of many are less than a tenth and never none, nor all but a few all."""
        if value in {0, 1}:
            return self("format.percent", value=round(value * 100))
        tenths = min(max(round(value * 1000), 1), 999)
        sign = "< " if value < LEAST else "> " if value > 1 - LEAST else ""
        return sign + self("format.percent", value=self.decimal(tenths / 10))

    def month(self, month: str) -> str:
        """``2026-03`` in words."""
        year, number = month.split("-")
        return f"{texts(self.language)['months']['short'][int(number) - 1]} {year}"

    def day(self, day: dt.date) -> str:
        """A date in words."""
        return self(
            "format.day", day=day.day, month=texts(self.language)["months"]["short"][day.month - 1], year=day.year
        )

    def moment(self, at: dt.datetime) -> str:
        """A local date and minute."""
        local = self.almanac.local(at)
        return f"{self.day(local.date())} {local:%H:%M}"

    def routine(self, name: str) -> str:
        """What a routine is called."""
        declared = self.catalogue.routines.get(name)
        if declared is None:
            return name
        return declared.title if self.language == ENGLISH else declared.label or declared.title

    def deadline(self, key: str) -> str:
        """A kind of deadline by ``routine.kind``."""
        return self._kind(key, "deadline_kinds")

    def task(self, key: str) -> str:
        """A kind of task by ``routine.kind``."""
        return self._kind(key, "task_kinds")

    def letter(self, key: str) -> str:
        """A letter by ``routine.template``; its title is in the language in which it is sent."""
        routine, _, name = key.partition(".")
        declared = self.catalogue.routines.get(routine)
        return next((each.title for each in declared.letters if each.name == name), name) if declared else name

    def outcome(self, routine: str, name: str) -> str:
        """What a task of a routine ended with: by its label, in English by the name that the journal has."""
        if self.language == ENGLISH:
            return name
        declared = self.catalogue.routines.get(routine)
        label = declared.outcomes.get(name, "") if declared else ""
        return label or self.get("states", name)

    def reason(self, routine: str, text: str) -> str:
        """Why a rule of a routine acted; in English as the journal has it."""
        return self._reasons.told(routine, text)

    def labelled(self, event: Event) -> Event:
        """An event with its reason told, and kind, letter and outcome by their labels; in English as the journal is."""
        return event if self.language == ENGLISH else labelled(self._reasons.event(event), self)

    def status(self, key: str, name: str) -> str:
        """A status of a case by ``routine.type``: the word of the source, in English what it means."""
        routine, _, kind = key.partition(".")
        declared = self.catalogue.routines.get(routine)
        if declared is None or self.language != ENGLISH:
            return name
        kinds = (each.status(name) for each in declared.case_types if each.name == kind)
        return next((f"{name} ({status.label})" for status in kinds if status), name)

    def type(self, key: str) -> str:
        """A type of case by ``routine.type``."""
        routine, _, name = key.partition(".")
        declared = self.catalogue.routines.get(routine)
        if declared is None or self.language != ENGLISH:
            return name
        return next((each.label for each in declared.case_types if each.name == name), name)

    def role(self, key: str) -> str:
        """A role by ``routine.role``: the word of the source, in every language."""
        return key.partition(".")[2]

    def person(self, staff: str) -> str:
        """The name of somebody of the staff, or that a rule did it."""
        if staff.startswith(RULE):
            return self("people.rule", rule=staff.removeprefix(RULE))
        return self.staff.get(staff, staff)

    @property
    def _reasons(self) -> Reasons:
        return Reasons(self.language, self.catalogue)

    def _kind(self, key: str, kinds: str) -> str:
        routine, _, name = key.partition(".")
        declared = self.catalogue.routines.get(routine)
        for each in getattr(declared, kinds, ()):
            if each.name == name:
                label: str = each.meaning if self.language == ENGLISH else each.label
                return label
        return name
