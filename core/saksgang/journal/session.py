"""A session with PostgreSQL: how it is opened, what it is told, and who writes (COR-21)."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING

from saksgang.errors import InputRefused, SaksgangError
from saksgang.journal.access import in_use, unreachable
from saksgang.journal.address import Address

if TYPE_CHECKING:
    import psycopg

__all__ = ["LOCK", "PATIENCE", "driver", "opened", "sentence"]

PATIENCE = "2s"  # for a session that has just ended to finish what it was at; whoever works on has the lock for long

# What an address may say otherwise. A server that has gone without a word is noticed within two minutes.
_USUAL = {
    "application_name": "saksgang",
    "connect_timeout": "10",
    "keepalives_idle": "60",
    "keepalives_interval": "10",
    "keepalives_count": "6",
    "tcp_user_timeout": "120000",
}
_ALWAYS = (
    "SET client_encoding = 'UTF8'",
    # One schema, and no other in its place later: that of the journal, else the one where new tables go.
    """
    SELECT set_config('search_path', quote_ident(coalesce((
        SELECT nspname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
        WHERE pg_class.oid = coalesce(to_regclass('journal'), to_regclass('head'))
    ), current_schema())), false)
    """,
)
_READING = ("SET default_transaction_read_only = on",)
_WRITING = (
    # The server, too, is to notice that a machine has gone: until then its session holds the journal.
    "SET tcp_keepalives_idle = 60",
    "SET tcp_keepalives_interval = 10",
    "SET tcp_keepalives_count = 6",
    "SET tcp_user_timeout = '120s'",
    # An office that nobody uses at night keeps the journal all the same; not every version has the setting.
    "SELECT set_config(name, '0', false) FROM pg_settings WHERE name = 'idle_session_timeout'",
    # A commit that does not wait for the disk would acknowledge what a crash takes away.
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'",
)
_FIT = "SELECT current_schema(), current_setting('transaction_read_only'), current_setting('fsync')"
# The session's own, so that its end lifts it, however that comes.
LOCK = "SELECT pg_advisory_lock(hashtext('saksgang'), hashtext(current_schema()))"


def driver(place: Address) -> ModuleType:
    """psycopg; raises ``InputRefused`` where it is not installed."""
    try:
        import psycopg  # noqa: PLC0415 - an extra, for those alone who have PostgreSQL
    except ImportError as error:
        raise InputRefused(
            f"The journal {place} is in PostgreSQL, and psycopg, which speaks to it, is not installed here or finds no "
            "libpq: pip install 'saksgang[postgresql]'."
        ) from error
    return psycopg


def opened(place: Address, *, writing: bool) -> psycopg.Connection:
    """A session, which has the journal alone when it is for writing.

    Raises:
        InputRefused: the server or database is out of reach or not fit for a journal, or another process has it.
    """
    import psycopg  # noqa: PLC0415 - as above
    from psycopg.conninfo import conninfo_to_dict, make_conninfo  # noqa: PLC0415 - as above

    try:
        said = conninfo_to_dict(place.whole)
        usual = {name: value for name, value in _USUAL.items() if name not in said}
        raw = psycopg.connect(make_conninfo(place.whole, **usual))
    except psycopg.Error as error:
        raise unreachable(place, sentence(error)) from error
    try:
        with raw.transaction():
            for statement in (*_ALWAYS, *(_WRITING if writing else _READING)):
                raw.execute(statement)
            if writing:
                _claim(raw, place)
    except psycopg.Error as error:
        raw.close()
        taken = isinstance(error, psycopg.errors.LockNotAvailable)
        raise in_use(place) if taken else unreachable(place, sentence(error)) from error
    except SaksgangError:
        raw.close()
        raise
    return raw


def _claim(raw: psycopg.Connection, place: Address) -> None:
    """Have the journal alone, where it is safe."""
    fit = raw.execute(_FIT).fetchone()
    assert fit is not None, "a statement without FROM has a row"
    schema, read_only, fsync = fit
    if schema is None:
        raise unreachable(place, "there is no schema where new tables go")
    if read_only == "on":
        raise unreachable(place, "it can only be read there, as on a standby")
    if fsync == "off":
        raise unreachable(place, "its server runs with fsync = off, so that a power cut takes acknowledged events")
    raw.execute("SELECT set_config('lock_timeout', %s, true)", (PATIENCE,))
    raw.execute(LOCK)


def sentence(error: BaseException | None) -> str:
    """The first line of what PostgreSQL or its library says, which never has the password."""
    said = getattr(getattr(error, "diag", None), "message_primary", None) or str(error)
    return " ".join(said.strip().splitlines()[0].split()) if said.strip() else type(error).__name__
