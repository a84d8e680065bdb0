"""From a key to the ledgers that it is about: deadline, letter, task or case (COR-13)."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import islice

from attrs import frozen

from saksgang.errors import InputRefused
from saksgang.events import CaseOpened, DeadlineStarted, LetterDrafted, OfficeOpened, TaskCreated
from saksgang.journal import Journal
from saksgang.journal.record import Recorded

__all__ = ["Found", "found", "opening"]

KEYS = "a deadline, letter or task by its id, or a case by its number"


@frozen
class Found:
    """What a key leads to.

    Attributes:
        events: those of its case, or of its routine outside of cases, oldest first.
        deadlines: the starts of the deadlines to explain, oldest first.
        tasks: the tasks to explain, oldest first.
    """

    key: str
    events: tuple[Recorded, ...]
    deadlines: tuple[DeadlineStarted, ...]
    tasks: tuple[TaskCreated, ...]


def found(journal: Journal, key: str) -> Found:
    """Look a key up in the journal.

    Raises:
        InputRefused: nothing has that key; the message names the keys nearest to it.
    """
    home = key.partition("/")[0]
    events = tuple(journal.of_case(home)) or _of_routine(journal, home)
    deadlines = tuple(each.event for each in events if isinstance(each.event, DeadlineStarted))
    tasks = tuple(each.event for each in events if isinstance(each.event, TaskCreated))
    letters = [each.event.letter for each in events if isinstance(each.event, LetterDrafted)]
    if key == home and events and events[0].event.case == key:
        return Found(key, events, deadlines, ())
    task = tuple(each for each in tasks if each.task == key)
    of_key = tuple(each for each in deadlines if key in (each.deadline, each.about))
    of_task = tuple(each for each in deadlines if task and each.deadline == task[0].about)
    if task or of_key or key in letters:
        return Found(key, events, (*of_task, *of_key), task)
    known = [each.deadline for each in deadlines] + letters + [each.task for each in tasks]
    raise _unknown(key, known or _cases(journal))


def opening(journal: Journal) -> OfficeOpened:
    """The event with which every journal begins; raises ``InputRefused`` when this one does not."""
    first = next(islice(journal, 1), None)
    if first is None or not isinstance(first.event, OfficeOpened):
        raise InputRefused(
            "The journal does not begin with the opening of an office, so its country is not known: "
            "name the journal of a municipality."
        )
    return first.event


def _of_routine(journal: Journal, routine: str) -> tuple[Recorded, ...]:
    return tuple(each for each in journal.of_case("") if each.event.routine == routine)


def _cases(journal: Journal) -> list[str]:
    return [each.event.case for each in journal if isinstance(each.event, CaseOpened)]


def _unknown(key: str, known: list[str]) -> InputRefused:
    near = get_close_matches(key, known, n=3)
    meant = f"; near it are: {', '.join(near)}." if near else f"; name {KEYS}."
    return InputRefused(f"The journal has nothing called {key!r}{meant}")
