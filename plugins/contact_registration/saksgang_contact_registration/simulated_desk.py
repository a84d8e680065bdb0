"""How simulated staff register a contact: rightly, wrongly and then rightly, or against a warning (SIM-04)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from attrs import evolve

from saksgang.commands import CompleteTask, RecordContact
from saksgang.records import Task
from saksgang_contact_registration.desk_rows import ENCOUNTERS, Encounter
from saksgang_contact_registration.looking import ground_of, registration_in
from saksgang_contact_registration.names import (
    ADVICE,
    AT_ONCE,
    CHANGES,
    FURTHER,
    MISDIRECTED,
    ON_CASE,
    OPENS,
    ROUTINE,
    SERVICE,
    TRANSACTIONS,
)
from saksgang_contact_registration.registration import FACTS
from saksgang_contact_registration.rules_once import mass_mailing
from saksgang_contact_registration.rules_way import IMMEDIATE
from saksgang_sim.behaviour import Turn, Work

__all__ = ["register"]

SLIPS = 0.15
OVERRULES = 0.35
BY_NAME = {encounter.name: encounter for encounter in ENCOUNTERS}
DUTY, AGAINST = "by duty to advise", "against the duty to advise"


def register(turn: Turn) -> Work:
    """Register what is on the list; the service itself is left out, with the rule that says so (REG-01)."""
    task = turn.task
    encounter = BY_NAME.get(str(task.facts.get("encounter", "")))
    if encounter is None:
        yield from _observed(turn)
        return
    wrong = turn.attempt == 1 and turn.luck.chance(SLIPS, "slip")
    if encounter.facts["activity"] == SERVICE and not wrong:
        facts = {"rule": "REG-01", "why": "selve mødet, som ikke er administrativt"}
        yield CompleteTask(task.id, "not registered", facts=facts)
        return
    yield from _registered(turn, encounter, encounter.slips if wrong else {})


def _registered(turn: Turn, encounter: Encounter, slips: Mapping[str, Any]) -> Work:
    judged = {} if slips or not turn.luck.chance(OVERRULES, "overrules") else dict(encounter.judged)
    reason = judged.pop("reason", "")
    overruled = {"overruled": {"REG-03": reason}} if reason else {}
    facts = {**encounter.facts, "ended_by": turn.person.id, **judged, **overruled, **slips}
    yield _command(turn, encounter, facts)
    if slips.get("again"):
        yield _command(turn, encounter, facts)
    if encounter.also:
        second = {**facts, "changed": False, "form": False, **encounter.also, **slips.get("also", {})}
        yield _command(turn, encounter, second)


def _command(turn: Turn, encounter: Encounter, said: Mapping[str, Any]) -> RecordContact:
    task = turn.task
    department = turn.person.section
    facts = {name: value for name, value in said.items() if name in FACTS}
    facts |= {"department": department, "source": task.facts["source"], "day": _day(turn, said)}
    facts["type"] = _type(str(facts.get("type", ADVICE)), _advises(turn, department))
    if facts.get("reference") == "their own":
        facts["reference"] = task.facts["number"]
    channel, area = str(said.get("channel", encounter.channel)), str(said.get("area", encounter.area))
    party = str(task.facts["party"])
    return _as_asked(turn, RecordContact(ROUTINE, party, encounter.direction, channel, area, facts=facts))


def _as_asked(turn: Turn, command: RecordContact) -> RecordContact:
    """Whoever was refused does what the refusal says: one letter more of a kind goes to the day's batch (REG-10)."""
    if turn.attempt == 1 or mass_mailing(registration_in(command, turn.view), ground_of(turn.view)) is None:
        return command
    name = f"{command.about}, {command.facts['type']}, {command.facts['day']}"
    return evolve(command, facts={**command.facts, "batch": name, "count": 1})


def _day(turn: Turn, said: Mapping[str, Any]) -> str:
    if "day" not in said:
        return str(turn.task.facts["day"])
    before: dt.date = turn.view.settings(ROUTINE).first_day - dt.timedelta(days=1)
    return before.isoformat()


def _type(said: str, advises: bool) -> str:  # noqa: FBT001 - a fact about the department
    if said not in (DUTY, AGAINST):
        return said
    return ADVICE if advises == (said == DUTY) else MISDIRECTED


def _advises(turn: Turn, department: str) -> bool:
    row = turn.view.settings(ROUTINE).department(department)
    return row is not None and row.duty_to_advise


def _observed(turn: Turn) -> Work:
    """A contact of another routine: say what was left open."""
    task, facts = turn.task, dict(turn.task.facts)
    if facts["channel"] == "letter" and not facts["direction"]:
        why = {"rule": "REG-13", "why": "brevet blev sendt før tælleugen og er kun printet nu"}
        yield CompleteTask(task.id, "not registered", facts=why)
        return
    known = {name: value for name, value in facts.items() if name in FACTS}
    channel = str(facts["channel"])
    direction = str(facts["direction"]) or "in"
    known |= {"ended_by": turn.person.id, "department": turn.person.section}
    known.setdefault("activity", "sagsbehandling")
    known.setdefault("closing", AT_ONCE if channel in IMMEDIATE else FURTHER)
    known.setdefault("type", _likely(task))
    known.setdefault("changed", known["type"] in TRANSACTIONS)
    if known.get("form") and "filled" not in known and direction == "in":
        known["filled"] = "delvist"
    area = str(facts["area"]) or turn.view.settings(ROUTINE).areas[0].name
    yield _as_asked(turn, RecordContact(ROUTINE, str(facts["party"]), direction, channel, area, facts=known))


def _likely(task: Task) -> str:
    if task.facts["channel"] in IMMEDIATE:
        return ON_CASE if task.facts.get("reference") else ADVICE
    return OPENS if task.facts.get("form") else CHANGES
