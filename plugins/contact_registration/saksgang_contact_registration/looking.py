"""Looking things up in the office: the ground for the rules, and what was offered for registration."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from typing import Any

from attrs import fields_dict, frozen

from saksgang.casework import staff_of
from saksgang.commands import RecordContact
from saksgang.legaltime import Almanac, Duration, Rule, due
from saksgang.records import Contact, Task
from saksgang.view import View
from saksgang_contact_registration.ground import Ground
from saksgang_contact_registration.identity import Mark, tidy
from saksgang_contact_registration.names import ROUTINE, TASK
from saksgang_contact_registration.registration import Registration, registration_of
from saksgang_contact_registration.settings import Settings

__all__ = [
    "about",
    "batches_of",
    "ground_of",
    "is_gathered",
    "is_known",
    "mark_in",
    "offered",
    "registered_as",
    "registration_in",
    "settings_of",
    "unfinished",
]


_NOON = dt.time(12)


def settings_of(view: View) -> Settings:
    """The municipality's settings of this routine."""
    settings: Settings = view.all_settings[ROUTINE]
    return settings


def about(source: str) -> str:
    """What a task to register a contact is about; no id of another routine's, whose own tasks it must not join."""
    return f"contact:{tidy(source)}"


def mark_in(facts: Mapping[str, Any], **else_: str) -> Mark:
    """By what a contact with those facts is known, and by what else there is where the facts do not say it."""
    return Mark(**{name: str(facts.get(name) or else_.get(name, "")) for name in fields_dict(Mark)})


def offered(view: View, mark: Mark) -> list[Task]:
    """The tasks by which a contact is or was offered for registration."""
    tasks = [task for task in view.tasks(about(mark.source)) if task.kind == TASK]
    return [task for task in tasks if mark_in(task.facts, department=task.section).same(mark)]


def unfinished(view: View, mark: Mark) -> list[Task]:
    """Those of them that nobody has done yet."""
    return [task for task in offered(view, mark) if task.state in ("open", "waiting")]


def registered_as(view: View, mark: Mark) -> list[Contact]:
    """The registrations that may be of that contact: those whose source reads alike."""
    return view.contacts_with(ROUTINE, "source", tidy(mark.source), tidy)


def batches_of(department: str) -> str:
    """The party under which a department's batches are kept."""
    return f"department:{department}"


def is_gathered(view: View, mark: Mark) -> bool:
    """Whether a letter is counted in a batch (REG-10)."""
    if not mark.numbered:
        return False
    batches = (view.cases_of_party(batches_of(row.section)) for row in settings_of(view).departments)
    return any(
        not batch.facts.keys().isdisjoint(mark.spellings)
        for batch in chain.from_iterable(batches)
        if batch.routine == ROUTINE
    )


def is_known(view: View, mark: Mark) -> bool:
    """Whether a contact is registered, counted in a batch, or has been offered already (REG-02)."""
    return bool(offered(view, mark) or ground_of(view).known_as(mark) or is_gathered(view, mark))


@frozen
class _Registered:
    """What is registered already in an office."""

    view: View

    def known_as(self, mark: Mark) -> list[Contact]:
        return registered_as(self.view, mark)

    def gathered(self, mark: Mark) -> bool:
        return is_gathered(self.view, mark)

    def every(self) -> list[Contact]:
        return self.view.contacts(ROUTINE)


def ground_of(view: View, actor: str = "", mark: Mark | None = None) -> Ground:
    """What the rules know beside the registration of a contact."""
    settings = settings_of(view)
    return Ground(
        settings,
        view.almanac,
        view.today,
        _latest(settings.last_day, settings.late_registration, view.almanac),
        staff_of(actor),
        _Registered(view),
        offered=mark is not None and bool(unfinished(view, mark)),
        party="" if mark is None else mark.party,
    )


@lru_cache(maxsize=16)
def _latest(last: dt.date, late: Duration, almanac: Almanac) -> dt.date:
    return almanac.today(due(almanac.instant(last, _NOON), Rule(late, "end of day"), almanac))


def registration_in(command: RecordContact, view: View) -> Registration:
    """The registration that a command asks for; raises ``InputRefused``."""
    return registration_of(command.direction, command.channel, command.about, command.facts, view.today)
