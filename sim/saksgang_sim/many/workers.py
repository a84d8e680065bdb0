"""Where jobs are run: in this process, in several, or on a Dask cluster, with the same results (SIM-12).

Results come in the order of the jobs. Ctrl-C ends the runs under way and is told to the caller.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeAlias

from saksgang_sim.many.cluster import cluster

__all__ = ["Workers", "workers"]

Workers: TypeAlias = Callable[[Callable[[Any], Any], Sequence[Any]], Iterator[Any]]
"""Gives the results of a job for each of what it is to be done with, in their order."""


@contextmanager
def workers(jobs: int, dask: str = "") -> Iterator[Workers]:
    """So many processes at once, one of which is this one, or the cluster at that address.

    Raises:
        InputRefused: there is no such cluster, or no Dask.
    """
    if dask:
        with cluster(dask) as connected:
            yield connected
    elif jobs == 1:
        yield map
    else:
        with _processes(jobs) as pool:
            yield pool


@contextmanager
def _processes(jobs: int) -> Iterator[Workers]:
    """Processes that begin anew: what is forked holds what its parent held, such as the locks of its threads."""
    others = multiprocessing.active_children()
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _undisturbed)

    def run(job: Callable[[Any], Any], each: Sequence[Any]) -> Iterator[Any]:
        with _held_back():
            return pool.map(job, each)

    try:
        yield run
    finally:
        # After a last result nothing runs any more; else somebody has seen enough, and waits for nobody.
        pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            if process not in others:
                process.terminate()
                process.join()


@contextmanager
def _held_back() -> Iterator[None]:
    """Ctrl-C waits until the processes have begun: one that is cut off in its beginning complains of it.

    They begin with it held back, too, until they have been told what to do about it.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _undisturbed() -> None:
    """Ctrl-C reaches every process of a terminal; it is for the one that asked for the runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
