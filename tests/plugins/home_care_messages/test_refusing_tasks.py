"""What is refused about handing a message over (MSG-02, MSG-09, MSG-10), and what only rules do."""

from __future__ import annotations

import pytest
from attrs import evolve

from saksgang.commands import (
    AssignCase,
    CancelTask,
    Command,
    CompleteTask,
    CreateTask,
    MeetDeadline,
    OpenCase,
    ReassignTask,
    RegisterDocument,
    TakeTask,
)
from saksgang_home_care_messages.looking import course_of
from saksgang_home_care_messages.refusing_tasks import roles_for
from saksgang_home_care_messages.rows import MessageType, Step
from tests.plugins.home_care_messages.bench import SETTINGS, Bench, bench

OTHER = "Henvendelse til annen ansatt"


def test_msg_02_what_somebody_read_is_not_taken_or_given_away_without_the_temporary_reply(office: Bench) -> None:
    """Neither by the reader's hand nor by employee 2's."""
    number = office.held("sp1", OTHER)
    task = office.open_task(number).id

    for command, actor in ((ReassignTask(task, "sp2", "din"), "staff:sp1"), (TakeTask(task), "staff:sp2")):
        said = office.refused(office.do, command, actor)
        assert "is not forwarded without the temporary reply" in said
        assert "MSG-02" in said
    office.do(TakeTask(task), "staff:sp1")  # who has it takes it from nobody


def test_msg_02_the_leader_may_give_it_to_somebody_else(office: Bench) -> None:
    """And the reader may put it back into the queue: both hand over the work, not the message's answer."""
    number, other = office.held("sp1", OTHER), office.held("sp1", OTHER)
    office.do(ReassignTask(office.open_task(number).id, "sp2", "sp1 har for mye"), "staff:tjenesteleder")
    office.do(ReassignTask(office.open_task(other).id, "", "rekker det ikke"), "staff:sp1")

    assert [office.open_task(each).owner for each in (number, other)] == ["sp2", ""]


def test_msg_02_before_it_is_read_or_after_the_reply_it_is_anybodys_in_the_role(office: Bench) -> None:
    """Nothing was forwarded that anybody knew of, or the sender knows."""
    unread = office.send(OTHER)
    office.take(unread, "sp1")
    office.do(TakeTask(office.open_task(unread).id), "staff:sp2")
    replied = office.held("sp1", OTHER)
    office.reply(replied, "sp1", "temporary", forwarded_to="sp2")
    office.do(ReassignTask(office.open_task(replied).id, "sp2", "din pasient"), "staff:sp1")

    assert [office.open_task(each).owner for each in (unread, replied)] == ["sp2", "sp2"]


def test_msg_08_where_no_temporary_reply_comes_first_a_colleague_gets_what_was_read(office: Bench) -> None:
    """The own part is answered before the rest is forwarded, by whoever of the service has the message then."""
    number = office.held("sp1", "Spørsmål til ulike tjenestesteder", services=("Sykepleie", "Bistand"))
    office.do(ReassignTask(office.open_task(number).id, "sp2", "kjenner pasienten"), "staff:sp1")

    assert office.open_task(number).owner == "sp2"


def test_msg_02_what_was_passed_on_and_not_read_again_is_anybodys_in_the_role() -> None:
    """Who got it from those who sort messages has not read it, so nobody else has to tell the sender of it."""
    steps = (
        Step("read", by=("koordinator",)),
        *(Step("set_in_progress", by=("koordinator",)), Step("temporary_reply"), Step("forward")),
        Step("set_done", by=("saksbehandler",)),
    )
    office = bench(evolve(SETTINGS, more_types=(MessageType("Beskjed", steps=steps),)))
    number = office.held("koord", "Beskjed")
    office.status(number, "koord", "under behandling")
    office.take(number, "sp1")
    office.do(TakeTask(office.open_task(number).id), "staff:sp2")

    assert office.open_task(number).owner == "sp2"


