"""The saved searches that come with the routine (BEN-21)."""

from __future__ import annotations

from saksgang.worklists import SavedSearch
from saksgang_benefits.names import ROUTINE

__all__ = ["PAYMENTS_HELD", "PAYSLIPS_FOUND", "SEARCHES"]

PAYSLIPS_FOUND = SavedSearch(title="Lønsedler", routine=ROUTINE, kind="payslip")
PAYMENTS_HELD = SavedSearch(title="Tilbageholdte udbetalinger", routine=ROUTINE, kind="payment_held")

SEARCHES = (PAYSLIPS_FOUND, PAYMENTS_HELD)
"""All of them, whoever owns the tasks that they find."""
