"""Explanations are told in Norwegian and Danish as in English, from one table of sentences (COR-13)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from string import Formatter

import pytest
from attrs import fields

from saksgang.errors import InputRefused
from saksgang.legaltime import LANGUAGES, Almanac, Duration, Language, Rule, Unit, explain, language_called

OTHERS = sorted(set(LANGUAGES) - {"en"})
EASTER = datetime(2026, 4, 1, 8, tzinfo=UTC)


def named(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field}


def told(start: datetime, rule: str, language: str, country: str = "NO") -> list[str]:
    return [step.text for step in explain(start, Rule.parse(rule), Almanac(country), language)]


@pytest.mark.parametrize("language", OTHERS)
def test_cor_13_every_language_has_every_sentence_with_the_same_fields(language: str) -> None:
    """No sentence is missing or left over, and a translation loses no date, name or reason."""
    english, other = LANGUAGES["en"], LANGUAGES[language]

    assert list(other.sentences) == list(english.sentences)
    for what, text in english.sentences.items():
        assert named(other.sentences[what]) == named(text), what


@pytest.mark.parametrize("language", OTHERS)
def test_cor_13_a_translation_is_no_english_sentence(language: str) -> None:
    """No sentence of a translation is the English one, but for those of fields alone."""
    english, other = LANGUAGES["en"], LANGUAGES[language]
    alike = [what for what, text in english.sentences.items() if other.sentences[what] == text]

    assert alike == ["counted", "folded"]


@pytest.mark.parametrize("language", OTHERS)
def test_cor_13_every_language_has_the_same_names(language: str) -> None:
    """Seven weekdays, twelve months, and a word for whatever is counted or named."""
    english, other = LANGUAGES["en"], LANGUAGES[language]

    assert (len(other.weekdays), len(other.months)) == (7, 12)
    assert (other.nouns.keys(), other.names.keys()) == (english.nouns.keys(), english.names.keys())
    assert all(isinstance(getattr(other, field.name), type(getattr(english, field.name))) for field in fields(Language))


def test_cor_13_two_working_days_over_easter_are_told_in_norwegian() -> None:
    """Weekdays, months, weekend and holidays as a Norwegian writes them within a sentence."""
    assert told(EASTER, "2 working days", "nb") == [
        (
            "Onsdag 1. april 2026 kl. 10:00: herfra regnes «2 arbeidsdager»; "
            "denne dagen regnes ikke med, men hver arbeidsdag etter den."
        ),
        "Torsdag 2. april 2026: regnes ikke med, skjærtorsdag.",
        "Fredag 3. april 2026: regnes ikke med, langfredag.",
        "Lørdag 4. april 2026: regnes ikke med, helg.",
        "Søndag 5. april 2026: regnes ikke med, første påskedag.",
        "Mandag 6. april 2026: regnes ikke med, andre påskedag.",
        "Tirsdag 7. april 2026: arbeidsdag 1.",
        "Onsdag 8. april 2026: arbeidsdag 2.",
        (
            "Forfaller onsdag 8. april 2026 kl. 10:00 lokal tid (Europe/Oslo); "
            "hele minuttet teller med, for sent fra 10:01."
        ),
    ]


def test_cor_13_a_short_month_and_a_move_are_told_in_danish() -> None:
    """The clamp of 31 January, the weekend that the end leaves, and the whole day that counts."""
    assert told(datetime(2026, 1, 31, 9, tzinfo=UTC), "1 month, end of day, moved to a working day", "da", "DK") == [
        "Lørdag den 31. januar 2026 kl. 10:00: herfra regnes »1 måned«; måneder slutter på samme dato.",
        "31. januar + 1 måned: februar har 28 dage, altså den 28.",
        "Lørdag den 28. februar 2026: fristen flyttes til næste dag, weekend.",
        "Søndag den 1. marts 2026: fristen flyttes til næste dag, weekend.",
        ("Forfalder mandag den 2. marts 2026 kl. 23:59 lokal tid (Europe/Copenhagen); hele dagen tæller med."),
    ]


def test_cor_13_a_long_count_and_a_change_of_the_clocks_are_told_in_norwegian() -> None:
    """Runs of days with their weekends, and what summer time does."""
    lines = told(datetime(2026, 2, 2, 9, tzinfo=UTC), "60 working days", "nb")

    assert lines[2] == (
        "Tirsdag 3. februar 2026 til onsdag 1. april 2026: arbeidsdag 1 til 42; regnes ikke med, 8 helger: 16 dager."
    )
    assert "Søndag 29. mars 2026: klokken ble stilt fra UTC+01:00 til UTC+02:00; fristen følger lokal tid." in lines


def test_cor_13_only_the_name_of_christ_begins_with_a_capital_within_a_sentence() -> None:
    """Ascension Day keeps its capital in both languages; in English the names stay as the almanac has them."""
    words = LANGUAGES["nb"]

    assert words.why_closed(date(2026, 5, 14), "Kristi himmelfartsdag") == "Kristi himmelfartsdag"
    assert words.why_closed(date(2026, 5, 17), "Grunnlovsdag") == "grunnlovsdag"
    assert LANGUAGES["en"].why_closed(date(2026, 5, 17), "Grunnlovsdag") == "Grunnlovsdag"


@pytest.mark.parametrize(
    ("rule", "norwegian", "danish"),
    [
        ("15 working days, end of day", "15 arbeidsdager, ut dagen", "15 arbejdsdage, dagen ud"),
        ("1 day, moved to a working day", "1 dag, flyttet til en arbeidsdag", "1 dag, flyttet til en arbejdsdag"),
        ("48 hours", "48 timer", "48 timer"),
        ("monday 09:00", "mandag kl. 09:00", "mandag kl. 09:00"),
        ("last bank day 09:00", "månedens siste bankdag kl. 09:00", "månedens sidste bankdag kl. 09:00"),
    ],
)
def test_cor_13_a_rule_is_told_in_the_language_and_in_english_as_it_is_written(
    rule: str, norwegian: str, danish: str
) -> None:
    """Numbers, weekdays and both endings."""
    assert [LANGUAGES[language].rule(Rule.parse(rule)) for language in ("nb", "da", "en")] == [norwegian, danish, rule]


def test_cor_13_every_unit_can_be_told() -> None:
    """Whatever a duration counts, each language says what that means."""
    for unit in Unit:
        assert all(f"counts {unit}" in words.sentences for words in LANGUAGES.values())
    assert LANGUAGES["da"].duration(Duration(Unit.MONTHS, 36)) == "36 måneder"


def test_cor_13_a_language_without_words_is_refused() -> None:
    """With those that there are."""
    with pytest.raises(InputRefused, match='ask for one of "da", "en", "nb"'):
        language_called("fi")
