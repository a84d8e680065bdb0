"""Why a rule acted is told in the language of who reads it; the journal keeps what the rule wrote (COR-06)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve

from saksgang import events as e
from saksgang.casework.contacts import CHANNELS, DIRECTIONS
from saksgang.declarations import Catalogue
from saksgang.errors import PluginRefused
from saksgang.plugins.validation import declaration_faults
from saksgang.reasons import Reasons, reasons_in
from saksgang.records import Absence
from tests.core.packages import package_in
from tests.core.small_office import ROUTINE

LINES = """
"not opened within {rule}" = "ikke åpnet innen {rule}"
"answered: {reason}" = "besvart: {reason}"
"reply letter" = "svarbrev"
"the case is '{status}' already" = "saken er allerede «{status}»"
"{step} is done" = "steget {step} er utført"

[da]
"reply letter" = "svarbrev til borgeren"
"""
AWAY = "anders is absent until 2026-05-12"
TOLD_AWAY = "anders er borte til og med 12. mai 2026"


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """The small routine with lines for its reasons."""
    return Catalogue({"small": evolve(ROUTINE, package=package_in(tmp_path, monkeypatch, LINES))})


@pytest.mark.parametrize(
    ("written", "norwegian"),
    [
        ("not opened within 2 working days", "ikke åpnet innen 2 arbeidsdager"),
        ("answered: reply letter", "besvart: svarbrev"),
        ("the case is 'avsluttet' already", "saken er allerede «avsluttet»"),
        (AWAY, TOLD_AWAY),
        (f"{AWAY}, so liv as deputy", f"{TOLD_AWAY}, så liv er stedfortreder"),
        (
            f"{AWAY}, so liv as deputy; liv no longer works here and has no deputy: the queue",
            (
                f"{TOLD_AWAY}, så liv er stedfortreder; "
                "liv arbeider ikke lenger her og har ingen stedfortreder: til køen"
            ),
        ),
        (
            "nobody with the role 'officer' is left in the section 'nord'",
            "ingen i seksjonen nord har rollen officer lenger",
        ),
        ("from citizen:1 by e-mail, dated 2026-05-12", "fra citizen:1, kanal e-post, datert 2026-05-12"),
        ("venter på uttalelse fra skolen; kanskje", "venter på uttalelse fra skolen; kanskje"),
        ("not opened within a blink", "ikke åpnet innen a blink"),
        ("anders is absent until 2026-99-99", "anders er borte til og med 2026-99-99"),
        ("", ""),
    ],
)
def test_cor_06_a_reason_is_told_in_norwegian_and_kept_in_english(
    catalogue: Catalogue, written: str, norwegian: str
) -> None:
    """By the routine's lines, then by the core's own; what a person wrote stays."""
    assert Reasons("nb", catalogue).told("small", written) == norwegian
    assert Reasons("en", catalogue).told("small", written) == written


def test_cor_06_a_reason_is_told_in_danish(catalogue: Catalogue) -> None:
    """Days and spans of time in it, and by the table for it where a file has one."""
    danish = Reasons("da", catalogue)

    assert danish.told("small", AWAY) == "anders er fraværende til og med 12. maj 2026"
    assert danish.told("small", "not opened within 2 working days") == "ikke åpnet innen 2 arbejdsdage"
    assert danish.told("small", "reply letter") == "svarbrev til borgeren"


def test_cor_06_a_routine_that_is_not_here_has_the_cores_lines_only(catalogue: Catalogue) -> None:
    """Nor one whose package is gone."""
    lost = Catalogue({"small": evolve(ROUTINE, package="no_such_package")})

    assert Reasons("nb", catalogue).told("gone", "reply letter") == "reply letter"
    assert Reasons("nb", lost).told("small", "reply letter") == "reply letter"
    assert Reasons("nb", lost).told("small", AWAY) == TOLD_AWAY


def test_cor_06_a_plugin_that_is_no_routine_tells_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a table for each language; the routine has the first word on its own cases."""
    beside = package_in(tmp_path, monkeypatch, '[nb]\n"at a loss" = "rådvill"\n[da]\n"at a loss" = "rådvild"\n')
    catalogue = Catalogue({}, (beside,))

    assert [Reasons(language, catalogue).told("small", "at a loss") for language in ("nb", "da")] == [
        "rådvill",
        "rådvild",
    ]


