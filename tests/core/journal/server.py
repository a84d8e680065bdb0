"""A real PostgreSQL for the tests: a cluster of their own in a temporary folder, or one that the environment names."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from attrs import define, field

__all__ = ["Cluster", "Server", "serving"]

# ``required`` where want of a server is to be an error, or the address of one to use instead of our own.
VARIABLE = "SAKSGANG_POSTGRESQL"
PROGRAMS = Path("/usr/lib/postgresql")
USER = "postgres"
INITDB = ("--auth=trust", "--encoding=UTF8", "--locale=C", "--data-checksums", "--no-sync", "--no-instructions")


@define
class Server:
    """A database in which every test has a schema of its own.

    Attributes:
        cluster: to stop and start it; none where the environment named it.
    """

    base: str
    cluster: Cluster | None = None
    _schemas: int = field(default=0, init=False)

    @contextmanager
    def schema(self) -> Iterator[str]:
        """The address of an empty schema, which is gone afterwards."""
        self._schemas += 1
        name = f"saksgang_{os.getpid()}_{self._schemas}"
        self.run(f"CREATE SCHEMA {name}")
        try:
            yield f"{self.base}{'&' if '?' in self.base else '?'}options=-csearch_path%3D{name}"
        finally:
            self.run(f"DROP SCHEMA {name} CASCADE")

    def run(self, statement: str, address: str = "") -> list[tuple[object, ...]]:
        """What a statement gives, at an address of this server."""
        with psycopg.connect(address or self.base, autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []


@define
class Cluster:
    """A server that was made for the tests alone, so that they may stop and start it."""

    programs: Path
    room: Path
    server: Server = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Make it and start it."""
        self.server = Server(f"postgresql://{USER}@/postgres?host={self.room}", self)
        self._do("initdb", f"--username={USER}", *INITDB)
        self.start()

    @property
    def data(self) -> Path:
        """Where its files lie."""
        return self.room / "data"

    def start(self) -> None:
        """Returns when it answers."""
        options = f"-c listen_addresses= -c unix_socket_directories={self.room} -c recovery_init_sync_method=syncfs"
        self._do("pg_ctl", "--wait", f"--log={self.room / 'log'}", f"--options={options}", "start")

    def stop(self, how: str = "fast") -> None:
        """Orderly by ``fast``, as in a crash by ``immediate``."""
        self._do("pg_ctl", "--wait", f"--mode={how}", "stop")

    def _do(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), f"--pgdata={self.data}", *arguments]
        # What it leaves running would keep a pipe open.
        with (self.room / "said").open("ab") as said:
            done = subprocess.run([*_as_user(), *command], stdout=said, stderr=said, cwd=self.room, check=False)
        assert done.returncode == 0, (self.room / "said").read_text(encoding="utf-8")


@contextmanager
def _cluster() -> Iterator[Cluster]:
    """A cluster of our own; skips where there is no PostgreSQL, unless the environment says that it is required."""
    programs = _programs()
    if programs is None:
        missing = "There is no PostgreSQL here: install Debian's postgresql"
        if os.environ.get(VARIABLE) == "required":
            pytest.fail(f"{VARIABLE}=required. {missing}.")
        pytest.skip(f"{missing}, or name a server in {VARIABLE}.")
    room = Path(tempfile.mkdtemp(prefix="saksgang-"))  # short, for a socket's path may have 107 signs
    try:
        if os.geteuid() == 0:
            shutil.chown(room, USER)
        made = Cluster(programs, room)
        try:
            yield made
        finally:
            made.stop()
    finally:
        shutil.rmtree(room)


@contextmanager
def serving() -> Iterator[Server]:
    """The server that the environment names, else a cluster of our own."""
    named = os.environ.get(VARIABLE, "")
    if named.startswith("postgresql://"):
        yield Server(named)
        return
    with _cluster() as made:
        yield made.server


def _programs() -> Path | None:
    """Where initdb and its like are in their newest version, if we may run them: they refuse to be run by root."""
    if os.geteuid() == 0 and not (shutil.which("setpriv") and USER in {each.pw_name for each in pwd.getpwall()}):
        return None
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    anywhere = shutil.which("initdb")
    return found[-1].parent if found else Path(anywhere).resolve().parent if anywhere else None


def _as_user() -> list[str]:
    if os.geteuid() != 0:
        return []
    return ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups", "--"]
