"""Every check that is shipped is told in the language of those who read what it found (SIM-09)."""

from __future__ import annotations

import pytest

from saksgang.checks import Check
from saksgang.checks.law_sentences import law_sentences
from saksgang.checks.laws import CORE_LAWS
from saksgang.declarations import Routine
from saksgang.plugins import Registry
from saksgang_sim.checks import NobodyIsAtALoss
from saksgang_sim.faults.kinds import KINDS
from saksgang_sim.sentences import check_sentences, fault_sentences
from tests.house.sources import ROOT

OFFICES = ("nb", "da")
SHIPPED = sorted(path.name for path in (ROOT / "plugins").iterdir() if (path / f"saksgang_{path.name}").is_dir())


def shipped(name: str) -> Routine:
    """The manifest of a routine that comes with Saksgang."""
    return Registry.installed().routines[name]


def test_the_routines_are_found() -> None:
    """The tests of this module look at all five."""
    assert len(SHIPPED) == 5


@pytest.mark.parametrize("name", SHIPPED)
def test_sim_09_every_check_of_a_routine_is_told_in_its_language(name: str) -> None:
    """One sentence each, in the order of the ids, none for a check that is gone, and none that is English still."""
    routine = shipped(name)
    english = {check.id: check.sentence for check in routine.checks}

    assert routine.language in OFFICES
    assert list(routine.sentences) == sorted(english)
    assert [check for check, sentence in routine.sentences.items() if sentence == english[check]] == []


@pytest.mark.parametrize("language", OFFICES)
def test_sim_09_laws_own_checks_and_faults_are_told_in_both(language: str) -> None:
    """All of them and no others, in each language of an office."""
    assert list(law_sentences(language)) == sorted(law.id for law in CORE_LAWS)
    assert list(check_sentences(language)) == [NobodyIsAtALoss.id]
    assert list(fault_sentences(language)) == list(KINDS)


@pytest.mark.parametrize("language", OFFICES)
def test_sim_09_a_translation_is_one(language: str) -> None:
    """No sentence is the English one, and the two languages differ."""
    checks: tuple[type[Check], ...] = (*CORE_LAWS, NobodyIsAtALoss)
    english = {check.id: check.sentence for check in checks}
    english |= {kind.name: kind.sentence for kind in KINDS.values()}
    other = next(each for each in OFFICES if each != language)
    for told in (law_sentences, check_sentences, fault_sentences):
        assert [name for name, sentence in told(language).items() if sentence == english[name]] == []
        assert [name for name, sentence in told(language).items() if sentence == told(other)[name]] == []


def test_sim_09_english_has_what_checks_and_faults_say_themselves() -> None:
    """Nothing is written down twice."""
    assert law_sentences("en") == check_sentences("en") == fault_sentences("en") == {}


@pytest.mark.parametrize("name", SHIPPED)
def test_sim_09_a_sentence_ends_and_is_no_longer_than_can_be_read(name: str) -> None:
    """A full stop, no English quotation marks and dashes, and not above four hundred signs."""
    sentences = shipped(name).sentences

    assert [check for check, sentence in sentences.items() if not sentence.endswith(".")] == []
    assert [check for check, sentence in sentences.items() if set(sentence) & set('"“”—–')] == []
    assert [check for check, sentence in sentences.items() if len(sentence) > 400] == []
