"""A second counter: a run's figures from the lines of its journal, sharing no code with the product."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

__all__ = ["recount"]

ENDS = {"LetterOpened": "opened digitally", "LetterPosted": "posted on paper", "LetterStopped": "stopped by hand"}
ENDS |= {"LetterFailed": "failed"}
ON_THE_WAY = {"LetterReturned": "returned by the leader", "LetterSent": "sent", "MailboxMissing": "no mailbox"}
ON_THE_WAY |= {"LetterPrintOrdered": "to print"}


def recount(folder: Path) -> dict[str, Any]:
    """The counts of ``summary.json`` under its names, from ``journal.jsonl`` in the same folder."""
    lines = [json.loads(line) for line in (folder / "journal.jsonl").read_text(encoding="utf-8").splitlines()]
    happened = [(line["type"], line["data"], dt.datetime.fromisoformat(line["at"])) for line in lines]
    tasks = [data for kind, data, _ in happened if kind == "TaskCreated"]
    done = [data for kind, data, _ in happened if kind == "TaskCompleted"]
    dropped = [data for kind, data, _ in happened if kind == "TaskCancelled"]
    return {
        "events": len(lines),
        "documents": _documents(happened),
        **_letters(happened),
        "deadlines": _deadlines(happened),
        "missed": [
            (data["case"], data["deadline"], data["target"], data["due"])
            for kind, data, _ in happened
            if kind == "DeadlineMissed" and data["target"] != "due"
        ],
        "tasks": _by(
            [
                *((f"{data['routine']}.{data['kind']}", "created") for data in tasks),
                *((f"{data['routine']}.{data['kind']}", data["outcome"]) for data in done),
                *((f"{data['routine']}.{data['kind']}", "cancelled") for data in dropped),
            ]
        ),
        "tasks_open": len(tasks) - len(done) - len(dropped),
        "work": dict(Counter(data["by"] for data in done)),
        "cases": _by(
            [
                *((f"{d['routine']}.{d['type']}", "opened") for kind, d, _ in happened if kind == "CaseOpened"),
                *((d["routine"], f"to {d['new']}") for kind, d, _ in happened if kind == "StatusChanged"),
            ]
        ),
    }


def _by(pairs: list[tuple[str, str]]) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = defaultdict(dict)
    for (name, what), count in Counter(pairs).items():
        table[name][what] = count
    return dict(table)


def _documents(happened: list[tuple[str, Any, Any]]) -> dict[str, dict[str, int]]:
    names = {d["document"]: f"{d['routine']}.{d['category']}" for kind, d, _ in happened if kind == "DocumentReceived"}
    registered = [
        (names[d["document"]], "registered as a new case" if d["opened"] else "registered on a case")
        for kind, d, _ in happened
        if kind == "DocumentRegistered"
    ]
    return _by([*((name, "received") for name in names.values()), *registered])


def _letters(happened: list[tuple[str, Any, dt.datetime]]) -> dict[str, Any]:
    drafts = {d["letter"]: d for kind, d, _ in happened if kind == "LetterDrafted"}
    arrived = {d["document"]: at for kind, d, at in happened if kind == "DocumentReceived"}
    name = {letter: f"{d['routine']}.{d['template']}" for letter, d in drafts.items()}
    fates = [(name[letter], "drafted") for letter in drafts]
    under_way, days = set(drafts), defaultdict(list)
    for kind, data, at in happened:
        if kind in ON_THE_WAY:
            fates.append((name[data["letter"]], ON_THE_WAY[kind]))
        if kind in ENDS and not data.get("late"):
            fates.append((name[data["letter"]], ENDS[kind]))
            under_way.remove(data["letter"])
        if kind == "LetterSent" and drafts[data["letter"]]["answers"] in arrived:
            took = at - arrived[drafts[data["letter"]]["answers"]]
            days[name[data["letter"]]].append(round(took / dt.timedelta(days=1), 1))
    return {
        "letters": _by(fates),
        "letters_under_way": len(under_way),
        "answer_days": {template: _spread(sorted(taken)) for template, taken in days.items()},
    }


def _spread(taken: list[float]) -> dict[str, float]:
    """With the values in a row from 0 to 1: the last one not beyond the middle, beyond nine tenths, the last."""
    steps = len(taken) - 1
    return {"median": taken[int(steps * 0.5)], "p90": taken[int(steps * 9 / 10)], "longest": taken[-1]}


def _deadlines(happened: list[tuple[str, Any, Any]]) -> dict[str, dict[str, int]]:
    ends = {"DeadlineMet": "met", "DeadlineMissed": "missed", "DeadlineCancelled": "cancelled"}
    rows = [
        (f"{d['routine']}.{d['kind']}.{target['name']}", "started")
        for kind, d, _ in happened
        if kind == "DeadlineStarted"
        for target in d["targets"]
    ]
    rows += [(f"{d['routine']}.{d['kind']}.{d['target']}", ends[kind]) for kind, d, _ in happened if kind in ends]
    return _by(rows)
