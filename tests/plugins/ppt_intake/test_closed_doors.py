"""What only the routine's own rules do (PPT-01, PPT-10, PPT-11)."""

from __future__ import annotations

import pytest

from saksgang.commands import (
    CancelDeadline,
    CancelTask,
    Command,
    CreateTask,
    ExtendDeadline,
    MeetDeadline,
    PauseDeadline,
    PrintLetter,
    ResumeDeadline,
    StartDeadline,
)
from saksgang.errors import Refused
from tests.plugins.ppt_intake.bench import Bench


@pytest.mark.parametrize("actor", ["staff:post", "staff:nord1", "staff:sjef_nord", "citizen:1"])
def test_ppt_01_no_way_round_the_requirements(office: Bench, actor: str) -> None:
    """Cancelling tasks, touching deadlines and printing out of turn are refused, and the journal is as before."""
    case, document = office.assigned_case()
    letter = office.sent_reply(case, document)
    office.available(letter)
    waiting = office.submit()
    inbox_task, deadline = office.task(waiting, "register_document").id, office.deadline(case, "opened").id
    before = len(office.journal)
    rounds: list[tuple[str, Command]] = [
        ("PPT-01", CancelTask(inbox_task, "haster ikke")),
        ("PPT-01", CreateTask("review_case", case, about=waiting)),
        ("PPT-10", PrintLetter(letter, "vil ha papir")),
        ("PPT-11", StartDeadline("answer", case, {"norm": "1 year"})),
        ("PPT-11", PauseDeadline(deadline, "ferie")),
        ("PPT-11", ResumeDeadline(deadline, "tilbake")),
        ("PPT-11", ExtendDeadline(deadline, "due", "10 days", "travelt")),
        ("PPT-11", MeetDeadline(deadline, "gjort")),
        ("PPT-11", CancelDeadline(deadline, "uviktig")),
    ]
    for rule, command in rounds:
        with pytest.raises(Refused, match=rule):
            office.do(command, actor)

    assert len(office.journal) == before
