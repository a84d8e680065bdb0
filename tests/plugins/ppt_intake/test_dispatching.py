"""Opened in time, printed once, or taken in hand (PPT-10)."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.commands import (
    AssignCase,
    CancelDeadline,
    MeetDeadline,
    OpenLetter,
    PrintLetter,
    ReportLetterFailed,
    ReportLetterPosted,
    ReportLetterPrinted,
    ReportNoMailbox,
    StartDeadline,
    StopLetter,
)
from saksgang.errors import Refused
from saksgang.events import DeadlineMissed, LetterAvailable, LetterOpened, LetterPrintOrdered, LetterStopped
from saksgang.legaltime import Duration
from saksgang.records import Deadline, Target
from saksgang_ppt_intake import dispatching
from tests.plugins.ppt_intake.bench import MONDAY, SETTINGS, Bench, a_case, a_letter, bench, record, view_of

CASE, LETTER = "PPT-2026-00001", "PPT-2026-00001/letter-1"
WEDNESDAY = MONDAY + dt.timedelta(days=2)  # two working days after Monday at nine
MINUTE = dt.timedelta(minutes=1)
WAITING = Deadline("d", "ppt_intake", CASE, "opened", LETTER, MONDAY, (Target("due", "2 working days", WEDNESDAY),))


def available(office: Bench) -> str:
    """A reply that lies in the recipient's mailbox since Monday at nine."""
    case, document = office.assigned_case()
    letter = office.sent_reply(case, document)
    office.available(letter)
    return letter


def printed(office: Bench) -> list[str]:
    return [order.letter for order in office.printer.orders]


def test_ppt_10_the_time_runs_from_when_the_letter_is_available() -> None:
    """The decision: a deadline about the letter, of the length that the municipality sets, from now."""
    event = LetterAvailable("ppt_intake", CASE, LETTER)
    (answer,) = dispatching.wait_for_opening(event, record(event), view_of(a_case(), a_letter()))

    assert answer.command == StartDeadline("opened", CASE, {"due": "2 working days"}, about=LETTER)
    assert answer.rule == "PPT-10"


def test_ppt_10_opened_in_time_is_met() -> None:
    """The decision: the deadline of that letter is met; a late opening changes nothing."""
    view = view_of(a_case(), a_letter(), WAITING)
    event, late = LetterOpened("ppt_intake", CASE, LETTER), LetterOpened("ppt_intake", CASE, LETTER, late=True)

    assert [answer.command for answer in dispatching.opened_in_time(event, record(event), view)] == [
        MeetDeadline("d", "opened")
    ]
    assert dispatching.opened_in_time(late, record(late), view) == []


def test_ppt_10_missed_is_printed() -> None:
    """The decision: print that letter, and say what time was given; other deadlines print nothing."""
    view = view_of(a_case(), a_letter(), WAITING)
    event = DeadlineMissed("ppt_intake", CASE, "d", "opened", LETTER, "due", WEDNESDAY)
    other = evolve(event, kind="answer")

    assert [answer.command for answer in dispatching.print_unopened(event, record(event), view)] == [
        PrintLetter(LETTER, "not opened within 2 working days")
    ]
    assert dispatching.print_unopened(other, record(other), view) == []


def test_ppt_10_taken_in_hand_stops_the_clock() -> None:
    """The decision: the deadline of that letter is cancelled with the reason."""
    event = LetterStopped("ppt_intake", CASE, LETTER, "nord1", "levert i møte")
    (answer,) = dispatching.no_print_any_more(event, record(event), view_of(a_case(), a_letter(), WAITING))

    assert answer.command == CancelDeadline("d", "levert i møte")


def test_ppt_10_a_letter_that_nobody_opens_is_printed_and_posted_exactly_once(office: Bench) -> None:
    """Available Monday at nine: one minute past nine on Wednesday it goes to print, and never again."""
    letter = available(office)
    office.wait_until(WEDNESDAY)
    assert printed(office) == []

    office.wait_until(WEDNESDAY + MINUTE)
    assert printed(office) == [letter]
    assert [event.reason for event in office.told(LetterPrintOrdered)] == ["not opened within 2 working days"]

    office.do(ReportLetterPrinted(letter), "system:print")
    office.do(ReportLetterPosted(letter), "system:print")
    office.wait_until(WEDNESDAY + dt.timedelta(days=30))
    assert printed(office) == [letter]
    assert office.view.letter(letter).state == "posted"


def test_ppt_10_a_letter_opened_in_the_minute_in_which_the_print_falls_due_counts_as_opened(office: Bench) -> None:
    """Thirty seconds into that minute is in time, and it is never printed."""
    letter = available(office)
    office.wait_until(WEDNESDAY + dt.timedelta(seconds=30))
    office.do(OpenLetter(letter), "party-1")
    office.wait_until(WEDNESDAY + dt.timedelta(days=30))

    assert printed(office) == []
    assert office.view.letter(letter).state == "opened"


def test_ppt_10_opened_after_the_print_was_ordered_is_too_late(office: Bench) -> None:
    """Paper is under way: the letter is posted all the same, and only once."""
    letter = available(office)
    office.wait_until(WEDNESDAY + MINUTE)
    office.do(OpenLetter(letter), "party-1")

    assert printed(office) == [letter]
    assert office.view.letter(letter).state == "due for print"


