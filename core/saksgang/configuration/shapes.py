"""The tables of a municipality's file, each key with its type and help; the schema is made from them too (COR-20)."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from attrs import frozen

from saksgang.settings import setting

__all__ = ["STAND_INS", "AbsenceTable", "MunicipalityTable", "SectionTable", "StaffTable"]


@frozen
class MunicipalityTable:
    """``[municipality]``."""

    name: str = setting(help="The municipality's name.")
    country: Literal["NO", "DK"] = setting(help="The country, whose holidays, clock and law apply.")
    language: Literal["nb", "da", "en"] = setting(help="The language that the staff reads.")
    plugins: tuple[str, ...] = setting(help="Single-file plugins, by path from this file.", default=())
    mixed_countries: bool = setting(
        default=False, help="Only for trying routines of different countries together, under this country's calendar."
    )


@frozen
class SectionTable:
    """One of ``[[sections]]``."""

    id: str = setting(help="What staff and rules call it: small letters, digits, - and _.")
    name: str = setting(help="The section's name.")


@frozen
class AbsenceTable:
    """One of a member of staff's ``absences``."""

    first: dt.date = setting(help="The first day away.")
    last: dt.date = setting(help="The last day away.")
    reason: str = setting(help="Why, as colleagues may read it.", default="")


@frozen
class StaffTable:
    """One of ``[[staff]]``."""

    id: str = setting(help="What rules and the journal call the person: small letters, digits, - and _.")
    name: str = setting(help="The person's name.")
    roles: tuple[str, ...] = setting(help="What the person does, out of the roles of the routines that are on.")
    section: str = setting(help="The id of the person's section.", default="")
    hours: str = setting(help="Working hours by weekday, in local time.", default="mon-fri 08:00-15:30")
    deputy: str = setting(help="The id of who steps in when the person is away or gone.", default="")
    absences: tuple[AbsenceTable, ...] = setting(help="Days away.", default=())


STAND_INS: dict[str, Any] = {"country": "NO", "language": "nb", "id": "", "name": "", "roles": []}
"""What stands for a faulty key that has no default, so that the rest of its table is looked at all the same."""
