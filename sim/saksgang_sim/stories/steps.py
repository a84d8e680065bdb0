"""Reading the steps of a story, in order of time (SIM-07)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from attrs import evolve

from saksgang.configuration.faults import Unfit
from saksgang.configuration.problems import joined, seen
from saksgang_sim.stories.acts import read_act
from saksgang_sim.stories.model import Step
from saksgang_sim.stories.moments import instant_of, minute_of
from saksgang_sim.stories.page import Page
from saksgang_sim.stories.wishes import read_wishes
from saksgang_sim.stories.words import rendered

__all__ = ["read_steps"]

LOOK_KEYS = ("at", "sees", "never")
NO_TIME = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - a local minute, whose zone is the municipality's


def read_steps(said: object, page: Page) -> tuple[Step, ...]:
    """All steps under the key ``step``; what is wrong is told to the page."""
    if not isinstance(said, list) or not said:
        page.tell("step", f"Here stands {seen(said)}, expected at least one step.", "Write [[step]].")
        return ()
    steps: list[Step] = []
    for place, table in enumerate(said):
        key = joined("step", place)
        step = _step(table, key, place + 1, page)
        if steps and steps[-1].at != NO_TIME != step.at:
            _check_order(steps[-1], step, key, page)
        steps.append(step)
    return tuple(steps)


def _step(table: object, key: str, number: int, page: Page) -> Step:
    if not isinstance(table, dict):
        page.tell(key, f"Here stands {seen(table)}, expected a table.", "Write [[step]].")
        return Step(number, NO_TIME, NO_TIME, "")
    at, instant = _time(table, key, page)
    step = Step(number, at, instant, _in_a_line(table))
    if "does" in table or not ("sees" in table or "never" in table):
        step = read_act(step, table, key, page)
    else:
        page.refuse_unknown((name for name in table if name not in LOOK_KEYS), LOOK_KEYS, key)
    return evolve(
        step,
        sees=read_wishes(table.get("sees", []), f"{key}.sees", page.ground, page.tell),
        never=read_wishes(table.get("never", []), f"{key}.never", page.ground, page.tell),
    )


def _time(table: Mapping[str, object], key: str, page: Page) -> tuple[dt.datetime, dt.datetime]:
    try:
        at = minute_of(table.get("at"))
        return at, instant_of(at, page.almanac)
    except Unfit as wrong:
        page.tell(f"{key}.at", str(wrong), wrong.suggestion)
        return NO_TIME, NO_TIME


def _check_order(before: Step, step: Step, key: str, page: Page) -> None:
    at = f"{step.at:%Y-%m-%d %H:%M}"
    if step.instant < before.instant:
        page.tell(f"{key}.at", f"{at} is before the step above it.", "Put the steps in order of time.")
    elif step.instant == before.instant and step.does and (before.sees or before.never):
        wrong = f"The step above looks at what is there when {at} is over, so nothing can be done in it any more."
        page.tell(f"{key}.at", wrong, "Look in the later step, or let this one come a minute later.")


def _in_a_line(table: Mapping[str, object]) -> str:
    """The step in its own words."""
    doing = " ".join(str(table[name]) for name in ("who", "does") if name in table) or "a look"
    rest = {name: value for name, value in table.items() if name not in (*LOOK_KEYS, "who", "does")}
    return f"{doing}: {rendered(rest)}" if rest else doing
