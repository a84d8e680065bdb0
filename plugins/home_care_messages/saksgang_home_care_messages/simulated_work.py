"""What simulated staff do with messages, step by step as the rows say, by the commands of a person (SIM-04)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from saksgang.commands import (
    AmendCase,
    AskService,
    ChangeStatus,
    Command,
    ReassignTask,
    RecordContact,
    SeeCase,
    WaitWithTask,
)
from saksgang.view import View
from saksgang_home_care_messages.course import Course, roles_of
from saksgang_home_care_messages.looking import course_of, settings_of
from saksgang_home_care_messages.names import DONE, IN_PROGRESS, ROUTINE
from saksgang_home_care_messages.rows import Step
from saksgang_home_care_messages.simulated_messages import meant_by
from saksgang_sim.behaviour import Turn, Work
from saksgang_sim.luck import Weights

__all__ = ["FOR_INFORMATION", "WORK"]

FOR_INFORMATION = "venter på opplysninger"
NOBODY_HERE = "ingen som kan ta den er på jobb"
WAITS = 0.3
FORGETS_TEMPORARY_REPLY = 0.05
SETS_DONE_TOO_EARLY = 0.02
CANNOT_CHANGE = 0.1
ARCHIVE = Weights({"arkivsystem": 0.5, "avvikssystem": 0.3, "ingen av dem": 0.2})
REPLIES_FOR_NOW = ("Fakturaspørsmål", "Annen klage")

Act: TypeAlias = Callable[[Turn, Course], Command]
"""What is done about the next step of a message that has come so far."""


def work_on_message(turn: Turn) -> Work:
    """Look at it, sort it if it is something else, then do the steps of its type as far as they are one's own."""
    number, leg = turn.task.case, turn.task.facts["leg"]
    yield SeeCase(number)
    case = turn.view.case(number)
    meant = meant_by(str(case.facts.get("text", "")))
    if leg == 0 and meant and meant != case.facts["type"]:
        yield AmendCase(number, {"type": meant})
    if leg == 0 and turn.attempt == 1 and meant in REPLIES_FOR_NOW and _mine(turn):
        yield _reply(turn, "temporary", "Vi kontrollerer dette og svarer deg så snart vi kan.", {})
    if leg != 0 and not turn.task.reason and turn.luck.chance(WAITS, "waits"):
        yield WaitWithTask(turn.task.id, FOR_INFORMATION)
        return
    may_err = turn.attempt == 1
    while (act := _next_act(turn, course_of(number, turn.view), may_err=may_err)) is not None:
        may_err = False
        yield act


def _mine(turn: Turn) -> bool:
    """Whether it is still one's own after sorting."""
    tasks = turn.view.tasks(turn.task.case)
    return turn.person.id in [task.owner for task in tasks if task.state == "open"]


def _next_act(turn: Turn, course: Course, *, may_err: bool) -> Command | None:
    """What comes next, ``None`` when it lies with others."""
    step = course.next
    if step is None:
        return None
    wrong = _mistake(turn, course, step) if may_err else None
    if wrong is not None:
        return wrong
    if course.leg_of(step) != turn.task.facts["leg"] or not _mine(turn):
        return None
    service = turn.task.facts.get("service")
    if step.do == "answer_other_parts" and service in course.progress.answered:
        return None
    return ACTS[step.do](turn, course)


def _mistake(turn: Turn, course: Course, step: Step) -> Command | None:
    """Now and then somebody forwards or ends a message too early, is told so, and does it right the next time."""
    if step.do == "temporary_reply" and turn.luck.chance(FORGETS_TEMPORARY_REPLY, "forgets"):
        return AmendCase(turn.task.case, {"forward": _colleague(turn, course)})
    if step.do == "handle" and turn.luck.chance(SETS_DONE_TOO_EARLY, "too early"):
        return ChangeStatus(turn.task.case, DONE)
    return None


def _reply(turn: Turn, kind: str, text: str, states: Mapping[str, str]) -> RecordContact:
    case = turn.view.case(turn.task.case)
    facts = {"kind": kind, "text": text, **states}
    return RecordContact(
        ROUTINE, str(case.facts["sender"]), "out", "message", f"{kind} reply", case=case.number, facts=facts
    )


