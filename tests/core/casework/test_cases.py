"""A case is opened, assigned, seen, amended and brought from status to status, each by a declared way (COR-02)."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.casework import staff_of
from saksgang.commands import AmendCase, AssignCase, ChangeStatus, Command, OpenCase, SeeCase, WriteNote
from saksgang.events import CaseAmended, CaseAssigned, CaseOpened, CaseSeen, NoteWritten, StatusChanged
from saksgang.records import Absence, Case, Note, StaffMember
from tests.core.casework.ground import CASE, ground
from tests.core.small_office import utc

TEN = dt.datetime(2026, 4, 7, 8, 0, tzinfo=dt.UTC)
ENDED = (ChangeStatus(CASE, "behandles"), ChangeStatus(CASE, "avsluttet"))


def test_cor_02_a_case_begins_in_the_first_status_of_its_type() -> None:
    """Its number is made of prefix, year and series; it is new and nobody's."""
    office = ground()

    assert office.state.cases[CASE] == Case(
        CASE, "bygg", "Søknad", "party-1", "01815000036", "ny", TEN, "", True, False, {"gnr": 12}
    )
    assert office.state.cases.on(("responsible", "")) == [office.state.cases[CASE]]


def test_cor_02_numbers_run_by_case_type_and_local_year() -> None:
    """Each series counts for itself and begins anew with the local year, not the one of UTC."""
    office = ground()
    (second,) = office.do(OpenCase("bygg", "Søknad", "party-2", "01815000036"))
    (other,) = office.do(OpenCase("vei", "Sak", "party-2"))
    office.now = dt.datetime(2026, 12, 31, 23, 30, tzinfo=dt.UTC)
    (third,) = office.do(OpenCase("bygg", "Søknad", "party-3"))

    assert [each.case for each in (second, other, third)] == ["BYG-2026-00002", "VEI-2026-00001", "BYG-2027-00001"]


@pytest.mark.parametrize(
    ("command", "events"),
    [
        (
            OpenCase("vei", "Sak", "p", facts={"a": [1]}),
            [CaseOpened("vei", "VEI-2026-00001", "Sak", "p", "", "ny", {"a": [1]})],
        ),
        (AssignCase(CASE, "ola", "kjent"), [CaseAssigned("bygg", CASE, "ola", "", "kjent")]),
        (AssignCase(CASE, ""), [CaseAssigned("bygg", CASE, "", "")]),
        (SeeCase(CASE), []),
        (AmendCase(CASE, {"gnr": 12, "bnr": 3}), [CaseAmended("bygg", CASE, {"bnr": 3})]),
        (AmendCase(CASE, {"gnr": 12}), []),
        (ChangeStatus(CASE, "behandles", "r"), [StatusChanged("bygg", CASE, "ny", "behandles", "r", final=False)]),
        (ChangeStatus(CASE, "avvist"), [StatusChanged("bygg", CASE, "ny", "avvist", "", final=True)]),
        (WriteNote(CASE, "Ringte."), [NoteWritten("bygg", CASE, f"{CASE}/note-1", "kari", "Ringte.")]),
    ],
)
def test_cor_02_what_a_command_makes_happen(command: Command, events: list[object]) -> None:
    """Each command on a case has its event, and none where nothing changes."""
    assert ground().do(command) == events


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (OpenCase("fly", "Sak", "p"), "Routine 'fly' is not on here; these are: bygg, vei. [PLG-01]"),
        (
            OpenCase("bygg", "Sak", "p"),
            "Case type 'Sak' is not one of bygg; declared are: Søknad. [COR-02]",
        ),
        *(
            (command, "There is no case 'X'; look its number up on the case or the work list. [COR-02]")
            for command in (
                AssignCase("X", "ola"),
                SeeCase("X"),
                AmendCase("X", {}),
                ChangeStatus("X", "ny"),
                WriteNote("X", "t"),
            )
        ),
        (
            AssignCase(CASE, "eva"),
            "Nobody on the staff is called 'eva'; known are: kari, liv, ola. [COR-07]",
        ),
        (
            ChangeStatus(CASE, "avsluttet"),
            f"Case {CASE} cannot go from 'ny' to 'avsluttet'; it can go to: behandles, avvist. [COR-02]",
        ),
        (
            ChangeStatus(CASE, "ny"),
            f"Case {CASE} cannot go from 'ny' to 'ny'; it can go to: behandles, avvist. [COR-02]",
        ),
        (WriteNote(CASE, " \n"), f"The journal note on case {CASE} is empty; write what happened. [COR-02]"),
    ],
)
def test_cor_02_what_is_refused_says_what_there_is(command: Command, words: str) -> None:
    """The unknown, the undeclared and the empty are refused in words, with what is declared."""
    assert ground().refused(command) == words


