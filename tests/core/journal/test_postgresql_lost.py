"""The journal in PostgreSQL when the connection is lost: nothing acknowledged is lost, nothing taken twice (COR-21)."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import psycopg
import pytest

from saksgang.errors import InputRefused, JournalDamaged
from saksgang.journal import PostgresqlJournal, open_journal
from saksgang.journal import session as sessions
from tests.core.journal.factory import SHORT, records
from tests.core.journal.server import Cluster, Server

MORE = records(40, SHORT)
TOLD, UNIT, NEXT = MORE[:20], MORE[20:25], MORE[25:30]
HOLDER = "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory'"
# At its commit a session ends itself, once: a sequence is not rolled back.
DYING = """
CREATE SEQUENCE deaths;
CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF nextval('deaths') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER die AFTER UPDATE ON head DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION die();
"""


@pytest.fixture
def journal(address: str) -> Iterator[PostgresqlJournal]:
    with closing(PostgresqlJournal(address)) as made:
        made.append(TOLD)
        yield made


def test_cor_21_a_session_that_was_ended_between_two_units_is_no_loss(
    journal: PostgresqlJournal, server: Server
) -> None:
    """An administrator, or a limit on idle sessions: the next unit goes in over a new connection, once."""
    assert server.run(HOLDER) == [(True,)]
    journal.append(UNIT)
    assert list(journal) == TOLD + UNIT

    assert server.run(HOLDER) == [(True,)]
    assert journal.event(UNIT[0].id) == UNIT[0]  # reading finds its way back, too
    journal.append(NEXT)
    assert list(journal) == MORE[:30]


def test_cor_21_a_session_that_was_ended_within_a_unit_has_taken_nothing(
    journal: PostgresqlJournal, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its head had moved and its rows had not come: all of it is written again, once."""
    add = journal._add

    def ended(statement: str, parameters: Any) -> object:
        if statement == add and server.run(HOLDER) == [(True,)]:
            monkeypatch.undo()
        return execute(statement, parameters)

    execute = journal._connection.exec_driver_sql
    monkeypatch.setattr(journal._connection, "exec_driver_sql", ended)
    journal.append(UNIT)

    assert list(journal) == TOLD + UNIT


def test_cor_21_a_commit_that_the_server_did_not_come_to_is_made_again(
    journal: PostgresqlJournal, server: Server, address: str
) -> None:
    """It was sent, and the session ended before it was done: the head has not moved, and the unit goes in once."""
    server.run(DYING, address)
    journal.append(UNIT)

    assert server.run("SELECT last_value FROM deaths", address) == [(2,)]
    assert list(journal) == TOLD + UNIT
    journal.append(NEXT)
    assert list(journal) == MORE[:30]


