"""Reasons, channels and directions on a page in the language of its reader; the journal keeps them (COR-06, SIM-09)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang import events as e
from saksgang.declarations import Catalogue
from saksgang.legaltime import Almanac
from saksgang_home_care_messages.plugin import declare_routine as home_care
from saksgang_ppt_intake.plugin import declare_routine as ppt_intake
from saksgang_sim.report.places import WAITING, Place
from saksgang_sim.report.views_deadlines import place_words
from saksgang_sim.report.words import Words
from tests.sim.report.journals import CASE, folder_of, hostile_case
from tests.sim.running import said

ROUTINES = {"ppt_intake": ppt_intake(), "home_care_messages": home_care()}
AWAY = "anders is absent until 2026-05-12"


def words(language: str) -> Words:
    """The words of a page where the routines are installed."""
    return Words(language, Catalogue(ROUTINES, ("saksgang_sim",)), Almanac("NO"), {})


@pytest.mark.parametrize(
    ("routine", "written", "norwegian"),
    [
        ("ppt_intake", "not opened within 2 working days", "ikke åpnet innen 2 arbeidsdager"),
        ("ppt_intake", "answered: reply letter", "besvart: svarbrev"),
        ("ppt_intake", "the case is 'avsluttet' already", "saken er allerede «avsluttet»"),
        ("ppt_intake", "nobody at the desk knew how to go on", "ingen på kontoret visste hvordan det skulle gå videre"),
        ("home_care_messages", "taken by liv", "tatt av liv"),
        ("home_care_messages", AWAY, "anders er borte til og med 12. mai 2026"),
    ],
)
def test_cor_06_a_reason_is_told_in_the_language_of_the_page(routine: str, written: str, norwegian: str) -> None:
    """By the lines of the shipped routines, of the simulation and of the core; an English page has the journal's."""
    assert words("nb").reason(routine, written) == norwegian
    assert words("en").reason(routine, written) == written


def test_cor_06_a_line_of_a_timeline_has_reason_channel_and_direction() -> None:
    """In the language of the page; in English the event is the one of the journal."""
    contact = e.ContactRecorded("home_care_messages", CASE, "c-1", "c:1", "out", "message", "full reply", "liv")
    told = words("nb").labelled(contact)

    assert isinstance(told, e.ContactRecorded)
    assert (told.direction, told.channel, told.about) == ("ut", "melding", "utfyllende svar")
    assert words("en").labelled(contact) is contact


@pytest.mark.parametrize("alike", ["", "alike", "brief"])
def test_cor_06_where_a_case_lay_waiting_is_told_with_its_reason(alike: str) -> None:
    """On the first screen, in the picture and in the list."""
    place = Place(WAITING, "liv", "ppt_intake.review_case", "reply letter is with the section leader")

    assert "(svarbrevet ligger hos seksjonslederen)" in place_words(place, words("nb"), alike=alike)


def test_cor_06_a_timeline_has_the_reason_and_the_journal_keeps_it(tmp_path: Path) -> None:
    """In the timeline of a page; the journal is not touched."""
    run = folder_of(tmp_path, *hostile_case(e.TaskReassigned("garden", CASE, f"{CASE}/task-1", "kari", "", "", AWAY)))
    before = (run / "journal.jsonl").read_bytes()
    norwegian, english = (said("report", run, "--lang", language, "--out", "-").out for language in ("nb", "en"))

    assert "anders er borte til og med 12. mai 2026" in norwegian
    assert AWAY not in norwegian
    assert AWAY in english
    assert (run / "journal.jsonl").read_bytes() == before
