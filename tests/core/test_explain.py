"""An explanation tells from the journal what started, moved and ended a due time (COR-12, COR-13)."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.commands import (
    CancelDeadline,
    CreateTask,
    DraftLetter,
    ExtendDeadline,
    MeetDeadline,
    OpenCase,
    PauseDeadline,
    RegisterDocument,
    ResumeDeadline,
    StartDeadline,
    SubmitDocument,
)
from saksgang.declarations import Catalogue
from saksgang.errors import InputRefused
from saksgang.events import EVENTS, DeadlineStarted, DocumentRegistered
from saksgang.explain import explain_rule, explained, explanation, opening
from saksgang.explain.occasions import OCCASIONS
from saksgang.journal import MemoryJournal
from tests.core.small_office import ROUTINE, SmallOffice, small_office, utc

CATALOGUE = Catalogue({"small": ROUTINE})


@pytest.fixture
def office() -> SmallOffice:
    """An open office with the case SAK-2026-00001, on Wednesday 1 April 2026 at 10:00, before Easter."""
    office = small_office()
    office.do(OpenCase("small", "Sak", "citizen:1"))
    return office


CASE = "SAK-2026-00001"
TODAY = dt.date(2026, 4, 1)


def test_cor_13_a_deadline_is_told_from_its_start_to_its_end(office: SmallOffice) -> None:
    """Kind, source, start, each day with its holiday by name, and how it ended, in local time."""
    key = office.do(StartDeadline("answer", CASE, {"due": "2 working days"}, about="small/document-1"), "rule:X-1")
    office.at("2026-04-07 14:30")
    office.do(MeetDeadline(key, "svar sendt"))

    assert explanation(office.journal, key, catalogue=CATALOGUE) == (
        (
            'Deadline SAK-2026-00001/deadline-1 (answer, about small/document-1): "Frist for svar", '
            "the inquiry is to be answered; it waits for the office. Source: forvaltningsloven § 11 a."
        ),
        "Started Wednesday 1 April 2026 at 10:00 by rule:X-1.",
        'Target due: "2 working days".',
        (
            'Wednesday 1 April 2026 at 10:00: the start of "2 working days"; '
            "this day is not counted, every working day after it is."
        ),
        "Thursday 2 April 2026: not counted, Skjærtorsdag.",
        "Friday 3 April 2026: not counted, Langfredag.",
        "Saturday 4 April 2026: not counted, Saturday.",
        "Sunday 5 April 2026: not counted, Første påskedag.",
        "Monday 6 April 2026: not counted, Andre påskedag.",
        "Tuesday 7 April 2026: working day 1.",
        "Wednesday 8 April 2026: working day 2.",
        "Due Wednesday 8 April 2026 at 10:00 local time (Europe/Oslo); the whole minute counts, missed from 10:01.",
        "Met Tuesday 7 April 2026 at 14:30 (svar sendt).",
    )


def test_cor_13_a_deadline_is_told_in_norwegian(office: SmallOffice) -> None:
    """Label, source, what it followed from, rule, pause and end; what somebody wrote stays as it is."""
    document = office.do(SubmitDocument("small", "citizen:1", "citizen:1", "Henvendelse"))
    office.do(RegisterDocument(document, "citizen:1", case=CASE))
    key = office.do(StartDeadline("answer", CASE, {"due": "10 days"}), "rule:X-1")
    office.at("2026-04-02 11:00")
    office.do(PauseDeadline(key, "venter på skolen"))
    office.at("2026-04-09 08:00")
    office.do(ResumeDeadline(key, "svar fra skolen"))
    office.do(MeetDeadline(key, "svar sendt"))
    registered = next(each.id for each in office.journal if isinstance(each.event, DocumentRegistered))
    journal = MemoryJournal()
    for each in office.journal:
        follows = isinstance(each.event, DeadlineStarted)
        journal.append([evolve(each, cause=registered) if follows else each])

    lines = explanation(journal, key, "nb", CATALOGUE)
    assert lines[:3] == (
        (
            "Frist SAK-2026-00001/deadline-1 (answer): «Frist for svar»; den venter på kontoret. "
            "Kilde: forvaltningsloven § 11 a."
        ),
        (
            "Begynte å løpe onsdag 1. april 2026 kl. 10:00, satt av rule:X-1, "
            f"etter «dokument journalført» ({registered}) av staff:kari."
        ),
        "Frist: «10 dager».",
    )
    assert lines[-3:] == (
        "Stanset torsdag 2. april 2026 kl. 11:00 (venter på skolen).",
        (
            "Løper igjen fra torsdag 9. april 2026 kl. 08:00 (svar fra skolen): "
            "forfaller 7 dager senere, lørdag 18. april 2026 kl. 10:00."
        ),
        "Holdt torsdag 9. april 2026 kl. 08:00 (svar sendt).",
    )


def test_cor_13_the_source_is_told_in_the_routines_language(office: SmallOffice) -> None:
    """By its label on a Norwegian page, by what the manifest has in English on an English one, and never by none."""
    key = office.do(StartDeadline("answer", CASE, {"due": "10 days"}))
    answer, opened = ROUTINE.deadline_kinds
    kinds = (evolve(answer, source="law § 11 a", source_label="forvaltningsloven § 11 a"), opened)
    catalogue = Catalogue({"small": evolve(ROUTINE, deadline_kinds=kinds)})

    told = {language: explanation(office.journal, key, language, catalogue)[0] for language in ("nb", "en")}
    assert told["nb"].endswith(" Kilde: forvaltningsloven § 11 a.")
    assert told["en"].endswith(" Source: law § 11 a.")
    assert explanation(office.journal, key, "nb", CATALOGUE)[0].endswith(" Kilde: forvaltningsloven § 11 a.")


def test_cor_13_a_missed_norm_is_told_in_danish(office: SmallOffice) -> None:
    """Norm and limit by their names, an extension and the minute that went by."""
    key = office.do(StartDeadline("answer", CASE, {"norm": "1 day", "limit": "3 days, end of day"}))
    office.do(ExtendDeadline(key, "norm", "1 day", "sygdom"))
    office.at("2026-04-03 10:01")

    lines = explanation(office.journal, key, "da", CATALOGUE)
    assert [line for line in lines if line.startswith(("Norm", "Lovfrist", "Forlænget", "Udløb", "Løber"))] == [
        "Norm: »1 dag«.",
        (
            "Forlænget onsdag den 1. april 2026 kl. 10:00 (sygdom): "
            "forfalder 1 dag senere, fredag den 3. april 2026 kl. 10:00."
        ),
        ("Udløb fredag den 3. april 2026 kl. 10:01: det sidste minut var fredag den 3. april 2026 kl. 10:00."),
        "Lovfrist: »3 dage, dagen ud«.",
        "Løber stadig, forfalder lørdag den 4. april 2026 kl. 23:59.",
    ]


def test_cor_13_a_task_is_told_in_norwegian(office: SmallOffice) -> None:
    """Whose it is, and whose due time it had at first."""
    answer = office.do(StartDeadline("answer", CASE, {"norm": "1 day"}))
    task = office.do(CreateTask("reply", case=CASE, about=answer, due=utc("2026-04-02 10:00")))

    assert explained(office.journal, task, "nb")[0].lines == (
        "Oppgave SAK-2026-00001/task-1 (reply, om SAK-2026-00001/deadline-1) til køen til saksbehandler.",
        "Forfaller torsdag 2. april 2026 kl. 10:00, det samme som opprinnelig norm for SAK-2026-00001/deadline-1.",
    )


def test_cor_13_norwegian_and_danish_have_words_for_every_kind_of_event() -> None:
    """A deadline may follow from any of them."""
    assert set(OCCASIONS["nb"]) == set(OCCASIONS["da"]) == set(EVENTS)


def test_cor_13_a_start_in_the_past_is_told(office: SmallOffice) -> None:
    """Where the count begins at another time than the event, both are there."""
    key = office.do(
        StartDeadline("answer", CASE, {"due": "1 day"}, start=utc("2026-03-31 09:00") - dt.timedelta(hours=1))
    )

    assert explanation(office.journal, key)[1] == (
        "Started Wednesday 1 April 2026 at 10:00 by staff:kari; it counts from Tuesday 31 March 2026 at 09:00."
    )


def test_cor_12_a_norm_after_the_limit_is_told_to_end_with_it(office: SmallOffice) -> None:
    """The reckoned end of the norm comes first, then the limit that holds it."""
    key = office.do(StartDeadline("answer", CASE, {"norm": "5 days", "limit": "3 days, end of day"}))

    lines = explanation(office.journal, key)
    at = lines.index(
        "That is later than the legal limit, and a service norm may not be: "
        "due with the limit, Saturday 4 April 2026 at 23:59."
    )
    assert lines[at - 1].startswith("Due Monday 6 April 2026 at 10:00")
    assert lines[at + 1] == "Still running, due Saturday 4 April 2026 at 23:59."


def test_cor_13_a_pause_is_told_with_how_far_it_moved_the_due_time(office: SmallOffice) -> None:
    """Paused on the 2nd, resumed on the 9th: seven calendar days later, same minute."""
    key = office.do(StartDeadline("answer", CASE, {"due": "10 days"}))
    office.at("2026-04-02 11:00")
    office.do(PauseDeadline(key, "venter på skolen"))
    office.at("2026-04-09 08:00")

    assert explanation(office.journal, key)[-2:] == (
        "Paused Thursday 2 April 2026 at 11:00 (venter på skolen).",
        "Still running, due Saturday 11 April 2026 at 10:00; it stands still since Thursday 2 April 2026 at 11:00.",
    )
    office.do(ResumeDeadline(key, "svar fra skolen"))
    assert explanation(office.journal, key)[-2:] == (
        "Resumed Thursday 9 April 2026 at 08:00 (svar fra skolen): due 7 days later, Saturday 18 April 2026 at 10:00.",
        "Still running, due Saturday 18 April 2026 at 10:00.",
    )


def test_cor_13_a_pause_of_hours_moves_by_hours_and_minutes(office: SmallOffice) -> None:
    """A rule in hours goes on by the exact length of the pause: 25 hours and 30 minutes."""
    key = office.do(StartDeadline("answer", CASE, {"due": "48 hours"}))
    office.at("2026-04-01 12:00")
    office.do(PauseDeadline(key, "stengt"))
    office.at("2026-04-02 13:30")
    office.do(ResumeDeadline(key, "åpent"))

    assert explanation(office.journal, key)[-2] == (
        "Resumed Thursday 2 April 2026 at 13:30 (åpent): "
        "due 25 hours and 30 minutes later, Saturday 4 April 2026 at 11:30."
    )


def test_cor_13_extensions_and_misses_are_told_target_by_target(office: SmallOffice) -> None:
    """An extension is told of its own target only, and a miss with the minute that went by."""
    key = office.do(StartDeadline("answer", CASE, {"norm": "1 day", "limit": "3 days"}))
    office.do(ExtendDeadline(key, "norm", "1 day", "sykdom"))
    office.at("2026-04-03 10:01")
    office.do(CancelDeadline(key, "trukket"))

    lines = explanation(office.journal, key)
    assert [line for line in lines if line.startswith(("Extended", "Missed", "No longer", "Still"))] == [
        "Extended Wednesday 1 April 2026 at 10:00 (sykdom): due 1 day later, Friday 3 April 2026 at 10:00.",
        "Missed Friday 3 April 2026 at 10:01: its last minute, Friday 3 April 2026 at 10:00, went by.",
        "No longer needed Friday 3 April 2026 at 10:01 (trukket).",
    ]


def test_cor_13_a_due_time_that_the_rule_no_longer_gives_is_told(office: SmallOffice) -> None:
    """The journal's due time counts, and that it differs is not passed over in silence."""
    key = office.do(StartDeadline("answer", CASE, {"due": "1 day"}))
    journal = MemoryJournal()
    for recorded in office.journal:
        event = recorded.event
        if isinstance(event, DeadlineStarted):
            targets = (evolve(event.targets[0], due=utc("2026-04-07 10:00")),)
            recorded = evolve(recorded, event=evolve(event, targets=targets))  # noqa: PLW2901 - the journal as it was
        journal.append([recorded])

    assert explanation(journal, key)[-2:] == (
        (
            "The journal has Tuesday 7 April 2026 at 10:00: when it started, the rule was reckoned to that; "
            "the journal counts."
        ),
        "Still running, due Tuesday 7 April 2026 at 10:00.",
    )


