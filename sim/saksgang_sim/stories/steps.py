"""Reading the steps of a story: who does what when (SIM-07)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import define, evolve

from saksgang.commands import Command
from saksgang.configuration.faults import Unfit
from saksgang.configuration.problems import advice, joined, quoted, seen
from saksgang.declarations import Routine
from saksgang.legaltime import Almanac
from saksgang.ports import PORTS
from saksgang_sim.stories.fields import assumed, field_sorts, required
from saksgang_sim.stories.model import Given, Step
from saksgang_sim.stories.moments import instant_of, minute_of
from saksgang_sim.stories.sorts import Ground, read_value
from saksgang_sim.stories.wishes import read_wishes
from saksgang_sim.stories.words import COMMAND_WORDS, MAKES, rendered

__all__ = ["StepReader"]

Tell = Callable[[str, str, str], None]
OWN_KEYS = ("at", "who", "does", "called", "refused", "of", "sees", "never")
NO_TIME = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - a local minute, whose zone is the municipality's


@define
class StepReader:
    """Reads one step after the other, so that each can name what the ones before it made.

    Attributes:
        ground: grows with what the steps make.
        tell: what is wrong, with key, sentence and suggestion.
    """

    ground: Ground
    almanac: Almanac
    routines: Mapping[str, Routine]
    tell: Tell

    def read(self, said: object) -> tuple[Step, ...]:
        """All steps under the key ``step``, in order of time."""
        if not isinstance(said, list) or not said:
            self.tell("step", f"Here stands {seen(said)}, expected at least one step.", "Write [[step]].")
            return ()
        steps: list[Step] = []
        for place, table in enumerate(said):
            step = self._step(table, joined("step", place), place + 1)
            if steps and steps[-1].at != NO_TIME != step.at:
                self._check_order(steps[-1], step, joined("step", place))
            steps.append(step)
        return tuple(steps)

    def _check_order(self, before: Step, step: Step, key: str) -> None:
        at = f"{step.at:%Y-%m-%d %H:%M}"
        if step.instant < before.instant:
            self.tell(f"{key}.at", f"{at} is before the step above it.", "Put the steps in order of time.")
        elif step.instant == before.instant and step.does and (before.sees or before.never):
            wrong = f"The step above looks at what is there when {at} is over, so nothing can be done in it any more."
            self.tell(f"{key}.at", wrong, "Look in the later step, or let this one come a minute later.")

    def _step(self, table: object, key: str, number: int) -> Step:
        if not isinstance(table, dict):
            self.tell(key, f"Here stands {seen(table)}, expected a table.", "Write [[step]].")
            return Step(number, NO_TIME, NO_TIME, "")
        at, instant = self._time(table, key)
        step = Step(number, at, instant, _in_a_line(table))
        if "does" in table or not ("sees" in table or "never" in table):
            step = self._doing(step, table, key)
        else:
            self._unknown([name for name in table if name not in ("at", "sees", "never")], OWN_KEYS, key)
        return evolve(
            step,
            sees=read_wishes(table.get("sees", []), f"{key}.sees", self.ground, self.tell),
            never=read_wishes(table.get("never", []), f"{key}.never", self.ground, self.tell),
        )

    def _time(self, table: Mapping[str, object], key: str) -> tuple[dt.datetime, dt.datetime]:
        try:
            at = minute_of(table.get("at"))
            return at, instant_of(at, self.almanac)
        except Unfit as wrong:
            self.tell(f"{key}.at", str(wrong), wrong.suggestion)
            return NO_TIME, NO_TIME

    def _doing(self, step: Step, table: Mapping[str, Any], key: str) -> Step:
        words = table.get("does")
        does = COMMAND_WORDS.get(words) if isinstance(words, str) else None
        if does is None:
            wrong = f"Here stands {seen(words)}, expected what is done." if words else "The step says not what is done."
            self.tell(f"{key}.does", wrong, advice(words if isinstance(words, str) else "", COMMAND_WORDS))
            return step
        of = self._value("of", "thing", table["of"], key) if "of" in table else None
        step = evolve(
            step,
            does=does,
            actor=self._actor(table.get("who"), key),
            of=of,
            fields=self._fields(does, table, key, beside=of is not None),
            refused=self._refused(table.get("refused", []), key),
        )
        return evolve(step, called=self._called(does, table, key))

    def _actor(self, who: object, key: str) -> str:
        ground = self.ground
        if isinstance(who, str):
            if who in ground.staff:
                return f"staff:{who}"
            if who in ground.people:
                return ground.people[who].id
            if who in PORTS:
                return f"system:{who}"
        known = [*ground.people, *ground.staff, *PORTS]
        self.tell(f"{key}.who", f"Here stands {seen(who)}, expected who does it.", advice(str(who or ""), known))
        return ""

    def _fields(self, does: type[Command], table: Mapping[str, Any], key: str, *, beside: bool) -> dict[str, Given]:
        sorts = field_sorts(does)
        said = {name: value for name, value in table.items() if name not in OWN_KEYS}
        self._unknown([name for name in said if name not in sorts], (*sorts, *OWN_KEYS), key)
        said |= assumed(does, said, str(table.get("who", "")), self.routines)
        for name in required(does):
            if name not in said:
                self.tell(f"{key}.{name}", "The key is missing.", f"Add {name} = …: the step needs it.")
        values = (
            (name, self._value(name, sorts[name], value, key, kinds=beside))
            for name, value in said.items()
            if name in sorts
        )
        return {name: value for name, value in values if value is not None}

    def _value(self, name: str, sort: str, value: object, key: str, *, kinds: bool = False) -> Given | None:
        try:
            return read_value(sort, value, self.ground, kinds=kinds)
        except Unfit as wrong:
            self.tell(f"{key}.{name}", str(wrong), wrong.suggestion)
            return None

    def _refused(self, said: object, key: str) -> tuple[str, ...]:
        words = [said] if isinstance(said, str) else said
        if isinstance(words, list) and all(isinstance(word, str) and word for word in words):
            return tuple(words)
        wrong = f"Here stands {seen(said)}, expected words that the refusal has."
        self.tell(f"{key}.refused", wrong, 'Write for example refused = "PPT-03".')
        return ()

    def _called(self, does: type[Command], table: Mapping[str, object], key: str) -> str:
        if "called" not in table:
            return ""
        name, makes = table["called"], MAKES.get(does.__name__)
        wrong = self._no_name(name, makes, refused="refused" in table)
        if wrong or not isinstance(name, str):
            self.tell(f"{key}.called", wrong, "Leave it out, or write another name.")
            return ""
        assert makes is not None, "else it has no name"
        self.ground = evolve(self.ground, named={**self.ground.named, name: makes})
        return name

    def _no_name(self, name: object, makes: str | None, *, refused: bool) -> str:
        if not isinstance(name, str) or not name:
            return f"Here stands {seen(name)}, expected a name for what the step makes."
        if makes is None or refused:
            return "This step makes nothing that could be called something."
        return f"Something is called {quoted(name)} already." if name in self.ground.named else ""

    def _unknown(self, names: list[str], known: tuple[str, ...], key: str) -> None:
        for name in names:
            self.tell(joined(key, name), "There is no such key here.", advice(name, known))


def _in_a_line(table: Mapping[str, object]) -> str:
    """The step in its own words."""

    def parts() -> Iterator[str]:
        who = " ".join(str(table[name]) for name in ("who", "does") if name in table)
        yield who or "a look"
        rest = {name: value for name, value in table.items() if name not in ("at", "who", "does", "sees", "never")}
        if rest:
            yield rendered(rest)

    return ": ".join(parts())
