"""Work lists and a case as text: columns that hold something, in the municipality's local time (COR-06)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from saksgang.cli.desk_words import DeskWords
from saksgang.cli.listing import columns
from saksgang.legaltime import Almanac
from saksgang.records import Case, Deadline, Document, Letter, Note, Task
from saksgang.worklists import CaseView, Row

__all__ = ["case_text", "list_text"]

Cell = Callable[[Row, Almanac, DeskWords], str]

_COLUMNS: tuple[tuple[str, Cell], ...] = (
    ("mark", lambda row, _, say: ", ".join(map(say, row.marks))),
    ("why here", lambda row, _, say: say(row.notice)),
    ("what", lambda row, _, say: say(row.kind)),
    ("id", lambda row, _, __: row.id),
    ("kind", lambda row, _, say: say.kind(row)),
    ("state", lambda row, _, say: row.state if row.kind == "case" else say.state(row.state)),
    ("who", lambda row, _, say: row.owner or (say("queue {queue}", queue=row.queue) if row.queue else "")),
    ("party", lambda row, _, __: row.party),
    ("number", lambda row, _, __: row.personal_number),
    ("due", lambda row, almanac, _: _local(row.due, almanac)),
    ("since", lambda row, almanac, _: _local(row.since, almanac)),
    ("about", lambda row, _, __: row.about),
    ("waits for", lambda row, _, say: say.target(row.waits_for)),
    ("remark", lambda row, _, say: say.told(row.routine, row.remark)),
)


def list_text(title: str, rows: Sequence[Row], almanac: Almanac, say: DeskWords) -> str:
    """A list under its title, with the number of its rows."""
    table = [(say(name), [cell(row, almanac, say) for row in rows]) for name, cell in _COLUMNS]
    shown = [(name, cells) for name, cells in table if any(cells)]
    head = f"{say(title).capitalize()}: {len(rows) or say('nothing')}"
    if not rows:
        return head
    body = columns([name for name, _ in shown], list(zip(*(cells for _, cells in shown), strict=True)))
    return f"{head}\n{_indented(body)}"


def case_text(page: CaseView, almanac: Almanac, say: DeskWords) -> str:
    """A case with all that lies on it; its history last."""
    blocks = [_head(page.case, almanac, say)]
    for title, records in (
        ("Documents", page.documents),
        ("Letters", page.letters),
        ("Tasks", page.tasks),
        ("Deadlines", page.deadlines),
        ("Notes", page.notes),
    ):
        if records:
            lines = [line for record in records for line in _told(record, almanac, say)]
            blocks.append(f"{say(title)}: {len(records)}\n{_indented(chr(10).join(lines))}")
    history = [(each.local, say(each.actor), each.text) for each in page.history]
    names = [say(name) for name in ("when", "who", "what")]
    blocks.append(f"{say('History')}: {len(history)}\n{_indented(columns(names, history))}")
    return "\n\n".join(blocks)


def _head(case: Case, almanac: Almanac, say: DeskWords) -> str:
    rows = [
        (say("type"), f"{case.type} ({case.routine})"),
        (say("status"), say("{status}, ended", status=case.status) if case.ended else case.status),
        (say("party"), case.party),
        (say("number"), case.personal_number or say("unknown")),
        (say("responsible"), case.responsible or say("nobody")),
        (say("opened"), _local(case.opened, almanac)),
        *((name, str(value)) for name, value in case.facts.items()),
    ]
    title = "Case {number}, new" if case.new and not case.ended else "Case {number}"
    return f"{say(title, number=case.number)}\n{_indented(columns(*_split(rows)))}"


def _split(rows: list[tuple[str, str]]) -> tuple[tuple[str, str], list[tuple[str, str]]]:
    return rows[0], rows[1:]


def _told(record: Document | Letter | Task | Deadline | Note, almanac: Almanac, say: DeskWords) -> Iterator[str]:
    match record:
        case Document():
            dates = {"received": record.received, "dated": record.dated}
            channel = say.told(record.routine, record.channel)
            phrase = "{subject}, received {received}, dated {dated}, {channel}"
            yield f"{record.id}  {say(phrase, subject=record.subject, channel=channel, **dates)}"
        case Letter():
            state = say.state(record.state)
            yield f"{record.id}  {say('{title} to {to}: {state}', title=record.title, to=record.to, state=state)}"
        case Task():
            whom = record.owner or say("queue {queue}", queue=record.role)
            told = {"kind": say.task(record), "whom": whom, "state": say.ended(record), "due": ""}
            phrase = "{kind} for {whom}: {state}"
            if record.due:
                phrase, told["due"] = f"{phrase}, due {{due}}", _local(record.due, almanac)
            yield f"{record.id}  {say(phrase, **told)}"
        case Deadline():
            for target in record.targets:
                told = {"target": say.target(target.name), "state": say.state(target.state)}
                told |= {"kind": say.deadline(record), "due": _local(target.due, almanac)}
                yield f"{record.id}  {say('{kind}, {target}: {state}, due {due}', **told)}"
        case Note():
            yield f"{record.id}  {_local(record.written, almanac)} {record.author}: {record.text}"


def _local(at: dt.datetime | None, almanac: Almanac) -> str:
    return f"{almanac.local(at):%Y-%m-%d %H:%M}" if at else ""


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
