"""A routine that raises, is refused or never ends harms its own event only; what it failed at is kept (PLG-05)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pytest

from saksgang.commands import (
    AmendCase,
    Answer,
    AssignCase,
    Command,
    OpenCase,
    ReportDeparture,
    RetryHandling,
    WriteNote,
)
from saksgang.errors import Refused
from saksgang.events import (
    CaseAmended,
    CaseAssigned,
    HandlingFailed,
    HandlingRetried,
    NoteWritten,
    TaskCreated,
)
from saksgang.journal import Recorded
from saksgang.office import PluginCrashed, rebuilt
from saksgang.view import View
from tests.core.casework.ground import CASE
from tests.core.office.bench import AMEND, answers_to, bench, note, raising, task, wrong


def test_plg_05_a_routine_that_raises_fails_alone_at_that_event() -> None:
    """What it was asked about stands, the failure names plugin, hook, case and event, and the office goes on."""
    office = bench(raising)
    told = office.do(AMEND)

    assert told[1].event == HandlingFailed(
        "bygg", CASE, "bygg/failure-3", "bygg", "respond", "bygg:2", "ValueError: huff"
    )
    assert (told[1].actor, told[1].cause) == ("plugin:bygg", "bygg:2")
    assert office.office.state.cases[CASE].facts["bnr"] == 3
    assert [each.kind for each in office.do(OpenCase("vei", "Sak", "p"))] == ["CaseOpened"]
    assert rebuilt(office.journal).picture() == office.office.state.picture()


@pytest.mark.parametrize("refused", [wrong, lambda _: "no command", lambda _: AmendCase("X", {})])
def test_plg_05_an_answer_that_cannot_be_carried_out_undoes_the_whole_answer(
    refused: Callable[[str], Command],
) -> None:
    """The second of three: the first is undone, the third is never tried, what another event brought stays."""

    def respond(event: Recorded, view: View) -> Sequence[Answer]:
        answers = answers_to(CaseAmended, note)(event, view)
        return answers or answers_to(NoteWritten, task, refused, task)(event, view)

    office = bench(respond)
    told = office.do(AMEND)

    assert [each.kind for each in told] == ["CaseAmended", "NoteWritten", "HandlingFailed"]
    assert [each.id for each in told] == ["bygg:2", "bygg:3", "bygg:4"]
    (failed,) = office.told(HandlingFailed)
    assert (failed.event, failed.failure) == ("bygg:3", "bygg/failure-4")
    assert office.office.view.tasks(CASE) == []
    assert rebuilt(office.journal).picture() == office.office.state.picture()


def test_plg_05_the_failure_says_why_an_answer_was_refused() -> None:
    """The refusal's own words, with its rule."""
    office = bench(answers_to(CaseAmended, wrong))
    office.do(AMEND)

    assert [failed.error for failed in office.told(HandlingFailed)] == [
        f"Refused: Case {CASE} cannot go from 'ny' to 'avsluttet'; it can go to: behandles, avvist. [COR-02]"
    ]


def test_plg_05_a_failed_handling_is_run_again_after_a_fix() -> None:
    """The answer then comes from the event that it answers, the failure is no longer open, and that only once."""
    office = bench(raising)
    office.do(AMEND)
    (failure,) = office.office.state.failures.on("open")
    office.mend(answers_to(CaseAmended, note, task))
    told = office.do(RetryHandling(failure.id), "staff:liv")

    assert [(each.kind, each.actor, each.cause) for each in told] == [
        ("NoteWritten", "rule:B-1", "bygg:2"),
        ("TaskCreated", "rule:B-2", "bygg:2"),
        ("HandlingRetried", "staff:liv", "bygg:2"),
    ]
    assert told[-1].event == HandlingRetried("bygg", CASE, failure.id)
    assert office.office.state.failures.on("open") == []
    none = f"There is no open failure {failure.id!r}; the work list of failures has the open ones. [PLG-05]"
    assert office.unchanged_by(partial(office.do, RetryHandling(failure.id)), Refused) == none


