"""Putting an office together over a journal, which may hold a life already (COR-01, COR-15, COR-21)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from saksgang.casework import Context, fold
from saksgang.clock import Clock
from saksgang.declarations import Catalogue
from saksgang.journal import Journal
from saksgang.legaltime import Almanac
from saksgang.office.office import Office
from saksgang.office.routines import RoutineDesk
from saksgang.ports import Port
from saksgang.state import State
from saksgang.view import View

__all__ = ["assemble", "rebuilt"]

LONG_AGO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def rebuilt(journal: Journal) -> State:
    """The state that the journal tells of; raises ``JournalDamaged``."""
    state = State()
    for recorded in journal:
        fold(recorded, state)
        state.way_back.settle()
    return state


def assemble(  # noqa: PLR0913, PLR0917 - the seven things that an office is made of
    catalogue: Catalogue,
    almanac: Almanac,
    settings: Mapping[str, Any],
    routines: Mapping[str, RoutineDesk],
    ports: Mapping[str, Port],
    clock: Clock,
    journal: Journal,
) -> Office:
    """An office that goes on where its journal ends; nothing is fired or sent by assembling it."""
    state = rebuilt(journal)
    context = Context(state, catalogue, almanac, LONG_AGO, "")
    view = View(state, catalogue, almanac, settings, LONG_AGO)
    return Office(state, context, view, clock, journal, routines, ports)
