"""Read a run's exports with the tools they are for, and count: ``read_exports.py RUN EXPORTS``.

Runs in an environment of its own that has pm4py and nothing of ours: its licence (AGPL) keeps it out of the product and
of its development extra. What the exports must hold is counted here from the lines of the journal.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import pandas as pd
import pm4py
from pm4py.objects.ocel.obj import OCEL
from pm4py.objects.ocel.validation import ocel20_rel_validation

MADE_BY = {
    "CaseOpened": "case",
    "ContactRecorded": "contact",
    "DeadlineStarted": "deadline",
    "DocumentReceived": "document",
    "LetterDrafted": "letter",
    "NoteWritten": "note",
    "ServiceAsked": "request",
    "TaskCreated": "task",
}


class Counted:
    """What a journal holds, read from its lines with nothing of ours."""

    def __init__(self, journal: Path) -> None:
        lines = [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()]
        self.events = Counter(line["type"] for line in lines)
        self.things = Counter(MADE_BY[line["type"]] for line in lines if line["type"] in MADE_BY)
        self.cases = {line["data"]["case"] for line in lines if line["type"] == "CaseOpened"}
        self.ended = self.events["TaskCompleted"] + self.events["TaskCancelled"]
        self.staff = {f"staff:{person['id']}" for person in lines[0]["data"]["staff"]}
        self.times = [line["at"] for line in lines]
        registered = {
            line["data"]["document"]: line["data"]["case"] for line in lines if line["type"] == "DocumentRegistered"
        }
        about = {line["data"].get("task"): line["data"].get("about") for line in lines if line["type"] == "TaskCreated"}
        self.in_cases = 0
        for data in (line["data"] for line in lines):
            document = data.get("document") or data.get("about") or about.get(data.get("task"))
            self.in_cases += bool(data["case"] or registered.get(document))


def main() -> int:
    """Print what differs, or that nothing does; 1 when something does."""
    run, exports = map(Path, sys.argv[1:])
    counted = Counted(run / "journal.jsonl")
    problems = [
        *ocel(counted, pm4py.read_ocel2_json(str(exports / "run.ocel.json")), "OCEL in JSON"),
        *ocel(counted, pm4py.read_ocel2_sqlite(str(exports / "run.ocel.sqlite")), "OCEL in SQLite"),
        *ocel20_rel_validation.apply(str(exports / "run.ocel.sqlite"))[1],
        *traces(counted, pm4py.read_xes(str(exports / "run.xes"))),
        *table(counted, pd.read_csv(exports / "run.csv", dtype={"case": str})),
    ]
    print("\n".join(problems) or f"{counted.events.total()} events, the same to every reader")
    return 1 if problems else 0


def ocel(counted: Counted, log: OCEL, name: str) -> list[str]:
    """Differences of an object-centric log."""
    of_type = log.objects.groupby(log.object_type_column)[log.object_id_column].agg(set)
    things = {kind: len(of_type[kind]) for kind in counted.things}
    changes = log.object_changes
    ended = changes[(changes[log.changed_field] == "state") & changes["state"].isin(["done", "cancelled"])]
    return [
        *differ(f"{name}: events", counted.events, Counter(log.events[log.event_activity])),
        *differ(f"{name}: things", counted.things, Counter(things)),
        *differ(f"{name}: cases", counted.cases, of_type["case"]),
        *differ(f"{name}: staff", counted.staff, of_type["staff"]),
        *differ(f"{name}: tasks that ended", counted.ended, len(ended)),
        *differ(f"{name}: letters that hang on a case", counted.things["letter"], letters_of_cases(log, of_type)),
    ]


def letters_of_cases(log: OCEL, of_type: pd.Series) -> int:
    """How many letters have a relationship with a case."""
    tied = log.o2o[log.o2o[f"{log.object_id_column}_2"].isin(of_type["case"])]
    return len(of_type["letter"].intersection(tied[log.object_id_column]))


def traces(counted: Counted, log: pd.DataFrame) -> list[str]:
    """Differences of a log of traces, which has no events of no case."""
    return [
        *differ("XES: cases", counted.cases, set(log["case:concept:name"])),
        *differ("XES: events in cases", counted.in_cases, len(log)),
        *differ("XES: times that are not read", 0, log["time:timestamp"].isna().sum()),
    ]


def table(counted: Counted, log: pd.DataFrame) -> list[str]:
    """Differences of a table."""
    times = pd.to_datetime(log["time"], utc=True)
    return [
        *differ("CSV: events", counted.events, Counter(log["type"])),
        *differ("CSV: cases", counted.cases, set(log["case"].dropna())),
        *differ("CSV: positions", list(range(1, len(log) + 1)), list(log["position"])),
        *differ("CSV: times", [pd.Timestamp(at) for at in counted.times], list(times)),
    ]


def differ(what: str, expected: object, found: object) -> list[str]:
    """One line when two values are not the same."""
    return [] if expected == found else [f"{what}: {found} where the journal has {expected}"]


if __name__ == "__main__":
    sys.exit(main())
