"""What a tester types in haste is told in one sentence, with what to do, and changes nothing (COR-22, CLI-02)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.exits import Exit
from tests.sim.garden import garden_in
from tests.sim.running import said


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[scenario", "line 1: This is not TOML: "),
        ('municipality = "gardn"', "scenario.municipality: There is no municipality 'gardn'. Known here are: "),
        ("base = 3", 'base: Here stands the number 3, expected a scenario. Write base = "norway".'),
        ('base = "nowray"', "base: There is no scenario 'nowray'. Did you mean \"norway\"?"),
        ("monhts = 3", 'scenario.monhts: There is no such key here. Did you mean "months"?'),
    ],
)
def test_cor_22_what_is_wrong_in_a_scenario_is_told_with_file_and_key(tmp_path: Path, line: str, told: str) -> None:
    """A line of its own, with exit code 4, also where the file is no TOML or names what is not there."""
    path = garden_in(tmp_path).path
    text = path.read_text("utf-8")
    if line == "[scenario":
        text = line
    elif line.startswith("base"):
        text = f"{line}\n{text}"
    else:
        key = line.partition(" ")[0]
        text = "\n".join(row for row in text.splitlines() if not row.startswith(key))
        text = text.replace("[scenario]", f"[scenario]\n{line}", 1)
    path.write_text(text, encoding="utf-8")
    before = files(tmp_path)
    answer = said("simulate", path, "--out", tmp_path / "run")

    assert (answer.code, answer.out) == (Exit.REFUSED, "")
    assert answer.err.startswith(f"{path}: {told}")
    assert answer.err.count("\n") == 1
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("faults", "told"),
    [
        ("none,killed", '"none" stands alone: name --faults none, or only the faults that are to be on.'),
        ("killed,swarm", '"swarm" stands alone'),
        ("killed,print_lost,killed=0.5", 'The fault "killed" is named twice; name it once.'),
    ],
)
def test_cor_22_faults_that_do_not_go_together_are_told(faults: str, told: str) -> None:
    """Neither is left out in silence."""
    for verb in ("simulate", "hunt"):
        answer = said(verb, "small", "--faults", faults)

        assert (answer.code, answer.out, answer.err.count("\n")) == (Exit.USAGE, "", 1)
        assert told in answer.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("audit", "none.csv", "--calendar", "NO", "--rule", "A -> B within 2 days"), "; name a CSV or XES file."),
        (("explain", "--rule", "2 dasy", "--from", "2026-05-13", "--country", "NO"), 'did you mean "2 days"?'),
        (("explain", "--rule", "1 dasy", "--from", "2026-05-13", "--country", "NO"), 'did you mean "1 day"?'),
    ],
)
def test_cor_22_a_sentence_says_what_to_do(arguments: tuple[str, ...], told: str) -> None:
    """And ends with it."""
    answer = said(*arguments)

    assert (answer.code, answer.out, answer.err.count("\n")) == (Exit.USAGE, "", 1)
    assert answer.err.endswith(f"{told}\n")
