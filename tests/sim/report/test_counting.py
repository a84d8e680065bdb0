"""The figures of a run agree with its summary and with an independent count of the journal's lines (SIM-09)."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

from saksgang import events as e
from saksgang.errors import InputRefused, JournalDamaged
from saksgang.journal import Encoded, encode
from saksgang.records import Target
from saksgang_sim.promises import Waits
from saksgang_sim.report.counting import Counted, counted
from saksgang_sim.report.grid import BEHIND, EVERY, Grid
from tests.sim.report.journals import At, counted_of, journal_of, ledger, missed, task

OSLO = ZoneInfo("Europe/Oslo")
# What the summary calls the ends of letters, beside what the report does.
ENDS = {"opened digitally": "opened", "posted on paper": "posted", "stopped by hand": "stopped", "failed": "failed"}


@pytest.fixture(scope="module")
def figures(run: Path) -> Counted:
    """The figures of the run."""
    return counted(Encoded(run), Waits(recipient=frozenset({"ppt_intake.opened"})), {})


@pytest.fixture(scope="module")
def summary(run: Path) -> dict[str, Any]:
    """Its summary."""
    data: dict[str, Any] = json.loads((run / "summary.json").read_text("utf-8"))
    return data


@pytest.fixture(scope="module")
def lines(run: Path) -> list[dict[str, Any]]:
    """Its journal, line by line."""
    return [json.loads(line) for line in (run / "journal.jsonl").read_text("utf-8").splitlines()]


def plain(grid: Grid) -> dict[str, dict[str, int]]:
    """Numbers alone."""
    return {row: {column: bucket.count for column, bucket in columns.items()} for row, columns in grid.rows.items()}


def test_sim_09_deadlines_are_those_of_the_summary(figures: Counted, summary: dict[str, Any]) -> None:
    """By routine, kind and target: started, met, missed and cancelled."""
    found = {
        f"{kind.name}.{kind.target}": {how: bucket.count for how, bucket in kind.states.items()}
        for kind in figures.deadlines.kinds.values()
    }

    assert found == summary["deadlines"]
    assert figures.events == summary["events"]


def test_sim_09_missed_promises_are_those_of_the_summary(figures: Counted, summary: dict[str, Any]) -> None:
    """The same cases, deadlines and due times; there are some, so the comparison is worth something."""
    told = {(one.case, one.deadline, one.target, one.due.isoformat()) for one in figures.deadlines.missed()}

    assert told == {(row["case"], row["deadline"], row["target"], row["due"]) for row in summary["missed"]}
    assert len(told) > 5


def test_sim_09_before_each_missed_deadline_every_moment_is_accounted_for(
    figures: Counted, lines: list[dict[str, Any]]
) -> None:
    """Start to due time is the sum of the places, but for pauses, of which this run has none."""
    start = {line["data"]["deadline"]: line["data"]["start"] for line in lines if line["type"] == "DeadlineStarted"}
    for one in figures.deadlines.missed():
        lasted = one.due + dt.timedelta(minutes=1) - dt.datetime.fromisoformat(start[one.deadline])
        told = dt.timedelta(seconds=sum(seconds for _, seconds in one.spent))
        assert abs(lasted - told) <= dt.timedelta(minutes=1), one


def test_sim_09_months_are_those_in_which_deadlines_were_due(figures: Counted, lines: list[dict[str, Any]]) -> None:
    """Counted again from the lines, in local time; norms and limits alone."""
    again = Counter(
        (f"{dt.datetime.fromisoformat(line['data']['due']).astimezone(OSLO):%Y-%m}", line["type"])
        for line in lines
        if line["type"] in {"DeadlineMet", "DeadlineMissed"} and line["data"]["target"] != "due"
    )
    grid = Grid.merged(kind.months for kind in figures.deadlines.promises)
    names = {"met": "DeadlineMet", "missed": "DeadlineMissed"}
    told = {(month, names[how]): number for month, row in plain(grid).items() for how, number in row.items()}

    assert told == again


def test_sim_09_letters_end_as_the_summary_says(figures: Counted, summary: dict[str, Any]) -> None:
    """By template: opened, posted, stopped, failed; those under way are as many as it says."""
    for name, row in summary["letters"].items():
        ended = {ENDS[fate]: number for fate, number in row.items() if fate in ENDS}
        told = plain(figures.letters.templates)[name]
        assert {end: number for end, number in told.items() if end != "under way"} == ended
        assert sum(told.values()) == row["drafted"]
    assert (
        sum(row.get("under way", 0) for row in plain(figures.letters.templates).values())
        == summary["letters_under_way"]
    )


def test_sim_09_what_flows_into_a_step_flows_out_of_it(figures: Counted, summary: dict[str, Any]) -> None:
    """Each step of the flow carries every letter, and no node loses one."""
    drafted = sum(row["drafted"] for row in summary["letters"].values())
    flow = figures.letters.flow
    for step in (0, 1, 2):
        assert sum(bucket.count for (at, _, _), bucket in flow.items() if at == step) == drafted
    for step in (0, 1):
        into, out = Counter[str](), Counter[str]()
        for (at, source, target), bucket in flow.items():
            into[target] += bucket.count if at == step else 0
            out[source] += bucket.count if at == step + 1 else 0
        assert +into == +out


def test_sim_09_tasks_and_work_are_those_of_the_summary(figures: Counted, summary: dict[str, Any]) -> None:
    """By kind what came up, is done, cancelled and open; by person what was done."""
    for name, row in summary["tasks"].items():
        told = plain(figures.queues.kinds)[name]
        done = sum(number for end, number in row.items() if end not in {"created", "cancelled"})
        assert (told["created"], told.get("done", 0), told.get("cancelled", 0)) == (
            row["created"],
            done,
            row.get("cancelled", 0),
        )
    assert sum(row.get("open", 0) for row in plain(figures.queues.roles).values()) == summary["tasks_open"]
    assert dict(figures.queues.people) == summary["work"]


def test_sim_09_queues_are_counted_as_the_local_week_ends(figures: Counted, lines: list[dict[str, Any]]) -> None:
    """Every week counted again from the lines: what had come up before its end and not ended."""
    assert len(figures.queues.weeks) > 10
    for week in figures.queues.weeks:
        end = dt.datetime.combine(week.end + dt.timedelta(days=1), dt.time(), OSLO)
        tasks: dict[str, str] = {}
        for line in lines:
            if dt.datetime.fromisoformat(line["at"]) >= end:
                break
            if line["type"] == "TaskCreated":
                tasks[line["data"]["task"]] = f"ppt_intake.{line['data']['role']}"
            elif line["type"] in {"TaskCompleted", "TaskCancelled"}:
                del tasks[line["data"]["task"]]
        assert +week.open == Counter(tasks.values())
        assert week.end.weekday() == 6


def test_sim_09_cases_stand_where_their_last_change_left_them(figures: Counted, lines: list[dict[str, Any]]) -> None:
    """Counted again from the lines."""
    status = {}
    for line in lines:
        if line["type"] in {"CaseOpened", "StatusChanged"}:
            status[line["data"]["case"]] = line["data"].get("new") or line["data"]["status"]

    assert plain(figures.outcomes.types) == {"ppt_intake.PPT-sak": dict(Counter(status.values()))}


def test_sim_09_a_due_time_that_the_office_can_meet_is_a_promise_and_an_alarm_clock_is_none() -> None:
    """A plain due time counts as the office's when its kind waits for the office, were it never met."""

    def plain_due(number: int, kind: str) -> e.DeadlineStarted:
        due = ledger().targets[0].due
        return evolve(ledger(), deadline=f"d-{number}", kind=kind, targets=(Target("due", "20 days", due),))

    due = ledger().targets[0].due
    happened = (
        *((0.0, plain_due(n, kind)) for n, kind in enumerate(("svar", "svar", "vekking", "innsending", "innsending"))),
        (1.0, e.DeadlineMet("garden", "", "d-3", "innsending", "", "due", due, "")),
        *(
            (20.0, e.DeadlineMissed("garden", "", f"d-{n}", kind, "", "due", due))
            for n, kind in ((0, "svar"), (1, "svar"), (2, "vekking"), (4, "innsending"))
        ),
    )
    deadlines = counted_of(*happened, office=["garden.svar"], recipients=["garden.innsending"]).deadlines

    assert [kind.name for kind in deadlines.promises] == ["garden.svar"]
    assert [kind.name for kind in deadlines.reminders] == ["garden.innsending", "garden.vekking"]
    assert (deadlines.count("met"), deadlines.count("missed")) == (0, 2)


