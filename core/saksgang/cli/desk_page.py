"""Work lists and a case as text: columns that hold something, in the municipality's local time (COR-06)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from saksgang.cli.listing import columns
from saksgang.legaltime import Almanac
from saksgang.records import Case, Deadline, Document, Letter, Note, Task
from saksgang.worklists import CaseView, Row

__all__ = ["case_text", "list_text"]

Cell = Callable[[Row, Almanac], str]

_COLUMNS: tuple[tuple[str, Cell], ...] = (
    ("mark", lambda row, _: ", ".join(row.marks)),
    ("why here", lambda row, _: row.notice),
    ("what", lambda row, _: row.kind),
    ("id", lambda row, _: row.id),
    ("kind", lambda row, _: f"{row.label}, {row.target}" if row.target else row.label),
    ("state", lambda row, _: row.state),
    ("who", lambda row, _: row.owner or (f"queue {row.queue}" if row.queue else "")),
    ("party", lambda row, _: row.party),
    ("number", lambda row, _: row.personal_number),
    ("due", lambda row, almanac: _local(row.due, almanac)),
    ("since", lambda row, almanac: _local(row.since, almanac)),
    ("about", lambda row, _: row.about),
    ("waits for", lambda row, _: row.waits_for),
    ("remark", lambda row, _: row.remark),
)


def list_text(title: str, rows: Sequence[Row], almanac: Almanac) -> str:
    """A list under its title, with the number of its rows."""
    table = [(name, [cell(row, almanac) for row in rows]) for name, cell in _COLUMNS]
    shown = [(name, cells) for name, cells in table if any(cells)]
    head = f"{title}: {len(rows) or 'nothing'}"
    if not rows:
        return head
    body = columns([name for name, _ in shown], list(zip(*(cells for _, cells in shown), strict=True)))
    return f"{head}\n{_indented(body)}"


def case_text(page: CaseView, almanac: Almanac) -> str:
    """A case with all that lies on it; its history last."""
    blocks = [_head(page.case, almanac)]
    for title, records in (
        ("Documents", page.documents),
        ("Letters", page.letters),
        ("Tasks", page.tasks),
        ("Deadlines", page.deadlines),
        ("Notes", page.notes),
    ):
        if records:
            lines = [line for record in records for line in _told(record, almanac)]
            blocks.append(f"{title}: {len(records)}\n{_indented(chr(10).join(lines))}")
    history = [(each.local, each.actor, each.text) for each in page.history]
    blocks.append(f"History: {len(history)}\n{_indented(columns(('when', 'who', 'what'), history))}")
    return "\n\n".join(blocks)


def _head(case: Case, almanac: Almanac) -> str:
    rows = [
        ("type", f"{case.type} ({case.routine})"),
        ("status", f"{case.status}, ended" if case.ended else case.status),
        ("party", case.party),
        ("number", case.personal_number or "unknown"),
        ("responsible", case.responsible or "nobody"),
        ("opened", _local(case.opened, almanac)),
        *((name, str(value)) for name, value in case.facts.items()),
    ]
    return f"Case {case.number}{', new' if case.new and not case.ended else ''}\n{_indented(columns(*_split(rows)))}"


def _split(rows: list[tuple[str, str]]) -> tuple[tuple[str, str], list[tuple[str, str]]]:
    return rows[0], rows[1:]


def _told(record: Document | Letter | Task | Deadline | Note, almanac: Almanac) -> Iterator[str]:
    match record:
        case Document():
            yield f"{record.id}  {record.subject}, received {record.received}, dated {record.dated}, {record.channel}"
        case Letter():
            yield f"{record.id}  {record.title} to {record.to}: {record.state}"
        case Task():
            whom = record.owner or f"queue {record.role}"
            due = f", due {_local(record.due, almanac)}" if record.due else ""
            yield f"{record.id}  {record.kind} for {whom}: {record.outcome or record.state}{due}"
        case Deadline():
            for target in record.targets:
                yield f"{record.id}  {record.kind}, {target.name}: {target.state}, due {_local(target.due, almanac)}"
        case Note():
            yield f"{record.id}  {_local(record.written, almanac)} {record.author}: {record.text}"


def _local(at: dt.datetime | None, almanac: Almanac) -> str:
    return f"{almanac.local(at):%Y-%m-%d %H:%M}" if at else ""


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
