"""Simulated staff: hours, lunch, holidays, illness, one thing at a time, first things first (SIM-04)."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.commands import AssignCase, CompleteTask, ReassignTask, ReportAbsence, WriteNote
from saksgang.events import TaskWaiting
from saksgang.office import RoutineDesk
from saksgang.records import Absence, StaffMember
from saksgang_sim.behaviour import Turn, Work
from saksgang_sim.checks import AT_A_LOSS
from tests.sim.desk import KARI, desk, replies

OLA = StaffMember("ola", "Ola", ("saksbehandler",))
LIV = StaffMember("liv", "Liv", ("leder",))


def test_sim_04_work_begins_and_ends_with_the_working_hours() -> None:
    """What comes at night is taken at eight; what would not be done by half past three waits for the next day."""
    office = desk(minutes=60)
    office.comes("2026-04-13 02:00")
    office.comes("2026-04-13 15:00")
    office.goes_on(2)

    assert office.told == [
        "04-13 08:00 kari TaskTaken 1",
        "04-13 09:00 kari TaskCompleted 1",
        "04-14 08:00 kari TaskTaken 2",
        "04-14 09:00 kari TaskCompleted 2",
    ]


def test_sim_04_what_is_done_exactly_at_the_end_of_the_day_is_begun() -> None:
    """Half an hour from three o'clock ends with the day."""
    office = desk(minutes=30)
    office.comes("2026-04-13 15:00")
    office.goes_on()

    assert office.told == ["04-13 15:00 kari TaskTaken 1", "04-13 15:30 kari TaskCompleted 1"]


def test_sim_04_somebody_without_work_wakes_up_when_it_comes() -> None:
    """At nine and at ten a task comes to an idle desk and is taken the same second."""
    office = desk(minutes=10)
    office.comes("2026-04-13 09:00:07")
    office.comes("2026-04-13 10:00")
    office.goes_on()

    assert [line[:26] for line in office.told if "Taken" in line] == [
        "04-13 09:00 kari TaskTaken",
        "04-13 10:00 kari TaskTaken",
    ]


def test_sim_04_a_task_for_somebody_by_name_wakes_that_one() -> None:
    """Of two idle caseworkers the owner begins, though the other has waited longer; nobody takes it away."""
    office = desk(KARI, OLA, minutes=10)
    office.comes("2026-04-13 09:00", owner="ola")
    office.goes_on()

    assert office.told == ["04-13 09:10 ola TaskCompleted 1"]


def test_sim_04_a_task_given_to_another_wakes_the_new_owner() -> None:
    """Kari is away with it in her name; when it is reassigned to idle Ola he begins at once."""
    office = desk(evolve(KARI, hours="tue 08:00-15:30"), OLA, minutes=10)
    office.comes("2026-04-13 09:00", owner="kari")
    office.at("2026-04-13 10:00", lambda: office.office.do(ReassignTask("small/task-1", "ola", "haster"), "staff:liv"))
    office.goes_on()

    assert office.told[1:] == ["04-13 10:10 ola TaskCompleted 1"]


def test_sim_04_only_a_role_and_a_section_that_fit_are_woken() -> None:
    """A task in the queue of section nord is nothing for a leader or for a caseworker of vest."""
    nord, vest = evolve(KARI, section="nord"), evolve(OLA, section="vest")
    office = desk(LIV, vest, nord, minutes=10)
    office.comes("2026-04-13 09:00", section="nord")
    office.comes("2026-04-13 10:00", section="")
    office.goes_on()

    assert office.told[:2] == ["04-13 09:00 kari TaskTaken 1", "04-13 09:10 kari TaskCompleted 1"]
    assert office.told[2:] == ["04-13 10:00 ola TaskTaken 2", "04-13 10:10 ola TaskCompleted 2"]


def test_sim_04_whoever_has_gone_home_is_not_woken_in_place_of_somebody_at_work() -> None:
    """Kari sat idle longest but leaves at eleven; what comes at two is Ola's at once."""
    office = desk(evolve(KARI, hours="mon-fri 08:00-11:00"), OLA, minutes=10)
    office.comes("2026-04-13 14:00")
    office.goes_on()

    assert office.told == ["04-13 14:00 ola TaskTaken 1", "04-13 14:10 ola TaskCompleted 1"]


