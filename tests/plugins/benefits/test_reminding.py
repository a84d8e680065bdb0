"""Ten days, and the reminder when they are over."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.commands import (
    CancelDeadline,
    CompleteTask,
    CreateTask,
    DraftLetter,
    ExtendDeadline,
    MeetDeadline,
    PauseDeadline,
    ReportLetterAvailable,
    ReportLetterFailed,
    ReportLetterPosted,
    ReportLetterPrinted,
    ReportNoMailbox,
    ResumeDeadline,
    WaitWithTask,
    WriteNote,
)
from saksgang.events import TaskReopened
from saksgang.identity import synthetic_number
from saksgang_benefits.matters import composed
from tests.plugins.benefits.bench import Bench, bench, local, only

OTHER = synthetic_number("DK", dt.date(1990, 5, 2), 3)


def remind(office: Bench, case: str, letter: str) -> None:
    office.do(CreateTask("follow_up", case, about=letter, owner="karla"))


@pytest.mark.parametrize(
    ("sent", "last"),
    [
        ("2024-08-05 09:00", "2024-08-15 23:59"),
        ("2024-08-07 23:00", "2024-08-19 23:59"),  # the 17th is a Saturday
        ("2024-12-16 12:00", "2024-12-27 23:59"),  # the 26th is a holiday
        ("2025-04-08 08:00", "2025-04-22 23:59"),  # Good Friday to Easter Monday
    ],
)
def test_ben_10_ten_days_to_the_end_of_a_working_day(sent: str, last: str) -> None:
    """Counted from the day after the letter is available."""
    office = bench(sent)
    case = office.apply()
    office.request(case, "unemployment_fund")

    assert office.deadline(case, "documentation").targets[0].due == local(last)


def test_ben_10_paper_adds_the_presumption_of_delivery(office: Bench) -> None:
    """Posted on Tuesday 6 August, presumed to arrive on Wednesday the 14th, ten days to the 24th: a Saturday."""
    case = office.apply()
    letter = office.request(case, "unemployment_fund", available=False)
    office.do(ReportNoMailbox(letter), "system:mailbox")
    office.wait_until("2024-08-06 16:00")
    office.do(ReportLetterPrinted(letter), "system:print")
    office.do(ReportLetterPosted(letter), "system:print")
    deadline = office.deadline(case, "documentation")

    assert (deadline.start, deadline.targets[0].due) == (local("2024-08-14 16:00"), local("2024-08-26 23:59"))


def test_ben_10_the_citizen_may_get_more_time(office: Bench) -> None:
    """A caseworker extends the time for documentation; nothing else is moved by hand."""
    case = office.apply()
    office.request(case, "unemployment_fund")
    deadline = office.deadline(case, "documentation").id
    office.do(ExtendDeadline(deadline, "due", "5 days, end of day", "sygdom"))

    assert office.deadline(case, "documentation").targets[0].due == local("2024-08-20 23:59")
    assert office.refused(MeetDeadline(deadline, "kom")).startswith("BEN-10")


def test_ben_10_more_time_ends_on_a_working_day_too(office: Bench) -> None:
    """Ten days to 15 August, and three more end on a Sunday: refused, with the day to choose."""
    case = office.apply()
    office.request(case, "unemployment_fund")
    deadline = office.deadline(case, "documentation").id

    said = office.refused(ExtendDeadline(deadline, "due", "3 days", "ferie"))
    assert said.startswith("BEN-10: 2024-08-18 is no working day")
    assert "2024-08-19, 1 days more" in said
    office.do(ExtendDeadline(deadline, "due", "4 days", "ferie"))
    assert office.deadline(case, "documentation").targets[0].due == local("2024-08-19 23:59")


def test_ben_10_nobody_else_touches_a_deadline(office: Bench) -> None:
    """It runs by itself: no caseworker pauses, resumes or ends it, and no register gives more time."""
    case = office.apply()
    office.request(case, "unemployment_fund")
    deadline = office.deadline(case, "documentation").id

    for command in (PauseDeadline, ResumeDeadline, CancelDeadline):
        assert office.refused(command(deadline, "ferie")).startswith("BEN-10"), command.__name__
    more = ExtendDeadline(deadline, "due", "5 days, end of day", "sygdom")
    assert office.refused(more, "service:jobnet").startswith("BEN-10")


@pytest.mark.parametrize(
    ("sent", "back"),
    [
        ("2024-08-05 09:00", "2024-08-16 00:00"),  # over on a Thursday
        ("2024-08-06 09:00", "2024-08-19 00:00"),  # over on a Friday: back on Monday
        ("2025-04-06 09:00", "2025-04-22 00:00"),  # over on Wednesday, before Maundy Thursday to Easter Monday
    ],
)
def test_ben_11_the_reminder_is_back_on_the_first_working_day_after(sent: str, back: str) -> None:
    """Until then it waits; weekends and holidays are passed over."""
    office = bench(sent)
    case = office.apply()
    remind(office, case, office.request(case, "unemployment_fund"))
    before = local(back).timestamp() - 60
    while (due := office.office.next_due()) is not None and due.timestamp() <= before:
        office.clock.time = due
        office.office.run_due()

    assert office.task(case, "follow_up").state == "waiting"
    office.wait_until(back)
    assert (office.task(case, "follow_up").state, office.task(case, "follow_up").owner) == ("open", "karla")


def test_ben_11_a_reminder_may_be_made_before_the_letter_is_available(office: Bench) -> None:
    """The time begins when the letter arrives, and the reminder follows it."""
    case = office.apply()
    letter = office.request(case, "unemployment_fund", available=False)
    remind(office, case, letter)

    assert office.task(case, "follow_up").state == "waiting"
    office.do(ReportLetterFailed(letter, "ukendt modtager"), "system:mailbox")
    assert office.task(case, "follow_up").state == "open"


def test_ben_11_reminders_are_about_letters_one_each(office: Bench) -> None:
    """Without letter, owner, or with a due time of one's own it is none, and other tasks are not made by hand."""
    case = office.apply()
    letter = office.request(case, "unemployment_fund")
    due = local("2024-08-20 12:00")

    for wrong in (
        CreateTask("follow_up", case, about="x", owner="karla"),
        CreateTask("follow_up", case, about=letter),
        CreateTask("follow_up", case, about=letter, owner="karla", due=due),
        CreateTask("decide", case, owner="karla"),
    ):
        assert office.refused(wrong).startswith("BEN-11")
    remind(office, case, letter)
    assert "already" in office.refused(CreateTask("follow_up", case, about=letter, owner="karla"))


