"""Many letters of another routine on one day become one batch (REG-10)."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from saksgang.commands import AmendCase, OpenCase, PrintLetter, RecordContact
from saksgang.events import ContactRecorded
from saksgang.records import Case
from saksgang_contact_registration.gathering import gathered
from tests.plugins.contact_registration.bench import Bench, R, bench
from tests.plugins.contact_registration.test_offering import confirmed, registered, submitted


def write(office: Bench, number: int) -> None:
    """So many confirmations go out, each on a case of its own."""
    for _ in range(number):
        document = submitted(office)
        confirmed(office, registered(office, document), document)


def with_letters(number: int) -> Bench:
    """An office from which so many letters of one kind went out today."""
    office = bench(beside=True)
    write(office, number)
    return office


def letters(office: Bench) -> list[ContactRecorded]:
    """The letters that are registered."""
    return [event for event in office.registered() if event.direction == "out"]


def batches(office: Bench) -> list[Case]:
    """The mass mailings."""
    return [case for case in office.view.cases() if case.routine == R]


def test_reg_10_up_to_the_setting_letters_are_registered_singly() -> None:
    """Three of a kind a day here."""
    office = with_letters(3)

    assert [event.facts.get("count") for event in letters(office)] == [None] * 3
    assert batches(office) == []


def test_reg_10_the_rest_of_the_day_is_one_batch_with_a_count() -> None:
    """Eight letters: three singly, five in a batch that is registered when the day is over."""
    office = with_letters(8)
    (batch,) = batches(office)
    assert (batch.type, batch.status, batch.facts["count"]) == ("masseforsendelse", "samles", 5)
    assert len(letters(office)) == 3

    office.wait_until(dt.datetime(2026, 10, 6, 21, 59, tzinfo=dt.UTC))
    assert len(letters(office)) == 3
    office.wait_until(dt.datetime(2026, 10, 6, 22, 0, tzinfo=dt.UTC))

    event = letters(office)[-1]
    assert (event.channel, event.facts["batch"], event.facts["count"]) == ("output manager", batch.number, 5)
    assert event.facts["day"] == "2026-10-06"
    assert "ended_by" not in event.facts
    assert office.view.case(batch.number).status == "registreret"
    assert office.failures() == []


def test_reg_10_the_next_day_begins_anew() -> None:
    """Three more may stand singly; then comes another batch."""
    office = with_letters(8)
    office.wait_until(dt.datetime(2026, 10, 7, 8, 0, tzinfo=dt.UTC))
    write(office, 4)

    assert [case.facts["count"] for case in batches(office)] == [5, 1]
    assert office.failures() == []


def test_reg_10_letters_of_another_kind_are_a_batch_of_their_own() -> None:
    """A batch is of one kind and day: a letter about something else begins another."""
    office = with_letters(5)
    (batch,) = batches(office)
    same = {"department": "borgerservice", "type": "information vedr. sag", "day": "2026-10-06", "source": "letter-9"}
    told = RecordContact(R, "citizen:2", "out", "output manager", "pædagogik", facts=same)
    other = evolve(told, about="kontanthjælp")
    (more,) = gathered(told, office.view)
    (first,) = gathered(other, office.view)

    assert more.command == AmendCase(batch.number, {"count": 3, "letter-9": 3})
    assert isinstance(first.command, OpenCase)
    assert (first.command.facts["area"], first.command.facts["count"]) == ("kontanthjælp", 1)


def test_reg_02_a_printed_letter_of_a_batch_is_known_already() -> None:
    """Its batch knows it by its number, also once the batch is registered; no person counts it again either."""
    office = with_letters(5)
    (batch,) = batches(office)
    offered = len(office.tasks())
    gathered = [fact for fact in batch.facts if "letter-" in fact]
    assert [batch.facts[letter] for letter in gathered] == [1, 2]

    office.do(PrintLetter(gathered[0], "test"), "rule:PPT-10")
    office.wait_until(dt.datetime(2026, 10, 7, 8, 0, tzinfo=dt.UTC))
    office.do(PrintLetter(gathered[1], "test"), "rule:PPT-10")

    assert len(office.tasks()) == offered
    assert letters(office)[-1].facts["count"] == 2
    again = {"direction": "out", "channel": "letter", "closing": "lagt til videre behandling", "source": gathered[0]}
    assert office.refused(**again) == "REG-02"
    assert office.failures() == []
