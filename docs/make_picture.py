"""Draws ``docs/run.svg``, README's picture of a run, from the run itself: ``python docs/make_picture.py [--check]``."""

from __future__ import annotations

import re
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

from saksgang.journal import MemoryJournal
from saksgang_sim import terminal
from saksgang_sim.putting import plan_of
from saksgang_sim.reading import read_scenario
from saksgang_sim.run import prepare

__all__ = ["main", "picture"]

PICTURE = Path(__file__).parent / "run.svg"
COMMAND = "saksgang simulate ppt_intake"
WIDTH = 118
CHECKS_SHOWN = 12


def picture() -> str:
    """The terminal after the command, as SVG; of the checks the first dozen."""
    outcome = prepare(plan_of(read_scenario("ppt_intake"), MemoryJournal())).go()
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text(f"$ {COMMAND}", style="bold"))
    for line in _shortened(list(terminal.lines(outcome))):
        console.print(Text(line[:WIDTH]), style="green" if line.startswith("  held") else "")
    # Without rich's web font: a picture in a README fetches nothing.
    return re.sub(
        r"@font-face \{.*?\}\s*", "", console.export_svg(title=COMMAND, unique_id="saksgang"), flags=re.DOTALL
    )


def _shortened(lines: list[str]) -> list[str]:
    first = lines.index("Checks (from the journal alone)") + 1
    last = next(n for n in range(first, len(lines)) if not lines[n])
    left_out = last - first - CHECKS_SHOWN
    return [*lines[: first + CHECKS_SHOWN], f"  … and {left_out} more checks", *lines[last:]]


def main(arguments: list[str]) -> int:
    """Draw it, or with ``--check`` say whether it is out of date."""
    drawn = picture()
    if arguments == ["--check"]:
        return int(PICTURE.read_text(encoding="utf-8") != drawn)
    PICTURE.write_text(drawn, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
