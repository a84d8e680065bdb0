"""Checks of what comes in on a case."""

from __future__ import annotations

import pytest

from saksgang.events import DeadlineMet
from saksgang_benefits.checks_asked import RemindersEndWhenItCame
from saksgang_benefits.checks_documents import (
    DocumentsBecomeTasks,
    SpousesRegistrationsReachTheCase,
)
from tests.plugins.benefits.checks_pages import (
    CASE,
    DOC,
    LETTER,
    Book,
    R,
    amended,
    book,
    cancelled,
    done,
    drafted,
    moment,
    opened,
    received,
    registered,
    reopened,
    sent,
    status,
    task,
    waits,
)

SPOUSE = "Kontaktforløb oprettet på ægtefælle"
PAPER = "Dokumentation"
ASKS = "Vi mangler dokumentation fra din a-kasse."


@pytest.mark.parametrize(
    ("category", "kind", "requirement"),
    [
        ("Dokumentation", "review_document", "BEN-14"),
        ("Lønseddel", "payslip", "BEN-21"),
        ("Hændelse", "Barn registreret", "BEN-12"),
    ],
)
def test_ben_14_what_comes_in_becomes_a_task(category: str, kind: str, requirement: str) -> None:
    """Of its kind on the case, or to create a case; another kind or a later time is found."""
    check, came = DocumentsBecomeTasks, received(category, event="Barn registreret")

    assert book().add(came).rule(task(kind)).held(check)
    assert book().add(came).rule(task("create_case", case="")).held(check)
    lost = book().add(came).rule(task("decide")).wrong(check)
    assert lost == f"{requirement} : {DOC} came and did not become the task {kind}."
    assert book().add(came).at("2024-06-03 07:01").rule(task(kind)).verdict(check).count == 1


def reminded(body: str = ASKS) -> Book:
    """A letter, and a reminder of it that a rule has put away."""
    return book().add(drafted("anmodning", body), task("follow_up", LETTER)).rule(waits())


def test_ben_14_a_reminder_ends_when_the_documentation_comes() -> None:
    """At once and with a reason; one that stays, goes later or goes without a word is found."""
    check, came = RemindersEndWhenItCame, registered("Dokumentation", opened=False)

    assert reminded().rule(came, cancelled("follow_up")).held(check)
    assert "is still open" in reminded().rule(came).wrong(check)
    assert reminded().rule(came).at("2024-06-03 07:01").rule(cancelled("follow_up")).verdict(check).count >= 1
    assert "nothing says why" in reminded().rule(came, cancelled("follow_up", " ")).wrong(check)


def test_ben_14_a_reminder_does_not_end_before() -> None:
    """The spouse's registration is no documentation; a person, or a fully informed case, may end it."""
    check, event = RemindersEndWhenItCame, registered(SPOUSE, opened=False)

    assert "not all had come" in reminded().rule(event, cancelled("follow_up")).wrong(check)
    assert reminded().add(cancelled("follow_up")).verdict(check).count == 0
    assert reminded().add(status("fuldt oplyst")).rule(done("follow_up", "informed")).verdict(check).count == 0


def test_ben_14_a_reminder_of_several_matters_ends_with_the_last() -> None:
    """The spouse's registration is one; so is each paper, where the document says which it is."""
    check, spouse, paper = RemindersEndWhenItCame, registered(SPOUSE, opened=False), registered(PAPER, opened=False)
    both = f"{ASKS} Din ægtefælle er ikke tilmeldt som ledig på Jobnet."
    fund = received(PAPER, matter="unemployment_fund")

    assert "not all had come" in reminded(both).rule(paper, cancelled("follow_up")).wrong(check)
    assert "is still open" in reminded(both).rule(paper, spouse).wrong(check)
    assert reminded(both).rule(paper, spouse, cancelled("follow_up")).held(check)
    assert reminded().rule(fund, paper, cancelled("follow_up")).held(check)
    papers = f"{ASKS} Vi mangler kontoudtog."
    assert "not all had come" in reminded(papers).rule(fund, paper, cancelled("follow_up")).wrong(check)


def test_ben_14_the_time_is_not_met_before() -> None:
    """By what the letter asks for, as it was when it was sent."""
    check, paper = RemindersEndWhenItCame, registered(PAPER, opened=False)
    met = DeadlineMet(R, CASE, "deadline-1", "documentation", LETTER, "due", moment("2024-06-13 21:59"), "kommet")

    assert "was met, and not all" in reminded().rule(met).wrong(check)
    assert reminded().rule(paper, met).verdict(check).count == 1  # the reminder alone is still open
    assert "was met, and not all" in reminded().rule(paper, cancelled("follow_up"), sent("anmodning"), met).wrong(check)


def test_ben_13_a_reminder_that_a_person_left_waiting_stays() -> None:
    """Unless the person went on with it."""
    check, came = RemindersEndWhenItCame, registered("Dokumentation", opened=False)

    assert reminded().add(waits()).rule(came).verdict(check).count == 0
    assert "is still open" in reminded().add(waits(), reopened()).rule(came).wrong(check)


def test_ben_12_a_spouses_registration_reaches_the_case() -> None:
    """The day and the task, both at once and both right."""
    check = SpousesRegistrationsReachTheCase
    start = (opened(), received("Hændelse", event=SPOUSE, date="2024-06-03"), registered(SPOUSE, opened=False))
    told, day = task(SPOUSE), amended(spouse_registered_on="2024-06-03")

    assert book().rule(*start, told, day).held(check)
    assert f"case {CASE} has no day of it" in book().rule(*start, told).wrong(check)
    assert "has no task of it" in book().rule(*start, day).wrong(check)
    assert "has no day" in book().rule(*start, told, amended(spouse_registered_on="2024-06-04")).wrong(check)
    again = (registered(SPOUSE, opened=False), task(SPOUSE, number=2))
    assert book().rule(*start, told, day).at("2024-06-04 07:00").rule(*again).held(check)
    assert book().rule(*start).at("2024-06-03 07:01").rule(told, day).verdict(check).count == 2
