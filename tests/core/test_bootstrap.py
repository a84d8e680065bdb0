"""An office is wired in one place: it opens with an event, connects who is named, and goes on where it stopped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve, frozen

from saksgang.bootstrap import open_office
from saksgang.clock import ManualClock
from saksgang.commands import (
    Answer,
    AssignCase,
    CancelTask,
    CompleteLetter,
    CreateTask,
    DraftLetter,
    OpenCase,
    OpenLetter,
    ReassignTask,
    ReportAbsence,
    ReportDeparture,
    ReportLetterAvailable,
    ReportReturn,
    SendLetter,
    StopLetter,
    TakeTask,
    WriteNote,
)
from saksgang.configuration import Municipality
from saksgang.errors import PluginRefused, Refused
from saksgang.events import CaseOpened, OfficeOpened, StaffGone
from saksgang.hookspecs import hookimpl
from saksgang.journal import Journal, MemoryJournal, Recorded
from saksgang.legaltime import Duration
from saksgang.office import Office
from saksgang.ports import LetterPort
from saksgang.records import Absence, StaffMember
from saksgang.settings import setting
from tests.core.casework.ground import BYGG, STAFF, TUESDAY, VEI
from tests.core.office.bench import PortStub
from tests.core.plugins.samples import own_registry
from tests.core.small_office import Nothing

CASE = "BYG-2026-00001"
DAY = dt.date(2026, 4, 7)


@frozen
class Days:
    """Settings with a duration, which the journal keeps in words."""

    frist: Duration = setting(default=Duration.parse("10 days"), help="How long.")


def plugin(routine: object = None, ports: Callable[[str], LetterPort | None] | None = None) -> SimpleNamespace:
    """A plugin that declares a routine, answers a new case with a note, or connects a port."""
    made = SimpleNamespace()

    @hookimpl
    def declare_routine() -> object:
        return routine

    @hookimpl
    def respond(event: Recorded) -> Sequence[Answer]:
        opened = isinstance(event.event, CaseOpened)
        return [Answer(WriteNote(event.event.case, "Ny sak."), "BYG-01")] if opened else ()

    @hookimpl
    def vet(command: object) -> str | None:
        return "BYG-02: Nei." if isinstance(command, WriteNote) and command.text == "nei" else None

    @hookimpl
    def connect_port(port: str) -> LetterPort | None:
        return ports(port) if ports else None

    if routine is not None:
        made.declare_routine, made.respond, made.vet = declare_routine, respond, vet
    if ports is not None:
        made.connect_port = connect_port
    return made


def municipality(staff: tuple[StaffMember, ...] = STAFF, **routines: object) -> Municipality:
    return Municipality(
        "Fjordvik",
        "NO",
        "Europe/Oslo",
        "nb",
        staff,
        (),
        routines or {"bygg": Days()},
        (),
        Path("fjordvik.toml"),
    )


def opened(journal: Journal, where: Municipality | None = None, *plugins: tuple[str, Any], **more: Any) -> Office:
    registry = own_registry()
    for name, each in plugins or (("bygg", plugin(evolve(BYGG, settings=Days))), ("vei", plugin(VEI))):
        registry.register(each, name, "test")
    return open_office(where or municipality(), registry, ManualClock(TUESDAY), journal, **more)


def test_cor_20_the_opening_says_by_what_all_that_follows_is_judged() -> None:
    """Municipality, language and zone, each routine that is on with version and settings, and the staff."""
    journal = MemoryJournal()
    opened(journal)
    (recorded,) = journal

    assert (recorded.id, recorded.at, recorded.actor, recorded.cause) == ("office:1", TUESDAY, "system:office", "")
    assert recorded.event == OfficeOpened(
        "office",
        "",
        "Fjordvik",
        "NO",
        "Europe/Oslo",
        "nb",
        {"bygg": {"version": "1.0", "settings": {"frist": "10 days"}}},
        STAFF,
    )


def test_cor_15_every_opening_is_told_and_heard() -> None:
    """A second one over the same journal goes on with its numbers and its cases."""
    journal, heard = MemoryJournal(), list[Recorded]()
    opened(journal).do(OpenCase("bygg", "Søknad", "p"), "staff:kari")
    office = opened(journal, heard=(heard.append,))
    office.do(OpenCase("bygg", "Søknad", "p"), "staff:kari")

    kinds = ["OfficeOpened", "CaseOpened", "NoteWritten"]
    assert [recorded.kind for recorded in journal] == 2 * kinds
    assert [recorded.kind for recorded in heard] == kinds
    assert heard == list(journal)[3:]
    assert list(office.state.cases.rows) == [CASE, "BYG-2026-00002"]


def test_plg_01_only_routines_that_are_on_take_part() -> None:
    """One that is installed but not named neither answers nor can be given a case."""
    office = opened(MemoryJournal())

    assert list(office.routines) == ["bygg"]
    assert list(office.view.catalogue.routines) == ["bygg"]
    assert office.view.settings("bygg") == Days()
    with pytest.raises(Refused, match="Routine 'vei' is not on here"):
        office.do(OpenCase("vei", "Sak", "p"), "staff:kari")


def test_plg_03_both_hooks_of_a_routine_are_asked() -> None:
    """It answers a new case and refuses a note that it does not like."""
    office = opened(MemoryJournal())
    office.do(OpenCase("bygg", "Søknad", "p"), "staff:kari")

    assert [note.text for note in office.view.notes(CASE)] == ["Ny sak."]
    with pytest.raises(Refused, match=r"^Nei\. \[BYG-02\]$"):
        office.do(WriteNote(CASE, "nei"), "staff:kari")


def test_plg_01_a_routine_that_is_not_installed_keeps_the_office_closed() -> None:
    """In a sentence, and the journal stays empty."""
    journal = MemoryJournal()

    with pytest.raises(PluginRefused, match="Plugin fly: it is not installed"):
        opened(journal, municipality(fly=None))
    assert len(journal) == 0


def test_plg_01_an_adapter_is_connected_by_name_only() -> None:
    """Of a routine that is on or of a plugin that is named; routines come first, and each port is connected once."""
    journal = MemoryJournal()
    stubs = {name: PortStub(journal) for name in ("bygg mailbox", "annex mailbox", "annex print")}

    def ports(name: str) -> Callable[[str], LetterPort | None]:
        return lambda port: stubs.get(f"{name} {port}")

    plugins = (
        ("annex", plugin(ports=ports("annex"))),
        ("bygg", plugin(evolve(BYGG, settings=Days), ports("bygg"))),
        ("vei", plugin(VEI, ports("annex"))),
    )
    by_nobody = opened(MemoryJournal(), None, *plugins)
    named = opened(MemoryJournal(), None, *plugins, adapters=("annex",))

    assert by_nobody.ports == {"mailbox": stubs["bygg mailbox"]}
    assert named.ports["print"] is stubs["annex print"]
    assert opened(MemoryJournal()).ports == {}


def test_cor_21_what_was_not_answered_for_is_handed_over_at_the_opening() -> None:
    """Under the same key, after the opening itself."""
    journal = MemoryJournal()
    office = opened(journal)
    letter = f"{CASE}/letter-1"
    for command in (OpenCase("bygg", "Søknad", "p"), DraftLetter(CASE, "kvittering", "p")):
        office.do(command, "staff:kari")
    for make in (CompleteLetter, SendLetter):
        office.do(make(letter), "staff:kari")
    mailbox = PortStub(journal)
    routine = plugin(evolve(BYGG, settings=Days), lambda port: mailbox if port == "mailbox" else None)
    opened(journal, None, ("bygg", routine))

    assert [order.key for order in mailbox.orders] == [f"mailbox/{letter}"]
    assert mailbox.seen == ["OfficeOpened"]


def test_cor_07_a_reopening_keeps_what_was_reported_of_the_staff() -> None:
    """Who left stays gone, who is away stays away, who came back early stays back; roles are as configured now."""
    journal = MemoryJournal()
    holiday = Absence(DAY, dt.date(2026, 4, 20), "ferie")
    kari, ola, liv = STAFF
    staff = (kari, ola, evolve(liv, absences=(holiday,)))
    office = opened(journal, municipality(staff))
    for command in (
        ReportDeparture("ola"),
        ReportAbsence("kari", DAY, dt.date(2026, 4, 9), "syk"),
        ReportReturn("liv"),
    ):
        office.do(command, "staff:kari")
    assert office.view.here("liv")
    again = opened(journal, municipality((evolve(kari, roles=("leder",)), ola, staff[2])))

    assert [again.view.here(name) for name in ("kari", "ola", "liv")] == [False, False, True]
    kari_now = again.view.member("kari")
    assert kari_now is not None
    assert (kari_now.roles, kari_now.absences) == (("leder",), (Absence(DAY, dt.date(2026, 4, 9), "syk"),))


def test_cor_07_who_is_no_longer_in_the_file_has_left() -> None:
    """Cases and tasks go to the deputy or the queue, told once; nothing is given to them any more."""
    journal = MemoryJournal()
    kari, ola, liv = STAFF
    office = opened(journal, municipality((kari, ola, liv)))
    for command in (
        OpenCase("bygg", "Søknad", "p"),
        AssignCase(CASE, "kari"),
        CreateTask("reply", CASE, owner="kari"),
    ):
        office.do(command, "staff:liv")
    again = opened(journal, municipality((ola, liv)))
    (task,) = again.view.tasks(CASE)

    assert (again.view.case(CASE).responsible, task.owner) == ("ola", "ola")
    assert task.reason.startswith("kari no longer works here")
    assert [each.event.staff for each in journal if isinstance(each.event, StaffGone)] == ["kari"]
    opened(journal, municipality((ola, liv)))
    assert sum(isinstance(each.event, StaffGone) for each in journal) == 1
    assert not again.view.here("kari")


def test_plg_01_on_a_case_of_a_routine_that_is_off_nobody_works() -> None:
    """Its guard is off, too; what comes in from outside is kept, and work can be given to somebody who is here."""
    journal = MemoryJournal()
    letter, task = f"{CASE}/letter-1", f"{CASE}/task-1"
    office = opened(journal)
    for command in (
        OpenCase("bygg", "Søknad", "p"),
        CreateTask("reply", CASE, owner="kari"),
        DraftLetter(CASE, "kvittering", "p"),
        CompleteLetter(letter),
        SendLetter(letter),
    ):
        office.do(command, "staff:kari")
    off = opened(journal, municipality(vei=Nothing()), ("vei", plugin(VEI)))

    for refused in (WriteNote(CASE, "Hei."), CancelTask(task, "r"), TakeTask(task), StopLetter(letter, "r")):
        with pytest.raises(Refused, match=r"Routine 'bygg' is not on here; these are: vei\. \[PLG-01\]"):
            off.do(refused, "staff:kari")
    assert off.do(ReportLetterAvailable(letter), "system:mailbox")
    assert off.do(OpenLetter(letter), "p")
    assert off.do(ReassignTask(task, "ola", "bytte"), "staff:kari")


def test_plg_04_the_declarations_that_routines_see_cannot_be_exchanged() -> None:
    """One routine cannot switch another off."""
    routines: Any = opened(MemoryJournal()).view.catalogue.routines

    with pytest.raises((TypeError, AttributeError)):
        routines.clear()
