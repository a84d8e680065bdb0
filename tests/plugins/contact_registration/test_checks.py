"""The whole of this routine's checks, and what a run has to have seen."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import saksgang_contact_registration
from saksgang.checks import Check
from saksgang.checks.laws import CORE_LAWS
from saksgang.events import CaseAmended, CaseOpened, Event
from saksgang_contact_registration import checks_reach as reach
from saksgang_contact_registration.checks import CHECKS
from tests.plugins.contact_registration.checks_pages import R, done, listed, pages, registered

BATCH: dict[str, Any] = {"batch": "Nye satser", "count": 40}
OWN = "saksgang_contact_registration"


def test_sim_06_every_requirement_of_the_routine_has_a_check() -> None:
    """REG-01 to REG-14 each stand first in at least one check that can be violated; ids are unique."""
    first = {check.requirements[0] for check in CHECKS if check.kind != "reach"}
    ids = [check.id for check in (*CORE_LAWS, *CHECKS)]

    assert first == {f"REG-{number:02}" for number in range(1, 15)}
    assert len(set(ids)) == len(ids)
    assert all(check.id.startswith("reg-") and check.sentence.endswith(".") for check in CHECKS)
    assert all((check.kind == "reach") == check.id.startswith("reg-reach-") for check in CHECKS)


def test_sim_06_checks_share_no_code_with_what_they_judge() -> None:
    """They import the journal's vocabulary and each other, nothing else of ours."""
    folder = Path(str(saksgang_contact_registration.__file__)).parent
    allowed = ("saksgang.checks", "saksgang.events", "saksgang.journal", "saksgang.records", f"{OWN}.checks")
    for path in folder.glob("checks*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("saksgang"):
                own = node.module == OWN and all(name.name.startswith("checks_") for name in node.names)
                assert own or str(node.module).startswith(allowed), (path.name, node.module)


def test_sim_06_an_empty_journal_breaks_nothing_and_reaches_nothing() -> None:
    """Without an occasion a check is not put to the test, and says so."""
    verdicts = [pages().verdict(check) for check in CHECKS]

    assert {v.status for v in verdicts if v.kind == "reach"} == {"not reached"}
    assert {v.status for v in verdicts if v.kind != "reach"} == {"not put to the test"}


EVERYTHING: tuple[Event, ...] = (
    registered("out", "digital post", form=True, overruled={"REG-03": ""}, activity="ydelse"),
    registered("in", "e-mail", "boligstøtte", form=True, type="fejlhenvendelse", day="2026-01-01"),
    registered("out", "letter", **BATCH),
    CaseOpened(R, "MASSE-2026-00001", "masseforsendelse", "department:x", "", "samles", {"count": 9}),
    CaseAmended(R, "MASSE-2026-00001", {"count": 1}),
    listed(),
    done("not registered"),
)


@pytest.mark.parametrize("check", CHECKS)
def test_plg_04_another_routines_journal_outside_the_week_concerns_no_check(check: type[Check]) -> None:
    """The same events in another routine's stream put nothing to the test, whatever is wrong with them."""
    other = [evolve(event, routine="benefits") for event in EVERYTHING]
    journal = pages().at("11-06 09:00").add(*other).at("12-01 09:00").add(*other)

    assert journal.verdict(check).status in ("not put to the test", "not reached")


@pytest.mark.parametrize(
    ("check", "seen", "not_seen"),
    [
        (reach.ReachOverruled, registered(overruled={"REG-03": "skøn"}), registered()),
        (reach.ReachAdviceOnUdbetalingDanmark, registered(area="boligstøtte"), registered()),
        (
            reach.ReachMisdirectedToUdbetalingDanmark,
            registered(area="boligstøtte", type="fejlhenvendelse"),
            registered(area="boligstøtte"),
        ),
        (reach.ReachBatchByHand, registered("out", "letter", **BATCH), registered("out", "letter")),
        (reach.ReachLeftOut, done("not registered", rule="REG-01"), done("not registered", rule="REG-02")),
        (reach.ReachOfferedAndRegistered, done(), done(by="rule:REG-14")),
    ],
)
def test_sim_06_a_run_says_what_it_has_reached(check: type[Check], seen: Event, not_seen: Event) -> None:
    """Each goal is reached by what it asks for, and not by what only looks like it."""
    assert pages().add(seen, actor="staff:jens").verdict(check).status == "held"
    assert pages().add(not_seen, actor="staff:jens").verdict(check).status == "not reached"


def test_sim_06_what_rules_reach() -> None:
    """A single contact and a batch of another routine."""
    single: Any = registered()
    batch: Any = registered("out", "letter", **BATCH)

    assert pages().add(single, actor="rule:REG-14").held(reach.ReachRegisteredByItself)
    assert pages().add(batch, actor="rule:REG-10").held(reach.ReachBatchByItself)
    assert pages().add(batch, actor="rule:REG-10").verdict(reach.ReachRegisteredByItself).status == "not reached"
    assert pages().add(batch).verdict(reach.ReachBatchByItself).status == "not reached"


def test_sim_06_two_matters_are_reached_by_two_tasks() -> None:
    """The same contact about another task; two cases of one task do not reach it."""
    two = pages().add(registered(), registered(area="flytning"))
    cases = pages().add(registered(reference="1"), registered(reference="2"))

    assert two.held(reach.ReachTwoMatters)
    assert cases.verdict(reach.ReachTwoMatters).status == "not reached"
