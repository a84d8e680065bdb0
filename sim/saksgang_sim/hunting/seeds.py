"""Seeds as a command line names them: ``1..500``, or one."""

from __future__ import annotations

import re

from saksgang.errors import InputRefused

__all__ = ["MOST", "seeds_in"]

MOST = 1_000_000
RANGE = re.compile(r"(\d{1,12})(?:\.\.(\d{1,12}))?")


def seeds_in(text: str) -> range:
    """Both ends included.

    Raises:
        InputRefused: it is no range, ends before it begins, or is of more than a million.
    """
    found = RANGE.fullmatch(text.strip())
    if found is None:
        raise InputRefused(f"The seeds are {text!r}; write the first and the last, such as 1..500.")
    first, last = int(found[1]), int(found[2] or found[1])
    if not 0 <= last - first < MOST:
        raise InputRefused(f"The seeds {text} are none, or more than a million; write fewer, the lower one first.")
    return range(first, last + 1)
