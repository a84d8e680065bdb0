"""The check of whose work everything was."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.events import CaseAmended, CaseOpened, DocumentReceived, Event, StatusChanged, TaskCancelled
from saksgang_contact_registration.checks_hands import EveryThingIsDoneByWhoMay
from tests.plugins.contact_registration.checks_pages import R, pages, registered

CASE, DAY = "MASSE-2026-00001", dt.date(2026, 10, 6)
LETTER = DocumentReceived(R, "", f"{R}/document-1", "citizen:1", "citizen:1", "letter", "Brev", DAY, DAY)


@pytest.mark.parametrize(
    "event",
    [
        CaseOpened(R, CASE, "masseforsendelse", "department:x", "", "samles", {"count": 1}),
        CaseAmended(R, CASE, {"count": 99}),
        StatusChanged(R, CASE, "samles", "registreret", "", final=True),
        TaskCancelled(R, "", f"{R}/task-1", "register_contact", "x"),
        LETTER,
    ],
)
def test_reg_01_to_10_batches_and_the_list_are_the_rules(event: Event) -> None:
    """A rule gathers and counts; somebody of the staff who does is found."""
    assert pages().add(event, actor="rule:REG-10").held(EveryThingIsDoneByWhoMay)
    assert "the work of a rule, not of staff:jens" in pages().add(event, actor="staff:jens").wrong(
        EveryThingIsDoneByWhoMay
    )


def test_reg_02_contacts_are_registered_by_staff() -> None:
    """Jens does, a citizen does not."""
    contact: Event = registered()

    assert pages().add(contact, actor="staff:jens").held(EveryThingIsDoneByWhoMay)
    assert "REG-02" in pages().add(contact, actor="citizen:1").wrong(EveryThingIsDoneByWhoMay)
