"""Reading what somebody does in a step: who, which command, its fields, and how it must end (SIM-07)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from saksgang.commands import Command
from saksgang.configuration.problems import advice, quoted, seen
from saksgang.ports import PORTS
from saksgang_sim.stories.fields import assumed, field_sorts, required
from saksgang_sim.stories.model import Given, Step
from saksgang_sim.stories.page import Page
from saksgang_sim.stories.words import COMMAND_WORDS, MAKES

__all__ = ["STEP_KEYS", "read_act"]

STEP_KEYS = ("at", "who", "does", "called", "opens", "refused", "of", "sees", "never")


def read_act(step: Step, table: Mapping[str, Any], key: str, page: Page) -> Step:
    """The step with what is done in it; what is wrong is told to the page."""
    words = table.get("does")
    does = COMMAND_WORDS.get(words) if isinstance(words, str) else None
    if does is None:
        wrong = f"Here stands {seen(words)}, expected what is done." if words else "The step says not what is done."
        page.tell(f"{key}.does", wrong, advice(words if isinstance(words, str) else "", COMMAND_WORDS))
        return step
    of = page.value(f"{key}.of", "thing", table["of"]) if "of" in table else None
    return evolve(
        step,
        does=does,
        actor=_actor(table.get("who"), key, page),
        of=of,
        fields=_fields(does, table, key, page),
        refused=_refused(table.get("refused", []), key, page),
        called=_called(does, table, key, page),
        opens=_opens(table, key, page),
    )


def _actor(who: object, key: str, page: Page) -> str:
    ground = page.ground
    if isinstance(who, str):
        if who in ground.staff:
            return f"staff:{who}"
        if who in ground.people:
            return ground.people[who].id
        if who in PORTS:
            return f"system:{who}"
    known = [*ground.people, *ground.staff, *PORTS]
    page.tell(f"{key}.who", f"Here stands {seen(who)}, expected who does it.", advice(str(who or ""), known))
    return ""


def _fields(does: type[Command], table: Mapping[str, Any], key: str, page: Page) -> dict[str, Given]:
    sorts = field_sorts(does)
    page.refuse_unknown(table, (*sorts, *STEP_KEYS), key)
    said = {name: value for name, value in table.items() if name in sorts}
    said |= assumed(does, said, str(table.get("who", "")), page.routines)
    for name in required(does):
        if name not in said:
            page.tell(f"{key}.{name}", "The key is missing.", f"Add {name} = …: the step needs it.")
    # A task or deadline may stand on nothing that a story can name, such as a contact to register.
    kinds = {name: "of" in table or sorts[name] in ("task", "deadline") for name in said}
    given = {name: page.value(f"{key}.{name}", sorts[name], said[name], kinds=kinds[name]) for name in said}
    return {name: value for name, value in given.items() if value is not None}


def _refused(said: object, key: str, page: Page) -> tuple[str, ...]:
    words = [said] if isinstance(said, str) else said
    if isinstance(words, list) and all(isinstance(word, str) and word for word in words):
        return tuple(words)
    wrong = f"Here stands {seen(said)}, expected words that the refusal has."
    page.tell(f"{key}.refused", wrong, 'Write for example refused = "PPT-03".')
    return ()


def _called(does: type[Command], table: Mapping[str, object], key: str, page: Page) -> str:
    if "called" not in table:
        return ""
    name, makes = table["called"], MAKES.get(does.__name__)
    if not isinstance(name, str) or not name:
        wrong = f"Here stands {seen(name)}, expected a name for what the step makes."
    elif makes is None or "refused" in table:
        wrong = "This step makes nothing that could be called something."
    elif name in page.ground.named:
        wrong = f"Something is called {quoted(name)} already."
    else:
        page.name(name, makes)
        return name
    page.tell(f"{key}.called", wrong, "Leave it out, or write another name.")
    return ""


def _opens(table: Mapping[str, object], key: str, page: Page) -> str:
    """The name of the case that a routine opens by itself when this is done."""
    if "opens" not in table:
        return ""
    name = table["opens"]
    if isinstance(name, str) and name and name not in page.ground.named and "refused" not in table:
        page.name(name, "case")
        return name
    wrong = f"Here stands {seen(name)}, expected a new name for the case that the step opens."
    page.tell(f"{key}.opens", wrong, "Leave it out, or write another name.")
    return ""
