"""The manifest."""

from __future__ import annotations

from saksgang.plugins.validation import declaration_faults
from saksgang_benefits.declaration import declared
from saksgang_benefits.haendelser import ROWS
from saksgang_benefits.labels import DEADLINES, LETTERS, OUTCOMES, SERVICES, STATUSES, TASKS


def test_the_declaration_is_sound() -> None:
    """The core finds no fault with it."""
    assert declaration_faults(declared(), "benefits") == []


def test_every_requirement_is_named_once() -> None:
    """BEN-01 to BEN-26, all of them."""
    assert list(declared().requirements) == [f"BEN-{number:02}" for number in range(1, 27)]


def test_every_name_has_a_label() -> None:
    """Statuses, tasks, outcomes, deadlines, letters and services, no more and no fewer."""
    routine = declared()

    assert {status.name for status in routine.case_types[0].statuses} == set(STATUSES)
    assert {kind.name for kind in routine.task_kinds} == set(TASKS)
    assert {outcome for kind in routine.task_kinds for outcome in kind.outcomes} == set(OUTCOMES)
    assert {kind.name for kind in routine.deadline_kinds} == set(DEADLINES)
    assert {letter.name for letter in routine.letters} == set(LETTERS)
    assert {service.name for service in routine.services} == set(SERVICES)


def test_the_manifest_has_the_danish_words_of_outcomes_and_sources() -> None:
    """Each outcome by its label, and what is behind each deadline."""
    assert declared().outcomes == {name: label.da for name, label in OUTCOMES.items()}
    assert all(kind.source_label for kind in declared().deadline_kinds)


def test_ben_12_the_event_list_has_seven_whole_columns() -> None:
    """Each event has its own id and a task kind of its name."""
    kinds = {kind.name for kind in declared().task_kinds}

    assert len({row.id for row in ROWS}) == len(ROWS)
    for row in ROWS:
        assert all((row.id, row.cause, row.source_system, row.reaction, row.benefits, row.caseworker))
        assert row.name in kinds
