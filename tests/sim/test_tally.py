"""What is counted from the journal: each figure by hand, and all of a run by a second counter (SIM-09)."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from attrs import evolve

from saksgang import events as e
from saksgang.exits import Exit
from saksgang.journal import Recorded
from saksgang.records import Target
from saksgang_sim.answer_times import AnswerTimes
from saksgang_sim.tally import MISSED_KEPT, Tally
from tests.sim.outcomes import NOON, counted, recorded
from tests.sim.recount import recount
from tests.sim.running import said
from tests.sim.worlds import MUNICIPALITY, scenario_in, simulated

CASE, LETTER, TASK, PAPER = "GAR-1", "GAR-1/letter-1", "GAR-1/task-1", "garden/document-1"
RECEIVED = e.DocumentReceived("garden", "", PAPER, "c:1", "c:1", "letter", "Søknad", NOON.date(), NOON.date())
REGISTERED = e.DocumentRegistered("garden", CASE, PAPER, "Søknad", "kari", opened=True)
DRAFTED = e.LetterDrafted("garden", CASE, LETTER, "svar", "c:1", "kari", "Svar", "Hei", False, PAPER)
SENT = e.LetterSent("garden", CASE, LETTER, "svar", "c:1", "mailbox/1", "0" * 64)
CREATED = e.TaskCreated("garden", CASE, TASK, "vurder", "", "", "saksbehandler", "", None, "", {})
DONE = e.TaskCompleted("garden", CASE, TASK, "vurder", "", "ja", "ola", "kari", {})
STARTED = e.DeadlineStarted(
    "garden", CASE, "d-1", "svar", "", NOON, (Target("norm", "2 days", NOON), Target("limit", "4 days", NOON))
)
MISSED = e.DeadlineMissed("garden", CASE, "d-1", "svar", "", "norm", NOON)


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of three months with too few on the staff, much illness and several fates of letters."""
    folder = tmp_path_factory.mktemp("left")
    scenario = scenario_in(folder, months=3, seed=6, more="[service]\n'ppt_intake.review_case' = 700.0")
    said("simulate", scenario.path, "--out", folder / "run")
    return folder / "run"


@pytest.mark.parametrize(
    "name",
    [
        "events",
        "documents",
        "letters",
        "letters_under_way",
        "answer_days",
        "deadlines",
        "tasks",
        "tasks_open",
        "work",
        "cases",
    ],
)
def test_sim_09_a_second_counter_finds_the_same(left: Path, name: str) -> None:
    """Each figure of ``summary.json`` is what the journal's lines add up to when somebody else counts them."""
    told = json.loads((left / "summary.json").read_text(encoding="utf-8"))

    assert told[name] == recount(left)[name] != {}


def test_sim_09_the_run_that_is_counted_twice_has_something_to_count(left: Path) -> None:
    """Letters came to four fates, deadlines were met, missed and cancelled, documents came on old and new cases."""
    counts = recount(left)
    fates = {fate for row in counts["letters"].values() for fate in row}
    ends = {end for row in counts["deadlines"].values() for end in row}

    assert {"opened digitally", "posted on paper", "stopped by hand", "no mailbox", "returned by the leader"} < fates
    assert {"started", "met", "missed"} <= ends
    assert {"registered as a new case", "registered on a case"} < {k for r in counts["documents"].values() for k in r}


def test_sim_09_each_miss_is_told_with_its_case_and_why(left: Path) -> None:
    """The first two hundred that the second counter finds, in their order, each with what was still to be done."""
    told = json.loads((left / "summary.json").read_text(encoding="utf-8"))["missed"]
    found = recount(left)["missed"][:MISSED_KEPT]

    assert [(row["case"], row["deadline"], row["target"]) for row in told] == [row[:3] for row in found]
    assert len(found) > 10
    assert all(" for " in row["why"] and ("with " in row["why"] or "in the queue of " in row["why"]) for row in told)


def test_sim_09_documents_are_counted_by_category_and_way() -> None:
    """One came and opened a case, one came and lies in the inbox."""
    other = e.DocumentReceived("garden", "", "d-2", "c:2", "c:2", "letter", "Klage", NOON.date(), NOON.date())
    tally = counted([RECEIVED, other, REGISTERED])

    assert tally.documents == {
        "garden.Søknad": Counter({"received": 1, "registered as a new case": 1}),
        "garden.Klage": Counter({"received": 1}),
    }


