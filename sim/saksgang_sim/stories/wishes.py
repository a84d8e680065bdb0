"""Reading what a step must see, and what it must never (SIM-07)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from saksgang.configuration.faults import Unfit
from saksgang.configuration.problems import advice, joined, quoted, seen
from saksgang.events import EVENTS
from saksgang_sim.stories.fields import field_sorts
from saksgang_sim.stories.forms import FORMS, Form
from saksgang_sim.stories.model import Given, Wish
from saksgang_sim.stories.page import Tell
from saksgang_sim.stories.sorts import Ground, read_value
from saksgang_sim.stories.words import rendered

__all__ = ["read_wishes"]

PLURALS = {f"{form}s": form for form in FORMS}


def read_wishes(said: object, key: str, ground: Ground, tell: Tell) -> tuple[Wish, ...]:
    """The expectations under a key; what is wrong is told with key, sentence and suggestion."""
    if not isinstance(said, list):
        tell(key, f"Here stands {seen(said)}, expected a list of tables.", 'Write [{ case = "the case", … }].')
        return ()
    found = (_told(row, joined(key, place), ground, tell) for place, row in enumerate(said))
    return tuple(wish for wish in found if wish is not None)


def _told(said: object, key: str, ground: Ground, tell: Tell) -> Wish | None:
    try:
        return _wish(said, ground)
    except Unfit as wrong:
        tell(key, str(wrong), wrong.suggestion)
        return None


def _wish(said: object, ground: Ground) -> Wish:
    if not isinstance(said, dict) or not said:
        raise Unfit(f"Here stands {seen(said)}, expected a table.", 'Write { case = "the case", status = "…" }.')
    first = next(iter(said))
    name = PLURALS.get(first, first)
    if name not in FORMS:
        raise Unfit(f"An expectation cannot begin with {quoted(first)}.", advice(first, FORMS))
    form = FORMS[name]
    lead = read_value(form.lead, said[first], ground, kinds=True)
    if name == "event":
        form = _with_fields_of(form, lead)
    rest = {key: value for key, value in said.items() if key != first}
    of, count = _of(rest, form, ground), _count(rest)
    _refuse_unknown(rest, form, first)
    asked = {key: _read(key, value, form, ground) for key, value in rest.items() if key not in ("of", "count")}
    return Wish(name, lead, of, asked, count, rendered(said))


def _with_fields_of(form: Form, lead: Given) -> Form:
    """An event can be asked for any of its fields."""
    return evolve(form, keys={**field_sorts(EVENTS[str(lead.said)]), **form.keys})


def _of(said: Mapping[str, object], form: Form, ground: Ground) -> Given | None:
    if "of" in form.needs and "of" not in said:
        raise Unfit('The key "of" is missing.', 'Add of = "…": whose list, or which case it is.')
    return read_value(form.of, said["of"], ground) if form.of and "of" in said else None


def _count(said: Mapping[str, object]) -> int | None:
    count = said.get("count")
    if count is not None and (not isinstance(count, int) or isinstance(count, bool) or count < 0):
        raise Unfit(f"Here stands {seen(count)} for count, expected a whole number from 0.", "Write count = 1.")
    return count


def _refuse_unknown(said: Iterable[str], form: Form, first: str) -> None:
    known = (*form.keys, "count", *(("of",) if form.of else ()))
    for key in said:
        if key not in known:
            raise Unfit(f"A {first} has no key {quoted(key)}.", advice(key, known))


def _read(key: str, value: object, form: Form, ground: Ground) -> Given:
    try:
        return read_value(form.keys[key], value, ground)
    except Unfit as wrong:
        raise Unfit(f"{key}: {wrong}", wrong.suggestion) from None
