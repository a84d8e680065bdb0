"""A routine sees everything of an office and can change nothing of it (PLG-04, COR-01)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from attrs import fields, has
from attrs.exceptions import FrozenAttributeError, FrozenInstanceError

from saksgang.commands import (
    AmendCase,
    Answer,
    AssignCase,
    CompleteTask,
    CreateTask,
    DraftLetter,
    OpenCase,
    RecordContact,
    RegisterDocument,
    ReportAbsence,
    ReportDeparture,
    StartDeadline,
    SubmitDocument,
    WaitWithTask,
    WriteNote,
)
from saksgang.declarations import Catalogue
from saksgang.journal import MemoryJournal, Recorded, decode, encode
from saksgang.legaltime import Almanac
from saksgang.office import rebuilt
from saksgang.view import View
from tests.core.casework.ground import BYGG, CASE, Ground, ground
from tests.core.office.bench import AMEND, bench
from tests.core.small_office import Nothing

TODAY = dt.date(2026, 4, 7)
SETTINGS = {"bygg": Nothing()}
FACTS: dict[str, Any] = {"liste": [1, [2]], "tabell": {"a": 1}}


def busy() -> Ground:
    """One of everything."""
    office = ground(
        AmendCase(CASE, FACTS),
        SubmitDocument("bygg", "s", "p", "Søknad", facts=FACTS),
        SubmitDocument("bygg", "s", "p", "Nabovarsel"),
        RegisterDocument("bygg/document-1", "Søknad", case=CASE),
        CreateTask("reply", CASE, owner="ola", about="bygg/document-1", facts=FACTS),
        CreateTask("approve", CASE, section="nord"),
        CreateTask("reply", routine="bygg"),
        CreateTask("reply", CASE, owner="liv"),
        DraftLetter(CASE, "kvittering", "p"),
        StartDeadline("answer", CASE, {"due": "1 day"}),
        RecordContact("bygg", "p", "in", "letter", "x", CASE, {"slip": "17"}),
        RecordContact("bygg", "p", "in", "letter", "x", facts={"slip": "17"}),
        WriteNote(CASE, "Notat."),
        ReportAbsence("liv", TODAY, TODAY, "r"),
        OpenCase("bygg", "Søknad", "party-2", "01815000036"),
        AssignCase("BYG-2026-00002", "kari"),
    )
    office.do(WaitWithTask(f"{CASE}/task-3", "r"), "rule:BYG-1")
    office.do(ReportDeparture("ola"))
    return office


def view_of(office: Ground) -> View:
    return View(office.state, Catalogue({"bygg": BYGG}), Almanac("NO"), SETTINGS, office.now)


def keys(rows: list[Any]) -> list[str]:
    return [str(getattr(row, "id", "") or row.number).rpartition("/")[2] for row in rows]


LOOKS: list[tuple[str, Callable[[View], list[Any]], list[str]]] = [
    ("cases", lambda view: view.cases(), ["BYG-2026-00001", "BYG-2026-00002"]),
    ("cases of nobody", lambda view: view.cases_of(""), ["BYG-2026-00001"]),
    ("cases of Kari", lambda view: view.cases_of("kari"), ["BYG-2026-00002"]),
    ("cases by number", lambda view: view.cases_by_number("01815000036"), ["BYG-2026-00001", "BYG-2026-00002"]),
    ("cases of no number", lambda view: view.cases_by_number(""), []),
    ("documents", lambda view: view.documents("bygg"), ["document-1", "document-2"]),
    ("documents of another", lambda view: view.documents("vei"), []),
    ("latest document", lambda view: view.latest_documents("bygg", 1), ["document-2"]),
    ("inbox", lambda view: view.inbox("bygg"), ["document-2"]),
    ("tasks of a case", lambda view: view.tasks(CASE), ["task-1", "task-2", "task-3"]),
    ("tasks of a routine", lambda view: view.tasks("bygg"), ["task-1"]),
    ("tasks about a document", lambda view: view.tasks("bygg/document-1"), ["task-1"]),
    ("every task", lambda view: view.every_task(), ["task-1", "task-2", "task-1", "task-3"]),
    ("owned tasks", lambda view: view.owned_tasks("ola"), []),
    ("tasks in a queue", lambda view: view.queued_tasks("saksbehandler"), ["task-1", "task-1"]),
    ("tasks in a section's queue", lambda view: view.queued_tasks("leder", "nord"), ["task-2"]),
    ("waiting tasks", lambda view: view.waiting_tasks("liv"), ["task-3"]),
    ("letters", lambda view: view.letters(CASE), ["letter-1"]),
    ("letters in a state", lambda view: view.letters_in("draft"), ["letter-1"]),
    ("letters in a state of one routine", lambda view: view.letters_in("draft", "bygg"), ["letter-1"]),
    ("letters in a state of another", lambda view: view.letters_in("draft", "vei"), []),
    ("letters in another", lambda view: view.letters_in("sent"), []),
    ("deadlines", lambda view: view.deadlines(CASE), ["deadline-1"]),
    ("all deadlines", lambda view: view.all_deadlines(), ["deadline-1"]),
    ("notes", lambda view: view.notes(CASE), ["note-1"]),
    ("contacts of a case", lambda view: view.contacts(CASE), ["contact-1"]),
    ("contacts of a routine", lambda view: view.contacts("bygg"), ["contact-1"]),
    ("contacts with a fact", lambda view: view.contacts_with("bygg", "slip", "17"), ["contact-1"]),
    ("contacts with another", lambda view: view.contacts_with("bygg", "slip", "18"), []),
    ("staff", lambda view: view.staff(), ["kari", "ola", "liv"]),
]


@pytest.mark.parametrize(("look", "expected"), [row[1:] for row in LOOKS], ids=[row[0] for row in LOOKS])
def test_cor_06_what_a_look_at_the_office_gives(look: Callable[[View], list[Any]], expected: list[str]) -> None:
    """The records in the order that the look promises; emptying the list that it gave changes nothing."""
    office = busy()
    view, before = view_of(office), office.state.picture()
    found = look(view)

    assert keys(found) == expected
    found.clear()
    assert keys(look(view)) == expected
    assert office.state.picture() == before


@pytest.mark.parametrize(
    ("look", "key"),
    [
        (lambda view: view.case, CASE),
        (lambda view: view.document, "bygg/document-1"),
        (lambda view: view.task, f"{CASE}/task-1"),
        (lambda view: view.letter, f"{CASE}/letter-1"),
        (lambda view: view.deadline, f"{CASE}/deadline-1"),
    ],
)
def test_cor_06_a_record_is_found_by_its_id(look: Callable[[View], Callable[[str], Any]], key: str) -> None:
    """What is not there raises ``KeyError``."""
    find = look(view_of(busy()))

    assert key in {getattr(find(key), "id", None), getattr(find(key), "number", None)}
    with pytest.raises(KeyError):
        find("X")


def test_cor_07_who_is_here() -> None:
    """Neither gone, nor absent today, nor unknown; the settings and the local day are the office's."""
    view = view_of(busy())

    assert [view.here(name) for name in ("kari", "ola", "liv", "eva")] == [True, False, False, False]
    liv = view.member("liv")
    assert liv is not None
    assert liv.id == "liv"
    assert view.member("eva") is None
    assert view.settings("bygg") == Nothing()
    view.now = dt.datetime(2026, 4, 7, 22, 30, tzinfo=dt.UTC)
    assert view.today == dt.date(2026, 4, 8)
    assert view.here("liv")


