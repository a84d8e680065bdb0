"""Looking things up in the office: the ground for the rules, and what was offered for registration."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from itertools import chain

from attrs import frozen

from saksgang.casework import staff_of
from saksgang.commands import RecordContact
from saksgang.legaltime import Almanac, Duration, Rule, due
from saksgang.records import Contact, Task
from saksgang.view import View
from saksgang_contact_registration.ground import Ground
from saksgang_contact_registration.names import ROUTINE, TASK
from saksgang_contact_registration.registration import Registration, registration_of
from saksgang_contact_registration.settings import Settings

__all__ = [
    "about",
    "batches_of",
    "ground_of",
    "is_gathered",
    "is_known",
    "offered",
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
    return f"contact:{source}"


def offered(view: View, source: str) -> list[Task]:
    """The tasks by which a contact is or was offered for registration."""
    return [task for task in view.tasks(about(source)) if task.kind == TASK]


def unfinished(view: View, source: str) -> list[Task]:
    """Those of them that nobody has done yet."""
    return [task for task in offered(view, source) if task.state in ("open", "waiting")]


def batches_of(department: str) -> str:
    """The party under which a department's batches are kept."""
    return f"department:{department}"


def is_gathered(view: View, source: str) -> bool:
    """Whether a letter is counted in a batch (REG-10)."""
    batches = (view.cases_of_party(batches_of(row.section)) for row in settings_of(view).departments)
    return any(source in batch.facts for batch in chain.from_iterable(batches) if batch.routine == ROUTINE)


def is_known(view: View, source: str) -> bool:
    """Whether a contact is registered, counted in a batch, or has been offered already (REG-02)."""
    return bool(offered(view, source) or view.contacts_with(ROUTINE, "source", source) or is_gathered(view, source))


@frozen
class _Registered:
    """What is registered already in an office."""

    view: View

    def known_as(self, source: str) -> list[Contact]:
        return self.view.contacts_with(ROUTINE, "source", source)

    def gathered(self, source: str) -> bool:
        return is_gathered(self.view, source)

    def every(self) -> list[Contact]:
        return self.view.contacts(ROUTINE)


def ground_of(view: View, actor: str = "", source: str = "") -> Ground:
    """What the rules know beside the registration of a contact."""
    settings = settings_of(view)
    return Ground(
        settings,
        view.almanac,
        view.today,
        _latest(settings.last_day, settings.late_registration, view.almanac),
        staff_of(actor),
        _Registered(view),
        offered=bool(source and unfinished(view, source)),
    )


@lru_cache(maxsize=16)
def _latest(last: dt.date, late: Duration, almanac: Almanac) -> dt.date:
    return almanac.today(due(almanac.instant(last, _NOON), Rule(late, "end of day"), almanac))


def registration_in(command: RecordContact, view: View) -> Registration:
    """The registration that a command asks for; raises ``InputRefused``."""
    return registration_of(command.direction, command.channel, command.about, command.facts, view.today)
