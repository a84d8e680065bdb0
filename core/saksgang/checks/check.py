"""A check judges one rule from the journal alone (SIM-06).

Safety: never does this happen. Liveness: in the end this has happened. Reach: at least once this happened, because a
run in which it never did proves nothing. A check is shown every event of the types that it sees, oldest first, and at
the end how late it is. It never looks at an office, and shares no code with the rule that it judges.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from functools import cache
from typing import Any, ClassVar, Literal, TypeAlias, TypeVar

from attrs import fields_dict, frozen

from saksgang.events import EVENTS, Event, StatusChanged
from saksgang.journal.record import Recorded

__all__ = ["Book", "Check", "Kind", "Shown", "Verdict", "Violation", "marked", "sees"]

Kind = Literal["safety", "liveness", "reach"]
KEPT = 100

Shown: TypeAlias = Callable[[Any, Recorded], None]

M = TypeVar("M", bound=Callable[..., None])

# The field that says of which kind an event is, of those that have one; of a new status it is the status.
KIND: dict[type[Event], str] = {
    **{kind: "kind" for kind in EVENTS.values() if "kind" in fields_dict(kind)},
    StatusChanged: "new",
}


def sees(
    *types: type[Event], of: str | Collection[str] = (), routine: str = "", afterwards: bool = False
) -> Callable[[M], M]:
    """Mark a method of a check or book as one that is shown events of these types.

    Args:
        types: the types of events.
        of: the kind, or kinds, of tasks or deadlines that it is shown, or the status that a case comes into; all
            unless some are named.
        routine: whose events it is shown, for a check that is shown those of others, too.
        afterwards: for a method of a book, once the checks that read it have seen the event.

    Raises:
        TypeError: for kinds of an event that has no kind.
    """
    kinds = (of,) if isinstance(of, str) else tuple(of)
    without = [kind.__name__ for kind in types if kinds and kind not in KIND]
    if without:
        raise TypeError(f"{', '.join(without)} has no kind: say of which kind only for events of tasks and deadlines.")

    def mark(method: M) -> M:
        method.sees, method.of, method.afterwards = types, kinds, afterwards  # type: ignore[attr-defined]
        method.routine = routine  # type: ignore[attr-defined]
        return method

    return mark


@frozen
class Violation:
    """A rule was broken: which requirement, on which case, when, at which event, and in what way."""

    requirement: str
    case: str
    at: dt.datetime
    event: str
    sentence: str


@frozen
class Verdict:
    """What a check found.

    Attributes:
        status: ``held``, ``violated``, ``not put to the test`` (safety and liveness without an occasion) or
            ``not reached``.
        judged: how many times it was put to the test.
        count: how many violations there were, of which the first hundred are kept in ``violations``.
    """

    id: str
    requirements: tuple[str, ...]
    kind: Kind
    sentence: str
    status: str
    judged: int
    count: int
    violations: tuple[Violation, ...]


class Book:
    """What several checks of one judge read off the journal alike, kept once for all of them.

    It is shown each event before the checks are, or after them by a method that is marked ``afterwards``.
    """


class Check:
    """The base of all checks; a subclass states the rule and sees events.

    Attributes:
        id: unique, in words joined by hyphens, such as ``ppt-unopened-letters-are-printed-once``.
        requirements: the first one is named when it is broken.
        sentence: the rule as a sentence.
        everywhere: whether a routine's check is shown the events of other routines too.
        reads: the book that it shares with others.
        to_tell: which checks of the judge are told by ``instant_over`` when time goes on; a check that has something to
            look at then puts itself there.
    """

    id: ClassVar[str]
    requirements: ClassVar[tuple[str, ...]]
    kind: ClassVar[Kind]
    sentence: ClassVar[str]
    everywhere: ClassVar[bool] = False
    reads: ClassVar[type[Book] | None] = None

    def __init__(self) -> None:
        self.judged = 0
        self.count = 0
        self.violations: list[Violation] = []
        self.to_tell: dict[Check, None] = {}

    def shown(self, kind: type[Event], of: str) -> list[Shown]:
        """The methods that are shown events of that type, and of that kind if they have one."""
        return marked(self, kind, of)

    def use(self, book: Any) -> None:  # noqa: ANN401 - of the class that ``reads`` names
        """Take the book that the judge keeps for all who read it."""

    def judge(self, held: bool, recorded: Recorded, wrong: Callable[[], str] | str) -> None:  # noqa: FBT001 - a verdict
        """One occasion on which the rule was put to the test at an event; ``wrong`` says in what way it broke."""
        self.judged += 1
        if not held:
            self._broke(recorded.event.case, recorded.at, recorded.id, wrong)

    def judge_case(self, held: bool, case: str, at: dt.datetime, wrong: Callable[[], str] | str) -> None:  # noqa: FBT001 - a verdict
        """One occasion at the end of the journal, where something has not happened."""
        self.judged += 1
        if not held:
            self._broke(case, at, "", wrong)

    def reached(self) -> None:
        """It happened: what a reach check waits for."""
        self.judged += 1

    def instant_over(self) -> None:
        """Time goes on; nothing more comes at the instant at which it asked to be told."""

    def end(self, at: dt.datetime) -> None:
        """The journal ends here; ``at`` is the instant up to which the office ran."""

    def verdict(self) -> Verdict:
        """What it found."""
        return Verdict(
            self.id,
            self.requirements,
            self.kind,
            self.sentence,
            self._status(),
            self.judged,
            self.count,
            tuple(self.violations),
        )

    def _status(self) -> str:
        if self.count:
            return "violated"
        if self.judged:
            return "held"
        return "not reached" if self.kind == "reach" else "not put to the test"

    def _broke(self, case: str, at: dt.datetime, event: str, wrong: Callable[[], str] | str) -> None:
        self.count += 1
        if len(self.violations) < KEPT:
            sentence = wrong if isinstance(wrong, str) else wrong()
            self.violations.append(Violation(self.requirements[0], case, at, event, sentence))


def marked(shown: Check | Book, kind: type[Event], of: str, *, afterwards: bool = False) -> list[Shown]:
    """The methods that are marked as seeing events of that type and kind, in the order of their names."""
    return [
        getattr(shown, name)
        for name, method in _marks(type(shown))  # type: ignore[arg-type] # mypy takes a class for its instances
        if kind in method.sees and (not method.of or of in method.of) and method.afterwards is afterwards
    ]


@cache
def _marks(owner: type) -> list[tuple[str, Any]]:
    methods = [(name, getattr(owner, name)) for name in dir(owner)]
    return [(name, method) for name, method in methods if hasattr(method, "sees")]
