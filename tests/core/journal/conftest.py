"""One PostgreSQL for all tests of journals that ask for it, and a schema for each of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.core.journal.server import Cluster, Server, serving


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL that answers."""
    with serving() as made:
        yield made


@pytest.fixture
def address(server: Server) -> Iterator[str]:
    """Where a journal in PostgreSQL may be begun."""
    with server.schema() as where:
        yield where


@pytest.fixture
def cluster(server: Server) -> Cluster:
    """The same server, where it is ours to stop and start."""
    if server.cluster is None:
        pytest.skip("The environment names the server, so that it is not ours to stop.")
    return server.cluster
