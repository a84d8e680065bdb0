"""How a day is written in a letter (PPT-02)."""

from __future__ import annotations

import datetime as dt

from saksgang.legaltime.language import LANGUAGES

__all__ = ["in_words", "is_written"]


def in_words(day: dt.date) -> str:
    """As Norwegian letters have it, such as ``2. mars 2026``."""
    return f"{day.day}. {LANGUAGES['nb'].months[day.month - 1]} {day.year}"


def is_written(day: dt.date, text: str) -> bool:
    """Whether a text is that day, in words or in figures: ``2. mars 2026``, ``02.03.2026``, ``2026-03-02``."""
    figures = f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.%Y}", day.isoformat()
    return " ".join(text.casefold().split()) in (in_words(day), *figures)
