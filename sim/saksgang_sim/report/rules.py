"""The rules of checks and the faults of a run in the language of the page, by id (SIM-05, SIM-09).

What a run leaves behind has them in English. A page has our own, the core's laws, the simulation's checks and the
faults, in its language, and a routine's in the routine's: Danish caseworkers read a Norwegian rule more easily than an
English one. Where a routine has no sentence of its own, the English one of the run stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from attrs import frozen

from saksgang.checks.law_sentences import law_sentences
from saksgang_sim.faults.kinds import KINDS
from saksgang_sim.report.summary_file import Summary
from saksgang_sim.report.words import ENGLISH, Words
from saksgang_sim.sentences import check_sentences, fault_sentences

__all__ = ["RanFault", "Ruled", "Sentence", "ran_faults", "rule", "violations"]


class Ruled(Protocol):
    """What has found something: a check of a summary, or of one run out of many."""

    @property
    def id(self) -> str:
        """Of the check."""

    @property
    def sentence(self) -> str:
        """Its rule in English."""


@frozen
class Sentence:
    """A sentence on a page.

    Attributes:
        language: of the sentence; ``""`` for that of the page.
    """

    text: str
    language: str = ""


@frozen
class RanFault:
    """A fault that a run had on, and how often it struck."""

    name: str
    sentence: Sentence
    struck: int


def rule(check: Ruled, words: Words) -> Sentence:
    """The rule that a check judges."""
    language = words.language
    if language == ENGLISH:
        return Sentence(check.sentence)
    for own in (law_sentences(language), check_sentences(language)):
        if check.id in own:
            return Sentence(own[check.id])
    for routine in words.catalogue.routines.values():
        if check.id in routine.sentences:
            return Sentence(routine.sentences[check.id], "" if routine.language == language else routine.language)
    return Sentence(check.sentence, ENGLISH)


def ran_faults(summary: Summary | None, words: Words) -> list[RanFault]:
    """The faults that the run had on, in its order."""
    if summary is None:
        return []
    faults = summary.faults
    return [RanFault(name, _fault(name, words), faults.struck.get(name, 0)) for name in faults.rates]


def violations(summary: Summary | None, case: str, words: Words) -> Iterator[tuple[Sentence, Sequence[str]]]:
    """The rules that were broken on a case, each with what the check said of it."""
    for check in summary.violated if summary else ():
        if said := [each.sentence for each in check.first_violations if each.case == case]:
            yield rule(check, words), said


def _fault(name: str, words: Words) -> Sentence:
    """What happens; nothing of a fault that this version does not know."""
    known = fault_sentences(words.language)
    if name in known or name not in KINDS:
        return Sentence(known.get(name, ""))
    return Sentence(KINDS[name].sentence, "" if words.language == ENGLISH else ENGLISH)
