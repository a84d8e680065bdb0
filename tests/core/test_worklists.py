"""Work lists show what the records say, to whom it concerns, in the order in which it is due (COR-03, COR-06)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from string import Formatter

import pytest

from saksgang.commands import (
    ApproveLetter,
    AssignCase,
    ChangeStatus,
    CompleteLetter,
    CompleteTask,
    CreateTask,
    DraftLetter,
    MeetDeadline,
    PauseDeadline,
    RecordContact,
    RegisterDocument,
    ReturnLetter,
    SeeCase,
    StartDeadline,
    SubmitDocument,
    WaitWithTask,
    WriteNote,
)
from saksgang.errors import InputRefused
from saksgang.events import EVENTS, ServiceAsked
from saksgang.journal import Recorded
from saksgang.worklists import (
    LISTS,
    SavedSearch,
    approvals,
    case_list,
    case_view,
    due_list,
    find_by_number,
    hidden,
    inbox,
    inboxes,
    saved_search,
    start_page,
    task_list,
    told,
    waiting_list,
)
from saksgang.worklists.sentences import LANGUAGES
from tests.core.small_office import NUMBER, SmallOffice, small_office, utc

STARS = "*" * 11


@pytest.fixture
def office() -> SmallOffice:
    """An open office without cases."""
    return small_office()


def submit(office: SmallOffice, number: str = NUMBER) -> str:
    return office.do(
        SubmitDocument("small", "citizen:1", "citizen:1", "Henvendelse", personal_number=number), "citizen:1"
    )


def case_of(office: SmallOffice, staff: str = "kari", number: str = NUMBER) -> str:
    document = submit(office, number)
    events = office.office.do(RegisterDocument(document, "Henvendelse", case_type="Sak"), "staff:ola")
    office.do(AssignCase(events[0].event.case, staff), "staff:ola")
    return events[0].event.case


def to_approve(office: SmallOffice, case: str) -> str:
    letter = office.do(DraftLetter(case, "svarbrev", "citizen:1", {"navn": "du"}))
    office.do(CompleteLetter(letter))
    return letter


def test_cor_06_a_case_is_new_in_its_caseworkers_list_until_she_has_looked(office: SmallOffice) -> None:
    """The mark goes with the caseworker's own look and comes back with another assignment."""
    case = case_of(office)
    first = case_list(office.view, "kari")
    assert [(row.id, row.marks, row.label, row.state) for row in first] == [
        ("SAK-2026-00001", ("new",), "Alminnelig sak", "ny")
    ]

    office.do(SeeCase(case), "staff:ola")
    assert case_list(office.view, "kari")[0].marks == ("new",)
    office.do(SeeCase(case), "staff:kari")
    assert case_list(office.view, "kari")[0].marks == ()

    office.do(AssignCase(case, "ola"))
    assert case_list(office.view, "kari") == ()
    assert case_list(office.view, "ola")[0].marks == ("new",)


def test_cor_06_an_ended_case_leaves_the_case_list(office: SmallOffice) -> None:
    """What has a final status is nobody's open case."""
    case = case_of(office)
    office.do(ChangeStatus(case, "avsluttet"))

    assert case_list(office.view, "kari") == ()


def test_cor_08_a_case_list_masks_numbers_unless_asked(office: SmallOffice) -> None:
    """The number shows only to who asks for it."""
    case_of(office)

    assert case_list(office.view, "kari")[0].personal_number == STARS
    assert case_list(office.view, "kari", show_numbers=True)[0].personal_number == NUMBER


