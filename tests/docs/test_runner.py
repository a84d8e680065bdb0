"""The runner of documents finds what is wrong in them, and leaves alone what is right."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from tests.docs.blocks import blocks, commands, matches, prose_command
from tests.docs.runner import run_document

SAMPLE = """\
"# saksgang/__main__.py, a stand-in that tells what it was given"
import sys
from pathlib import Path
print("given", *sys.argv[1:])
for name in sys.argv[1:]:
    if Path(name).exists():
        print(Path(name).read_text().strip())
print("took 17 ms")
sys.exit(4 if "wrong" in sys.argv else 0)
"""


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to run in, with a command line of its own before the real one."""
    package = tmp_path / "path" / "saksgang"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(SAMPLE, encoding="utf-8")
    monkeypatch.syspath_prepend(str(package.parent))
    folder = tmp_path / "folder"
    folder.mkdir()
    return folder


def document(text: str) -> str:
    return textwrap.dedent(text).replace("~~~", "```")


def test_a_document_that_is_right_has_no_problem(stand_in: Path) -> None:
    """Commands, files, Python, sessions and TOML that hold are all passed."""
    text = """\
        ~~~toml rules.toml
        limit = 3
        ~~~
        ~~~console
        $ saksgang check rules.toml  # a comment
        given check rules.toml
        limit = 3
        took … ms
        $ ls -l
        whatever
        $ saksgang
        ...
        ~~~
        ~~~console exit=4
        $ saksgang wrong
        ...
        took 17 ms
        ~~~
        ~~~python
        two = 2
        ~~~
        ~~~python
        >>> two + two
        4
        ~~~
        ~~~sh
        no such command
        ~~~
        """

    assert run_document(document(text), stand_in) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("~~~console\n$ saksgang\nother\n~~~", "line 1: `saksgang` printed"),
        ("~~~console\n$ saksgang\n~~~", "where the document shows"),
        ("x\n\n~~~console\n$ saksgang wrong\n...\n~~~", "line 3: `saksgang wrong` ended with 4, not 0"),
        ("~~~console exit=1\n$ saksgang\n...\n~~~", "ended with 0, not 1"),
        ("~~~toml\nlimit = \n~~~", "not TOML"),
        ("~~~python\nraise ValueError('no')\n~~~", "line 1: ValueError: no"),
        ("~~~python\nx = (\n~~~", "SyntaxError"),
        ("~~~python plugin.py\nx = (\n~~~", "SyntaxError"),
        ("~~~python\n>>> 1 + 1\n3\n~~~", "Got:\n    2"),
        ("1. step\n   ~~~toml\n   limit = \n   ~~~", "line 2: not TOML"),
    ],
)
def test_what_is_not_as_written_is_told(stand_in: Path, text: str, problem: str) -> None:
    """Wrong output, exit codes, TOML and Python are each told with their line."""
    (told,) = run_document(document(text), stand_in)

    assert problem in told


def test_a_python_block_that_names_a_file_is_written_and_not_run(tmp_path: Path) -> None:
    """A file that a document shows lies in its folder for the commands after it."""
    text = document("~~~python sub/plugin.py\nraise ValueError\n~~~")

    assert run_document(text, tmp_path) == []
    assert (tmp_path / "sub/plugin.py").read_text(encoding="utf-8") == "raise ValueError\n"


@pytest.mark.parametrize(
    ("expected", "printed", "same"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a"], ["a", "b"], False),
        (["a", "..."], ["a", "b", "c"], True),
        (["a", "..."], ["a"], True),
        (["...", "c"], ["a", "b", "c"], True),
        (["...", "c"], ["a", "b"], False),
        (["took … s"], ["took 1.5 s"], True),
        (["took … s"], ["took 1.5 m"], False),
        (["…"], ["a", "b"], False),
        (["a.c"], ["abc"], False),
        (["a", ""], ["a  "], True),
        ([], [], True),
        ([], ["a"], False),
    ],
)
def test_output_is_compared_line_by_line(expected: list[str], printed: list[str], same: bool) -> None:
    """Three dots alone stand for any lines, an ellipsis within a line for any text of that line."""
    assert matches(expected, printed) is same


def test_commands_are_read_with_what_follows_them() -> None:
    """Each line after a dollar sign is a command, the lines after it are its output."""
    told = commands("$ one\na\nb\n$ two\n")

    assert [(command.line, command.expected) for command in told] == [("one", ["a", "b"]), ("two", [])]


def test_blocks_are_read_with_language_words_and_line() -> None:
    """A fence tells language, exit code and file name; prose between blocks is passed by."""
    text = document("text\n~~~console exit=4\n$ x\n~~~\n~~~toml a.toml\n~~~\n~~~\nplain\n~~~\n")
    seen = [(block.language, block.exit_code, block.file_name, block.line) for block in blocks(text)]

    assert seen == [("console", 4, None, 2), ("toml", 0, "a.toml", 5), ("", 0, None, 7)]


def test_the_marked_command_is_found() -> None:
    """A command is found by its mark, and only when it is one line."""
    text = document("<!-- command: run -->\n~~~sh\nls\n~~~\n<!-- command: two -->\n~~~sh\na\nb\n~~~\n")

    assert prose_command(text, "run") == "ls"
    assert prose_command(text, "two") is None
