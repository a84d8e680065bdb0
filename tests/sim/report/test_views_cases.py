"""Figures of routines as the page words them (SIM-09)."""

from __future__ import annotations

import pytest
from attrs import evolve

from saksgang.declarations import Catalogue
from saksgang.journal import encode
from saksgang.legaltime import Almanac
from saksgang_long_term_monitoring.plugin import declare_routine
from saksgang_sim.figure import MONTH, Figure
from saksgang_sim.report.counting import counted
from saksgang_sim.report.views import Lists, View
from saksgang_sim.report.views_cases import declared_view
from saksgang_sim.report.words import Words
from tests.sim.report.journals import journal_of
from tests.sim.test_figure import done, figure

ROUTINE = evolve(declare_routine(), name="garden")


def view(wanted: Figure, language: str) -> View:
    """How the page shows a figure of two tasks, one with an outcome that the manifest does not have."""
    happened = (done(0, "A", "wake"), done(1, "B", "other"))
    journal = [encode(each) for each in journal_of(*happened)]
    (declared,) = counted(journal, frozenset(), {"garden": (wanted,)}).declared
    return declared_view(declared, Words(language, Catalogue({"garden": ROUTINE}), Almanac("NO"), {}), Lists())


@pytest.mark.parametrize(("language", "woken"), [("nb", "Vekk til live"), ("da", "Vekk til live"), ("en", "wake")])
def test_sim_09_a_figure_by_outcome_has_the_routines_own_words(language: str, woken: str) -> None:
    """As columns and as rows by their labels, on an English page by their ids; so is one that has no label."""
    assert view(figure(across=MONTH, split="outcome"), language).head[1:] == ("other", woken)
    assert sorted(row.head for row in view(figure(across="outcome"), language).rows) == sorted(("other", woken))


def test_sim_09_a_figure_by_another_field_keeps_what_the_journal_has() -> None:
    """A kind of task that is called like an outcome is none."""
    assert view(figure(across=MONTH, split="kind"), "nb").head[1:] == ("vurder",)
    assert [row.head for row in view(figure(across="facts.none"), "nb").rows] == ["ikke oppgitt"]
