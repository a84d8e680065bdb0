"""The routine's manifest: what it has, in the core's terms (PLG-02)."""

from __future__ import annotations

from saksgang.declarations import CaseType, DeadlineKind, Role, Routine, ServiceKind, Status, TaskKind
from saksgang.plugins.sentences import sentences_in
from saksgang_long_term_monitoring.checks import CHECKS
from saksgang_long_term_monitoring.labels import DEADLINES, OUTCOMES, STATUSES, TASKS
from saksgang_long_term_monitoring.names import ACTIVE, CASE_TYPE, CLOSED, FINANCE, MONITORED, ROUTINE, SAKSBEHANDLER
from saksgang_long_term_monitoring.routine import ANSWERS
from saksgang_long_term_monitoring.rows import EFFECTS
from saksgang_long_term_monitoring.settings import Settings

__all__ = ["declared"]

PACKAGE = "saksgang_long_term_monitoring"

LEADS_TO = {ACTIVE: (MONITORED, CLOSED), MONITORED: (ACTIVE, CLOSED), CLOSED: ()}

# Kind, what it can end with; all are for the caseworker.
TASK_ROWS = (
    ("review", EFFECTS),
    ("choose_measure", ("saksgang", "tiltak")),
    ("limitation_soon", ("interrupted", "left to lapse")),
    ("close_case", ("closed",)),
    ("finance_unclear", ("looked into",)),
    ("work_session", ("done", "not done")),
    ("session_left", ("seen",)),
)

# Kind, whom it waits for, what is behind it in English and in Norwegian.
# Each of them is a reminder: when it passes, something comes up.
DEADLINE_ROWS = (
    (
        "review",
        "time",
        "settings first_interval and interval, or the months chosen",
        "innstillingene first_interval og interval, eller de månedene som er valgt",
    ),
    (
        "limitation",
        "time",
        "foreldelsesloven, less the setting limitation_margin",
        "foreldelsesloven, fratrukket innstillingen limitation_margin",
    ),
    ("finance_check", "time", "setting finance_check", "innstillingen finance_check"),
    ("session", "time", "setting session", "innstillingen session"),
)

REQUIREMENTS = {
    "MON-01": f"{PACKAGE}.menu.choices",
    "MON-02": f"{PACKAGE}.menu.choices",
    "MON-03": f"{PACKAGE}.monitoring.put_under_monitoring",
    "MON-04": f"{PACKAGE}.monitoring.next_review",
    "MON-05": f"{PACKAGE}.checking.take_answer",
    "MON-06": f"{PACKAGE}.reviewing.come_up",
    "MON-07": f"{PACKAGE}.form.review_form",
    "MON-08": f"{PACKAGE}.form.form_facts",
    "MON-09": f"{PACKAGE}.saving.unreadable",
    "MON-10": f"{PACKAGE}.reviewing.effect",
    "MON-11": f"{PACKAGE}.noting.note",
    "MON-12": f"{PACKAGE}.monitoring.wake",
    "MON-13": f"{PACKAGE}.sessions.hold_session",
    "MON-14": f"{PACKAGE}.overruling.too_late",
}


def declared() -> Routine:
    """The manifest."""
    return Routine(
        name=ROUTINE,
        version="0.1.0",
        api=">=1,<2",
        title="Long-term monitoring of debt cases (langtidsovervåking)",
        label="Langtidsovervåking av gjeldssaker",
        language="nb",
        countries=("NO",),
        case_types=(CaseType(CASE_TYPE, "GJE", "debt case", _statuses()),),
        task_kinds=tuple(
            TaskKind(name, TASKS[name].nb, TASKS[name].en, SAKSBEHANDLER, outcomes) for name, outcomes in TASK_ROWS
        ),
        deadline_kinds=tuple(
            DeadlineKind(name, DEADLINES[name].nb, DEADLINES[name].en, whom, source, label)
            for name, whom, source, label in DEADLINE_ROWS
        ),
        roles=(Role(SAKSBEHANDLER, "caseworker of debt cases: reviews, wakes, chooses measures"),),
        settings=Settings,
        package=PACKAGE,
        services=(ServiceKind(FINANCE, "the finance system (økonomisystem), which knows what was paid and credited"),),
        requirements=REQUIREMENTS,
        checks=CHECKS,
        responds=tuple(ANSWERS),
        outcomes={name: label.nb for name, label in OUTCOMES.items()},
        sentences=sentences_in(PACKAGE),
    )


def _statuses() -> tuple[Status, ...]:
    return tuple(Status(name, label.en, LEADS_TO[name]) for name, label in STATUSES.items())
