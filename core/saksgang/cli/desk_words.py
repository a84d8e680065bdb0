"""The words of a desk: English as written here, Norwegian and Danish from a table, and routines' labels (COR-06)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from attrs import frozen

from saksgang.declarations import Catalogue
from saksgang.legaltime import language_called
from saksgang.reasons import Reasons
from saksgang.records import Deadline, Task
from saksgang.worklists import Labels, Row

__all__ = ["ENGLISH", "DeskWords", "tables"]

ENGLISH = "en"


@cache
def tables() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Phrases and states, by language and by what is said in English."""
    read: Mapping[str, Mapping[str, Mapping[str, str]]] = tomllib.loads(
        files(__package__).joinpath("desk.toml").read_text(encoding="utf-8")
    )
    return read


@frozen
class DeskWords:
    """How a desk says things in ``en``, ``nb`` or ``da``; in English kinds and outcomes go by their ids."""

    language: str
    catalogue: Catalogue

    def __call__(self, phrase: str, **values: object) -> str:
        """A phrase that is written in English here, filled in."""
        text = self._own("phrases").get(phrase, phrase)
        return text.format_map(values) if values else text

    def state(self, name: str) -> str:
        """The state of a letter, task, deadline or document."""
        return self._own("states").get(name, name)

    def target(self, name: str) -> str:
        """A target of a deadline, or whom one waits for."""
        return name if self.language == ENGLISH else language_called(self.language).names.get(name, name)

    def told(self, routine: str, text: str) -> str:
        """A channel, or a remark, which is why somebody has it or what it waits for."""
        return Reasons(self.language, self.catalogue).told(routine, text)

    def kind(self, row: Row) -> str:
        """What a row is in the words of its routine; a case by its type, which is the routine's own word."""
        if self.language != ENGLISH and row.kind == "case":
            return row.type
        return f"{row.label}, {self.target(row.target)}" if row.target else row.label

    def task(self, task: Task) -> str:
        """What a task is about."""
        return task.kind if self.language == ENGLISH else self._labels.task(f"{task.routine}.{task.kind}")

    def ended(self, task: Task) -> str:
        """What a task ended with, or its state while it has not."""
        if not task.outcome:
            return self.state(task.state)
        if self.language == ENGLISH:
            return task.outcome
        label = self._labels.outcome(task.routine, task.outcome)
        return self.state(label) if label == task.outcome else label

    def deadline(self, deadline: Deadline) -> str:
        """What a deadline is for."""
        key = f"{deadline.routine}.{deadline.kind}"
        return deadline.kind if self.language == ENGLISH else self._labels.deadline(key)

    @property
    def _labels(self) -> Labels:
        return Labels(self.catalogue)

    def _own(self, table: str) -> Mapping[str, str]:
        return tables().get(self.language, {}).get(table, {})
