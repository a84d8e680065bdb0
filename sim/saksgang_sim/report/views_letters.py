"""Letters for the page: their ways as a flow, their ends as a table (SIM-09)."""

from __future__ import annotations

from typing import Any

from saksgang_sim.report.letters import ENDS, Letters
from saksgang_sim.report.views import Cell, Lists, Row, View
from saksgang_sim.report.words import Words

__all__ = ["flow_view", "templates_view"]


def flow_view(letters: Letters, words: Words, lists: Lists) -> View:
    """From which routine, through approval and channel, to which end."""
    nodes, links, rows = dict[str, dict[str, Any]](), [], []
    for step, source, target in sorted(letters.flow):
        bucket = letters.flow[step, source, target]
        names = [words.routine(source) if step == 0 else words.get("letters", source), words.get("letters", target)]
        title = f"{names[0]} → {names[1]}"
        key = lists.add("letters", title, bucket)
        ends = [f"{step}.{source}", f"{step + 1}.{target}"]
        for depth, (node, name) in enumerate(zip(ends, names, strict=True), start=step):
            nodes.setdefault(node, {"id": node, "name": name, "depth": depth, "tone": target if depth == 3 else ""})
        links.append({"source": ends[0], "target": ends[1], "value": bucket.count, "list": key, "name": title})
        rows.append(Row(title, (Cell(words.number(bucket.count), key),)))
    chart = {"type": "flow", "nodes": list(nodes.values()), "links": links} if links else None
    head = (words("flow.way"), words("flow.letters"))
    return View(
        id="letters", title=words("flow.title"), about=words("flow.about"), head=head, rows=tuple(rows), chart=chart
    )


def templates_view(letters: Letters, words: Words, lists: Lists) -> View:
    """How each kind of letter ended."""
    rows = []
    for key in sorted(letters.templates.rows):
        name = f"{words.routine(key.partition('.')[0])}: {words.letter(key)}"
        cells = []
        for end in ENDS:
            bucket = letters.templates.at(key, end)
            cells.append(
                Cell(words.number(bucket.count), lists.add("templates", f"{name}: {words.get('letters', end)}", bucket))
            )
        rows.append(Row(name, tuple(cells)))
    head = (words("templates.letter"), *(words.get("letters", end) for end in ENDS))
    return View(
        id="templates", title=words("templates.title"), about=words("templates.about"), head=head, rows=tuple(rows)
    )
