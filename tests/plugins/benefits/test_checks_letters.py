"""Checks of letters."""

from __future__ import annotations

import pytest

from saksgang.events import LetterCompleted, LetterPrintOrdered, MailboxMissing
from saksgang_benefits.checks_letters import (
    DecisionsGoOut,
    DecisionsSayWhatIsExpected,
    LettersAreSentAtOnce,
    LettersAskForSomething,
    LettersGoToTheApplicant,
    NobodyChoosesPaper,
)
from tests.plugins.benefits.checks_pages import CASE, LETTER, R, amended, book, done, drafted, opened, sent, status

COMPLETED = LetterCompleted(R, CASE, LETTER, "anmodning", "dagny", needs_approval=False, round=1)
MISSING, PAPER = MailboxMissing(R, CASE, LETTER), LetterPrintOrdered(R, CASE, LETTER, "", "k")
ASKS = f"Sag {CASE}\n\nVi mangler dokumentation fra din a-kasse for, hvornår din ret er ophørt."
TELLS = "Lønsedlen skal uploades hver måned gennem selvbetjeningen."


def test_ben_08_a_letter_says_what_is_missing() -> None:
    """The case and a whole paragraph."""
    assert book().add(drafted("anmodning", ASKS)).held(LettersAskForSomething)
    assert "does not say" in book().add(drafted("anmodning", f"Sag {CASE}\n\nHej")).wrong(LettersAskForSomething)
    assert "does not say" in book().add(drafted("anmodning", ASKS.replace(CASE, ""))).wrong(LettersAskForSomething)


def test_ben_09_a_completed_letter_is_sent_at_once() -> None:
    """In that instant, not later, not never."""
    assert book().add(COMPLETED).rule(sent("anmodning")).held(LettersAreSentAtOnce)
    assert "not sent" in book().add(COMPLETED).wrong(LettersAreSentAtOnce)
    late = book().add(COMPLETED).at("2024-06-03 07:01").rule(sent("anmodning"))
    assert late.verdict(LettersAreSentAtOnce).count == 1


def test_ben_09_paper_is_the_print_services_choice() -> None:
    """Without a mailbox at once; never with one, never by hand, never late."""
    assert book().rule(MISSING, PAPER).held(NobodyChoosesPaper)
    assert "nothing says that there is no mailbox" in book().rule(PAPER).wrong(NobodyChoosesPaper)
    assert "was printed by staff:dagny" in book().rule(MISSING).add(PAPER).wrong(NobodyChoosesPaper)
    assert "not printed at once" in book().rule(MISSING).wrong(NobodyChoosesPaper)
    assert book().rule(MISSING).at("2024-06-04 07:00").rule(PAPER).verdict(NobodyChoosesPaper).count == 2


@pytest.mark.parametrize("template", ["afgorelse_bevilling", "afgorelse_afslag", "udbetalingsspecifikation"])
def test_ben_20_decisions_and_specifications_go_to_the_applicant(template: str) -> None:
    """Not to the spouse."""
    assert book().rule(opened(), sent(template)).held(LettersGoToTheApplicant)
    assert "went to citizen:bo" in book().rule(opened(), sent(template, "citizen:bo")).wrong(LettersGoToTheApplicant)


def test_ben_26_no_letter_is_written_on_a_case_that_is_filed_away() -> None:
    """On a closed case one still may be; one that was written before may still go."""
    closed, filed = status("afsluttet", "bevilget"), status("arkiveret", "afsluttet", final=True)
    asks = drafted("anmodning", ASKS)

    assert book().rule(opened(), closed, asks, filed).held(LettersGoToTheApplicant)
    assert book().rule(opened(), closed, filed, asks).wrong(LettersGoToTheApplicant) == (
        f"BEN-26 {CASE}: {LETTER} was written on {CASE}, which is filed away."
    )


def test_ben_19_the_letter_fits_the_decision() -> None:
    """Grant for a grant, refusal for a refusal, neither before the decision."""
    granted, refused = amended(decision={"outcome": "granted"}), amended(decision={"outcome": "refused"})

    assert book().rule(opened(), granted, sent("afgorelse_bevilling")).held(DecisionsSayWhatIsExpected)
    assert book().rule(opened(), refused, sent("afgorelse_afslag")).held(DecisionsSayWhatIsExpected)
    for first, template in ((granted, "afgorelse_afslag"), (refused, "afgorelse_bevilling")):
        assert "was sent, but the case is" in book().rule(opened(), first, sent(template)).wrong(
            DecisionsSayWhatIsExpected
        )
    assert "not decided" in book().rule(opened(), sent("afgorelse_bevilling")).wrong(DecisionsSayWhatIsExpected)


def test_ben_19_supplementary_benefit_tells_of_the_payslips() -> None:
    """Every month, through self-service; a letter that forgets it is found."""
    decision = amended(decision={"outcome": "granted", "supplementary": True})
    template = "afgorelse_bevilling"

    assert book().rule(opened(), decision, drafted(template, TELLS), sent(template)).held(DecisionsSayWhatIsExpected)
    silent = book().rule(opened(), decision, drafted(template, "Tillykke."), sent(template))
    assert "does not say that payslips" in silent.wrong(DecisionsSayWhatIsExpected)


def test_ben_20_a_decision_goes_out_in_the_end() -> None:
    """By letter, unless the case is filed away before."""
    decided = done("decide", "granted")

    assert book().add(decided).rule(sent("afgorelse_bevilling")).held(DecisionsGoOut)
    assert "no letter has been sent" in book().add(decided).wrong(DecisionsGoOut)
    assert book().add(decided).verdict(DecisionsGoOut, "2024-06-20 00:00").count == 0