def test_cor_06_the_lines_of_a_language_come_before_those_that_stand_by_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And take their place where both tell the same; a reason that is called as a language is a reason all the same."""
    package = package_in(
        tmp_path, monkeypatch, 'nb = "nebb"\none = "en"\ntwo = "to"\n[da]\nthree = "tre"\none = "én"\n'
    )

    assert list(reasons_in(package, "da").items()) == [("three", "tre"), ("one", "én"), ("nb", "nebb"), ("two", "to")]
    assert list(reasons_in(package, "nb")) == ["nb", "one", "two"]


@pytest.mark.parametrize("language", ["nb", "da"])
def test_cor_05_every_channel_and_direction_is_told(language: str) -> None:
    """A line each in the core's own file, since the core says which there are."""
    assert {*CHANNELS, *DIRECTIONS} <= set(reasons_in("saksgang.reasons", language))


def test_cor_06_both_languages_have_the_cores_lines() -> None:
    """None is in one of them only."""
    assert list(reasons_in("saksgang.reasons", "nb")) == list(reasons_in("saksgang.reasons", "da"))
    assert reasons_in("saksgang.reasons", "en") == {}


def test_cor_06_an_event_is_told_with_channel_and_direction(catalogue: Catalogue) -> None:
    """Of a contact also what it is about; an event without any of them is the same one."""
    reasons = Reasons("nb", catalogue)
    contact = e.ContactRecorded("small", "", "c-1", "citizen:1", "out", "message", "reply letter", "liv")
    away = e.StaffAbsent("office", "", "liv", Absence(dt.date(2026, 5, 4), dt.date(2026, 5, 12), "kurs"))
    told = reasons.event(contact)

    assert (told.direction, told.channel, told.about) == ("ut", "melding", "svarbrev")
    assert reasons.event(away) is away
    assert Reasons("en", catalogue).event(contact) is contact


def test_cor_22_what_is_too_long_for_a_rule_keeps_no_pattern_busy(catalogue: Catalogue) -> None:
    """Whoever writes a thousand times the beginning of a line has it told as it is."""
    hostile = "answered: " * 1000 + "reply letter"

    assert Reasons("nb", catalogue).told("small", hostile) == hostile


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("opened = 3", "'opened' is no reason; write texts"),
        ("[nb]\nopened = 3", "'opened' is no reason; write texts"),
        ('[nb.more]\nopened = "åpnet"', "'more' is no reason; write texts"),
        ('"{who} and {who}" = "{who}"', "'{who} and {who}' has a field twice; give each field a name of its own"),
        ('"taken by {who}" = "tatt av {hvem}"', "'taken by {who}' has no field {hvem}; name the fields"),
        ("opened", "it is not TOML"),
    ],
)
def test_cor_22_lines_that_cannot_be_used_are_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str, told: str
) -> None:
    """With the file, the line and the remedy; and when the plugin is loaded, before anybody reads a case."""
    package = package_in(tmp_path, monkeypatch, lines)

    with pytest.raises(PluginRefused) as refused:
        reasons_in(package, "nb")
    assert str(refused.value).startswith(f"reasons {package}/reasons.toml: {told}")
    [fault] = declaration_faults(evolve(ROUTINE, package=package))
    assert fault.sentence("small") == f"Plugin small, reasons: {refused.value}"


def test_cor_22_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is there and cannot be read, which is another thing than to have none."""
    package = package_in(tmp_path, monkeypatch, "")
    (tmp_path / package / "reasons.toml").unlink()
    assert reasons_in(package, "nb") == {}
    (tmp_path / package / "reasons.toml").mkdir()

    with pytest.raises(PluginRefused, match=r"it cannot be read \(\w+\)"):
        reasons_in(package, "da")
