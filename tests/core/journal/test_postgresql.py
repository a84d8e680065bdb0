"""The journal in PostgreSQL: reached by its address, begun where there is none, read beside its writer (COR-21)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from attrs import evolve

from saksgang.errors import InputRefused
from saksgang.journal import (
    Encoded,
    Journal,
    MemoryJournal,
    PostgresqlJournal,
    Recorded,
    SqliteJournal,
    encode,
    open_journal,
    place_of,
)
from saksgang.journal import session as sessions
from tests.core.journal.factory import SHORT, every_event, records
from tests.core.journal.server import Cluster, Server
from tests.core.journal.tiny_office import next_step, step, tiny_office

MORE = records(25, SHORT)
TOLD = MORE[:20]


@pytest.fixture
def kept(address: str) -> str:
    """The address of a journal that has events."""
    with closing(PostgresqlJournal(address)) as journal:
        journal.append(TOLD)
    return address


def test_cor_21_a_journal_is_opened_by_its_address_wherever_one_is_named(kept: str) -> None:
    """As text, as an address, and as the path that a command line made of it; the lines come without events, too."""
    for place in (kept, place_of(kept), Path(kept)):
        with closing(open_journal(place)) as journal:
            assert isinstance(journal, PostgresqlJournal)
            assert list(journal) == TOLD
        lines = Encoded(place)
        assert list(lines) == list(lines.again()) == [encode(each) for each in TOLD]
        assert lines.digest == _digest(TOLD)


def test_cor_21_opening_begins_no_journal(address: str, server: Server) -> None:
    """Nor is one left when it cannot be read, by whoever opens one that is there."""
    for writing in (True, False):
        with pytest.raises(InputRefused, match="cannot be opened: there is no journal in it; see to the server"):
            open_journal(address, writing=writing)
    assert server.run("SELECT to_regclass('journal'), to_regclass('head')", address) == [(None, None)]


def test_a_journal_is_opened_for_reading_unless_told_otherwise(kept: str) -> None:
    """Nobody adds to a journal by accident; who means to, can."""
    with closing(open_journal(kept)) as journal, pytest.raises(InputRefused, match="opened for reading only"):
        journal.append(MORE[20:])
    with closing(open_journal(kept, writing=True)) as journal:
        journal.append(MORE[20:])
        assert list(journal) == MORE


def test_cor_21_every_kind_of_event_reads_back(address: str) -> None:
    """With every sign that text may have, and found by its id."""
    told = [evolve(each, event=event) for each, event in zip(records(40), every_event(), strict=False)]
    with closing(PostgresqlJournal(address)) as journal:
        journal.append(told)
        assert list(journal) == told
        assert [journal.event(each.id) for each in told] == told
        assert journal.digest == _digest(told)


def test_cor_21_an_office_leaves_the_same_journal_in_postgresql_as_in_sqlite(address: str, tmp_path: Path) -> None:
    """To the byte, by one digest, closed and opened again on the way."""
    file = tmp_path / "journal.sqlite"
    in_postgresql = [_worked_on(PostgresqlJournal(address), 20) for _ in range(3)]
    in_sqlite = [_worked_on(SqliteJournal(file), 20) for _ in range(3)]

    assert in_postgresql == in_sqlite
    with closing(open_journal(address)) as one, closing(open_journal(file)) as two:
        assert list(one) == list(two)
        assert next_step(one) == 60


def test_cor_21_readers_beside_the_writer_see_it_as_it_was_when_they_came(address: str) -> None:
    """However much is added while they read, and whatever they ask for: digest and events belong together."""
    with closing(PostgresqlJournal(address)) as writer:
        writer.append(MORE[:10])
        with closing(PostgresqlJournal(address, writing=False)) as reader:
            told = iter(reader)
            seen = [next(told)]
            writer.append(MORE[10:20])
            seen += told
            assert seen == list(reader) == MORE[:10]
            assert (len(reader), reader.digest) == (10, _digest(MORE[:10]))
            assert [*reader.encoded()] == [encode(each) for each in MORE[:10]]
            assert list(reader.of_case(MORE[1].event.case)) == MORE[1:10:4]
            with pytest.raises(KeyError):
                reader.event(MORE[12].id)
        with closing(open_journal(address)) as later:
            assert list(later) == MORE[:20]
        writer.append(MORE[20:])
        assert list(writer) == MORE


def test_cor_21_no_event_is_taken_twice(kept: str) -> None:
    """An id that is there already is refused with its whole unit, in a line."""
    with closing(PostgresqlJournal(kept)) as journal:
        with pytest.raises(InputRefused, match=r"did not take the events: duplicate key value [^\n]+; it is as it was"):
            journal.append([MORE[20], TOLD[3]])
        assert (list(journal), len(journal), journal.digest) == (TOLD, 20, _digest(TOLD))
        journal.append(MORE[20:])
        assert list(journal) == MORE


def test_cor_21_events_of_another_writer_are_not_written_over(kept: str, server: Server) -> None:
    """Should the lock fail, as through a pool of connections, the head still tells one writer of the other."""
    with closing(PostgresqlJournal(kept)) as journal:
        server.run("UPDATE head SET events = 21", kept)
        with pytest.raises(InputRefused, match="holds events that this process did not write"):
            journal.append(MORE[20:21])
        assert (len(journal), journal.digest) == (20, _digest(TOLD))


def test_cor_21_journals_in_two_schemas_have_a_writer_each(kept: str, server: Server) -> None:
    """One office does not shut out another of the same database."""
    with server.schema() as other, closing(PostgresqlJournal(kept)) as one, closing(PostgresqlJournal(other)) as two:
        two.append(MORE)
        one.append(MORE[20:])
        assert list(one) == list(two)


def test_cor_21_a_journal_is_found_in_the_second_schema_of_the_path(
    kept: str, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And held there, so that who comes by another path is refused, and no second journal is begun beside it."""
    with server.schema() as first:
        both = f"{first}%2C{kept.rpartition('%3D')[2]}"
        with closing(PostgresqlJournal(both)) as journal:
            journal.append(MORE[20:])
            assert list(journal) == MORE
            monkeypatch.setattr(sessions, "PATIENCE", "50ms")
            with pytest.raises(InputRefused, match="is in use by another process"):
                PostgresqlJournal(kept)
        assert server.run("SELECT to_regclass('journal')", first) == [(None,)]


