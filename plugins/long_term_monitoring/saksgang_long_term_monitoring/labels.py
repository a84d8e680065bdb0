"""The words of the routine: Norwegian (nb) as staff see them, with their English meaning."""

from __future__ import annotations

from attrs import frozen

from saksgang_long_term_monitoring.names import ACTIVE, CLOSED, MONITORED

__all__ = ["DEADLINES", "FIELDS", "LIFT", "OUTCOMES", "PUT", "STATUSES", "TASKS", "Label"]

PUT = "Sett på langtidsovervåkning"
LIFT = "Opphev langtidsovervåking"


@frozen
class Label:
    """A word and what it means.

    Attributes:
        nb: in Norwegian bokmål.
        en: in English.
    """

    nb: str
    en: str


STATUSES = {
    ACTIVE: Label(ACTIVE, "the case is active"),
    MONITORED: Label(MONITORED, "the case is under long-term monitoring"),
    CLOSED: Label(CLOSED, "the case is closed: nothing is owed any more"),
}

TASKS = {
    "review": Label("Sak til langtidsoppfølging", "a monitored case has come up for review"),
    "choose_measure": Label("Mangler saksgang", "a woken case needs a procedure or measure"),
    "limitation_soon": Label("Krav som snart foreldes", "a claim lapses soon"),
    "close_case": Label("Alle krav er gjort opp eller gitt opp", "nothing is owed any more: close the case"),
    "finance_unclear": Label("Uklart svar fra økonomisystemet", "the finance system told what cannot be"),
    "work_session": Label("Arbeidsøkt langtidsovervåking", "walk through the cases that need treatment"),
    "session_left": Label("Igjen etter arbeidsøkten", "cases that the work session left"),
}

OUTCOMES = {
    "continue": Label("Fortsett overvåking", "monitored further"),
    "wake": Label("Vekk til live", "woken to live again"),
    "close": Label("Avslutt saken", "closed"),
    "saksgang": Label("Saksgang valgt", "a procedure was chosen"),
    "tiltak": Label("Tiltak valgt", "a measure was chosen"),
    "interrupted": Label("Foreldelse avbrutt", "limitation was interrupted"),
    "left to lapse": Label("Lar kravet foreldes", "the claim is left to lapse, for a reason"),
    "looked into": Label("Undersøkt", "looked into"),
    "closed": Label("Saken er avsluttet", "the case was closed"),
    "done": Label("Gjennomgått", "walked through"),
    "not done": Label("Ikke gjennomført", "not done before the next session"),
    "seen": Label("Sett", "seen"),
}

DEADLINES = {
    "review": Label("Til langtidsoppfølging", "the case comes up for review"),
    "limitation": Label("Snart foreldet", "the claim is listed as lapsing soon"),
    "finance_check": Label("Kontroll mot økonomisystem", "the monitored cases are checked against the finance system"),
    "session": Label("Arbeidsøkt", "the recurring work session"),
}

FIELDS = {
    "claims": Label("Krav", "what is owed"),
    "amount": Label("Beløp", "amount, in øre"),
    "basis": Label("Grunnlag", "invoice or enforcement basis"),
    "faktura": Label("Faktura", "invoice"),
    "tvangsgrunnlag": Label("Tvangsgrunnlag", "enforcement basis"),
    "due": Label("Forfall", "due day"),
    "limitation_from": Label("Foreldelse løper fra", "limitation counts from"),
    "lapses": Label("Foreldes", "lapses"),
    "stop": Label("Stopp mot økonomisystem", "the finance system is not asked about it"),
    "open": Label("Åpent", "still owed"),
    "paid": Label("Betalt", "paid"),
    "changed": Label("Endret", "changed"),
    "credited": Label("Kreditert", "credited"),
    "unknown": Label("Ukjent her", "the cases and claims of an answer that nobody knows here"),
    "checklist": Label("Sjekkliste", "checklist"),
    "ticked": Label("Huket av", "ticked"),
    "notes": Label("Notater", "notes"),
    "choice": Label("Valg", "the outcome chosen"),
    "months": Label("Måneder", "months until the next review"),
    "overrule": Label("Overstyrt", "overruled, with the reason"),
    "due list": Label("Forfallsliste", "due list"),
    "start page": Label("Oppstartsside", "start page"),
    "notes card": Label("Notatkort", "notes card"),
}
