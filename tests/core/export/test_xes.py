"""XES: valid against the schema of IEEE 1849, one trace a case (SIM-10)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from saksgang.events import CaseOpened, DocumentReceived, StaffGone
from tests.core.export.logs import NOON, everything, exported, journal_of, lived, schema
from tests.core.export.test_ocel_sqlite import CASE, a_case


def parsed(path: Path) -> Any:
    """The root of a log."""
    return etree.parse(path).getroot()


def values(element: Any, key: str) -> list[str]:
    """What stands under that key in an element's own attributes."""
    return [str(each.get("value")) for each in element if each.get("key") == key]


@pytest.mark.parametrize("name", ["everything", "a case"])
def test_sim_10_a_log_is_valid_against_the_public_schema(name: str, tmp_path: Path) -> None:
    """With an event of each type, and that of a case as it goes."""
    rule = etree.XMLSchema(etree.parse(schema("xes-ieee-1849-2016.xsd")))
    journal = everything() if name == "everything" else lived(a_case)

    rule.assertValid(etree.parse(exported(journal, "xes", tmp_path)))


def test_sim_10_a_case_is_a_trace_with_its_events_in_order(tmp_path: Path) -> None:
    """From the receipt of the document that the case was opened for, which came before there was a case."""
    (trace,) = parsed(exported(lived(a_case), "xes", tmp_path)).iter("trace")

    assert (values(trace, "concept:name"), values(trace, "case_type")) == ([CASE], ["Sak"])
    assert [values(event, "concept:name")[0] for event in trace.iter("event")] == [
        "DocumentReceived Henvendelse",
        "CaseOpened Sak",
        "DocumentRegistered Henvendelse",
        "CaseAssigned",
        "DeadlineStarted answer",
        "TaskCreated reply",
        "LetterDrafted svarbrev",
        "LetterCompleted svarbrev",
        "TaskCompleted reply",
        "StatusChanged avsluttet",
        "DeadlineMissed answer.norm",
    ]
    first, *_, last = trace.iter("event")
    assert values(first, "time:timestamp") == ["2026-04-01T10:00:00.000+02:00"]
    assert values(first, "org:resource") == ["citizen:1"]
    assert values(last, "due") == ["2026-04-08T10:00:00.000+02:00"]


def test_sim_10_events_of_no_case_have_no_trace(tmp_path: Path) -> None:
    """Readers stumble over events outside of traces; the other forms have them."""
    root = parsed(exported(journal_of(StaffGone("office", "", "kari")), "xes", tmp_path))

    assert list(root.iter("event")) == []


def test_cor_22_signs_that_xml_cannot_hold_are_replaced(tmp_path: Path) -> None:
    """What a sender calls a document is anybody's text."""
    today = NOON.date()
    odd = 'a\0b\x1b[31m "<&> \ud800'.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    document = DocumentReceived("small", CASE, "d-1", "citizen:1", "citizen:1", "message", odd, today, today)
    opened = CaseOpened("small", CASE, "Sak", "citizen:1", "", "ny")
    root = parsed(exported(journal_of(opened, document), "xes", tmp_path))

    assert values(list(root.iter("event"))[1], "kind") == ['a\ufffdb\ufffd[31m "<&> ' + "\ufffd" * 3]