def test_sim_04_lunch_is_at_half_past_eleven_and_lasts_half_an_hour() -> None:
    """What comes at 11:40 waits until twelve; who had nothing to do all morning has eaten by the afternoon."""
    office = desk(minutes=20)
    office.comes("2026-04-13 11:40")
    office.comes("2026-04-13 14:00")
    office.goes_on()

    assert [line[:11] for line in office.told] == ["04-13 12:00", "04-13 12:20", "04-13 14:00", "04-13 14:20"]


def test_sim_04_lunch_waits_for_what_is_at_hand() -> None:
    """A task from eleven to a quarter to twelve is finished first, and the next begins half an hour later."""
    office = desk(minutes=45)
    office.comes("2026-04-13 11:00")
    office.comes("2026-04-13 11:01")
    office.goes_on()

    assert [line[:11] for line in office.told] == ["04-13 11:00", "04-13 11:45", "04-13 12:15", "04-13 13:00"]


def test_sim_04_each_does_one_thing_at_a_time() -> None:
    """Three tasks at once take one person three times as long and two persons twice."""
    alone, two = desk(minutes=30), desk(KARI, OLA, minutes=30)
    for office in (alone, two):
        for _ in range(3):
            office.comes("2026-04-13 09:00")
        office.goes_on()

    assert [line[6:11] for line in alone.told if "Completed" in line] == ["09:30", "10:00", "10:30"]
    assert [line[6:16] for line in two.told if "Completed" in line] == ["09:30 kari", "09:30 ola ", "10:00 kari"]


def test_sim_04_what_ranks_first_is_done_first_whether_own_or_queued() -> None:
    """By due time: the queued one of ten, the own one of eleven, the queued one of noon; without a due time by age."""
    office = desk(minutes=30)
    for clock, owner in (("12:00", ""), ("11:00", "kari"), ("10:00", "")):
        office.comes("2026-04-13 07:00", owner=owner, due=dt.datetime.fromisoformat(f"2026-04-13 {clock}+02:00"))
    office.comes("2026-04-13 07:30")
    office.goes_on()

    assert [line[-1] for line in office.told if "Completed" in line] == ["4", "3", "2", "1"]


def test_sim_04_part_time_hours_hold_day_by_day() -> None:
    """Tuesdays from nine to twelve only: Monday's task is done on Tuesday, what is left a week later."""
    office = desk(evolve(KARI, hours="tue 09:00-12:00"), minutes=80)
    for _ in range(3):
        office.comes("2026-04-13 10:00")
    office.goes_on(9)

    assert [line[:11] for line in office.told if "Taken" in line] == ["04-14 09:00", "04-14 10:20", "04-21 09:00"]


def test_sim_04_holidays_are_off_and_weekends_only_where_the_hours_say_so() -> None:
    """Nobody comes on the first of May; on Saturday and Sunday those come who work then."""
    friday = dt.date(2026, 5, 1)
    usual, weekend = desk(start=friday), desk(evolve(KARI, hours="mon-sun 08:00-15:30"), start=friday)
    for office in (usual, weekend):
        office.comes("2026-05-01 07:00")
        office.goes_on(4)

    assert [line[:11] for line in usual.told if "Taken" in line] == ["05-04 08:00"]
    assert [line[:11] for line in weekend.told if "Taken" in line] == ["05-02 08:00"]


def test_sim_04_an_evening_shift_may_end_at_midnight() -> None:
    """Hours up to 24:00 end with the day, also on the night of summer time."""
    office = desk(evolve(KARI, hours="sat-sun 16:00-24:00"), start=dt.date(2026, 3, 28), minutes=60)
    office.comes("2026-03-28 23:00")
    office.comes("2026-03-28 23:10")
    office.goes_on(2)

    assert [line[:11] for line in office.told if "Completed" in line] == ["03-29 00:00", "03-29 17:00"]


def test_sim_04_whoever_is_absent_or_ill_does_not_come() -> None:
    """Kari's absence ends on Monday, she falls ill on Tuesday, and works on Wednesday."""
    monday = dt.date(2026, 4, 13)
    office = desk(evolve(KARI, absences=(Absence(monday, monday, "ferie"),)))
    office.comes("2026-04-13 07:00")
    ill = ReportAbsence("kari", dt.date(2026, 4, 14), dt.date(2026, 4, 14), "illness")
    office.at("2026-04-14 06:00", lambda: office.office.do(ill, "staff:kari"))
    office.goes_on(3)

    assert [line[:11] for line in office.told if "Taken" in line] == ["04-15 08:00"]


