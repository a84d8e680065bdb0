"""The journal in PostgreSQL: every damage is reported with the last good event (COR-21)."""

from __future__ import annotations

from contextlib import closing

import pytest

from saksgang.errors import JournalDamaged
from saksgang.journal import Encoded, PostgresqlJournal, Recorded, encode, open_journal
from tests.core.journal.edits import EDITS, OUT_OF_ORDER
from tests.core.journal.factory import SHORT, records
from tests.core.journal.server import Cluster, Server

TOLD = records(20, SHORT)


@pytest.fixture
def kept(address: str) -> str:
    """The address of a journal that has events."""
    with closing(PostgresqlJournal(address)) as journal:
        journal.append(TOLD)
    return address


@pytest.mark.parametrize(
    ("edit", "last_good"),
    [
        *EDITS,
        ("UPDATE journal SET line = overlay(line PLACING '\\x00' FROM 9) WHERE position = 5", "ppt_intake:4"),
        ("UPDATE journal SET chain = sha256('') WHERE position = 5", "ppt_intake:4"),
        (
            "UPDATE journal SET chain = (SELECT chain FROM journal WHERE position = 4) WHERE position = 5",
            "ppt_intake:4",
        ),
        ("ALTER TABLE journal ALTER line TYPE text USING 'x'", ""),
        ("ALTER TABLE journal DROP COLUMN type", ""),
        ("ALTER TABLE head DROP COLUMN digest", "ppt_intake:20"),
        ("TRUNCATE journal", ""),
    ],
)
def test_cor_21_every_edit_is_found(kept: str, server: Server, edit: str, last_good: str) -> None:
    """Whatever somebody changes with a database tool, the journal is reported with its last good event."""
    server.run(edit, kept)

    for writing in (True, False):
        with pytest.raises(JournalDamaged, match=r"^The journal postgresql://[^\n]+ is damaged: [^\n]+\.$") as caught:
            _read(kept, writing=writing)
        assert caught.value.last_good == last_good


@pytest.mark.parametrize(("edit", "last_good"), OUT_OF_ORDER)
def test_cor_21_an_event_out_of_order_is_proved_too(kept: str, server: Server, edit: str, last_good: str) -> None:
    """Found by its id or by its case, a row that is not as it was written is reported, not handed on."""
    server.run(edit, kept)
    with closing(PostgresqlJournal(kept)) as journal:
        with pytest.raises(JournalDamaged) as by_id:
            journal.event("ppt_intake:98" if "98" in edit else "ppt_intake:5")
        with pytest.raises(JournalDamaged) as by_case:
            list(journal.of_case("PPT-2026-00001"))

    assert (by_id.value.last_good, by_case.value.last_good) == (last_good, last_good)


@pytest.mark.parametrize(
    ("edit", "last_good"),
    [
        ("DELETE FROM journal WHERE position = 20", "ppt_intake:19"),
        ("UPDATE head SET events = 21", "ppt_intake:20"),
        ("UPDATE head SET digest = ''", "ppt_intake:20"),
        ("DELETE FROM head", "ppt_intake:20"),
    ],
)
def test_cor_21_what_is_changed_behind_an_open_journal_is_found_by_reading(
    kept: str, server: Server, edit: str, last_good: str
) -> None:
    """By its writer; the head is compared after the last event, too."""
    with closing(PostgresqlJournal(kept)) as journal:
        server.run(edit, kept)
        for read in (iter, PostgresqlJournal.encoded):
            with pytest.raises(JournalDamaged) as caught:
                list(read(journal))
            assert caught.value.last_good == last_good


def test_cor_21_what_is_changed_behind_a_reader_is_found_too(kept: str, server: Server) -> None:
    """A head that moved on is no damage to a reader, and one that went back or another row is."""
    with closing(PostgresqlJournal(kept, writing=False)) as journal:
        for edit, last_good in (
            ("UPDATE head SET events = 19", "ppt_intake:20"),
            ("DELETE FROM journal WHERE position = 20", "ppt_intake:19"),
            ("DELETE FROM journal WHERE position = 5", "ppt_intake:4"),
        ):
            assert len(journal) == 20
            server.run(edit, kept)
            with pytest.raises(JournalDamaged) as caught:
                list(journal)
            assert caught.value.last_good == last_good


def test_cor_21_lines_that_are_read_without_their_events_are_proved_too(kept: str, server: Server) -> None:
    """Nothing after the damage is handed on."""
    server.run("UPDATE journal SET line = '' WHERE position = 5", kept)

    seen: list[bytes] = []
    with pytest.raises(JournalDamaged) as caught:
        seen.extend(Encoded(kept))
    assert (seen, caught.value.last_good) == ([encode(each) for each in TOLD[:4]], "ppt_intake:4")


def test_cor_21_a_page_that_the_disk_has_lost_is_damage(kept: str, server: Server, cluster: Cluster) -> None:
    """What its server cannot read any more, it says; the events before are good."""
    with closing(PostgresqlJournal(kept)) as journal:
        journal.append(records(300, SHORT)[20:])
    ((file,),) = server.run("SELECT pg_relation_filepath('journal')", kept)
    cluster.stop()
    with (cluster.data / str(file)).open("r+b") as pages:
        pages.seek(2 * 8192 + 100)
        pages.write(b"\xff" * 100)
    cluster.start()

    with pytest.raises(JournalDamaged, match="the database says 'invalid page in block 2 of relation") as caught:
        _read(kept)
    with closing(open_journal(kept)) as journal:
        good = journal.event(caught.value.last_good)
    assert good in records(300, SHORT)
    assert 20 < int(good.id.partition(":")[2]) < 300


def _read(address: str, *, writing: bool = False) -> list[Recorded]:
    with closing(PostgresqlJournal(address, writing=writing)) as journal:
        return list(journal)
