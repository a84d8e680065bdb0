"""How many more runs two jobs finish than one, in the same time.

    python benchmarks/jobs.py                  16 runs of PPT intake, with one job and with two, three rounds
    python benchmarks/jobs.py --runs 40        more runs a round
    python benchmarks/jobs.py --jobs 4         as many jobs as there are cores

One job and several take turns, so that a noisy machine is noisy for both; each is the command that a user would type,
its start and end included.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

GOAL = 1.7


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scenario", default="ppt_intake")
    parser.add_argument("--months", type=int, default=12)
    parser.add_argument("--runs", type=int, default=16)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    wish = parser.parse_args()
    rounds = [[seconds(wish, jobs) for jobs in (1, wish.jobs)] for _ in range(wish.rounds)]
    for n, jobs in enumerate((1, wish.jobs)):
        took = statistics.median(each[n] for each in rounds)
        print(f"  {jobs} jobs: {wish.runs} runs in {took:6.1f} s, {wish.runs / took:5.2f} runs/s")
    ratios = [one / several for one, several in rounds]
    print(
        f"  ratio: {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}), the goal is {GOAL} for two"
    )


def seconds(wish: argparse.Namespace, jobs: int) -> float:
    """How long so many jobs take for all of the runs."""
    words = [sys.executable, "-m", "saksgang", "simulate", wish.scenario, "--months", str(wish.months)]
    words += ["--runs", str(wish.runs), "--jobs", str(jobs), "--json"]
    began = time.perf_counter()
    subprocess.run(words, check=False, capture_output=True)  # noqa: S603 - this very program
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
