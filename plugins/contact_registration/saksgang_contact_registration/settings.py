"""What a municipality sets for this routine (REG-07, REG-08, REG-10, REG-13, REG-14)."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from saksgang.legaltime import Duration, Unit
from saksgang.settings import Finding, setting
from saksgang_contact_registration import findings
from saksgang_contact_registration.rows import Area, Department, Source

__all__ = ["Settings"]


@frozen(kw_only=True)
class Settings:
    """The settings of ``contact_registration``."""

    first_day: dt.date = setting(help="The first day of the counting week (tælleuge).")
    last_day: dt.date = setting(help="Its last day.")
    departments: tuple[Department, ...] = setting(help="The departments that register, each with its duty to advise.")
    areas: tuple[Area, ...] = setting(help="The task areas (opgaver) within the municipality's remit.")
    sources: tuple[Source, ...] = setting(
        default=(), help="What is known beforehand of other routines' contacts; the first row that fits counts."
    )
    singly_at_most: int = setting(
        default=20,
        help="How many outbound contacts of one kind a day may be registered singly; more are a mass mailing.",
    )
    late_registration: Duration = setting(
        default=Duration(Unit.WORKING_DAYS, 5),
        help="How long after the last day a contact of the counting week may still be registered.",
    )
    call_words: tuple[str, ...] = setting(
        default=("ringede", "ringer", "ringet", "ringt", "opkald", "opring", "oppring", "telefon", "tlf"),
        help="With what a word begins by which a journal note of another routine tells of a telephone call.",
    )

    def department(self, section: str) -> Department | None:
        """The department of that section, if it registers."""
        return next((row for row in self.departments if row.section == section), None)

    def area(self, name: str) -> Area | None:
        """The task area of that name, if it lies within the remit."""
        return next((row for row in self.areas if row.name == name), None)

    def counts(self, day: dt.date) -> bool:
        """Whether the local day lies in the counting week (REG-13)."""
        return self.first_day <= day <= self.last_day

    def findings(self, municipality: findings.Municipality) -> tuple[Finding, ...]:
        """What is wrong or odd about these settings in that municipality; all of it at once (COR-20)."""
        return tuple(findings.look(self, municipality))
