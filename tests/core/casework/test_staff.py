"""Who is absent or gone is replaced by the deputy, then by the queue, and the event says so (COR-07)."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.casework.staff import stand_in
from saksgang.commands import (
    AssignCase,
    Command,
    CreateTask,
    OpenCase,
    ReassignTask,
    ReportAbsence,
    ReportDeparture,
    ReportReturn,
    WaitWithTask,
)
from saksgang.errors import Refused
from saksgang.events import CaseAssigned, StaffAbsent, StaffGone, StaffReturned, TaskReassigned
from saksgang.records import Absence, StaffMember
from tests.core.casework.ground import CASE, Ground, ground

APRIL = [dt.date(2026, 4, 1) + dt.timedelta(days=n) for n in range(30)]


def day(number: int) -> dt.date:
    return APRIL[number - 1]


def away(name: str, first: int, last: int) -> ReportAbsence:
    return ReportAbsence(name, day(first), day(last), "ferie")


def absences(office: Ground, name: str) -> list[tuple[int, int]]:
    return [(a.first.day, a.last.day) for a in office.state.staff[name].absences]


def test_cor_07_an_absence_is_kept_with_both_days_included() -> None:
    """Somebody is away from the first day to the last one, and not on the days around them."""
    office = ground()

    assert office.do(away("kari", 8, 10)) == [StaffAbsent("office", "", "kari", Absence(day(8), day(10), "ferie"))]
    person = office.state.staff["kari"]
    assert [number for number in range(1, 30) if person.away(day(number))] == [8, 9, 10]


def test_cor_07_absences_may_overlap() -> None:
    """Sick during a holiday is two absences: somebody is away on every day of either."""
    office = ground(away("kari", 7, 10), away("kari", 9, 14))

    person = office.state.staff["kari"]
    assert [number for number in range(1, 30) if person.away(day(number))] == list(range(7, 15))


@pytest.mark.parametrize(
    ("reported", "kept"),
    [
        ([(7, 10)], []),  # from today on: nothing of it is left
        ([(6, 10)], [(6, 6)]),
        ([(1, 7)], [(1, 6)]),
        ([(5, 10), (6, 20)], [(5, 6), (6, 6)]),
        ([(5, 10), (15, 20)], [(5, 6), (15, 20)]),
        ([(1, 3), (6, 9)], [(1, 3), (6, 6)]),
    ],
)
def test_cor_07_a_return_ends_every_absence_under_way(
    reported: list[tuple[int, int]], kept: list[tuple[int, int]]
) -> None:
    """They end the day before; those gone by and those to come stay. It is the seventh."""
    office = ground(*(away("kari", *days) for days in reported))

    assert office.do(ReportReturn("kari")) == [StaffReturned("office", "", "kari", day(7))]
    assert absences(office, "kari") == kept
    assert office.do(ReportReturn("kari")) == []


@pytest.mark.parametrize(
    ("command", "words"),
    [
        *(
            (command, "Nobody on the staff is called 'eva'; known are: kari, liv, ola. [COR-07]")
            for command in (away("eva", 1, 2), ReportReturn("eva"), ReportDeparture("eva"))
        ),
        (away("kari", 9, 8), "The absence of kari ends on 2026-04-08, before it begins on 2026-04-09. [COR-07]"),
    ],
)
def test_cor_07_what_is_refused_says_why(command: Command, words: str) -> None:
    """Nobody unknown, and no absence that ends before it begins."""
    assert ground().refused(command) == words


@pytest.mark.parametrize(
    ("reported", "name", "who", "why"),
    [
        ([], "kari", "kari", ""),
        ([], "", "", ""),
        ([away("kari", 8, 9)], "kari", "kari", ""),
        ([away("kari", 1, 7)], "kari", "ola", "kari is absent until 2026-04-07, so ola as deputy"),
        ([ReportDeparture("kari")], "kari", "ola", "kari no longer works here, so ola as deputy"),
        (
            [ReportDeparture("kari"), away("ola", 7, 9)],
            "kari",
            "liv",
            "kari no longer works here, so ola as deputy; ola is absent until 2026-04-09, so liv as deputy",
        ),
        ([away("liv", 7, 7)], "liv", "", "liv is absent until 2026-04-07 and has no deputy: the queue"),
    ],
)
def test_cor_07_the_deputy_stands_in_then_the_queue(reported: list[Command], name: str, who: str, why: str) -> None:
    """Along the chain of deputies, each step said."""
    assert stand_in(name, ground(*reported).context("")) == (who, why)


def test_cor_07_a_circle_of_deputies_ends_in_the_queue() -> None:
    """Each is asked once, and an unknown deputy is refused like anybody unknown."""
    office = ground(away("kari", 7, 8), away("ola", 7, 8))
    office.state.staff.put("ola", evolve(office.state.staff["ola"], deputy="kari"))
    who, why = stand_in("kari", office.context(""))
    assert (who, why.rsplit("; ", 1)[1]) == ("", "kari was asked already: the queue")

    office.state.staff.put("ola", evolve(office.state.staff["ola"], deputy="eva"))
    with pytest.raises(Refused, match="Nobody on the staff is called 'eva'"):
        stand_in("kari", office.context(""))


def _working() -> Ground:
    """Kari has a case, an open and a waiting task; a second case has ended for her desk by going to Ola."""
    office = ground(
        AssignCase(CASE, "kari"),
        OpenCase("vei", "Sak", "party-2"),
        AssignCase("VEI-2026-00001", "ola"),
        CreateTask("reply", CASE, owner="kari"),
        CreateTask("reply", CASE, owner="kari"),
        CreateTask("reply", CASE, owner="ola"),
    )
    office.do(WaitWithTask(f"{CASE}/task-2", "venter"))
    return office


def test_cor_07_who_leaves_hands_over_all_that_is_open() -> None:
    """Cases, open tasks and waiting ones go to the deputy; others' stay; the second report says nothing."""
    office = _working()
    why = "kari no longer works here"

    assert office.do(ReportDeparture("kari"), "staff:liv") == [
        StaffGone("office", "", "kari"),
        CaseAssigned("bygg", CASE, "ola", "kari", why),
        TaskReassigned("bygg", CASE, f"{CASE}/task-1", "ola", "saksbehandler", "", why),
        TaskReassigned("bygg", CASE, f"{CASE}/task-2", "ola", "saksbehandler", "", why),
    ]
    assert office.state.staff["kari"].gone
    assert office.do(ReportDeparture("kari")) == []


