"""The words of the routine: Danish (da) as the staff sees them, with their English meaning."""

from __future__ import annotations

from attrs import frozen

__all__ = [
    "ACTIVITIES",
    "CHANNELS",
    "CLOSINGS",
    "DEADLINES",
    "DELIVERIES",
    "DIRECTIONS",
    "FACTS",
    "OUTCOMES",
    "REFERENCES",
    "STATUSES",
    "TASKS",
    "TYPES",
    "Label",
]


@frozen
class Label:
    """A word and what it means.

    Attributes:
        da: in Danish.
        en: in English.
    """

    da: str
    en: str


STATUSES = {
    "samles": Label("Samles", "the letters of a mass mailing are being counted"),
    "registreret": Label("Registreret", "registered as one batch"),
}

TASKS = {"register_contact": Label("Registrér henvendelse", "register a contact in the counting week")}

OUTCOMES = {
    "registered": Label("Registreret", "the contact was registered"),
    "not registered": Label("Skal ikke registreres", "the contact is not to be registered"),
}

DEADLINES = {"batch_closes": Label("Masseforsendelsen tælles op", "the mass mailing of the day is counted up")}

DIRECTIONS = {"in": Label("Ind", "inbound"), "out": Label("Ud", "outbound")}

CHANNELS = {
    "personal": Label("Personlig", "personal visit"),
    "telephone": Label("Telefon", "telephone"),
    "digital post": Label("Digital Post", "letter that certainly ends in the digital mailbox"),
    "letter": Label("Brev", "letter on paper"),
    "e-mail": Label("E-mail", "e-mail"),
    "self-service": Label("Selvbetjening", "self-service"),
    "message": Label("Besked", "message"),
    "output manager": Label("Output Manager", "letter of which an output manager decides how it is sent"),
}

TYPES = {
    "oprettelse af sag": Label("Oprettelse af sag", "transaction: a case is created in a case system"),
    "ændring af sag": Label("Ændring af sag", "transaction: something is changed or added in a case system"),
    "information vedr. sag": Label("Information vedr. sag", "information about one case"),
    "råd/vejledning": Label("Råd/vejledning", "advice and guidance, about no case in particular"),
    "hjælp til selvbetjening": Label("Hjælp til selvbetjening", "help with self-service"),
    "fejlhenvendelse": Label("Fejlhenvendelse", "misdirected: outside what the municipality does"),
}

CLOSINGS = {
    "straksafsluttet": Label("Straksafsluttet", "ended at once"),
    "lagt til videre behandling": Label("Lagt til videre behandling", "left for further handling"),
}

ACTIVITIES = {
    "planlægning": Label("Planlægning", "administrative: planning"),
    "vejledning": Label("Vejledning", "administrative: guidance"),
    "sagsbehandling": Label("Sagsbehandling", "administrative: case handling"),
    "ydelse": Label("Selve ydelsen", "the service itself, such as the meeting or the visit"),
}

REFERENCES = {
    "CPR": Label("CPR-nummer", "personal number"),
    "CVR": Label("CVR-nummer", "company number"),
    "matrikelnummer": Label("Matrikelnummer", "cadastral number"),
    "adresse": Label("Adresse", "address"),
    "sagsnummer": Label("Sagsnummer", "case number"),
}

DELIVERIES = {
    "certain": Label("Sikkert i digital postkasse", "it is certain that the letter ends in the digital mailbox"),
    "output manager": Label("Output Manager afgør", "an output manager decides between digital and print"),
}

FACTS = {
    "day": Label("Dato", "local day of the contact, today if not said"),
    "department": Label("Afdeling", "department that the contact was with"),
    "type": Label("Henvendelsestype", "type of contact"),
    "form": Label("Blanket", "whether a form came or went with it"),
    "right_kind": Label("Korrekt blankettype", "the inbound form is of the right kind"),
    "filled": Label("Udfyldt", "how far the inbound form is filled in: helt, delvist or ikke"),
    "collects": Label("Indsamler oplysninger", "the outbound form is to collect information"),
    "reference_kind": Label("Sagsreference, art", "kind of case reference"),
    "reference": Label("Sagsreference", "case reference"),
    "closing": Label("Afslutning", "closing"),
    "activity": Label("Aktivitet", "administrative activity, or the service itself"),
    "delivery": Label("Forsendelse", "how an outbound digital letter is sent"),
    "changed": Label("Ændret i fagsystem", "something was created, changed or added in a case system"),
    "ended_by": Label("Afsluttet af", "who ended the contact with the citizen, as a staff id"),
    "source": Label("Kendt som", "what the contact is known by: queue slip, letter or document number"),
    "batch": Label("Masseforsendelse", "name of the mass mailing"),
    "count": Label("Antal", "how many contacts the registration counts for"),
    "overruled": Label("Tilsidesatte advarsler", "warnings that were overruled, rule to reason"),
}
