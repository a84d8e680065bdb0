"""What nobody works on rests in a file, and whoever reads some of it does not notice (SIM-12)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from saksgang.archive import KINDS
from saksgang.commands import (
    AmendCase,
    ChangeStatus,
    CompleteTask,
    CreateTask,
    OpenCase,
    RecordContact,
    RegisterDocument,
    StartDeadline,
    SubmitDocument,
    WriteNote,
)
from saksgang.resting import Rest
from saksgang.view import View
from tests.core.small_office import NUMBER, SmallOffice, small_office

CASE = "SAK-2026-00001"


def resting() -> SmallOffice:
    """An office whose one case was closed with all that can stand on it, three weeks ago."""
    small = small_office()
    small.office.rest = Rest(small.office.state)
    document = small.do(SubmitDocument("small", "citizen:000001", "citizen:000001", "brev", personal_number=NUMBER))
    small.do(RegisterDocument(document, "brev", case_type="Sak"))
    task = small.do(CreateTask("reply", CASE, owner="kari", about=document))
    small.do(WriteNote(CASE, "ringt"))
    small.do(RecordContact("small", "citizen:000001", "in", "telephone", "status", case=CASE))
    small.do(CompleteTask(task, "done"))
    small.do(ChangeStatus(CASE, "avsluttet"))
    small.at("2026-04-22 10:00")
    small.do(OpenCase("small", "Sak", "citizen:000002"))
    return small


def away(small: SmallOffice, *tables: str) -> dict[str, list[str]]:
    """Whose records rest, by table."""
    assert small.office.rest is not None
    archive = small.office.rest.archive
    return {name: archive.numbers(name) for name in tables or KINDS if archive.numbers(name)}


def rests(*tables: str) -> dict[str, list[str]]:
    return {name: [CASE] for name in tables}


WHOLE = rests("cases", "contacts", "documents", "notes", "tasks")
DONE = rests("documents", "notes", "tasks")


def test_sim_12_a_closed_case_leaves_the_memory_with_all_that_stands_on_it() -> None:
    """No table holds a record of it; what is open stays."""
    small = resting()
    state = small.office.state

    assert away(small) == WHOLE
    assert list(state.cases.rows) == ["SAK-2026-00002"]
    for table in (state.documents, state.tasks, state.notes, state.contacts):
        assert table.rows == {}
        assert CASE not in {**table.owners.here, **table.owners.gone}


@pytest.mark.parametrize(
    ("table", "asked"),
    [
        ("cases", lambda view: view.case(CASE).status == "avsluttet"),
        ("cases", lambda view: [case.number for case in view.cases_by_number(NUMBER)] == [CASE]),
        ("cases", lambda view: [case.number for case in view.cases_of_party("citizen:000001")] == [CASE]),
        ("cases", lambda view: len(view.cases()) == 2),
        ("documents", lambda view: view.document("small/document-1").case == CASE),
        ("documents", lambda view: [each.id for each in view.documents("small")] == ["small/document-1"]),
        ("documents", lambda view: [each.id for each in view.latest_documents("small", 1)] == ["small/document-1"]),
        ("tasks", lambda view: view.task(f"{CASE}/task-1").state == "done"),
        ("tasks", lambda view: [task.id for task in view.tasks(CASE)] == [f"{CASE}/task-1"]),
        ("tasks", lambda view: [task.id for task in view.tasks("small/document-1")] == [f"{CASE}/task-1"]),
        ("notes", lambda view: [note.text for note in view.notes(CASE)] == ["ringt"]),
        ("contacts", lambda view: [contact.about for contact in view.contacts(CASE)] == ["status"]),
        ("tasks", lambda view: len(view.every_task()) == 1),
    ],
)
def test_sim_12_who_asks_for_it_by_any_way_gets_it_back(table: str, asked: Callable[[View], bool]) -> None:
    """By its number, its person, or one of its records; the others stay, and it rests again when left alone."""
    small = resting()

    assert asked(small.view)
    assert away(small) == {name: cases for name, cases in WHOLE.items() if name != table}
    small.at("2026-05-22 10:00")
    small.do(OpenCase("small", "Sak", "citizen:000003"))
    assert away(small) == WHOLE


def test_sim_12_nothing_in_memory_says_what_a_case_at_rest_says() -> None:
    """An index that was asked once lets go of it too, and finds it all the same."""
    small = resting()
    cases = small.office.state.cases
    assert small.view.cases_by_number(NUMBER)
    small.at("2026-05-22 10:00")
    small.do(OpenCase("small", "Sak", "citizen:000003"))

    assert away(small) == WHOLE
    assert [number for index in cases._indexes.values() for said in index.ids.values() for number in said] == []
    assert [case.number for case in small.view.cases_by_number(NUMBER)] == [CASE]
    assert small.view.cases_by_number("01815000099") == []


def assert_as_the_journal_tells(small: SmallOffice) -> None:
    """The state is the one that a second office makes of the same journal."""
    once, never = small.office.state.picture(), small_office(small.journal).office.state.picture()
    del never["opened"], once["opened"]
    never["streams"], once["streams"] = {}, {}  # the second office has opened once more
    assert once == never


def test_sim_12_the_state_is_the_same_as_without_resting() -> None:
    """To the last record, group and list."""
    awake = resting()

    assert_as_the_journal_tells(awake)


def test_sim_12_what_several_cases_share_is_the_same_after_one_of_them_rested() -> None:
    """Two have a task about the same register; the older one has come back last."""
    small = small_office()
    small.office.rest = Rest(small.office.state)
    first, second = (small.do(OpenCase("small", "Sak", f"citizen:00000{n}")) for n in (1, 2))
    small.do(CompleteTask(small.do(CreateTask("reply", first, owner="kari", about="folkeregister")), "done"))
    small.do(CreateTask("reply", second, about="folkeregister"))
    small.do(ChangeStatus(first, "avsluttet"))
    small.at("2026-04-22 10:00")
    small.do(OpenCase("small", "Sak", "citizen:000003"))
    assert away(small) == {"cases": [first], "tasks": [first]}

    assert_as_the_journal_tells(small)


def test_sim_12_numbers_go_on_where_they_stood() -> None:
    """A document that came after the first one went to rest is the second; so is a task on the case."""
    small = resting()

    assert small.do(SubmitDocument("small", "p", "p", "brev")) == "small/document-2"
    assert small.do(CreateTask("reply", CASE)) == f"{CASE}/task-2"


def test_sim_12_numbers_go_on_after_one_of_many_came_back() -> None:
    """Of three documents on three closed cases one is asked for; the next document is the fourth."""
    small = small_office()
    small.office.rest = Rest(small.office.state)
    for number in range(1, 4):
        document = small.do(SubmitDocument("small", "p", f"citizen:{number}", "brev"))
        small.do(RegisterDocument(document, "brev", case_type="Sak"))
        small.do(ChangeStatus(f"SAK-2026-0000{number}", "avsluttet"))
    small.at("2026-05-22 10:00")
    small.do(OpenCase("small", "Sak", "citizen:000003"))
    assert small.office.state.documents.rows == {}

    assert small.view.document("small/document-2").case == "SAK-2026-00002"
    assert small.do(SubmitDocument("small", "p", "p", "brev")) == "small/document-4"
    assert [each.id for each in small.view.documents("small")] == [f"small/document-{n}" for n in range(1, 5)]


@pytest.mark.parametrize("left", [CreateTask("reply", CASE), StartDeadline("answer", CASE, {"due": "3 months"})])
def test_sim_12_a_closed_case_with_something_unfinished_does_not_rest(left: CreateTask | StartDeadline) -> None:
    """An open task, or a deadline that runs, keeps it where it is."""
    small = small_office()
    small.office.rest = Rest(small.office.state)
    small.do(OpenCase("small", "Sak", "citizen:000001"))
    small.do(left)
    small.do(ChangeStatus(CASE, "avsluttet"))
    small.at("2026-05-22 10:00")
    small.do(OpenCase("small", "Sak", "citizen:000002"))

    assert away(small) == {}


def left_alone() -> SmallOffice:
    """An office whose one open case has had nothing unfinished on it for three weeks."""
    small = small_office()
    small.office.rest = Rest(small.office.state)
    document = small.do(SubmitDocument("small", "citizen:000001", "citizen:000001", "brev", personal_number=NUMBER))
    small.do(RegisterDocument(document, "brev", case_type="Sak"))
    small.do(CompleteTask(small.do(CreateTask("reply", CASE, owner="kari", about=document)), "done"))
    small.do(WriteNote(CASE, "ringt"))
    assert small.view.cases_by_number(NUMBER)  # who searches for the first time makes an index, and wakes everything
    small.at("2026-04-22 10:00")
    small.do(OpenCase("small", "Sak", "citizen:000002"))
    return small


def test_sim_12_of_an_open_case_what_is_done_rests_and_the_case_stays_on_its_lists() -> None:
    """Work lists and searches find it without bringing anything back."""
    small = left_alone()
    state = small.office.state

    assert away(small) == DONE
    for table in (state.documents, state.tasks, state.notes):
        assert table.rows == {}
    assert [case.number for case in small.view.cases_by_number(NUMBER)] == [CASE]
    assert CASE in [case.number for case in small.view.open_cases("small")]
    assert small.view.case(CASE).status
    assert away(small) == DONE


@pytest.mark.parametrize(
    ("table", "asked"),
    [
        ("tasks", lambda small: [task.state for task in small.view.tasks(CASE)] == ["done"]),
        ("tasks", lambda small: small.view.task(f"{CASE}/task-1").state == "done"),
        ("tasks", lambda small: [task.state for task in small.view.tasks("small/document-1")] == ["done"]),
        ("notes", lambda small: [note.text for note in small.view.notes(CASE)] == ["ringt"]),
        ("documents", lambda small: small.view.document("small/document-1").case == CASE),
        (
            "notes",
            lambda small: (
                small.do(WriteNote(CASE, "igjen")) and [n.text for n in small.view.notes(CASE)] == ["ringt", "igjen"]
            ),
        ),
    ],
)
def test_sim_12_what_is_asked_or_done_about_an_open_case_finds_all_that_was_done(
    table: str,
    asked: Callable[[SmallOffice], bool],
) -> None:
    """The records of that kind are back, and the state is the one that its journal tells of."""
    small = left_alone()

    assert asked(small)
    assert away(small) == {name: cases for name, cases in DONE.items() if name != table}
    assert_as_the_journal_tells(small)


def test_sim_12_what_is_new_on_an_open_case_is_counted_on_and_wakes_nothing() -> None:
    """Who asks what is unfinished has it without the rest; who asks for all has it in its order."""
    small = left_alone()
    assert small.do(CreateTask("reply", CASE)) == f"{CASE}/task-2"

    assert [task.id for task in small.view.unfinished(CASE, "reply")] == [f"{CASE}/task-2"]
    assert away(small) == DONE
    assert [task.id for task in small.view.tasks(CASE)] == [f"{CASE}/task-1", f"{CASE}/task-2"]
    assert away(small) == rests("documents", "notes")
    assert_as_the_journal_tells(small)


def test_sim_12_of_a_case_on_which_something_is_to_be_done_what_is_done_rests_when_there_is_enough_of_it() -> None:
    """The open task and the deadline that runs stay; later work joins what rests, and all of it comes back in order."""
    small = small_office()
    small.office.rest = Rest(small.office.state)
    small.do(OpenCase("small", "Sak", "citizen:000001"))
    small.do(StartDeadline("answer", CASE, {"due": "6 months"}))
    small.do(CreateTask("reply", CASE))
    for month, tasks in (("04", 8), ("05", 8), ("06", 3)):
        small.at(f"2026-{month}-01 10:00")
        for _ in range(tasks):
            small.do(CompleteTask(small.do(CreateTask("reply", CASE, owner="kari")), "done"))
        small.at(f"2026-{month}-28 10:00")
        small.do(OpenCase("small", "Sak", f"citizen:{month}"))
    there = small.office.state.tasks.rows

    assert [key for key, task in there.items() if task.state == "open"] == [f"{CASE}/task-1"]
    assert len(there) == 1 + 3  # three are not worth a bundle of their own
    assert [deadline.kind for deadline in small.view.running(CASE)] == ["answer"]
    assert away(small) == rests("tasks")
    assert [task.id for task in small.view.tasks(CASE)] == [f"{CASE}/task-{n + 1}" for n in range(20)]
    assert_as_the_journal_tells(small)


def test_sim_12_a_new_fact_alone_wakes_nothing_and_a_closed_case_rests_whole() -> None:
    """What rests already is not fetched to be put away again."""
    small = left_alone()
    small.do(AmendCase(CASE, {"about": "skyss"}))
    small.at("2026-05-22 10:00")
    small.do(OpenCase("small", "Sak", "citizen:000003"))
    assert away(small) == DONE
    assert small.office.state.tasks.rows == {}

    assert CASE in small.office.state.tasks.owners.gone

    small.do(ChangeStatus(CASE, "avsluttet"))
    small.at("2026-06-22 10:00")
    small.do(OpenCase("small", "Sak", "citizen:000004"))
    assert CASE not in small.office.state.cases.rows
    assert CASE not in small.office.state.tasks.owners.gone
    assert_as_the_journal_tells(small)


def test_sim_12_an_open_case_with_a_deadline_that_runs_rests_when_it_is_over() -> None:
    """The time is counted from when the last of it ended."""
    small = small_office()
    small.office.rest = Rest(small.office.state)
    small.do(OpenCase("small", "Sak", "citizen:000001"))
    small.do(WriteNote(CASE, "ringt"))
    small.do(StartDeadline("answer", CASE, {"due": "1 months"}))
    for day, resting in (("2026-04-20", {}), ("2026-05-10", {}), ("2026-05-28", rests("deadlines", "notes"))):
        small.at(f"{day} 10:00")
        small.office.run_due()
        small.do(OpenCase("small", "Sak", f"citizen:{day}"))
        assert away(small) == resting


def test_sim_12_an_office_that_opens_again_lets_rest_what_was_closed_before() -> None:
    """What its journal tells of is taken over, documents and all."""
    small = small_office(resting().journal, "2026-06-01 10:00")
    small.office.rest = Rest(small.office.state)
    small.do(OpenCase("small", "Sak", "citizen:000003"))

    assert away(small) == WHOLE
    assert "small/document-1" not in small.office.state.documents.rows


def test_sim_12_what_is_done_on_a_closed_case_rests_though_something_is_left_and_the_whole_of_it_in_the_end() -> None:
    """The letter that nobody opens keeps its case there, not all that was done on it."""
    small = small_office()
    small.office.rest = Rest(small.office.state)
    small.do(OpenCase("small", "Sak", "citizen:000001"))
    task = small.do(CreateTask("reply", CASE, owner="kari"))
    for text in ("ringt", "ringt igjen", "fikk svar", "avtalt"):
        small.do(WriteNote(CASE, text))
    small.do(ChangeStatus(CASE, "avsluttet"))
    small.at("2026-05-22 10:00")
    small.do(OpenCase("small", "Sak", "citizen:000002"))
    assert away(small) == rests("notes")
    assert CASE in small.office.state.cases.rows

    small.do(CompleteTask(task, "done"))
    small.at("2026-06-22 10:00")
    small.do(OpenCase("small", "Sak", "citizen:000003"))
    assert away(small) == rests("cases", "notes", "tasks")
    small.do(WriteNote(CASE, "arkivert"))
    assert [note.id for note in small.view.notes(CASE)] == [f"{CASE}/note-{n}" for n in range(1, 6)]
    assert_as_the_journal_tells(small)


def test_sim_12_a_task_on_no_case_rests_by_itself_and_the_next_is_numbered_on() -> None:
    """Whoever asks for it, or for all of its routine, has it back."""
    small = small_office()
    small.office.rest = Rest(small.office.state)
    document = small.do(SubmitDocument("small", "p", "p", "brev"))
    task = small.do(CreateTask("reply", routine="small", owner="kari", about=document))
    open_one = small.do(CreateTask("reply", routine="small", owner="kari"))
    small.do(CompleteTask(task, "done"))
    small.at("2026-05-22 10:00")
    small.do(OpenCase("small", "Sak", "citizen:000002"))
    assert away(small) == {"tasks": [task]}
    assert list(small.office.state.tasks.rows) == [open_one]
    assert small.do(CreateTask("reply", routine="small")) == "small/task-3"

    assert [row.id for row in small.view.tasks(document)] == [task]
    assert away(small) == {}
    small.at("2026-06-22 10:00")
    small.do(OpenCase("small", "Sak", "citizen:000003"))
    assert away(small) == {"tasks": [task]}
    assert [row.id for row in small.view.tasks("small")] == ["small/task-1", "small/task-2", "small/task-3"]
    assert_as_the_journal_tells(small)


def test_sim_12_what_a_task_is_about_finds_it_beside_one_that_rests() -> None:
    """The older case rests, the younger one has a task about the same register: both are found."""
    small = small_office()
    small.office.rest = Rest(small.office.state)
    first, second = (small.do(OpenCase("small", "Sak", f"citizen:00000{n}")) for n in (1, 2))
    old = small.do(CreateTask("reply", first, owner="kari", about="folkeregister"))
    small.do(CompleteTask(old, "done"))
    small.do(ChangeStatus(first, "avsluttet"))
    small.at("2026-05-22 10:00")
    new = small.do(CreateTask("reply", second, about="folkeregister"))
    assert away(small) == {"cases": [first], "tasks": [first]}

    assert sorted(task.id for task in small.view.tasks("folkeregister")) == [old, new]


def test_sim_12_what_is_new_does_not_rest_yet_though_its_case_is_looked_at() -> None:
    """Notes of today are found without waking what rests; in time they rest too."""
    small = small_office()
    small.office.rest = Rest(small.office.state)
    small.do(OpenCase("small", "Sak", "citizen:000001"))
    for _ in range(4):
        small.do(WriteNote(CASE, "ringt"))
    small.at("2026-04-22 10:00")
    small.do(WriteNote(CASE, "ringt igjen"))
    assert away(small) == rests("notes")

    assert [note.text for note in small.view.notes_of_today(CASE)] == ["ringt igjen"]
    assert away(small) == rests("notes")
    small.at("2026-05-10 10:00")
    small.do(OpenCase("small", "Sak", "citizen:000002"))
    assert small.office.state.notes.rows == {}
    assert_as_the_journal_tells(small)
