"""Run a document from top to bottom in a folder of its own, as a reader would who types along."""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.docs.blocks import Block, Command, blocks, commands, matches

__all__ = ["run_document"]

SECONDS_A_COMMAND = 60


def run_document(markdown: str, folder: Path) -> list[str]:
    """Run every block of a document and say what is not as it is written, each with its line.

    Console blocks run their ``$ saksgang …`` lines and compare the output, Python blocks are executed in one
    common namespace, TOML blocks are parsed. A block whose fence names a file (``toml rules.toml``) is also
    written to the folder, for the commands after it.
    """
    problems: list[str] = []
    names: dict[str, object] = {"__name__": "__document__"}
    for block in blocks(markdown):
        if block.file_name:
            _write(folder / block.file_name, block.body)
        problems += [f"line {block.line}: {problem}" for problem in _run(block, folder, names)]
    return problems


def _run(block: Block, folder: Path, names: dict[str, object]) -> list[str]:
    if block.language == "console":
        return _run_console(block, folder)
    if block.language == "toml":
        return _parse_toml(block.body)
    if block.language == "python":
        return _run_session(block, names) if ">>>" in block.body else _run_python(block, folder, names)
    return []


def _run_console(block: Block, folder: Path) -> list[str]:
    told = commands(block.body)
    codes = [0] * (len(told) - 1) + [block.exit_code]
    ours = [row for row in zip(told, codes, strict=False) if row[0].line.split()[0] == "saksgang"]
    return [problem for command, code in ours for problem in _run_command(command, code, folder)]


def _run_command(command: Command, code: int, folder: Path) -> list[str]:
    arguments = [sys.executable, "-m", *shlex.split(command.line, comments=True)]
    ended = subprocess.run(
        arguments,
        cwd=folder,
        env=_surroundings(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=SECONDS_A_COMMAND,
        check=False,
    )
    printed = ended.stdout.decode("utf-8")
    problems = []
    if ended.returncode != code:
        problems.append(f"`{command.line}` ended with {ended.returncode}, not {code}:\n{printed}")
    if not matches(command.expected, printed.splitlines()):
        expected = "\n".join(command.expected)
        problems.append(f"`{command.line}` printed\n{printed}\nwhere the document shows\n{expected}")
    return problems


def _surroundings() -> dict[str, str]:
    """This process's surroundings: the same modules at hand, and a terminal that is the same everywhere."""
    paths = os.pathsep.join(path for path in sys.path if path)
    return {**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1", "COLUMNS": "80", "NO_COLOR": "1"}


def _run_python(block: Block, folder: Path, names: dict[str, object]) -> list[str]:
    try:
        code = compile(block.body, f"<document, line {block.line}>", "exec")
        if block.file_name is None:
            with contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()):
                exec(code, names)  # noqa: S102 a document of this project is run on purpose
    except Exception as error:  # noqa: BLE001 whatever the example raises is its result
        return [f"{type(error).__name__}: {error}"]
    return []


def _run_session(block: Block, names: dict[str, object]) -> list[str]:
    told = io.StringIO()
    session = doctest.DocTestParser().get_doctest(block.body, names, "document", None, block.line)
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(session, out=told.write, clear_globs=False)
    names.update(session.globs)
    return [told.getvalue()] if told.getvalue() else []


def _parse_toml(text: str) -> list[str]:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return [f"not TOML: {error}"]
    return []


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