@pytest.mark.parametrize(
    ("events", "fates", "under_way"),
    [
        ([], [], 1),
        ([SENT, e.LetterOpened("garden", CASE, LETTER)], ["sent", "opened digitally"], 0),
        ([SENT, e.LetterOpened("garden", CASE, LETTER, late=True)], ["sent"], 1),
        ([SENT, e.MailboxMissing("garden", CASE, LETTER)], ["sent", "no mailbox"], 1),
        (
            [e.LetterPrintOrdered("garden", CASE, LETTER, "x", "k"), e.LetterPosted("garden", CASE, LETTER)],
            ["to print", "posted on paper"],
            0,
        ),
        ([SENT, e.LetterStopped("garden", CASE, LETTER, "kari", "utlevert")], ["sent", "stopped by hand"], 0),
        ([e.LetterFailed("garden", CASE, LETTER, "x")], ["failed"], 0),
        ([e.LetterReturned("garden", CASE, LETTER, "liv", "x")] * 2, ["returned by the leader"] * 2, 1),
    ],
)
def test_sim_09_letters_are_counted_by_fate(events: list[e.Event], fates: list[str], under_way: int) -> None:
    """What was drafted is under way until it is opened, posted, stopped or failed."""
    tally = counted([DRAFTED, *events])

    assert tally.letters == {"garden.svar": Counter(["drafted", *fates])}
    assert tally.under_way == under_way


def test_sim_09_tasks_and_work_are_counted_by_who_did_them() -> None:
    """Done by Kari though it was Ola's; a cancelled one is nobody's work; one is open."""
    second, third = "GAR-1/task-2", "GAR-1/task-3"
    more = [e.TaskCreated("garden", CASE, key, "vurder", "", "", "x", "", None, "", {}) for key in (second, third)]
    tally = counted([CREATED, *more, DONE, e.TaskCancelled("garden", CASE, second, "vurder", "unødig")])

    assert tally.tasks == {"garden.vurder": Counter(created=3, ja=1, cancelled=1)}
    assert (tally.work, tally.open_tasks) == (Counter(kari=1), 1)


def test_sim_09_deadlines_are_counted_by_target() -> None:
    """Two targets begin; one is missed, one is met."""
    met = e.DeadlineMet("garden", CASE, "d-1", "svar", "", "limit", NOON, "done")
    tally = counted([STARTED, MISSED, met])

    assert tally.deadlines == {
        "garden.svar.norm": Counter(started=1, missed=1),
        "garden.svar.limit": Counter(started=1, met=1),
    }


@pytest.mark.parametrize(
    ("before", "why"),
    [
        ([CREATED], "vurder for 3 days in the queue of saksbehandler"),
        ([CREATED, e.TaskTaken("garden", CASE, TASK, "kari", "")], "vurder for 3 days with kari"),
        ([CREATED, e.TaskReassigned("garden", CASE, TASK, "ola", "x", "", "")], "vurder for 3 days with ola"),
        ([CREATED, DONE], "nothing was left to do on it"),
    ],
)
def test_sim_09_a_miss_says_what_the_case_waited_for(before: list[e.Event], why: str) -> None:
    """The open tasks of that moment, since when and with whom."""
    tally = counted([*before, recorded(MISSED, days=3.5)])

    assert [(each.case, each.target, each.why) for each in tally.missed] == [(CASE, "norm", why)]


def test_sim_09_of_misses_so_many_are_kept_and_a_due_time_of_others_is_none() -> None:
    """Two hundred rows of a kind, the count goes on; a recipient who opens no letter is no miss of the office."""
    due = e.DeadlineMissed("garden", CASE, "d-1", "opened", LETTER, "due", NOON)
    opened = e.DeadlineMet("garden", CASE, "d-2", "opened", LETTER, "due", NOON, "opened")
    tally = counted([due, opened, *[MISSED] * 250])

    assert len(tally.missed) == MISSED_KEPT == 200
    assert tally.deadlines["garden.svar.norm"]["missed"] == 250
    assert {each.target for each in tally.missed} == {"norm"}


def test_sim_09_answers_are_timed_from_the_arrival_of_the_document() -> None:
    """Sent 2.26 days after it came in is 2.3 days; a letter that answers nothing is not timed."""
    other = e.LetterDrafted("garden", CASE, "x", "annet", "c:1", "kari", "Annet", "Hei", False)
    sent = e.LetterSent("garden", CASE, "x", "annet", "c:1", "mailbox/2", "0" * 64)
    tally = counted([RECEIVED, REGISTERED, DRAFTED, other, recorded(SENT, days=2.26), sent])

    assert tally.days == {"garden.svar": Counter({2.3: 1})}


