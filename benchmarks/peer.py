"""What a peer does on a model like ours: PPT intake as a BPMN process in Prosimos, a simulator of business processes.

    python benchmarks/peer.py                  10,000 cases; Prosimos in an environment of its own
    python benchmarks/peer.py --cases 2000     fewer cases

The model has PPT's activities, roles, working hours and shares: who registers, distributes, confirms, assesses,
reviews, has a letter approved or returned. Prosimos records one row an activity, with when it was enabled, begun and
ended; it knows no holiday, no letter, no deadline and no check. Its environment is made in a temporary folder and goes
with it: nothing of ours depends on it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

__all__ = ["PEER", "measured_peer"]

PEER = "prosimos==2.1.0"
CASES_A_CONSULTANT, CASES_A_LEADER, CASES_A_SPECIALIST = 1500, 1000, 180
WEEK_SECONDS = 7 * 24 * 3600
WORKING_HOURS = {"from": "MONDAY", "to": "FRIDAY", "beginTime": "08:00:00", "endTime": "15:30:00"}

# Activity, role, minutes on average.
ACTIVITIES = (
    ("register_document", "consultant", 8),
    ("distribute_case", "consultant", 6),
    ("confirm_receipt", "consultant", 8),
    ("assess_case", "leader", 12),
    ("review_case", "specialist", 90),
    ("approve_letter", "leader", 10),
    ("revise_letter", "specialist", 20),
)
# From, to; what begins with `or_` is an exclusive gateway, which parts or joins.
FLOWS = (
    ("begin", "register_document"),
    ("register_document", "distribute_case"),
    ("distribute_case", "or_new_referral"),
    ("or_new_referral", "confirm_receipt"),
    ("or_new_referral", "or_confirmed"),
    ("confirm_receipt", "or_confirmed"),
    ("or_confirmed", "assess_case"),
    ("assess_case", "review_case"),
    ("review_case", "or_written"),
    ("or_written", "approve_letter"),
    ("approve_letter", "or_approved"),
    ("or_approved", "end"),
    ("or_approved", "revise_letter"),
    ("revise_letter", "or_written"),
)
SHARES = {
    "or_new_referral": {"confirm_receipt": 0.6, "or_confirmed": 0.4},
    "or_approved": {"end": 0.82, "revise_letter": 0.18},
}

# Run by the peer's own Python: everything it needs comes by its arguments.
RUN = """
import json, resource, sys, time
from prosimos.simulation_engine import run_simulation
bpmn, parameters, cases, log = sys.argv[1:]
began = time.process_time()
run_simulation(bpmn, parameters, int(cases), None, log, "2026-01-05T08:00:00.000000+00:00")
took = time.process_time() - began
with open(log, encoding="utf-8") as lines:
    rows = sum(1 for _ in lines) - 1
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"events": rows, "seconds": took, "mib": peak}))
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=10_000)
    wish = parser.parse_args()
    row = measured_peer(wish.cases)
    print(
        f"{PEER}: {int(row['events']):,} activities of {wish.cases:,} cases, {row['seconds']:.1f} s, "
        f"{row['events'] / row['seconds']:,.0f} activities/s, {row['mib']:.0f} MiB peak"
    )


def measured_peer(cases: int) -> dict[str, float]:
    """Recorded activities, seconds of the processor, and MiB at the peak."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, "-m", "venv", folder / "peer"], check=True)  # noqa: S603 - this very Python
        python = folder / "peer" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PEER]
        subprocess.run(install, check=True, stderr=subprocess.DEVNULL)  # noqa: S603 - what is written above
        (folder / "model.bpmn").write_text(bpmn(), encoding="utf-8")
        (folder / "model.json").write_text(json.dumps(parameters(cases)), encoding="utf-8")
        words = [python, "-c", RUN, folder / "model.bpmn", folder / "model.json", str(cases), folder / "log.csv"]
        done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603 - as above
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def bpmn() -> str:
    """The process as BPMN 2.0."""
    gateways = sorted({place for flow in FLOWS for place in flow if place.startswith("or_")})
    lines = ['<startEvent id="begin"/>', '<endEvent id="end"/>']
    lines += [f'<task id="{name}" name="{name}"/>' for name, _, _ in ACTIVITIES]
    lines += [f'<exclusiveGateway id="{name}"/>' for name in gateways]
    lines += [f'<sequenceFlow id="{_flow(*flow)}" sourceRef="{flow[0]}" targetRef="{flow[1]}"/>' for flow in FLOWS]
    inside = "\n    ".join(lines)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">\n'
        f'  <process id="ppt_intake">\n    {inside}\n  </process>\n</definitions>\n'
    )


def parameters(cases: int) -> dict[str, object]:
    """People, hours, times and shares; so many cases come in a year."""
    staff = {
        "consultant": max(2, cases // CASES_A_CONSULTANT),
        "leader": max(2, cases // CASES_A_LEADER),
        "specialist": max(2, cases // CASES_A_SPECIALIST),
    }
    profiles = [{"id": role, "name": role, "resource_list": [_pool(role, number)]} for role, number in staff.items()]
    tasks = [
        {"task_id": name, "resources": [{"resource_id": role, **_exponential(minutes * 60)}]}
        for name, role, minutes in ACTIVITIES
    ]
    gateways = [
        {
            "gateway_id": gateway,
            "probabilities": [{"path_id": _flow(gateway, to), "value": str(share)} for to, share in shares.items()],
        }
        for gateway, shares in SHARES.items()
    ]
    hours_a_week = 5 * 7.5
    return {
        "resource_profiles": profiles,
        "arrival_time_distribution": _exponential(hours_a_week * 3600 * 52 / cases),
        "arrival_time_calendar": [WORKING_HOURS],
        "gateway_branching_probabilities": gateways,
        "task_resource_distribution": tasks,
        "resource_calendars": [{"id": "office hours", "name": "office hours", "time_periods": [WORKING_HOURS]}],
    }


def _pool(role: str, number: int) -> dict[str, object]:
    tasks = [name for name, by, _ in ACTIVITIES if by == role]
    who = {"id": role, "name": role, "cost_per_hour": 1, "amount": number}
    return {**who, "calendar": "office hours", "assigned_tasks": tasks}


def _exponential(mean_seconds: float) -> dict[str, object]:
    values = (mean_seconds, 0.0, 10 * mean_seconds)  # mean, least and most
    return {"distribution_name": "expon", "distribution_params": [{"value": value} for value in values]}


def _flow(source: str, target: str) -> str:
    return f"{source}-{target}"


if __name__ == "__main__":
    main()
