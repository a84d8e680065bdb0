"""The answer to "why is this due then" for a deadline, a letter, a task or a case (COR-13)."""

from __future__ import annotations

from attrs import evolve, field, frozen

from saksgang.declarations import Catalogue
from saksgang.explain.finding import found, opening
from saksgang.explain.telling import Teller
from saksgang.explain.wording import Wording
from saksgang.journal import Journal
from saksgang.legaltime import Almanac
from saksgang.reasons import Reasons

__all__ = ["Section", "explained", "explanation"]

NO_CATALOGUE = Catalogue({})


@frozen
class Section:
    """What is told of one deadline or task; the first line says which."""

    id: str
    lines: tuple[str, ...] = field(factory=tuple)


def explanation(
    journal: Journal, key: str, language: str = "en", catalogue: Catalogue = NO_CATALOGUE
) -> tuple[str, ...]:
    """The sections of ``explained`` one after another, as lines."""
    return tuple(line for section in explained(journal, key, language, catalogue) for line in section.lines)


def explained(
    journal: Journal, key: str, language: str = "en", catalogue: Catalogue = NO_CATALOGUE
) -> tuple[Section, ...]:
    """How each due time came about that a key is about, step by step, in the municipality's local time (COR-13).

    Args:
        journal: the whole life of an office; its opening says which country's calendar counts.
        key: a deadline, a letter (its deadlines), a task (and its deadlines) or a case number (all its deadlines).
        language: of the lines: ``en``, ``nb`` or ``da``.
        catalogue: the declarations of the routines at hand, for labels, sources and reasons; others are told by
            their ids, and why they acted in the journal's words.

    Raises:
        InputRefused: nothing has that key, or the language has no words.
        JournalDamaged: the journal does not read back as it was written.
        PluginRefused: the reasons of a plugin cannot be read.
    """
    office = opening(journal)
    what = found(journal, key)
    wording = Wording(language, Almanac(office.country, office.zone))
    reasons = Reasons(language, catalogue)
    events = (evolve(each, event=reasons.event(each.event)) for each in what.events)
    teller = Teller(wording, catalogue, {each.id: each for each in events})
    tasks = tuple(Section(each.task, tuple(teller.task(reasons.event(each)))) for each in what.tasks)
    deadlines = tuple(Section(each.deadline, tuple(teller.deadline(each))) for each in what.deadlines)
    return tasks + deadlines or (Section(key, (wording.words.say("none", key=key),)),)
