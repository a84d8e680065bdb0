"""One line of the journal: what is written reads back, and is written as it always was."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.errors import JournalDamaged
from saksgang.events import EVENTS, DeadlineStarted, Event
from saksgang.journal import Recorded, decode, encode
from saksgang.journal.chain import START, linked
from saksgang.records import Target
from tests.core.journal.factory import every_event

AT = dt.datetime(2026, 1, 5, 8, 30, tzinfo=dt.UTC)
DUE = dt.datetime(2026, 1, 26, 22, 59, tzinfo=dt.UTC)
# Within an event msgspec writes a class's own fields by name, and those of ``Event`` last.
GOLDEN = (
    '{"id":"ppt_intake:7","at":"2026-01-05T08:30:00Z","actor":"rule:PPT-04","cause":"ppt_intake:6",'
    '"type":"DeadlineStarted","data":{"about":"","deadline":"PPT-2026-00001/deadline-1",'
    '"kind":"svarfrist på søknad","start":"2026-01-05T08:30:00Z","targets":[{"due":"2026-01-26T22:59:00Z",'
    '"name":"due","rule":"15 working days, end of day","state":"running"}],"case":"PPT-2026-00001",'
    '"routine":"ppt_intake"}}'
)
EVENT = DeadlineStarted(
    "ppt_intake",
    "PPT-2026-00001",
    "PPT-2026-00001/deadline-1",
    "svarfrist på søknad",
    "",
    AT,
    (Target("due", "15 working days, end of day", DUE),),
)
RECORDED = Recorded("ppt_intake:7", AT, "rule:PPT-04", "ppt_intake:6", EVENT)


@pytest.mark.parametrize("event", every_event(), ids=lambda event: type(event).__name__)
def test_cor_01_every_kind_of_event_reads_back_as_it_was_written(event: Event) -> None:
    """Nothing of an event is lost, changed in type or put in another order by being written."""
    recorded = Recorded("ppt_intake:1", AT, "staff:turid", "", event)

    assert decode(encode(recorded)) == recorded


def test_every_kind_of_event_is_tried() -> None:
    """The factory leaves no kind out."""
    assert {type(event) for event in every_event()} == set(EVENTS.values())


def test_cor_01_a_line_is_written_as_it_always_was() -> None:
    """The bytes of a line are a promise: digests of journals that were kept depend on them."""
    assert encode(RECORDED) == GOLDEN.encode()


def test_cor_01_a_line_that_was_kept_is_read_as_it_always_was() -> None:
    """A line of an earlier version gives the event that it was written for."""
    assert decode(GOLDEN.encode()) == RECORDED


def test_cor_21_the_chain_is_sha_256_over_the_link_before_and_the_line() -> None:
    """The links, worked out with another tool (sha256sum), start from 32 zero bytes."""
    first = linked(START, b"abc")

    assert first.hex() == "365aa7d8f7f9402c4b9434502b4cc89ddb09fe50d7cd95b493b834c62d5a5370"
    assert linked(first, b"abd").hex() == "f7589b27082af03000f1c08b878b3843b64773143d90d58f78892b0510a042f9"


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'"text"',
        b"\xff",
        GOLDEN.replace("DeadlineStarted", "DeadlineForgotten").encode(),
        GOLDEN.replace('"kind"', '"sort"').encode(),
        GOLDEN.replace("2026-01-26T22:59", "2026-02-30T22:59").encode(),
        GOLDEN.replace('"at":"2026-01-05T08:30:00Z"', '"at":"2026-01-05T08:30:00"').encode(),
    ],
)
def test_cor_21_a_line_that_cannot_be_read_names_the_last_good_event(line: bytes) -> None:
    """What is no event of ours is reported with the event before it."""
    with pytest.raises(JournalDamaged, match="ppt_intake:6") as caught:
        decode(line, "ppt_intake:6")

    assert caught.value.last_good == "ppt_intake:6"
