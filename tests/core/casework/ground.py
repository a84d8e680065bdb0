"""Commands decided and folded one after another, without an office around them: the ground of the casework tests."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import define, field

from saksgang.casework import Context, decide, fold
from saksgang.commands import Command, DraftLetter, OpenCase, OpenLetter
from saksgang.declarations import (
    CaseType,
    Catalogue,
    DeadlineKind,
    LetterTemplate,
    Role,
    Routine,
    ServiceKind,
    Status,
    TaskKind,
)
from saksgang.errors import Refused
from saksgang.events import Event, OfficeOpened
from saksgang.journal import Recorded
from saksgang.legaltime import Almanac
from saksgang.records import Deadline, StaffMember, Target
from saksgang.state import State
from tests.core.small_office import Nothing, utc

__all__ = ["BYGG", "CASE", "STAFF", "TUESDAY", "VEI", "Ground", "ground", "targets"]

CASE = "BYG-2026-00001"

BYGG = Routine(
    name="bygg",
    version="1.0",
    api=">=1,<2",
    title="Byggesak",
    language="nb",
    countries=("NO",),
    case_types=(
        CaseType(
            "Søknad",
            "BYG",
            "application",
            (
                Status("ny", "new", ("behandles", "avvist")),
                Status("behandles", "in progress", ("avsluttet",)),
                Status("avvist", "rejected"),
                Status("avsluttet", "closed"),
            ),
        ),
    ),
    task_kinds=(
        TaskKind("reply", "Svar på henvendelse", "answer an inquiry", "saksbehandler"),
        TaskKind("approve", "Godkjenn brev", "approve a letter", "leder", ("approved", "returned")),
    ),
    deadline_kinds=(DeadlineKind("answer", "Frist for svar", "answer", "office", "forvaltningsloven § 11 a"),),
    roles=(Role("saksbehandler", "caseworker"), Role("leder", "leader")),
    settings=Nothing,
    letters=(
        LetterTemplate("svar", "Svar", ("navn", "sak"), "Hei $navn, om $sak", needs_approval=True),
        LetterTemplate("kvittering", "Kvittering", (), "Mottatt."),
    ),
    services=(ServiceKind("matrikkel", "land register"),),
)
VEI = Routine(
    name="vei",
    version="1.0",
    api=">=1,<2",
    title="Veisak",
    language="nb",
    countries=("NO",),
    case_types=(CaseType("Sak", "VEI", "matter", (Status("ny", "new", ("slutt",)), Status("slutt", "closed"))),),
    task_kinds=(),
    deadline_kinds=(),
    roles=(),
    settings=Nothing,
    services=(ServiceKind("vegkart", "map of roads"),),
)
PARTY = "party-1"
TUESDAY = utc("2026-04-07 10:00")
STAFF = (
    StaffMember("kari", "Kari", ("saksbehandler",), "nord", deputy="ola"),
    StaffMember("ola", "Ola", ("saksbehandler",), deputy="liv"),
    StaffMember("liv", "Liv", ("leder", "arkiv")),
)


@define
class Ground:
    """A state with its clock; by default it is Tuesday after Easter, ten in the morning."""

    state: State = field(factory=State)
    now: dt.datetime = TUESDAY
    told: list[Recorded] = field(factory=list)

    def at(self, local: str) -> Ground:
        self.now = utc(local)
        return self

    def context(self, actor: str) -> Context:
        return Context(self.state, Catalogue({"bygg": BYGG, "vei": VEI}), Almanac("NO"), self.now, actor)

    def do(self, command: Command, actor: str = "") -> list[Event]:
        """Decide and fold; the events. Kari does it, or whose letter it is."""
        actor = actor or usual(command)
        events = decide(command, self.context(actor))
        for event in events:
            self.tell(event, actor)
        return events

    def tell(self, event: Event, actor: str = "staff:kari") -> None:
        recorded = Recorded(f"{event.routine}:{self.state.position(event.routine)}", self.now, actor, "", event)
        fold(recorded, self.state)
        self.told.append(recorded)

    def refused(self, command: Command, actor: str = "") -> str:
        """The words of the refusal, which changes nothing."""
        actor = actor or usual(command)
        before = self.state.picture()
        with pytest.raises(Refused) as error:
            decide(command, self.context(actor))
        assert self.state.picture() == before
        return str(error.value)

    def letter(self, *commands: Any, template: str = "svar") -> str:
        """A letter that went through commands made of its id."""
        fields = {"svar": {"navn": "Ida", "sak": CASE}}.get(template, {})
        self.do(DraftLetter(CASE, template, "party-1", fields))
        key = f"{CASE}/letter-{self.state.letters.count(CASE)}"
        for command in commands:
            self.do(command(key))
        return key


def usual(command: Command) -> str:
    """Who does such a thing."""
    return PARTY if isinstance(command, OpenLetter) else "staff:kari"


def ground(*commands: Command) -> Ground:
    """A ground with its staff and one case, on which some commands were carried out."""
    made = Ground()
    made.tell(OfficeOpened("office", "", "Fjordvik", "NO", "Europe/Oslo", "nb", {}, STAFF), "system:office")
    for command in (OpenCase("bygg", "Søknad", "party-1", "01815000036", {"gnr": 12}), *commands):
        made.do(command)
    return made


def targets(deadline: Deadline) -> dict[str, tuple[str, str]]:
    """Name to due time in Norwegian summer time and state."""
    return {target.name: (_local(target), target.state) for target in deadline.targets}


def _local(target: Target) -> str:
    return f"{target.due + dt.timedelta(hours=2):%m-%d %H:%M}"
