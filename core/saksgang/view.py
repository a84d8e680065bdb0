"""What a routine, a work list or a simulated caseworker may see of an office: everything, and nothing to change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from attrs import Attribute, define, field
from attrs.setters import frozen

from saksgang.declarations import Catalogue
from saksgang.legaltime import Almanac
from saksgang.records import Case, Contact, Deadline, Document, Letter, Note, Request, StaffMember, Task
from saksgang.state import State

__all__ = ["View"]


def _read_only(settings: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(settings))


def _text_fact(routine: str, fact: str, case: Case) -> str | None:
    found = case.facts.get(fact) if case.routine == routine else None
    return found if isinstance(found, str) else None


def _said_on_no_case(routine: str, fact: str, read: Callable[[str], str] | None, contact: Contact) -> str | None:
    found = contact.facts.get(fact) if contact.routine == routine and not contact.case else None
    if not isinstance(found, str):
        return None
    return read(found) if read else found


_age = attrgetter("opened", "number")


def _oldest_first(cases: list[Case]) -> list[Case]:
    return sorted(cases, key=_age) if len(cases) > 1 else cases


def _as_it_is(_view: View, _field: Attribute[dt.datetime], now: dt.datetime) -> dt.datetime:
    """Without a look at validators and converters: the clock is set for every command."""
    return now


@define
class View:
    """The office at one moment, read only: records and their facts are immutable, lists are copies.

    Attributes:
        now: the office's clock, an aware UTC instant; the office sets it anew for each command and each timer.
        all_settings: the settings of each routine that is on, by routine name.
    """

    _state: State = field(on_setattr=frozen)
    catalogue: Catalogue = field(on_setattr=frozen)
    almanac: Almanac = field(on_setattr=frozen)
    all_settings: Mapping[str, Any] = field(converter=_read_only, on_setattr=frozen)
    now: dt.datetime = field(on_setattr=_as_it_is)

    @property
    def today(self) -> dt.date:
        """The local day."""
        return self.almanac.today(self.now)

    def settings(self, routine: str) -> Any:  # noqa: ANN401 - of the class that the routine declares
        """The settings of a routine, an instance of the class that it declares."""
        return self.all_settings[routine]

    def case(self, number: str) -> Case:
        """A case by number; raises ``KeyError``."""
        return self._state.cases[number]

    def cases(self) -> list[Case]:
        """All cases, oldest first."""
        return list(self._state.cases)

    def cases_of(self, staff: str) -> list[Case]:
        """The open cases of a caseworker, oldest first; ``""`` gives those of nobody."""
        return self._state.cases.on(("responsible", staff))

    def some_case_of(self, staff: str, index: int) -> Case:
        """One of the open cases of a caseworker, oldest first, without a list of all; raises ``IndexError``."""
        return self._state.cases.at(("responsible", staff), index)

    def number_of_cases(self, staff: str) -> int:
        """How many open cases a caseworker has."""
        return self._state.cases.length(("responsible", staff))

    def cases_in(self, routine: str, *statuses: str) -> list[Case]:
        """The cases of a routine that have not ended and are in one of those statuses, status by status."""
        found: list[Case] = []
        for status in statuses:
            found += self._state.cases.on(("status", routine, status))
        return found

    def cases_of_party(self, party: str) -> list[Case]:
        """The cases about somebody, by register id, oldest first."""
        return _oldest_first(self._state.cases.by("party", attrgetter("party"), party))

    def cases_with(self, routine: str, fact: str, value: str) -> list[Case]:
        """The cases of a routine that have a fact with that value, ended ones too, oldest first."""
        return _oldest_first(self._state.cases.by((routine, fact), partial(_text_fact, routine, fact), value))

    def open_cases(self, routine: str) -> list[Case]:
        """The cases of a routine that have not ended, oldest first."""
        kinds = self.catalogue.routine(routine).case_types
        statuses = dict.fromkeys(status.name for kind in kinds for status in kind.statuses)
        return _oldest_first(self.cases_in(routine, *statuses))

    def cases_by_number(self, personal_number: str) -> list[Case]:
        """The cases that a search by personal number finds (COR-06)."""
        return _oldest_first(self._state.cases.by("personal number", attrgetter("personal_number"), personal_number))

    def document(self, key: str) -> Document:
        """A document by id; raises ``KeyError``."""
        return self._state.documents[key]

    def documents(self, routine: str) -> list[Document]:
        """All documents that came in for a routine, oldest first."""
        return self._state.documents.of(routine)

    def latest_documents(self, routine: str, number: int) -> list[Document]:
        """The documents that came in last for a routine, newest first, so many at the most."""
        return self._state.documents.last_of(routine, number)

    def inbox(self, routine: str) -> list[Document]:
        """The documents that nobody has registered yet, oldest first (PPT-01)."""
        return self._state.documents.on(("inbox", routine))

    def task(self, key: str) -> Task:
        """A task by id; raises ``KeyError``."""
        return self._state.tasks[key]

    def tasks(self, home: str) -> list[Task]:
        """The tasks on a case, those of a routine that stand on no case, or those about a document or letter."""
        return self._state.tasks.of(home)

    def unfinished(self, home: str, *kinds: str, about: str | None = None) -> list[Task]:
        """The open and waiting tasks of those kinds as ``tasks`` finds them, about one thing where it is named."""
        return [
            task
            for task in self._state.tasks.here_of(home)
            if task.kind in kinds and task.state in ("open", "waiting") and (about is None or task.about == about)
        ]

    def every_task(self) -> list[Task]:
        """All tasks, oldest first: what a saved search goes through (COR-03)."""
        return list(self._state.tasks)

    def unfinished_tasks(self) -> list[Task]:
        """All tasks that are open or waiting, list by list."""
        return self._state.tasks.listed()

    def owned_tasks(self, staff: str) -> list[Task]:
        """The open tasks on somebody's own list, first due first."""
        return self._state.tasks.on(("owner", staff, ""))

    def waiting_tasks(self, staff: str) -> list[Task]:
        """The tasks that somebody left waiting."""
        return self._state.tasks.on(("waiting", staff, ""))

    def queued_tasks(self, role: str, section: str = "") -> list[Task]:
        """The open tasks in a queue, first due first."""
        return self._state.tasks.on(("queue", role, section))

    def next_task(self, person: StaffMember) -> Task | None:
        """The open task that ranks first among somebody's own and those in their queues, in constant time."""
        tasks = self._state.tasks
        places = [("owner", person.id, "")]
        for role in person.roles:
            places.append(("queue", role, ""))
            if person.section:
                places.append(("queue", role, person.section))
        found = [entry for entry in map(tasks.first, places) if entry is not None]
        return tasks[min(found)[1]] if found else None

    def letter(self, key: str) -> Letter:
        """A letter by id; raises ``KeyError``."""
        return self._state.letters[key]

    def letters(self, case: str) -> list[Letter]:
        """The letters on a case, oldest first."""
        return self._state.letters.of(case)

    def letters_in(self, state: str, routine: str = "") -> list[Letter]:
        """The letters in one state that is not final, by id; of one routine alone where it is named."""
        return self._state.letters.on((state, routine) if routine else state)

    def deadline(self, key: str) -> Deadline:
        """A deadline by id; raises ``KeyError``."""
        return self._state.deadlines[key]

    def deadlines(self, case_or_routine: str) -> list[Deadline]:
        """The deadlines on a case, or those of a routine on no case, oldest first."""
        return self._state.deadlines.of(case_or_routine)

    def running(self, case_or_routine: str, *kinds: str, about: str | None = None) -> list[Deadline]:
        """Those of them that run, of those kinds where some are named, about one thing where it is named."""
        return [
            deadline
            for deadline in self._state.deadlines.here_of(case_or_routine)
            if deadline.running and (not kinds or deadline.kind in kinds) and (about is None or deadline.about == about)
        ]

    def requests(self, case_or_routine: str) -> list[Request]:
        """What was asked of services outside on a case, or by a routine on no case, oldest first."""
        return self._state.requests.of(case_or_routine)

    def request(self, key: str) -> Request:
        """A request by id; raises ``KeyError``."""
        return self._state.requests[key]

    def all_deadlines(self) -> list[Deadline]:
        """All deadlines, oldest first."""
        return list(self._state.deadlines)

    def notes(self, case: str) -> list[Note]:
        """The journal notes on a case, oldest first."""
        return self._state.notes.of(case)

    def notes_of_today(self, case: str) -> list[Note]:
        """Those of them that were written today; a case that rests need not be looked into for it."""
        notes = self._state.notes.here_of(case)
        if not notes:
            return notes
        midnight = self.almanac.instant(self.today, dt.time())
        return [note for note in notes if note.written >= midnight]

    def contacts(self, case_or_routine: str) -> list[Contact]:
        """The contacts on a case, or those of a routine on no case, oldest first."""
        return self._state.contacts.of(case_or_routine)

    def contacts_with(
        self, routine: str, fact: str, value: str, read: Callable[[str], str] | None = None
    ) -> list[Contact]:
        """The contacts of a routine on no case that have a fact with that value, oldest first.

        ``read`` is how the fact is read before it is compared, such as without capitals: the same function each time.
        """
        index = (routine, fact, read.__qualname__ if read else "")
        return self._state.contacts.by(index, partial(_said_on_no_case, routine, fact, read), value, routine)

    def staff(self) -> list[StaffMember]:
        """Everybody on the staff, in the order of the configuration."""
        return list(self._state.staff)

    def member(self, staff: str) -> StaffMember | None:
        """Somebody of the staff."""
        return self._state.staff.get(staff)

    def here(self, staff: str) -> bool:
        """Whether somebody works here and is not absent today (COR-07)."""
        person = self._state.staff.get(staff)
        return person is not None and not person.gone and person.away(self.today) is None
