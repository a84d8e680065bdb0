"""The check of whose work everything was."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.events import CaseAmended, CaseOpened, DocumentReceived, Event, StatusChanged, TaskCancelled
from saksgang_contact_registration.checks_hands import EveryThingIsDoneByWhoMay
from tests.plugins.contact_registration.checks_pages import R, done, pages, registered

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
    """Jens does, and Bo, who has no role but took the call; a citizen does not, nor somebody who is not here."""
    contact: Event = registered()

    for actor in ("staff:jens", "staff:bo"):
        assert pages().add(contact, actor=actor).held(EveryThingIsDoneByWhoMay)
    for actor in ("citizen:1", "staff:ida"):
        assert "REG-02" in pages().add(contact, actor=actor).wrong(EveryThingIsDoneByWhoMay)


def test_reg_02_the_staff_say_what_is_not_registered() -> None:
    """A rule takes off the list what was registered; a citizen or a service leaves nothing out."""
    left_out = done("not registered", rule="REG-01", why="mødet")

    for actor in ("staff:bo", "rule:REG-02"):
        assert pages().add(left_out, actor=actor).held(EveryThingIsDoneByWhoMay)
    for actor in ("citizen:1", "system:mailbox"):
        assert "REG-02" in pages().add(left_out, actor=actor).wrong(EveryThingIsDoneByWhoMay)
