"""An office as its journal tells of it: the journal opened, folded, and shown with the declarations at hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from saksgang.casework import fold
from saksgang.cli.moments import instant
from saksgang.declarations import Catalogue, listed
from saksgang.errors import InputRefused, JournalDamaged
from saksgang.events import OfficeOpened
from saksgang.explain import opening
from saksgang.journal import Journal, Place, open_journal
from saksgang.journal.record import Recorded
from saksgang.legaltime import Almanac
from saksgang.plugins import Registry
from saksgang.state import State
from saksgang.view import View

__all__ = ["catalogue_of", "follow", "opened_journal", "view_of"]


@contextmanager
def opened_journal(place: Place) -> Iterator[Journal]:
    """A journal for reading, closed at the end; raises ``InputRefused`` or ``JournalDamaged``."""
    journal = open_journal(place)
    try:
        yield journal
    finally:
        journal.close()


def catalogue_of(opened: OfficeOpened, registry: Registry) -> Catalogue:
    """The declarations of an office's routines, as far as they are installed here; stderr tells which are not."""
    missing = [name for name in opened.routines if name not in registry.routines]
    if missing:
        told = f"not installed here, so without labels and sources: {listed(missing)}"
        click.echo(f"saksgang: {told}; see: saksgang plugins list.", err=True)
    here = {name: registry.routines[name] for name in opened.routines if name in registry.routines}
    return Catalogue(here, registry.beside)


def follow(recorded: Recorded, state: State, last_good: str) -> None:
    """Bring the state one event further.

    Raises:
        InputRefused: an office was opened with a country or a time zone that is not known here.
        JournalDamaged: no office can have written that event there.
    """
    if isinstance(recorded.event, OfficeOpened):
        Almanac(recorded.event.country, recorded.event.zone)
    try:
        fold(recorded, state)
    except (LookupError, ValueError) as error:
        raise JournalDamaged(
            f"Event {recorded.id} ({recorded.kind}) does not follow from those before it ({error!r}); the last good "
            f"event is {last_good or 'none'}, so put a copy of the journal in its place.",
            last_good,
        ) from error
    state.way_back.settle()


def view_of(journal: Journal, registry: Registry, at: str = "") -> View:
    """The office as it stood at a time, or at its last event.

    Raises:
        InputRefused: the time cannot be read or lies before the journal.
        JournalDamaged: the journal does not read back as it was written.
    """
    opened = opening(journal)
    almanac = Almanac(opened.country, opened.zone)
    until = instant(at, almanac) if at else None
    state, last, now = State(), "", until
    for recorded in journal:
        if until is not None and recorded.at > until:
            break
        follow(recorded, state, last)
        last, now = recorded.id, until or recorded.at
    if now is None or state.opened is None:
        raise InputRefused(f"The journal begins after {at}; name a later time.")
    return View(state, catalogue_of(state.opened, registry), almanac, {}, now)
