"""The check that letters are of their case."""

from __future__ import annotations

import pytest

from saksgang.events import LetterCompleted, LetterRevised
from saksgang_benefits.checks_recipients import LettersAreOfTheirCase, LettersTellTheTime
from tests.plugins.benefits.checks_pages import CASE, LETTER, Book, R, amended, book, drafted, opened, sent

GRANT, REFUSAL, ASKING = "afgorelse_bevilling", "afgorelse_afslag", "anmodning"
WHY = "Sådan har vi begrundet afgørelsen:\n\nFormue.\n\nDu kan klage"
SAYS = f"Vi har afgjort din sag med nummer {CASE}. Du har ret til kontanthjælp. {WHY}"


def letter(template: str, body: str, to: str = "citizen:asta") -> Book:
    return book().rule(opened()).add(drafted(template, body)).rule(sent(template, to))


@pytest.mark.parametrize("template", [GRANT, REFUSAL])
def test_ben_19_a_decision_letter_is_of_its_case(template: str) -> None:
    """It names number and benefit, and a refusal its reason."""
    check = LettersAreOfTheirCase

    assert letter(template, SAYS).held(check)
    assert "does not name case" in letter(template, SAYS.replace(CASE, "KH-1999-00001")).wrong(check)
    other = SAYS.replace("kontanthjælp", "uddannelseshjælp")
    assert "does not tell of kontanthjælp" in letter(template, other).wrong(check)
    assert letter(template, SAYS.replace("Formue.", "")).verdict(check).count == (template == REFUSAL)


def test_ben_08_a_letter_that_asks_goes_to_the_household() -> None:
    """To the applicant, or to the spouse of a married one."""
    check, body = LettersAreOfTheirCase, f"Sag {CASE}: Vi mangler kontoudtog."

    assert letter(ASKING, body).held(check)
    assert "asks citizen:bo, of whom" in letter(ASKING, body, "citizen:bo").wrong(check)
    couple = book().rule(opened(married=True)).rule(amended(spouse="citizen:bo")).add(drafted(ASKING, body))
    assert couple.rule(sent(ASKING, "citizen:bo")).held(check)


def test_ben_19_a_revised_letter_is_in_the_caseworkers_own_words() -> None:
    """The number of the case stays in it all the same."""
    check = LettersAreOfTheirCase
    for body, held in ((f"Sag {CASE}: Du får hjælp.", True), ("Du får hjælp.", False)):
        revised = book().rule(opened()).add(drafted(GRANT, SAYS), LetterRevised(R, CASE, LETTER, "dagny", body))
        assert revised.rule(sent(GRANT)).verdict(check).count == (not held)


@pytest.mark.parametrize(
    ("time", "says", "held"),
    [
        ("10 days, end of day, moved to a working day", "Du har 10 dage.", True),
        ("1 month, end of day, moved to a working day", "Du har 1 måned.", True),
        ("3 months, end of day, moved to a working day", "Du har 3 måneder.", True),
        ("15 working days, end of day", "Du har 15 arbejdsdage.", True),
        ("15 working days, end of day", "Du har 15 dage.", False),
        ("14 days, end of day, moved to a working day", "Du har ti dage, i år 2014.", False),
    ],
)
def test_ben_10_the_letter_tells_the_time_that_is_set(time: str, says: str, held: bool) -> None:
    """Whatever a municipality sets, the citizen reads that and no other."""
    journal = book(documentation_time=time).rule(opened()).add(drafted(ASKING, says))
    completed = journal.add(LetterCompleted(R, CASE, LETTER, ASKING, "dagny", needs_approval=False, round=1))

    assert completed.verdict(LettersTellTheTime).count == (not held)


def test_ben_10_a_letter_that_was_revised_tells_the_time_too() -> None:
    """What counts is what goes out."""
    journal = (
        book().rule(opened()).add(drafted(ASKING, "Du har 10 dage."), LetterRevised(R, CASE, LETTER, "d", "Snart."))
    )
    completed = journal.add(LetterCompleted(R, CASE, LETTER, ASKING, "dagny", needs_approval=False, round=1))

    assert "tells of no time, and the time is 10 days" in completed.wrong(LettersTellTheTime)
