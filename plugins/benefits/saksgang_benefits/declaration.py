"""The routine's manifest: what it has, in the core's terms (PLG-02)."""

from __future__ import annotations

from saksgang.declarations import CaseType, DeadlineKind, Role, Routine, ServiceKind, Status, TaskKind
from saksgang.plugins.sentences import sentences_in
from saksgang.plugins.templates import letters_in
from saksgang_benefits.checks import CHECKS
from saksgang_benefits.haendelser import ROWS
from saksgang_benefits.labels import DEADLINES, OUTCOMES, SERVICES, STATUSES, TASKS
from saksgang_benefits.names import CASEWORKER, KONTANT, PAYSLIPS, ROUTINE, SINGLE, UDDANNELSE, UNDELIVERED
from saksgang_benefits.routine import ANSWERS
from saksgang_benefits.settings import Settings

__all__ = ["declared"]

PACKAGE = "saksgang_benefits"

LEADS_TO = {
    "modtaget": ("under oplysning", "fuldt oplyst", "afsluttet"),
    "under oplysning": ("fuldt oplyst", "afsluttet"),
    "fuldt oplyst": ("under oplysning", "bevilget", "afslået", "afsluttet"),
    "bevilget": ("afsluttet",),
    "afslået": ("afsluttet",),
    "afsluttet": ("arkiveret",),
    "arkiveret": (),
}

CASE_TYPES = (
    (KONTANT, "KH", "cash benefit"),
    (UDDANNELSE, "UH", "education benefit, until 30 June 2025"),
    (SINGLE, "EY", "single payment"),
)

INFORMING = ("informed", "more needed", "noted")
# Kind, what it can end with; all are for any caseworker.
TASK_ROWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("create_case", ("new case", "existing case")),
    ("handle_application", INFORMING[:2]),
    ("review_document", INFORMING),
    *((row.name, INFORMING) for row in ROWS),
    ("follow_up", INFORMING),
    ("decide", ("granted", "refused")),
    ("decision_letter", ("sent",)),
    (UNDELIVERED, ("sent anew", "reached otherwise", "looked into")),
    ("payslip", ("income reported", "not usable")),
    ("payment_held", ("looked into",)),
    ("payment_rejected", ("send again", "looked into")),
    ("no_amount", ("looked into",)),
    ("unclear_answer", ("looked into",)),
)

# Kind, whom it waits for, what is behind it in English and in Danish.
# The payment day waits for nobody, and is nobody's work.
DEADLINE_ROWS = (
    (
        "documentation",
        "recipient",
        "setting documentation_time; vejledning 9533 of 26 June 2018",
        "indstillingen documentation_time; vejledning 9533 af 26. juni 2018",
    ),
    ("reminder", "recipient", "BEN-11: the first working day after", "BEN-11: den første arbejdsdag efter"),
    (
        "payment",
        "recipient",
        "aktivloven § 89, a month in arrears; last bank day by Nationalbanken's closing days",
        "aktivloven § 89, månedsvis bagud; sidste bankdag efter Nationalbankens lukkedage",
    ),
    ("held", "recipient", "setting held_at_most", "indstillingen held_at_most"),
)

ROLES = (
    Role(CASEWORKER, "caseworker: informs and decides cases, and takes any task"),
    Role(PAYSLIPS, "responsible for payslips, a caseworker too"),
)

REQUIREMENTS = {
    "BEN-01": "saksgang.worklists.start_page",
    "BEN-02": f"{PACKAGE}.birthdays.distributed",
    "BEN-03": f"{PACKAGE}.intake.receive",
    "BEN-04": f"{PACKAGE}.intake.receive",
    "BEN-05": f"{PACKAGE}.registers.keep_answer",
    "BEN-06": f"{PACKAGE}.registers.differences",
    "BEN-07": f"{PACKAGE}.household.availability",
    "BEN-08": f"{PACKAGE}.matters.composed",
    "BEN-09": f"{PACKAGE}.dispatching.send_completed",
    "BEN-10": f"{PACKAGE}.reminding.start_digital",
    "BEN-11": f"{PACKAGE}.reminding.remind",
    "BEN-12": f"{PACKAGE}.intake.note_event",
    "BEN-13": f"{PACKAGE}.closed_doors.ONLY_BY_RULE",
    "BEN-14": f"{PACKAGE}.reminding.close_reminders",
    "BEN-15": f"{PACKAGE}.informing.end_informing",
    "BEN-16": f"{PACKAGE}.calculation.calculate",
    "BEN-17": f"{PACKAGE}.refusing_tasks.decision",
    "BEN-18": f"{PACKAGE}.supplementing.release",
    "BEN-19": f"{PACKAGE}.refusing_letters.decision_letter",
    "BEN-20": f"{PACKAGE}.selvbetjening.shown",
    "BEN-21": f"{PACKAGE}.searches.PAYSLIPS_FOUND",
    "BEN-22": f"{PACKAGE}.supplementing.recalculate",
    "BEN-23": f"{PACKAGE}.paying.pay",
    "BEN-24": f"{PACKAGE}.postings.postings",
    "BEN-25": "saksgang.worklists.find_by_number",
    "BEN-26": f"{PACKAGE}.closing.archive",
}


def declared() -> Routine:
    """The manifest; raises what reading a broken letter template raises."""
    return Routine(
        name=ROUTINE,
        version="0.1.0",
        api=">=1,<2",
        title="Grant and pay cash benefits at a Danish benefits office (ydelseskontor)",
        label="Bevilling og udbetaling af ydelser",
        language="da",
        countries=("DK",),
        case_types=tuple(CaseType(name, prefix, label, _statuses()) for name, prefix, label in CASE_TYPES),
        task_kinds=tuple(
            TaskKind(name, TASKS[name].da, TASKS[name].en, CASEWORKER, outcomes) for name, outcomes in TASK_ROWS
        ),
        deadline_kinds=tuple(
            DeadlineKind(name, DEADLINES[name].da, DEADLINES[name].en, whom, source, label)
            for name, whom, source, label in DEADLINE_ROWS
        ),
        roles=ROLES,
        settings=Settings,
        package=PACKAGE,
        letters=letters_in(PACKAGE),
        services=tuple(ServiceKind(name, label.en) for name, label in SERVICES.items()),
        requirements=REQUIREMENTS,
        checks=CHECKS,
        responds=tuple(ANSWERS),
        outcomes={name: label.da for name, label in OUTCOMES.items()},
        sentences=sentences_in(PACKAGE),
    )


def _statuses() -> tuple[Status, ...]:
    return tuple(Status(name, label.en, LEADS_TO[name]) for name, label in STATUSES.items())
