"""Contacts of another routine are registered or offered by themselves (REG-14), tried with PPT beside it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from saksgang.commands import (
    CompleteLetter,
    DraftLetter,
    PrintLetter,
    RecordContact,
    RegisterDocument,
    ReportNoMailbox,
    SubmitDocument,
    WriteNote,
)
from saksgang.errors import Refused
from saksgang_contact_registration.rows import Source
from saksgang_contact_registration.settings import Settings
from tests.plugins.contact_registration.bench import SETTINGS, Bench, bench

PPT = "ppt_intake"


def submitted(office: Bench, channel: str = "letter") -> str:
    command = SubmitDocument(PPT, "citizen:1", "citizen:1", "Henvisning", channel=channel)
    return str(office.do(command, "citizen:1")[0].event.document)  # type: ignore[attr-defined]


def registered(office: Bench, document: str, case: str = "") -> str:
    kind = "" if case else "PPT-sak"
    events = office.do(RegisterDocument(document, "Henvisning", case=case, case_type=kind), "staff:karen")
    return next(recorded.event.case for recorded in events if recorded.kind == "DocumentRegistered")


def confirmed(office: Bench, case: str, document: str) -> str:
    """A confirmation letter that goes out at once."""
    names = office.view.catalogue.letter(PPT, "mottaksbekreftelse").fields
    known = {"case_number": case, "received_date": office.view.document(document).received.isoformat()}
    draft = DraftLetter(case, "mottaksbekreftelse", "citizen:1", {**dict.fromkeys(names, "x"), **known}, document)
    letter = str(office.do(draft, "staff:karen")[0].event.letter)  # type: ignore[attr-defined]
    office.do(CompleteLetter(letter), "staff:karen")
    return letter


@pytest.fixture
def both() -> Bench:
    """An office with PPT and this routine on."""
    return bench(beside=True)


def test_reg_14_a_document_is_offered_and_then_registered_by_itself(both: Bench) -> None:
    """What it does to which case only its registration tells; then all is certain."""
    document = submitted(both)
    (task,) = both.tasks()
    assert (task.state, task.section, task.facts["channel"]) == ("open", "jobcenter", "letter")
    assert both.registered() == []

    case = registered(both, document)

    (event,) = both.registered()
    assert (event.direction, event.channel, event.about) == ("in", "letter", "pædagogik")
    assert event.facts == {
        "day": "2026-10-06",
        "source": document,
        "ended_by": "karen",
        "department": "borgerservice",
        "type": "oprettelse af sag",
        "changed": True,
        "reference_kind": "sagsnummer",
        "reference": case,
        "activity": "sagsbehandling",
        "closing": "lagt til videre behandling",
    }
    assert both.tasks()[0].outcome == "registered"
    assert both.failures() == []


def test_reg_14_a_document_on_a_case_changes_it(both: Bench) -> None:
    """The second one opens nothing."""
    case = registered(both, submitted(both))

    registered(both, submitted(both), case)

    assert both.registered()[1].facts["type"] == "ændring af sag"


def test_reg_14_a_type_that_the_municipality_says_beforehand_is_taken() -> None:
    """Of documents and of letters, by what they are; of the rest it follows from what happened."""
    told = Source(PPT, "pædagogik", "jobcenter", "Henvisning", type="information vedr. sag")
    letters = Source(PPT, "pædagogik", "jobcenter", "mottaksbekreftelse", type="ændring af sag")
    others = Source("benefits", "kontanthjælp", "jobcenter", type="hjælp til selvbetjening")
    office = bench(beside=True, settings=evolve(SETTINGS, sources=(others, told, letters)))
    document = submitted(office)
    confirmed(office, registered(office, document), document)

    assert [(event.facts["type"], event.facts["changed"]) for event in office.registered()] == [
        ("information vedr. sag", False),
        ("ændring af sag", True),
    ]


def test_reg_14_whoever_is_faster_registers_it_once(both: Bench) -> None:
    """A person did the task before the document was registered."""
    document = submitted(both)
    changes = {"channel": "letter", "closing": "lagt til videre behandling", "source": document}
    both.register(about="pædagogik", **changes)

    registered(both, document)

    assert len(both.registered()) == 1


def test_reg_09_and_14_a_letter_is_output_managers_and_one_contact(both: Bench) -> None:
    """Where it ends is not certain when it is sent; printed later it is the same contact (REG-02)."""
    document = submitted(both)
    letter = confirmed(both, registered(both, document), document)

    (_, event) = both.registered()
    assert (event.direction, event.channel) == ("out", "output manager")
    assert event.facts["type"] == "information vedr. sag"
    assert event.facts["delivery"] == "output manager"
    assert (event.facts["source"], event.facts["ended_by"]) == (letter, "karen")

    both.do(ReportNoMailbox(letter), "system:mailbox")

    assert both.view.letter(letter).state == "due for print"
    assert len(both.registered()) == 2
    assert len(both.tasks()) == 1
    assert both.failures() == []


def test_reg_14_a_print_of_which_nothing_is_known_is_for_a_person() -> None:
    """Sent before the week and printed in it, or never sent: the system cannot tell."""
    office = bench(beside=True)
    office.clock.time -= dt.timedelta(days=4)
    document = submitted(office)
    letter = confirmed(office, registered(office, document), document)
    assert office.tasks() == []
    office.clock.time += dt.timedelta(days=4)

    office.do(PrintLetter(letter, "test"), "rule:PPT-10")

    (task,) = office.tasks()
    assert (task.facts["channel"], task.facts["direction"], task.owner) == ("letter", "", "karen")
    assert office.registered() == []


def test_reg_14_a_note_of_a_call_is_offered_to_its_author(both: Bench) -> None:
    """Only a note that tells of a call, and only as a task."""
    case = registered(both, submitted(both))

    both.do(WriteNote(case, "Mor ringte om ventetiden."), "staff:jens")
    both.do(WriteNote(case, "Snakket med skolen."), "staff:jens")

    (_, task) = both.tasks()
    assert (task.owner, task.state) == ("jens", "open")
    assert task.facts["why"] == ["REG-14: Only a person can say who turned to whom."]
    assert (task.facts["channel"], task.facts["reference"]) == ("telephone", case)


def test_reg_14_who_may_not_register_gets_nothing_to_register(both: Bench) -> None:
    """A leader's call is offered to the department; the leader has not the role."""
    case = registered(both, submitted(both))

    both.do(WriteNote(case, "Mor ringte om ventetiden."), "staff:bo")

    (_, task) = both.tasks()
    assert (task.owner, task.section, task.facts["ended_by"]) == ("", "jobcenter", "bo")


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Mor ringte og spurte.", True),
        ("Borger ringer og spørger til sagen.", True),
        ("Talte med borgeren i telefonen.", True),
        ("Tlf.samtale med borger, afsluttet.", True),
        ("Borgeren har ringet.", True),
        ("Telefonisk kontakt med skolen.", True),
        ("Har fått oppringning fra foresatte.", True),
        ("Ændringer i vurderinger er registreret.", False),
        ("Helbredet er forringet.", False),
    ],
)
def test_reg_14_a_note_tells_of_a_call_by_how_its_words_begin(text: str, *, offered: bool) -> None:
    """In Danish and Norwegian; the same letters in the middle of a word tell of none."""
    days: dict[str, Any] = {"first_day": SETTINGS.first_day, "last_day": SETTINGS.last_day}
    shipped = Settings(departments=SETTINGS.departments, areas=SETTINGS.areas, **days)
    office = bench(beside=True, settings=shipped)
    case = registered(office, submitted(office))
    before = len(office.tasks())

    office.do(WriteNote(case, text), "staff:jens")

    assert len(office.tasks()) - before == offered