def test_cor_07_a_task_goes_to_no_deputy_without_its_role() -> None:
    """Of who leaves and of who is away: the next deputy gets it, or at the end the queue, and it says so."""
    office = ground(CreateTask("approve", CASE, owner="kari"), CreateTask("reply", CASE, owner="ola"))
    office.do(ReportDeparture("kari"))
    office.do(ReportDeparture("ola"))
    approve, reply = office.state.tasks
    later = ground(away("ola", 7, 9), CreateTask("reply", CASE, owner="ola")).state.tasks[f"{CASE}/task-1"]

    assert (approve.owner, approve.reason) == (
        "liv",
        "kari no longer works here; ola lacks the role leder, so liv as deputy",
    )
    assert (reply.owner, reply.reason) == (
        "",
        "ola no longer works here; liv lacks the role saksbehandler and has no deputy: the queue",
    )
    assert later.owner == ""
    assert later.reason.endswith("liv lacks the role saksbehandler and has no deputy: the queue")


def test_cor_07_who_leaves_stands_in_for_nobody() -> None:
    """An absent deputy whose own deputy is the one who leaves: the work goes to the queue, not back to him."""
    office = _working()
    office.do(away("ola", 7, 9))
    office.state.staff.put("ola", evolve(office.state.staff["ola"], deputy="kari"))
    office.do(ReportDeparture("kari"))

    assert office.state.cases[CASE].responsible == ""
    assert office.state.tasks[f"{CASE}/task-1"].reason == (
        "kari no longer works here; ola is absent until 2026-04-09, so kari as deputy; "
        "kari was asked already: the queue"
    )


