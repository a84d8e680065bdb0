"""Audits: the questions of deadlines and durations, put to a log from anywhere."""

from __future__ import annotations

from saksgang.audit.auditing import Audit, Finding, audit
from saksgang.audit.csv_log import Columns, read_csv
from saksgang.audit.entries import Entry, Times, zone_called
from saksgang.audit.judging import Outcome
from saksgang.audit.rows import LogTable, read_rules
from saksgang.audit.rules import AtMost, AuditRule, Before, Follows, Names
from saksgang.audit.sentences import FORMS, rule_of
from saksgang.audit.xes_log import STANDARD, read_xes

__all__ = [
    "FORMS",
    "STANDARD",
    "AtMost",
    "Audit",
    "AuditRule",
    "Before",
    "Columns",
    "Entry",
    "Finding",
    "Follows",
    "LogTable",
    "Names",
    "Outcome",
    "Times",
    "audit",
    "read_csv",
    "read_rules",
    "read_xes",
    "rule_of",
    "zone_called",
]
