"""The rows that the settings are made of: the outcomes that a review can have (MON-10)."""

from __future__ import annotations

from attrs import frozen

from saksgang.settings import setting

__all__ = ["CLOSE", "CONTINUE", "EFFECTS", "WAKE", "OutcomeRow"]

CONTINUE, WAKE, CLOSE = "continue", "wake", "close"
EFFECTS = (CONTINUE, WAKE, CLOSE)


@frozen
class OutcomeRow:
    """One of the alternatives below the notes of the review form."""

    name: str = setting(help="The words on the form, such as 'Fortsett overvåking'.")
    effect: str = setting(help="What it does with the case: continue, wake or close.")
    months: int = setting(
        default=0, help="Months until the next review where the caseworker chooses none; 0 for the setting interval."
    )
