"""A whole city with all five routines: what an event costs, what of it the checks cost, and whether memory grows.

    python benchmarks/whole_city.py               100,000 citizens; 3, 12 and 36 months, checks on, journal to disk
    python benchmarks/whole_city.py --months 1    a shorter look; may be given several times
    python benchmarks/whole_city.py --no-peer     without Prosimos, which is installed for this and deleted again

The city is the scenario `everything` with nine times all its demand and staff that work nine times as fast, so that the
same work lists carry a city's load: about two million events in a year. Each measurement runs in a process of its own,
and time is the processor's. Beside the city stand, in the same run, the composed floor, the shortest of the months
once more without checks, and how fast Prosimos records a model like ours. A run of more than two years begins as many
years earlier, so that it ends with the last year for which there are rates: after that nothing can be calculated, and a
task says so for each month of each case. With the memory stand the cases that are open when it ends, and what of
them is in memory.
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

from peer import PEER, measured_peer

CITIZENS, TIMES = 100_000, 9.0
MONTHS_WITH_RATES = 24  # from the scenario's own start
PEER_CASES = 10_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--months", type=int, action="append")
    parser.add_argument("--no-peer", action="store_true")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--events", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--no-checks", action="store_true", help=argparse.SUPPRESS)
    wish = parser.parse_args()
    months = sorted(wish.months or [3, 12, 36])
    if wish.one:
        print(json.dumps(measured(wish.one, months[0], wish.events, checks=not wish.no_checks)))
        return
    rows = {f"{length} months": in_process("city", length, 0, checks=True) for length in months}
    unchecked = in_process("city", months[0], 0, checks=False)
    floor = in_process("floor", 1, int(max(row["events"] for row in rows.values())), checks=True)
    report({**rows, f"{months[0]} unchecked": unchecked, "composed floor": floor})
    share = 1 - unchecked["seconds"] / rows[f"{months[0]} months"]["seconds"]
    print(f"the checks take {share:.0%} of {months[0]} months")
    if not wish.no_peer:
        compare(rows, measured_peer(PEER_CASES))


def report(rows: dict[str, dict[str, float]]) -> None:
    """Print each row with its cost an event, what that is of the floor's, and its memory."""
    floor = rows["composed floor"]["seconds"] / rows["composed floor"]["events"]
    for name, row in rows.items():
        cost = row["seconds"] / row["events"]
        print(
            f"{name:15} {int(row['events']):>9,} events  {row['seconds']:7.1f} s  {cost * 1e6:6.1f} µs an event  "
            f"{cost / floor:5.1f} of the floor  {row['mib']:5.0f} MiB peak"
            + (f"  {row['open']:,} cases open, {row['records']:,} records of theirs in memory" if "open" in row else "")
        )


def compare(rows: dict[str, dict[str, float]], peer: dict[str, float]) -> None:
    """Print how fast each records: the peer a row an activity, we several events for a task that somebody does."""
    for name, row in rows.items():
        print(
            f"{name:15} {row['events'] / row['seconds']:>9,.0f} events a second, "
            f"{row['activities'] / row['seconds']:,.0f} of them a task done"
        )
    print(f"{PEER:15} {peer['events'] / peer['seconds']:>9,.0f} activities a second")


def in_process(what: str, months: int, events: int, *, checks: bool) -> dict[str, float]:
    """Run one measurement in a fresh interpreter."""
    words = [sys.executable, __file__, "--one", what, "--months", str(months), "--events", str(events)]
    done = subprocess.run(  # noqa: S603 - this very program
        [*words, *([] if checks else ["--no-checks"])], check=True, capture_output=True, text=True
    )
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def measured(what: str, months: int, events: int, *, checks: bool) -> dict[str, float]:
    """Do it; the time is that of the run itself, without starting Python."""
    from floor import composed_floor  # noqa: PLC0415 - beside this file, not in a package

    counted: dict[str, int] = {}
    with TemporaryDirectory() as folder:
        began = time.process_time()
        if what == "floor":
            composed_floor(events, Path(folder))
        else:
            counted, began = simulate(months, Path(folder), checks=checks)
        took = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"events": events, **counted, "seconds": took, "mib": peak}


def simulate(months: int, folder: Path, *, checks: bool) -> tuple[dict[str, int], float]:
    """The city for so many months; its events, tasks done, open cases and records in memory, and when it began."""
    from attrs import evolve  # noqa: PLC0415 - the floor does without it

    from saksgang_sim.folder import run_folder  # noqa: PLC0415 - as above
    from saksgang_sim.putting import plan_of  # noqa: PLC0415 - as above
    from saksgang_sim.reading import read_scenario  # noqa: PLC0415 - as above
    from saksgang_sim.run import prepare  # noqa: PLC0415 - as above

    small = read_scenario("everything")
    with run_folder(folder / "run", "lines") as run:
        plan = plan_of(small, run.journal)
        usual = {demand.name: demand.per_week for each in plan.behaviours.values() for demand in each.demands}
        city = evolve(
            small,
            months=months,
            start=small.start.replace(year=small.start.year - max(0, -(-(months - MONTHS_WITH_RATES) // 12))),
            population=evolve(small.population, size=CITIZENS),
            demand={name: rate * TIMES for name, rate in (usual | small.demand).items()},
            staffing=evolve(small.staffing, speed=TIMES),
        )
        ready = prepare(evolve(plan, scenario=city))
        if not checks:
            ready.hearing.listeners.remove(ready.judge.see)
        began = time.process_time()
        outcome = ready.go()
    violated = [verdict.id for verdict in outcome.verdicts if verdict.status == "violated"]
    assert not checks or not violated, violated
    state = ready.office.state
    records = sum(len(getattr(state, table).rows) for table in ("documents", "tasks", "letters", "deadlines"))
    return {
        "events": outcome.tally.events,
        "activities": sum(outcome.tally.work.values()),
        "open": sum(not case.ended for case in state.cases.rows.values()),
        "records": records,
    }, began


if __name__ == "__main__":
    main()
