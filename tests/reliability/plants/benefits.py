"""Bugs planted in benefits: money, months, reminders, whose task it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from saksgang.commands import Answer, CreateTask, DraftLetter, PauseDeadline, ReopenTask
from saksgang.events import CaseAmended, DeadlineStarted, Event, LetterPosted, ServiceAnswered, StatusChanged
from saksgang.journal.record import Recorded
from saksgang.records import Case
from saksgang.view import View
from saksgang_benefits import (
    birthdays,
    closing,
    household,
    informing,
    intake,
    paying,
    rates,
    registers,
    reminding,
    routine,
    supplementing,
)
from saksgang_benefits.calculation import Calculation
from saksgang_benefits.matters import composed
from saksgang_benefits.settings import Settings
from tests.reliability.plants.planting import ASKED_ABOUT_ALL, Plant, Setting, Swap

__all__ = ["PLANTS"]

OFFICE = Setting("benefits")

right_back = reminding._back
right_rate = rates.rate
right_sent = paying._sent
right_archive = closing.archive
right_rejection = paying.tell_of_rejection
right_answer = routine.answer
right_start = reminding._start


def only_of_who_is_here(case: str, letter: str, view: View, reason: str = "fristen er udløbet") -> list[Answer]:
    """What comes back for somebody who is ill today does not come back at all."""
    back = right_back(case, letter, view, reason)
    return [each for each in back if isinstance(each.command, ReopenTask) and _is_here(each.command.task, view)]


def _is_here(task: str, view: View) -> bool:
    return view.here(view.task(task).owner)


def any_months_payslip(facts: Mapping[str, Any], month: str) -> str:
    """The last payslip there is."""
    reports = [facts[key] for key in sorted(facts) if key.startswith("income/")]
    return str(reports[-1].get("document", "")) if reports else ""


def last_years_rate(
    key: str, day: dt.date, *, allow_projected: bool = False, rates: Iterable[rates.Rate] = rates.RATES
) -> rates.Rate:
    """The amount of the year before, where there was one."""
    before = day.replace(year=day.year - 1)
    known = [row for row in rates if row.key == key]
    year = before if any(row.holds(before) for row in known) else day
    return right_rate(key, year, allow_projected=allow_projected, rates=known)


def ordered_twice(case: Case, payment: Mapping[str, Any], found: Calculation, view: View) -> list[Answer]:
    """The order goes to the bank once more."""
    sent = right_sent(case, payment, found, view)
    return [sent[0], *sent]


def nobodys(task: CreateTask, settings: Settings, view: View) -> str:
    """No owner, and a role that nobody has."""
    return ""


def at_once_on_paper(event: LetterPosted, recorded: Recorded, view: View) -> list[Answer]:
    """As if it had arrived when it was posted."""
    return right_start(event.case, event.letter, view.now, view)


def spouse_by_word(facts: Mapping[str, Any]) -> str:
    """The citizen's word is enough."""
    if not facts.get("married"):
        return household.NO_SPOUSE
    return household.REFUSES if facts.get("spouse_refuses") else household.COMPLIES


def pauses_what_it_waits_for(event: Recorded, view: View) -> list[Answer]:
    """The ten days stand still while documentation is awaited, and nothing lets them run again."""
    given, happened = right_answer(event, view), event.event
    if not isinstance(happened, DeadlineStarted) or happened.case == "":
        return given
    waits = view.deadline(happened.deadline).kind == "documentation"
    pause = PauseDeadline(happened.deadline, "afventer dokumentation")
    return [*given, Answer(pause, "BEN-10")] if waits else given


def one_more_letter(event: StatusChanged | CaseAmended, recorded: Recorded, view: View) -> list[Answer]:
    """When a case is filed away its citizen is asked for the bank statement once more."""
    case = view.case(event.case)
    fields = {
        "case_number": case.number,
        "matters": composed("bank_statement"),
        "time": "10 dage",
        "unit": "Ydelseskontoret",
    }
    goodbye = Answer(DraftLetter(case.number, "anmodning", case.party, fields), "BEN-08")
    filed = right_archive(event, recorded, view)
    return [*filed, goodbye] if filed else []


def again_without_asking(event: ServiceAnswered, recorded: Recorded, view: View) -> list[Answer]:
    """What the bank did not take is sent again until it does; nobody looks into it."""
    told = right_rejection(event, recorded, view)
    if not told:
        return []
    payment: Any = view.case(event.case).facts[f"payment/{event.about}"]
    return [
        paying._now(event.case, event.about, "ordered", view),
        paying._ordered(view.case(event.case), payment),
    ]


def nothing(event: Event, recorded: Recorded, view: View) -> list[Answer]:
    """What should follow does not."""
    return []


