"""Simulated registrants get on with what is on their list, also when much of its kind went out (SIM-04)."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.commands import CreateTask, RecordContact
from saksgang.errors import Refused
from saksgang.events import ContactRecorded
from saksgang.identity import synthetic_number
from saksgang.records import Task
from saksgang_contact_registration.looking import about
from saksgang_contact_registration.names import TASK
from saksgang_contact_registration.rows import Source
from saksgang_contact_registration.simulated_desk import register
from saksgang_sim.behaviour import Turn
from saksgang_sim.luck import Luck
from tests.plugins.contact_registration.bench import SETTINGS, Bench, R, bench

PPT = "ppt_intake"
NUMBER = synthetic_number("DK", dt.date(1980, 5, 4), 0)
ENCOUNTER = "a letter by way of an output manager"
KIND = ("output manager", "kontanthjælp")


def works(office: Bench, task: Task, attempt: int) -> ContactRecorded:
    """Jens works on the task; what is registered by that."""
    person = office.view.member("jens")
    assert person is not None
    for command in register(Turn(task, person, office.view, Luck(1, task.id), attempt)):
        office.do(command, "staff:jens")
    return office.registered()[-1]


def queued(office: Bench) -> Task:
    """The queue system puts a letter that Jens sends on the list."""
    known = {"party": "citizen:1", "number": NUMBER, "day": "2026-10-06", "source": "kølap 1"}
    facts = {"encounter": ENCOUNTER, **known}
    office.do(CreateTask(TASK, routine=R, about=about("kølap 1"), section="jobcenter", facts=facts), "system:queue")
    return office.tasks()[-1]


def sent(office: Bench, number: int) -> None:
    """So many letters of that kind went out already."""
    for letter in range(number):
        office.register(
            direction="out",
            channel="output manager",
            type="information vedr. sag",
            closing="lagt til videre behandling",
            delivery="output manager",
            reference_kind="CPR",
            reference=NUMBER,
            source=f"brev {letter}",
        )


def test_reg_10_one_letter_more_than_the_setting_is_registered_in_a_batch(office: Bench) -> None:
    """Three of a kind stand singly here: the fourth is refused singly, and then registered as the refusal says."""
    sent(office, 3)
    task = queued(office)

    with pytest.raises(Refused):
        works(office, task, 1)
    event = works(office, task, 2)

    assert (event.channel, event.about) == KIND
    assert (event.facts["batch"], event.facts["count"]) == (
        "kontanthjælp, information vedr. sag, 2026-10-06",
        1,
    )
    assert office.view.task(task.id).state == "done"


def test_reg_10_up_to_the_setting_nothing_is_made_a_batch(office: Bench) -> None:
    """The third letter stands singly, whatever was refused about it before."""
    sent(office, 2)

    event = works(office, queued(office), 2)

    assert (event.channel, event.about) == KIND
    assert "batch" not in event.facts


def test_reg_10_what_another_routine_wrote_is_registered_in_a_batch_too() -> None:
    """Four messages of which only the type is not known are offered; each is registered in the end."""
    office = bench(beside=True, settings=evolve(SETTINGS, sources=(Source(PPT, "pædagogik", "jobcenter"),)))
    for _ in range(4):
        office.do(RecordContact(PPT, "citizen:1", "out", "message", "svar"), "staff:jens")
    *three, fourth = office.tasks()

    assert ["batch" in works(office, task, 1).facts for task in three] == [False] * 3
    with pytest.raises(Refused, match="REG-10"):
        works(office, fourth, 1)
    assert works(office, fourth, 2).facts["count"] == 1
    assert {task.state for task in office.tasks()} == {"done"}
