"""What faults make of a world: how each strikes, restarts that change nothing, and nothing at all without them."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from pathlib import Path

import pytest
from attrs import evolve

from saksgang.events import (
    DispatchFailed,
    DocumentReceived,
    LetterAvailable,
    LetterFailed,
    LetterOpened,
    LetterPosted,
    LetterPrintOrdered,
    LetterSent,
    OfficeOpened,
    ServiceAnswered,
    StaffAbsent,
    StaffGone,
    TaskCompleted,
)
from saksgang.journal import LinesJournal, MemoryJournal, encode
from saksgang.legaltime import Almanac
from saksgang.office import rebuilt
from saksgang.worklists import task_list
from saksgang_sim.faults.clock_change import odd_hours
from saksgang_sim.faults.disturbance import Disturbance
from saksgang_sim.faults.swarm import disturbed
from saksgang_sim.putting import plan_of
from saksgang_sim.reading import read_scenario
from saksgang_sim.run import prepare
from tests.sim.faults.disturbed_runs import broken, ran

ALMANAC = Almanac("NO")


def lines(journal: MemoryJournal) -> list[bytes]:
    return [encode(recorded) for recorded in journal]


def test_sim_05_without_faults_nothing_of_them_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """No fault is put together, and the journal is that of a scenario which never heard of faults."""
    monkeypatch.setattr(Disturbance, "begin", lambda *_: pytest.fail("a fault was put together"))

    none, journal = ran("small", "none")

    assert none.struck == {}
    plain = MemoryJournal()
    prepare(plan_of(evolve(read_scenario("small"), seed=1, days=35), plain)).go()
    assert lines(journal) == lines(plain)


def test_sim_02_a_fault_that_never_strikes_changes_nothing() -> None:
    """On, with a chance of nearly nothing: everybody's luck is as in a world without it."""
    _, plain = ran("small", "none")
    outcome, journal = ran("small", "mailbox_refuses=1e-12,inbound_twice=1e-12,staff_quits=1e-12,killed=1e-12")

    assert set(outcome.struck.values()) == {0}
    assert lines(journal) == lines(plain)


def test_sim_02_one_fault_more_leaves_the_others_where_they_strike() -> None:
    """The letters that the mailbox refuses at first are the same ones with illness in the house and without."""

    def refused(faults: str) -> set[str]:
        _, journal = ran("small", faults)
        failed = [r.event for r in journal if isinstance(r.event, DispatchFailed)]
        return {event.key for event in failed}

    alone, more = refused("mailbox_refuses"), refused("mailbox_refuses,print_late,receipts_twice")

    assert alone == more
    assert alone


def test_sim_01_the_same_swarm_gives_the_same_journal() -> None:
    """Faults included, to the byte."""
    assert lines(ran("small", "swarm", seed=4)[1]) == lines(ran("small", "swarm", seed=4)[1])


def test_cor_21_a_letter_that_the_mailbox_took_and_denied_is_delivered_once() -> None:
    """The mailbox is handed it again under the same key, and nobody gets it twice."""
    _, journal = ran("small", "mailbox_unsure=0.8")
    available = Counter(r.event.letter for r in journal if isinstance(r.event, LetterAvailable))

    assert any(isinstance(r.event, DispatchFailed) for r in journal)
    assert set(available.values()) == {1}


def test_cor_21_what_the_mailbox_refused_goes_again_within_the_hour_until_it_is_taken() -> None:
    """Each failure is kept, and in the end no letter waits for the mailbox."""
    outcome, journal = ran("small", "mailbox_refuses=0.7")
    sent = {r.event.letter: r.at for r in journal if isinstance(r.event, LetterSent)}
    failed = [(r.at, r.event.key) for r in journal if isinstance(r.event, DispatchFailed)]
    gaps = [(b[0] - a[0]).total_seconds() for a, b in itertools.pairwise(failed) if a[1] == b[1]]

    assert outcome.struck["mailbox_refuses"] == len(failed) > len(sent) / 2
    assert gaps
    assert max(gaps) <= 3600


def test_cor_21_an_office_that_does_not_hand_over_again_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters that the mailbox refused lie there for good, and the law that they reach it is broken."""
    monkeypatch.setattr(Disturbance, "_try_again", lambda _: None)
    outcome, _ = ran("small", "mailbox_refuses=0.7")

    assert "core-letters-are-not-left-lying" in dict(broken(outcome.verdicts))


def test_cor_01_an_office_that_takes_a_message_twice_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a mark says nothing to the office, the law of documents is broken."""
    monkeypatch.setattr("saksgang.casework.documents.marked", lambda *_: "nobody")
    outcome, _ = ran("small", "inbound_twice=0.5")

    assert "core-documents-are-registered-once" in dict(broken(outcome.verdicts))


def test_sim_05_more_to_a_closed_case_is_a_message_of_its_own() -> None:
    """Also where the one before it bore a mark, and came twice."""
    outcome, journal = ran("home_care_messages", "inbound_after_closing=0.5,inbound_twice=0.5", days=18)
    more = [r.event for r in journal if isinstance(r.event, DocumentReceived) and "case" in r.event.facts]

    assert broken(outcome.verdicts) == []
    assert len(more) == outcome.struck["inbound_after_closing"] > 0


def test_cor_04_a_letter_is_printed_once_whatever_the_print_service_says() -> None:
    """Orders lost, envelopes and receipts twice, late and out of order: one order, one post."""
    _, journal = ran("small", "print_lost=0.4,print_twice=0.8,receipts_twice=0.8,receipts_late=0.5,receipts_lost=0.3")
    ordered = Counter(r.event.letter for r in journal if isinstance(r.event, LetterPrintOrdered))
    posted = Counter(r.event.letter for r in journal if isinstance(r.event, LetterPosted))

    assert set(ordered.values()) == set(posted.values()) == {1}
    assert set(posted) <= set(ordered)


