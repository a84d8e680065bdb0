"""The routine's manifest and its words (PLG-02)."""

from __future__ import annotations

import importlib

from saksgang import hookspecs
from saksgang.plugins import Registry
from saksgang_home_care_messages import plugin
from saksgang_home_care_messages.labels import (
    ALIASES,
    DEADLINES,
    FACTS,
    OUTCOMES,
    STATUSES,
    STEPS,
    TASKS,
    canonical,
)
from saksgang_home_care_messages.progress import STEPS_DONE

ROUTINE = plugin.declare_routine()


def test_the_core_accepts_the_plugin() -> None:
    """Hooks and declaration pass every check of the registry, without a hint."""
    loaded = Registry("saksgang", "no.group", hookspecs).register(plugin, "home_care_messages", "this test")

    assert loaded.hooks == ("declare_routine", "vet", "respond", "observe")
    assert loaded.hints == ()


def test_every_requirement_names_the_function_that_builds_it() -> None:
    """MSG-01 to MSG-11, each with a name that can be imported and called."""
    assert list(ROUTINE.requirements) == [f"MSG-{number:02}" for number in range(1, 12)]
    for dotted in ROUTINE.requirements.values():
        module, _, name = dotted.rpartition(".")
        assert callable(getattr(importlib.import_module(module), name))


def test_every_name_has_a_norwegian_label_and_an_english_meaning() -> None:
    """Statuses, tasks, outcomes, deadlines and steps: no name without words, no words without a name."""
    outcomes = {outcome for kind in ROUTINE.task_kinds for outcome in kind.outcomes}

    assert [status.name for status in ROUTINE.case_types[0].statuses] == list(STATUSES)
    assert {kind.name for kind in ROUTINE.task_kinds} == set(TASKS)
    assert outcomes == set(OUTCOMES)
    assert {kind.name for kind in ROUTINE.deadline_kinds} == set(DEADLINES)
    assert set(STEPS_DONE) == set(STEPS)
    words = [label for table in (STATUSES, TASKS, OUTCOMES, DEADLINES, STEPS, FACTS) for label in table.values()]
    assert all(label.nb and label.en for label in words)


def test_the_manifest_has_the_norwegian_words_of_outcomes_and_sources() -> None:
    """Each outcome by its label, and what is behind each deadline."""
    assert ROUTINE.outcomes == {name: label.nb for name, label in OUTCOMES.items()}
    assert all(kind.source_label for kind in ROUTINE.deadline_kinds)


def test_msg_10_a_message_can_go_straight_to_done() -> None:
    """The three statuses of the source, under their other words as well."""
    leads_to = {status.name: status.leads_to for status in ROUTINE.case_types[0].statuses}

    assert leads_to == {
        "ny": ("under behandling", "ferdig behandlet"),
        "under behandling": ("ferdig behandlet",),
        "ferdig behandlet": (),
    }
    assert [canonical(word) for word in ("Under saksbehandling", "ferdigbehandlet", "ny")] == [
        "under behandling",
        "ferdig behandlet",
        "ny",
    ]
    assert set(ALIASES.values()) <= set(leads_to)