def test_sim_04_what_is_longer_than_a_day_is_done_in_one_go() -> None:
    """A task of ten hours, which fits into no day, is begun in the morning and not put off for ever."""
    office = desk(minutes=600)
    office.comes("2026-04-13 09:30")
    office.goes_on(2)

    assert [line[:11] for line in office.told] == ["04-13 09:30", "04-13 19:30"]


def test_sim_04_speed_divides_the_working_time() -> None:
    """At twice the speed half an hour is a quarter; nothing takes less than a minute."""
    for speed, done in ((2.0, "08:15"), (90.0, "08:01")):
        office = desk(minutes=30, speed=speed)
        office.comes("2026-04-13 07:00")
        office.goes_on()

        assert office.told[-1].startswith(f"04-13 {done}")


def test_sim_04_an_act_that_is_refused_is_tried_again_by_the_same_person() -> None:
    """The first attempt ends with an outcome that is not declared; the second, as much later again, holds."""

    def wrong_at_first(turn: Turn) -> Work:
        yield CompleteTask(turn.task.id, "hvem vet" if turn.attempt == 1 else "done")

    office = desk(minutes=30, doing=wrong_at_first)
    office.comes("2026-04-13 09:00")
    office.goes_on()

    assert office.told == ["04-13 09:00 kari TaskTaken 1", "04-13 10:00 kari TaskCompleted 1"]
    assert office.refusals.by_rule == {"COR-03": 1}


@pytest.mark.parametrize("known", [True, False])
def test_sim_04_after_four_attempts_the_task_is_left_waiting(known: bool) -> None:
    """Nobody is stuck for ever: the task waits with its reason and the next one is begun, also for want of a way."""

    def never(turn: Turn) -> Work:
        yield CompleteTask(turn.task.id, "hvem vet")

    office = desk(minutes=30, doing=never if known else None)
    office.comes("2026-04-13 09:00")
    office.comes("2026-04-13 09:01")
    office.goes_on()

    assert office.told == [
        "04-13 09:00 kari TaskTaken 1",
        "04-13 11:00 kari TaskWaiting 1",
        "04-13 11:00 kari TaskTaken 2",
        "04-13 13:00 kari TaskWaiting 2",
    ]
    assert [each.event.reason for each in office.journal if isinstance(each.event, TaskWaiting)] == [AT_A_LOSS] * 2
    assert office.refusals.by_rule == ({"COR-03": 8} if known else {})


def test_sim_04_whoever_gives_a_task_away_is_done_with_it() -> None:
    """Kari hands it to Ola at her first attempt and takes the next at once."""

    def hand_on(turn: Turn) -> Work:
        if turn.person.id == "kari" and turn.task.id.endswith("1"):
            yield ReassignTask(turn.task.id, "ola", "kan dette bedre")
        else:
            yield CompleteTask(turn.task.id, "done")

    office = desk(KARI, evolve(OLA, hours="mon 13:00-15:00"), minutes=30, doing=hand_on)
    office.comes("2026-04-13 09:00")
    office.comes("2026-04-13 09:01")
    office.goes_on()

    assert [line[6:] for line in office.told] == [
        "09:00 kari TaskTaken 1",
        "09:30 kari TaskReassigned 1",
        "09:30 kari TaskTaken 2",
        "10:00 kari TaskCompleted 2",
        "13:30 ola TaskCompleted 1",
    ]


def test_sim_04_what_was_done_before_an_act_was_refused_stands() -> None:
    """Each command is carried out before the next, whose refusal ends the attempt."""

    def stumble(turn: Turn) -> Work:
        yield from replies(turn)
        yield AssignCase("SAK-2026-00001", "kari")
        yield WriteNote("SAK-2026-00001", "kommer ikke så langt")

    office = desk(minutes=30, doing=stumble)
    office.comes("2026-04-13 09:00")
    office.goes_on()

    assert office.told[-1] == "04-13 09:30 kari TaskCompleted 1"
    assert list(office.refusals.by_rule.values()) == [1]


def test_sim_04_a_routine_that_lets_nobody_take_its_tasks_stops_nobody() -> None:
    """The refusal costs the time of the task and is counted; the run goes on."""

    def vet(*, command: object, actor: str, view: object) -> str | None:
        return "TST-01: ingen får ta den." if type(command).__name__ in {"TakeTask", "WaitWithTask"} else None

    office = desk(minutes=60, desk_of_routine=RoutineDesk("small", vet=vet))
    office.comes("2026-04-13 09:00")
    office.goes_on()

    assert office.told == []
    assert office.refusals.by_rule == {"TST-01": 12}