def test_sim_05_letters_are_opened_in_the_minute_of_the_print() -> None:
    """Some in the last seconds before it, which are in time, and some after it, which are late."""
    _, journal = ran("small", "opened_at_the_print=1", days=60)
    ordered = {r.event.letter: r.at for r in journal if isinstance(r.event, LetterPrintOrdered)}
    opened = [(r.at, r.event) for r in journal if isinstance(r.event, LetterOpened)]
    late = [(at - ordered[e.letter]).total_seconds() for at, e in opened if e.late and e.letter in ordered]

    assert late
    assert all(0 <= seconds < 60 for seconds in late)
    assert any(not event.late for _, event in opened)


def test_sim_05_messages_come_in_the_hour_that_the_clocks_skip_or_double() -> None:
    """Within the hour before or after the change, in spring as in autumn."""
    for day in (dt.date(2026, 3, 29), dt.date(2026, 10, 25)):
        first, last = odd_hours(day)
        begins = evolve(read_scenario("small"), seed=2, days=40, start=day - dt.timedelta(days=6))
        plan = disturbed(begins, "summer_time=1")
        journal = MemoryJournal()
        outcome = prepare(plan_of(plan, journal)).go()
        came = [r for r in journal if isinstance(r.event, DocumentReceived | LetterOpened) and first <= r.at < last]

        assert came, day
        assert broken(outcome.verdicts) == []


def test_sim_05_who_falls_ill_at_work_does_nothing_more_that_day() -> None:
    """And is away until it is over."""
    _, journal = ran("small", "staff_sick_at_work=0.2")
    ill: dict[str, object] = {}
    for recorded in journal:
        if isinstance(recorded.event, StaffAbsent) and recorded.event.absence.first == ALMANAC.today(recorded.at):
            ill[recorded.event.staff] = recorded.event.absence.last
        elif isinstance(recorded.event, TaskCompleted) and recorded.event.by in ill:
            assert ALMANAC.today(recorded.at) > ill[recorded.event.by]  # type: ignore[operator]

    assert ill


def test_cor_07_who_leaves_does_nothing_more_and_somebody_with_the_same_roles_stays() -> None:
    """However many leave, each role keeps one person."""
    _, journal = ran("small", "staff_quits=0.5")
    opening = next(r.event for r in journal if isinstance(r.event, OfficeOpened))
    gone = {r.event.staff: r.at for r in journal if isinstance(r.event, StaffGone)}
    acts = [r for r in journal if r.actor.startswith("staff:") and gone.get(r.actor[6:], r.at) < r.at]
    roles = {role for person in opening.staff for role in person.roles}
    left = {role for person in opening.staff if person.id not in gone for role in person.roles}

    assert len(gone) > 3
    assert acts == []
    assert left == roles


def test_cor_07_the_work_of_those_who_left_is_on_somebodys_list() -> None:
    """Whoever leaves, and however empty a section: each open and waiting task is seen by somebody who is left."""
    journal = MemoryJournal()
    run = prepare(plan_of(disturbed(evolve(read_scenario("small"), days=35), "staff_quits=0.3"), journal))
    run.go()
    view = run.office.view
    seen = {row.id for person in view.staff() if not person.gone for row in task_list(view, person.id)}

    assert sum(person.gone for person in view.staff()) > 5
    assert {task.id for task in view.unfinished_tasks()} <= seen


def test_cor_21_an_office_that_was_killed_goes_on_from_its_journal(tmp_path: Path) -> None:
    """On disk as in memory, to the byte, with an opening for each restart."""
    outcome, journal = ran("small", "killed=0.5,killed_sending=0.1")
    openings = [r for r in journal if isinstance(r.event, OfficeOpened)]
    on_disk = LinesJournal(tmp_path / "journal.jsonl")
    plan = plan_of(outcome.scenario, on_disk)
    again = prepare(plan).go()
    on_disk.close()

    assert 1 + outcome.struck["killed"] <= len(openings)
    assert outcome.struck["killed_sending"] > 0
    assert broken(outcome.verdicts) == []
    assert again.digest == outcome.digest


def test_cor_21_a_restart_that_would_change_what_the_office_knows_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The state that the journal tells is held against the one before: where they differ the run ends."""

    def forgetful(journal: MemoryJournal) -> object:
        return rebuilt(list(journal)[:-1])  # type: ignore[arg-type]

    monkeypatch.setattr("saksgang_sim.faults.restarting.rebuilt", forgetful)

    with pytest.raises(AssertionError, match="the journal tells another state"):
        ran("small", "killed=1")


def test_sim_05_a_letter_that_nobody_could_deliver_has_failed() -> None:
    """Once, with the reason, and never is it sent again."""
    outcome, journal = ran("small", "undeliverable=0.5")
    failed = Counter(r.event.letter for r in journal if isinstance(r.event, LetterFailed))

    assert set(failed.values()) == {1}
    assert len(failed) == outcome.struck["undeliverable"]


def test_sim_05_in_the_quiet_days_everything_works() -> None:
    """From the day on which faults are over no service fails, and every question is answered within minutes."""
    outcome, journal = ran("benefits", "services_refuse=0.9,finance_down=1,swizzle=1,receipts_late=1", days=40)
    quiet = ALMANAC.instant(outcome.scenario.end - dt.timedelta(days=10), dt.time())
    failed = [r.at for r in journal if isinstance(r.event, DispatchFailed)]
    answered = [r for r in journal if isinstance(r.event, ServiceAnswered) and r.at > quiet]

    assert failed
    assert max(failed) < quiet
    assert answered
