"""Figures that routines declare: what they may say, and how events are counted by them (SIM-09)."""

from __future__ import annotations

from typing import Any

import pytest

from saksgang import events as e
from saksgang.errors import InputRefused
from saksgang.journal import encode
from saksgang_sim.figure import DAY, LANGUAGES, MONTH, ROUND, Figure
from saksgang_sim.promises import Waits
from saksgang_sim.report.counting import counted
from tests.sim.report.journals import At, journal_of

WORDS = {"nb": "Ord", "da": "Ord", "en": "Words"}


def figure(**more: Any) -> Figure:
    """A figure of tasks that were done."""
    given: dict[str, Any] = {"name": "done", "title": WORDS, "about": WORDS, "event": "TaskCompleted", **more}
    return Figure(**given)


def done(days: float, case: str, outcome: str = "ja", kind: str = "vurder", routine: str = "garden") -> At:
    """A task done."""
    return days, e.TaskCompleted(routine, case, f"{case}/task", kind, "", outcome, "kari", "kari", {"room": {"no": 7}})


def numbers(wanted: Figure, *happened: At) -> dict[str, dict[str, int]]:
    """What it counts."""
    (declared,) = counted([encode(each) for each in journal_of(*happened)], Waits(), {"garden": (wanted,)}).declared
    return {row: {split: bucket.count for split, bucket in each.items()} for row, each in declared.grid.rows.items()}


def test_sim_09_events_are_counted_by_local_day_and_month_and_split_by_a_field() -> None:
    """Half an hour before midnight it is still April, a quarter past it is May, though UTC says April of both."""
    happened = (done(0, "A"), done(17.48, "B", "nei"), done(17.51, "C"))

    assert numbers(figure(across=MONTH, split="outcome"), *happened) == {
        "2026-04": {"ja": 1, "nei": 1},
        "2026-05": {"ja": 1},
    }
    assert numbers(figure(across=DAY), *happened) == {
        "2026-04-13": {"": 1},
        "2026-04-30": {"": 1},
        "2026-05-01": {"": 1},
    }


def test_sim_09_rounds_are_counted_on_each_case() -> None:
    """The second event of a case is its second round, whatever happens on others in between."""
    happened = (done(0, "A"), done(1, "B"), done(2, "A", "nei"), done(3, "A"))

    assert numbers(figure(across=ROUND, split="outcome"), *happened) == {
        "1": {"ja": 2},
        "2": {"nei": 1},
        "3": {"ja": 1},
    }


def test_sim_09_fields_are_found_by_their_path_and_where_narrows_down() -> None:
    """Facts inside facts; an event without the field counts under nothing; another routine's is not counted."""
    happened = (done(0, "A"), done(0, "A", kind="annet"), done(0, "A", routine="other"))

    assert numbers(figure(across="facts.room.no", where={"kind": "vurder"}), *happened) == {"7": {"": 1}}
    assert numbers(figure(across="facts.floor"), *happened) == {"": {"": 2}}
    assert numbers(figure(across="outcome.length"), *happened) == {"": {"": 2}}


def test_sim_09_the_case_behind_may_stand_in_another_field() -> None:
    """Such as the case that a contact refers to."""
    contact = e.ContactRecorded("garden", "", "c-1", "x", "in", "letter", "", "kari", {"reference": "GAR-2026-00007"})
    wanted = figure(event="ContactRecorded", across="channel", behind="facts.reference")
    (declared,) = counted(map(encode, journal_of((0.0, contact))), Waits(), {"garden": (wanted,)}).declared

    assert declared.grid.at("letter", "").cases == ["GAR-2026-00007"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", ["title", "about"])
def test_cor_22_a_figure_speaks_all_three_languages(field: str, language: str) -> None:
    """Or is refused, with the language that it lacks."""
    words = {name: text for name, text in WORDS.items() if name != language}

    with pytest.raises(InputRefused, match=f"has no {field} in '{language}'"):
        figure(**{field: words})


def test_cor_22_a_figure_of_no_event_is_refused() -> None:
    """A misspelt type would count nothing for ever."""
    with pytest.raises(InputRefused, match="'TaskComplete', which no journal has"):
        figure(event="TaskComplete")
