"""An office over PostgreSQL that is killed loses nothing that it acknowledged and repeats nothing (COR-21)."""

from __future__ import annotations

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from saksgang.journal import MemoryJournal, PostgresqlJournal, Recorded, open_journal
from saksgang.office import rebuilt
from tests.core.journal.tiny_office import next_step, one_life, step, tiny_office

LIVES = 4


def test_cor_21_an_office_that_is_killed_loses_nothing_and_repeats_nothing(address: str) -> None:
    """Killed at drawn moments again and again, it has every acknowledged event once, and is as if never killed.

    Its session holds the journal until it has ended, and the next life begins at once all the same.
    """
    luck, acknowledged = random.Random("saksgang/kill/postgresql"), list[str]()
    for _ in range(LIVES):
        acknowledged += one_life(address, luck.randrange(1, 60), luck.random() * 0.005)
        with closing(PostgresqlJournal(address)) as journal:
            times = Counter(recorded.id for recorded in journal)
        assert [key for key in acknowledged if times[key] != 1] == []
        assert max(times.values()) == 1

    assert len(acknowledged) > 50
    with closing(PostgresqlJournal(address)) as journal:  # a kill may fall between a step's deadlines and its command
        step(tiny_office(journal), next_step(journal))
    never_killed = MemoryJournal()
    office = tiny_office(never_killed)
    with closing(open_journal(address)) as journal:
        while len(never_killed) < len(journal):
            step(office, next_step(never_killed))
        assert (list(journal), journal.digest) == (list(never_killed), never_killed.digest)
        assert rebuilt(journal).picture() == office.state.picture()


def test_cor_21_readers_beside_a_busy_office_find_nothing_damaged(address: str) -> None:
    """Whenever they come, the head that they meet is that of the events that they read, up to the kill and after."""
    PostgresqlJournal(address).close()
    told, readers = list[Recorded](), 0
    with ThreadPoolExecutor(1) as apart:
        office = apart.submit(one_life, address, 500, 0.0)
        while not office.done():
            with closing(PostgresqlJournal(address, writing=False)) as journal:
                seen = list(journal)
                assert (len(seen), seen[: len(told)]) == (len(journal), told)
            readers += len(seen) > len(told) > 0
            told = seen

    assert readers > 5
    with closing(open_journal(address)) as journal:
        times = Counter(recorded.id for recorded in journal)
    assert [key for key in office.result() if times[key] != 1] == []
