"""Where jobs are run: in this process, in several, or on a Dask cluster, with the same results (SIM-12).

Results come in the order of the jobs. Ctrl-C ends the runs under way and is told to the caller, and so is SIGTERM, with
which service managers and time limits end a program.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from types import FrameType
from typing import Any, NoReturn, TypeAlias

from saksgang_sim.many.cluster import cluster

__all__ = ["Workers", "workers"]

Workers: TypeAlias = Callable[[Callable[[Any], Any], Sequence[Any]], Iterator[Any]]
"""Gives the results of a job for each of what it is to be done with, in their order."""

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def workers(jobs: int, dask: str = "") -> Iterator[Workers]:
    """So many processes at once, one of which is this one, or the cluster at that address.

    Raises:
        InputRefused: there is no such cluster, or no Dask.
    """
    with _ended_as_by_ctrl_c():
        if dask:
            with cluster(dask) as connected:
                yield connected
        elif jobs == 1:
            yield map
        else:
            with _processes(jobs) as pool:
                yield pool


@contextmanager
def _ended_as_by_ctrl_c() -> Iterator[None]:
    """SIGTERM, too, is a ``KeyboardInterrupt``: else this process is gone at once, and its runs go on without it."""
    if threading.current_thread() is not threading.main_thread():  # no signal reaches it
        yield
        return
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(_: int, __: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


@contextmanager
def _processes(jobs: int) -> Iterator[Workers]:
    """Processes that begin anew: what is forked holds what its parent held, such as the locks of its threads."""
    others = multiprocessing.active_children()
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _undisturbed)

    def run(job: Callable[[Any], Any], each: Sequence[Any]) -> Iterator[Any]:
        with _held_back():
            asked = deque(pool.submit(job, one) for one in each)
        return _results(asked)

    try:
        yield run
    finally:
        # After a last result nothing runs any more; else somebody has seen enough, and waits for nobody.
        for process in multiprocessing.active_children():
            if process not in others:
                process.kill()
                process.join()
        # Only its thread is left to wait for: else it closes its pipes while the end of Python writes to them.
        pool.shutdown()


def _results(asked: deque[Future[Any]]) -> Iterator[Any]:
    """One after the other, none of which is kept.

    ``Executor.map`` would cancel what is left when somebody has seen enough. The executor's thread, which then finds
    that its processes were killed, cannot say so to what was cancelled, and complains at length.
    """
    while asked:
        yield asked.popleft().result()


@contextmanager
def _held_back() -> Iterator[None]:
    """Signals wait until the processes have begun: one that is cut off in its beginning complains of it.

    They begin with them held back, too, until they have been told what to do about them.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _undisturbed() -> None:
    """Signals reach every process of a terminal; they are for the one that asked for the runs, and its end is ours."""
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None, "runs in processes are asked for by another one"
    parent.join()
    os._exit(1)  # a killed parent tells nobody, and would leave runs that nobody waits for
