"""The checks that a message is always on a list, and not on that of somebody who is away."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from saksgang.events import DeadlineMissed, Event, OfficeOpened, StaffAbsent, StaffReturned, TaskCompleted
from saksgang.records import Absence
from saksgang_home_care_messages.checks_lists import EveryMessageIsOnAList
from saksgang_home_care_messages.checks_lists import NobodyAwayKeepsAMessage as Check
from tests.core.checks.pages import Pages, instant
from tests.plugins.home_care_messages.checks_pages import (
    CASE,
    R,
    became,
    created,
    moved,
    opened,
    pages,
    taken,
    under_way,
)

AWAY = Absence(dt.date(2026, 3, 4), dt.date(2026, 3, 6), "ferie")
ABOUT_IT = DeadlineMissed(R, "", f"{R}/deadline-1", "absence_begins", "kari", "due", instant("03-02 22:59"))
DONE = TaskCompleted(R, CASE, f"{CASE}/task-1", "handle_message", "", "done", "kari", "kari")


def ill(first: int = 2, last: int = 4, who: str = "kari") -> Event:
    """Away on these days of March, of which the 2nd is today."""
    return StaffAbsent("office", "", who, Absence(dt.date(2026, 3, first), dt.date(2026, 3, last), "syk"))


def test_msg_10_who_falls_ill_gives_messages_back_at_once() -> None:
    """To the queue, to a colleague, or because it is over at that instant."""
    for others in (moved(""), moved("per"), taken("per", "kari"), DONE):
        assert under_way("MSG-01").add(ill()).follow(others).held(Check)


def test_msg_10_a_message_that_stays_with_somebody_away_is_found() -> None:
    """Given back later, given to the same one again, or never."""
    said = f"MSG-10 : {CASE}/task-1 stayed with kari, who is away until 2026-03-04."

    assert under_way("MSG-01").add(ill()).wrong(Check) == said
    assert under_way("MSG-01").add(ill()).follow(moved("kari")).wrong(Check) == said
    assert under_way("MSG-01").add(ill()).at("03-02 09:01").follow(moved("")).wrong(Check) == said


def test_msg_10_who_will_be_away_has_given_back_when_the_day_begins() -> None:
    """Midnight of the 3rd in Oslo is 23:00 UTC; kept until the next event, or until the end, it is found."""

    def leaves_on_the_third() -> Pages:
        return under_way("MSG-01").add(ill(3))

    midnight = "03-02 23:00"
    assert leaves_on_the_third().at(midnight).follow(moved("")).at("03-03 08:00").add(opened()).held(Check)
    assert leaves_on_the_third().at(midnight).add(ABOUT_IT).follow(moved("")).held(Check)
    said = f"MSG-10 {CASE}: {CASE}/task-1 stayed with kari as the day began, although kari is away from"
    assert leaves_on_the_third().at("03-03 08:00").add(created(n=2)).wrong(Check).startswith(said)
    assert leaves_on_the_third().wrong(Check, end="03-03 00:00").startswith(said)
    assert leaves_on_the_third().verdict(Check, end="03-02 23:00").judged == 0


def test_msg_10_who_is_back_before_the_day_begins_keeps_what_they_have() -> None:
    """He came back on the very day, and took it again."""
    back = StaffReturned("office", "", "kari", dt.date(2026, 3, 3))
    journal = under_way("MSG-01").add(ill(3)).at("03-02 23:00").follow(moved(""))

    assert journal.at("03-03 08:00").add(back, taken()).at("03-03 09:00").add(created(n=2)).held(Check)


def test_msg_10_an_absence_of_the_configuration_counts_too() -> None:
    """As one that was told."""
    journal = under_way("MSG-01")
    first = journal.written[0]
    office = first.event
    assert isinstance(office, OfficeOpened)
    staff = [evolve(each, absences=(AWAY,)) if each.id == "kari" else each for each in office.staff]
    journal.written[0] = evolve(first, event=evolve(office, staff=tuple(staff)))

    assert "stayed with kari" in journal.wrong(Check, end="03-04 09:00")


def test_msg_10_an_absence_to_come_and_other_peoples_messages_are_no_concern() -> None:
    """Nor is a task that is none of a message, nor a message in its queue."""
    leaders = created("untaken_message", owner="kari")

    assert under_way("MSG-01").add(ill(3)).verdict(Check, end="03-02 12:00").judged == 0
    assert under_way("MSG-01").add(ill(who="per")).verdict(Check).judged == 0
    assert pages().add(leaders, ill()).verdict(Check).judged == 0
    assert pages().add(created(), ill()).verdict(Check).judged == 0


def test_msg_10_a_message_has_a_task_until_it_is_done() -> None:
    """From receipt on, the next one from the instant at which one ends, none any more when it is done."""
    listed = EveryMessageIsOnAList

    assert pages().add(opened(), created(), DONE).follow(became()).held(listed)
    assert pages().add(opened(), created(), DONE).follow(created("finish_message", n=2)).held(listed)
    assert pages().add(opened(), created(), created(n=2)).at("03-02 10:00").add(DONE).held(listed)


def test_msg_10_a_message_on_no_list_is_found() -> None:
    """Never on one, off it before it is done, or only with the leader's task to see to it."""
    ended = pages().add(opened(), created(), DONE)
    leaders = created("untaken_message", about="t", n=2)

    assert pages().add(opened()).wrong(EveryMessageIsOnAList) == (
        f"MSG-10 {CASE}: Message {CASE} is not done and has no task since CaseOpened: it is on nobody's list."
    )
    assert "since TaskCompleted" in ended.wrong(EveryMessageIsOnAList)
    assert ended.follow(leaders).verdict(EveryMessageIsOnAList).count == 1
    assert ended.at("03-02 10:00").follow(became()).verdict(EveryMessageIsOnAList).count == 1
