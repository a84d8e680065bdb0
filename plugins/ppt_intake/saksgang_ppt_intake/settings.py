"""What a municipality sets for this routine (PPT-03, PPT-04, PPT-05, PPT-10, PPT-11)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import frozen

from saksgang.legaltime import Duration, Unit
from saksgang.settings import Finding, setting
from saksgang_ppt_intake import findings
from saksgang_ppt_intake.rows import Category, DirectoryRule

__all__ = ["Settings"]

CATEGORIES = (
    Category("Henvisning", new_referral=True, individual_decision=True, needs_answer=True),
    Category("Fornyet henvisning", new_referral=False, individual_decision=True, needs_answer=True),
    Category("Henvendelse", new_referral=False, individual_decision=False, needs_answer=True),
    Category("Drøfting", new_referral=False, individual_decision=False, needs_answer=True),
    Category("Opplysninger", new_referral=False, individual_decision=False, needs_answer=False),
)


@frozen(kw_only=True)
class Settings:
    """The settings of ``ppt_intake``."""

    directory_fallback: str = setting(
        help="Staff id of who gets a case that no row of the directory takes: a fagansatt or a leder."
    )
    directory: tuple[DirectoryRule, ...] = setting(
        default=(),
        help="The caseworker directory: rows of institution, ages and category to a staff id; first match wins.",
    )
    categories: tuple[Category, ...] = setting(
        default=CATEGORIES,
        help="The categories that a document is registered as; the subject has to be one of their names.",
    )
    autoprint_after: Duration = setting(
        default=Duration(Unit.WORKING_DAYS, 2),
        help='How long a letter may lie unopened before it is printed: "2 working days", "2 days" or "48 hours".',
    )
    reply_norm: Duration = setting(
        default=Duration(Unit.WORKING_DAYS, 15),
        help="The service norm for an answer, from the day of receipt to the end of the last day.",
    )
    confirm_within: Duration = setting(
        default=Duration(Unit.WORKING_DAYS, 2),
        help="The service norm for confirming a new referral, from the day of receipt to the end of the last day.",
    )

    def category(self, name: str) -> Category:
        """The category of that name; one that is no longer configured is treated in the strictest way."""
        return self._categories.get(name) or Category(name)

    @cached_property
    def _categories(self) -> Mapping[str, Category]:
        return {category.name: category for category in reversed(self.categories)}

    def findings(self, municipality: findings.Municipality) -> tuple[Finding, ...]:
        """What is wrong or odd about these settings in that municipality; all of it at once (PPT-04, COR-20)."""
        return tuple(findings.look(self, municipality))