def test_cor_06_the_task_list_has_own_then_queued_then_waiting_tasks(office: SmallOffice) -> None:
    """Each part is ordered by due time, and only queues of the person's roles and section are seen."""
    case = case_of(office)
    late, soon = utc("2026-04-20 12:00"), utc("2026-04-10 12:00")
    later = office.do(CreateTask("reply", case=case, owner="kari", due=late))
    first = office.do(CreateTask("reply", case=case, owner="kari", due=soon))
    waiting = office.do(CreateTask("reply", case=case, owner="kari"))
    office.do(WaitWithTask(waiting, "venter på skolen"))
    north = office.do(CreateTask("reply", case=case, section="nord", due=late))
    whole = office.do(CreateTask("reply", case=case, due=soon))
    office.do(CreateTask("reply", case=case, section="sør"))
    office.do(CreateTask("approve", case=case))

    rows = task_list(office.view, "kari")

    assert [row.id for row in rows] == [first, later, whole, north, waiting]
    assert [row.queue for row in rows[2:4]] == ["saksbehandler", "saksbehandler, nord"]
    assert (rows[0].label, rows[0].owner) == ("Svar på henvendelse", "kari")
    assert (rows[4].marks, rows[4].remark) == (("waiting",), "venter på skolen")
    assert [row.id for row in waiting_list(office.view, "kari")] == [waiting]


def test_cor_06_a_task_is_overdue_when_its_last_minute_is_over(office: SmallOffice) -> None:
    """The due minute itself still counts."""
    office.do(CreateTask("reply", case=case_of(office), owner="kari", due=utc("2026-04-10 12:00")))

    office.at("2026-04-10 12:00")
    assert task_list(office.view, "kari")[0].marks == ()
    office.at("2026-04-10 12:01")
    assert task_list(office.view, "kari")[0].marks == ("overdue",)


def test_cor_03_a_saved_search_finds_tasks_across_owners(office: SmallOffice) -> None:
    """Somebody who looks for one kind finds it on everybody's list; ended tasks only when asked for (BEN-21)."""
    case = case_of(office)
    hers = office.do(CreateTask("reply", case=case, owner="kari", facts={"skole": "Lia skole"}))
    his = office.do(CreateTask("reply", case=case, owner="ola"))
    done = office.do(CreateTask("reply", case=case, owner="ola"))
    office.do(CompleteTask(done, "done"), "staff:ola")
    other = office.do(CreateTask("approve", case=case))

    def ids(**criteria: object) -> list[str]:
        return [row.id for row in saved_search(office.view, SavedSearch(**criteria))]  # type: ignore[arg-type]

    assert ids(kind="reply") == [hers, his]
    assert ids() == [hers, his, other]
    assert ids(owner="ola") == [his]
    assert ids(owner="") == [other]
    assert ids(kind="reply", states=("done",)) == [done]
    assert ids(text="LIA sk") == [hers]
    assert ids(text="godkjenn") == [other]
    assert ids(role="leder", kind="reply") == []


def test_cor_03_a_saved_search_can_ask_for_what_is_due_by_a_time(office: SmallOffice) -> None:
    """The due time itself is within; a task without one is not found then."""
    case, due = case_of(office), utc("2026-04-10 12:00")
    task = office.do(CreateTask("reply", case=case, due=due))
    office.do(CreateTask("reply", case=case))

    assert [row.id for row in saved_search(office.view, SavedSearch(due_until=due))] == [task]
    assert saved_search(office.view, SavedSearch(due_until=due - dt.timedelta(minutes=1))) == ()


def test_cor_06_the_due_list_is_ordered_by_due_time_and_ends_where_asked(office: SmallOffice) -> None:
    """Each running target is a row; what has come is off the list, and a last due time cuts it."""
    case = case_of(office)
    rules = {"norm": "1 day", "limit": "5 days, end of day"}
    answer = office.do(StartDeadline("answer", case, rules))
    opened = office.do(StartDeadline("opened", case, {"due": "2 days"}))

    rows = due_list(office.view, "kari")
    assert [(row.id, row.target) for row in rows] == [(answer, "norm"), (opened, "due"), (answer, "limit")]
    assert [row.due for row in rows] == [utc("2026-04-02 10:00"), utc("2026-04-03 10:00"), utc("2026-04-06 23:59")]
    assert (rows[0].label, rows[0].waits_for, rows[1].waits_for) == ("Frist for svar", "office", "recipient")
    assert due_list(office.view, "ola") == ()
    assert due_list(office.view) == rows
    assert due_list(office.view, "kari", utc("2026-04-03 10:00")) == rows[:2]

    office.do(MeetDeadline(answer, "besvart"))
    assert [row.id for row in due_list(office.view, "kari")] == [opened]


