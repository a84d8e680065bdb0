"""Which cases the page carries (SIM-09)."""

from __future__ import annotations

from saksgang_sim.report.choosing import candidates


def test_sim_09_what_is_urgent_comes_first_and_each_case_once() -> None:
    """In the order in which it was said, before anything behind a figure, and that before all others."""
    assert candidates(["B", "A", "B"], [["C", "A"]], ["D", "A"], 9) == ["B", "A", "C", "D"]


def test_sim_09_every_figure_gets_a_case_before_any_gets_a_second() -> None:
    """A case that stands behind two figures serves both."""
    assert candidates([], [["A", "B"], ["C", "D"], ["A", "E"]], [], 9) == ["A", "C", "B", "D", "E"]


def test_sim_09_there_are_no_more_than_asked_for_and_none_without_a_number() -> None:
    """What is on no case has nothing to show."""
    assert candidates(["", "A"], [[], ["B"], ["C"]], [], 2) == ["A", "B"]