def test_cor_13_a_letter_a_task_and_a_case_lead_to_their_deadlines(office: SmallOffice) -> None:
    """A letter to those about it, a task to its due time and the deadline it is about, a case to all."""
    letter = office.do(DraftLetter(CASE, "svarbrev", "citizen:1", {"navn": "du"}))
    opened = office.do(StartDeadline("opened", CASE, {"due": "2 days"}, about=letter))
    answer = office.do(StartDeadline("answer", CASE, {"norm": "1 day"}))
    task = office.do(CreateTask("reply", case=CASE, about=answer, owner="kari", due=utc("2026-04-02 10:00")))

    def ids(key: str) -> list[str]:
        return [section.id for section in explained(office.journal, key)]

    assert (ids(letter), ids(task), ids(CASE)) == ([opened], [task, answer], [opened, answer])
    assert explained(office.journal, task)[0].lines == (
        "Task SAK-2026-00001/task-1 (reply, about SAK-2026-00001/deadline-2) for kari.",
        "Due Thursday 2 April 2026 at 10:00, the same as at first norm of SAK-2026-00001/deadline-2.",
    )


def test_cor_13_what_has_no_deadline_says_so(office: SmallOffice) -> None:
    """A case without deadlines and a task without a due time are answered, not refused."""
    task = office.do(CreateTask("reply", case=CASE))

    assert explanation(office.journal, CASE) == (f"No deadline ever ran on {CASE}.",)
    assert explanation(office.journal, task) == (
        "Task SAK-2026-00001/task-1 (reply) for the queue of saksbehandler.",
        "It has no due time of its own.",
    )