def test_cor_06_a_missed_norm_stays_overdue_while_the_limit_runs(office: SmallOffice) -> None:
    """Until the limit has ended too, the office still has to act."""
    case = case_of(office)
    answer = office.do(StartDeadline("answer", case, {"norm": "1 day", "limit": "5 days"}))
    office.at("2026-04-02 10:01")

    assert [(row.target, row.marks) for row in due_list(office.view, "kari")] == [
        ("norm", ("overdue",)),
        ("limit", ()),
    ]
    office.do(MeetDeadline(answer, "besvart"))
    assert due_list(office.view, "kari") == ()


def test_mon_06_a_missed_deadline_stays_overdue_while_a_task_is_about_it(office: SmallOffice) -> None:
    """A reminder that fell due is on the due list until what it reminds of is done."""
    case = case_of(office)
    reminder = office.do(StartDeadline("answer", case, {"due": "1 day"}, about="small/document-1"))
    office.at("2026-04-02 10:01")
    assert due_list(office.view, "kari") == ()

    task = office.do(CreateTask("reply", case=case, about=reminder, owner="kari"))
    assert [(row.id, row.marks) for row in due_list(office.view, "kari")] == [(reminder, ("overdue",))]
    office.do(CompleteTask(task, "done"))
    assert due_list(office.view, "kari") == ()


def test_cor_06_a_paused_deadline_is_marked_and_never_overdue(office: SmallOffice) -> None:
    """What stands still cannot pass."""
    deadline = office.do(StartDeadline("answer", case_of(office), {"due": "1 day"}))
    office.do(PauseDeadline(deadline, "venter på opplysninger"))
    office.at("2026-04-20 10:00")

    assert [row.marks for row in due_list(office.view, "kari")] == [("paused",)]


def test_cor_06_the_inbox_has_what_nobody_registered(office: SmallOffice) -> None:
    """Registered documents are gone from it; who has no role in the routine has no inbox."""
    case_of(office)
    second = submit(office)

    assert [(row.id, row.type, row.party) for row in inbox(office.view, "small")] == [
        (second, "Henvendelse", "citizen:1")
    ]
    assert [row.id for row in inboxes(office.view, "liv")] == [second]


def test_ppt_09_a_letter_waits_on_the_approvers_list_only(office: SmallOffice) -> None:
    """Whose task it is sees the letter with the task; it goes when it is approved."""
    case = case_of(office)
    letter = to_approve(office, case)
    task = office.do(CreateTask("approve", case=case, about=letter))

    assert [(row.id, row.about, row.type) for row in approvals(office.view, "liv")] == [(letter, task, "svarbrev")]
    assert approvals(office.view, "ola") == ()
    office.do(ApproveLetter(letter), "staff:liv")
    assert approvals(office.view, "liv") == ()


def test_ppt_09_a_letter_that_no_task_asks_about_is_forgotten_by_nobody(office: SmallOffice) -> None:
    """Everybody of the routine but the author sees it."""
    letter = to_approve(office, case_of(office))

    assert {name: [row.id for row in approvals(office.view, name)] for name in ("kari", "ola", "liv")} == {
        "kari": [],
        "ola": [letter],
        "liv": [letter],
    }


def test_ppt_09_the_leader_is_told_on_the_start_page(office: SmallOffice) -> None:
    """The letter is a notice there, and its task is not shown a second time."""
    case = case_of(office)
    letter = to_approve(office, case)
    office.do(CreateTask("approve", case=case, about=letter, owner="liv"))

    assert [(row.id, row.notice) for row in start_page(office.view, "liv")] == [(letter, "waits for your approval")]


