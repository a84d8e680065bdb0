"""Read the fenced blocks of a Markdown file, and what its console blocks expect."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import field, frozen

__all__ = ["Block", "Command", "blocks", "commands", "matches", "prose_command"]

FENCE = re.compile(r"^(?P<indent> *)```(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=indent)```[ ]*$", re.MULTILINE | re.DOTALL)
MARK = re.compile(r"<!-- command: (?P<name>\w+) -->\s*```sh\n(?P<command>[^\n]+)\n```")
ANY_LINES = "..."
ANY_TEXT = "…"


@frozen
class Block:
    """One fenced block.

    Attributes:
        language: the first word after the fence, such as ``console``.
        words: the other words after the fence, such as ``exit=4`` or a file name.
        body: the text between the fences, without the fence's own indentation.
        line: the line of the opening fence, counted from 1.
    """

    language: str
    words: tuple[str, ...]
    body: str
    line: int

    @property
    def file_name(self) -> str | None:
        """The file that the block shows, when its fence names one."""
        return next((word for word in self.words if "." in word and "=" not in word), None)

    @property
    def exit_code(self) -> int:
        """How the block's last command ends, 0 unless its fence says otherwise."""
        return next((int(word.removeprefix("exit=")) for word in self.words if word.startswith("exit=")), 0)


@frozen
class Command:
    """One command of a console block and the lines that it is to print."""

    line: str
    expected: list[str] = field(factory=list)


def blocks(markdown: str) -> Iterator[Block]:
    """Every fenced block of a document, in order."""
    for match in FENCE.finditer(markdown):
        language, *words = match["info"].split() or [""]
        body = re.sub(rf"^{match['indent']}", "", match["body"], flags=re.MULTILINE)
        yield Block(language, tuple(words), body, markdown.count("\n", 0, match.start()) + 1)


def commands(body: str) -> list[Command]:
    """The commands of a console block, each a line that begins with ``$``, and what follows each."""
    found: list[Command] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            found.append(Command(line.removeprefix("$ ")))
        elif found:
            found[-1].expected.append(line)
    return found


def matches(expected: list[str], printed: list[str]) -> bool:
    """Whether output is as a document shows it: ``...`` alone is any lines, ``…`` in a line any text."""
    pattern = "".join(r"(?:[^\n]*\n)*" if line == ANY_LINES else f"{_line(line)}\n" for line in _trimmed(expected))
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in _trimmed(printed))) is not None


def prose_command(markdown: str, name: str) -> str | None:
    """The one-line command that stands in the block after ``<!-- command: NAME -->``."""
    return next((mark["command"] for mark in MARK.finditer(markdown) if mark["name"] == name), None)


def _line(line: str) -> str:
    return "[^\n]*".join(re.escape(part) for part in line.split(ANY_TEXT))


def _trimmed(lines: list[str]) -> list[str]:
    """The lines without blanks at their ends, and without empty lines at the end of all."""
    return "\n".join(line.rstrip() for line in lines).rstrip().splitlines()
