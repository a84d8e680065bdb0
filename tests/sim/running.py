"""The program run in this process or in one of its own, and what it said."""

from __future__ import annotations

import contextlib
import io
import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

from attrs import frozen

from saksgang.cli.main import run

__all__ = ["Said", "repeated", "said", "said_apart"]


@frozen
class Said:
    """What the program answered."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Its answer as JSON."""
        return json.loads(self.out)

    @property
    def digest(self) -> str:
        """The digest that it told."""
        return self.out.partition(" · digest ")[2].partition("\n")[0]


def said(*arguments: object) -> Said:
    """Run one command line in this process."""
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        code = run([str(each) for each in arguments])
    return Said(int(code), out.getvalue(), err.getvalue())


def said_apart(*arguments: object, cwd: Path | None = None) -> Said:
    """Run one command line in a process of its own, its outputs in pipes."""
    command = [sys.executable, "-m", "saksgang", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False, cwd=cwd)
    return Said(done.returncode, done.stdout, done.stderr)


def repeated(answer: Said) -> Said:
    """What the command in the last line on stderr says, run in this process."""
    *_, last = answer.err.splitlines()
    program, *arguments = shlex.split(last.removeprefix("To repeat: "))
    assert program == "saksgang"
    return said(*arguments)
