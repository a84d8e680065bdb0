"""What the office refuses, through the commands of a person at the desk."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from saksgang.commands import CompleteTask, CreateTask
from saksgang.errors import Refused
from tests.plugins.contact_registration.bench import Bench, R

KNOWN = {"source": "kølap 7", "day": "2026-10-06"}
SLIP = CreateTask("register_contact", routine=R, about="contact:kølap 7", facts=KNOWN)


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("REG-01", {"activity": "ydelse"}),
        ("REG-02", {"source": None}),
        ("REG-02", {"ended_by": "karen"}),
        ("REG-03", {"type": "oprettelse af sag"}),
        ("REG-04", {"type": "information vedr. sag"}),
        ("REG-05", {"form": True}),
        ("REG-06", {"form": True, "direction": "out"}),
        ("REG-07", {"about": "flytning", "type": "fejlhenvendelse"}),
        ("REG-08", {"about": "boligstøtte", "type": "fejlhenvendelse"}),
        ("REG-09", {"channel": "digital post", "direction": "out", "closing": "lagt til videre behandling"}),
        ("REG-10", {"count": 5}),
        ("REG-12", {"channel": "e-mail"}),
        ("REG-13", {"day": "2026-10-10"}),
        ("REG-13", {"department": "skole"}),
        ("REG-13", {"colour": "red"}),
        ("REG-13", {"form": "ja"}),
        ("REG-13", {"count": True}),
        ("REG-13", {"day": "20261006"}),
        ("REG-13", {"overruled": {"REG-03": 1}}),
        ("COR-05", {"channel": "pigeon", "closing": "lagt til videre behandling"}),
    ],
)
def test_each_rule_refuses_and_writes_nothing(office: Bench, rule: str, changes: dict[str, Any]) -> None:
    """The refusal names the rule; nothing is written."""
    assert office.refused(**changes) == rule


def test_a_sound_registration_is_kept_as_it_was_said(office: Bench) -> None:
    """Direction, channel, task area, facts, and who registered it."""
    office.register(type="oprettelse af sag", overruled={"REG-03": "tastes i morgen"})

    (event,) = office.registered()
    assert (event.direction, event.channel, event.about, event.by) == ("in", "telephone", "kontanthjælp", "jens")
    assert event.facts["overruled"] == {"REG-03": "tastes i morgen"}
    assert office.failures() == []


def test_reg_02_never_twice_and_reg_11_one_matter(office: Bench) -> None:
    """The same call again, and a question about the same case."""
    office.register()

    assert office.refused() == "REG-02"
    assert office.refused(type="hjælp til selvbetjening") == "REG-11"
    assert office.refused(about="erhvervspraktik") == ""


def test_reg_02_only_staff_register(office: Bench) -> None:
    """A citizen or a service cannot."""
    assert office.refused("citizen:1") == "REG-02"


def test_reg_13_a_registration_stands_on_no_case(office: Bench) -> None:
    """The reference says which case it is about."""
    assert office.refused(case="X-1") == "REG-13"


def test_reg_02_registering_does_the_task(office: Bench) -> None:
    """Whoever registers has done it; ticking it off is refused."""
    office.do(SLIP, "system:queue")
    (task,) = office.tasks()
    with pytest.raises(Refused, match="done by registering"):
        office.do(CompleteTask(task.id, "registered"))

    office.register(source="kølap 7")

    (task,) = office.tasks()
    assert (task.state, task.outcome, task.done_by) == ("done", "registered", "jens")


def test_reg_02_no_contact_is_left_out_without_a_reason(office: Bench) -> None:
    """The rule and the reason, and only a rule that keeps contacts from being registered."""
    office.do(SLIP, "system:queue")
    (task,) = office.tasks()
    for facts in ({}, {"rule": "REG-01"}, {"rule": "REG-12", "why": "x"}, {"rule": "REG-01", "why": " "}):
        with pytest.raises(Refused, match="REG-02"):
            office.do(CompleteTask(task.id, "not registered", facts=facts))

    office.do(CompleteTask(task.id, "not registered", facts={"rule": "REG-01", "why": "selve mødet"}))

    assert office.tasks()[0].outcome == "not registered"


def test_reg_02_the_slip_of_another_desk_or_day_is_another_contact(office: Bench) -> None:
    """Its task stays on the list; the desk's own slip does only its own task, however it is written."""
    for section, party in (("jobcenter", "citizen:1"), ("borgerservice", "citizen:2")):
        facts = {"source": "kølap 95", "day": "2026-10-06", "party": party}
        office.do(evolve(SLIP, about="contact:kølap 95", section=section, facts=facts), "system:queue")

    office.register(source="Kølap 95")
    assert [task.state for task in office.tasks()] == ["done", "open"]
    assert office.refused(source="kølap  95", party="citizen:3") == "REG-02"
    office.register("staff:karen", source="kølap 95", party="citizen:2", department="borgerservice")
    assert [task.state for task in office.tasks()] == ["done", "done"]

    office.clock.time += dt.timedelta(days=1)
    office.register(source="kølap 95")
    assert len(office.registered()) == 3


@pytest.mark.parametrize(("actor", "may"), [("staff:jens", True), ("staff:bo", True), ("citizen:1", False)])
def test_reg_02_the_staff_say_what_is_not_registered(office: Bench, actor: str, *, may: bool) -> None:
    """Bo is no registrant and may have ended it all the same; a citizen leaves no contact out."""
    office.do(SLIP, "system:queue")
    command = CompleteTask(office.tasks()[0].id, "not registered", facts={"rule": "REG-01", "why": "mødet"})

    if may:
        office.do(command, actor)
    else:
        with pytest.raises(Refused, match="REG-02"):
            office.do(command, actor)
    assert (office.tasks()[0].state == "done") is may


def test_reg_02_a_contact_is_on_the_list_once(office: Bench) -> None:
    """A slip that is there, and a contact that is registered, are refused."""
    office.do(SLIP, "system:queue")
    office.register(source="kølap 8")
    eight = CreateTask("register_contact", routine=R, about="contact:kølap 8", facts={**KNOWN, "source": "kølap 8"})
    for command in (SLIP, eight):
        with pytest.raises(Refused, match="REG-02"):
            office.do(command, "system:queue")


def test_reg_02_only_contacts_are_put_on_the_list(office: Bench) -> None:
    """The task names its contact."""
    with pytest.raises(Refused, match="REG-02"):
        office.do(CreateTask("register_contact", routine=R, about="", facts={"source": "kølap 7"}))


@pytest.mark.parametrize("day", [{}, {"day": "2026-10-05"}, {"day": "2026-10-07"}])
def test_reg_13_what_is_on_the_list_keeps_its_day(office: Bench, day: dict[str, str]) -> None:
    """Registered on a later day, it would count by that one otherwise."""
    command = CreateTask("register_contact", routine=R, about="contact:k", facts={"source": "k", **day})

    with pytest.raises(Refused, match="REG-13"):
        office.do(command, "system:queue")


def test_reg_13_outside_the_week_nothing_is_put_on_the_list(office: Bench) -> None:
    """On the Monday after."""
    office.clock.time += dt.timedelta(days=6)

    with pytest.raises(Refused, match="REG-13"):
        office.do(SLIP, "system:queue")


def test_reg_13_late_registration_goes_by_working_days(office: Bench) -> None:
    """Five working days after Friday 9 October end with Friday the 16th."""
    office.clock.time += dt.timedelta(days=10)
    assert office.refused(day="2026-10-09", source="1") == ""
    office.clock.time += dt.timedelta(days=1)
    assert office.refused(day="2026-10-09", source="2") == "REG-13"
