"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from saksgang.journal.files import place, place_new


def test_a_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    """Whether one was there or not, and nothing else is left in the folder."""
    for content in (b"first", b"second"):
        place(tmp_path / "head.json", content)
        assert (tmp_path / "head.json").read_bytes() == content

    assert [each.name for each in tmp_path.iterdir()] == ["head.json"]


def test_a_new_file_takes_nobodys_place(tmp_path: Path) -> None:
    """What another process put there a moment ago stays."""
    place_new(tmp_path / "journal.sqlite", b"first")
    with pytest.raises(FileExistsError):
        place_new(tmp_path / "journal.sqlite", b"second")

    assert (tmp_path / "journal.sqlite").read_bytes() == b"first"
    assert [each.name for each in tmp_path.iterdir()] == ["journal.sqlite"]


@pytest.mark.parametrize("put", [place, place_new])
def test_a_file_that_cannot_be_made_durable_is_not_put(
    put: Callable[[Path, bytes], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk refuses, the folder is as it was."""
    monkeypatch.setattr(os, "fsync", _failing)

    with pytest.raises(OSError, match="Input/output error"):
        put(tmp_path / "head.json", b"content")
    assert list(tmp_path.iterdir()) == []


def _failing(_: int) -> None:
    raise OSError(5, "Input/output error")
