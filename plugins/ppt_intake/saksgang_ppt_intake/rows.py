"""The rows that the settings are made of: categories, and the rules of the caseworker directory."""

from __future__ import annotations

from attrs import frozen

from saksgang.settings import setting

__all__ = ["ANY", "OLDEST", "Category", "DirectoryRule", "same"]

ANY = "*"
OLDEST = 120


@frozen
class Category:
    """What a document can be registered as; unsaid, it is treated in the strictest way."""

    name: str = setting(help="The name, which the subject field has to equal (PPT-03).")
    new_referral: bool = setting(default=False, help="Whether it gets the standard confirmation (PPT-05).")
    individual_decision: bool = setting(
        default=True, help="Whether it concerns an individual decision, so that the legal limit counts (PPT-11)."
    )
    needs_answer: bool = setting(default=True, help="Whether it has to be answered at all.")


@frozen
class DirectoryRule:
    """A row of the caseworker directory (PPT-04)."""

    to: str = setting(help="Staff id of the caseworker (fagansatt) or section leader (leder).")
    institution: str = setting(default=ANY, help='School or kindergarten by name, or "*" for any.')
    youngest: int = setting(default=0, help="The lowest age, reckoned by year of birth, that the row takes.")
    oldest: int = setting(default=OLDEST, help="The highest age that the row takes.")
    category: str = setting(default=ANY, help='Category by name, or "*" for any.')

    def takes(self, institution: str, age: int | None, category: str) -> bool:
        """Whether the row is for such a case; one of unknown age is taken only by a row for every age."""
        return (
            self.takes_institution(institution)
            and self.takes_age(age)
            and (self.category == ANY or same(self.category, category))
        )

    def takes_institution(self, institution: str) -> bool:
        """Whether the row is for that school or kindergarten."""
        return self.institution == ANY or same(self.institution, institution)

    def takes_age(self, age: int | None) -> bool:
        """Whether the row is for that age in whole years."""
        if age is None:
            return self.youngest <= 0 and self.oldest >= OLDEST
        return self.youngest <= age <= self.oldest


def same(one: str, other: str) -> bool:
    """Whether two names differ at most in letter case and spare blanks."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
