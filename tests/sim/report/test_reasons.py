"""Reasons, channels and directions on a page in the language of its reader; the journal keeps them (COR-06, SIM-09)."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from saksgang import events as e
from saksgang.declarations import Catalogue
from saksgang.errors import InputRefused
from saksgang.journal import Recorded
from saksgang.legaltime import Almanac
from saksgang_home_care_messages.plugin import declare_routine as home_care
from saksgang_ppt_intake.plugin import declare_routine as ppt_intake
from saksgang_sim.report.places import WAITING, Place
from saksgang_sim.report.reasons import reason_words, reasoned, reasons_in
from saksgang_sim.report.views_deadlines import place_words
from saksgang_sim.report.words import Words
from tests.sim.report.journals import CASE, MONDAY, folder_of, hostile_case
from tests.sim.running import said

ROUTINES = {"ppt_intake": ppt_intake(), "home_care_messages": home_care()}
AWAY = "anders is absent until 2026-05-12"


def words(language: str) -> Words:
    """The words of a page where the routines are installed."""
    return Words(language, Catalogue(ROUTINES), Almanac("NO"), {})


@pytest.mark.parametrize(
    ("written", "norwegian"),
    [
        ("not opened within 2 working days", "ikke åpnet innen 2 arbeidsdager"),
        ("preliminary reply", "foreløpig svar"),
        ("answered: reply letter", "besvart: svarbrev"),
        ("as answered when asked", "slik saksbehandleren svarte på spørsmålet"),
        ("the case is 'avsluttet' already", "saken er allerede «avsluttet»"),
        ("the case went to the queue", "saken gikk til køen"),
        (AWAY, "anders er borte til og med 12. mai 2026"),
        (f"{AWAY}, so liv as deputy", "anders er borte til og med 12. mai 2026, så liv er stedfortreder"),
        (
            f"{AWAY}, so liv as deputy; liv no longer works here and has no deputy: the queue",
            (
                "anders er borte til og med 12. mai 2026, så liv er stedfortreder; "
                "liv arbeider ikke lenger her og har ingen stedfortreder: til køen"
            ),
        ),
        ("venter på uttalelse fra skolen; kanskje", "venter på uttalelse fra skolen; kanskje"),
        ("not opened within a blink", "ikke åpnet innen a blink"),
        ("anders is absent until 2026-99-99", "anders er borte til og med 2026-99-99"),
        ("", ""),
    ],
)
def test_cor_06_a_reason_is_told_in_the_language_of_the_page(written: str, norwegian: str) -> None:
    """By the routine's lines, then by our own; what a person wrote stays, and an English page has the journal's."""
    assert reason_words("ppt_intake", written, words("nb")) == norwegian
    assert reason_words("ppt_intake", written, words("en")) == written


def test_cor_06_a_routine_that_is_not_here_has_our_own_lines_only() -> None:
    """Nor one that is told from its declaration alone, or brings no such file."""
    lost = evolve(
        words("da"), catalogue=Catalogue({"ppt_intake": evolve(ROUTINES["ppt_intake"], package="saksgang_gone")})
    )

    assert reason_words("garden", "opened", words("da")) == "opened"
    assert reason_words("garden", AWAY, words("da")) == "anders er fraværende til og med 12. maj 2026"
    assert reason_words("ppt_intake", "opened", lost) == "opened"
    assert reasons_in("saksgang_benefits") == {}


def test_cor_22_a_file_of_reasons_that_is_none_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names the line."""
    (tmp_path / "saksgang_odd").mkdir()
    (tmp_path / "saksgang_odd" / "__init__.py").touch()
    (tmp_path / "saksgang_odd" / "reasons.toml").write_text("opened = 3\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))

    with pytest.raises(InputRefused, match="'opened' is no reason; write texts"):
        reasons_in("saksgang_odd")


def test_cor_06_channels_and_directions_are_told_too() -> None:
    """Of a contact also what it is about, where a rule wrote that."""
    contact = e.ContactRecorded("home_care_messages", CASE, "c-1", "c:1", "out", "message", "full reply", "liv")
    document = e.DocumentRegistered("home_care_messages", CASE, "d-1", "Annen klage", "liv", opened=True)
    told = reasoned(Recorded("1", MONDAY, "staff:liv", "", contact), words("nb")).event
    plain = Recorded("2", MONDAY, "staff:liv", "", document)

    assert isinstance(told, e.ContactRecorded)
    assert (told.direction, told.channel, told.about) == ("ut", "melding", "utfyllende svar")
    assert reasoned(plain, words("nb")) is plain


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