PLANTS = (
    Plant(
        "an-application-without-caseworker",
        "Who gets the application does not get its case.",
        "ben-who-gets-the-application-has-the-case",
        OFFICE,
        (Swap(intake.follow_distribution, nothing),),
    ),
    Plant(
        "a-look-that-changes-nothing",
        "A case stays received while its caseworker is at it.",
        "ben-the-first-look-begins-the-work",
        OFFICE,
        (Swap(informing.begin_work, nothing),),
    ),
    Plant(
        "registers-of-yesterday",
        "The registers are not asked again when the caseworker looks at the case.",
        "ben-the-first-look-begins-the-work",
        OFFICE,
        (Swap(registers.ask_again, nothing),),
    ),
    Plant(
        "a-reminder-in-the-way",
        "A reminder stands on the list before its time is over.",
        "ben-reminders-are-out-of-the-way",
        OFFICE,
        (Swap(reminding.put_away, nothing),),
    ),
    Plant(
        "decided-without-an-amount",
        "Whoever decides sees no amount, since nothing was calculated when the case was fully informed.",
        "ben-the-amount-is-there",
        OFFICE,
        (Swap(informing.calculate_informed, nothing),),
    ),
    Plant(
        "a-single-benefit-left-open",
        "The case of a single benefit stays open when it has been paid.",
        "ben-paid-single-cases-close",
        OFFICE,
        (Swap(paying.end_single, nothing),),
    ),
    Plant(
        "a-rejected-payment-forgotten",
        "Somebody says that a rejected payment is to be sent again, and nothing is sent.",
        "ben-rejections-are-seen-to",
        OFFICE,
        (Swap(paying.pay_again, nothing),),
    ),
    Plant(
        "a-letter-after-closing",
        "A case that is filed away writes to its citizen once more.",
        "ben-letters-go-to-the-applicant",
        OFFICE,
        (Swap(right_archive, one_more_letter),),
    ),
    Plant(
        "a-retry-without-asking",
        "A payment that the bank rejected is ordered again by itself, and nobody looks into it.",
        "ben-answers-of-the-bank-are-kept",
        OFFICE,
        (Swap(right_rejection, again_without_asking),),
    ),
    Plant(
        "a-pause-that-nobody-ends",
        "The ten days stand still while documentation is awaited, and nobody lets them run again.",
        "core-no-deadline-is-left-running",
        Setting("benefits", days=150),
        (Swap(right_answer, pauses_what_it_waits_for), ASKED_ABOUT_ALL),
        why_longer="a pause may last for months; not before 120 days it is one for ever",
    ),
    Plant(
        "a-reminder-lost-when-staff-is-sick",
        "A reminder comes back only where its owner is there on that day; else it waits for ever.",
        "ben-reminders-come-back-on-the-day-after",
        OFFICE,
        (Swap(right_back, only_of_who_is_here),),
    ),
    Plant(
        "the-wrong-months-payslip",
        "A month is released and paid by the payslip of any month.",
        "ben-held-months-are-not-paid",
        Setting("benefits", start=dt.date(2025, 1, 30)),
        (Swap(supplementing.reported, any_months_payslip),),
    ),
    Plant(
        "a-hold-never-released",
        "The payslip came, and its month stays held.",
        "ben-reports-are-recalculated",
        Setting("benefits", start=dt.date(2025, 1, 20)),
        (Swap(supplementing.release, nothing),),
    ),
    Plant(
        "the-rate-of-the-wrong-year",
        "Benefits are calculated with last year's rates.",
        "ben-calculations-are-right",
        OFFICE,
        (Swap(right_rate, last_years_rate),),
    ),
    Plant(
        "a-payment-ordered-twice",
        "The same payment is ordered from the bank a second time.",
        "ben-payments-are-specified",
        OFFICE,
        (Swap(right_sent, ordered_twice),),
    ),
    Plant(
        "a-task-without-owner",
        "Distribution names nobody, so that tasks lie on no caseworker's list.",
        "ben-tasks-go-by-birthday",
        OFFICE,
        (Swap(birthdays.distributed, nobodys),),
    ),
    Plant(
        "a-case-never-closed",
        "A closed case is not filed away when its last month has been paid.",
        "ben-closed-cases-are-filed-away",
        Setting("benefits", days=180),
        (Swap(right_archive, nothing),),
        why_longer="a closed case may wait 60 working days for the payslip of its last month",
    ),
    Plant(
        "paper-arrives-at-once",
        "The ten days run from the posting, without the days that the post takes.",
        "ben-ten-days-to-hand-in",
        OFFICE,
        (Swap(reminding.start_on_paper, at_once_on_paper),),
    ),
    Plant(
        "the-spouse-taken-by-word",
        "A spouse counts as registered before the job portal says so.",
        "ben-the-spouse-is-read-rightly",
        OFFICE,
        (Swap(household.availability, spouse_by_word),),
    ),
)
