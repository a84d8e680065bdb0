"""The sentences of a routine's checks are a file beside its labels (PLG-02, SIM-09)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.beside import LARGEST
from saksgang.errors import PluginRefused
from saksgang.plugins import sentences_in


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An importable package without any sentence."""
    monkeypatch.syspath_prepend(tmp_path)
    folder = tmp_path / "".join(letter if letter.isalnum() else "_" for letter in f"sentences_{tmp_path.name}")
    folder.mkdir()
    (folder / "__init__.py").write_text("", encoding="utf-8")
    return folder


def test_sim_09_sentences_are_read_by_check(package: Path) -> None:
    """Id and rule, in the order of the file, whatever its ends of lines."""
    (package / "sentences.toml").write_bytes('# Regler\r\nb-holds = "Én."\r\na-holds = "To."\r\n'.encode())

    assert list(sentences_in(package.name).items()) == [("b-holds", "Én."), ("a-holds", "To.")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff", "it is not TOML: 'utf-8' codec"),
        (b"a = ", "it is not TOML: Invalid value"),
        (b"[nb]\na = '1'", "'nb' is no sentence; write check ids and texts"),
        (b"#" * (LARGEST + 1), f"it is larger than {LARGEST} bytes; make it shorter."),
    ],
)
def test_sim_09_a_file_that_cannot_be_used_is_refused(package: Path, content: bytes, told: str) -> None:
    """In one sentence with the file and the remedy."""
    (package / "sentences.toml").write_bytes(content)
    with pytest.raises(PluginRefused) as refused:
        sentences_in(package.name)

    assert str(refused.value).startswith(f"sentences {package.name}/sentences.toml: {told}")


def test_sim_09_a_package_without_the_file_is_refused(package: Path) -> None:
    """Who asks for it means to have one; a routine without sentences does not ask."""
    for name in (package.name, "no_such_package"):
        with pytest.raises(PluginRefused, match=r"there is none that can be read .*; put it into the package"):
            sentences_in(name)
