"""The office: the one place that acts. Commands come in, events go to the journal, routines are asked, ports are told."""

from __future__ import annotations

from saksgang.office.assembly import assemble, rebuilt
from saksgang.office.office import Office
from saksgang.office.routines import PluginCrashed, RoutineDesk

__all__ = ["Office", "PluginCrashed", "RoutineDesk", "assemble", "rebuilt"]
