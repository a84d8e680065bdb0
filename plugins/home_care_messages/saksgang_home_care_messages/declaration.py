"""The routine's manifest: what it has, in the core's terms (PLG-02)."""

from __future__ import annotations

from saksgang.declarations import CaseType, DeadlineKind, Role, Routine, ServiceKind, Status, TaskKind
from saksgang.events import StaffAbsent
from saksgang.plugins.sentences import sentences_in
from saksgang_home_care_messages.checks import CHECKS
from saksgang_home_care_messages.labels import DEADLINES, OUTCOMES, STATUSES, TASKS
from saksgang_home_care_messages.names import CASE_TYPE, DONE, IN_PROGRESS, LEADER, NEW, ROLES, ROUTINE
from saksgang_home_care_messages.routine import ANSWERS
from saksgang_home_care_messages.settings import Settings

__all__ = ["declared"]

PACKAGE = "saksgang_home_care_messages"

LEADS_TO = {NEW: (IN_PROGRESS, DONE), IN_PROGRESS: (DONE,), DONE: ()}

# Kind, whose queue where its message does not say, what it can end with.
TASK_ROWS = (
    ("handle_message", "ansatt", ("done", "passed on")),
    ("finish_message", "ansatt", ("done", "passed on", "part answered")),
    ("untaken_message", LEADER, ("taken",)),
)

# Kind, whom it waits for, what is behind it in English and in Norwegian.
DEADLINE_ROWS = (
    (
        "first_reply",
        "office",
        "setting first_reply: within one day, read as one working day",
        "innstillingen first_reply: innen én dag, lest som én arbeidsdag",
    ),
    (
        "final_reply",
        "office",
        "setting final_reply: a gap of the source",
        "innstillingen final_reply, som kilden ikke oppgir",
    ),
    (
        "step_in_time",
        "office",
        "the time that a step of the type has in its row",
        "tiden som steget har i meldingstypens rad",
    ),
    (
        "untaken",
        "office",
        "settings leader_notice_before, leader_notice_before_visit and leader_notice_after",
        "innstillingene leader_notice_before, leader_notice_before_visit og leader_notice_after",
    ),
    (
        "absence_begins",
        "time",
        "an absence that was told before its first day",
        "et fravær som er meldt før den første dagen",
    ),
)

SERVICES = (
    ServiceKind("worklist", "the work lists of the services: visits are moved, cancelled or given to somebody else"),
    ServiceKind("handheld", "handheld terminals: tells an employee directly, and answers whether a visit was in vain"),
)

REQUIREMENTS = {
    "MSG-01": f"{PACKAGE}.course.roles_of",
    "MSG-02": f"{PACKAGE}.refusing_tasks.without_temporary_reply",
    "MSG-03": f"{PACKAGE}.visiting.note_visit_in_vain",
    "MSG-04": f"{PACKAGE}.refusing_steps.not_stated",
    "MSG-05": f"{PACKAGE}.going_on.go_on",
    "MSG-06": f"{PACKAGE}.refusing_facts.amend_case",
    "MSG-07": f"{PACKAGE}.refusing_replies.unasked_reply",
    "MSG-08": f"{PACKAGE}.going_on.new_tasks",
    "MSG-09": f"{PACKAGE}.refusing_forwards.forwarded",
    "MSG-10": f"{PACKAGE}.untaken.watch",
    "MSG-11": f"{PACKAGE}.gaps.open_gaps",
}


def declared() -> Routine:
    """The manifest."""
    return Routine(
        name=ROUTINE,
        version="0.1.0",
        api=">=1,<2",
        title="Digital messages to and from those who receive home care",
        label="Digitale meldinger i hjemmetjenesten",
        language="nb",
        countries=("NO",),
        case_types=(CaseType(CASE_TYPE, "MELD", "message", _statuses()),),
        task_kinds=tuple(
            TaskKind(name, TASKS[name].nb, TASKS[name].en, role, outcomes) for name, role, outcomes in TASK_ROWS
        ),
        deadline_kinds=tuple(
            DeadlineKind(name, DEADLINES[name].nb, DEADLINES[name].en, whom, source, label)
            for name, whom, source, label in DEADLINE_ROWS
        ),
        roles=tuple(Role(name, meaning) for name, meaning in ROLES.items()),
        settings=Settings,
        package=PACKAGE,
        services=SERVICES,
        requirements=REQUIREMENTS,
        checks=CHECKS,
        responds=tuple(ANSWERS),
        observes=(StaffAbsent,),
        outcomes={name: label.nb for name, label in OUTCOMES.items()},
        sentences=sentences_in(PACKAGE),
    )


def _statuses() -> tuple[Status, ...]:
    return tuple(Status(name, label.en, LEADS_TO[name]) for name, label in STATUSES.items())