@pytest.mark.parametrize(
    ("reading", "due"),
    [
        # Available on Wednesday 23 December 2026 at nine: Christmas and a weekend follow.
        ("2 working days", dt.datetime(2026, 12, 28, 8, tzinfo=dt.UTC)),
        ("2 days", dt.datetime(2026, 12, 25, 8, tzinfo=dt.UTC)),
        ("48 hours", dt.datetime(2026, 12, 25, 8, tzinfo=dt.UTC)),
    ],
)
def test_ppt_10_every_reading_of_two_days_is_the_setting_alone(reading: str, due: dt.datetime) -> None:
    """Working days skip Christmas Day, Boxing Day and Sunday; the other readings do not."""
    office = bench(evolve(SETTINGS, autoprint_after=Duration.parse(reading)))
    office.clock.time = dt.datetime(2026, 12, 23, 8, tzinfo=dt.UTC)
    letter = available(office)

    office.wait_until(due)
    assert printed(office) == []
    office.wait_until(due + MINUTE)
    assert printed(office) == [letter]


def test_ppt_10_two_days_and_48_hours_differ_over_summer_time() -> None:
    """Over the night of 28 March 2027 a day is an hour short: 48 hours end an hour later by the local clock."""
    ends = {}
    for reading in ("2 days", "48 hours"):
        office = bench(evolve(SETTINGS, autoprint_after=Duration.parse(reading)))
        office.clock.time = dt.datetime(2027, 3, 27, 8, tzinfo=dt.UTC)
        letter = available(office)
        ends[reading] = office.deadline(office.view.letter(letter).case, "opened").targets[0].due

    assert ends["48 hours"] - ends["2 days"] == dt.timedelta(hours=1)


def test_ppt_10_no_mailbox_gets_paper_at_once(office: Bench) -> None:
    """Nothing to wait for: printed on the day it was sent, once, also when the mailbox says so twice."""
    case, document = office.assigned_case()
    letter = office.sent_reply(case, document)
    office.do(ReportNoMailbox(letter), "system:mailbox")
    office.do(ReportNoMailbox(letter), "system:mailbox")

    assert printed(office) == [letter]
    assert [each.kind for each in office.view.deadlines(case)] == ["answer"]


def test_ppt_10_marked_as_handled_by_hand_is_not_printed(office: Bench) -> None:
    """Stopped before the print fell due, with the reason in the history."""
    letter = available(office)
    office.do(StopLetter(letter, "levert i møte"), "staff:nord1")
    office.wait_until(WEDNESDAY + dt.timedelta(days=30))

    assert printed(office) == []
    assert [(event.by, event.reason) for event in office.told(LetterStopped)] == [("nord1", "levert i møte")]
    assert office.view.letter(letter).state == "stopped by hand"
    assert office.failures() == []


def test_ppt_10_once_printed_it_can_no_longer_be_stopped(office: Bench) -> None:
    """The print cannot be called back from here."""
    letter = available(office)
    office.wait_until(WEDNESDAY + MINUTE)

    with pytest.raises(Refused, match="due for print"):
        office.do(StopLetter(letter, "for sent"), "staff:nord1")


def test_ppt_10_a_letter_that_the_mailbox_gives_up_is_not_printed(office: Bench) -> None:
    """A failed letter has its final state, and the clock stops."""
    letter = available(office)
    office.do(ReportLetterFailed(letter, "slettet innboks"), "system:mailbox")
    office.wait_until(WEDNESDAY + dt.timedelta(days=30))

    assert printed(office) == []
    assert office.failures() == []


def test_ppt_10_a_letter_that_reached_nobody_is_the_caseworkers_business(office: Bench) -> None:
    """On the list at once of who has the case now, whoever wrote the letter."""
    letter = available(office)
    office.do(AssignCase(office.view.letter(letter).case, "nord2"), "staff:sjef_nord")
    office.do(ReportLetterFailed(letter, "slettet innboks"), "system:mailbox")

    (told,) = office.view.unfinished(letter, "undelivered_letter")
    assert (told.owner, office.view.letter(letter).author) == ("nord2", "nord1")
    assert office.failures() == []


def test_ppt_10_a_letter_that_reached_nobody_is_its_authors_while_the_case_is_nobodys(office: Bench) -> None:
    """A preliminary reply on a case that is still to be distributed."""
    case, document = office.new_case()
    letter = office.complete(case, "forelopig_svar", document, "staff:nord2")
    office.do(ReportLetterFailed(letter, "slettet innboks"), "system:mailbox")

    (told,) = office.view.unfinished(letter, "undelivered_letter")
    assert (told.owner, office.view.case(case).responsible) == ("nord2", "")


def test_ppt_10_a_confirmation_that_reached_nobody_is_the_consultants(office: Bench) -> None:
    """Who wrote it may write it anew; the specialist who has the case may not."""
    case, document = office.assigned_case()
    confirmation = office.complete(case, "mottaksbekreftelse", document, "staff:post")
    office.do(ReportLetterFailed(confirmation, "slettet innboks"), "system:mailbox")

    (told,) = office.view.tasks(confirmation)
    assert (told.kind, told.owner, told.role) == ("undelivered_confirmation", "post", "konsulent")
    again = office.complete(case, "mottaksbekreftelse", document, "staff:post")
    assert office.view.letter(again).state == "sent"


def test_ppt_10_the_rule_holds_for_every_letter_of_the_routine(office: Bench) -> None:
    """A confirmation that nobody opens is printed, too."""
    case, document = office.new_case()
    letter = office.complete(case, "mottaksbekreftelse", document, "staff:post")
    office.available(letter)
    office.wait_until(WEDNESDAY + MINUTE)

    assert printed(office) == [letter]


def test_ppt_10_what_fell_due_while_the_office_was_closed_is_printed_once(office: Bench) -> None:
    """A week without anybody looking at the clock: one print, not one a day."""
    letter = available(office)
    office.clock.time = WEDNESDAY + dt.timedelta(days=7)
    office.office.run_due()
    office.office.run_due()

    assert printed(office) == [letter]