def test_reg_12_and_14_a_document_handed_in_at_the_desk_says_not_how_it_ended(both: Bench) -> None:
    """What came in writing is further handled; how a visit ended only a person can say."""
    document = submitted(both, "personal")
    registered(both, document)

    (task,) = both.tasks()
    assert "closing" not in task.facts
    assert "REG-12" in str(task.facts["why"])
    assert both.registered() == []


def test_reg_01_and_14_a_personal_contact_may_be_the_service_itself(both: Bench) -> None:
    """Of a call it is certain that it was case handling; of a visit only a person can say."""
    facts: dict[str, Any] = {"type": "information vedr. sag", "closing": "straksafsluttet"}
    case = registered(both, submitted(both))

    both.do(RecordContact(PPT, "citizen:1", "in", "personal", "ventetid", case=case, facts=facts), "staff:jens")

    task = both.tasks()[-1]
    assert (task.state, "activity" in task.facts) == ("open", False)
    assert "REG-01" in str(task.facts["why"])
    assert len(both.registered()) == 1


def test_reg_14_another_routines_contact_says_what_it_knows(both: Bench) -> None:
    """In our very words it is taken over, and then nothing is left to ask."""
    case = registered(both, submitted(both))
    facts: dict[str, Any] = {"type": "information vedr. sag", "closing": "straksafsluttet"}

    both.do(RecordContact(PPT, "citizen:1", "in", "telephone", "ventetid", case=case, facts=facts), "staff:jens")

    event = both.registered()[1]
    assert (event.direction, event.channel, event.about) == ("in", "telephone", "pædagogik")
    assert (event.facts["closing"], event.facts["department"]) == ("straksafsluttet", "jobcenter")


