"""What kind of contact was registered: REG-01, REG-03, REG-04, REG-07, REG-08."""

from __future__ import annotations

import datetime as dt

from saksgang.journal.record import Recorded
from saksgang_contact_registration.checks_settings import Registered, RegistrationCheck

__all__ = [
    "InformationNamesItsCase",
    "MisdirectedLiesOutside",
    "OnlyAdministrativeContacts",
    "OutsideIsMisdirectedOrAdvice",
    "TransactionsChangeSomething",
]

CREATES = ("oprettelse af sag", "ændring af sag")
ADVICE, MISDIRECTED = "råd/vejledning", "fejlhenvendelse"

# The first day on which a task area lay with Udbetaling Danmark; written down a second time, not read from the rule.
WITH_UDBETALING_DANMARK = {
    "boligstøtte": dt.date(2013, 3, 1),
    "familieydelser": dt.date(2013, 3, 1),
    "barselsdagpenge": dt.date(2013, 3, 1),
    "folkepension": dt.date(2013, 3, 1),
    "udbetaling af førtidspension": dt.date(2013, 3, 1),
    "international pension": dt.date(2013, 6, 1),
    "fleksydelse": dt.date(2015, 5, 1),
    "international sygesikring": dt.date(2015, 5, 1),
    "andet hos Udbetaling Danmark": dt.date(2015, 5, 1),
}
NEVER_OURS = ("flytning i en anden kommune", "andet uden for kommunen")


def _udbetaling_danmark(reg: Registered) -> bool:
    since = WITH_UDBETALING_DANMARK.get(reg.event.about)
    return since is not None and since <= reg.day


class OnlyAdministrativeContacts(RegistrationCheck):
    """The service itself is not counted (REG-01)."""

    id = "reg-only-administrative-contacts"
    requirements = ("REG-01",)
    kind = "safety"
    sentence = "A registered contact is planning, guidance or case handling, never the service itself."

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """One of the three."""
        activity = reg.says("activity")
        held = activity in ("planlægning", "vejledning", "sagsbehandling")
        self.judge(held, recorded, f"A contact was registered whose activity is {activity!r}.")


class TransactionsChangeSomething(RegistrationCheck):
    """A type against what was done has its reason (REG-03)."""

    id = "reg-transactions-change-something"
    requirements = ("REG-03",)
    kind = "safety"
    sentence = (
        "A contact is a transaction when something was created or changed in a case system, and information when "
        "nothing was, or somebody wrote down why it was judged otherwise."
    )

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """As it was done, or with a reason of a person."""
        fits = (reg.says("type") in CREATES) == reg.is_so("changed")
        reason = reg.overruled.get("REG-03", "").strip()
        by_person = recorded.actor.startswith("staff:")
        did = "something" if reg.is_so("changed") else "nothing"
        wrong = f"A contact is {reg.says('type')!r}, although {did} was changed, and nobody says why."
        self.judge(fits or bool(reason and by_person), recorded, wrong)


class InformationNamesItsCase(RegistrationCheck):
    """Information about a case says which case (REG-04)."""

    id = "reg-information-names-its-case"
    requirements = ("REG-04",)
    kind = "safety"
    sentence = "Information about a case has a case reference and says of what kind it is."

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """Reference and kind."""
        if reg.says("type") != "information vedr. sag":
            return
        held = bool(reg.says("reference").strip() and reg.says("reference_kind").strip())
        self.judge(held, recorded, "Information about a case was registered without a case reference.")


class MisdirectedLiesOutside(RegistrationCheck):
    """Another department's matter is not misdirected (REG-07)."""

    id = "reg-misdirected-lies-outside"
    requirements = ("REG-07",)
    kind = "safety"
    sentence = "What is registered as misdirected lies outside the municipality's remit on that day."

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """With Udbetaling Danmark, or never the municipality's."""
        if reg.says("type") != MISDIRECTED:
            return
        area = reg.event.about
        outside = _udbetaling_danmark(reg) or area in NEVER_OURS
        within = " one of the municipality's own" if area in self.week.areas else " not known to lie outside"
        self.judge(outside, recorded, f"{area!r} was registered as misdirected, but it is{within}.")


class OutsideIsMisdirectedOrAdvice(RegistrationCheck):
    """What lies outside, by the duty to advise (REG-08)."""

    id = "reg-outside-is-misdirected-or-advice"
    requirements = ("REG-08",)
    kind = "safety"
    sentence = (
        "A contact about what lies with Udbetaling Danmark is advice in a department with a duty to advise and "
        "misdirected elsewhere; about all else outside the remit it is misdirected."
    )

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """The one type that it can have."""
        if _udbetaling_danmark(reg):
            right = ADVICE if self.week.departments.get(reg.says("department")) else MISDIRECTED
        elif reg.event.about in NEVER_OURS:
            right = MISDIRECTED
        else:
            return
        where = f"{reg.event.about!r} in the department {reg.says('department')!r}"
        self.judge(reg.says("type") == right, recorded, f"{where} is {reg.says('type')!r}, but should be {right!r}.")
