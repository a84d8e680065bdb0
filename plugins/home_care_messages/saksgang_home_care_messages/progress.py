"""How far a message has come, read off its case, and which steps are done by that: the one list of steps there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import field, frozen

from saksgang.records import Case, Contact, Request, Task
from saksgang_home_care_messages.names import DONE, MESSAGE_TASKS, NEW

__all__ = ["ASKED", "REPLIES", "STATED", "STEPS_DONE", "Progress", "progress_of", "services_of"]

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
    """What has happened on the case of a message.

    Attributes:
        seen: whether the one who has it has looked at it.
        passed_on: whether those who got it first have done their steps.
        services: whom it is for, the first one's people get it.
        answered: the services whose part has been answered.
    """

    status: str = NEW
    seen: bool = False
    passed_on: bool = False
    replies: frozenset[str] = frozenset()
    stated: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    services: tuple[str, ...] = ("",)
    answered: frozenset[str] = field(default=frozenset())

    @property
    def others(self) -> tuple[str, ...]:
        """The services besides the first one."""
        return self.services[1:]

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The services whose part nobody has answered, in the order of the message."""
        return tuple(name for name in self.services if name not in self.answered)


STEPS_DONE: Mapping[str, Callable[[Progress], bool]] = {
    "read": lambda p: p.seen or p.passed_on,
    "temporary_reply": lambda p: "temporary" in p.replies,
    "forward": lambda p: "forward" in p.stated,
    "set_in_progress": lambda p: p.status != NEW,
    "change_work_list": lambda p: "worklist" in p.asked or "change_work_list" in p.stated,
    "tell_handheld": lambda p: "handheld" in p.asked,
    "check_facts": lambda p: "check_facts" in p.stated,
    "handle": lambda p: "handle" in p.stated,
    "answer_own_part": lambda p: p.services[0] in p.answered,
    "answer_other_parts": lambda p: not set(p.others) - p.answered,
    "full_reply": lambda p: "full" in p.replies,
    "decide": lambda p: "decide" in p.stated,
    "decide_archive": lambda p: "decide_archive" in p.stated,
    "set_done": lambda p: p.status == DONE,
}
"""Every step there is, and when it is done: rows name these, and the engine asks nothing else."""


def progress_of(case: Case, contacts: list[Contact], requests: list[Request], tasks: list[Task]) -> Progress:
    """What the records of a case come to."""
    sent = [contact.facts for contact in contacts if contact.direction == "out"]
    return Progress(
        status=case.status,
        seen=bool(case.responsible) and not case.new,
        passed_on=any(task.state == "done" and task.kind in MESSAGE_TASKS for task in tasks),
        replies=frozenset([str(facts.get("kind")) for facts in sent]),
        stated=frozenset([name for name in STATED if case.facts.get(name)]),
        asked=frozenset([request.service for request in requests]),
        services=services_of(case),
        answered=frozenset([str(facts.get("service")) for facts in sent if facts.get("kind") == "part"]),
    )


def services_of(case: Case) -> tuple[str, ...]:
    """The services that a message is for; one without a name where it does not say."""
    named = case.facts.get("services")
    names = named if isinstance(named, list) else [named]
    return tuple(dict.fromkeys(str(name) for name in names if name)) or ("",)
