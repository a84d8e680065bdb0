"""Checks of who has a message, what runs on it, and that nothing is ticked off."""

from __future__ import annotations

import pytest
from attrs import evolve

from saksgang.events import (
    CaseAssigned,
    DeadlineCancelled,
    DeadlineMissed,
    Event,
    TaskCompleted,
    TaskReopened,
    TaskWaiting,
)
from saksgang_home_care_messages.checks_hands import NothingIsTickedOff
from saksgang_home_care_messages.checks_holding import (
    NothingRunsOnADoneMessage,
    TheNextOnesGetTheMessage,
    WhoHasTheTaskHasTheMessage,
)
from saksgang_home_care_messages.checks_watching import (
    EachQueueIsWatched,
    NobodyWatchesWhatIsTaken,
    WhatIsGivenBackLiesOpen,
)
from tests.core.checks.pages import Pages, instant
from tests.plugins.home_care_messages.checks_pages import (
    CASE,
    DAY,
    R,
    amended,
    became,
    created,
    deadline,
    met,
    moved,
    opened,
    pages,
    reply,
    seen,
    taken,
)


def assigned(to: str) -> CaseAssigned:
    return CaseAssigned(R, CASE, to, "")


def passed(n: int = 1) -> TaskCompleted:
    return TaskCompleted(R, CASE, f"{CASE}/task-{n}", "handle_message", "", "passed on", "kari", "kari")


@pytest.mark.parametrize(
    ("held", "to"), [(taken("kari"), "kari"), (moved("per"), "per"), (created(owner="per"), "per")]
)
def test_msg_10_who_has_the_task_has_the_message(held: Event, to: str) -> None:
    """At once; with another, or nobody, it is found."""
    check = WhoHasTheTaskHasTheMessage

    def lying() -> Pages:
        return pages().follow(opened(), created()).at("03-03 09:00").add(held)

    assert lying().follow(assigned(to)).held(check)
    assert f"{to} has the task" in lying().wrong(check)
    assert f"{to} has the task" in lying().follow(assigned("berit")).wrong(check)


def test_msg_08_a_part_has_an_owner_of_its_own() -> None:
    """The task of one service's part does not move the message."""
    part = created(facts={"service": "A"})

    assert pages().follow(opened("MSG-08"), part).add(taken("kari")).verdict(WhoHasTheTaskHasTheMessage).judged == 0


def invoice() -> Pages:
    """An invoice question that its reader sets in progress: what follows is for those who invoice."""
    begun = pages().follow(opened("MSG-05"), created(facts={"leg": 0})).add(taken(), seen())
    return begun.at("03-03 09:00").add(became("under behandling"))


def test_msg_05_the_next_ones_get_the_message() -> None:
    """Their task comes up and the reader's ends at once; one without the other is found."""
    check, finish = TheNextOnesGetTheMessage, created("finish_message", n=2, facts={"leg": 1})

    assert invoice().follow(passed(), finish).held(check)
    assert "not with those who do the next step" in invoice().wrong(check)
    assert "not with those who do the next step" in invoice().follow(passed()).wrong(check)
    assert "not with those who do the next step" in invoice().follow(finish).wrong(check)


def test_msg_01_a_step_within_a_turn_moves_nothing() -> None:
    """The reader answers, too."""
    journal = pages().follow(opened(), created(facts={"leg": 0})).add(taken()).at("03-03 09:00").add(seen(), reply())

    assert journal.held(TheNextOnesGetTheMessage)


def test_msg_06_a_step_in_time_is_met_and_a_done_message_waits_for_nothing() -> None:
    """At once; a deadline that runs on is found, one of a step that is not done yet is left alone."""
    check = NothingRunsOnADoneMessage
    facts = deadline("step_in_time", DAY, "check_facts")
    stopped = DeadlineCancelled(R, CASE, f"{CASE}/deadline-1", "final_reply", "", "due", "x")

    def begun(event: Event, running: Event = facts) -> Pages:
        return pages().follow(opened("MSG-06"), running).at("03-02 11:00").add(event)

    checked = begun(amended(check_facts="x"))
    in_time = evolve(met("step_in_time"), due=instant("03-02 22:59"))
    assert "runs on" in checked.wrong(check)
    assert begun(amended(check_facts="x")).follow(in_time).held(check)
    assert begun(amended(handle="x")).verdict(check).judged == 0
    done = deadline("final_reply", "10 days")
    assert "runs on" in begun(became(), done).wrong(check)
    assert begun(became(), done).follow(stopped).held(check)


