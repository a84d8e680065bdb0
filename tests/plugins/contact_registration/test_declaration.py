"""The routine's manifest and its words (PLG-02)."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from saksgang import hookspecs
from saksgang.casework.contacts import CHANNELS as CORE_CHANNELS
from saksgang.casework.contacts import DIRECTIONS as CORE_DIRECTIONS
from saksgang.plugins import Registry
from saksgang_contact_registration import labels, names, plugin
from saksgang_contact_registration.registration import FACTS
from saksgang_sim.stories.finding import shipped_stories, staged

ROUTINE = plugin.declare_routine()


def test_the_core_accepts_the_plugin() -> None:
    """Hooks and declaration pass every check of the registry, without a hint."""
    loaded = Registry("saksgang", "no.group", hookspecs).register(plugin, "contact_registration", "this test")

    assert set(loaded.hooks) == {"declare_routine", "vet", "respond", "observe", "add_commands"}
    assert loaded.hints == ()


def test_every_requirement_names_the_function_that_builds_it() -> None:
    """REG-01 to REG-14, each with a name that can be imported and called."""
    assert list(ROUTINE.requirements) == [f"REG-{number:02}" for number in range(1, 15)]
    for dotted in ROUTINE.requirements.values():
        module, _, name = dotted.rpartition(".")
        assert callable(getattr(importlib.import_module(module), name))


@pytest.mark.parametrize(
    ("words", "known"),
    [
        (labels.TYPES, names.TYPES),
        (labels.CLOSINGS, names.CLOSINGS),
        (labels.ACTIVITIES, (*names.ADMINISTRATIVE, names.SERVICE)),
        (labels.REFERENCES, names.REFERENCES),
        (labels.CHANNELS, CORE_CHANNELS),
        (labels.DIRECTIONS, CORE_DIRECTIONS),
        (labels.FACTS, FACTS),
        (labels.STATUSES, tuple(status.name for status in ROUTINE.case_types[0].statuses)),
        (labels.TASKS, tuple(kind.name for kind in ROUTINE.task_kinds)),
        (labels.OUTCOMES, ROUTINE.task_kinds[0].outcomes),
        (labels.DEADLINES, tuple(kind.name for kind in ROUTINE.deadline_kinds)),
    ],
)
def test_every_name_has_a_danish_label_and_an_english_meaning(
    words: dict[str, labels.Label], known: tuple[str, ...]
) -> None:
    """No name without words, no words without a name."""
    assert set(words) == set(known)
    assert all(label.da and label.en for label in words.values())


def test_the_manifest_has_the_danish_words_of_outcomes_and_sources() -> None:
    """Each outcome by its label, and what is behind each deadline."""
    assert ROUTINE.outcomes == {name: label.da for name, label in labels.OUTCOMES.items()}
    assert all(kind.source_label for kind in ROUTINE.deadline_kinds)


@pytest.mark.parametrize("path", shipped_stories(Registry.installed(), ROUTINE.name), ids=lambda path: path.stem)
def test_sim_07_the_story_holds(path: Path) -> None:
    """Each story that ships with the routine, played in a real office and judged by every check."""
    (story,) = staged([path])

    assert story.play().held


def test_sim_07_every_requirement_has_a_story() -> None:
    """REG-01 to REG-14."""
    stories = staged(shipped_stories(Registry.installed(), ROUTINE.name))

    assert {name for each in stories for name in each.story.requirements} >= set(ROUTINE.requirements)
