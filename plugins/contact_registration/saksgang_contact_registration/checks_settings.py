"""What the checks know of the municipality and of a registration, read from the journal alone (SIM-06)."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from attrs import field, frozen

from saksgang.checks import sees
from saksgang.checks.laws_base import Law
from saksgang.events import ContactRecorded, OfficeOpened
from saksgang.journal.record import Recorded

__all__ = ["ROUTINE", "Registered", "RegistrationCheck", "Week", "numbered", "plainly"]

ROUTINE = "contact_registration"


@frozen
class Week:
    """The counting week as the office was opened with it; empty where the routine is not on."""

    country: str = "DK"
    zone: str = "Europe/Copenhagen"
    settings: dict[str, Any] = field(factory=dict)

    @classmethod
    def of(cls, event: OfficeOpened) -> Week:
        """Read off the opening of the office."""
        return cls(event.country, event.zone, event.routines.get(ROUTINE, {}).get("settings", {}))

    @property
    def first(self) -> dt.date:
        """Its first day; one long gone where there is no week."""
        return dt.date.fromisoformat(self.settings.get("first_day", "1900-01-02"))

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return dt.date.fromisoformat(self.settings.get("last_day", "1900-01-01"))

    @property
    def departments(self) -> dict[str, bool]:
        """Each department and whether it has a duty to advise."""
        return {row["section"]: row["duty_to_advise"] for row in self.settings.get("departments", ())}

    @property
    def areas(self) -> frozenset[str]:
        """The task areas within the municipality's remit."""
        return frozenset(row["name"] for row in self.settings.get("areas", ()))

    @property
    def singly_at_most(self) -> int:
        """How many of a kind may stand singly on a day."""
        return int(self.settings.get("singly_at_most", 20))

    @property
    def span(self) -> tuple[dt.datetime, dt.datetime]:
        """The instants of its beginning and of its end, in UTC."""
        zone, midnight, after = ZoneInfo(self.zone), dt.time.min, self.last + dt.timedelta(days=1)
        bounds = dt.datetime.combine(self.first, midnight, zone), dt.datetime.combine(after, midnight, zone)
        return bounds[0].astimezone(dt.UTC), bounds[1].astimezone(dt.UTC)

    def day(self, at: dt.datetime) -> dt.date:
        """The local day of an instant."""
        return at.astimezone(ZoneInfo(self.zone)).date()

    def has(self, day: dt.date) -> bool:
        """Whether the day is one of the week's."""
        return self.first <= day <= self.last


@frozen
class Registered:
    """A registration, with what is said of it and what goes without saying."""

    event: ContactRecorded
    day: dt.date

    def says(self, fact: str) -> str:
        """A fact as text, ``""`` when it is not said."""
        return str(self.event.facts.get(fact, ""))

    def is_so(self, fact: str) -> bool:
        """A fact that is true or false; what is not said is not so."""
        return self.event.facts.get(fact) is True

    @property
    def known_by(self) -> str:
        """What the contact is known by, without capitals and blanks too many."""
        return plainly(self.says("source"))

    @property
    def case(self) -> str:
        """The case that it names, as all ways of writing it come to."""
        text = plainly(self.says("reference"))
        if self.says("reference_kind") == "adresse":
            return plainly(text.replace(",", ""))
        return text.replace(" ", "").replace("-", "")

    def again(self, other: Registered) -> bool:
        """Whether it is of the same contact: one number, or one slip of a day, at one desk or with one citizen."""
        if self.known_by != other.known_by:
            return False
        there = self.says("department") == other.says("department") or self.event.party == other.event.party
        return numbered(self.known_by) or (self.day == other.day and there)

    @property
    def count(self) -> int:
        """How many contacts it counts for."""
        return int(self.event.facts.get("count", 1))

    @property
    def overruled(self) -> dict[str, str]:
        """Rule to reason."""
        return dict(self.event.facts.get("overruled", {}))


def plainly(source: str) -> str:
    """What is written, without what nobody means by it."""
    return " ".join(source.casefold().split())


def numbered(source: str) -> bool:
    """Whether the office gave that number: of a case, or behind a stroke of something on a case or in a routine."""
    kind, _, number = source.rpartition("/")[2].rpartition("-")
    behind_a_stroke = "/" in source and kind.isalpha()
    of_a_case = len(number) > 4 and kind.count("-") > 0
    return " " not in source and number.isdigit() and (behind_a_stroke or of_a_case)


class RegistrationCheck(Law):
    """The base of checks that look at each registration by itself, or at it and those before it."""

    def __init__(self) -> None:
        super().__init__()
        self.week = Week()

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """The counting week."""
        self.week = Week.of(event)

    @sees(ContactRecorded)
    def contact(self, event: ContactRecorded, recorded: Recorded) -> None:
        """One of the routine's own contacts is a registration."""
        if event.routine == ROUTINE:
            said = event.facts.get("day")
            day = dt.date.fromisoformat(said) if said else self.week.day(recorded.at)
            self.look(Registered(event, day), recorded)

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """Judge one registration."""
        raise NotImplementedError
