"""A routine that raises, is refused or never ends harms its own event only; what it failed at is kept (PLG-05)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

import pytest

from saksgang.commands import (
    BY_DISTRIBUTION,
    AmendCase,
    Answer,
    AssignCase,
    Command,
    CreateTask,
    OpenCase,
    ReportAbsence,
    ReportDeparture,
    ReportReturn,
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
from saksgang.office import PluginCrashed, RoutineDesk, rebuilt
from saksgang.view import View
from tests.core.casework.ground import CASE
from tests.core.office.bench import AMEND, answers_to, bench, note, raising, task, wrong

DAY = dt.date(2026, 4, 8)


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


def leaving(event: Recorded, view: View) -> Sequence[Answer]:
    """A routine that ends the process."""
    raise SystemExit(0)


def test_plg_05_a_routine_that_ends_the_process_fails_like_any_other() -> None:
    """Asked about an event, asked again, asked whether it refuses: nothing ends, and it is kept or told."""
    office = bench(leaving, vet=None)
    (_, failed) = office.do(AMEND)

    assert isinstance(failed.event, HandlingFailed)
    assert failed.event.error == "SystemExit: 0"
    retry = RetryHandling(failed.event.failure)
    assert "SystemExit: 0" in office.unchanged_by(lambda: office.do(retry), PluginCrashed)
    refusing = bench(vet=lambda *_: leaving(*_[1:]))  # type: ignore[arg-type]
    assert "hook vet" in refusing.unchanged_by(lambda: refusing.do(AMEND), PluginCrashed)


@pytest.mark.parametrize("said", [True, 5, ["BYG-01: nei"]])
def test_plg_05_a_vet_that_says_no_sentence_is_told_as_its_own_failure(said: object) -> None:
    """Whoever asked for the command is told which plugin it was; nothing has changed."""
    office = bench(vet=lambda *_: said)  # type: ignore[arg-type]

    assert f"hook vet, case {CASE}, command AmendCase: TypeError: it answers with {said!r}" in office.unchanged_by(
        lambda: office.do(AMEND), PluginCrashed
    )


def test_plg_05_a_refusal_without_a_rule_bears_the_routine() -> None:
    """Its sentence stands as it was written."""
    office = bench(vet=lambda *_: "Ikke nå.")

    assert office.unchanged_by(lambda: office.do(AMEND), Refused) == "Ikke nå. [bygg]"


def nobody(**_: object) -> str:
    """A routine that names somebody who is not there."""
    return "eva"


def sick(**_: object) -> str:
    """A routine that is ill."""
    raise ValueError("huff")


@pytest.mark.parametrize(
    ("distribute", "error"),
    [(sick, "ValueError: huff"), (nobody, "LookupError: it names 'eva', who is nobody on the staff")],
)
def test_plg_05_a_distribution_that_fails_is_kept_in_its_own_name_and_passed_over(
    distribute: Callable[..., str], error: str
) -> None:
    """The task lies in its queue, and the routine whose case it is has not failed; who waits for it is told."""
    office = bench(answers_to(CaseAmended, shared), vei=RoutineDesk("vei", distribute=distribute))
    events = [recorded.event for recorded in office.do(AMEND)]
    (failed,) = [event for event in events if isinstance(event, HandlingFailed)]
    (task,) = [event for event in events if isinstance(event, TaskCreated)]

    assert (failed.plugin, failed.hook, failed.case, failed.error) == ("vei", "distribute", "", error)
    assert task.owner == ""
    office.do(RetryHandling(failed.failure))
    assert f"Plugin vei, hook distribute, case {CASE}, task reply: {error}" in office.unchanged_by(
        lambda: office.do(shared(CASE)), PluginCrashed
    )


def shared(case: str) -> Command:
    """A task whose owner is left to distribution."""
    return CreateTask("reply", case, owner=BY_DISTRIBUTION)


@pytest.mark.parametrize(
    ("command", "owner"),
    [
        (WriteNote(CASE, "Mitt."), "bygg"),
        (ReportDeparture("kari"), "the office"),
        (ReportAbsence("kari", DAY, DAY, "r"), "the office"),
        (ReportReturn("kari"), "the office"),
    ],
)
def test_plg_04_a_routine_changes_nothing_of_another_and_nothing_of_all(command: Command, owner: str) -> None:
    """Its answer is refused and kept as its failure; the case, and who works here, are as they were."""

    def observe(event: Recorded, view: View) -> Sequence[Answer]:
        return [Answer(command, "VEI-01")] if isinstance(event.event, CaseAmended) else []

    office = bench(vei=RoutineDesk("vei", observe=observe))
    office.office.watching = (office.office.routines["vei"],)
    events = [recorded.event for recorded in office.do(AMEND)]

    assert [type(event).__name__ for event in events] == ["CaseAmended", "HandlingFailed"]
    (_, failed) = events
    assert isinstance(failed, HandlingFailed)
    words = f"vei answers with {type(command).__name__} on what belongs to {owner}. [PLG-04]"
    assert (failed.plugin, failed.error) == ("vei", f"Refused: {words}")