def test_sim_09_what_rests_on_unconfirmed_values_is_told() -> None:
    """A row of facts whose status is not official marks its case; an official one does not."""

    def amended(status: str, case: str) -> tuple[float, e.Event]:
        return 0.0, e.CaseAmended("garden", case, {"lines": [{"amount": "1.00", "status": status}]})

    counted = counted_of(amended("projected", "A-1"), amended("official", "A-2"), amended("derived", "A-3"))

    assert {word: list(cases) for word, cases in counted.outcomes.unsure.items()} == {
        "projected": ["A-1"],
        "derived": ["A-3"],
    }


def test_cor_22_a_journal_of_something_else_is_refused() -> None:
    """Without the opening of an office nothing can be counted."""
    with pytest.raises(InputRefused, match="does not begin with the opening of an office"):
        counted([], Waits(), {})


@pytest.mark.parametrize(
    "line",
    [
        b"{}",
        b"\xff",
        b'{"at":"now","type":"TaskCreated","data":{}}',
        b'{"at":"2026-04-01T10:00:00","type":"TaskCreated","data":{}}',
    ],
)
def test_cor_21_a_line_that_cannot_be_read_is_told_by_its_number(line: bytes) -> None:
    """The first is the opening, so the damaged one is the second."""
    with pytest.raises(JournalDamaged, match=r"Line 2 of the journal cannot be read"):
        counted([*map(encode, journal_of()), line], Waits(), {})