@pytest.mark.parametrize(
    ("edit", "what"),
    [
        ("CREATE TABLE journal (id text)", "tables of another program are where its tables would be"),
        ("CREATE VIEW head AS SELECT 1", "tables of another program are where its tables would be"),
    ],
)
def test_cor_22_tables_of_another_program_are_left_alone(address: str, server: Server, edit: str, what: str) -> None:
    """Reading and writing are refused in a sentence, and nothing is made beside them."""
    server.run(edit, address)

    for writing in (True, False):
        with pytest.raises(InputRefused, match=what):
            PostgresqlJournal(address, writing=writing)
    assert server.run("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()", address)[0][0] in {0, 1}


def test_cor_22_a_journal_of_a_later_format_is_refused(kept: str, server: Server) -> None:
    """Its mark says so."""
    for table in ("journal", "head"):
        server.run(f"COMMENT ON TABLE {table} IS 'Saksgang journal, format 2'", kept)
    with pytest.raises(InputRefused, match="its format is not 1, the only one that this version reads"):
        PostgresqlJournal(kept)


@pytest.mark.parametrize(
    ("setting", "why"),
    [
        ("default_transaction_read_only=on", "it can only be read there, as on a standby"),
        ("search_path=nowhere", "there is no schema where new tables go"),
    ],
)
def test_cor_22_a_place_that_is_not_fit_for_writing_is_refused(kept: str, setting: str, why: str) -> None:
    """Before an office opens over it."""
    unfit = f"{kept.partition('options=')[0]}options=-c{setting.replace('=', '%3D')}"
    with pytest.raises(InputRefused, match=rf"cannot be opened: {why}; see to the server"):
        PostgresqlJournal(unfit)


