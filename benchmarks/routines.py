"""All five routines together for a year, and each alone: what an event of each costs, beside the baselines.

    python benchmarks/routines.py             20,000 citizens, 12 months, checks on, journal to disk
    python benchmarks/routines.py --months 3  a shorter run

Each measurement runs in a process of its own; the baselines have as many events as the five routines together.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROUTINES = ("ppt_intake", "home_care_messages", "long_term_monitoring", "benefits", "contact_registration")
CITIZENS = 20_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--months", type=int, default=12)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--events", type=int, default=0, help=argparse.SUPPRESS)
    wish = parser.parse_args()
    if wish.one:
        print(json.dumps(measured(wish.one, wish.months, wish.events)))
        return
    together = in_process("everything", wish.months, 0)
    events = int(together["events"])
    rows = {"all five": together}
    rows |= {name: in_process(name, wish.months, 0) for name in ROUTINES}
    rows |= {"composed floor": in_process("floor", wish.months, events), "bare SimPy": in_process("bare", 0, events)}
    report(rows)


def in_process(what: str, months: int, events: int) -> dict[str, float]:
    """Run one measurement in a fresh interpreter."""
    words = [sys.executable, __file__, "--one", what, "--months", str(months), "--events", str(events)]
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603 - this very program
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def measured(what: str, months: int, events: int) -> dict[str, float]:
    """Do it; the time is that of the run itself, without starting Python."""
    from floor import bare_loop, composed_floor  # noqa: PLC0415 - beside this file, not in a package

    with TemporaryDirectory() as folder:
        began = time.perf_counter()
        if what == "floor":
            composed_floor(events, Path(folder))
        elif what == "bare":
            bare_loop(events)
        else:
            events, began = simulate(what, months, Path(folder))
        took = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"events": events, "seconds": took, "mib": peak}


def simulate(name: str, months: int, folder: Path) -> tuple[int, float]:
    """A shipped scenario with so many citizens and months; how many events, and when it began to run."""
    from attrs import evolve  # noqa: PLC0415 - the baselines do without it

    from saksgang_sim.folder import run_folder  # noqa: PLC0415 - as above
    from saksgang_sim.putting import plan_of  # noqa: PLC0415 - as above
    from saksgang_sim.reading import read_scenario  # noqa: PLC0415 - as above
    from saksgang_sim.run import prepare  # noqa: PLC0415 - as above

    scenario = read_scenario(name)
    scenario = evolve(scenario, months=months, population=evolve(scenario.population, size=CITIZENS))
    with run_folder(folder / "run", "lines") as run:
        ready = prepare(plan_of(scenario, run.journal))
        began = time.perf_counter()
        return ready.go().tally.events, began


def report(rows: dict[str, dict[str, float]]) -> None:
    """Print each row with its cost an event, and what that is of the floor's."""
    floor = rows["composed floor"]["seconds"] / rows["composed floor"]["events"]
    for name, row in rows.items():
        cost = row["seconds"] / row["events"]
        print(
            f"{name:22} {int(row['events']):>9,} events  {row['seconds']:7.2f} s  {1 / cost:>11,.0f} events/s  "
            f"{cost * 1e6:7.2f} µs an event  {cost / floor:5.1f} of the floor  {row['mib']:6.0f} MiB peak"
        )


if __name__ == "__main__":
    main()
