"""Comparing an expectation with what is there (SIM-07)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from saksgang_sim.stories.model import Given, Wish
from saksgang_sim.stories.naming import NothingSuch
from saksgang_sim.stories.rows import Row, Sight, rows
from saksgang_sim.stories.words import rendered

__all__ = ["fulfilled", "there"]

SHOWN = 4


def fulfilled(wish: Wish, sight: Sight) -> bool:
    """Whether at least one row shows all that is asked, or exactly as many as the expectation counts."""
    showing = sum(_shows(row, wish, sight) for row in rows(wish, sight))
    return showing == wish.count if wish.count is not None else showing > 0


def there(wish: Wish, sight: Sight) -> str:
    """What was there instead, by the keys that were asked for."""
    found = rows(wish, sight)
    if wish.count is not None:
        showing = sum(_shows(row, wish, sight) for row in found)
        return f"count {showing}"
    if not found:
        return "nothing of the kind"
    seen = list(dict.fromkeys(_told(row, wish.asked, sight) for row in found))
    more = f" or {len(seen) - SHOWN} others" if len(seen) > SHOWN else ""
    return " or ".join(seen[:SHOWN]) + more


def _shows(row: Row, wish: Wish, sight: Sight) -> bool:
    try:
        return all(_same(given, row.get(key), sight) for key, given in wish.asked.items())
    except NothingSuch:
        return False


def _same(given: Given, value: object, sight: Sight) -> bool:
    asked = sight.names.meant(given)
    if isinstance(value, tuple):
        return asked in value
    if given.sort == "words":
        return str(asked).casefold() in str(value).casefold()
    if given.sort == "table":
        return isinstance(asked, dict) and _within(asked, value)
    return bool(asked == value)


def _within(asked: object, value: object) -> bool:
    """Whether a fact says what is asked for; a table may say more, and so may the tables in it."""
    if isinstance(asked, dict) and isinstance(value, dict):
        return all(name in value and _within(each, value[name]) for name, each in asked.items())
    return bool(asked == value)


def _told(row: Row, asked: Iterable[str], sight: Sight) -> str:
    return rendered({key: _word(row.get(key), sight) for key in asked}) or "it is there"


def _word(value: object, sight: Sight) -> object:
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_word(each, sight) for each in value if each] or "nothing"
    if value in ("", None):
        return "nobody" if value == "" else "never"
    return sight.names.story_word(value) if isinstance(value, str) else value
