"""Checks of notes, of closing, and of the month of the stop."""

from __future__ import annotations

import pytest
from attrs import fields_dict

from saksgang_benefits.checks_notes import ClosingSaysWhy, PayslipsAreWorkedThrough, TheStopMonthIsTheLast
from saksgang_benefits.refusing_cases import says_so
from saksgang_benefits.settings import Settings
from tests.plugins.benefits.checks_pages import (
    CASE,
    DOC,
    Book,
    amended,
    book,
    done,
    note,
    opened,
    payment,
    status,
    task,
)

REPORT = amended(income_2024_06={"document": DOC, "pay": "13800.00"})
REPORTED = done("payslip", "income reported", "viggo")
CLOSED = status("afsluttet", "bevilget")
FILED = status("arkiveret", "afsluttet", final=True)
WISH = "Asta ønsker selv sagen afsluttet."


def slip() -> Book:
    """A payslip that is to be worked through."""
    return book().rule(opened(), task("payslip")).at("2024-06-04 07:00")


def test_ben_22_a_payslip_is_worked_through() -> None:
    """Its income on the case and a note since it came, by whoever completes it."""
    check = PayslipsAreWorkedThrough

    assert slip().add(REPORT, note(by="viggo"), REPORTED).held(check)
    assert "no income rests on" in slip().add(note(by="viggo"), REPORTED).wrong(check)
    other = amended(income_2024_06={"document": "benefits/document-9"})
    assert "no income rests on" in slip().add(other, note(by="viggo"), REPORTED).wrong(check)
    assert "written no note about it" in slip().add(REPORT, REPORTED).wrong(check)
    assert "written no note about it" in slip().add(REPORT, note(by="dagny"), REPORTED).wrong(check)
    before = book().rule(opened()).add(note(by="viggo")).at("2024-06-04 07:00").rule(task("payslip"))
    assert "written no note about it" in before.add(REPORT, REPORTED).wrong(check)
    assert slip().add(done("payslip", "not usable", "viggo")).verdict(check).judged == 0


def test_ben_26_closing_says_that_the_citizen_wishes_it() -> None:
    """On that day, in such words, by one of the staff."""
    check = ClosingSaysWhy

    assert book().add(note(WISH), CLOSED).held(check)
    assert book().add(note(WISH.upper()), CLOSED).held(check)
    for wrong in (
        book().add(CLOSED),
        book().add(note("Asta har fået arbejde."), CLOSED),
        book().add(CLOSED, note(WISH)),
        book().add(note(WISH)).at("2024-06-03 22:00").add(CLOSED),
        book().add(note(WISH)).rule(CLOSED),
    ):
        assert "was closed by" in wrong.wrong(check)
    assert book().rule(status("afsluttet", "afslået")).verdict(check).judged == 0


@pytest.mark.parametrize("state", ["ordered", "paid", "nothing to pay"])
def test_ben_26_the_month_of_the_stop_is_paid(state: str) -> None:
    """Before the case is filed away, and nothing after it."""
    check = TheStopMonthIsTheLast
    closed = (opened(), amended(stop_month="2024-06"), CLOSED)
    june, july = amended(payment_2024_06=payment(state=state)), amended(payment_2024_07=payment())

    assert book().rule(*closed, june, FILED).held(check)
    assert book().rule(*closed, task("payment_held", "2024-06"), FILED).held(check)
    assert "2024-06 was not paid" in book().rule(*closed, FILED).wrong(check)
    assert "2024-07 was paid, although" in book().rule(*closed, june, july).wrong(check)
    assert "no month was not paid" in book().rule(opened(), CLOSED, FILED).wrong(check)
    assert book().rule(opened(), status("afsluttet", "afslået"), FILED).verdict(check).judged == 0
    assert CASE in book().rule(*closed, FILED).wrong(check)


@pytest.mark.parametrize(("begins", "wrong"), [("2024-07", 0), ("2024-06", 1), ("2024-05", 1)])
def test_ben_26_of_help_that_never_began_no_month_is_paid(begins: str, wrong: int) -> None:
    """A case that is closed in the last month of the household's other case had none of its own."""
    granted = amended(decision={"outcome": "granted", "from_month": begins})

    filed = book().rule(opened(), granted, amended(stop_month="2024-06"), CLOSED, FILED)
    assert filed.verdict(TheStopMonthIsTheLast).count == wrong
    without = book().rule(opened(), granted, CLOSED, FILED)
    assert "no month was not paid" in without.wrong(TheStopMonthIsTheLast)


def test_ben_26_a_closing_word_begins_a_word_of_the_note() -> None:
    """Somebody who had a job (jobbede) has not asked (bede) for anything."""
    closed = (opened(), status("bevilget"), status("afsluttet", "bevilget"))
    for text, wrong in (("Hun jobbede.", 1), ("Hun bedes om det.", 0)):
        journal = book(closing_words=["bede"]).add(note(text), *closed)
        assert journal.verdict(ClosingSaysWhy).count == wrong


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("Asta ønsker sagen lukket.", True),
        ("Lukkes efter Astas ANMODNING.", True),
        ("Aftalt med kommunen. Bedt om ophør.", True),
        ("Telefon/ønske om ophør.", True),
        ("Vi har talt med Asta, der har bedt om ophør.", True),
        ("Asta er afgået ved døden.", True),
        ("Oplyst om afdøde.", True),
        ("Lukkes efter vores anmodning.", False),
        ("Vi har bedt om lønsedlen.", False),
        ("Jeg havde anmodet om den.", False),
        ("Kommunens ønske.", False),
        ("Asta har fået arbejde.", False),
        ("", False),
    ],
)
def test_ben_26_rule_and_check_read_a_closing_note_alike(text: str, closes: bool) -> None:
    """What the citizen asked for, or died, closes the case; what the office asked for does not."""
    words: tuple[str, ...] = fields_dict(Settings)["closing_words"].default or ()
    closed = (opened(), status("bevilget"), status("afsluttet", "bevilget"))
    held = not book(closing_words=list(words)).add(note(text), *closed).verdict(ClosingSaysWhy).count

    assert held is closes
    assert any(says_so(text, word) for word in words) is closes
