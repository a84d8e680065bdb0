"""Reading TOML of any origin: bounded, and one sentence with the line where it is known (COR-22)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from saksgang.configuration import examine, read_toml
from saksgang.configuration.toml import DEEPEST, LARGEST_FILE
from saksgang.errors import InputRefused

HOSTILE = [
    (b"a = [\n\xff\n]", "line 2: The text is not UTF-8. Save the file as UTF-8."),
    (b'a = 1\nb = "\0"', "line 2: The text holds a NUL character."),
    (b"\xff\xfea\0=\0", "line 1: The text is not UTF-8."),
    (b"a = 1\nb", "line 2: This is not TOML: Expected '=' after a key"),
    (b"a = 1\nb = yes\n", 'line 2: This is not TOML: Invalid value. Put text in "quotes"'),
    (b"\n\n[a]\n[a]\n", "line 4: This is not TOML: Cannot declare ('a',) twice. Begin each table once"),
    (b"a = 0000-01-01\n", "line 1: This is not TOML: Invalid date or datetime."),
    (b'a = "x\n', "line 1: This is not TOML: Illegal character '\\n'. Close the text"),
    (b"a = " + b"[" * 100_000, f"More than {DEEPEST} tables or lists lie within each other."),
    (b"a = " + b"{a = " * 10_000, f"More than {DEEPEST} tables or lists lie within each other."),
    (b"a = " + b"[" * 30 + b"]" * 30, f"More than {DEEPEST} tables or lists lie within each other."),
    (b".".join([b"a"] * 40) + b" = 1", f"More than {DEEPEST} tables or lists lie within each other."),
    (b"# \n" + b".".join([b"a"] * 400_000) + b" = 1", "line 2: This line has more than 50 dots."),
    (b"a = " + b"9" * 5_000, "A number in it has too many digits."),
    (b"a = 0x" + b"f" * 5_000, "a: Here stands a whole number of very many digits"),
    (b"a = -9223372036854775809", "a: Here stands a whole number of very many digits"),
    (b"a = { b = [1, nan] }", "a.b[1]: Here stands the number nan"),
    (b"a = inf", "a: Here stands the number inf"),
    (b"a = 1e999", "a: Here stands the number inf"),
    (b"#" * (LARGEST_FILE + 1), f"The file is larger than {LARGEST_FILE} bytes."),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "hostile.toml"


@pytest.mark.parametrize(("content", "words"), HOSTILE, ids=[str(row) for row in range(len(HOSTILE))])
def test_cor_22_a_hostile_file_gets_one_sentence(file: Path, content: bytes, words: str) -> None:
    """The error is one printable line that begins with the file and ends with what to do."""
    file.write_bytes(content)

    with pytest.raises(InputRefused) as refusal:
        read_toml(file)

    assert str(refusal.value).startswith(f"{file}: {words}")
    assert str(refusal.value).isprintable()
    assert str(refusal.value).endswith(".")
    assert len(str(refusal.value)) < 400


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbfa = 1\r\nb = 0.5\r\n", b"b = 0.5\na = 0x01\n", b"a = 1 # \xf0\x9f\x98\x80\nb = 5e-1"]
)
def test_cor_22_byte_order_mark_and_other_line_ends_are_accepted(file: Path, content: bytes) -> None:
    """Files as Windows programs write them are read as any other."""
    file.write_bytes(content)

    assert read_toml(file) == {"a": 1, "b": 0.5}


def test_cor_22_the_largest_file_and_the_deepest_table_are_read(file: Path) -> None:
    """The bounds are bounds: what lies just within them passes."""
    depth = DEEPEST - 1
    content = b"a = " + b"[" * depth + b"]" * depth + b"\n"
    file.write_bytes(content + b"#" * (LARGEST_FILE - len(content)))

    assert list(read_toml(file)) == ["a"]


def test_cor_22_what_is_no_file_is_told_apart(tmp_path: Path) -> None:
    """An absent file, a folder, a pipe that would wait for ever, and a name that no file can have."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    for path, words in (
        (tmp_path / "absent.toml", "cannot be opened (No such file or directory). Check the path"),
        (tmp_path, "This is a folder or device, expected a file."),
        (pipe, "This is a folder or device, expected a file."),
        (tmp_path / "a\0b", "cannot be opened (no such name)."),
        (tmp_path / ("x" * 5_000), "cannot be opened (File name too long)."),
    ):
        with pytest.raises(InputRefused) as refusal:
            read_toml(path)
        assert words in str(refusal.value)
        assert examine(path, {}).problems[0].sentence in str(refusal.value)


def test_cor_22_a_file_that_may_not_be_read_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing right is one sentence, also where the tests run as a user who has every right."""
    file.write_bytes(b"")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(InputRefused, match=r"cannot be opened \(Permission denied\)\. Check the path and the right"):
        read_toml(file)


def test_cor_22_many_faults_are_told_in_reasonable_time(file: Path) -> None:
    """A file full of unknown tables and keys is looked at to its end."""
    file.write_text("".join(f"k{number} = {number}\n" for number in range(5_000)), encoding="utf-8")

    problems = examine(file, {}).problems

    assert [problem.key for problem in problems if problem.line is None] == ["municipality", "staff"]
    assert [problem.line for problem in problems if problem.line] == list(range(1, 5_001))
