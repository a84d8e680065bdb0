"""Figures of routines as the page words them (SIM-09)."""

from __future__ import annotations

import pytest
from attrs import evolve

from saksgang.declarations import Catalogue
from saksgang.journal import encode
from saksgang.legaltime import Almanac
from saksgang_contact_registration.labels import CHANNELS
from saksgang_contact_registration.simulated_figures import FIGURES
from saksgang_long_term_monitoring.plugin import declare_routine
from saksgang_sim.figure import MONTH, Figure
from saksgang_sim.promises import Waits
from saksgang_sim.report.counting import counted
from saksgang_sim.report.views import Lists, View
from saksgang_sim.report.views_cases import declared_view
from saksgang_sim.report.words import Words
from tests.sim.report.journals import At, journal_of
from tests.sim.test_figure import done, figure

ROUTINE = evolve(declare_routine(), name="garden")


def view(wanted: Figure, language: str, *happened: At) -> View:
    """How the page shows a figure, of two tasks, one with an outcome that the manifest does not have, or of others."""
    journal = [encode(each) for each in journal_of(*(happened or (done(0, "A", "wake"), done(1, "B", "other"))))]
    (declared,) = counted(journal, Waits(), {"garden": (wanted,)}).declared
    return declared_view(declared, Words(language, Catalogue({"garden": ROUTINE}), Almanac("NO"), {}), Lists())


@pytest.mark.parametrize(("language", "woken"), [("nb", "Vekk til live"), ("da", "Vekk til live"), ("en", "wake")])
def test_sim_09_a_figure_by_outcome_has_the_routines_own_words(language: str, woken: str) -> None:
    """As columns and as rows by their labels, on an English page by their ids; so is one that has no label."""
    assert view(figure(across=MONTH, split="outcome"), language).head[1:] == ("other", woken)
    assert sorted(row.head for row in view(figure(across="outcome"), language).rows) == sorted(("other", woken))


@pytest.mark.parametrize(("language", "called"), [("nb", "Vurder sak"), ("da", "Vurder sak"), ("en", "vurder")])
def test_sim_09_a_split_has_the_labels_that_the_routine_gives_it(language: str, called: str) -> None:
    """On a page of an office; what it has no label for keeps the word of the journal."""
    labelled = evolve(figure(across=MONTH, split="kind"), labels={"vurder": "Vurder sak"})

    assert view(labelled, language).head[1:] == (called,)
    assert view(evolve(labelled, labels={}), language).head[1:] == ("vurder",)


def test_sim_09_a_figure_by_a_field_with_a_day_in_it_writes_days_as_the_page_does() -> None:
    """Not as the journal does; what is no day stays."""
    happened = [done(0, f"{n}", kind=kind) for n, kind in enumerate(("2026-09-29", "2026-99-99", "soon"))]
    rows = view(figure(across="kind"), "nb", *happened).rows

    assert sorted(row.head for row in rows) == ["2026-99-99", "29. sep. 2026", "soon"]


def test_sim_09_the_counting_week_is_split_by_channels_as_its_own_list_names_them() -> None:
    """Every channel that a contact can have."""
    (split,) = [each for each in FIGURES if each.split == "channel"]

    assert split.labels["letter"] == "Brev"
    assert set(split.labels) == set(CHANNELS)


def test_sim_09_a_figure_by_another_field_keeps_what_the_journal_has() -> None:
    """A kind of task that is called like an outcome is none."""
    assert view(figure(across=MONTH, split="kind"), "nb").head[1:] == ("vurder",)
    assert [row.head for row in view(figure(across="facts.none"), "nb").rows] == ["ikke oppgitt"]
