"""Checks of letters that reach nobody."""

from __future__ import annotations

from attrs import evolve

from saksgang.events import CaseAssigned, LetterFailed, LetterRevised, LetterSent
from saksgang_benefits.checks_letters import LettersGoToTheApplicant
from saksgang_benefits.checks_undelivered import SentAnewIsOffTheList, UndeliveredLettersAreTold
from tests.plugins.benefits.checks_pages import CASE, LETTER, Book, R, book, done, drafted, opened, sent, status, task

SECOND, KIND = "KH-2024-00001/letter-2", "undelivered_letter"
FAILED, TOLD = LetterFailed(R, CASE, LETTER, "ukendt"), task(KIND, LETTER)
ASKS = "Vi mangler dokumentation fra din a-kasse for, hvornår din ret er ophørt."
FILED = status("arkiveret", "afsluttet", final=True)


def failed(template: str = "afgorelse_afslag", body: str = "") -> Book:
    """A letter that reached nobody, and a day later."""
    letter = book().add(drafted(template, body)).rule(sent(template)).add(FAILED).rule(TOLD)
    return letter.at("2024-06-04 07:00")


def anew(template: str, body: str = "", to: str = "citizen:asta", author: str = "dagny") -> tuple[object, LetterSent]:
    """The same letter again, in two events."""
    return evolve(drafted(template, body, SECOND), to=to, author=author), sent(template, to, SECOND)


def over(outcome: str = "sent anew") -> object:
    """The task about the letter that failed is off the list."""
    return done(KIND, outcome, about=LETTER)


def test_ben_09_a_letter_that_reaches_nobody_is_told_of() -> None:
    """At that instant, to whoever has the case or stands in with a reason."""
    check, given = UndeliveredLettersAreTold, CaseAssigned(R, CASE, "dagny", "", "")

    assert book().add(FAILED).rule(TOLD).held(check)
    assert "nobody was told" in book().add(FAILED).wrong(check)
    assert "nobody was told" in book().add(FAILED).rule(task("follow_up", LETTER)).wrong(check)
    assert "nobody was told" in book().add(FAILED).rule(task(KIND, SECOND)).wrong(check)
    assert book().add(FAILED).at("2024-06-03 07:01").rule(TOLD).verdict(check).count == 1
    assert book().rule(opened()).add(given, FAILED).rule(TOLD).held(check)
    other = task(KIND, LETTER, "malthe")
    assert "malthe, and dagny has" in book().rule(opened()).add(given, FAILED).rule(other).wrong(check)
    assert book().rule(opened()).add(given, FAILED).rule(evolve(other, reason="dagny er på ferie")).held(check)


def test_ben_20_what_is_sent_anew_is_off_the_list() -> None:
    """At that instant, where it is the same letter to the same person."""
    check = SentAnewIsOffTheList

    for template in ("afgorelse_afslag", "anmodning"):
        assert failed(template, ASKS).add(*anew(template, ASKS), over()).held(check)
        assert "still on the list" in failed(template, ASKS).add(*anew(template, ASKS)).wrong(check)
    for other in (
        anew("afgorelse_bevilling"),
        anew("afgorelse_afslag", to="citizen:bo"),
        anew("afgorelse_afslag", author="rule:BEN-23"),
    ):
        assert failed().add(*other).verdict(check).judged == 0
    assert failed("anmodning", ASKS).add(*anew("anmodning", "Noget andet.")).verdict(check).judged == 0


def test_ben_20_a_task_ends_as_sent_anew_only_when_a_letter_is_sent() -> None:
    """Otherwise the citizen was reached in another way, or somebody looked into it; nothing is sent anew twice."""
    check = SentAnewIsOffTheList

    assert "no letter was sent" in failed().add(over()).wrong(check)
    assert failed().add(over("reached otherwise"), *anew("afgorelse_afslag")).verdict(check).count == 0
    again = failed().add(*anew("afgorelse_afslag"), over()).at("2024-06-05 07:00")
    assert again.add(*anew("afgorelse_afslag")).verdict(check).judged == 1


def test_ben_20_a_letter_says_what_it_was_revised_to() -> None:
    """The last text is what has to be sent anew."""
    revised = LetterRevised(R, CASE, LETTER, "dagny", ASKS)
    letter = book().add(drafted("anmodning", "Hej"), revised, FAILED).rule(TOLD).at("2024-06-04 07:00")

    assert letter.add(*anew("anmodning", "Hej")).verdict(SentAnewIsOffTheList).judged == 0


def test_ben_26_on_a_case_that_is_filed_away_only_what_failed_is_written_anew() -> None:
    """Once, and no other letter."""
    check, begin = LettersGoToTheApplicant, book().add(opened(), drafted("afgorelse_afslag"))
    begin.rule(sent("afgorelse_afslag"), FILED).add(FAILED)

    assert begin.add(*anew("afgorelse_afslag")).held(check)
    assert "which is filed away" in begin.add(drafted("afgorelse_afslag", letter="x")).wrong(check)
    assert "which is filed away" in book().rule(FILED).add(drafted("anmodning")).wrong(check)