def test_msg_09_a_message_to_the_wrong_recipient_is_handed_to_nobody_without_the_role(office: Bench) -> None:
    """Its content is not forwarded."""
    number = office.held("meld", "Feil mottaker")

    said = office.refused(office.do, ReassignTask(office.open_task(number).id, "saks", "kjenner legen"), "staff:meld")
    assert "MSG-09" in said
    assert "its content is not forwarded" in said


def test_msg_06_a_complaint_goes_to_any_of_those_responsible(office: Bench) -> None:
    """Coordinator, caseworker or leader, and nobody else."""
    number = office.held("koord", "Annen klage")
    task = office.open_task(number).id
    assert "is for koordinator, saksbehandler, tjenesteleder" in office.refused(
        office.do, ReassignTask(task, "faktura", "?"), "staff:koord"
    )
    office.do(ReassignTask(task, "saks", "din sak"), "staff:koord")

    assert office.open_task(number).owner == "saks"


def test_msg_11_what_is_one_step_long_is_handed_over_as_other_work_is() -> None:
    """To somebody of the role that the step names, and to nobody else."""
    steps = (Step("read"), Step("full_reply", by=("koordinator",)), Step("set_done", by=("koordinator",)))
    office = bench(evolve(SETTINGS, more_types=(MessageType("Beskjed", steps=steps),)))
    number = office.send("Beskjed")
    office.take(number, "sp1")
    task = office.open_task(number).id
    assert "is for ansatt" in office.refused(office.do, ReassignTask(task, "koord", "?"), "staff:sp1")
    office.do(ReassignTask(task, "sp2", "kjenner pasienten"), "staff:sp1")

    assert office.open_task(number).owner == "sp2"


def test_msg_10_only_the_holder_or_the_leader_hands_over(office: Bench) -> None:
    """A colleague does not decide for another, nor does somebody whom nobody knows."""
    number, free = office.held("sp1"), office.send()

    assert "by sp1 or the leader, not by sp2" in office.refused(
        office.do, ReassignTask(office.open_task(number).id, "sp2", "min"), "staff:sp2"
    )
    assert "not by citizen:1" in office.refused(
        office.do, ReassignTask(office.open_task(number).id, "sp2", "min"), "citizen:1"
    )
    for who in ("sp2", "ukjent"):
        assert f"by the leader, not by {who}" in office.refused(
            office.do, ReassignTask(office.open_task(free).id, "sp1", "din"), f"staff:{who}"
        )


@pytest.mark.parametrize(
    "command",
    [
        OpenCase("home_care_messages", "melding", "c1"),
        RegisterDocument("home_care_messages/document-1", "x", case_type="melding"),
        AssignCase("MELD-2026-00001", "sp1"),
        CreateTask("handle_message", "MELD-2026-00001"),
        CompleteTask("MELD-2026-00001/task-1", "done"),
        CancelTask("MELD-2026-00001/task-1", "nei"),
        MeetDeadline("MELD-2026-00001/deadline-1", "ja"),
    ],
)
def test_msg_10_what_follows_by_itself_nobody_does_by_hand(command: Command) -> None:
    """It would be a way round the steps."""
    office = bench()
    office.send()

    assert "MSG-10" in office.refused(office.do, command, "staff:sp1")


def test_a_task_of_a_leg_that_its_type_has_no_more_is_for_the_role_that_it_was_made_for(office: Bench) -> None:
    """The municipality gave the type other steps while the message was under way."""
    number = office.held("sp1")
    task = evolve(office.open_task(number), role="saksbehandler", facts={"leg": 1})

    assert roles_for(task, course_of(number, office.view), office.view) == ("saksbehandler",)


def test_an_unknown_task_is_left_to_the_core(office: Bench) -> None:
    """What there is not, the routine has no word on."""
    assert "no task 'x'" in office.refused(office.do, TakeTask("x"), "staff:sp1")
    assert "no task 'x'" in office.refused(office.do, ReassignTask("x", "sp1", "?"), "staff:tjenesteleder")
