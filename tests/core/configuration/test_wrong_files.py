"""One file a fault: each is told once, with file, key, what was expected and what to do (COR-20, COR-22)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.configuration import Report, examine, load
from saksgang.errors import ConfigurationRefused
from tests.core.configuration.samples import ROUTINES, SOUND, WRONG

FILES = sorted(WRONG.glob("*.toml"))


def test_cor_20_there_are_at_least_twenty_wrong_files() -> None:
    """The collection is there and is read as what it is: more than twenty files, each with its expected words."""
    assert len(FILES) > 20
    assert all(_expected(file)[1] for file in FILES)


def test_cor_20_the_file_that_they_are_made_from_is_in_order(tmp_path: Path) -> None:
    """Without a fault there is no problem and no warning, so every wrong file is wrong by its fault alone."""
    file = tmp_path / "sound.toml"
    file.write_text(SOUND, encoding="utf-8")

    assert examine(file, ROUTINES) == Report(routines=1, staff=3)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_cor_20_a_wrong_file_gets_one_problem_with_file_key_and_remedy(file: Path) -> None:
    """The one problem names the file and the key, and says the expected words."""
    key, words = _expected(file)

    report = examine(file, ROUTINES)
    problem = report.problems[0]

    assert len(report.problems) == 1
    assert not report.warnings
    assert problem.key == key
    assert str(problem).startswith(f"{file}: ")
    assert [word for word in words if word not in str(problem)] == []
    assert problem.sentence[-1] in ".?"
    assert problem.suggestion[-1] in ".?"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_cor_22_a_wrong_file_is_refused_by_load(file: Path) -> None:
    """Loading raises the worded refusal and nothing else."""
    with pytest.raises(ConfigurationRefused) as refusal:
        load(file, ROUTINES)

    assert refusal.value.problems == tuple(map(str, examine(file, ROUTINES).problems))


def _expected(file: Path) -> tuple[str, list[str]]:
    """Key and words out of the comments that a wrong file begins with."""
    header = file.read_text(encoding="utf-8").partition("\n\n")[0].splitlines()
    return header[0].removeprefix("# key:").strip(), [row.removeprefix("# words: ") for row in header[1:]]
