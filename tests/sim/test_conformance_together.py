"""The laws of company find the routine that is another one with others, or makes them others (PLG-04, PLG-07)."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from saksgang.journal import MemoryJournal
from saksgang.plugins import Registry
from saksgang_sim.conformance_laws import LAWS, judged
from saksgang_sim.conformance_together import leaving
from saksgang_sim.conformance_trial import Trial
from tests.core.small_office import small_office
from tests.sim.law_project import begun, changed, put_to
from tests.sim.lives import lived, started

ROUTINES = ("benefits", "contact_registration", "home_care_messages", "long_term_monitoring", "ppt_intake")
RESPOND = '"""What is to be done about an event in the routine\'s own stream."""'
DECIDED = "return routine.decided(completed, view.case(completed.case))"
MAILBOX = '''

class Hole:
    """Takes every letter and lets none out."""

    def deliver(self, order: object) -> None:
        """It is gone."""


@hookimpl
def connect_port(port: str) -> Hole | None:
    """Every mailbox of the municipality."""
    return Hole() if port == "mailbox" else None
'''
OTHER_ROUTINE = """
[[staff]]
id = "third"
name = "Elin Dal"
roles = ["innfordrer"]

[routines.long_term_monitoring]
"""

# The law, the module of a new project, what stands there, what makes it wrong, and what is told.
BROKEN = [
    (
        "it_works_alone",
        "scenario.toml",
        "[population]",
        '[demand]\n"dog_licence.application" = 0.0\n\n[population]',
        "Nothing happened to it in the first 19 days: give it demand from the beginning.",
    ),
    (
        "it_works_the_same_with_all_others",
        "routine.py",
        'fields = {"number": case.number,',
        'from dog_licence import plugin\n    fields = {"number": f"{len(plugin.SEEN.cases())}",',
        "It does not do the same with others as alone: alone LetterDrafted dog_licence:",
    ),
    (
        "it_works_the_same_with_all_others",
        "plugin.py",
        DECIDED,
        f'if len(view.all_settings) > 1:\n                raise LookupError("crowded")\n            {DECIDED}',
        "With contact_registration, long_term_monitoring, ppt_intake, core-no-handling-fails is violated: ",
    ),
    (
        "it_works_the_same_with_all_others",
        "plugin.py",
        '"DOGL", "application"',
        '"PPT", "application"',
        "'PPT' begins the case numbers of dog_licence too",
    ),
    (
        "it_changes_nothing_for_the_others",
        "plugin.py",
        "\n\n@hookimpl\ndef respond(",
        f"{MAILBOX}\n\n@hookimpl\ndef respond(",
        "It changes what ppt_intake does: without it LetterAvailable ppt_intake:",
    ),
    (
        "switched_off_it_leaves_no_orphans",
        "routine.py",
        'CreateTask("assess", event.case)',
        'CreateTask("assess", event.case, section="attic")',
        "/task-1 is open on nobody's list: nobody has role 'saksbehandler' and section 'attic'.",
    ),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new project to break."""
    return begun(tmp_path)


@pytest.mark.parametrize(("law", "module", "there", "wrong", "told"), BROKEN, ids=[row[-1] for row in BROKEN])
def test_plg_07_each_law_of_company_finds_the_routine_that_breaks_it(
    law: str, module: str, there: str, wrong: str, told: str, project: Path
) -> None:
    """In a sentence; it alone is asked here, about one month."""
    changed(project / "dog_licence" / module, there, wrong)
    changed(project / "dog_licence" / "scenario.toml", "months = 3", "months = 1")
    changed(project / "dog_licence" / "plugin.py", RESPOND, "globals()['SEEN'] = view")
    said = put_to(law, project)

    assert "1 failed" in said, said
    assert told in said, said


def test_plg_07_a_routine_that_cannot_do_without_another_is_found(project: Path) -> None:
    """It reads the settings of another one, which the municipality of its scenario happens to have."""
    with (project / "dog_licence" / "municipality.toml").open("a", encoding="utf-8") as file:
        file.write(OTHER_ROUTINE)
    changed(
        project / "dog_licence" / "plugin.py", DECIDED, f'view.settings("long_term_monitoring")\n            {DECIDED}'
    )

    alone = put_to("it_works_alone", project)
    assert "1 failed" in alone, alone
    assert "Alone, core-no-handling-fails is violated: " in alone
    assert "core-no-handling-fails" not in put_to("every_check_holds_and_something_was_judged", project)


@pytest.mark.parametrize("routine", ROUTINES)
def test_plg_07_the_routines_that_are_shipped_keep_all_laws(routine: str) -> None:
    """Each in the scenario of its name, with all others of its country."""
    laws = judged(routine, "")

    assert len(laws) == len(LAWS)
    assert {law: faults for law, faults in laws.items() if faults} == {}


def test_plg_07_what_breaks_once_a_routine_is_off_is_found() -> None:
    """A deadline that nobody ends runs on in the life without it; in those before, it was not over."""
    journal = MemoryJournal()
    started(small_office(journal))
    before, after = (lived(journal, end) for end in ("2026-04-01 12:00", "2026-05-01 12:00"))
    trial = SimpleNamespace(
        routine="small",
        registry=Registry.installed(),
        company=SimpleNamespace(others=()),
        together=before,
        never_on=before,
        switched_off=after,
    )

    (told,) = leaving(cast("Trial", trial))
    assert told.startswith("Once it is switched off, core-no-deadline-is-left-running is violated: Deadline SAK-2026-")
    trial.switched_off = before
    assert not list(leaving(cast("Trial", trial)))