@pytest.mark.parametrize("command", [AssignCase(CASE, "ola"), AmendCase(CASE, {"a": 1}), ChangeStatus(CASE, "ny")])
def test_cor_02_a_case_that_has_ended_takes_no_more_changes(command: Command) -> None:
    """Its status stands in the refusal; notes may still be written and it leaves the case list."""
    office = ground(*ENDED)

    ended = f"Case {CASE} has ended with status 'avsluttet'; open a new case instead. [COR-02]"
    assert office.refused(command) == ended
    assert office.state.cases[CASE].ended
    assert office.state.cases.on(("responsible", "")) == []
    assert len(office.do(WriteNote(CASE, "Arkivert."))) == 1


def test_cor_02_every_declared_transition_is_followed_and_no_other() -> None:
    """From each status the declared ones are reached, and all others are refused."""
    leads = {"ny": {"behandles", "avvist"}, "behandles": {"avsluttet"}}
    ways = {"ny": [], "behandles": ["behandles"]}
    for now, leading in leads.items():
        for to in ("ny", "behandles", "avvist", "avsluttet", "ukjent"):
            office = ground(*(ChangeStatus(CASE, step) for step in ways[now]))
            if to in leading:
                office.do(ChangeStatus(CASE, to))
                assert (office.state.cases[CASE].status, office.state.cases[CASE].ended) == (to, to[:2] == "av")
            else:
                assert f"cannot go from {now!r} to {to!r}" in office.refused(ChangeStatus(CASE, to))


def test_cor_06_only_the_one_responsible_makes_a_case_seen() -> None:
    """Others' looks leave it new, a second look says nothing, and another assignment makes it new again."""
    office = ground(AssignCase(CASE, "ola"))

    assert office.do(SeeCase(CASE), "staff:kari") == []
    assert office.do(SeeCase(CASE), "rule:BYG-1") == []
    assert office.state.cases[CASE].new
    assert office.do(SeeCase(CASE), "staff:ola") == [CaseSeen("bygg", CASE, "ola")]
    assert not office.state.cases[CASE].new
    assert office.do(SeeCase(CASE), "staff:ola") == []
    office.do(AssignCase(CASE, "ola"))
    assert office.state.cases[CASE].new


def test_cor_07_a_case_for_somebody_absent_goes_to_the_deputy_and_says_so() -> None:
    """The reason given comes first, then why it is somebody else; nobody at all means the queue."""
    office = ground(AssignCase(CASE, "liv"))
    office.state.staff.put("ola", _away("ola", deputy="kari"))
    (assigned,) = office.do(AssignCase(CASE, "ola", "kjent"))

    assert assigned == CaseAssigned(
        "bygg", CASE, "kari", "liv", "kjent; ola is absent until 2026-04-10, so kari as deputy"
    )
    assert office.state.cases[CASE].responsible == "kari"
    office.do(AssignCase(CASE, ""))
    assert office.state.cases[CASE].responsible == ""


def test_cor_02_facts_are_laid_over_the_ones_there_were() -> None:
    """A changed fact replaces the old one, others stay, and a note keeps when it was written and by whom."""
    office = ground(AmendCase(CASE, {"bnr": 3})).at("2026-04-08 09:15")
    office.do(AmendCase(CASE, {"gnr": 13}))
    office.do(WriteNote(CASE, "En."), "staff:ola")
    office.do(WriteNote(CASE, "To."), "system:arkiv")

    assert office.state.cases[CASE].facts == {"gnr": 13, "bnr": 3}
    nine = utc("2026-04-08 09:15")
    assert office.state.notes.of(CASE) == [
        Note(f"{CASE}/note-1", "bygg", CASE, "ola", nine, "En."),
        Note(f"{CASE}/note-2", "bygg", CASE, "system:arkiv", nine, "To."),
    ]


@pytest.mark.parametrize(
    ("actor", "staff"), [("staff:kari", "kari"), ("citizen:kari", ""), ("rule:PPT-10", ""), ("", ""), ("staff:", "")]
)
def test_the_staff_id_is_read_from_an_actor(actor: str, staff: str) -> None:
    """Only an actor of the staff has one."""
    assert staff_of(actor) == staff


def _away(name: str, deputy: str) -> StaffMember:
    days = Absence(dt.date(2026, 4, 7), dt.date(2026, 4, 10), "ferie")
    return StaffMember(name, name, (), deputy=deputy, absences=(days,))
