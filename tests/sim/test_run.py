"""A run as a whole: repeatable, judged, and the same luck for everybody whatever else changes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from attrs import evolve

from saksgang.events import DocumentReceived, LetterPrintOrdered, TaskCompleted, TaskTaken
from saksgang.exits import Exit
from saksgang.journal import Journal, MemoryJournal, encode
from saksgang_sim.putting import plan_of
from saksgang_sim.run import months_later, prepare
from saksgang_sim.verdict import exit_of, verdict_line
from tests.sim.worlds import MUNICIPALITY, scenario_in, simulated


def lines(journal: Journal) -> list[bytes]:
    return [encode(recorded) for recorded in journal]


def arrivals(journal: Journal) -> list[tuple[dt.datetime, object]]:
    return [(r.at, r.event) for r in journal if isinstance(r.event, DocumentReceived)]


def test_sim_01_the_same_seed_gives_the_same_journal(tmp_path: Path) -> None:
    """Two runs of a seed write the same bytes; another seed writes others."""
    scenario = scenario_in(tmp_path)
    one, other = simulated(scenario), simulated(scenario)
    different = simulated(evolve(scenario, seed=2))

    assert lines(one[1]) == lines(other[1])
    assert one[0].digest == other[0].digest != different[0].digest


def test_sim_02_another_caseworker_changes_nobodys_luck(tmp_path: Path) -> None:
    """With one more specialist the same documents come in at the same instants."""
    more = MUNICIPALITY.replace(
        "[routines", '[[staff]]\nid = "knut"\nname = "Knut Berg"\nroles = ["fagansatt"]\n\n[routines'
    )
    alone = simulated(scenario_in(tmp_path))
    helped = simulated(scenario_in(tmp_path, municipality=more))

    assert [at for at, _ in arrivals(alone[1])] == [at for at, _ in arrivals(helped[1])]
    assert len(arrivals(alone[1])) > 20


def test_sim_02_another_rate_of_inquiries_leaves_the_referrals_alone(tmp_path: Path) -> None:
    """Twice as many inquiries are more inquiries; each referral comes as it came before."""
    scenario = scenario_in(tmp_path)
    busier = evolve(scenario, demand={**scenario.demand, "ppt_intake.inquiry": 8.0})

    def referrals(journal: Journal) -> list[tuple[dt.datetime, str]]:
        return [
            (at, event.party)
            for at, event in arrivals(journal)
            if isinstance(event, DocumentReceived) and event.category == "Henvisning"
        ]

    before, after = simulated(scenario)[1], simulated(busier)[1]
    assert referrals(before) == referrals(after)
    assert len(arrivals(after)) > len(arrivals(before))


def test_sim_04_nobody_works_at_night_or_on_holidays(tmp_path: Path) -> None:
    """What people take and complete is done on working days, between eight and half past three or little later."""
    _, journal = simulated(scenario_in(tmp_path, months=2))
    zone = dt.timezone(dt.timedelta(hours=2))
    acts = [
        r.at.astimezone(zone)
        for r in journal
        if isinstance(r.event, TaskTaken | TaskCompleted) and r.actor.startswith("staff:")
    ]

    assert acts
    assert {at.weekday() for at in acts} <= {0, 1, 2, 3, 4}
    assert not {dt.date(2026, 5, 1), dt.date(2026, 5, 14), dt.date(2026, 5, 25)} & {at.date() for at in acts}
    assert min(at.time() for at in acts) >= dt.time(8)
    assert max(at.time() for at in acts) <= dt.time(20)


def test_sim_04_nobody_does_two_things_at_once(tmp_path: Path) -> None:
    """Between taking a task and completing it, nobody takes another one."""
    _, journal = simulated(scenario_in(tmp_path))
    at_hand: dict[str, str] = {}
    for recorded in journal:
        event = recorded.event
        if isinstance(event, TaskTaken):
            assert event.by not in at_hand, f"{event.by} takes {event.task} with {at_hand[event.by]} in hand"
            at_hand[event.by] = event.task
        elif recorded.actor.startswith("staff:"):
            at_hand.pop(recorded.actor.removeprefix("staff:"), None)


def test_sim_06_the_checks_are_put_to_the_test_and_hold(tmp_path: Path) -> None:
    """Two months put every safety check to the test, and all hold."""
    outcome, _ = simulated(scenario_in(tmp_path, months=2))

    assert [v.id for v in outcome.verdicts if v.status == "violated"] == []
    assert len(outcome.verdicts) > 20
    assert sum(v.judged for v in outcome.verdicts) > 1000


def test_sim_03_some_letters_are_never_opened(tmp_path: Path) -> None:
    """Citizens who never open are met: their letters go to print."""
    scenario = scenario_in(tmp_path)
    never = evolve(scenario, population=evolve(scenario.population, never_opens=1.0, without_mailbox=0.0))
    _, journal = simulated(never)

    reasons = {r.event.reason for r in journal if isinstance(r.event, LetterPrintOrdered)}
    assert len(reasons) == 1


def test_sim_11_an_interrupted_run_says_so(tmp_path: Path) -> None:
    """Ctrl-C ends with what there is so far, told as a partial report."""

    def interrupt(day: dt.date, _: int) -> None:
        if day == dt.date(2026, 4, 20):
            raise KeyboardInterrupt

    run = prepare(plan_of(scenario_in(tmp_path), MemoryJournal()))
    outcome = run.go(interrupt)

    assert not outcome.complete
    assert outcome.until == dt.date(2026, 4, 20)
    assert exit_of(outcome) is Exit.INTERRUPTED
    assert "partial" in verdict_line(outcome)


def test_months_end_on_the_same_day_or_the_last() -> None:
    """Six months from 31 August end on the last of February."""
    assert months_later(dt.date(2026, 8, 31), 6) == dt.date(2027, 2, 28)
    assert months_later(dt.date(2026, 1, 5), 12) == dt.date(2027, 1, 5)
