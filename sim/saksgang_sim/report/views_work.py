"""Queues and work for the page: open tasks week by week, work per role and person (SIM-09)."""

from __future__ import annotations

from collections import Counter

from saksgang_sim.report.queues import CANCELLED, CREATED, DONE, OPEN, Queues
from saksgang_sim.report.views import Cell, Lists, Row, View, bars
from saksgang_sim.report.words import Words

__all__ = ["people_view", "queues_view", "roles_view"]

LINES = 6
HOURS_A_DAY = 24
STATES = (CREATED, DONE, CANCELLED, OPEN)


def queues_view(queues: Queues, words: Words, lists: Lists) -> View:
    """Open tasks at the end of each week, for the roles that had most; the table has each month's last week."""
    most = Counter(
        {role: max(week.open[role] for week in queues.weeks) for role in queues.roles.rows} if queues.weeks else {}
    )
    roles = [role for role, number in sorted(most.items(), key=lambda item: (-item[1], item[0]))[:LINES] if number]
    named = _named(queues, words)
    keys = {
        (month, role): lists.add("queues", f"{words.month(month)}: {named[role]}", queues.oldest.at(month, role))
        for month in queues.oldest.rows
        for role in roles
    }
    rows = tuple(
        Row(
            words.month(month),
            tuple(Cell(words.number(queues.oldest.at(month, role).count), keys[month, role]) for role in roles),
        )
        for month in queues.oldest.rows
    )
    series = [
        {
            "name": named[role],
            "values": [week.open[role] for week in queues.weeks],
            "lists": [keys[f"{week.end:%Y-%m}", role] for week in queues.weeks],
        }
        for role in roles
    ]
    head = (words("queues.month"), *(named[role] for role in roles))
    chart = bars([words.day(week.end) for week in queues.weeks], series, line=True)
    return View(
        id="queues", title=words("queues.title"), about=words("queues.about"), head=head, rows=rows, chart=chart
    )


def roles_view(queues: Queues, words: Words, lists: Lists) -> View:
    """Tasks by role: how many came, were done, are open, and how long the middle one took."""
    order = sorted(queues.roles.rows, key=lambda role: (-queues.roles.at(role, DONE).count, role))
    rows, done, ids, named = [], [], [], _named(queues, words)
    for role in order:
        name = named[role]
        keys = [lists.add("roles", f"{name}: {words.get('states', how)}", queues.roles.at(role, how)) for how in STATES]
        cells = [
            Cell(words.number(queues.roles.at(role, how).count), key) for how, key in zip(STATES, keys, strict=True)
        ]
        rows.append(Row(name, (*cells, Cell(_middle(queues.hours.get(role, Counter()), words)))))
        done.append(queues.roles.at(role, DONE).count)
        ids.append(keys[STATES.index(DONE)])
    series = [{"name": words("states.done"), "values": done, "lists": ids, "tone": "plain"}]
    head = (words("roles.role"), *(words.get("states", how) for how in STATES), words("roles.middle"))
    chart = bars([named[role] for role in order], series, horizontal=True)
    return View(
        id="roles", title=words("roles.title"), about=words("roles.about"), head=head, rows=tuple(rows), chart=chart
    )


def people_view(queues: Queues, words: Words) -> View:
    """Tasks done by person."""
    order = sorted(queues.people.items(), key=lambda item: (-item[1], item[0]))
    rows = tuple(Row(words.person(who), (Cell(words.number(number)),)) for who, number in order)
    head = (words("people.person"), words("people.done"))
    return View(id="people", title=words("people.title"), about=words("people.about"), head=head, rows=rows)


def _named(queues: Queues, words: Words) -> dict[str, str]:
    """What each role is called: with its routine where two routines have one of that name."""
    names = Counter(words.role(role) for role in queues.roles.rows)
    return {
        role: words.role(role) if names[words.role(role)] == 1 else f"{words.role(role)} ({role.partition('.')[0]})"
        for role in queues.roles.rows
    }


def _middle(hours: Counter[int], words: Words) -> str:
    """The median in hours, or in days where it is two days or more."""
    number = hours.total()
    if not number:
        return ""
    seen = 0
    for hour in sorted(hours):
        seen += hours[hour]
        if seen * 2 >= number:
            break
    else:
        raise AssertionError(hours)
    if hour >= 2 * HOURS_A_DAY:
        return words("roles.days", number=words.decimal(hour / HOURS_A_DAY))
    return words("roles.hours", number=hour)
