"""The table of requirements tells of every requirement what builds it and what proves it, as it is today."""

from __future__ import annotations

import pkgutil
import tomllib

import pytest

from docs.make_requirements import DOCS, GROUPS, PAGE, Row, main, page, rows, shipped
from saksgang.declarations import Routine

HOW_MANY = {"COR": 17, "PLG": 7, "SIM": 12, "CLI": 3, "PPT": 11, "BEN": 26, "MSG": 11, "REG": 14, "MON": 14}
ROWS = rows()
BUILT = [row for row in ROWS if row.built]
OF_ROUTINES = [row for row in ROWS if any(row.id in routine.requirements for routine in shipped())]


def test_every_requirement_has_its_row() -> None:
    """Each file's requirements are there, in order, each once."""
    assert {group: sum(row.group == group for row in ROWS) for group in GROUPS} == HOW_MANY
    assert [row.id for row in ROWS] == sorted((row.id for row in ROWS), key=_place)


def test_the_page_is_as_the_house_is() -> None:
    """``docs/requirements.md`` is what ``docs/make_requirements.py`` makes of the house today; run it if not."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_a_page_that_is_out_of_date_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--check`` writes nothing and ends with 1 and a sentence when the page differs."""
    monkeypatch.setattr("docs.make_requirements.page", lambda: "something else")

    assert main(["--check"]) == 1
    assert "out of date" in capsys.readouterr().err
    assert PAGE.read_text(encoding="utf-8") != "something else"


@pytest.mark.parametrize("row", BUILT, ids=lambda row: row.id)
def test_what_builds_a_requirement_is_there(row: Row) -> None:
    """Each dotted name leads to something that can be imported."""
    assert pkgutil.resolve_name(row.built) is not None


@pytest.mark.parametrize("row", BUILT, ids=lambda row: row.id)
def test_what_is_built_is_tested(row: Row) -> None:
    """Each requirement that something builds has a test that bears its id in its name."""
    assert row.tests


@pytest.mark.parametrize("routine", shipped(), ids=lambda routine: routine.name)
def test_a_routine_declares_requirements_that_are_known(routine: Routine) -> None:
    """What a shipped routine says that it covers stands in ``requirements.toml``."""
    assert set(routine.requirements) <= {row.id for row in ROWS}


@pytest.mark.parametrize("row", OF_ROUTINES, ids=lambda row: row.id)
def test_a_routines_requirement_is_built_judged_shown_and_tested(row: Row) -> None:
    """A requirement of a shipped routine counts as met when it has all four."""
    lacking = [name for name in ("built", "checks", "stories", "tests") if not getattr(row, name)]

    assert lacking == []


def test_titles_are_short_sentences() -> None:
    """A title is one line of at most 90 signs, without a full stop."""
    titles = tomllib.loads((DOCS / "requirements.toml").read_text(encoding="utf-8"))
    long = {key: row["title"] for key, row in titles.items() if len(row["title"]) > 90 or row["title"].endswith(".")}

    assert long == {}


def test_every_key_of_a_row_is_known() -> None:
    """A misspelt key would be passed over in silence."""
    titles = tomllib.loads((DOCS / "requirements.toml").read_text(encoding="utf-8"))

    assert {key for row in titles.values() for key in row} <= {"title", "built", "note"}


def _place(key: str) -> tuple[int, str]:
    return list(GROUPS).index(key.partition("-")[0]), key
