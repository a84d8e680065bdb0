"""Where the time went before a deadline was missed: each place by hand (SIM-09)."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from saksgang import events as e
from saksgang.records import Absence
from saksgang_sim.report.places import Place
from tests.sim.report.journals import CASE, At, counted_of, ledger, missed, task

TASK = f"{CASE}/task-1"
DAY = 86_400
WHAT = "garden.vurder"


def days(*happened: At, recipients: tuple[str, ...] = ()) -> dict[Place, float]:
    """Days by place before the one deadline that was missed."""
    (one,) = counted_of(*happened, recipients=recipients).deadlines.missed()
    return {place: seconds / DAY for place, seconds in one.spent}


def taken(by: str) -> e.TaskTaken:
    """Somebody took the task."""
    return e.TaskTaken("garden", CASE, TASK, by, "")


def test_sim_09_each_day_lies_where_the_oldest_task_lay() -> None:
    """Three days in the queue of a section, then with its owner until the due time, nothing left out."""
    happened = ((0.0, ledger()), (0.0, task(section="vest")), (3.0, taken("kari")), missed())

    assert days(*happened) == {Place("owner", "kari", WHAT): 17, Place("queue", "saksbehandler, vest", WHAT): 3}


def test_sim_09_absence_of_the_owner_is_told_apart() -> None:
    """Two announced days and an illness that overlaps one of them count once each."""
    sick = e.StaffAbsent("office", "", "ola", Absence(dt.date(2026, 4, 21), dt.date(2026, 4, 22), "illness"))
    happened = ((0.0, ledger()), (0.0, task(owner="ola")), (8.0, sick), missed())

    assert days(*happened) == {Place("owner", "ola", WHAT): 17, Place("absent", "ola", WHAT): 3}


def test_sim_09_a_task_left_waiting_tells_its_reason_and_gives_way_to_one_that_goes_on() -> None:
    """Waiting counts while nothing else is open; the reason stands in the place."""
    waits = e.TaskWaiting("garden", CASE, TASK, "kari", "venter på skolen")
    other = task(owner="ola", number=2)
    done = e.TaskCompleted("garden", CASE, f"{CASE}/task-2", "vurder", "", "ja", "ola", "ola")
    happened = (
        (0.0, ledger(norm=4)),
        (0.0, task(owner="kari")),
        (1.0, waits),
        (2.0, other),
        (3.0, done),
        missed(norm=4),
    )

    assert days(*happened) == {
        Place("waiting", "kari", WHAT, "venter på skolen"): 2,
        Place("owner", "kari", WHAT): 1,
        Place("owner", "ola", WHAT): 1,
    }


def test_sim_09_what_waits_for_others_is_told_by_whom() -> None:
    """A silent register, then a letter in the mailbox, then nobody at all."""
    asked = e.ServiceAsked("garden", CASE, f"{CASE}/request-1", "folkeregister", "")
    answered = e.ServiceAnswered("garden", CASE, f"{CASE}/request-1", "folkeregister", "")
    letter = f"{CASE}/letter-1"
    sent = e.LetterSent("garden", CASE, letter, "svar", "c:1", "mailbox/1", "0" * 64)
    opened = e.LetterOpened("garden", CASE, letter)
    happened = (
        (0.0, ledger(norm=10)),
        (0.0, asked),
        (2.0, answered),
        (2.0, sent),
        (5.0, opened),
        missed(norm=10),
    )

    assert days(*happened) == {Place("service", "folkeregister"): 2, Place("letter", "mailbox"): 3, Place("nobody"): 5}


def test_sim_09_a_deadline_of_the_recipient_is_the_recipients_time() -> None:
    """While nothing else is open and the office waits for an answer, the time is the citizen's."""
    answer = evolve(ledger(norm=30), deadline=f"{CASE}/deadline-2", kind="dokumentasjon")
    happened = ((0.0, ledger(norm=6)), (1.0, answer), missed(norm=6))

    assert days(*happened, recipients=("garden.dokumentasjon",)) == {Place("citizen"): 5, Place("nobody"): 1}


def test_sim_09_time_before_the_registration_lay_in_the_inbox() -> None:
    """A deadline that counts from the arrival of a letter begins two days before it is started."""
    happened = ((2.0, ledger(norm=6, since=0.0)), (2.0, task(owner="kari")), missed(norm=6))

    assert days(*happened) == {Place("owner", "kari", WHAT): 4, Place("inbox"): 2}


def test_sim_09_a_deadline_that_stands_still_is_not_timed() -> None:
    """Five days of a pause are in no place; what the case was before and after is."""
    pause = e.DeadlinePaused("garden", CASE, f"{CASE}/deadline-1", "")
    resumed = e.DeadlineResumed("garden", CASE, f"{CASE}/deadline-1", ledger(norm=15).targets, "")
    happened = ((0.0, ledger(norm=10)), (0.0, task(owner="kari")), (2.0, pause), (7.0, resumed), missed(norm=15))

    assert days(*happened) == {Place("owner", "kari", WHAT): 10}


def test_sim_12_what_has_come_to_its_end_is_forgotten() -> None:
    """A case without open tasks, letters, requests or deadlines takes no memory."""
    done = e.TaskCompleted("garden", CASE, TASK, "vurder", "", "ja", "kari", "kari")
    due = ledger().targets[1].due
    ended = e.DeadlineMet("garden", CASE, f"{CASE}/deadline-1", "svar", "", "limit", due, "")
    counted = counted_of((0.0, ledger()), (0.0, task()), (1.0, done), missed(), (21.0, ended))

    assert counted.deadlines.whereabouts._cases == {}