def test_sim_09_plugin_failures_and_casework_are_counted() -> None:
    """A crash counts; events of the office itself are no casework."""
    crash = e.HandlingFailed("garden", CASE, "f-1", "garden", "respond", "garden:1", "KeyError: 'x'")
    tally = counted([crash, e.StaffGone("office", "", "kari"), e.CaseSeen("garden", CASE, "kari")])

    assert (tally.failures, tally.events, tally.casework) == (1, 3, 2)


def test_sim_06_what_cannot_be_is_counted_and_left_to_the_checks() -> None:
    """A task that ends twice, a letter sent without a draft, a document registered that never came: no crash."""
    tally = counted([CREATED, DONE, DONE, SENT, REGISTERED, e.LetterPosted("garden", CASE, "nowhere")])

    assert tally.tasks["garden.vurder"] == Counter(created=1, ja=2)
    assert (tally.open_tasks, tally.under_way) == (0, 0)


def test_sim_12_documents_of_cases_with_nothing_open_are_forgotten() -> None:
    """After six months the tally remembers the arrivals of what is open, not of all that came."""
    tally = Tally()
    for n in range(200):
        case, paper, task = f"GAR-{n}", f"d-{n}", f"GAR-{n}/task-1"
        for event, cause in (
            (e.DocumentReceived("garden", "", paper, "c", "c", "letter", "Søknad", NOON.date(), NOON.date()), ""),
            (e.DocumentRegistered("garden", case, paper, "Søknad", "kari", opened=True), ""),
            (e.TaskCreated("garden", case, task, "vurder", "", "", "x", "", None, "", {}), "garden:1"),
            (e.TaskCompleted("garden", case, task, "vurder", "", "ja", "", "kari", {}), ""),
        ):
            tally.see(recorded(event, cause=cause))

    assert len(tally._answers) <= 1


def test_sim_12_a_document_is_remembered_while_its_case_has_something_open() -> None:
    """A task that ends and the next that begins in its wake, a deadline, a letter under way: each keeps it."""
    times = AnswerTimes()
    times.received(PAPER, NOON)
    times.registered(PAPER, CASE)
    times.began(CASE, 2)
    times.settle()
    times.ended(CASE)
    times.settle()
    assert len(times) == 1

    times.ended(CASE)
    times.began(CASE)
    times.settle()
    assert len(times) == 1

    times.ended(CASE)
    times.settle()
    times.answered(PAPER, "garden.svar", NOON)
    assert (len(times), times.days) == (0, {})


@pytest.mark.parametrize(
    "before",
    [
        [STARTED, MISSED],
        [CREATED, DONE, recorded(evolve(CREATED, task="GAR-1/task-2"), cause="garden:9")],
        [evolve(DRAFTED, letter="GAR-1/letter-2"), CREATED, DONE],
    ],
    ids=["another target runs", "the next task came in the wake", "another letter is under way"],
)
def test_sim_09_an_answer_is_timed_while_something_is_open_on_its_case(before: list[e.Event | Recorded]) -> None:
    """What ended meanwhile does not make the document forgotten."""
    tally = counted([RECEIVED, REGISTERED, *before, DRAFTED, recorded(SENT, days=4)])

    assert tally.days == {"garden.svar": Counter({4.0: 1})}


def test_sim_12_what_is_remembered_does_not_grow_with_the_months(tmp_path: Path) -> None:
    """With enough staff, ten months remember hardly more documents than two."""
    remembered = {}
    for months in (2, 10):
        more = MUNICIPALITY.replace('roles = ["fagansatt"]', 'roles = ["fagansatt", "konsulent"]')
        outcome, _ = simulated(
            scenario_in(tmp_path, months=months, municipality=more, more="[service]\n'ppt_intake.review_case' = 20")
        )
        assert sum(row["received"] for row in outcome.tally.documents.values()) > 40 * months
        remembered[months] = len(outcome.tally._answers)

    assert remembered[10] < remembered[2] + 30


def test_sim_09_the_run_of_the_second_counter_ended(left: Path) -> None:
    """Its exit code is one that the counts explain: targets none, checks held or violated, never a crash."""
    told = json.loads((left / "summary.json").read_text(encoding="utf-8"))

    assert told["exit"] in {Exit.HELD, Exit.FAILED, Exit.NOT_REACHED}
    assert told["plugin_failures"] == 0