def test_cor_06_the_next_task_is_the_first_of_ones_own_and_ones_queues() -> None:
    """By rank, then by id; one's own section's queue counts, another's does not, and waiting tasks do not."""
    office = ground()
    later = office.now + dt.timedelta(hours=1)
    for command in (
        CreateTask("approve", CASE, owner="liv", due=later),
        CreateTask("approve", CASE, section="nord"),
        CreateTask("approve", CASE, section="sør"),
        CreateTask("approve", CASE),
    ):
        office.do(command)
    view = view_of(office)
    liv, kari = office.state.staff["liv"], office.state.staff["kari"]
    order = []
    while (task := view.next_task(liv)) is not None:
        order.append(task.id[-1])
        office.do(CompleteTask(task.id, "approved"))

    assert order == ["4", "1"]
    assert view.next_task(kari) is None
    office.do(CreateTask("reply", CASE, section="nord"))
    office.do(CreateTask("reply", CASE, section="sør"))
    found = view.next_task(kari)
    assert found is not None
    assert found.id == f"{CASE}/task-5"


def test_plg_04_a_record_cannot_be_changed() -> None:
    """No field of any record that a look gives, nor of the targets and absences in it."""
    view = view_of(busy())
    for _, look, _ in LOOKS:
        for row in look(view):
            _frozen(row)
    assert isinstance(view.deadline(f"{CASE}/deadline-1").targets, tuple)


