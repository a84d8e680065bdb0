"""Why a rule acted, in the language of who reads it; the journal keeps what the rule wrote (COR-06)."""

from __future__ import annotations

from saksgang.reasons.lines import fields_of, reasons_in
from saksgang.reasons.telling import Reasons

__all__ = ["Reasons", "fields_of", "reasons_in"]