def test_cor_13_a_task_on_no_case_is_found(office: SmallOffice) -> None:
    """Its events stand in the routine's stream without a case."""
    task = office.do(CreateTask("reply", routine="small"))

    assert explained(office.journal, task)[0].id == "small/task-1"


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("SAK-2026-0001", "SAK-2026-00001"),
        ("SAK-2026-00001/deadline-7", "SAK-2026-00001/deadline-1"),
        ("nonsense", "name a deadline, letter or task by its id, or a case by its number"),
    ],
)
def test_cor_22_an_unknown_key_is_refused_with_the_nearest(office: SmallOffice, key: str, meant: str) -> None:
    """A mistyped key is answered with the one that was meant, or with what a key is."""
    office.do(StartDeadline("answer", CASE, {"due": "1 day"}))

    with pytest.raises(InputRefused, match=meant):
        explanation(office.journal, key)


def test_cor_22_a_journal_without_an_opening_is_refused() -> None:
    """Without it nobody knows whose holidays count."""
    with pytest.raises(InputRefused, match="does not begin with the opening of an office"):
        opening(MemoryJournal())


def test_cor_13_an_unknown_language_is_refused(office: SmallOffice) -> None:
    """No language is silently told in another."""
    key = office.do(StartDeadline("answer", CASE, {"due": "1 day"}))

    with pytest.raises(InputRefused, match="'fi'"):
        explanation(office.journal, key, "fi")


