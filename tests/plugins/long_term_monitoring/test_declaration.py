"""The routine's manifest, its words, its settings (PLG-02, MON-03, MON-08, MON-10)."""

from __future__ import annotations

import importlib
import math
from typing import Any

import pytest
from attrs import evolve, frozen

from saksgang import hookspecs
from saksgang.configuration import structured
from saksgang.legaltime import Duration
from saksgang.plugins import Registry
from saksgang.records import StaffMember
from saksgang.settings import Finding
from saksgang_long_term_monitoring import plugin
from saksgang_long_term_monitoring.labels import DEADLINES, FIELDS, OUTCOMES, STATUSES, TASKS
from saksgang_long_term_monitoring.rows import OutcomeRow
from saksgang_long_term_monitoring.settings import Settings
from tests.plugins.long_term_monitoring.bench import ALL, STAFF

ROUTINE = plugin.declare_routine()


@frozen
class Fjellvik:
    """As much of a municipality as the findings look at."""

    staff: tuple[StaffMember, ...] = STAFF


def found(staff: tuple[StaffMember, ...] = STAFF, **changes: Any) -> dict[str, Finding]:
    return {finding.key: finding for finding in evolve(Settings(), **changes).findings(Fjellvik(staff))}


def test_the_core_accepts_the_plugin() -> None:
    """Hooks and declaration pass every check of the registry, without a hint."""
    loaded = Registry("saksgang", "no.group", hookspecs).register(plugin, "long_term_monitoring", "this test")

    assert loaded.hooks == ("declare_routine", "vet", "respond")
    assert loaded.hints == ()


def test_every_requirement_names_the_function_that_builds_it() -> None:
    """MON-01 to MON-14, each with a name that can be imported and called."""
    assert list(ROUTINE.requirements) == [f"MON-{number:02}" for number in range(1, 15)]
    for dotted in ROUTINE.requirements.values():
        module, _, name = dotted.rpartition(".")
        assert callable(getattr(importlib.import_module(module), name))


def test_every_name_has_a_norwegian_label_and_an_english_meaning() -> None:
    """Statuses, tasks, outcomes and deadlines: no name without words, no words without a name."""
    assert {status.name for status in ROUTINE.case_types[0].statuses} == set(STATUSES)
    assert {kind.name for kind in ROUTINE.task_kinds} == set(TASKS)
    assert {outcome for kind in ROUTINE.task_kinds for outcome in kind.outcomes} == set(OUTCOMES)
    assert {kind.name for kind in ROUTINE.deadline_kinds} == set(DEADLINES)
    words = [label for table in (STATUSES, TASKS, OUTCOMES, DEADLINES, FIELDS) for label in table.values()]
    assert all(label.nb and label.en for label in words)


def test_the_manifest_has_the_norwegian_words_of_outcomes_and_sources() -> None:
    """Each outcome by its label, and what is behind each deadline."""
    assert ROUTINE.outcomes == {name: label.nb for name, label in OUTCOMES.items()}
    assert all(kind.source_label for kind in ROUTINE.deadline_kinds)


def test_mon_01_the_statuses_are_the_sources_words() -> None:
    """Active and monitored lead to each other, and both may end."""
    assert {status.name: status.leads_to for status in ROUTINE.case_types[0].statuses} == {
        "Saken er aktiv": ("Saken er på langtidsovervåking", "Saken er avsluttet"),
        "Saken er på langtidsovervåking": ("Saken er aktiv", "Saken er avsluttet"),
        "Saken er avsluttet": (),
    }


def test_the_defaults_are_the_readings_of_the_requirements() -> None:
    """Six months, five points, two outcomes, four months before limitation."""
    settings = Settings()

    assert (str(settings.first_interval), str(settings.interval)) == ("6 months", "6 months")
    assert list(settings.checklist) == ALL
    assert [(row.name, row.effect) for row in settings.outcomes] == [
        ("Fortsett overvåking", "continue"),
        ("Vekk til live", "wake"),
    ]
    assert (str(settings.limitation_margin), str(settings.session)) == ("4 months", "monday 09:00")


def test_mon_10_settings_are_read_from_a_municipalitys_table() -> None:
    """Outcomes as tables, durations in words."""
    table = {"session": "friday 13:30", "outcomes": [{"name": "Avvent", "effect": "continue", "months": 9}]}

    settings = structured(Settings, table)

    assert settings.outcomes == (OutcomeRow("Avvent", "continue", 9),)
    assert settings.session == Duration.parse("friday 13:30")


def test_sound_settings_have_no_findings() -> None:
    """The defaults are in order where a caseworker works."""
    assert found() == {}


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("first_interval", {"first_interval": Duration.parse("48 hours")}),
        ("finance_check", {"finance_check": Duration.parse("monday 09:00")}),
        ("checklist", {"checklist": ()}),
        ("checklist[1]", {"checklist": ("Adresse", "Adresse")}),
        ("checklist[0]", {"checklist": (" ", "Adresse")}),
        ("outcomes", {"outcomes": (OutcomeRow("A", "continue"),)}),
        ("outcomes[2].name", {"outcomes": (*Settings().outcomes, OutcomeRow("Vekk til live", "wake"))}),
        ("outcomes[2].effect", {"outcomes": (*Settings().outcomes, OutcomeRow("A", "delete"))}),
        ("outcomes[2].months", {"outcomes": (*Settings().outcomes, OutcomeRow("A", "wake", 3))}),
        ("outcomes[2].months", {"outcomes": (*Settings().outcomes, OutcomeRow("A", "continue", 121))}),
        ("session", {"session": Duration.parse("1 month")}),
        ("limitation_margin", {"limitation_margin": Duration.parse("120 days")}),
    ],
)
def test_mon_09_what_cannot_work_is_refused(key: str, changes: dict[str, Any]) -> None:
    """A checklist without points, an outcome without an effect, a session without a weekday."""
    assert found(**changes)[key].refuses


def test_mon_06_somebody_has_to_review() -> None:
    """Without a caseworker nobody would get what comes up; one who has left reviews nothing."""
    assert found(staff=STAFF[2:])["first_interval"].refuses
    assert found(staff=(evolve(STAFF[0], gone=True), *STAFF[2:]))["first_interval"].refuses


@pytest.mark.parametrize(("months", "told"), [(32, False), (33, True)])
def test_mon_14_an_interval_longer_than_most_claims_live_is_reported(months: int, *, told: bool) -> None:
    """It is allowed, since a claim with an enforcement basis lives ten years."""
    finding = found(interval=Duration.parse(f"{months} months")).get("interval")

    assert (finding is not None) is told
    assert finding is None or not finding.refuses


def test_an_answer_stays_within_what_an_office_carries_out_at_once() -> None:
    """Some 3,750 cases are asked about in portions of 25; a larger office has larger portions, never more requests."""
    from saksgang_long_term_monitoring.checking import CASES, REQUESTS

    for cases in (1, 3_750, 20_000):
        assert math.ceil(cases / max(CASES, math.ceil(cases / REQUESTS))) <= REQUESTS < 199
