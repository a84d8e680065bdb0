"""A message that nobody took is on the leader's list before its deadline passes (MSG-10)."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from saksgang.commands import ReassignTask, ReportAbsence, SeeCase
from saksgang.events import TaskWaiting
from saksgang.legaltime import Duration, Rule
from tests.plugins.home_care_messages.bench import INQUIRY, SETTINGS, Bench, bench

UTC = dt.UTC
NOTICE = dt.datetime(2026, 11, 17, 10, 0, tzinfo=UTC)
CHANGE = "Endring og avlysning av avtale"


def told(office: Bench, number: str) -> list[tuple[str, str]]:
    return [(task.role, task.state) for task in office.tasks(number, "untaken_message")]


def test_msg_10_the_leader_sees_it_twelve_hours_before(office: Bench) -> None:
    """Due on Tuesday 23:59: whole hours from Monday 9:00 end at 11:00 on Tuesday; the minute after it is there."""
    number = office.send()
    assert office.deadline(number, "untaken").targets[0].due == NOTICE
    office.wait_until(NOTICE)
    assert told(office, number) == []
    office.wait_until(NOTICE + dt.timedelta(minutes=1))

    (task,) = office.tasks(number, "untaken_message")
    assert (task.role, task.section, task.state) == ("tjenesteleder", "", "open")
    assert task.due == dt.datetime(2026, 11, 17, 22, 59, tzinfo=UTC)
    assert office.state_of(number, "first_reply") == "running"


def test_msg_10_a_message_that_is_taken_is_none_of_the_leaders_business(office: Bench) -> None:
    """The watch is over with the taking."""
    number = office.held("sp1")
    office.wait_until(dt.datetime(2026, 11, 17, 12, 0, tzinfo=UTC))

    assert told(office, number) == []
    assert office.state_of(number, "untaken") == "met"


def test_msg_10_taking_it_late_ends_the_leaders_task(office: Bench) -> None:
    """Whether somebody takes it or the leader hands it out."""
    taken, handed = office.send(), office.send()
    office.wait_until(NOTICE + dt.timedelta(minutes=1))
    office.take(taken, "sp1")
    office.do(ReassignTask(office.open_task(handed).id, "sp2", "ingen har tatt den"), "staff:tjenesteleder")

    assert told(office, taken) == told(office, handed) == [("tjenesteleder", "done")]
    assert [office.tasks(n, "untaken_message")[0].done_by for n in (taken, handed)] == ["sp1", "tjenesteleder"]
    assert office.case(handed).responsible == "sp2"


def test_msg_10_what_was_taken_late_is_still_to_be_read(office: Bench) -> None:
    """That the leader's task is done passes no message on."""
    number = office.send()
    office.wait_until(NOTICE + dt.timedelta(minutes=1))
    office.take(number, "sp1")
    assert "(read)" in office.refused(office.reply, number, "sp1")
    office.do(SeeCase(number), "staff:sp1")
    office.state(number, "sp1", type="Feil mottaker")

    assert office.open_task(number).role == "meldingsansvarlig"


def test_msg_10_what_waits_in_a_queue_is_told_too(office: Bench) -> None:
    """Nobody has it, whether it is open or was left waiting."""
    number = office.send()
    task = office.open_task(number)
    office.office.record(TaskWaiting(task.routine, number, task.id, "sp1", "venter"), "staff:sp1")
    office.wait_until(NOTICE + dt.timedelta(minutes=1))

    assert told(office, number) == [("tjenesteleder", "open")]


def test_msg_10_a_change_is_seen_before_the_visit(office: Bench) -> None:
    """Two hours before a visit at 15:00 today, not before the reply's deadline tomorrow; due when it starts."""
    number = office.send(CHANGE, visit="2026-11-16 15:00")
    assert office.deadline(number, "untaken").targets[0].due == dt.datetime(2026, 11, 16, 12, 0, tzinfo=UTC)
    office.wait_until(dt.datetime(2026, 11, 16, 12, 1, tzinfo=UTC))

    (task,) = office.tasks(number, "untaken_message")
    assert task.due == dt.datetime(2026, 11, 16, 14, 0, tzinfo=UTC)


def test_msg_10_a_visit_that_another_type_of_message_names_hurries_nobody(office: Bench) -> None:
    """An inquiry is answered by its deadline, also one about a visit today."""
    number = office.send(visit="2026-11-16 15:00")

    assert office.deadline(number, "untaken").targets[0].due == NOTICE


def test_msg_10_how_long_before_the_visit_is_a_setting() -> None:
    """Five hours before a visit at 17:00."""
    office = bench(evolve(SETTINGS, leader_notice_before_visit=Duration.parse("5 hours")))
    number = office.send(CHANGE, visit="2026-11-16 17:00")

    assert office.deadline(number, "untaken").targets[0].due == dt.datetime(2026, 11, 16, 11, 0, tzinfo=UTC)


def test_msg_10_a_visit_after_the_reply_is_no_reason_to_wait(office: Bench) -> None:
    """What comes first counts: the reply's deadline on Tuesday, a visit on Thursday."""
    number = office.send(CHANGE, visit="2026-11-19 15:00")
    office.wait_until(NOTICE + dt.timedelta(minutes=1))

    (task,) = office.tasks(number, "untaken_message")
    assert task.due == dt.datetime(2026, 11, 17, 22, 59, tzinfo=UTC)


