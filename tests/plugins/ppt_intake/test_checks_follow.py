"""The check that open work goes where the case goes."""

from __future__ import annotations

import pytest

from saksgang.events import Event, TaskReassigned, TaskTaken
from saksgang_ppt_intake.checks_follow import OpenWorkFollowsTheCase
from tests.plugins.ppt_intake.checks_pages import CASE, R, assigned, done, pages, task

CHECK = OpenWorkFollowsTheCase
ON = TaskReassigned(R, CASE, f"{CASE}/task-1", "frida", "fagansatt", "", "the case went to frida")


@pytest.mark.parametrize("kind", ["review_case", "preliminary_reply", "undelivered_letter"])
def test_ppt_06_open_work_that_stays_behind_is_found(kind: str) -> None:
    """Handed on or done at that instant it holds; a minute later it does not."""
    before = pages().add(task(kind, "fred"))

    assert "stayed behind" in before.add(assigned("frida", "fred")).wrong(CHECK)
    assert pages().add(task(kind, "fred")).add(assigned("frida", "fred"), ON).held(CHECK)
    assert pages().add(task(kind, "fred")).add(assigned("frida", "fred"), done(kind, "sent", "fred")).held(CHECK)
    late = pages().add(task(kind, "fred")).add(assigned("frida", "fred")).at("03-02 12:00").add(ON)
    assert "stayed behind" in late.wrong(CHECK)


@pytest.mark.parametrize(
    ("work", "turn"),
    [
        (task("undelivered_confirmation", "kari"), assigned("frida", "fred")),
        (task("review_case", "frida"), assigned("frida", "fred")),
        (task("review_case", "fred"), done("review_case", "no answer needed", "fred")),
    ],
)
def test_ppt_06_what_is_the_new_caseworkers_or_none_of_theirs_may_stay(work: Event, turn: Event) -> None:
    """A consultant's task, the new caseworker's own, and what is done."""
    journal = pages().add(work).add(turn).add(assigned("frida", "fred"))

    assert journal.verdict(CHECK).status in ("held", "not put to the test")


def test_ppt_06_taken_work_is_its_takers() -> None:
    """Frida took it before the case was hers."""
    taken = TaskTaken(R, CASE, f"{CASE}/task-1", "frida", "")

    journal = pages().add(task("review_case")).add(taken).add(assigned("frida", "fred"))
    assert journal.verdict(CHECK).status == "not put to the test"
