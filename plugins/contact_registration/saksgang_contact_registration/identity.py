"""By what a contact is known, and when two are one and the same (REG-02, REG-11)."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

__all__ = ["Mark", "same_reference", "tidy"]

# What the office itself numbers has its number once and for all; a slip's begins anew each morning at each desk.
_NUMBERED = re.compile(r"\S+/[a-z]+-\d+|\S+-\d{4}-\d{5,}")
# What people write into a number or leave out of it.
_NUMBERS = {"CPR": " -", "CVR": " -", "matrikelnummer": " ", "sagsnummer": " ", "adresse": ","}


@lru_cache(maxsize=65536)
def tidy(text: str) -> str:
    """A text without what nobody means by it: capitals, and blanks too many."""
    return " ".join(text.casefold().split())


@frozen
class Mark:
    """What a contact is known by.

    Attributes:
        source: as somebody wrote it, or the office's own number of a letter, document, contact or note.
        day: of the contact, as the journal writes days; ``""`` where nobody said.
        department: whose contact it is; ``""`` where nobody said.
        party: whom it was with; ``""`` where nobody said.
    """

    source: str
    day: str = ""
    department: str = ""
    party: str = ""

    @property
    def numbered(self) -> bool:
        """Whether it is a number of the office's own."""
        return _NUMBERED.fullmatch(tidy(self.source)) is not None

    @property
    def spellings(self) -> list[str]:
        """How the office may have kept it: as it is written here, and in the ways in which numbers are written."""
        number = " ".join(self.source.split())
        case, slash, rest = number.partition("/")
        return list(dict.fromkeys((self.source, number, case.upper() + slash + rest.lower(), number.lower())))

    def same(self, other: Mark) -> bool:
        """Whether both are of one contact.

        A slip is the same on one day at one desk; elsewhere it is if it is the same citizen's, whose form travels on.
        """
        if tidy(self.source) != tidy(other.source):
            return False
        theirs = self.party == other.party != ""
        return self.numbered or (_agree(self.day, other.day) and (theirs or _agree(self.department, other.department)))


def _agree(one: str, other: str) -> bool:
    return one == other or "" in (one, other)


def same_reference(kind: str, one: str, other: str) -> bool:
    """Whether two references of a kind name one case, however they are written."""
    return _plain(kind, one) == _plain(kind, other)


def _plain(kind: str, reference: str) -> str:
    return tidy(reference.translate(str.maketrans("", "", _NUMBERS.get(kind, ""))))
