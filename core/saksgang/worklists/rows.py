"""One line of a work list, made from a record and the words that its routine declares (COR-06)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Protocol, TypeVar

from attrs import frozen

from saksgang.identity import masked
from saksgang.legaltime import fires_at
from saksgang.records import Case, Deadline, Document, Letter, Target, Task
from saksgang.view import View
from saksgang.worklists.hiding import hidden

__all__ = ["Row", "case_row", "deadline_row", "document_row", "letter_row", "task_row"]


@frozen(kw_only=True)
class Row:
    """What a work list shows of one thing; the same for a terminal, a page, a story and simulated staff.

    Attributes:
        kind: ``case``, ``task``, ``letter``, ``deadline`` or ``document``.
        type: the declared name: case type, task kind, letter template, deadline kind or document category.
        label: that name in the words of its routine.
        target: of a deadline only: ``due``, ``norm`` or ``limit``.
        owner: the staff id of who has it, ``""`` while nobody has.
        queue: of a task only: the role that it is for, with the section where there is one.
        since: when it was opened, created, started or received; ``None`` for a letter.
        waits_for: of a deadline only: ``office``, ``recipient``, or ``""`` where its routine is not at hand.
        about: the id of what it concerns; of a letter that waits for approval, the id of the approver's task.
        marks: ``new``, ``overdue``, ``waiting`` and ``paused``, those that hold.
        personal_number: of a case only; masked unless asked for (COR-08).
        notice: on the start page, why it stands there.
    """

    kind: str
    id: str
    routine: str
    case: str
    type: str
    label: str
    state: str
    target: str = ""
    owner: str = ""
    queue: str = ""
    since: dt.datetime | None = None
    due: dt.datetime | None = None
    waits_for: str = ""
    about: str = ""
    party: str = ""
    remark: str = ""
    marks: tuple[str, ...] = ()
    personal_number: str = ""
    notice: str = ""


def case_row(case: Case, view: View, *, show_numbers: bool = False) -> Row:
    """A case as the case list shows it; new ones are marked."""
    declared = view.catalogue.routines.get(case.routine)
    return Row(
        kind="case",
        id=case.number,
        routine=case.routine,
        case=case.number,
        type=case.type,
        label=_label(declared.case_types if declared else (), case.type),
        state=case.status,
        owner=case.responsible,
        since=case.opened,
        party=case.party,
        marks=("new",) if case.new and not case.ended else (),
        personal_number=case.personal_number if show_numbers else masked(case.personal_number),
    )


def task_row(task: Task, view: View) -> Row:
    """A task as a task list shows it, with the label of its kind and the queue that it is for."""
    declared = view.catalogue.routines.get(task.routine)
    unfinished = task.state in ("open", "waiting")
    marks = {
        "overdue": unfinished and task.due is not None and fires_at(task.due) <= view.now,
        "waiting": task.state == "waiting",
    }
    return Row(
        kind="task",
        id=task.id,
        routine=task.routine,
        case=task.case,
        type=task.kind,
        label=_label(declared.task_kinds if declared else (), task.kind),
        state=task.state,
        owner=task.owner,
        queue=f"{task.role}, {task.section}" if task.section else task.role,
        since=task.created,
        due=task.due,
        about=task.about,
        remark=hidden(task.reason),
        marks=tuple(mark for mark, holds in marks.items() if holds),
    )


def letter_row(letter: Letter, about: str = "") -> Row:
    """A letter by its title and state; ``about`` is the task that asks for its approval."""
    return Row(
        kind="letter",
        id=letter.id,
        routine=letter.routine,
        case=letter.case,
        type=letter.template,
        label=letter.title,
        state=letter.state,
        owner=letter.author,
        about=about,
        party=letter.to,
    )


def document_row(document: Document) -> Row:
    """A document as the post inbox shows it: what its sender says that it is."""
    return Row(
        kind="document",
        id=document.id,
        routine=document.routine,
        case=document.case,
        type=document.category,
        label=document.subject or document.category,
        state="registered" if document.case else "in the inbox",
        since=document.arrived,
        party=document.party,
        remark=f"from {document.sender} by {document.channel}, dated {document.dated}",
    )


def deadline_row(deadline: Deadline, target: Target, view: View) -> Row:
    """One due time of a deadline; it is overdue as soon as its last minute is over."""
    declared = view.catalogue.routines.get(deadline.routine)
    kinds = declared.deadline_kinds if declared else ()
    waits_for = next((kind.waits_for for kind in kinds if kind.name == deadline.kind), "")
    passed = target.state == "missed" or (deadline.paused is None and fires_at(target.due) <= view.now)
    marks = {"overdue": passed, "paused": deadline.paused is not None}
    return Row(
        kind="deadline",
        id=deadline.id,
        routine=deadline.routine,
        case=deadline.case,
        type=deadline.kind,
        label=_label(kinds, deadline.kind),
        state=target.state,
        target=target.name,
        owner=view.case(deadline.case).responsible if deadline.case else "",
        since=deadline.start,
        due=target.due,
        about=deadline.about,
        waits_for=waits_for,
        marks=tuple(mark for mark, holds in marks.items() if holds),
    )


class _Labelled(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...


L = TypeVar("L", bound=_Labelled)


def _label(kinds: Iterable[L], name: str) -> str:
    """The declared label; the name itself where the routine is not at hand any more."""
    return next((kind.label for kind in kinds if kind.name == name), name)