def test_ben_11_a_letter_that_asks_for_nothing_has_no_reminder(office: Bench) -> None:
    """No time runs for a decision letter, nor for one that asks and was not sent."""
    case, other = office.granted(), office.apply(OTHER, married=False)
    (letter,) = office.letters(case, "afgorelse_bevilling")
    fields = {"case_number": other, "matters": composed("bank_statement"), "time": "10 dage", "unit": "y"}
    draft = only(office.do(DraftLetter(other, "anmodning", "citizen:1", fields)), "LetterDrafted").letter

    for home, about in ((case, letter.id), (other, draft)):
        assert office.refused(CreateTask("follow_up", home, about=about, owner="karla")).startswith("BEN-11")


def test_ben_14_the_upload_closes_the_reminder_with_the_reason(office: Bench) -> None:
    """Whether it still waits or is back on the list; and the time is met."""
    case = office.apply()
    remind(office, case, office.request(case, "unemployment_fund", "bank_statement"))
    office.submit("Dokumentation")
    reminder = office.task(case, "follow_up")

    assert (reminder.state, reminder.reason) == ("cancelled", "dokumentation modtaget gennem selvbetjening")
    assert office.deadline(case, "documentation").targets[0].state == "met"


@pytest.mark.parametrize("spouse_first", [True, False])
def test_ben_14_a_letter_of_two_matters_waits_for_both(office: Bench, spouse_first: bool) -> None:
    """Whichever comes first closes nothing, and the case says what is missing."""
    case = office.apply()
    letter = office.request(case, "spouse_not_registered", "unemployment_fund")
    remind(office, case, letter)
    came = [("Dokumentation", {}), ("Hændelse", {"event": "Kontaktforløb oprettet på ægtefælle"})]
    one, other = reversed(came) if spouse_first else came
    office.submit(one[0], **one[1])

    assert office.task(case, "follow_up").state == "waiting"
    assert office.deadline(case, "documentation").running
    left = "unemployment_fund" if spouse_first else "spouse_not_registered"
    assert office.facts(case)[f"missing/{letter}"] == [left]
    office.submit(other[0], **other[1])
    assert office.task(case, "follow_up").state == "cancelled"
    assert office.deadline(case, "documentation").targets[0].state == "met"