def test_plg_05_what_is_answered_when_run_again_is_answered_itself() -> None:
    """A task made by the second try is asked about like any other."""

    def mended(event: Recorded, view: View) -> Sequence[Answer]:
        return answers_to(CaseAmended, task)(event, view) or answers_to(TaskCreated, note)(event, view)

    office = bench(raising)
    office.do(AMEND)
    office.mend(mended)
    told = office.do(RetryHandling("bygg/failure-3"))

    assert [each.kind for each in told] == ["TaskCreated", "HandlingRetried", "NoteWritten"]


@pytest.mark.parametrize(
    ("again", "error", "words"),
    [
        (raising, PluginCrashed, f"Plugin bygg, hook respond, case {CASE}, event bygg:2: ValueError: huff"),
        (
            answers_to(CaseAmended, note, wrong),
            Refused,
            f"Case {CASE} cannot go from 'ny' to 'avsluttet'; it can go to: behandles, avvist. [COR-02]",
        ),
    ],
)
def test_plg_05_a_second_try_that_fails_changes_nothing(
    again: Callable[[Recorded, View], Sequence[Answer]], error: type[Exception], words: str
) -> None:
    """Whoever asked for it is told in a sentence, and the failure stays open."""
    office = bench(raising)
    office.do(AMEND)
    office.mend(again)

    assert office.unchanged_by(partial(office.do, RetryHandling("bygg/failure-3")), error) == words
    assert len(office.office.state.failures.on("open")) == 1


def test_plg_05_a_failure_of_a_routine_that_is_off_is_told_in_words() -> None:
    """It can be run again once the routine is on."""
    office = bench(raising)
    office.do(AMEND)
    office.office.routines = {}

    assert office.unchanged_by(partial(office.do, RetryHandling("bygg/failure-3")), Refused) == (
        "Failure bygg/failure-3 is one of bygg, which is not on; enable it first. [PLG-05]"
    )


def test_plg_05_a_runaway_is_stopped_and_kept() -> None:
    """A routine that answers its own answers for ever is asked about 200 events, and about no more."""
    office = bench(answers_to(NoteWritten, note))
    told = office.do(WriteNote(CASE, "x"))

    assert [each.kind for each in told] == ["NoteWritten"] * 201 + ["HandlingFailed"]
    (failed,) = office.told(HandlingFailed)
    assert (failed.event, failed.error) == (told[200].id, "more than 200 events followed from one command")
    assert len(office.do(AMEND)) == 1


def test_plg_05_every_event_that_a_runaway_leaves_unasked_is_kept() -> None:
    """None of them is passed over in silence: each can be run again."""
    office = bench(answers_to(NoteWritten, note, note))
    told = office.do(WriteNote(CASE, "x"))

    notes = [each.id for each in told if each.kind == "NoteWritten"]
    assert len(notes) == 1 + 2 * 200
    assert [failed.event for failed in office.told(HandlingFailed)] == notes[200:]


def test_plg_05_a_command_with_many_events_is_no_runaway() -> None:
    """Somebody with 250 cases leaves: the routine is asked about each of them."""
    office = bench()
    cases = [CASE, *(office.do(OpenCase("bygg", "Søknad", "p"))[0].event.case for _ in range(249))]
    for case in cases:
        office.do(AssignCase(case, "kari"))
    office.mend(answers_to(CaseAssigned, note))
    told = office.do(ReportDeparture("kari"))

    assert [each.event.case for each in told if each.kind == "NoteWritten"] == cases
    assert office.told(HandlingFailed) == []


def test_plg_05_a_vet_that_raises_changes_nothing() -> None:
    """Whoever gave the command is told plugin, hook, case and command; other routines' cases are not concerned."""

    def vet(command: Command, actor: str, view: View) -> None:
        raise ValueError("huff")

    office = bench(vet=vet)

    words = f"Plugin bygg, hook vet, case {CASE}, command AmendCase: ValueError: huff"
    assert office.unchanged_by(partial(office.do, AMEND), PluginCrashed) == words
    assert len(office.do(OpenCase("vei", "Sak", "p"))) == 1
