"""Kroner and øre: exact decimals in, exact decimals out, never a float (BEN-16)."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from saksgang.errors import InputRefused

__all__ = ["ZERO", "amount", "kroner", "plain", "to_the_ore"]

ZERO = Decimal("0.00")
_ORE = Decimal("0.01")
# A Dane who writes "13.800" means thirteen thousand, so that what has three places is no amount.
_AMOUNT = re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")


def amount(value: object) -> Decimal:
    """The number in a fact: a text such as ``"13800.00"`` or a whole number; nothing said is zero.

    Raises:
        InputRefused: it is no number, is negative or is beyond any payment.
    """
    if value is None or value == "":
        return ZERO
    if isinstance(value, bool) or not isinstance(value, str | int) or not _AMOUNT.fullmatch(str(value)):
        raise InputRefused(f'{value!r} is no amount or number of hours; write for example "13800.00".')
    return Decimal(value)


def to_the_ore(number: Decimal) -> Decimal:
    """The number in whole øre, half an øre upwards."""
    rounded = number.quantize(_ORE, ROUND_HALF_UP)
    return rounded or ZERO  # never a negative zero


def plain(number: Decimal) -> str:
    """As facts hold it, such as ``13494.19``."""
    return f"{to_the_ore(number):f}"


def kroner(number: Decimal | str) -> str:
    """As letters show it, such as ``13.494,19 kr.``."""
    grouped = f"{to_the_ore(Decimal(number)):,.2f}"
    return grouped.translate(str.maketrans(",.", ".,")) + " kr."
