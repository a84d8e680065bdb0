"""What a simulation checks of itself and what goes wrong in it, in the languages of offices (SIM-05, SIM-09)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["check_sentences", "fault_sentences"]


def check_sentences(language: str) -> Mapping[str, str]:
    """The rule of each of the simulation's own checks by its id; none in English, which the checks have."""
    return _told(language, "checks")


def fault_sentences(language: str) -> Mapping[str, str]:
    """What happens, by the fault's name; none in English, which the faults have."""
    return _told(language, "faults")


def _told(language: str, what: str) -> Mapping[str, str]:
    sentences: Mapping[str, str] = _tables().get(language, {}).get(what, {})
    return sentences


@cache
def _tables() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("sentences.toml").read_text(encoding="utf-8"))
