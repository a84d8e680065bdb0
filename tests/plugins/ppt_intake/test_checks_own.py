"""The check that nobody is asked to approve a letter of their own."""

from __future__ import annotations

import pytest

from saksgang.events import Event, TaskReassigned, TaskTaken
from saksgang_ppt_intake.checks_own import ApprovalsGoToOthers
from tests.core.checks.pages import Pages
from tests.plugins.ppt_intake.checks_pages import CASE, LETTER, R, completed, done, drafted, pages, task

CHECK = ApprovalsGoToOthers


def asked(owner: str) -> Pages:
    """Fred's letter, which Frida completed, lies with somebody."""
    before = pages().add(drafted("svarbrev", "fred"), completed("svarbrev", "frida"))
    return before.follow(task("approve_letter", owner, "leder", about=LETTER))


def given(owner: str) -> TaskReassigned:
    return TaskReassigned(R, CASE, f"{CASE}/task-1", owner, "leder", "", "stedfortreder")


@pytest.mark.parametrize("turn", [given("fred"), given("frida"), TaskTaken(R, CASE, f"{CASE}/task-1", "fred", "lena")])
def test_ppt_09_an_approval_that_stays_with_its_author_is_found(turn: Event) -> None:
    """Handed on at that instant it holds, also when it is done with; a minute later it does not."""
    assert "wrote or completed it" in asked("lena").at("03-02 12:00").add(turn).wrong(CHECK)
    assert asked("lena").at("03-02 12:00").add(turn).follow(given("lena")).held(CHECK)
    assert asked("lena").at("03-02 12:00").add(turn, done("approve_letter", "approved", "lena")).held(CHECK)
    late = asked("lena").at("03-02 12:00").add(turn).at("03-02 12:01").add(given("lena"))
    assert "wrote or completed it" in late.wrong(CHECK)


def test_ppt_09_asking_the_author_at_once_is_found() -> None:
    """Not another leader, nor the queue."""
    assert "wrote or completed it" in asked("fred").wrong(CHECK)
    assert asked("lena").held(CHECK)
    assert asked("").add(given("lena")).held(CHECK)
