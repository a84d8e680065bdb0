"""The report's own texts: three languages that say the same things (SIM-09)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import saksgang_sim.report
from saksgang_sim.report.places import KINDS
from saksgang_sim.report.words import texts

FOLDER = Path(saksgang_sim.report.__file__).parent
ENGLISH = texts("en")


def flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Each text by its path."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{before}{key}.")
        elif isinstance(value, list):
            yield from ((f"{before}{key}.{number}", each) for number, each in enumerate(value))
        else:
            yield f"{before}{key}", value


def fields(text: str) -> set[str | None]:
    """What a text is filled in with."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", ["nb", "da"])
def test_sim_09_every_language_has_the_same_texts_with_the_same_fields(language: str) -> None:
    """No key is missing or left over, and a translation loses no number."""
    english, other = dict(flat(ENGLISH)), dict(flat(texts(language)))

    assert list(other) == list(english)
    assert {key: fields(text) for key, text in other.items()} == {key: fields(text) for key, text in english.items()}


@pytest.mark.parametrize("language", ["nb", "da"])
def test_sim_09_a_translation_is_a_translation(language: str) -> None:
    """No sentence of four words or more is the English one."""
    english, other = dict(flat(ENGLISH)), dict(flat(texts(language)))

    assert [key for key, text in other.items() if len(text.split()) > 3 and text == english[key]] == []


def test_sim_09_every_text_is_used_somewhere() -> None:
    """A key stands in a template or a module, by itself or with its section; nothing is left over."""
    sources = "".join(path.read_text("utf-8") for path in FOLDER.rglob("*") if path.suffix in {".py", ".html"})
    words = set(re.findall(r"[\w.]+", sources))
    by_value = {
        "places",
        "places_alike",
        "prevented",
        "prevented_alike",
        "letters",
        "verdicts",
        "months",
        "format",
    }
    unused = [
        f"{section}.{key}"
        for section, table in ENGLISH.items()
        if section not in by_value
        for key in table
        if f"{section}.{key}" not in words and key not in words
    ]

    assert unused == []


def test_sim_09_every_place_has_its_words() -> None:
    """Where a case lay, and who could have prevented it."""
    for language in ("nb", "da", "en"):
        assert set(texts(language)["places"]) == set(texts(language)["prevented"]) == set(KINDS)


def test_a_language_that_the_report_does_not_speak_is_an_error() -> None:
    """The program checks before it asks."""
    with pytest.raises(KeyError):
        texts("sv")
