"""The core's laws in the languages of offices, for pages that are read there (SIM-09)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["law_sentences"]


@cache
def law_sentences(language: str) -> Mapping[str, str]:
    """The rule of each law by its id; none in a language in which they are not told, as English, which laws have."""
    tables = tomllib.loads(files(__package__).joinpath("sentences.toml").read_text(encoding="utf-8"))
    sentences: Mapping[str, str] = tables.get(language, {})
    return sentences
