"""The routine's manifest, its words and its letters (PLG-02, COR-04)."""

from __future__ import annotations

import importlib

import pytest

from saksgang import hookspecs
from saksgang.commands import ChangeStatus
from saksgang.declarations import LetterTemplate
from saksgang.errors import Refused
from saksgang.plugins import Registry
from saksgang_ppt_intake import plugin
from saksgang_ppt_intake.labels import DEADLINES, FIELDS, LETTERS, OUTCOMES, STATUSES, TASKS
from tests.plugins.ppt_intake.bench import Bench

ROUTINE = plugin.declare_routine()


def test_the_core_accepts_the_plugin() -> None:
    """Hooks and declaration pass every check of the registry, without a hint."""
    loaded = Registry("saksgang", "no.group", hookspecs).register(plugin, "ppt_intake", "this test")

    assert loaded.hooks == ("declare_routine", "vet", "respond")
    assert loaded.hints == ()


def test_every_requirement_names_the_function_that_builds_it() -> None:
    """PPT-01 to PPT-11, each with a name that can be imported and called."""
    assert list(ROUTINE.requirements) == [f"PPT-{number:02}" for number in range(1, 12)]
    for dotted in ROUTINE.requirements.values():
        module, _, name = dotted.rpartition(".")
        assert callable(getattr(importlib.import_module(module), name))


def test_every_name_has_a_norwegian_label_and_an_english_meaning() -> None:
    """Statuses, tasks, outcomes, deadlines and letters: no name without words, no words without a name."""
    outcomes = {outcome for kind in ROUTINE.task_kinds for outcome in kind.outcomes}

    assert {status.name for status in ROUTINE.case_types[0].statuses} == set(STATUSES)
    assert {kind.name for kind in ROUTINE.task_kinds} == set(TASKS)
    assert outcomes == set(OUTCOMES)
    assert {kind.name for kind in ROUTINE.deadline_kinds} == set(DEADLINES)
    assert {letter.name for letter in ROUTINE.letters} == set(LETTERS)
    words = [label for table in (STATUSES, TASKS, OUTCOMES, DEADLINES, LETTERS, FIELDS) for label in table.values()]
    assert all(label.nb and label.en for label in words)


def test_the_manifest_has_the_norwegian_words_of_outcomes_and_sources() -> None:
    """Each outcome by its label, and what is behind each deadline."""
    assert ROUTINE.outcomes == {name: label.nb for name, label in OUTCOMES.items()}
    assert all(kind.source_label for kind in ROUTINE.deadline_kinds)


def test_ppt_08_the_way_of_a_case(office: Bench) -> None:
    """New, in progress, closed, and no step is skipped or taken back."""
    assert {status.name: status.leads_to for status in ROUTINE.case_types[0].statuses} == {
        "ny": ("under arbeid",),
        "under arbeid": ("avsluttet",),
        "avsluttet": (),
    }
    case, _ = office.assigned_case()
    with pytest.raises(Refused, match="it can go to: under arbeid"):
        office.do(ChangeStatus(case, "lukket"), "staff:nord1")


def test_ppt_09_only_the_reply_letter_needs_approval() -> None:
    """The confirmation and the preliminary reply go out without."""
    approval = {letter.name: letter.needs_approval for letter in ROUTINE.letters}

    assert approval == {"mottaksbekreftelse": False, "forelopig_svar": False, "svarbrev": True}


@pytest.mark.parametrize("letter", ROUTINE.letters, ids=lambda letter: letter.name)
def test_letters_hold_no_names_of_people(letter: LetterTemplate) -> None:
    """The envelope comes from the register at dispatch: a letter's fields are about the case, not the person."""
    assert {"case_number", "received_date", "unit"} <= set(letter.fields)
    assert set(letter.fields) <= {"case_number", "received_date", "unit", "next_steps", "expected", "reason"}


def test_ppt_11_the_preliminary_reply_gives_reason_and_time() -> None:
    """As the law asks: why it takes longer, and when the answer can be expected."""
    (letter,) = [letter for letter in ROUTINE.letters if letter.name == "forelopig_svar"]

    assert {"reason", "expected"} <= set(letter.fields)
