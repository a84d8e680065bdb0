"""Why is this due then: a due time told from the journal, step by step (COR-13)."""

from __future__ import annotations

from saksgang.explain.answering import Section, explained, explanation
from saksgang.explain.finding import opening
from saksgang.explain.ruling import explain_rule

__all__ = ["Section", "explain_rule", "explained", "explanation", "opening"]