def test_cor_21_a_commit_whose_answer_was_lost_is_not_made_again(
    journal: PostgresqlJournal, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The head says that it was done: the unit is acknowledged, and is there once."""
    _lose_the_next_answer(journal, server, monkeypatch)
    journal.append(UNIT)

    assert len(journal) == 25
    assert list(journal) == TOLD + UNIT
    journal.append(NEXT)
    assert list(journal) == MORE[:30]


def test_cor_21_a_commit_of_which_nobody_can_say_what_became_is_told_and_never_repeated(
    journal: PostgresqlJournal, server: Server, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was done, and the server is gone: when it is back, the process is told that the journal has moved on."""
    _lose_the_next_answer(journal, server, monkeypatch)
    with monkeypatch.context() as gone:
        _gone(gone)
        with pytest.raises(
            InputRefused, match=r"took the last events is not known, for [^\n]+ was lost: [^\n]*terminating"
        ):
            journal.append(UNIT)
        with pytest.raises(InputRefused, match="cannot be opened: Connection refused"):
            journal.append(NEXT)
        with pytest.raises(InputRefused, match="cannot be opened: Connection refused"):
            list(journal)

    for _ in range(2):
        with pytest.raises(InputRefused, match=r"was not told that it had written: start again from the journal"):
            journal.append(UNIT)
    journal.close()
    with closing(PostgresqlJournal(address)) as again:
        assert list(again) == TOLD + UNIT
        again.append(NEXT)


def test_cor_21_a_unit_that_is_known_not_to_be_there_is_told_as_that(
    journal: PostgresqlJournal, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The session ended before any commit was sent, and the server is gone: when it is back, the same unit goes in."""
    server.run(HOLDER)
    with monkeypatch.context() as gone:
        _gone(gone)
        for _ in range(2):
            with pytest.raises(InputRefused, match="cannot be opened: Connection refused"):
                journal.append(UNIT)
            assert len(journal) == 20

    journal.append(UNIT)
    assert list(journal) == TOLD + UNIT


def test_cor_21_whoever_took_the_journal_in_the_meantime_is_not_written_over(
    journal: PostgresqlJournal, server: Server, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first writer lost its session and with it the lock: it is refused while the other has it, and afterwards."""
    monkeypatch.setattr(sessions, "PATIENCE", "50ms")
    server.run(HOLDER)
    with closing(PostgresqlJournal(address)) as other:
        with pytest.raises(InputRefused, match="is in use by another process"):
            journal.append(UNIT)
        with pytest.raises(InputRefused, match="is in use by another process"):
            list(journal)
        other.append(UNIT[:2])
    with pytest.raises(InputRefused, match="holds events that this process did not write"):
        journal.append(UNIT)
    journal.close()
    with closing(open_journal(address)) as told:
        assert list(told) == MORE[:22]


def test_cor_21_a_session_that_is_about_to_end_is_waited_for(server: Server, address: str) -> None:
    """One whose process was killed may be at its last commit: who starts again at once is not told to end it first."""
    PostgresqlJournal(address).close()
    ending = psycopg.connect(address, autocommit=True)
    ending.execute(sessions.LOCK)

    def end() -> None:
        with ending:
            ending.execute("SELECT pg_sleep(0.3)")

    with ThreadPoolExecutor(1) as apart:
        apart.submit(end)
        with closing(PostgresqlJournal(address)) as journal:
            journal.append(TOLD)


def test_cor_21_a_server_that_comes_back_with_less_is_damage(
    journal: PostgresqlJournal, server: Server, address: str
) -> None:
    """An older copy, or a standby that lagged behind, lacks what was acknowledged: nobody goes on from there."""
    journal.append(UNIT)
    server.run("DELETE FROM journal WHERE position > 20", address)
    server.run(
        "UPDATE head SET (events, digest) = (SELECT 20, encode(chain, 'hex') FROM journal WHERE position = 20)", address
    )
    server.run(HOLDER)

    with pytest.raises(JournalDamaged, match="it ends after 20 events, and 25 were acknowledged") as caught:
        journal.append(NEXT)
    assert caught.value.last_good == "ppt_intake:20"


def test_cor_21_a_server_that_was_stopped_or_crashed_and_started_again_is_gone_on_with(
    journal: PostgresqlJournal, cluster: Cluster, address: str
) -> None:
    """While it is down units are refused in a sentence; what was acknowledged before is there, and no more."""
    cluster.stop("immediate")
    with pytest.raises(InputRefused, match=r"^The journal postgresql://[^\n]+ cannot be opened: [^\n]+; see to the"):
        journal.append(UNIT)
    with pytest.raises(InputRefused, match="cannot be opened"):
        open_journal(address)
    cluster.start()
    journal.append(UNIT)
    assert list(journal) == TOLD + UNIT

    cluster.stop()
    cluster.start()
    with closing(open_journal(address)) as reader:
        assert list(reader) == TOLD + UNIT
    journal.append(NEXT)
    assert list(journal) == MORE[:30]


def _lose_the_next_answer(journal: PostgresqlJournal, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commit is done, and the session ends before anybody hears of it."""
    dialect = journal._connection.dialect

    def commit(raw: psycopg.Connection) -> None:
        monkeypatch.setattr(dialect, "do_commit", done)
        raw.commit()
        assert server.run(HOLDER) == [(True,)]
        raw.execute("SELECT 1")

    done = dialect.do_commit
    monkeypatch.setattr(dialect, "do_commit", commit)


def _gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """To the journal; the test itself still finds its server."""
    connect = psycopg.connect

    def refuse(address: str, *, autocommit: bool = False) -> psycopg.Connection:
        if autocommit:
            return connect(address, autocommit=True)
        raise psycopg.OperationalError("Connection refused")

    monkeypatch.setattr(psycopg, "connect", refuse)
