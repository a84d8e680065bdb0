"""Jobs on a Dask cluster, whose machines have Saksgang and the scenario's files where this one has them (SIM-12)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from saksgang.errors import InputRefused

__all__ = ["cluster"]

ADDRESS = re.compile(r"(tcp|tls|ws|wss)://[^/\s]+:[0-9]+")
PATIENCE = "10s"
WITHOUT = "Runs on a cluster need Dask, which is not installed here: pip install 'saksgang[dask]'."


@contextmanager
def cluster(address: str) -> Iterator[Callable[[Callable[[Any], Any], Sequence[Any]], Iterator[Any]]]:
    """Connected to the scheduler at that address, such as ``tcp://10.0.0.5:8786``.

    Raises:
        InputRefused: Dask is not installed, nobody answers there, or nobody works there.
    """
    client = _client(address)

    def run(job: Callable[[Any], Any], each: Sequence[Any]) -> Iterator[Any]:
        # Not pure: Dask would keep the result of an equal job, also after the program was changed.
        asked = client.map(job, each, pure=False)
        try:
            for future in asked:
                yield _result(future)
        finally:
            client.cancel(asked)

    try:
        yield run
    finally:
        client.close()


def _client(address: str) -> Any:  # noqa: ANN401 - of a library that may be absent
    if not ADDRESS.fullmatch(address):
        raise InputRefused(f"A Dask scheduler has an address such as tcp://10.0.0.5:8786, not {address!r}.")
    try:
        from distributed import Client  # noqa: PLC0415 - an extra: only who asks for a cluster needs it
    except ImportError:
        raise InputRefused(WITHOUT) from None
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call] # Dask's own
    except OSError:
        raise InputRefused(
            f"No Dask scheduler answers at {address!r}; give the address that it shows when it starts."
        ) from None
    _refuse_deserted(client, address)
    return client


def _refuse_deserted(client: Any, address: str) -> None:  # noqa: ANN401 - as above
    """A scheduler that nobody works for would let us wait for ever."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        client.close()
        raise InputRefused(
            f"The Dask scheduler at {address!r} has no workers; start some, such as: dask worker {address}"
        ) from None


def _result(future: Any) -> Any:  # noqa: ANN401 - as above
    try:
        return future.result()
    except ModuleNotFoundError as missing:
        raise InputRefused(
            f"The cluster's workers have no {missing.name!r}: install on them what is installed here."
        ) from None
