"""``saksgang scenarios``: what can be simulated at once (CLI-01, SIM-08)."""

from __future__ import annotations

from saksgang_sim.reading import shipped_scenarios
from tests.sim.running import said


def test_cli_01_the_shipped_scenarios_are_listed_with_title_and_seed() -> None:
    """A line each, by name, the small one among them."""
    answer = said("scenarios")
    rows = answer.out.splitlines()

    assert (answer.code, answer.err) == (0, "")
    assert [row.split()[0] for row in rows] == sorted(shipped_scenarios())
    assert any(
        row.split()
        == ["small", "PPT", "intake,", "two", "months,", "a", "few", "inquiries", "a", "week", "(seed", "7)"]
        for row in rows
    )
    assert len({row.index("PPT") for row in rows if "PPT" in row}) == 1


def test_cli_01_the_shipped_scenarios_are_there_as_json() -> None:
    """Name, title, months and seed of each."""
    answer = said("scenarios", "--json")
    small = next(row for row in answer.data if row["name"] == "small")

    assert small == {
        "name": "small",
        "title": "PPT intake, two months, a few inquiries a week",
        "months": 2,
        "seed": 7,
    }
    assert [row["name"] for row in answer.data] == sorted(shipped_scenarios())


def test_cli_02_scenarios_takes_no_argument() -> None:
    """Wrong usage ends with 2."""
    assert said("scenarios", "small").code == 2