def test_cor_22_a_server_that_does_not_wait_for_its_disk_is_refused_for_writing(
    kept: str, server: Server, cluster: Cluster
) -> None:
    """A power cut would take what was acknowledged; who reads loses nothing by it."""
    _fsync(server, "off")
    try:
        with pytest.raises(InputRefused, match="its server runs with fsync = off, so that a power cut takes"):
            PostgresqlJournal(kept)
        with closing(open_journal(kept)) as journal:
            assert list(journal) == TOLD
    finally:
        _fsync(server, "on")


@pytest.mark.parametrize(
    ("setting", "careless", "kept_at"), [("synchronous_commit", "off", "on"), ("idle_session_timeout", "60000", "0")]
)
def test_cor_21_a_session_that_writes_is_as_it_has_to_be_whatever_is_usual_there(
    kept: str, setting: str, careless: str, kept_at: str
) -> None:
    """A commit waits for the disk, and the journal is held for as long as the office is open."""
    with closing(PostgresqlJournal(f"{kept}%20-c{setting}%3D{careless}")) as journal, journal._connection.begin():
        assert journal._connection.exec_driver_sql(f"SHOW {setting}").scalar_one() == kept_at


@pytest.fixture
def theirs(address: str, server: Server) -> Iterator[str]:
    """The same schema for somebody who may look into it and no more."""
    schema = address.rpartition("%3D")[2]
    server.run(f"CREATE ROLE {schema}_reader LOGIN; GRANT USAGE ON SCHEMA {schema} TO {schema}_reader")
    yield address.replace("//postgres@", f"//{schema}_reader@")
    server.run(f"DROP OWNED BY {schema}_reader; DROP ROLE {schema}_reader")


def test_cor_22_who_may_only_read_can_read(kept: str, theirs: str, server: Server, cluster: Cluster) -> None:
    """A role with no other right than to look reads the journal, and is refused as a writer in a sentence."""
    with pytest.raises(InputRefused, match="cannot be opened: permission denied for table"):
        open_journal(theirs)

    server.run(f"GRANT SELECT ON journal, head TO {kept.rpartition('%3D')[2]}_reader", kept)
    with closing(open_journal(theirs)) as journal:
        assert list(journal) == TOLD
    with (
        closing(PostgresqlJournal(theirs)) as journal,
        pytest.raises(InputRefused, match="did not take the events: permission denied for table head"),
    ):
        journal.append(MORE[20:])


def test_cor_22_who_may_make_no_tables_begins_no_journal(theirs: str, cluster: Cluster) -> None:
    """It says which right is missing."""
    with pytest.raises(InputRefused, match=r"cannot be opened: permission denied for schema \w+; see to the server"):
        PostgresqlJournal(theirs)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("/postgres?", "/nowhere?", 'database "nowhere" does not exist'),
        ("//postgres@", "//nobody@", 'role "nobody" does not exist'),
    ],
)
def test_cor_22_what_the_server_refuses_is_told_in_one_sentence(
    address: str, server: Server, old: str, new: str, why: str
) -> None:
    """With the place and what to see to."""
    if server.cluster is None:
        pytest.skip("The environment names the server, so that its users and databases are not known.")
    with pytest.raises(InputRefused, match=rf"^The journal postgresql://[^\n]+ cannot be opened: [^\n]*{why}; see to"):
        PostgresqlJournal(address.replace(old, new))


def _fsync(server: Server, wanted: str) -> None:
    server.run(f"ALTER SYSTEM SET fsync = {wanted}")
    server.run("SELECT pg_reload_conf()")
    while server.run("SHOW fsync") != [(wanted,)]:
        pass


def _worked_on(journal: Journal, steps: int) -> tuple[str, int]:
    office = tiny_office(journal)
    begin = next_step(journal)
    for number in range(begin, begin + steps):
        step(office, number)
    journal.close()
    return journal.digest, len(journal)


def _digest(told: list[Recorded]) -> str:
    memory = MemoryJournal()
    memory.append(told)
    return memory.digest
