"""Asking the routines, one at a time, so that a sick one harms its own cases only (PLG-04, PLG-05)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from saksgang.commands import Answer, Command, CreateTask
from saksgang.errors import Refused, SaksgangError
from saksgang.events import Event
from saksgang.journal.record import Recorded
from saksgang.view import View

__all__ = ["PluginCrashed", "RoutineDesk"]


class PluginCrashed(SaksgangError):
    """A plugin raised where its answer is needed to go on; nothing has changed (PLG-05).

    Attributes:
        raised: what it raised, such as ``KeyError: 'plot'``.
    """

    def __init__(self, sentence: str, raised: str = "") -> None:
        super().__init__(sentence)
        self.raised = raised


@frozen
class RoutineDesk:
    """What the office asks of one routine: its hooks, any of which it may lack.

    Attributes:
        responds: the types of events that ``respond`` is asked about; none named: about every one.
        observes: as ``responds``, for ``observe``.
    """

    name: str
    respond: Callable[..., Sequence[Answer]] | None = None
    vet: Callable[..., object] | None = None
    observe: Callable[..., Sequence[Answer]] | None = None
    distribute: Callable[..., object] | None = None
    responds: tuple[type[Event], ...] = ()
    observes: tuple[type[Event], ...] = ()

    def hears(self, kind: type[Event], stream: str) -> str:
        """The hook that is asked about such an event: ``respond`` for its own, ``observe`` for others, else ``""``."""
        if stream == self.name:
            return "respond" if self.respond is not None and (not self.responds or kind in self.responds) else ""
        return "observe" if self.observe is not None and (not self.observes or kind in self.observes) else ""

    def answers(self, hook: str, event: Recorded, view: View) -> Sequence[Answer]:
        """The routine's answer to an event, by its hook ``respond`` or ``observe``."""
        ask = self.respond if hook == "respond" else self.observe if hook == "observe" else None
        return () if ask is None else ask(event=event, view=view)

    def named(self, task: CreateTask, view: View) -> str:
        """Whom the routine names for a task by distribution, ``""`` for nobody; raises ``PluginCrashed``."""
        if self.distribute is None:
            return ""
        about = f"case {task.case or 'none'}, task {task.kind}"
        try:
            staff = self.distribute(task=task, view=view)
        except (Exception, SystemExit) as error:
            raise self._crashed("distribute", about, error) from error
        if staff is None:
            return ""
        if not isinstance(staff, str) or (staff and view.member(staff) is None):
            raise self._crashed("distribute", about, LookupError(f"it names {staff!r}, who is nobody on the staff"))
        return staff

    def answers_again(self, hook: str, event: Recorded, view: View) -> Sequence[Answer]:
        """As ``answers``, for somebody who waits for it: raises ``PluginCrashed`` when the routine raises."""
        try:
            return tuple(self.answers(hook, event, view))
        except (Exception, SystemExit) as error:
            about = f"case {event.event.case or 'none'}, event {event.id}"
            raise self._crashed(hook, about, error) from error

    def check(self, command: Command, actor: str, view: View, case: str) -> None:
        """Raise ``Refused`` when the routine refuses the command, ``PluginCrashed`` when it raises or says no text."""
        if self.vet is None:
            return
        try:
            refusal = self.vet(command=command, actor=actor, view=view)
        except (Exception, SystemExit) as error:
            raise self._vet_crashed(command, case, error) from error
        if not refusal:
            return
        if not isinstance(refusal, str):
            raise self._vet_crashed(command, case, TypeError(f"it answers with {refusal!r}, which is no sentence"))
        rule, colon, sentence = refusal.partition(": ")
        raise Refused(rule, sentence) if colon else Refused(self.name, refusal)

    def _vet_crashed(self, command: Command, case: str, error: Exception | SystemExit) -> PluginCrashed:
        return self._crashed("vet", f"case {case or 'none'}, command {type(command).__name__}", error)

    def _crashed(self, hook: str, about: str, error: Exception | SystemExit) -> PluginCrashed:
        raised = f"{type(error).__name__}: {error}"
        return PluginCrashed(f"Plugin {self.name}, hook {hook}, {about}: {raised}", raised)