def test_cor_06_the_start_page_tells_of_each_thing_why_it_is_there(office: SmallOffice) -> None:
    """Tasks received first (BEN-01), then returned letters, new cases, and what is overdue or due today."""
    case = case_of(office)
    letter = to_approve(office, case)
    office.do(ReturnLetter(letter, "for kort"), "staff:liv")
    answer = office.do(StartDeadline("answer", case, {"due": "8 hours"}))
    office.do(StartDeadline("answer", case, {"due": "1 day"}))
    office.do(StartDeadline("opened", case, {"due": "1 hour"}))
    task = office.do(CreateTask("reply", case=case, about=answer, owner="kari"))

    seen = [
        (task, "task received"),
        (letter, "was returned to you"),
        (case, "new in your case list"),
        (answer, "due today"),
    ]
    assert [(row.id, row.notice) for row in start_page(office.view, "kari")] == seen
    office.at("2026-04-01 18:01")
    seen[3] = (answer, "overdue")
    assert [(row.id, row.notice) for row in start_page(office.view, "kari")] == seen


def test_cor_06_a_returned_letter_is_shown_once(office: SmallOffice) -> None:
    """Where a task on the own list is about it, the task stands for it."""
    case = case_of(office)
    letter = to_approve(office, case)
    office.do(ReturnLetter(letter, "for kort"), "staff:liv")
    task = office.do(CreateTask("reply", case=case, about=letter, owner="kari"))

    assert [row.id for row in start_page(office.view, "kari")] == [task, case]


@pytest.mark.parametrize("name", list(LISTS))
def test_cor_06_every_list_has_a_name_and_refuses_a_stranger(office: SmallOffice, name: str) -> None:
    """A list of somebody who is not on the staff is a user's mistake, told with the nearest name."""
    assert LISTS[name](office.view, "ola") == ()
    with pytest.raises(InputRefused, match="did you mean 'kari'"):
        LISTS[name](office.view, "karin")


def test_cor_06_the_lists_that_stories_name_are_there() -> None:
    """The names are public: stories use them."""
    assert set(LISTS) == {"start page", "case list", "task list", "due list", "inbox", "approvals", "waiting"}


@pytest.mark.parametrize("asked", [NUMBER, f"{NUMBER[:6]} {NUMBER[6:]}", f" {NUMBER[:6]}-{NUMBER[6:]} "])
def test_cor_06_a_search_by_number_finds_ended_cases_too(office: SmallOffice, asked: str) -> None:
    """The number may be written with a hyphen or a space, and is masked in what is found."""
    ended = case_of(office)
    office.do(ChangeStatus(ended, "avsluttet"))
    second = case_of(office, number=f"{NUMBER[:6]} {NUMBER[6:]}")
    case_of(office, number="")

    rows = find_by_number(office.view, asked)
    assert [row.id for row in rows] == [ended, second]
    assert [row.personal_number for row in rows] == [STARS, "****** *****"]


def test_cor_08_a_number_that_is_none_is_refused_without_repeating_it(office: SmallOffice) -> None:
    """A typing error is told, the number is not."""
    wrong = f"{NUMBER[:-1]}{(int(NUMBER[-1]) + 1) % 10}"
    with pytest.raises(InputRefused) as refused:
        find_by_number(office.view, wrong)
    assert wrong not in str(refused.value)


def test_cor_06_a_case_view_has_everything_on_the_case_and_its_history(office: SmallOffice) -> None:
    """Documents, letters, tasks, deadlines, notes and contacts of that case only, and its events in order."""
    other = case_of(office, "ola")
    case = case_of(office)
    letter = to_approve(office, case)
    task = office.do(CreateTask("reply", case=case, owner="kari"))
    deadline = office.do(StartDeadline("answer", case, {"due": "1 day"}))
    office.do(WriteNote(case, "Ringte skolen"))
    office.do(RecordContact("small", "citizen:1", "in", "telephone", "svar", case))
    office.do(WriteNote(other, "Noe annet"))

    page = case_view(office.view, office.journal, case)

    assert [each.id for each in page.documents] == ["small/document-2"]
    assert ([each.id for each in page.letters], [each.id for each in page.tasks]) == ([letter], [task])
    assert [each.id for each in page.deadlines] == [deadline]
    assert [each.text for each in page.notes] == ["Ringte skolen"]
    assert [each.channel for each in page.contacts] == ["telephone"]
    assert [each.kind for each in page.history] == [
        "CaseOpened",
        "DocumentRegistered",
        "CaseAssigned",
        "LetterDrafted",
        "LetterCompleted",
        "TaskCreated",
        "DeadlineStarted",
        "NoteWritten",
        "ContactRecorded",
    ]
    assert page.history[2].text == "Case went to kari, before that nobody"
    assert (page.history[6].local, page.history[6].actor) == ("2026-04-01 10:00", "staff:kari")


