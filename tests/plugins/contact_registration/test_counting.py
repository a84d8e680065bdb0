"""The result of the counting week (REG-13)."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from saksgang.events import ContactRecorded, OfficeOpened
from saksgang.journal import Recorded
from saksgang_contact_registration.counting import Count, counted, counted_in, total
from tests.plugins.contact_registration.bench import Bench, R, reg

FURTHER = "lagt til videre behandling"


def test_reg_13_the_table_is_by_department_channel_type_and_closing() -> None:
    """Sorted by them, whichever order they came in."""
    mail = reg(channel="e-mail", closing=FURTHER)
    desk = reg(department="borgerservice", channel="personal")

    assert counted([reg(), mail, desk, reg()]) == [
        Count("borgerservice", "personal", "råd/vejledning", "straksafsluttet", 1),
        Count("jobcenter", "e-mail", "råd/vejledning", FURTHER, 1),
        Count("jobcenter", "telephone", "råd/vejledning", "straksafsluttet", 2),
    ]


def test_reg_10_batches_are_counted_apart_and_overruled_warnings_too() -> None:
    """A mailing of 40 letters and one letter; one warning overruled."""
    letter = reg(direction="out", channel="letter", closing=FURTHER)
    mailing = reg(direction="out", channel="letter", closing=FURTHER, batch="Nye satser", count=40)
    doubtful = reg(direction="out", channel="letter", closing=FURTHER, overruled={"REG-03": "skøn"})

    (row,) = counted([letter, mailing, doubtful])

    assert row.row == ("jobcenter", "letter", "råd/vejledning", FURTHER, 2, 40, 1)


def test_reg_13_a_journal_is_counted(office: Bench) -> None:
    """What was refused is not in it."""
    office.register()
    office.register(source="2", type="ændring af sag", overruled={"REG-03": "skøn"})
    office.refused(source="3", activity="ydelse")

    table = counted_in(office.journal)

    assert [(row.type, row.singly, row.overruled) for row in table] == [
        ("råd/vejledning", 1, 0),
        ("ændring af sag", 1, 1),
    ]
    assert total(table).row == ("", "", "", "", 2, 0, 1)


def test_reg_13_each_counting_week_has_a_table_of_its_own(office: Bench) -> None:
    """Next year's office goes on in the same journal: the last week counts, also while the routine is off again."""
    office.register()
    week = {"first_day": "2027-10-04", "last_day": "2027-10-08"}
    opening = OfficeOpened("office", "", "Birkelund", "DK", "Europe/Copenhagen", "da", {R: {"settings": week}}, ())
    then = dt.datetime(2027, 10, 5, 8, 0, tzinfo=dt.UTC)
    facts = {"type": "råd/vejledning", "department": "jobcenter", "closing": "straksafsluttet", "source": "2027"}
    contact = ContactRecorded(R, "", "c", "citizen:1", "in", "telephone", "kontanthjælp", "jens", facts)
    late = evolve(contact, facts={**facts, "day": "2027-10-09"})
    off = evolve(opening, routines={})
    later = [Recorded(str(n), then, "staff:jens", "", event) for n, event in enumerate((opening, contact, late, off))]

    assert total(counted_in([*office.journal, *later[:1]])).singly == 0
    assert total(counted_in([*office.journal, *later])).singly == 1
    assert total(counted_in(office.journal)).singly == 1
    assert total(counted_in(recorded for recorded in office.journal if recorded.kind == "ContactRecorded")).singly == 1


def test_reg_13_where_nobody_registered_the_table_is_empty(office: Bench) -> None:
    """And its sum is nothing."""
    assert counted_in(office.journal) == []
    assert total([]).row[4:] == (0, 0, 0)