def _temporary(turn: Turn, course: Course) -> Command:
    states = {"forwarded_to": _colleague(turn, course), "expected_time": "fire uker"}
    return _reply(turn, "temporary", "Vi har fått meldingen og kommer tilbake med svar.", states)


def _full(turn: Turn, _: Course) -> Command:
    return _reply(turn, "full", "Her er svaret på det du spurte om.", {"write_to": "rett mottaker"})


def _part(turn: Turn, course: Course) -> Command:
    service = str(turn.task.facts.get("service", course.progress.services[0]))
    return _reply(turn, "part", "Dette er svaret fra vår tjeneste.", {"service": service})


def _colleague(turn: Turn, course: Course) -> str:
    """Somebody who is here and may do what comes after forwarding, or else the queue."""
    last = course.route.legs[-1]
    role = roles_of(last[0], course.progress.services[-1], settings_of(turn.view))[0]
    if course.parts_of(len(course.route.legs) - 1):
        return role
    fit = [p for p in turn.view.staff() if role in p.roles and p.id != turn.person.id and turn.view.here(p.id)]
    near = [p for p in fit if p.section == turn.person.section] or fit
    return near[turn.luck.integer(0, len(near) - 1, "colleague")].id if near else role


def _said(turn: Turn, course: Course) -> str:
    """Whom the sender was told of, or somebody where nobody was named."""
    return course.progress.said_to or _colleague(turn, course)


def _change_work_list(turn: Turn, _: Course) -> Command:
    if turn.luck.chance(CANNOT_CHANGE, "cannot change"):
        return AmendCase(turn.task.case, {"change_work_list": "Ikke mulig: ruten er alt i gang."})
    return AskService("worklist", turn.task.case, about=_visit(turn), facts={"change": "besøket utgår"})


def _tell(turn: Turn, _: Course) -> Command:
    facts = {"employee": f"rute {turn.luck.integer(1, 9, 'route')}", "message": "Besøket utgår."}
    return AskService("handheld", turn.task.case, about=_visit(turn), facts=facts)


def _visit(turn: Turn) -> str:
    return str(turn.view.case(turn.task.case).facts.get("visit", ""))


def _stating(name: str, text: str) -> Act:
    return lambda turn, _: AmendCase(turn.task.case, {name: text})


def _setting(status: str) -> Act:
    return lambda turn, _: ChangeStatus(turn.task.case, status)


ACTS: Mapping[str, Act] = {
    "read": lambda turn, _: SeeCase(turn.task.case),
    "temporary_reply": _temporary,
    "forward": lambda turn, course: AmendCase(turn.task.case, {"forward": _said(turn, course)}),
    "set_in_progress": _setting(IN_PROGRESS),
    "change_work_list": _change_work_list,
    "tell_handheld": _tell,
    "check_facts": _stating("check_facts", "Sjekket mot journal og arbeidsliste."),
    "handle": _stating("handle", "Kontrollert og rettet."),
    "answer_own_part": _part,
    "answer_other_parts": _part,
    "full_reply": _full,
    "decide": _stating("decide", "Tas muntlig; ikke noe svar på meldingen."),
    "decide_archive": lambda turn, _: AmendCase(
        turn.task.case, {"decide_archive": turn.luck.choice(ARCHIVE, "archive")}
    ),
    "set_done": _setting(DONE),
}


def hand_out(turn: Turn) -> Work:
    """The leader gives a message that nobody took to somebody who is here, of the section if possible."""
    task = turn.view.task(turn.task.about)
    fit = _fit(task.role, task.section, turn.view) or _fit(task.role, "", turn.view)
    if fit:
        yield ReassignTask(task.id, fit[turn.luck.integer(0, len(fit) - 1, "to whom")], "ingen har tatt den")
    else:
        yield WaitWithTask(turn.task.id, NOBODY_HERE)


def _fit(role: str, section: str, view: View) -> list[str]:
    people = (p for p in view.staff() if role in p.roles and section in ("", p.section))
    return [p.id for p in people if view.here(p.id)]


WORK: Mapping[str, Callable[[Turn], Work]] = {
    "handle_message": work_on_message,
    "finish_message": work_on_message,
    "untaken_message": hand_out,
}