@pytest.mark.parametrize(
    "change",
    [
        lambda view: view.case(CASE).facts.update(a=1),
        lambda view: view.case(CASE).facts["liste"].append(3),
        lambda view: view.case(CASE).facts["liste"][1].append(3),
        lambda view: view.case(CASE).facts["tabell"].clear(),
        lambda view: view.task(f"{CASE}/task-1").facts.pop("liste"),
        lambda view: view.document("bygg/document-1").facts.__setitem__("a", 1),
        lambda view: view.all_settings.update(bygg=None),
    ],
)
def test_plg_04_facts_and_settings_cannot_be_changed_in_place(change: Callable[[Any], object]) -> None:
    """At no depth, and whether they came by a command or were laid over older ones."""
    office = busy()
    before = office.state.picture()

    with pytest.raises((TypeError, AttributeError)):
        change(view_of(office))
    assert office.state.picture() == before


@pytest.mark.parametrize("name", ["_state", "catalogue", "almanac", "all_settings"])
def test_plg_04_what_a_view_shows_cannot_be_exchanged(name: str) -> None:
    """A routine shares its view with others: it cannot show them another office."""
    view = view_of(ground())

    with pytest.raises(FrozenAttributeError):
        setattr(view, name, None)


def test_plg_05_a_routine_that_writes_into_what_it_is_given_fails_alone() -> None:
    """Event, case or command: state and journal are as they would be without it, and the failure says why."""

    def respond(event: Recorded, view: View) -> Sequence[Answer]:
        event.event.facts["bnr"] = 99  # type: ignore[attr-defined]
        return ()

    office = bench(respond)
    office.do(AMEND)

    (failure,) = office.office.state.failures.on("open")
    assert failure.error.startswith("TypeError: Facts cannot be changed in place")
    assert office.office.state.cases[CASE].facts["bnr"] == 3
    assert rebuilt(office.journal).picture() == office.office.state.picture()


def test_cor_01_whoever_gave_facts_cannot_change_them_afterwards() -> None:
    """The dict that a command was made of is the giver's own: state and journal hold a copy."""
    given: dict[str, Any] = {"liste": [1]}
    office = bench()
    office.do(AmendCase(CASE, given))
    given["liste"].append(2)
    given["mer"] = True

    assert office.office.state.cases[CASE].facts["liste"] == [1]
    assert "mer" not in office.office.state.cases[CASE].facts
    assert rebuilt(office.journal).picture() == office.office.state.picture()


def test_cor_01_facts_cannot_be_changed_in_an_office_that_was_rebuilt() -> None:
    """Also where they were read back from a line."""
    office, copy = bench(), MemoryJournal()
    office.do(AMEND)
    office.do(AmendCase(CASE, {"gnr": 4}))
    copy.append([decode(encode(recorded)) for recorded in office.journal])
    facts: Any = rebuilt(copy).cases[CASE].facts

    assert facts == {"bnr": 3, "gnr": 4}
    with pytest.raises(TypeError, match="cannot be changed in place"):
        facts["bnr"] = 4


def _frozen(row: Any) -> None:
    for field in fields(type(row)):
        with pytest.raises(FrozenInstanceError):
            setattr(row, field.name, None)
        value = getattr(row, field.name)
        for each in value if isinstance(value, tuple) else ():
            if has(type(each)):
                _frozen(each)
