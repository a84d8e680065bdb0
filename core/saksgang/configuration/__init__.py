"""A municipality's file: reading it, every problem of it at once, and its schema (COR-07, COR-20, COR-22)."""

from __future__ import annotations

from saksgang.configuration.hours import Week, working_hours
from saksgang.configuration.loading import examine, load, plugin_files, why_broken
from saksgang.configuration.model import Municipality, Section
from saksgang.configuration.problems import Problem, Report
from saksgang.configuration.schema import schema
from saksgang.configuration.structuring import plain, structured
from saksgang.configuration.toml import read_toml

__all__ = [
    "Municipality",
    "Problem",
    "Report",
    "Section",
    "Week",
    "examine",
    "load",
    "plain",
    "plugin_files",
    "read_toml",
    "schema",
    "structured",
    "why_broken",
    "working_hours",
]