def test_sim_09_a_case_is_named_once_behind_a_number() -> None:
    """Two tasks of one case are two tasks with one case behind them."""
    bucket = counted_of((0.0, task()), (0.0, task(number=2)), missed()).queues.roles.at(
        "garden.saksbehandler", "created"
    )

    assert (bucket.count, len(bucket.cases)) == (2, 1)


def test_sim_09_every_case_behind_what_was_missed_is_kept_up_to_a_limit() -> None:
    """Of what was met eight will do; a bucket knows whether it has all, also when it is full to the brim."""
    cases = [f"GAR-2026-{n:05}" for n in range(EVERY + 1)]
    due = ledger().targets[0].due
    started = [(0.0, evolve(ledger(), case=case, deadline=case)) for case in cases]
    ended: list[At] = [(20.0, e.DeadlineMissed("garden", case, case, "svar", "", "norm", due)) for case in cases[1:]]
    ended.append((20.0, e.DeadlineMet("garden", cases[0], cases[0], "svar", "", "norm", due, "")))
    (kind,) = [one for one in counted_of(*started, *ended).deadlines.promises if one.target == "norm"]
    missed_ones = kind.states["missed"]

    assert (missed_ones.cases, missed_ones.whole) == (cases[1:], True)
    assert len(kind.states["started"].cases) == BEHIND
    assert not kind.states["started"].whole
    assert kind.states["met"].whole
    missed_ones.add("GAR-2027-00001")
    assert (missed_ones.count, len(missed_ones.cases), missed_ones.whole) == (EVERY + 1, EVERY, False)
    assert (missed_ones.first(BEHIND).cases, missed_ones.first(BEHIND).whole) == (cases[1 : BEHIND + 1], False)
