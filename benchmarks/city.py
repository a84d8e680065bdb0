"""A city's children for a year: events per second and peak memory, beside two baselines of the same run.

    python benchmarks/city.py                 10,000 cases, 12 months, checks on, journal to disk
    python benchmarks/city.py --cases 2000    a smaller city
    python benchmarks/city.py --rounds 5      more rounds; the middle one is quoted

Each measurement runs in a process of its own, the three in turn, so that a noisy machine is noisy for all of them.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
GOAL = 2.5
WEEKS = 52


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--months", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--one", choices=("city", "bare", "floor"), help=argparse.SUPPRESS)
    parser.add_argument("--events", type=int, default=0, help=argparse.SUPPRESS)
    wish = parser.parse_args()
    if wish.one:
        print(json.dumps(measured(wish.one, wish.cases, wish.months, wish.events)))
        return
    rounds = [one_round(wish.cases, wish.months) for _ in range(wish.rounds)]
    report(rounds)


def one_round(cases: int, months: int) -> dict[str, dict[str, float]]:
    """City, bare loop and composed floor, each in a process of its own."""
    city = in_process("city", cases, months, 0)
    events = int(city["events"])
    return {
        "city": city,
        "bare": in_process("bare", cases, months, events),
        "floor": in_process("floor", cases, months, events),
    }


def in_process(what: str, cases: int, months: int, events: int) -> dict[str, float]:
    """Run one measurement in a fresh interpreter."""
    words = [sys.executable, str(HERE / "city.py"), "--one", what]
    words += ["--cases", str(cases), "--months", str(months), "--events", str(events)]
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603 - this very program
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def measured(what: str, cases: int, months: int, events: int) -> dict[str, float]:
    """Do it and say how long it took and how much memory the process needed at its peak."""
    from floor import bare_loop, composed_floor  # noqa: PLC0415 - beside this file, not in a package

    with TemporaryDirectory() as folder:
        began = time.perf_counter()
        if what == "city":
            events = simulate(cases, months, Path(folder))
        elif what == "bare":
            bare_loop(events)
        else:
            composed_floor(events, Path(folder))
        took = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"events": events, "seconds": took, "mib": peak}


def simulate(cases: int, months: int, folder: Path) -> int:
    """A PPT-only city with enough staff for its cases."""
    from municipality import write_city  # noqa: PLC0415 - as above

    from saksgang_sim.folder import run_folder  # noqa: PLC0415 - the baselines do without it
    from saksgang_sim.putting import plan_of  # noqa: PLC0415 - as above
    from saksgang_sim.reading import read_scenario  # noqa: PLC0415 - as above
    from saksgang_sim.run import prepare  # noqa: PLC0415 - as above

    scenario = read_scenario(str(write_city(folder, cases, months)))
    with run_folder(folder / "run", "lines") as run:
        outcome = prepare(plan_of(scenario, run.journal)).go()
    violated = [verdict.id for verdict in outcome.verdicts if verdict.status == "violated"]
    assert not violated, violated
    return outcome.tally.events


def report(rounds: list[dict[str, dict[str, float]]]) -> None:
    """Print the middle of the rounds, and the ratios round by round."""
    events = int(rounds[0]["city"]["events"])
    print(f"{events:,} domain events, {len(rounds)} rounds, middle (least to most)")
    for name in ("city", "floor", "bare"):
        seconds = [each[name]["seconds"] for each in rounds]
        memory = max(each[name]["mib"] for each in rounds)
        middle = statistics.median(seconds)
        print(
            f"  {name:6} {middle:7.2f} s ({min(seconds):.2f} to {max(seconds):.2f})  "
            f"{events / middle:>9,.0f} events/s  {middle / events * 1e6:6.2f} µs an event  {memory:6.0f} MiB peak"
        )
    for other in ("floor", "bare"):
        ratios = [each["city"]["seconds"] / each[other]["seconds"] for each in rounds]
        goal = f", the goal is {GOAL} at the most" if other == "floor" else ""
        print(f"  city over {other}: {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}){goal}")


if __name__ == "__main__":
    main()