@pytest.mark.parametrize("event", [created(), passed(), assigned("kari"), opened(), deadline()])
def test_msg_10_nothing_is_ticked_off(event: Event) -> None:
    """A rule may, nobody of the staff may."""
    assert pages().follow(event).held(NothingIsTickedOff)
    assert "the work of a rule, not of staff:kari" in pages().add(event).wrong(NothingIsTickedOff)


WATCH = deadline("untaken", "4 hours", f"{CASE}/task-1")
TOLD = created("untaken_message", "tjenesteleder", n=2, about=f"{CASE}/task-1")


@pytest.mark.parametrize("turn", [taken(), moved("per"), passed()])
def test_msg_10_nobody_watches_what_is_taken(turn: Event) -> None:
    """Taken, given away or over: the time ends at once, and the leader's task; back in the queue it runs on."""
    check = NobodyWatchesWhatIsTaken
    ended = evolve(met("untaken"), due=instant("03-03 22:59"))

    def lying(watch: Event) -> Pages:
        return pages().follow(opened(), created(), watch).at("03-03 09:00").add(turn)

    assert lying(WATCH).follow(ended).held(check)
    assert "goes on" in lying(WATCH).wrong(check)
    assert lying(TOLD).follow(passed(2)).held(check)
    assert "task-2 goes on" in lying(TOLD).wrong(check)
    back = pages().follow(opened(), created(), WATCH).at("03-03 09:00").add(moved(""))
    assert back.verdict(check).judged == 0
    for again in (evolve(WATCH, deadline=f"{CASE}/deadline-2"), TOLD):
        assert "is the second by which the leader is told" in lying(WATCH).follow(ended, again, again).wrong(check)


def test_msg_10_what_is_given_back_lies_open() -> None:
    """What waited goes on at once; given to somebody else it may wait on."""
    check = WhatIsGivenBackLiesOpen
    waits, goes_on = (
        TaskWaiting(R, CASE, f"{CASE}/task-1", "kari", "lege"),
        TaskReopened(R, CASE, f"{CASE}/task-1", "x"),
    )

    def left() -> Pages:
        return pages().follow(opened(), created()).add(taken(), waits).at("03-03 09:00")

    assert left().follow(moved(""), goes_on).held(check)
    assert "waits in a queue" in left().follow(moved("")).wrong(check)
    assert left().follow(moved("per")).verdict(check).judged == 0


@pytest.mark.parametrize("told", [WATCH, TOLD])
def test_msg_10_each_queue_is_watched(told: Event) -> None:
    """From the moment in which a task lies there; only the leaders' own queue is watched by nobody."""
    check, first = EachQueueIsWatched, evolve(deadline(), deadline=f"{CASE}/deadline-9")

    def given_back() -> Pages:
        taken_once = pages().follow(opened(), first, created(owner="kari"))
        return taken_once.at("03-03 09:00").follow(moved(""))

    assert given_back().follow(told).held(check)
    assert "nothing tells the leader in time" in given_back().wrong(check)
    assert pages().follow(opened(), first, created(), told, moved("")).held(check)
    assert pages().follow(opened("MSG-07"), created(role="tjenesteleder")).verdict(check).judged == 0


def test_msg_10_a_queue_with_nothing_to_miss_is_watched_by_the_setting() -> None:
    """A forwarded message without a deadline: no watch, and one by another rule, are found."""
    check = EachQueueIsWatched
    by_setting = deadline("untaken", DAY, f"{CASE}/task-1")

    def forwarded() -> Pages:
        return pages().follow(opened("MSG-02"), created("finish_message"))

    assert forwarded().follow(by_setting).held(check)
    assert "nothing tells the leader" in forwarded().wrong(check)
    assert "not after 1 working day, end of day" in forwarded().follow(WATCH).wrong(check)
    assert pages(leader_notice_after="4 hours").follow(opened(), created(), WATCH).held(check)


def test_msg_10_the_leader_is_told_when_the_time_is_over() -> None:
    """At once, also of what waits, and where its time is ended too soon; nobody is told of what somebody has taken."""
    check = EachQueueIsWatched
    over = DeadlineMissed(R, CASE, f"{CASE}/deadline-1", "untaken", f"{CASE}/task-1", "due", instant("03-03 22:59"))
    ended = evolve(met("untaken"), about=f"{CASE}/task-1")

    def lying() -> Pages:
        return pages().follow(opened(), created(), deadline("untaken", DAY, f"{CASE}/task-1")).at("03-04 09:00")

    assert lying().follow(over, TOLD).held(check)
    assert "since DeadlineMissed" in lying().follow(over).wrong(check)
    assert "since DeadlineMet" in lying().follow(ended).wrong(check)
    for event in (over, ended):
        assert lying().add(taken()).at("03-04 09:00").follow(event).verdict(check).count == 0
