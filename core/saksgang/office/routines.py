"""Asking the routines, one at a time, so that a sick one harms its own cases only (PLG-04, PLG-05)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from saksgang.commands import Answer, Command
from saksgang.errors import Refused, SaksgangError
from saksgang.events import Event
from saksgang.journal.record import Recorded
from saksgang.view import View

__all__ = ["PluginCrashed", "RoutineDesk"]


class PluginCrashed(SaksgangError):
    """A plugin raised where its answer is needed to go on; nothing has changed (PLG-05)."""


@frozen
class RoutineDesk:
    """What the office asks of one routine: its hooks, any of which it may lack.

    Attributes:
        responds: the types of events that ``respond`` is asked about; none named: about every one.
        observes: as ``responds``, for ``observe``.
    """

    name: str
    respond: Callable[..., Sequence[Answer]] | None = None
    vet: Callable[..., str | None] | None = None
    observe: Callable[..., Sequence[Answer]] | None = None
    distribute: Callable[..., str | None] | None = None
    responds: tuple[type[Event], ...] = ()
    observes: tuple[type[Event], ...] = ()

    def hears(self, kind: type[Event], stream: str) -> str:
        """The hook that is asked about such an event: ``respond`` for its own, ``observe`` for others, else ``""``."""
        if stream == self.name:
            return "respond" if self.respond is not None and (not self.responds or kind in self.responds) else ""
        return "observe" if self.observe is not None and (not self.observes or kind in self.observes) else ""

    def answers(self, hook: str, event: Recorded, view: View) -> Sequence[Answer]:
        """The routine's answer to an event, by its hook ``respond`` or ``observe``."""
        ask = self.respond if hook == "respond" else self.observe
        return () if ask is None else ask(event=event, view=view)

    def answers_again(self, hook: str, event: Recorded, view: View) -> Sequence[Answer]:
        """As ``answers``, for somebody who waits for it: raises ``PluginCrashed`` when the routine raises."""
        try:
            return tuple(self.answers(hook, event, view))
        except Exception as error:
            about = f"case {event.event.case or 'none'}, event {event.id}"
            raise self._crashed(hook, about, error) from error

    def check(self, command: Command, actor: str, view: View, case: str) -> None:
        """Raise ``Refused`` when the routine refuses the command, ``PluginCrashed`` when it raises."""
        if self.vet is None:
            return
        try:
            refusal = self.vet(command=command, actor=actor, view=view)
        except Exception as error:
            about = f"case {case or 'none'}, command {type(command).__name__}"
            raise self._crashed("vet", about, error) from error
        if refusal:
            rule, _, sentence = refusal.partition(": ")
            raise Refused(rule, sentence)

    def _crashed(self, hook: str, about: str, error: Exception) -> PluginCrashed:
        return PluginCrashed(f"Plugin {self.name}, hook {hook}, {about}: {type(error).__name__}: {error}")
