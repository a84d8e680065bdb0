"""The routine's manifest: what it has, in the core's terms (PLG-02)."""

from __future__ import annotations

from saksgang.declarations import CaseType, DeadlineKind, Role, Routine, Status, TaskKind
from saksgang.plugins.sentences import sentences_in
from saksgang.plugins.templates import letters_in
from saksgang_ppt_intake.checks import CHECKS
from saksgang_ppt_intake.labels import DEADLINES, OUTCOMES, STATUSES, TASKS
from saksgang_ppt_intake.names import CASE_TYPE, KONSULENT, LEDER, ROUTINE, SPECIALIST
from saksgang_ppt_intake.routine import ANSWERS
from saksgang_ppt_intake.settings import Settings

__all__ = ["declared"]

PACKAGE = "saksgang_ppt_intake"

LEADS_TO = {"ny": ("under arbeid",), "under arbeid": ("avsluttet",), "avsluttet": ()}

# Kind, whose queue, what it can end with.
TASK_ROWS = (
    ("register_document", KONSULENT, ("new case", "existing case")),
    ("distribute_case", KONSULENT, ("assigned",)),
    ("confirm_receipt", KONSULENT, ("confirmed",)),
    ("assess_case", LEDER, ("assigned",)),
    ("review_case", SPECIALIST, ("reply letter", "journal note", "no answer needed")),
    ("approve_letter", LEDER, ("approved", "returned")),
    ("revise_letter", SPECIALIST, ("completed again",)),
    ("ask_under_work", SPECIALIST, ("yes", "no")),
    ("undelivered_letter", SPECIALIST, ("sent anew", "reached otherwise")),
    ("undelivered_confirmation", KONSULENT, ("sent anew", "reached otherwise")),
    ("preliminary_reply", SPECIALIST, ("sent",)),
)

# Kind, whom it waits for, what is behind it in English and in Norwegian.
DEADLINE_ROWS = (
    (
        "answer",
        "office",
        "setting reply_norm; forvaltningsloven § 11 a, third paragraph",
        "innstillingen reply_norm; forvaltningsloven § 11 a tredje ledd",
    ),
    ("opened", "recipient", "setting autoprint_after", "innstillingen autoprint_after"),
)

ROLES = (
    Role(KONSULENT, "consultant: registers, distributes, confirms"),
    Role(SPECIALIST, "specialist: reviews inquiries and writes replies"),
    Role(LEDER, "section leader: assesses and redistributes cases, approves letters"),
)

REQUIREMENTS = {
    "PPT-01": f"{PACKAGE}.registering.put_in_inbox",
    "PPT-02": f"{PACKAGE}.refusing_cases.dated_too_late",
    "PPT-03": f"{PACKAGE}.refusing_cases.wrong_subject",
    "PPT-04": f"{PACKAGE}.directory.proposed",
    "PPT-05": f"{PACKAGE}.registering.confirm_new_referral",
    "PPT-06": f"{PACKAGE}.distributing.give_to_leader",
    "PPT-07": f"{PACKAGE}.replying.answered_by_reply",
    "PPT-08": f"{PACKAGE}.status.ask_under_work",
    "PPT-09": f"{PACKAGE}.approving.ask_for_approval",
    "PPT-10": f"{PACKAGE}.dispatching.print_unopened",
    "PPT-11": f"{PACKAGE}.registering.answer_targets",
}


def declared() -> Routine:
    """The manifest; raises what reading a broken letter template raises."""
    return Routine(
        name=ROUTINE,
        version="0.1.0",
        api=">=1,<2",
        title="Receive and distribute inquiries to the educational-psychological service (PPT)",
        label="Mottak og fordeling av henvendelser til PPT",
        language="nb",
        countries=("NO",),
        case_types=(CaseType(CASE_TYPE, "PPT", "PPT case", _statuses()),),
        task_kinds=tuple(
            TaskKind(name, TASKS[name].nb, TASKS[name].en, role, outcomes) for name, role, outcomes in TASK_ROWS
        ),
        deadline_kinds=tuple(
            DeadlineKind(name, DEADLINES[name].nb, DEADLINES[name].en, whom, source, label)
            for name, whom, source, label in DEADLINE_ROWS
        ),
        roles=ROLES,
        settings=Settings,
        package=PACKAGE,
        letters=letters_in(PACKAGE),
        requirements=REQUIREMENTS,
        checks=CHECKS,
        responds=tuple(ANSWERS),
        outcomes={name: label.nb for name, label in OUTCOMES.items()},
        sentences=sentences_in(PACKAGE),
    )


def _statuses() -> tuple[Status, ...]:
    return tuple(Status(name, label.en, LEADS_TO[name]) for name, label in STATUSES.items())
