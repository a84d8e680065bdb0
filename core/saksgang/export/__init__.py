"""Exports: a journal for the tools of process mining, a run's verdicts for build servers (SIM-09, SIM-10)."""

from __future__ import annotations

from saksgang.export.exporting import LOGS, check_place, export_log, written
from saksgang.export.junit import write_junit
from saksgang.export.verdicts import Report, TestCase, report_of_summary, report_of_verdicts

__all__ = [
    "LOGS",
    "Report",
    "TestCase",
    "check_place",
    "export_log",
    "report_of_summary",
    "report_of_verdicts",
    "write_junit",
    "written",
]
