"""What the report of a run shows of the counting week: its registrations by day, department and channel (REG-13)."""

from __future__ import annotations

from saksgang_contact_registration.labels import CHANNELS
from saksgang_sim.figure import Figure

__all__ = ["FIGURES"]

# The case behind a contact is the one that it refers to; most contacts refer to none.
REFERENCE = "facts.reference"

FIGURES = (
    Figure(
        name="week",
        title={
            "nb": "Telleuken, dag for dag",
            "da": "Tælleugen, dag for dag",
            "en": "The counting week, day by day",
        },
        about={
            "nb": "Registreringer etter den dagen henvendelsen kom, delt etter type.",
            "da": "Registreringer efter den dag, henvendelsen kom, fordelt på type.",
            "en": "Registrations by the day on which somebody was in touch, split by type.",
        },
        event="ContactRecorded",
        across="facts.day",
        split="facts.type",
        behind=REFERENCE,
    ),
    Figure(
        name="departments",
        title={
            "nb": "Telleuken, avdeling for avdeling",
            "da": "Tælleugen, forvaltning for forvaltning",
            "en": "The counting week, department by department",
        },
        about={
            "nb": "Registreringer etter avdeling, delt etter kanal.",
            "da": "Registreringer efter forvaltning, fordelt på kanal.",
            "en": "Registrations by department, split by channel.",
        },
        event="ContactRecorded",
        across="facts.department",
        split="channel",
        labels={name: label.da for name, label in CHANNELS.items()},
        behind=REFERENCE,
    ),
)
