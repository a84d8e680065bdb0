"""Make the table of planted bugs in ``docs/reliability.md``: for each the check that finds it, and with which seed.

Run it as ``python -m tests.reliability.make_table`` after a plant, a check or the simulation has changed; it takes some
minutes. With ``--check`` it writes nothing and ends with 1 when the table is another.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.reliability.hunting import MOST, first_seed
from tests.reliability.plants import PLANTS, Plant

__all__ = ["PAGE", "known_seeds", "main", "table", "with_table"]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
BEGIN, END = "<!-- plants -->\n", "<!-- end of plants -->"
ROW = re.compile(r"^\| \*\*([a-z0-9-]+)\*\*.* \| ([0-9]+) \|$", re.MULTILINE)
HEAD = "| planted bug | where | found by | simulated | seeds |\n| --- | --- | --- | --- | --- |\n"


def known_seeds(page: str) -> dict[str, int]:
    """The seeds that a page tells, by plant."""
    return {name: int(seed) for name, seed in ROW.findall(page)}


def table(seeds: Mapping[str, int]) -> str:
    """The table, with these seeds."""
    return HEAD + "".join(_row(plant, seeds[plant.name]) for plant in PLANTS)


def with_table(page: str, made: str) -> str:
    """The page with another table."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{made}{END}{after}"


def _row(plant: Plant, seed: int) -> str:
    setting = plant.setting
    start = f", from {setting.start}" if setting.start else ""
    longer = f": {plant.why_longer}" if plant.why_longer else ""
    where = "<br>".join(f"`{swap}`" for swap in plant.swaps)
    cells = (
        f"**{plant.name}** {plant.wrong}",
        where,
        f"`{plant.check}`",
        f"`{setting.scenario}`{start}, {setting.days} days{longer}",
        str(seed),
    )
    return f"| {' | '.join(cells)} |\n"


def main(arguments: list[str]) -> int:
    """Look for every plant and write the table; returns the exit code."""
    with ProcessPoolExecutor() as pool:
        seeds = dict(zip((plant.name for plant in PLANTS), pool.map(_seed, range(len(PLANTS))), strict=True))
    missed = [name for name, seed in seeds.items() if seed is None]
    if missed:
        sys.stderr.write(f"Not found with seeds 1 to {MOST}: {', '.join(missed)}. A check is missing; write it.\n")
        return 1
    page = PAGE.read_text(encoding="utf-8")
    made = with_table(page, table({name: seed for name, seed in seeds.items() if seed is not None}))
    if "--check" in arguments and made != page:
        sys.stderr.write(f"{PAGE.name} is out of date; run python -m tests.reliability.make_table.\n")
        return 1
    PAGE.write_text(made, encoding="utf-8")
    return 0


def _seed(number: int) -> int | None:
    return first_seed(PLANTS[number])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