def test_reg_14_words_of_another_meaning_are_not_taken_over(both: Bench) -> None:
    """A call of which the closing is not known is for a person."""
    facts: dict[str, Any] = {"type": "ventetid", "closing": 1, "source": "x", "count": 9}

    both.do(RecordContact(PPT, "citizen:1", "in", "telephone", "ventetid", facts=facts), "staff:jens")

    (task,) = both.tasks()
    assert {"type", "closing", "count"} & task.facts.keys() == set()
    assert task.facts["source"] == f"{PPT}/contact-1"
    assert both.registered() == []


def test_reg_14_without_a_row_only_the_area_is_asked_for() -> None:
    """All that is known is filled in, department from the person's section."""
    office = bench(beside=True, settings=evolve(SETTINGS, sources=()))
    document = submitted(office)

    registered(office, document)

    (task,) = office.tasks()
    assert task.facts["area"] == ""
    assert "REG-07: There is no task area" in str(task.facts["why"])
    assert office.registered() == []


def test_reg_05_and_14_a_form_on_paper_is_for_a_person() -> None:
    """Self-service lets nobody send an empty form; of a letter only a person can see how far it is filled in."""
    office = bench(beside=True, settings=evolve(SETTINGS, sources=(Source(PPT, "pædagogik", "jobcenter", form=True),)))
    registered(office, submitted(office, "letter"))
    assert office.registered() == []
    assert office.tasks()[0].state == "open"

    registered(office, submitted(office, "self-service"))

    (event,) = office.registered()
    assert (event.channel, event.facts["filled"]) == ("self-service", "helt")


def test_reg_13_and_14_nothing_is_offered_outside_the_week(both: Bench) -> None:
    """The Monday after; a document of the week that is registered then still counts with its own day."""
    document = submitted(both)
    both.clock.time += dt.timedelta(days=6)

    submitted(both)
    registered(both, document)

    assert len(both.tasks()) == 1
    assert both.registered()[0].facts["day"] == "2026-10-06"


def lived(office: Bench) -> Bench:
    """A small life of PPT: documents, letters, notes, contacts, a refusal, and days that go by."""
    document = submitted(office)
    case = registered(office, document)
    letter = confirmed(office, case, document)
    office.do(WriteNote(case, "Mor ringte."), "staff:jens")
    office.do(RecordContact(PPT, "citizen:1", "in", "telephone", "ventetid", case=case), "staff:jens")
    with pytest.raises(Refused):
        office.do(RegisterDocument(submitted(office), "Tull", case_type="PPT-sak"), "staff:karen")
    for _ in range(8):
        later = submitted(office, "e-mail")
        confirmed(office, registered(office, later), later)
    office.do(ReportNoMailbox(letter), "system:mailbox")
    office.wait_until(office.clock.time + dt.timedelta(days=30))
    return office


def test_reg_14_with_it_on_or_off_the_others_behave_the_same_to_the_byte() -> None:
    """PPT's own stream is the same, event ids, causes and instants included; so is what happens in the office."""
    alone, together = lived(bench(beside=True, counting=False)), lived(bench(beside=True))

    assert alone.stream(PPT) == together.stream(PPT)
    assert len(alone.stream(PPT)) > 50
    assert together.registered()
    assert together.failures() == []


def test_plg_04_without_others_nothing_is_observed(office: Bench) -> None:
    """Alone it registers what people register."""
    office.register()

    assert office.tasks() == []
    assert len(office.registered()) == 1
