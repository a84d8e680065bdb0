"""What holds for every journal, in memory, on disk or at a server."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attrs import evolve

from saksgang.errors import InputRefused
from saksgang.journal import Journal, LinesJournal, MemoryJournal, PostgresqlJournal, Recorded, SqliteJournal, encode
from saksgang.journal import session as sessions
from saksgang.journal.chain import START, linked
from tests.core.journal.factory import records

Opener = Callable[[Path, str], Journal]
KEPT: dict[str, Opener] = {
    "sqlite": lambda folder, _: SqliteJournal(folder / "journal.sqlite"),
    "sqlite, gathering": lambda folder, _: SqliteJournal(folder / "journal.sqlite", gather=7),
    "lines": lambda folder, _: LinesJournal(folder / "journal.jsonl"),
    "postgresql": lambda _, address: PostgresqlJournal(address),
    "postgresql, gathering": lambda _, address: PostgresqlJournal(address, gather=7),
}
ALL: dict[str, Opener] = {"memory": lambda _folder, _address: MemoryJournal(), **KEPT}


@pytest.fixture(params=ALL)
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journal]:
    made = ALL[request.param](tmp_path, _address(request))
    yield made
    made.close()


@pytest.fixture(params=KEPT)
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Journal]:
    address = _address(request)
    return lambda: KEPT[request.param](tmp_path, address)


def _address(request: pytest.FixtureRequest) -> str:
    """Asked for only where it is needed: without PostgreSQL the others are tried all the same."""
    return str(request.getfixturevalue("address")) if request.param.startswith("postgresql") else ""


def test_cor_01_a_new_journal_is_empty(journal: Journal) -> None:
    """No events, and the digest that every journal starts from."""
    assert (len(journal), list(journal), journal.digest) == (0, [], "0" * 64)


def test_cor_01_events_are_told_in_the_order_of_their_units(journal: Journal) -> None:
    """Units of any size come back one after the other, an empty one leaves nothing."""
    told = records(20)
    for unit in (told[:1], [], told[1:6], told[6:19], told[19:]):
        journal.append(unit)

    assert list(journal) == told
    assert len(journal) == 20


def test_cor_21_every_journal_has_the_same_digest_for_the_same_events(journal: Journal) -> None:
    """The digest is over the encoded lines alone, however they are kept and however many came at once."""
    told = records(100)
    chain = START
    for recorded in told:
        chain = linked(chain, encode(recorded))
    journal.append(told[:30])
    journal.append(told[30:])

    assert journal.digest == chain.hex()


def test_an_event_is_found_by_its_id(journal: Journal) -> None:
    """Also while it waits to be written; an unknown id is a KeyError."""
    told = records(20)
    journal.append(told)

    assert [journal.event(recorded.id) for recorded in told] == told
    with pytest.raises(KeyError):
        journal.event("ppt_intake:21")


def test_the_events_of_a_case_are_found(journal: Journal) -> None:
    """Each case has its own, in order; an unknown one has none."""
    told = records(20)
    journal.append(told)

    assert list(journal.of_case("PPT-2026-00002")) == told[1::4]
    assert list(journal.of_case("PPT-2026-00009")) == []


def test_what_is_appended_while_somebody_reads_harms_nobody(journal: Journal) -> None:
    """A reader gets at least what was there when it began, each event once."""
    told = records(20)
    journal.append(told[:10])
    reader = iter(journal)
    seen = [next(reader)]
    journal.append(told[10:])
    seen += reader

    assert seen == told[: len(seen)]
    assert len(seen) >= 10


def test_cor_21_a_journal_that_is_kept_goes_on_where_it_was_closed(reopen: Callable[[], Journal]) -> None:
    """Closed and opened again after every unit, it is the same journal as one that was never closed."""
    told, never_closed = records(20), MemoryJournal()
    for n in range(0, 20, 4):
        journal = reopen()
        journal.append(told[n : n + 4])
        journal.close()
    never_closed.append(told)

    journal = reopen()
    assert list(journal) == told
    assert (len(journal), journal.digest) == (20, never_closed.digest)
    journal.close()


def test_closing_twice_is_closing_once(journal: Journal) -> None:
    """A second close finds nothing to do."""
    journal.append(records(3))
    journal.close()
    journal.close()


def test_cor_22_a_second_writer_is_told_so(reopen: Callable[[], Journal], monkeypatch: pytest.MonkeyPatch) -> None:
    """While one has the journal for writing, another is refused in a sentence, and the first goes on."""
    first = reopen()
    first.append(records(5)[:4])

    with monkeypatch.context() as short:
        short.setattr(sessions, "PATIENCE", "50ms")
        with pytest.raises(InputRefused, match=r"is in use by another process: end that one first\.$"):
            reopen()
    first.append(records(5)[4:])
    assert list(first) == records(5)
    first.close()
    reopen().close()


def test_memory_does_not_grow_with_the_length_of_a_journal_that_is_kept(reopen: Callable[[], Journal]) -> None:
    """6,000 more events, about 3 MB of lines, leave no more than 100 kB behind."""
    told, journal = records(300), reopen()
    kept = []
    tracemalloc.start()
    for turn in range(40):
        unit = [_renumbered(recorded, turn) for recorded in told]
        journal.append(unit)
        journal.flush()
        del unit
        if turn in (19, 39):
            kept.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    journal.close()

    assert kept[1] - kept[0] < 100_000


def _renumbered(recorded: Recorded, turn: int) -> Recorded:
    return evolve(recorded, id=f"turn-{turn}:{recorded.id.rpartition(':')[2]}")
