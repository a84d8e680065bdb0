"""The judge shows a journal to all checks, once through, as it is written or afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from saksgang.checks.check import KIND, Book, Check, Shown, Verdict, marked
from saksgang.events import OFFICE, Event
from saksgang.journal.record import Recorded

__all__ = ["Judge"]


class Judge:
    """Several checks over one journal.

    Args:
        checks: those that are shown every event.
        of_routines: those of each routine, which are shown the events of its stream and of the office; a check that
            says ``everywhere`` is shown all.
    """

    def __init__(
        self, checks: Iterable[type[Check]] = (), of_routines: Mapping[str, Iterable[type[Check]]] | None = None
    ) -> None:
        streams: dict[type[Check], str] = dict.fromkeys(checks, "")
        for routine, brought in (of_routines or {}).items():
            streams |= {check: "" if check.everywhere else routine for check in brought}
        self._checks = {kind(): streams[kind] for kind in sorted(streams, key=lambda kind: kind.id)}
        self._to_tell: dict[Check, None] = {}
        self._at: dt.datetime | None = None
        self._books: dict[type[Book], tuple[Book, set[str]]] = {}
        for check, stream in self._checks.items():
            check.to_tell = self._to_tell
            if check.reads is not None:
                book, seen = self._books.setdefault(check.reads, (check.reads(), set()))
                seen.add(stream)
                check.use(book)
        self._shown: dict[tuple[type[Event], str, str], tuple[Shown, ...]] = {}

    def see(self, recorded: Recorded) -> None:
        """Show one event to the books and checks that see its type and kind."""
        if recorded.at is not self._at and recorded.at != self._at:
            self._go_on(recorded.at)
        event = recorded.event
        kind = type(event)
        key = (kind, event.routine, getattr(event, KIND[kind]) if kind in KIND else "")
        try:
            shown = self._shown[key]
        except KeyError:
            shown = self._shown[key] = tuple(self._concerned(*key))
        for method in shown:
            method(event, recorded)

    def verdicts(self, end: dt.datetime) -> tuple[Verdict, ...]:
        """Close the journal at that instant and hear every check, by id."""
        for check in self._checks:
            check.end(end)
        return tuple(check.verdict() for check in self._checks)

    def _go_on(self, at: dt.datetime) -> None:
        """Tell those who asked for it before anything of the new instant is shown."""
        self._at = at
        for check in self._to_tell:
            check.instant_over()
        self._to_tell.clear()

    def _concerned(self, kind: type[Event], stream: str, of: str) -> Iterable[Shown]:
        """Books are written up before the checks see an event and, where they say so, after."""
        books = [book for book, seen in self._books.values() if seen & {"", stream} or stream == OFFICE]
        for book in books:
            yield from marked(book, kind, of)
        for check, own in self._checks.items():
            if own in {"", stream} or stream == OFFICE:
                yield from (method for method in check.shown(kind, of) if _of(method) in {"", stream})
        for book in books:
            yield from marked(book, kind, of, afterwards=True)


def _of(method: Shown) -> str:
    """Whose events alone a method is shown."""
    routine: str = getattr(method, "routine", "")
    return routine