def test_ben_14_a_document_that_names_its_matter_answers_no_other(office: Bench) -> None:
    """The statement of the bank is still missing when that of the unemployment fund comes; a move answers nothing."""
    case = office.apply()
    letter = office.request(case, "unemployment_fund", "bank_statement", "spouse_not_registered")
    office.submit("Dokumentation", matter="unemployment_fund")
    office.submit("Hændelse", event="Flytning registreret")

    assert office.facts(case)[f"missing/{letter}"] == ["spouse_not_registered", "bank_statement"]


def test_ben_10_no_time_runs_for_what_came_before_the_letter_was_there(office: Bench) -> None:
    """The documents overtake a letter on paper: nothing is waited for when it is posted, and a reminder is open."""
    case = office.apply()
    letter = office.request(case, "unemployment_fund", available=False)
    office.do(ReportNoMailbox(letter), "system:mailbox")
    office.submit("Dokumentation")
    office.do(ReportLetterPrinted(letter), "system:print")
    office.do(ReportLetterPosted(letter), "system:print")
    remind(office, case, letter)

    assert not office.view.running(case)
    assert office.task(case, "follow_up").state == "open"
    office.submit("Hændelse", event="Flytning registreret")
    assert office.task(case, "follow_up").state == "open"


@pytest.mark.parametrize("on_paper", [False, True])
def test_ben_10_no_time_runs_on_a_case_that_has_ended(office: Bench, on_paper: bool) -> None:
    """The mailbox was down until the refusal had been told: nobody waits for the document any more."""
    case = office.apply(married=False)
    letter = office.request(case, "unemployment_fund", available=False)
    office.inform(case)
    office.do(WriteNote(case, "Afslag: betingelserne er ikke opfyldt."))
    office.do(CompleteTask(office.task(case, "decide").id, "refused"))
    office.refuse_letter(case)
    assert office.case(case).ended
    if on_paper:
        office.do(ReportNoMailbox(letter), "system:mailbox")
        office.do(ReportLetterPrinted(letter), "system:print")
        office.do(ReportLetterPosted(letter), "system:print")
    else:
        office.do(ReportLetterAvailable(letter), "system:mailbox")

    assert not office.view.running(case)


def test_ben_14_a_spouses_registration_is_no_documentation(office: Bench) -> None:
    """A letter that asks for both waits for the documentation; one that asks for the registration alone does not."""
    case = office.apply()
    remind(office, case, office.request(case, "spouse_not_registered", "unemployment_fund"))
    office.submit("Hændelse", event="Kontaktforløb oprettet på ægtefælle")

    assert office.task(case, "follow_up").state == "waiting"
    assert office.deadline(case, "documentation").running


def test_ben_14_a_reminder_of_another_matter_stays(office: Bench) -> None:
    """Documentation does not register a spouse."""
    case = office.apply()
    remind(office, case, office.request(case, "spouse_not_registered"))
    office.submit("Dokumentation")

    assert office.task(case, "follow_up").state == "waiting"


def test_ben_13_what_a_person_left_waiting_no_rule_closes(office: Bench) -> None:
    """Not by an upload, not by the conclusion, not by the end of the time."""
    case = office.apply()
    remind(office, case, office.request(case, "unemployment_fund"))
    office.do(WaitWithTask(office.task(case, "follow_up").id, "ringer til a-kassen først"))
    office.submit("Dokumentation")
    office.inform(case)
    office.wait_until("2024-08-29 09:00")
    task = office.task(case, "follow_up")

    assert (task.state, task.reason) == ("waiting", "ringer til a-kassen først")
    assert office.told(TaskReopened) == []
