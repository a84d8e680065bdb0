"""Nothing in the product reads the wall clock, the process's chance or the environment (COR-10)."""

from __future__ import annotations

import ast

import pytest

from saksgang.testing import hidden_inputs, why_hidden
from tests.house.sources import ROOT, source_files, syntax

# File, dotted name, and why reading it there changes nothing that a journal holds.
ALLOWED: tuple[tuple[str, str, str], ...] = (
    ("sim/saksgang_sim/progress.py", "time.perf_counter", "events per second on a terminal; nothing of it is kept"),
    ("sim/saksgang_sim/twins.py", "os.environ", "hands the second process its environment, changed on purpose"),
)

BAD = [
    ("import datetime\ndatetime.datetime.now()", "datetime.datetime.now"),
    ("from datetime import datetime\ndatetime.now(tz=None)", "datetime.datetime.now"),
    ("from datetime import datetime as dt\nfield(factory=dt.utcnow)", "datetime.datetime.utcnow"),
    ("import datetime as d\nd.datetime.today()", "datetime.datetime.today"),
    ("from datetime import date\ndate.today()", "datetime.date.today"),
    ("from datetime import datetime\ndatetime(2026, 1, 1).astimezone()", "astimezone"),
    ("import time\ntime.monotonic()", "time.monotonic"),
    ("import time as t\nt.perf_counter()", "time.perf_counter"),
    ("from time import time as t\nt()", "time.time"),
    ("from time import *", "time.*"),
    ("import random\nrandom.shuffle(x)", "random.shuffle"),
    ("from random import choice as pick", "random.choice"),
    ("import random\nrandom.SystemRandom()", "random.SystemRandom"),
    ("import random\nrandom.Random()", "random.Random"),
    ("from random import Random as R\nR()", "random.Random"),
    ("import secrets\nsecrets.token_hex()", "secrets.token_hex"),
    ("import uuid\nuuid.uuid4()", "uuid.uuid4"),
    ("from uuid import uuid1", "uuid.uuid1"),
    ("import os\nos.environ['HOME']", "os.environ"),
    ("import os.path\nos.getenv('HOME')", "os.getenv"),
    ("from os import urandom", "os.urandom"),
    ("from os import environ as e\nx = e.get('HOME')", "os.environ"),
    ("def f(x):\n    import os\n    return os.getpid()", "os.getpid"),
    ("from pathlib import Path\nPath.home()", "pathlib.Path.home"),
    ("import sqlalchemy as sa\nsa.func.now()", "sqlalchemy.func.now"),
    ("hash(x)", "builtins.hash"),
    ("sorted(x, key=id)", "builtins.id"),
    ("import builtins\nbuiltins.hash(x)", "builtins.hash"),
]
GOOD = [
    "import datetime\ndatetime.datetime(2026, 1, 1)",
    "from datetime import datetime, timezone\ndatetime.fromtimestamp(0, tz=timezone.utc)",
    "moment.astimezone(zone)",
    "clock.now()",
    "office.today",
    "import random\nstream = random.Random('seed/stream')",
    "from random import Random\ndef draw(stream: Random) -> float:\n    return stream.random()",
    "case.id\nid: str\nrecord = make(id=1)",
    "import hashlib\nhashlib.sha256(b'')",
    "import os\nos.replace(a, b)",
    "from saksgang.time import time",
    "from .time import time\ntime()",
    "self.time()\nself.random.choice()",
]


def test_cor_10_nothing_reads_clock_chance_or_environment() -> None:
    """Core, routines and simulation read no hidden input, but for the rows that are allowed by name."""
    allowed = {(path, name) for path, name, _ in ALLOWED}
    found = [
        f"{path}:{line} {name}: {why_hidden(name)}" for path, line, name in _found() if (path, name) not in allowed
    ]

    assert found == []


def test_cor_10_every_allowance_is_needed_and_has_its_reason() -> None:
    """A row that nothing needs any more is taken out, and each row says why it harms nothing."""
    found = {(path, name) for path, _, name in _found()}

    assert [row for row in ALLOWED if row[:2] not in found or not row[2].strip()] == []


@pytest.mark.parametrize(("source", "name"), BAD)
def test_cor_10_a_hidden_input_is_found(source: str, name: str) -> None:
    """Each way of reading a hidden input is found, also under another name."""
    assert {found for _, found in hidden_inputs(ast.parse(source))} == {name}


@pytest.mark.parametrize("source", GOOD)
def test_cor_10_what_is_no_hidden_input_is_left_alone(source: str) -> None:
    """Clocks that are handed in, seeded streams and names that only look alike are no finding."""
    assert hidden_inputs(ast.parse(source)) == []


def test_cor_10_the_line_is_named() -> None:
    """A finding names the line on which the input is read."""
    assert hidden_inputs(ast.parse("import time\n\n\nx = time.time()")) == [(4, "time.time")]


def _found() -> list[tuple[str, int, str]]:
    return [
        (path.relative_to(ROOT).as_posix(), line, name)
        for path in source_files()
        for line, name in hidden_inputs(syntax(path))
    ]
