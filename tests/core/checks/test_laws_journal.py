"""Laws of the journal itself."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from saksgang.checks.laws import CORE_LAWS
from saksgang.checks.laws_journal import EventsFollowTheirCause, NoHandlingFails
from saksgang.events import CaseSeen, HandlingFailed
from tests.core.checks.pages import Pages

SEEN = CaseSeen("ppt_intake", "C", "kari")


def test_cor_01_events_in_order_hold() -> None:
    """Streams that count up, a cause that stands before, and several events at one instant are in order."""
    assert Pages().add(SEEN).follow(SEEN).at("03-03 09:00").add(SEEN).held(EventsFollowTheirCause)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"id": "ppt_intake:3"}, "it is not ppt_intake:2"),
        ({"id": "ppt_intake:1"}, "it is not ppt_intake:2"),
        ({"id": "other:2"}, "it is not ppt_intake:2"),
        ({"at": dt.datetime(2026, 3, 1, tzinfo=dt.UTC)}, "it is earlier than the event before it"),
        ({"cause": "ppt_intake:2"}, "its cause ppt_intake:2 does not stand before it"),
        ({"cause": "ppt_intake:7"}, "its cause ppt_intake:7 does not stand before it"),
        ({"cause": "nonsense"}, "its cause nonsense does not stand before it"),
        ({"cause": "benefits:1"}, "its cause benefits:1 does not stand before it"),
    ],
)
def test_cor_01_what_is_out_of_order_is_said(changes: dict[str, Any], wrong: str) -> None:
    """A gap, a repetition, a foreign stream, a step back in time and a cause to come are each found."""
    pages = Pages().add(SEEN, SEEN)
    pages.written[-1] = evolve(pages.written[-1], **changes)

    said = pages.wrong(EventsFollowTheirCause)

    assert said.startswith("COR-01 C: ")
    assert wrong in said


def test_plg_05_a_failed_handling_is_a_violation() -> None:
    """It names plugin, hook, case and event; a journal without one holds."""
    failed = HandlingFailed("ppt_intake", "C", "f", "ppt_intake", "respond", "ppt_intake:1", "KeyError: 'x'")

    assert Pages().held(NoHandlingFails)
    assert Pages().add(failed).wrong(NoHandlingFails) == (
        "PLG-05 C: Plugin ppt_intake failed in hook respond on case C at event ppt_intake:1: KeyError: 'x'."
    )


def test_every_law_is_named_once_and_says_what_it_is() -> None:
    """Ids are unique and begin with ``core-``; each law has a requirement and a sentence."""
    assert len({law.id for law in CORE_LAWS}) == len(CORE_LAWS)
    assert all(law.id.startswith("core-") and law.requirements and law.sentence.endswith(".") for law in CORE_LAWS)
    assert {law.kind for law in CORE_LAWS} == {"safety", "liveness"}
