"""A made-up routine with a setting of each kind, and a municipality's file that is in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Literal

from attrs import evolve, frozen
from attrs.validators import ge

from saksgang.configuration import Municipality
from saksgang.declarations import CaseType, Role, Routine, Status, TaskKind
from saksgang.legaltime import Duration, Rule
from saksgang.settings import Finding, setting

__all__ = ["PARKING", "ROUTINES", "SOUND", "WRONG", "Colour", "Settings", "Zone"]

WRONG = Path(__file__).parent / "wrong"
SOUND = (Path(__file__).parent / "sound.toml").read_text(encoding="utf-8")


class Colour(StrEnum):
    """What a permit looks like."""

    RED = "red"
    BLUE = "blue"


@frozen
class Zone:
    """Some streets, and who decides about them."""

    name: str = setting(help="The zone's name.")
    decides: str = setting(help="Staff id of who decides.")
    spaces: int = setting(help="How many may park.", default=10, validator=ge(1))


@frozen
class Settings:
    """One setting of each kind that a file can hold."""

    zones: tuple[Zone, ...] = setting(help="The zones.")
    answer_within: Duration = setting(help="How long the office has.", default=Duration.parse("10 working days"))
    limit: Rule = setting(help="The legal limit.", default=Rule.parse("1 month, end of day"))
    remind_after: Duration | None = setting(help="When to remind, if at all.", default=None)
    fee: Decimal = setting(help="What a permit costs, in kroner.", default=Decimal("120.50"))
    share: float = setting(help="The share of visitors' spaces.", default=0.25)
    most: int = setting(help="Permits a household.", default=2)
    sundays: bool = setting(help="Whether Sundays count.", default=False)
    channel: Literal["letter", "mailbox"] = setting(help="How the permit is sent.", default="mailbox")
    colour: Colour = setting(help="What it looks like.", default=Colour.RED)
    from_day: dt.date = setting(help="The first day.", default=dt.date(2026, 1, 1))
    from_time: dt.time = setting(help="When parking begins.", default=dt.time(8))
    changed: dt.datetime | None = setting(help="When the fee was decided.", default=None)
    width: tuple[int, int] = setting(help="Least and most centimetres.", default=(180, 250))
    streets: Mapping[str, int] = setting(help="Spaces by street.", factory=dict)

    def findings(self, municipality: Municipality) -> Iterator[Finding]:
        """Who decides is on the staff; no fee is allowed and odd."""
        staff = {person.id for person in municipality.staff}
        for n, zone in enumerate(self.zones):
            if zone.decides not in staff:
                yield Finding(f"zones[{n}].decides", f"{zone.decides!r} is not on the staff.", "Name one of them.")
        if not self.fee:
            yield Finding("fee", "A permit costs nothing.", "Leave it if that is meant.", refuses=False)


PARKING = Routine(
    name="parking",
    version="1.0",
    api=">=1,<2",
    title="Parking permits",
    language="nb",
    countries=("NO",),
    case_types=(CaseType("permit", "PRK", "parking permit", (Status("ny", "new"),)),),
    task_kinds=(
        TaskKind("decide", "Avgjør søknad", "decide the application", "saksbehandler"),
        TaskKind("approve", "Godkjenn vedtak", "approve the decision", "leder"),
    ),
    deadline_kinds=(),
    roles=(Role("saksbehandler", "caseworker"), Role("leder", "leader")),
    settings=Settings,
)

ROUTINES: Mapping[str, Routine] = {
    "parking": PARKING,
    "permits_dk": evolve(PARKING, name="permits_dk", countries=("DK",), case_types=()),
    "second_parking": evolve(PARKING, name="second_parking"),
}
