"""The laws of every routine hold of a sound one, and each finds the routine that breaks it (PLG-07)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.journal import MemoryJournal
from saksgang_sim.conformance_laws import forgotten, lost, unreadable
from tests.core.small_office import small_office
from tests.sim.law_project import begun, changed, put_to
from tests.sim.lives import lived, started

# The law, the module of a new project, what stands there, what makes it wrong, and what is told.
BROKEN = [
    (
        "it_is_sound_and_every_status_has_a_way_out_or_is_final",
        "plugin.py",
        'leads_to=("innvilget", "avslått")),',
        'leads_to=("innvilget", "avslått", "klage")),\n    Status("klage", "appealed", leads_to=("klage",)),',
        "klage: no case gets from there to a final status",
    ),
    (
        "it_reads_nothing_that_no_journal_holds",
        "settings.py",
        '__all__ = ["Settings"]',
        'import time\n\n__all__ = ["Settings"]\nLOADED = time.time()',
        "take it from the event or the view",
    ),
    (
        "every_check_holds_and_something_was_judged",
        "checks.py",
        "@sees(StatusChanged)",
        "@sees()",
        "No check of the routine's own was put to the test.",
    ),
    (
        "the_same_seed_gives_the_same_journal",
        "routine.py",
        'fields = {"number": case.number,',
        'fields = {"number": case.number + next(iter({"a", "b", "c", "d", "e", "f"})),',
        "differs between two runs of seed 12",
    ),
    (
        "every_letter_comes_to_an_end",
        "routine.py",
        'return [Answer(CompleteLetter(event.letter), "DOGL-02")]',
        "return []",
        "is 'draft' since 2026-02-0",
    ),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new project to break."""
    return begun(tmp_path)


@pytest.mark.parametrize(("law", "module", "there", "wrong", "told"), BROKEN, ids=[row[0] for row in BROKEN])
def test_plg_07_each_law_finds_the_routine_that_breaks_it(
    law: str, module: str, there: str, wrong: str, told: str, project: Path
) -> None:
    """In a sentence; it alone is asked here."""
    changed(project / "dog_licence" / module, there, wrong)
    said = put_to(law, project)

    assert "1 failed" in said, said
    assert told in said, said


def test_plg_07_an_office_that_holds_more_than_its_journal_is_found() -> None:
    """The replay of what happened is compared with what the office held, to the last record."""
    journal = MemoryJournal()
    office = small_office(journal)
    started(office)
    held = office.office.state.picture()

    assert not list(lost(lived(journal, "2026-04-01 12:00", held)))
    assert list(lost(lived(journal, "2026-04-01 12:00", {**held, "cases": {}}))) == [
        "The office and its journal tell different things."
    ]


def test_plg_07_a_deadline_that_nobody_ended_is_found() -> None:
    """Past its last minute, 8 April at 10:00, it must have ended."""
    journal = MemoryJournal()
    started(small_office(journal))

    assert not list(forgotten(lived(journal, "2026-04-08 10:01")))
    assert list(forgotten(lived(journal, "2026-04-08 10:02"))) == [
        "SAK-2026-00001/deadline-1, due was due 2026-04-08 08:00Z."
    ]


def test_plg_07_a_journal_that_the_core_alone_cannot_judge_is_found() -> None:
    """Here a case is seen twice over by the same event."""
    journal = MemoryJournal()
    started(small_office(journal))
    assert not list(unreadable(lived(journal, "2026-04-01 12:00")))
    *_, last = journal
    journal.append([last])

    (told,) = unreadable(lived(journal, "2026-04-01 12:00"))
    assert told.startswith("Without the routine these do not hold: ")
    assert "core-events-follow-their-cause" in told
