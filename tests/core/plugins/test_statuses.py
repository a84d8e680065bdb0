"""Statuses have neither islands nor dead ends (PLG-02, PLG-07)."""

from __future__ import annotations

import pytest

from saksgang.declarations import CaseType, Status
from saksgang.plugins.statuses import status_faults

KEY = "case_types.x.statuses"


def faults(graph: dict[str, str]) -> list[tuple[str, str]]:
    """Key and what is wrong; a graph is each status with those that it leads to."""
    statuses = tuple(Status(name, name, tuple(targets.split())) for name, targets in graph.items())
    return [(fault.key, fault.wrong) for fault in status_faults(CaseType("x", "X", "x", statuses))]


@pytest.mark.parametrize(
    "graph",
    [
        {"a": ""},
        {"a": "b", "b": ""},
        {"a": "b c", "b": "a c", "c": ""},
        {"a": "b", "b": "a"},
        {"a": "a b", "b": ""},
        {"a": "b d", "b": "c", "c": "b a", "d": ""},
    ],
    ids=["one", "line", "back and on", "back to the beginning", "stays or goes on", "loop with a way out"],
)
def test_plg_02_a_case_gets_in_and_out_of_every_status(graph: dict[str, str]) -> None:
    """Lines, loops with a way out and pure cycles are sound."""
    assert faults(graph) == []


@pytest.mark.parametrize(
    ("graph", "stuck"),
    [
        ({"a": "b c", "b": "b", "c": ""}, ["b"]),
        ({"a": "b d", "b": "c", "c": "b", "d": ""}, ["b", "c"]),
        ({"a": "a"}, ["a"]),
    ],
    ids=["itself only", "loop without a way out", "alone with itself"],
)
def test_plg_02_a_status_without_a_way_out_is_refused(graph: dict[str, str], stuck: list[str]) -> None:
    """Every status from which a case gets neither to an end nor back to the beginning is named."""
    wrong = "no case gets from there to a final status or back to the beginning"

    assert faults(graph) == [(f"{KEY}.{name}", wrong) for name in stuck]


def test_plg_02_a_status_that_nothing_leads_to_is_refused() -> None:
    """Where a case begins is the first one listed; from there every status is reached."""
    assert faults({"a": "b", "b": "", "c": "b"}) == [(f"{KEY}.c", "no case gets there from 'a', where it begins")]


def test_plg_02_an_unknown_target_is_refused_with_the_closest() -> None:
    """A target that is not declared is told with the ones that are."""
    statuses = (Status("ny", "new", ("ferdg", "zzz")), Status("ferdig", "done"))
    told = [fault.sentence("p") for fault in status_faults(CaseType("x", "X", "x", statuses))]

    before = f"Plugin p, {KEY}.ny: it leads to "
    assert told == [
        f"{before}'ferdg', which is not declared; declared are: ny, ferdig; write 'ferdig' or declare it.",
        f"{before}'zzz', which is not declared; declared are: ny, ferdig; declare it or take it out.",
    ]


def test_plg_02_a_case_type_has_a_status() -> None:
    """A case has to begin somewhere."""
    assert faults({}) == [(KEY, "it has none")]
