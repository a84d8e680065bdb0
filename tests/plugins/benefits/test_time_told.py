"""The letter that asks for something tells how long there is."""

from __future__ import annotations

import pytest
from attrs import evolve

from saksgang.commands import CompleteLetter, DraftLetter, ReviseLetter
from saksgang.legaltime import Rule
from saksgang_benefits import refusing_letters
from saksgang_benefits.letter_fields import time_in_words
from saksgang_benefits.matters import composed
from tests.plugins.benefits.bench import SETTINGS, Bench, bench, only

MONTH = Rule.parse("1 month, end of day, moved to a working day")


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("10 days, end of day, moved to a working day", "10 dage"),
        ("2 weeks, end of day, moved to a working day", "14 dage"),
        ("15 working days, end of day", "15 arbejdsdage"),
        ("1 month, end of day, moved to a working day", "1 måned"),
    ],
)
def test_ben_10_a_time_is_told_in_danish(rule: str, words: str) -> None:
    """As it is set, whatever it is counted in."""
    assert time_in_words(Rule.parse(rule)) == words


def draft(office: Bench, case: str, time: str) -> DraftLetter:
    fields = {"case_number": case, "matters": composed("bank_statement"), "time": time, "unit": "Ydelseskontoret"}
    return DraftLetter(case, "anmodning", "citizen:1", fields)


def test_ben_10_a_letter_with_another_time_is_refused() -> None:
    """Neither drafted nor left so after a revision."""
    office = bench(documentation_time=MONTH)
    case = office.apply()

    assert office.refused(draft(office, case, "10 dage")).startswith("BEN-10: The letter gives the citizen '10 dage'")
    letter = only(office.do(draft(office, case, "1 måned")), "LetterDrafted").letter
    assert "Du har 1 måned til at sende os det." in office.view.letter(letter).body
    assert "'1 måned' has to stay" in office.refused(ReviseLetter(letter, f"{composed('bank_statement')} Sag {case}."))
    office.do(ReviseLetter(letter, f"{composed('bank_statement')} Du har 1 måned. Sag {case}."))


def test_ben_10_a_letter_from_before_another_time_was_set_does_not_go_out(
    office: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It lay as a draft over the change, and is written anew."""
    case = office.apply()
    letter = only(office.do(draft(office, case, "10 dage")), "LetterDrafted").letter
    later = evolve(SETTINGS, documentation_time=MONTH)
    monkeypatch.setattr(refusing_letters, "settings_of", lambda _view: later)

    assert office.refused(CompleteLetter(letter)).startswith("BEN-10: There are 1 måned to hand in by now")
