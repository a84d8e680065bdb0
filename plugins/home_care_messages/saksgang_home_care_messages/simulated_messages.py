"""What simulated citizens write, and which type of message a reader makes of it (SIM-03).

Citizens do not know the types: most choose the plain inquiry, and whoever reads it sorts it by what it says.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from saksgang.commands import Command, SubmitDocument
from saksgang.view import View
from saksgang_home_care_messages.names import ROUTINE
from saksgang_sim.behaviour import Act, Occasion
from saksgang_sim.luck import Weights

__all__ = ["TEXTS", "UNSORTED", "meant_by", "message", "visit_message"]

UNSORTED = "Henvendelse til en tjeneste"
TEXTS: Mapping[str, str] = {
    UNSORTED: "Når kommer dere i morgen?",
    "Henvendelse til annen ansatt": "Kan den som følger opp såret mitt svare på dette?",
    "Endring og avlysning av avtale": "Jeg er ikke hjemme når dere skulle komme.",
    "Søknad om tjeneste eller økt hjelpebehov": "Mor klarer ikke lenger å lage middag selv.",
    "Fakturaspørsmål": "Hvorfor er fakturaen høyere enn i forrige måned?",
    "Annen klage": "Det kom ingen i går kveld.",
    "Usaklig melding": "(skjellsord)",
    "Spørsmål til ulike tjenestesteder": "Når kommer sykepleieren, og når blir det vasket?",
    "Feil mottaker": "Kan du fornye resepten min?",
    "Beskjed fra pårørende": "Mor er på sykehus til fredag.",
}
_MEANT = {text: name for name, text in TEXTS.items()}
# Nobody chooses these themselves: the reader sees what they are.
ONLY_READERS_KNOW = ("Usaklig melding", "Feil mottaker", "Henvendelse til annen ansatt")
CHOOSES_PLAIN = 0.15
WRITES_FOR_ANOTHER = 0.2
SERVICES = ("Hjemmesykepleie", "Praktisk bistand", "Dagsenter")
DAYS_AHEAD = Weights({0: 0.2, 1: 0.45, 2: 0.25, 3: 0.1})
QUARTERS = (8 * 4, 21 * 4)


def meant_by(text: str) -> str:
    """The type that a reader makes of a text, ``""`` where it says nothing known."""
    return _MEANT.get(text, "")


def message(name: str) -> Act:
    """Messages of one type, as citizens send them."""

    def act(occasion: Occasion, _view: View) -> tuple[str, Command]:
        return _sent(occasion, name, {})

    return act


def visit_message(name: str) -> Act:
    """Messages about a visit, most often of tomorrow; those of today are about one in the next hours."""

    def act(occasion: Occasion, view: View) -> tuple[str, Command]:
        luck, now = occasion.luck, view.almanac.local(view.now)
        days = luck.choice(DAYS_AHEAD, "days ahead")
        if days:
            quarter = luck.integer(*QUARTERS, "quarter")
            clock = dt.time(quarter // 4, quarter % 4 * 15)
            start = dt.datetime.combine(now.date() + dt.timedelta(days=days), clock)
        else:
            start = now.replace(tzinfo=None, second=0) + dt.timedelta(minutes=luck.integer(20, 300, "minutes ahead"))
        return _sent(occasion, name, {"visit": start.isoformat(sep=" ", timespec="minutes")})

    return act


def _sent(occasion: Occasion, name: str, facts: dict[str, object]) -> tuple[str, Command]:
    luck, population = occasion.luck, occasion.population
    party = population.adult(luck.integer(0, population.adults - 1, "party"))
    plain = name in ONLY_READERS_KNOW or (not facts and luck.chance(CHOOSES_PLAIN, "chooses the plain inquiry"))
    first = luck.integer(0, 1, "service")
    services = [SERVICES[first]]
    if name == "Spørsmål til ulike tjenestesteder":
        services += [SERVICES[1 - first]] + ([SERVICES[2]] if luck.chance(0.3, "a third service") else [])
    sender = party.id
    if luck.chance(WRITES_FOR_ANOTHER, "writes for another"):
        sender = population.adult(luck.integer(0, population.adults - 1, "relative")).id
    command = SubmitDocument(
        ROUTINE,
        sender,
        party.id,
        UNSORTED if plain else name,
        channel="message",
        facts={"services": services, "text": TEXTS[name], **facts},
        personal_number=party.number,
    )
    return sender, command
