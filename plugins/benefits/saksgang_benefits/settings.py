"""What a municipality sets for this routine (BEN-02, BEN-10, BEN-16, BEN-18, BEN-26)."""

from __future__ import annotations

from attrs import frozen

from saksgang.legaltime import Duration, Rule, Unit
from saksgang.settings import Finding, setting
from saksgang_benefits import findings
from saksgang_benefits.rows import BirthdayRange

__all__ = ["Settings"]


@frozen(kw_only=True)
class Settings:
    """The settings of ``benefits``."""

    fallback_owner: str = setting(
        help="Staff id of the caseworker who gets what no birthday range takes, and whoever has no readable number."
    )
    birthdays: tuple[BirthdayRange, ...] = setting(
        default=(), help="Ranges of birthdays with their owners; they may not overlap."
    )
    documentation_time: Rule = setting(
        default=Rule(Duration(Unit.DAYS, 10), "end of day", moves=True),
        help="The time to hand in what a letter asks for, from when the letter is available.",
    )
    paper_presumption: Duration = setting(
        default=Duration(Unit.WORKING_DAYS, 6),
        help="How long after posting a letter on paper is presumed to have arrived.",
    )
    held_at_most: Rule = setting(
        default=Rule(Duration(Unit.DAYS, 10), "end of day"),
        help="How long a month may be held for its payslip, from its payment day, before the caseworker is told.",
    )
    allow_projected: bool = setting(
        default=False, help="Whether rates that are only projected may be used at all; for simulations."
    )
    closing_words: tuple[str, ...] = setting(
        default=("ønske", "anmod", "bede", "bedt", "død", "afdød"),
        help="Beginnings of words, one of which a closing note has: the citizen asked for it, or has died.",
    )
    unit: str = setting(default="Ydelseskontoret", help="How letters made by the system are signed.")

    def findings(self, municipality: findings.Municipality) -> tuple[Finding, ...]:
        """What is wrong or odd about these settings in that municipality; all of it at once (BEN-02, COR-20)."""
        return tuple(findings.look(self, municipality))
