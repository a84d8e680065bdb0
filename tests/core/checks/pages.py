"""Journals written by hand: events with ids and instants of their own, without an office."""

from __future__ import annotations

import datetime as dt
from typing import Any

from saksgang.checks import Check, Judge, Verdict
from saksgang.events import Event, OfficeOpened
from saksgang.journal.record import Recorded
from saksgang.records import Absence, StaffMember

__all__ = ["STAFF", "Pages", "instant", "opening"]

STAFF = (
    StaffMember("kari", "Kari", ("konsulent",)),
    StaffMember("fred", "Fred", ("fagansatt",), deputy="frida"),
    StaffMember(
        "frida", "Frida", ("fagansatt",), absences=(Absence(dt.date(2026, 4, 6), dt.date(2026, 4, 10), "ferie"),)
    ),
    StaffMember("lena", "Lena", ("leder",), deputy="lars"),
    StaffMember("lars", "Lars", ("leder",)),
)


def instant(text: str) -> dt.datetime:
    """Such as ``03-02 09:15`` in 2026, in UTC."""
    return dt.datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=dt.UTC)


def opening(country: str = "NO", **settings: Any) -> OfficeOpened:
    """The office opens, with the PPT routine and these settings."""
    zone = "Europe/Oslo" if country == "NO" else "Europe/Copenhagen"
    routines = {"ppt_intake": {"version": "1", "settings": settings}}
    return OfficeOpened("office", "", "Prøvevik", country, zone, "nb", routines, STAFF)


class Pages:
    """A journal in the making; each event stands at the time last named."""

    def __init__(self, first: OfficeOpened | None = None) -> None:
        self.written: list[Recorded] = []
        self.now = instant("03-02 09:00")
        self._last: dict[str, int] = {}
        self.add(first or opening(), actor="system:office")

    def at(self, text: str) -> Pages:
        """From now on it is that time in UTC, such as ``03-02 09:15``."""
        self.now = instant(text)
        return self

    def add(self, *events: Event, actor: str = "staff:kari", cause: str = "") -> Pages:
        """Write events down, one after the other."""
        for event in events:
            self._last[event.routine] = self._last.get(event.routine, 0) + 1
            key = f"{event.routine}:{self._last[event.routine]}"
            self.written.append(Recorded(key, self.now, actor, cause, event))
        return self

    def follow(self, *events: Event, actor: str = "rule:PPT-00") -> Pages:
        """Write events down that the last one before them caused."""
        return self.add(*events, actor=actor, cause=self.written[-1].id)

    def verdict(self, check: type[Check], end: str = "12-31 00:00") -> Verdict:
        """What a check makes of it when the journal ends then."""
        judge = Judge([check])
        for recorded in self.written:
            judge.see(recorded)
        return judge.verdicts(instant(end))[0]

    def held(self, check: type[Check], end: str = "12-31 00:00") -> bool:
        """Whether it was put to the test and held."""
        verdict = self.verdict(check, end)
        assert verdict.status == "held", verdict
        return True

    def wrong(self, check: type[Check], end: str = "12-31 00:00") -> str:
        """Requirement, case and sentence of the one violation, as ``PPT-01 C: ...``."""
        (violation,) = self.verdict(check, end).violations
        return f"{violation.requirement} {violation.case}: {violation.sentence}"
