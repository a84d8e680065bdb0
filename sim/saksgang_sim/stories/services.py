"""What the registers and systems around a story answer, as rows that say so (SIM-05, SIM-07)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import fields

from saksgang.configuration.faults import Unfit
from saksgang.configuration.problems import advice, joined, seen
from saksgang_sim.stories.model import ServiceRow
from saksgang_sim.stories.moments import minute_of, span_of

__all__ = ["read_services"]

Tell = Callable[[str, str, str], None]
KEYS = {"name": "service", "about": "about", "from": "since", "after": "after", "answers": "facts", "silent": "silent"}
READ: Mapping[str, Callable[[object], object]] = {"from": minute_of, "after": span_of}
KINDS: Mapping[str, tuple[type, str]] = {
    "name": (str, "a text"),
    "about": (str, "a text"),
    "answers": (dict, "a table of facts"),
    "silent": (bool, "true or false"),
}
assert set(KEYS.values()) == {row.name for row in fields(ServiceRow)}, "each key of a story sets one field"


def read_services(said: object, known: tuple[str, ...], tell: Tell) -> tuple[ServiceRow, ...]:
    """The rows of ``[[service]]``; every problem of them is told."""
    if not isinstance(said, list):
        tell("service", f"Here stands {seen(said)}, expected a list of tables.", "Write [[service]].")
        return ()
    rows = [(f"service[{n}]", row) for n, row in enumerate(said)]
    return tuple(made for key, row in rows for made in _row(key, row, known, tell))


def _row(key: str, said: object, known: tuple[str, ...], tell: Tell) -> Iterator[ServiceRow]:
    if not isinstance(said, dict):
        tell(key, f"Here stands {seen(said)}, expected a table.", "Write [[service]].")
        return
    values: dict[str, Any] = {}
    for name, value in said.items():
        try:
            values[KEYS[name]] = _value(name, value)
        except KeyError:
            tell(joined(key, name), "There is no such key of a service.", advice(name, list(KEYS)))
        except Unfit as wrong:
            tell(joined(key, name), str(wrong), wrong.suggestion)
    if values.get("service") not in known:
        tell(joined(key, "name"), "No routine of this story has such a service.", advice(str(said.get("name")), known))
        return
    yield ServiceRow(**values)


def _value(name: str, value: object) -> object:
    if name in READ:
        return READ[name](value)
    kind, words = KINDS[name]
    if not isinstance(value, kind):
        raise Unfit(f"Here stands {seen(value)}, expected {words}.", "Write that instead.")
    return value
