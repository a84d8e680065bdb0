"""Deadlines for the page: why they were missed, over the months, by kind (SIM-09)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from saksgang_sim.report.deadlines import CANCELLED, DUE, MET, MISSED, STARTED, Deadlines, Kind
from saksgang_sim.report.grid import BEHIND, Bucket, Grid
from saksgang_sim.report.places import ABSENT, OWNER, QUEUE, SERVICE, WAITING, Place
from saksgang_sim.report.views import Cell, Lists, Row, View, bars
from saksgang_sim.report.words import Words

__all__ = [
    "deadline_words",
    "kinds_view",
    "lost",
    "months_view",
    "place_words",
    "prevention",
    "reminders_view",
    "time_view",
]

DAY = 86_400
SHOWN = 8


def lost(kinds: Iterable[Kind]) -> list[tuple[Place, int, Bucket]]:
    """Where the time went, whoever it was: the place, seconds, and what was missed mainly there, the longest first."""
    spent, mainly = Counter[Place](), dict[Place, Bucket]()
    for kind in kinds:
        for place, seconds in kind.lost.items():
            spent[_alike(place)] += seconds
        for place, bucket in kind.mainly.items():
            mainly.setdefault(_alike(place), Bucket()).merge(bucket)
    order = sorted(spent.items(), key=lambda item: (-item[1], item[0]))
    return [(place, seconds, mainly.get(place, Bucket())) for place, seconds in order]


def time_view(deadlines: Deadlines, words: Words, lists: Lists) -> View:
    """Where the time went before the deadlines that were missed, the longest first."""
    rows: list[Row] = []
    days: list[float] = []
    names: list[str] = []
    ids: list[str] = []
    for place, seconds, bucket in lost(deadlines.promises)[:SHOWN]:
        name = place_words(place, words, alike="alike")
        key = lists.add("time", words("time.list", place=name), bucket)
        day = round(seconds / DAY, 1)
        whom = Cell(prevention(place, words, alike=True), number=False)
        rows.append(Row(name, (Cell(words.decimal(day)), Cell(words.number(bucket.count), key), whom)))
        names, days, ids = [*names, name], [*days, day], [*ids, key]
    series = [{"name": words("time.days"), "values": days, "lists": ids, "tone": MISSED}]
    return View(
        id="time",
        title=words("time.title"),
        about=words("time.about"),
        head=tuple(words(f"time.{column}") for column in ("place", "days", "mainly", "prevented")),
        rows=tuple(rows),
        chart=bars(names, series, horizontal=True),
    )


def months_view(deadlines: Deadlines, words: Words, lists: Lists) -> View:
    """Deadlines met and missed by the month in which they were due."""
    grid = Grid.merged(kind.months for kind in deadlines.promises)
    months = sorted(grid.rows)
    keys = {
        (month, how): lists.add("months", f"{words.month(month)}: {words.get('states', how)}", grid.at(month, how))
        for month in months
        for how in (MISSED, MET)
    }
    series = [
        {
            "name": words.get("states", how),
            "values": [grid.at(month, how).count for month in months],
            "lists": [keys[month, how] for month in months],
            "tone": how,
        }
        for how in (MISSED, MET)
    ]
    return View(
        id="months",
        title=words("months_view.title"),
        about=words("months_view.about"),
        head=(words("months_view.month"), *(words.get("states", how) for how in (MISSED, MET))),
        rows=tuple(
            Row(
                words.month(month),
                tuple(Cell(words.number(grid.at(month, how).count), keys[month, how]) for how in (MISSED, MET)),
            )
            for month in months
        ),
        chart=bars([words.month(month) for month in months], series, panels=True),
    )


def kinds_view(deadlines: Deadlines, words: Words, lists: Lists) -> View:
    """What the office has to do in time, by kind: missed, met, no longer needed, still running."""
    states = (MISSED, MET, CANCELLED)
    rows = []
    for kind in deadlines.promises:
        name = deadline_words(kind.name, kind.target, words)
        cells = [_state(kind, how, name, "kinds", words, lists) for how in states]
        running = kind.count(STARTED) - sum(kind.count(how) for how in states)
        ended = kind.count(MET) + kind.count(MISSED)
        share = words.share(kind.count(MISSED) / ended) if ended else ""
        rows.append(
            Row(
                f"{words.routine(kind.name.partition('.')[0])}: {name}",
                (*cells, Cell(words.number(running)), Cell(share)),
            )
        )
    head = (
        words("kinds.kind"),
        *(words.get("states", how) for how in states),
        words("states.running"),
        words("kinds.share"),
    )
    return View(id="kinds", title=words("kinds.title"), about=words("kinds.about"), head=head, rows=tuple(rows))


def reminders_view(deadlines: Deadlines, words: Words, lists: Lists) -> View:
    """What the clock set off: times that are no promise of the office."""
    columns = ((MISSED, "reminders.came"), (MET, "reminders.ended"), (CANCELLED, "states.cancelled"))
    rows = []
    for kind in deadlines.reminders:
        name = deadline_words(kind.name, kind.target, words)
        cells = tuple(_state(kind, how, name, "reminders", words, lists) for how, _ in columns)
        rows.append(Row(f"{words.routine(kind.name.partition('.')[0])}: {name}", cells))
    return View(
        id="reminders",
        title=words("reminders.title"),
        about=words("reminders.about"),
        head=(words("kinds.kind"), *(words(text) for _, text in columns)),
        rows=tuple(rows),
    )


def deadline_words(kind: str, target: str, words: Words) -> str:
    """What a deadline is called, with its target where it is a norm or a limit."""
    label = words.deadline(kind)
    return label if target == DUE else f"{label} ({words.get('targets', target)})"


def place_words(place: Place, words: Words, *, alike: str = "") -> str:
    """Where a case lay, in words; ``alike`` or ``brief`` name no person who had the task, and ``brief`` no task."""
    section = f"places_{alike}" if alike and place.kind in {QUEUE, OWNER, ABSENT, WAITING} else "places"
    what = words.task(place.what) if place.what else ""
    why = f" ({words.reason(place.what.partition('.')[0], place.why)})" if place.why else ""
    return words(f"{section}.{place.kind}", whom=_whom(place, words), what=what, why=why)


def prevention(place: Place, words: Words, *, alike: bool = False) -> str:
    """By whom it could have been prevented."""
    section = "prevented_alike" if alike and place.kind in {OWNER, ABSENT, WAITING} else "prevented"
    return words(f"{section}.{place.kind}", whom=_whom(place, words))


def _whom(place: Place, words: Words) -> str:
    if place.kind == QUEUE:
        role, _, section = place.whom.partition(", ")
        return f"{role} ({section})" if section else role
    if place.kind == SERVICE:
        return place.whom
    return words.person(place.whom)


def _alike(place: Place) -> Place:
    """The place without who it was, where it was a person."""
    return place if place.kind in {QUEUE, SERVICE} else place._replace(whom="")


def _state(kind: Kind, how: str, name: str, figure: str, words: Words, lists: Lists) -> Cell:
    bucket = kind.states.get(how, Bucket())
    if figure == "reminders":  # what came is nobody's fault, so its cases need not all be named
        bucket = bucket.first(BEHIND)
    return Cell(words.number(bucket.count), lists.add(figure, f"{name}: {words.get('states', how)}", bucket))