def test_msg_10_without_an_hour_left_the_leader_sees_it_at_once(office: Bench) -> None:
    """A visit in two and a half hours leaves no whole hour to wait."""
    number = office.send(CHANGE, visit="2026-11-16 11:30")

    assert told(office, number) == [("tjenesteleder", "open")]


def test_msg_10_with_an_hour_left_the_leader_sees_it_in_that_hour(office: Bench) -> None:
    """A visit in three and a half hours: two hours before it, to the whole hour, is at ten."""
    number = office.send(CHANGE, visit="2026-11-16 12:30")

    assert told(office, number) == []
    assert office.deadline(number, "untaken").targets[0].due == dt.datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


def test_msg_10_taking_one_part_leaves_the_watch_over_the_others(office: Bench) -> None:
    """Each part is somebody's, or the leader is told of it."""
    number = office.held("sp1", "Spørsmål til ulike tjenestesteder", services=("Sykepleie", "Bistand", "Dagsenter"))
    office.reply(number, "sp1", "part", service="Sykepleie")
    office.state(number, "sp1", forward="ansatt")
    office.status(number, "sp1", "under behandling")
    office.take(number, "pb1")

    left = [task.id for task in office.tasks(number, "finish_message") if not task.owner]
    assert [each.about for each in office.view.running(number) if each.kind == "untaken"] == left


def test_msg_10_a_short_deadline_of_a_type_counts(office: Bench) -> None:
    """Five hours for the reply and one hour's notice: the leader sees it after four."""
    row = evolve(SETTINGS.type_of(INQUIRY), first_reply=Rule.parse("5 hours"))
    hour = Duration.parse("1 hour")
    office = bench(evolve(SETTINGS, more_types=(row,), leader_notice_before=hour))
    number = office.send()

    assert office.deadline(number, "untaken").targets[0].due == dt.datetime(2026, 11, 16, 12, 0, tzinfo=UTC)


def test_msg_10_a_forwarded_message_is_watched_by_its_deadline_or_the_setting() -> None:
    """Without a deadline for the final answer it lies one working day; with one, so long as it can."""
    name = "Søknad om tjeneste eller økt hjelpebehov"
    days = {name: Rule.parse("2 working days, end of day")}
    watched = []
    for office in (bench(), bench(evolve(SETTINGS, final_reply=days))):
        number = office.held("meld", name)
        office.reply(number, "meld", "temporary", expected_time="to dager")
        office.state(number, "meld", forward="saksbehandler")
        office.status(number, "meld", "under behandling")
        about = office.open_task(number).id
        watched += [each.targets[0].rule for each in office.view.deadlines(number) if each.about == about]

    assert watched == ["1 working day, end of day", "50 hours"]


def test_msg_10_a_forwarded_message_that_nobody_takes_is_told_to_the_leader() -> None:
    """After the time of the setting, though no deadline of it runs any more; who takes it ends the watch."""
    rule = Rule.parse("2 days")
    office = bench(evolve(SETTINGS, leader_notice_after=rule))
    number = office.held("sp1", "Henvendelse til annen ansatt")
    office.reply(number, "sp1", "temporary", forwarded_to="ansatt")
    office.state(number, "sp1", forward="ansatt")
    office.status(number, "sp1", "under behandling")
    office.wait_until(dt.datetime(2026, 11, 18, 8, 0, tzinfo=UTC))
    assert told(office, number) == []
    office.wait_until(dt.datetime(2026, 11, 18, 8, 1, tzinfo=UTC))
    assert told(office, number) == [("tjenesteleder", "open")]
    office.take(number, "sp2")

    assert told(office, number) == [("tjenesteleder", "done")]


def test_msg_07_a_leader_is_not_told_of_what_lies_in_the_leaders_own_queue(office: Bench) -> None:
    """An inappropriate message has no deadline, and is on the leader's list from the beginning."""
    number = office.send("Usaklig melding")

    assert office.view.deadlines(number) == []


def test_msg_10_what_lies_in_its_queue_and_stays_there_is_told_once(office: Bench) -> None:
    """Put back by the leader, or given to somebody who is away: the time that runs goes on, and so does the notice."""
    number, today = office.send(), NOTICE.date()
    task = office.open_task(number).id
    office.do(ReassignTask(task, "", "blir i køen"), "staff:tjenesteleder")
    assert [each.kind for each in office.view.running(number)] == ["first_reply", "untaken"]
    office.wait_until(NOTICE + dt.timedelta(minutes=1))
    office.do(ReportAbsence("sp1", today, today, "syk"), "staff:sp1")
    office.do(ReassignTask(task, "sp1", "ingen har tatt den"), "staff:tjenesteleder")

    assert office.open_task(number).owner == ""
    assert told(office, number) == [("tjenesteleder", "open")]


def test_msg_10_sorting_ends_the_watch_over_what_it_was(office: Bench) -> None:
    """A leader who was told of the old task is told of the new one in its time."""
    number = office.held("sp1")
    office.state(number, "sp1", type="Feil mottaker")
    states = [each.targets[0].state for each in office.view.deadlines(number) if each.kind == "untaken"]

    assert states == ["met", "running"]
