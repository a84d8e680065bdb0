"""What a municipality sets for this routine (MON-03, MON-04, MON-05, MON-08, MON-10, MON-13, MON-14)."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from saksgang.legaltime import Duration, Unit
from saksgang.settings import Finding, setting
from saksgang_long_term_monitoring import findings
from saksgang_long_term_monitoring.rows import CONTINUE, WAKE, OutcomeRow

__all__ = ["Settings"]

HALF_A_YEAR = Duration(Unit.MONTHS, 6)
CHECKLIST = ("Adresse", "Inntekt", "Eiendeler", "Betalinger", "Foreldelse")
OUTCOMES = (OutcomeRow("Fortsett overvåking", CONTINUE), OutcomeRow("Vekk til live", WAKE))


@frozen(kw_only=True)
class Settings:
    """The settings of ``long_term_monitoring``."""

    first_interval: Duration = setting(
        default=HALF_A_YEAR, help="How long after it was put under monitoring a case comes up for its first review."
    )
    interval: Duration = setting(
        default=HALF_A_YEAR, help="The next interval where neither the caseworker nor the outcome says one."
    )
    checklist: tuple[str, ...] = setting(
        default=CHECKLIST, help="The points of the review form; each has to be ticked before an outcome is chosen."
    )
    outcomes: tuple[OutcomeRow, ...] = setting(
        default=OUTCOMES,
        help="The alternatives of the review form: rows of name, effect (continue, wake, close), months.",
    )
    finance_check: Duration = setting(
        default=Duration(Unit.MONTHS, 1), help="How often all monitored cases are checked against the finance system."
    )
    session: Duration = setting(
        default=Duration(Unit.WEEKDAY, 1, 0, dt.time(9)),
        help='When the recurring work session is: a weekday and time such as "monday 09:00".',
    )
    limitation_margin: Duration = setting(
        default=Duration(Unit.MONTHS, 4),
        help="How long before a claim lapses it is listed, and after which no review may be due; in months.",
    )

    def findings(self, municipality: findings.Municipality) -> tuple[Finding, ...]:
        """What is wrong or odd about these settings in that municipality; all of it at once (MON-09, MON-10)."""
        return tuple(findings.look(self, municipality))

    @property
    def margin(self) -> int:
        """The limitation margin as a number of calendar months."""
        return self.limitation_margin.number