@pytest.mark.parametrize("deputy", ["", "kari"])
def test_cor_07_without_a_deputy_the_queue_gets_it(deputy: str) -> None:
    """Nobody, or oneself, is no deputy."""
    office = _working()
    office.state.staff.put("kari", StaffMember("kari", "Kari", ("saksbehandler",), deputy=deputy))
    office.do(ReportDeparture("kari"))

    assert [task.owner for task in office.state.tasks] == ["", "", "ola"]
    assert office.state.cases.on(("responsible", "")) == [office.state.cases[CASE]]


def test_cor_07_what_waited_with_who_leaves_is_open_again_in_the_queue() -> None:
    """Nobody in a queue waits for anything: else it would stand on no list. With a deputy it waits on."""
    office = ground(CreateTask("reply", CASE, owner="liv"), CreateTask("reply", CASE, owner="kari"))
    office.do(WaitWithTask(f"{CASE}/task-1", "på svar"), "staff:liv")
    office.do(WaitWithTask(f"{CASE}/task-2", "på svar"), "staff:kari")
    office.do(ReportDeparture("liv"))
    office.do(ReportDeparture("kari"))
    one, other = office.state.tasks[f"{CASE}/task-1"], office.state.tasks[f"{CASE}/task-2"]

    assert (one.state, one.owner, one.reason) == ("open", "", "liv no longer works here")
    assert (other.state, other.owner, other.reason) == ("waiting", "ola", "på svar")


def test_cor_07_a_waiting_task_that_is_given_to_nobody_is_open_again() -> None:
    """Also where a rule gives it away."""
    office = ground(CreateTask("reply", CASE, owner="kari"), away("ola", 7, 9))
    office.do(WaitWithTask(f"{CASE}/task-1", "på svar"))
    office.do(ReassignTask(f"{CASE}/task-1", "ola", "flyttet"))
    task = office.state.tasks[f"{CASE}/task-1"]

    assert (task.state, task.owner) == ("open", "")


def test_cor_07_a_queue_that_nobody_is_left_for_goes_to_the_whole_office() -> None:
    """Kari was the only saksbehandler in the section nord: what lay there, and what was hers, is on Ola's list."""
    office = ground(
        CreateTask("reply", CASE, section="nord"),
        CreateTask("reply", CASE, section="nord", owner="kari"),
        CreateTask("approve", CASE, section="nord"),
    )
    office.state.staff.put("kari", evolve(office.state.staff["kari"], deputy=""))
    before = [task.id for task in office.state.tasks.on(("queue", "saksbehandler", "nord"))]
    events = office.do(ReportDeparture("kari"))

    assert before == [f"{CASE}/task-1"]
    assert office.state.tasks.on(("queue", "saksbehandler", "nord")) == []
    queued = [task.id for task in office.state.tasks.on(("queue", "saksbehandler", ""))]
    assert queued == [f"{CASE}/task-1", f"{CASE}/task-2"]
    (moved,) = [e for e in events if isinstance(e, TaskReassigned) and e.task == f"{CASE}/task-1"]
    assert moved.reason == "nobody with the role 'saksbehandler' is left in the section 'nord'"
    office.do(CreateTask("reply", CASE, section="nord"), "staff:ola")
    assert office.state.tasks[f"{CASE}/task-4"].section == ""
    # Nobody there was ever a leader, so that nobody of them left.
    assert [task.id for task in office.state.tasks.on(("queue", "leder", "nord"))] == [f"{CASE}/task-3"]


def test_cor_07_a_queue_stays_in_its_section_while_somebody_is_left_there() -> None:
    """Ola works in nord as well: what lies there, and what was Kari's and has no deputy, stays there."""
    office = ground(CreateTask("reply", CASE, section="nord"), CreateTask("reply", CASE, section="nord", owner="kari"))
    for name in ("kari", "ola"):
        office.state.staff.put(name, evolve(office.state.staff[name], section="nord", deputy=""))
    office.do(ReportDeparture("kari"))

    queued = [task.id for task in office.state.tasks.on(("queue", "saksbehandler", "nord"))]
    assert queued == [f"{CASE}/task-1", f"{CASE}/task-2"]