@pytest.mark.parametrize("start", ["2026-05-13T10:00", "2026-05-13T08:00+00:00"])
def test_cor_13_a_rule_is_explained_without_a_case(start: str) -> None:
    """Two working days over Ascension 2026 in Norway: Thursday is closed, Friday and Monday count."""
    assert explain_rule("2 working days", dt.datetime.fromisoformat(start), "NO")[1:] == (
        "Thursday 14 May 2026: not counted, Kristi himmelfartsdag.",
        "Friday 15 May 2026: working day 1.",
        "Saturday 16 May 2026: not counted, Saturday.",
        "Sunday 17 May 2026: not counted, Grunnlovsdag.",
        "Monday 18 May 2026: working day 2.",
        "Due Monday 18 May 2026 at 10:00 local time (Europe/Oslo); the whole minute counts, missed from 10:01.",
    )


def test_cor_13_a_rule_in_denmark_counts_danish_days() -> None:
    """17 May is an ordinary Sunday there, and Ascension bears its Danish name."""
    lines = explain_rule("1 working day", dt.datetime(2026, 5, 13, 10), "DK")

    assert lines[1] == "Thursday 14 May 2026: not counted, Kristi himmelfartsdag."
    assert lines[-1].startswith("Due Friday 15 May 2026 at 10:00 local time (Europe/Copenhagen)")
