"""The project speaks of itself alone: no file names a machine, a package index or a person of the sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.sources import ROOT, text_files

# Put together from pieces, so that this file does not hold what it looks for.
MACHINE = "|".join(("wo" + "rk", "fa" + "rm"))
PLACES = re.compile(
    rf"(^|[^a-z0-9_.-])/({MACHINE})/"
    rf"|fa{'r'}m-(bench|studio)"
    rf"|(?<![\w.-])/(home|users)/\w|(?<![\w.-])/{'ro' + 'ot'}/"
    rf"|/tmp/(bash_{'jobs'}|br{'ief'})"
    rf"|index[-_]{'url'}|registry *= *{'http'}|https?://[^\s\"')]+/simple/?(?=[\s\"')]|$)",
    re.IGNORECASE | re.MULTILINE,
)
PEOPLE = re.compile("|".join(("Han" + "ne M", "Sandt" + "veit", "Baa" + "sch")))


def test_no_file_names_a_machine_an_index_or_a_person() -> None:
    """Every text file of the project is free of machine paths, index addresses and names from the sources."""
    leaks = [
        f"{path.relative_to(ROOT).as_posix()}:{line} {text}"
        for path in text_files()
        for line, text in _leaks(path.read_text(encoding="utf-8", errors="replace"))
    ]

    assert leaks == []


@pytest.mark.parametrize(
    "text",
    [
        "see /" + "wo" + "rk/main",
        "/" + "fa" + "rm/x",
        "open('/" + "home/somebody/x')",
        "/" + "Users/somebody",
        "cd /" + "root/",
        "/tmp/" + "bash_jobs.0",
        "pip install --extra-index-" + "url x",
        "registry = " + "http://x",
        "https://packages.example/" + "simple/",
        "by " + "Baa" + "sch",
    ],
)
def test_a_leak_is_found(text: str) -> None:
    """Each kind of leak is found, with its line."""
    assert [line for line, _ in _leaks(f"first\n{text}\n")] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "plugins/home_care_messages/letters/",
        "https://example.org/home/index.html",
        "https://pypi.org/project/simpy/",
        "net/work/list and work/list",
        "/tmp/run",
        "a simple rule",
    ],
)
def test_what_is_no_leak_is_left_alone(text: str) -> None:
    """Folders of the project and public addresses are no finding."""
    assert _leaks(text) == []


def test_the_files_looked_at_are_those_of_the_project(tmp_path: Path) -> None:
    """Folders that tools make, virtual environments and binary files are passed by, all else is read."""
    for name in (
        "a.md",
        ".ci/run",
        ".git/config",
        "x.egg-info/y",
        "env/pyvenv.cfg",
        "env/z",
        ".mypy_cache/m",
        "b/c.py",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\0")

    assert [path.relative_to(tmp_path).as_posix() for path in text_files(tmp_path)] == [
        ".ci/run",
        "a.md",
        "b/c.py",
    ]


def _leaks(text: str) -> list[tuple[int, str]]:
    return [
        (number, line.strip())
        for number, line in enumerate(text.splitlines(), start=1)
        if PLACES.search(line) or PEOPLE.search(line)
    ]
