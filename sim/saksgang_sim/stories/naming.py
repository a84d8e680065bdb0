"""From what a story calls things to what the office calls them, and back (SIM-07)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from attrs import define, field

from saksgang.journal.record import Recorded
from saksgang.records import Case, Deadline, Document, Letter, Task
from saksgang.view import View
from saksgang_sim.stories.model import Given, Person
from saksgang_sim.stories.sorts import THINGS

__all__ = ["Names", "NothingSuch", "belongs_to"]

Record: TypeAlias = Case | Document | Letter | Task | Deadline
KINDS = {"case": "type", "letter": "template", "task": "kind", "deadline": "kind"}
ENDED = ("done", "cancelled")


class NothingSuch(Exception):
    """A step or expectation is about something that is not there."""


@define
class Names:
    """What is there, by the names that the story gave.

    Attributes:
        things: name to sort and id.
    """

    view: View
    people: Mapping[str, Person]
    things: dict[str, tuple[str, str]] = field(factory=dict)

    def meant(self, given: Given, of: Given | None = None) -> object:
        """The value itself, or the id of the thing that is named; raises ``NothingSuch``."""
        if given.sort not in (*THINGS, "thing") or not given.said:
            return self._filled_in(given.said) if given.sort == "texts" else given.said
        name = str(given.said)
        if name in self.things:
            return self.things[name][1]
        found = self.records(given, of)
        if not found:
            raise NothingSuch(f'There is no {given.sort} "{name}"{self._beside(of)}.')
        unfinished = [row for row in found if _unfinished(row)]
        return _id((unfinished or found[-1:])[0])

    def records(self, given: Given, of: Given | None) -> list[Record]:
        """The records that a name or a kind stands for, oldest first; a name not yet given stands for none."""
        every = self._every(given.sort)
        said = str(given.said)
        if said in self.things:
            return [row for row in every if _id(row) == self.things[said][1]]
        kind = KINDS.get(given.sort)
        found = [row for row in every if kind and getattr(row, kind) == said]
        if of is None:
            return found
        owner = self.meant(of)
        return [row for row in found if owner in belongs_to(row)]

    def story_word(self, value: object) -> str:
        """An id as the story calls it, other values as they are."""
        for name, (_, key) in self.things.items():
            if key == value:
                return name
        for name, person in self.people.items():
            if person.id == value:
                return name
        return str(value)

    def case_of(self, givens: Iterable[Given]) -> str:
        """The number of the first case that these values lead to, ``""`` when they lead to none."""
        for given in givens:
            name = str(given.said)
            if given.sort not in (*THINGS, "thing") or name not in self.things:
                continue
            sort, key = self.things[name]
            rows = self.records(Given(sort, name), None)
            case = key if sort == "case" else next((row.case for row in rows if not isinstance(row, Case)), "")
            if case:
                return case
        return ""

    def give(self, name: str, sort: str, unit: Sequence[Recorded]) -> None:
        """Call what a command has made by that name."""
        self.things[name] = (sort, getattr(unit[0].event, sort))

    def give_opened(self, name: str, unit: Sequence[Recorded]) -> bool:
        """Call the case by that name which a routine opened after a command; false when it opened none."""
        opened = [recorded.event.case for recorded in unit if recorded.kind == "CaseOpened"]
        if opened:
            self.things[name] = ("case", opened[0])
        return bool(opened)

    def _every(self, sort: str) -> Sequence[Record]:
        view = self.view
        if sort == "case":
            return view.cases()
        if sort == "document":
            return [row for routine in view.catalogue.routines for row in view.documents(routine)]
        if sort == "letter":
            return [row for case in view.cases() for row in view.letters(case.number)]
        return view.every_task() if sort == "task" else view.all_deadlines()

    def _filled_in(self, texts: object) -> dict[str, str]:
        """A text that is the name of a thing becomes its number, as the letter to the citizen has it."""
        assert isinstance(texts, dict), "read as a table of texts"
        return {key: self.things[text][1] if text in self.things else text for key, text in texts.items()}

    def _beside(self, of: Given | None) -> str:
        return f' of "{of.said}"' if of is not None else ""


def _unfinished(row: Record) -> bool:
    return row.running if isinstance(row, Deadline) else getattr(row, "state", "") not in ENDED


def _id(row: Record) -> str:
    return row.number if isinstance(row, Case) else row.id


def belongs_to(row: object) -> tuple[str, ...]:
    """What a record stands on or is about, by id."""
    return tuple(getattr(row, key) for key in ("case", "about", "answers") if getattr(row, key, ""))