def test_cor_06_a_case_view_of_an_earlier_moment_ends_there(office: SmallOffice) -> None:
    """What happened after the view's moment is not in the history."""
    case = case_of(office)
    office.at("2026-04-02 10:00")
    office.do(WriteNote(case, "Ringte skolen"))
    office.clock.time = utc("2026-04-01 12:00")

    assert "NoteWritten" not in [each.kind for each in case_view(office.view, office.journal, case).history]


def test_cor_08_a_case_view_masks_numbers_wherever_they_stand(office: SmallOffice) -> None:
    """In the case, its documents, its notes and its history; who asks sees them."""
    case = case_of(office)
    office.do(WriteNote(case, f"Mor: {NUMBER}."))

    assert NUMBER not in str(case_view(office.view, office.journal, case))
    shown = case_view(office.view, office.journal, case, show_numbers=True)
    assert shown.case.personal_number == NUMBER
    assert shown.notes[0].text == f"Mor: {NUMBER}."


def test_cor_22_an_unknown_case_is_refused_with_the_nearest(office: SmallOffice) -> None:
    """A mistyped number is answered with the one that was meant."""
    case_of(office)
    with pytest.raises(InputRefused, match="near it are: SAK-2026-00001"):
        case_view(office.view, office.journal, "SAK-2026-0001")


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_cor_06_every_event_has_a_sentence(language: str) -> None:
    """A history can tell of each kind of event there is, and of no other, in each language."""
    assert set(LANGUAGES[language].sentences) == set(EVENTS)


@pytest.mark.parametrize("kind", sorted(EVENTS))
def test_cor_06_a_sentence_names_fields_that_its_event_has(kind: str) -> None:
    """No sentence fails for want of a field, and those of all languages tell the same ones."""
    fields = {field.name for field in EVENTS[kind].__attrs_attrs__}
    told = {frozenset(named(each.sentences[kind])) for each in LANGUAGES.values()}

    assert len(told) == 1
    assert told.pop() <= {*fields, "whom", *({"matter"} if "about" in fields else ())}


@pytest.mark.parametrize(
    ("language", "something", "nothing"),
    [
        ("en", "Service register asked (r-1) about F-1: day = 3", "Service register asked (r-1): day = 3"),
        ("nb", "Tjenesten register spurt (r-1) om F-1: day = 3", "Tjenesten register spurt (r-1): day = 3"),
        ("da", "Tjenesten register spurgt (r-1) om F-1: day = 3", "Tjenesten register spurgt (r-1): day = 3"),
    ],
)
def test_cor_06_a_question_about_nothing_in_particular_is_told_without_it(
    language: str, something: str, nothing: str, office: SmallOffice
) -> None:
    """A service is asked about a claim, or about nothing: then no word of a history says about whom."""
    lines = []
    for about in ("F-1", ""):
        asked = ServiceAsked("small", "", "r-1", "register", about, {"day": 3})
        recorded = Recorded("small:1", office.view.now, "system:office", "", asked)
        lines.append(told(recorded, office.view.almanac, language).text)

    assert lines == [something, nothing]


def named(text: str) -> Iterator[str]:
    """The fields in a text."""
    return (name for _, name, _, _ in Formatter().parse(text) if name)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("01815000036", "***********"),
        ("mor 018150 00036, far 018150-00036", "mor ****** *****, far ******-*****"),
        ("0185501234", "**********"),
        ("case PPT-2026-00012 of citizen:000123 on 2026-05-13 10:00", None),
        ("digest 1234567890abc, telephone 12345678", None),
    ],
)
def test_cor_08_only_what_looks_like_a_number_is_hidden(text: str, shown: str | None) -> None:
    """Norwegian and Danish forms are masked; case numbers, ids, times and telephone numbers are not."""
    assert hidden(text) == (text if shown is None else shown)
