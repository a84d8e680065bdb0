"""The report of a city: seconds, microseconds an event, peak memory and size, on a journal of two million events.

    python benchmarks/report.py                  six months of all five routines, times 19: two million events
    python benchmarks/report.py --copies 2       a smaller city
    python benchmarks/report.py --rounds 5       more rounds; the middle one is quoted
    python benchmarks/report.py --journal sqlite the other kind of journal

The city is a town's journal with each event written so many times, on so many cases: as many more people who come at
the same moments. Each round is a process of its own.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

GOAL = 20.0
CITY = 2_000_000
CASE = re.compile(rb"\b([A-Z]{2,5}-20[0-9]{2}-)([0-9]{5})")
THING = re.compile(rb'([a-z_]/[a-z]+-)([0-9]+)"')
EVENT = re.compile(rb'("(?:id|cause)":"[a-z_]+:)([0-9]+)"')
OFFICE = (b'{"id":"office:',)
PAGE = 10_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=19)
    parser.add_argument("--months", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--journal", choices=("lines", "sqlite"), default="lines")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    wish = parser.parse_args()
    if wish.one:
        print(json.dumps(measured(wish.one)))
        return
    with TemporaryDirectory() as folder:
        city = made(Path(folder), wish.months, wish.copies, wish.journal)
        told([in_process(city) for _ in range(wish.rounds)])


def made(folder: Path, months: int, copies: int, kind: str) -> Path:
    """A run's folder with the journal of the city in it."""
    from saksgang.cli.main import run  # noqa: PLC0415 - a round does without it
    from saksgang.journal import Encoded, LinesJournal, SqliteJournal, decode  # noqa: PLC0415 - as above

    town, city = folder / "town", folder / "city"
    run(["simulate", "everything", "--months", str(months), "--out", str(town), "--json"])
    city.mkdir()
    journal = LinesJournal(city / "journal.jsonl") if kind == "lines" else SqliteJournal(city / "journal.sqlite", PAGE)
    for line in Encoded(town):
        journal.append([decode(copy) for copy in copied(line, copies)])
    journal.close()
    return city


def copied(line: bytes, copies: int) -> Iterator[bytes]:
    """An event as it happens on so many cases; what is said of the office happens once."""
    for number in range(1 if line.startswith(OFFICE) else copies):
        mark = b"%02d" % (number + 10)
        other = CASE.sub(rb"\g<1>" + mark + rb"\g<2>", line)
        other = THING.sub(rb"\g<1>" + mark + rb'\g<2>"', other)
        yield EVENT.sub(rb"\g<1>" + mark + rb'\g<2>"', other)


def in_process(city: Path) -> dict[str, float]:
    """One report in a fresh interpreter."""
    words = [sys.executable, str(Path(__file__)), "--one", str(city)]
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603 - this very program
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def measured(city: Path) -> dict[str, float]:
    """Write the report; how long it took, with starting up left out, and how much memory it needed at its peak."""
    from saksgang.declarations import Catalogue  # noqa: PLC0415 - loading is no part of the measurement
    from saksgang.plugins import Registry  # noqa: PLC0415 - as above
    from saksgang_sim.cli_report import figures  # noqa: PLC0415 - as above
    from saksgang_sim.report.making import Ground, report  # noqa: PLC0415 - as above

    ground = Ground(city, Catalogue(Registry.installed().routines), figures())
    began, cpu = time.perf_counter(), time.process_time()
    page = report(ground).encode()
    took, worked = time.perf_counter() - began, time.process_time() - cpu
    (city / "report.html").write_bytes(page)
    events = int(re.search(r"<dd>([0-9 .,\xa0]+)</dd>", page.decode())[1].translate({32: "", 46: "", 44: "", 160: ""}))  # type: ignore[index]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"events": events, "seconds": took, "cpu": worked, "mib": peak, "mb": len(page) / 1e6}


def told(rounds: list[dict[str, float]]) -> None:
    """Print the middle of the rounds."""
    events = int(rounds[0]["events"])
    seconds, cpu = ([each[what] for each in rounds] for what in ("seconds", "cpu"))
    middle, own = statistics.median(seconds), statistics.median(cpu)
    print(f"{events:,} events, {len(rounds)} rounds, middle (least to most)")
    print(
        f"  report  {middle:6.2f} s ({min(seconds):.2f} to {max(seconds):.2f}), {middle / events * 1e6:.2f} µs an event"
    )
    print(f"  of it   {own:6.2f} s of the processor's own time, {own / events * 1e6:.2f} µs an event")
    print(f"  {max(each['mib'] for each in rounds):.0f} MiB peak, the page has {rounds[0]['mb']:.2f} MB")
    print(f"  a city's {CITY:,} events: {own / events * CITY:.1f} s of one core, the goal is {GOAL:.0f} at the most")


if __name__ == "__main__":
    main()
