"""How far a message has come, read off its case, and which steps are done by that: the one list of steps there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from saksgang.facts import Json, remembered
from saksgang.records import Case
from saksgang.view import View
from saksgang_home_care_messages.names import DONE, MESSAGE_TASKS, NEW

__all__ = ["ASKED", "REPLIES", "STATED", "STEPS_DONE", "Progress"]

REPLIES = {
    "temporary": ("temporary_reply",),
    "full": ("full_reply",),
    "part": ("answer_own_part", "answer_other_parts"),
}
"""The kinds of replies, and the steps that each may be."""

STATED = ("check_facts", "handle", "decide", "decide_archive", "change_work_list", "forward")
"""The steps that are done by stating something on the case: the fact of that name."""

ASKED = {"worklist": "change_work_list", "handheld": "tell_handheld"}
"""The services outside, and the step that asking or telling each of them is."""


@frozen
class Progress:
    """What has happened on the case of a message: read off its records as they are, each when it is asked for."""

    case: Case
    view: View

    @property
    def seen(self) -> bool:
        """Whether the one who has it has looked at it."""
        return self.case.responsible != "" and not self.case.new

    @property
    def passed_on(self) -> bool:
        """Whether those who got it first have done their steps."""
        tasks = self.view.tasks(self.case.number)
        return "done" in [task.state for task in tasks if task.kind in MESSAGE_TASKS]

    @property
    def replies(self) -> list[Json]:
        """The kinds of the replies that were sent."""
        contacts = self.view.contacts(self.case.number)
        return [contact.facts.get("kind") for contact in contacts if contact.direction == "out"]

    @property
    def said_to(self) -> str:
        """To whom the last temporary reply says that it is forwarded, ``""`` where none says so."""
        sent = [each.facts for each in self.view.contacts(self.case.number) if each.direction == "out"]
        said = [facts.get("forwarded_to") for facts in sent if facts.get("kind") == "temporary"]
        return str(said[-1] or "") if said else ""

    @property
    def answered(self) -> set[str]:
        """The services whose part has been answered."""
        sent = [each.facts for each in self.view.contacts(self.case.number) if each.direction == "out"]
        return {str(facts.get("service")) for facts in sent if facts.get("kind") == "part"}

    @property
    def asked(self) -> set[str]:
        """The services outside that were asked or told something."""
        return {request.service for request in self.view.requests(self.case.number)}

    @property
    def services(self) -> tuple[str, ...]:
        """The services that it is for, the first one's people get it; one without a name where it does not say."""
        named = self.case.facts.get("services")
        return _each_once(named) if isinstance(named, list) else (str(named or ""),)

    @property
    def others(self) -> tuple[str, ...]:
        """The services besides the first one."""
        return self.services[1:]

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The services whose part nobody has answered, in the order of the message."""
        answered = self.answered
        return tuple([name for name in self.services if name not in answered])

    def states(self, name: str) -> bool:
        """Whether something of that name has been stated on the case."""
        return bool(self.case.facts.get(name))


@remembered
def _each_once(names: list[Json]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([str(name) for name in names if name])) or ("",)


STEPS_DONE: Mapping[str, Callable[[Progress], bool]] = {
    "read": lambda p: p.seen or p.passed_on,
    "temporary_reply": lambda p: "temporary" in p.replies,
    "forward": lambda p: p.states("forward"),
    "set_in_progress": lambda p: p.case.status != NEW,
    "change_work_list": lambda p: "worklist" in p.asked or p.states("change_work_list"),
    "tell_handheld": lambda p: "handheld" in p.asked,
    "check_facts": lambda p: p.states("check_facts"),
    "handle": lambda p: p.states("handle"),
    "answer_own_part": lambda p: p.services[0] in p.answered,
    "answer_other_parts": lambda p: p.answered.issuperset(p.others),
    "full_reply": lambda p: "full" in p.replies,
    "decide": lambda p: p.states("decide"),
    "decide_archive": lambda p: p.states("decide_archive"),
    "set_done": lambda p: p.case.status == DONE,
}
"""Every step there is, and when it is done: rows name these, and the engine asks nothing else."""
