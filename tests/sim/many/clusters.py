"""A Dask cluster of some processes on this machine, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["local_cluster"]

PROGRAM = """
import sys
from distributed import LocalCluster

if __name__ == "__main__":
    options = dict(n_workers=int(sys.argv[1]), threads_per_worker=1, dashboard_address=None, host="127.0.0.1")
    with LocalCluster(**options) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@contextmanager
def local_cluster(workers: int = 2) -> Iterator[str]:
    """The address of its scheduler; it ends when its input does."""
    words = [sys.executable, "-c", PROGRAM, str(workers)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()
            process.wait(60)
