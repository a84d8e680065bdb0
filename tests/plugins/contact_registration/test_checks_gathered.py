"""The check that a letter which a batch counts is counted there and nowhere else."""

from __future__ import annotations

from saksgang.events import CaseAmended, CaseOpened, LetterPrintOrdered, LetterSent
from saksgang_contact_registration.checks_gathered import GatheredLettersAreCountedOnce
from tests.core.checks.pages import Pages
from tests.plugins.contact_registration.checks_pages import OTHER, R, listed, pages, registered

BATCH, LETTER = "MASSE-2026-00001", "BEN-1/letter-1"
SENT = LetterSent(OTHER, "BEN-1", LETTER, "spec", "citizen:1", "k", "")
PRINTED = LetterPrintOrdered(OTHER, "BEN-1", LETTER, "not opened", "k")
BEGUN = CaseOpened(R, BATCH, "masseforsendelse", "department:jobcenter", "", "samles", {"count": 1})
GROWN = CaseAmended(R, BATCH, {"count": 2})
CHECK = GatheredLettersAreCountedOnce


def gathered() -> Pages:
    """A letter went out and began a batch; two days go by."""
    return pages().add(SENT).follow(BEGUN).at("10-08 08:00")


def test_reg_02_a_printed_letter_of_a_batch_is_nothing_new() -> None:
    """Its print may follow, and the batch is registered; on the list or counted again it is found."""
    assert gathered().add(PRINTED).add(registered("out", source=BATCH, batch=BATCH)).held(CHECK)
    assert "counted in a batch" in gathered().add(PRINTED).follow(listed(LETTER)).wrong(CHECK)
    assert "counted in a batch" in gathered().add(registered("out", "letter", source=LETTER)).wrong(CHECK)
    assert "known before" in gathered().add(PRINTED).follow(GROWN).wrong(CHECK)


def test_reg_02_what_is_known_is_not_gathered() -> None:
    """A letter that was put on the list when it went out does not go into a batch when it is printed."""
    before = pages().add(SENT).follow(listed(LETTER)).at("10-08 08:00")

    assert "known before" in before.add(PRINTED).follow(BEGUN).wrong(CHECK)
    assert pages().add(BEGUN).verdict(CHECK).status == "not put to the test"
