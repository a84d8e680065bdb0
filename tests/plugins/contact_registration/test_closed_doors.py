"""What only the routine's own rules do."""

from __future__ import annotations

import pytest

from saksgang.commands import CancelTask, Command, CreateTask, OpenCase, StartDeadline, SubmitDocument
from saksgang.errors import Refused
from saksgang_contact_registration.closed_doors import ONLY_BY_RULE
from tests.plugins.contact_registration.bench import Bench, R

KNOWN = {"source": "kølap 7", "day": "2026-10-06"}


@pytest.mark.parametrize(
    ("command", "rule"),
    [
        (OpenCase(R, "masseforsendelse", "department:jobcenter"), "REG-10"),
        (StartDeadline("batch_closes", "", {"due": "1 day"}, routine=R), "REG-10"),
        (SubmitDocument(R, "citizen:1", "citizen:1", "brev"), "REG-01"),
    ],
)
def test_ways_round_the_rules_are_closed(office: Bench, command: Command, rule: str) -> None:
    """Each is refused with the way to go instead."""
    with pytest.raises(Refused) as refused:
        office.do(command)

    assert refused.value.rule == rule


def test_reg_02_a_contact_is_not_dropped(office: Bench) -> None:
    """A task to register cannot be cancelled."""
    slip = CreateTask("register_contact", routine=R, about="contact:kølap 7", facts=KNOWN)
    office.do(slip, "system:queue")

    with pytest.raises(Refused, match="REG-02"):
        office.do(CancelTask(office.tasks()[0].id, "travlt"))


def test_every_closed_door_says_by_which_rule() -> None:
    """Requirement first, then a sentence."""
    assert all(sentence.startswith("REG-") and sentence.endswith(".") for sentence in ONLY_BY_RULE.values())
