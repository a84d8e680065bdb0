"""What the report of a run shows of the monitoring: how the reviews ended, and how often a case came round (MON-10)."""

from __future__ import annotations

from saksgang_sim.figure import MONTH, ROUND, Figure

__all__ = ["FIGURES"]

REVIEWS = {"kind": "review"}

FIGURES = (
    Figure(
        name="cycles",
        title={
            "nb": "Overvåkingsrunder",
            "da": "Overvågningsrunder",
            "en": "Monitoring cycles",
        },
        about={
            "nb": "Hvordan den første, andre, tredje ... oppfølgingen av en sak endte.",
            "da": "Hvordan den første, anden, tredje ... opfølgning på en sag endte.",
            "en": "How the first, second, third ... review of a case ended.",
        },
        event="TaskCompleted",
        where=REVIEWS,
        across=ROUND,
        split="outcome",
    ),
    Figure(
        name="reviews",
        title={
            "nb": "Oppfølginger måned for måned",
            "da": "Opfølgninger måned for måned",
            "en": "Reviews month by month",
        },
        about={
            "nb": "Utførte langtidsoppfølginger, etter hva saksbehandleren kom til.",
            "da": "Udførte langtidsopfølgninger, efter hvad sagsbehandleren kom frem til.",
            "en": "Reviews that were done, by what the caseworker decided.",
        },
        event="TaskCompleted",
        where=REVIEWS,
        across=MONTH,
        split="outcome",
    ),
)
