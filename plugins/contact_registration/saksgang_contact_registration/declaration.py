"""The routine's manifest: what it has, in the core's terms (PLG-02)."""

from __future__ import annotations

from saksgang.declarations import CaseType, DeadlineKind, Role, Routine, Status, TaskKind
from saksgang.plugins.sentences import sentences_in
from saksgang_contact_registration.checks import CHECKS
from saksgang_contact_registration.labels import DEADLINES, OUTCOMES, STATUSES, TASKS
from saksgang_contact_registration.names import BATCH_TYPE, REGISTRANT, ROUTINE, TASK
from saksgang_contact_registration.observing import OBSERVED
from saksgang_contact_registration.routine import ANSWERS
from saksgang_contact_registration.settings import Settings

__all__ = ["declared"]

PACKAGE = "saksgang_contact_registration"

LEADS_TO = {"samles": ("registreret",), "registreret": ()}
ENDS = ("registered", "not registered")

REQUIREMENTS = {
    "REG-01": f"{PACKAGE}.rules_kind.administrative",
    "REG-02": f"{PACKAGE}.rules_once.once",
    "REG-03": f"{PACKAGE}.rules_kind.transaction_or_information",
    "REG-04": f"{PACKAGE}.rules_kind.case_reference",
    "REG-05": f"{PACKAGE}.rules_form.inbound_form",
    "REG-06": f"{PACKAGE}.rules_form.outbound_form",
    "REG-07": f"{PACKAGE}.rules_kind.misdirected",
    "REG-08": f"{PACKAGE}.rules_kind.outside_the_remit",
    "REG-09": f"{PACKAGE}.rules_way.output_manager",
    "REG-10": f"{PACKAGE}.rules_once.mass_mailing",
    "REG-11": f"{PACKAGE}.rules_once.one_matter",
    "REG-12": f"{PACKAGE}.rules_way.ending_at_once",
    "REG-13": f"{PACKAGE}.counting.counted",
    "REG-14": f"{PACKAGE}.offering.observed",
}


def declared() -> Routine:
    """The manifest."""
    return Routine(
        name=ROUTINE,
        version="0.1.0",
        api=">=1,<2",
        title="Register contacts in the counting week",
        label="Registrering af henvendelser i tælleugen",
        language="da",
        # Danish by its source and labels; beside a Norwegian routine it counts what that one does.
        countries=("DK", "NO"),
        case_types=(CaseType(BATCH_TYPE, "MASSE", "mass mailing", _statuses()),),
        task_kinds=(TaskKind(TASK, TASKS[TASK].da, TASKS[TASK].en, REGISTRANT, ENDS),),
        deadline_kinds=(
            DeadlineKind(
                "batch_closes",
                DEADLINES["batch_closes"].da,
                DEADLINES["batch_closes"].en,
                "time",
                "setting singly_at_most: a batch is that of a day",
                "indstillingen singly_at_most: en masseforsendelse er den fra en dag",
            ),
        ),
        roles=(Role(REGISTRANT, "registers the contacts of the department"),),
        settings=Settings,
        package=PACKAGE,
        requirements=REQUIREMENTS,
        checks=CHECKS,
        responds=tuple(ANSWERS),
        observes=tuple(OBSERVED),
        outcomes={name: label.da for name, label in OUTCOMES.items()},
        sentences=sentences_in(PACKAGE),
    )


def _statuses() -> tuple[Status, ...]:
    return tuple(Status(name, label.en, LEADS_TO[name]) for name, label in STATUSES.items())
