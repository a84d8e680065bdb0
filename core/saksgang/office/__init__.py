"""The office, the one place that acts: commands in, events to the journal, routines asked, ports told."""

from __future__ import annotations

from saksgang.office.assembly import assemble, rebuilt
from saksgang.office.office import Office
from saksgang.office.routines import PluginCrashed, RoutineDesk

__all__ = ["Office", "PluginCrashed", "RoutineDesk", "assemble", "rebuilt"]
