"""What differs between the databases in which a journal lies; all else about them is shared (COR-21)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from saksgang.errors import SaksgangError
from saksgang.journal.address import Place
from saksgang.journal.statements import Statements, statements

__all__ = ["FAILURES", "Ask", "Failure", "Store"]

Ask = Callable[[str], list[tuple[Any, ...]]]
# Where damage stands in a name, Python cannot read the database's own complaint about it.
Failure = DBAPIError | UnicodeDecodeError
FAILURES = (DBAPIError, UnicodeDecodeError)


class Store(ABC):
    """A database with a journal in it, or one to be begun."""

    dialect: ClassVar[str]

    def __init__(self, place: Place) -> None:
        self.place = place

    @property
    def statements(self) -> Statements:
        """The statements as this database reads them."""
        return statements(self.dialect)

    @abstractmethod
    def connected(self, *, writing: bool) -> Connection:
        """A connection, held by this process alone when it is for writing, and a journal begun where there is none.

        Raises:
            InputRefused: it is out of reach, or in use by another process.
            JournalDamaged: the database cannot be read.
        """

    @abstractmethod
    def recognise(self, ask: Ask) -> None:
        """Raise ``InputRefused`` when the database holds something else, or a journal of another format."""

    @abstractmethod
    def complaint(self, ask: Ask) -> str:
        """What the database itself finds wrong in its pages and indexes, ``""`` for nothing."""

    @abstractmethod
    def told(self, error: Failure, last: str) -> SaksgangError:
        """A failure on opening or reading in a sentence; ``last`` is the last event proved so far."""

    @abstractmethod
    def reason(self, error: DBAPIError) -> str:
        """Why the database did not take events, as a clause."""
