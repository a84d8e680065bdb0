"""The words of the routine: Norwegian (nb) as staff and recipients see them, with their English meaning."""

from __future__ import annotations

from attrs import frozen

__all__ = ["DEADLINES", "FIELDS", "LETTERS", "OUTCOMES", "STATUSES", "TASKS", "Label"]


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
    "ny": Label("Ny", "new: nobody has begun to work on it"),
    "under arbeid": Label("Under arbeid", "in progress"),
    "avsluttet": Label("Avsluttet", "closed"),
}

TASKS = {
    "register_document": Label("Registrer post", "take a document out of the post inbox onto a case"),
    "distribute_case": Label("Fordel sak", "distribute a new case by the caseworker directory"),
    "confirm_receipt": Label("Bekreft mottatt henvisning", "confirm the receipt of a new referral"),
    "assess_case": Label("Vurder og fordel sak", "assess a case and give it to the right caseworker"),
    "review_case": Label("Gå gjennom henvendelse", "review an inquiry and what is known already"),
    "approve_letter": Label("Godkjenn brev", "approve a letter or return it"),
    "revise_letter": Label("Rett returnert brev", "revise a letter that the leader returned"),
    "ask_under_work": Label("Sette saken til under arbeid?", "set the case to in progress?"),
    "undelivered_letter": Label("Brev kom ikke fram", "a letter reached nobody: reach the recipient otherwise"),
    "undelivered_confirmation": Label(
        "Mottaksbekreftelsen kom ikke fram",
        "a confirmation reached nobody: send it anew or reach the recipient otherwise",
    ),
    "preliminary_reply": Label("Send foreløpig svar", "send a preliminary reply before the legal limit"),
}

OUTCOMES = {
    "new case": Label("Ny sak", "registered as a new case"),
    "existing case": Label("Eksisterende sak", "registered on an existing case"),
    "assigned": Label("Fordelt", "given to a caseworker"),
    "confirmed": Label("Bekreftet", "the confirmation was sent"),
    "reply letter": Label("Svarbrev", "answered by letter"),
    "journal note": Label("Journalnotat", "answered otherwise, as a journal note tells"),
    "no answer needed": Label("Krever ikke svar", "needs no answer"),
    "approved": Label("Godkjent", "approved"),
    "returned": Label("Tilbakesendt", "returned to the author"),
    "completed again": Label("Ferdigstilt på nytt", "completed once more"),
    "yes": Label("Ja", "yes"),
    "no": Label("Nei", "no"),
    "sent": Label("Sendt", "sent"),
    "sent anew": Label("Sendt på nytt", "another letter was written"),
    "reached otherwise": Label("Nådd på annen måte", "the recipient was reached in another way"),
}

DEADLINES = {
    "answer": Label("Frist for svar", "the inquiry is to be answered"),
    "opened": Label("Frist for åpning", "the letter is to be opened before it is printed"),
}

LETTERS = {
    "mottaksbekreftelse": Label("Mottaksbekreftelse", "confirmation that a referral was received"),
    "svarbrev": Label("Svarbrev", "reply letter that describes the further handling"),
    "forelopig_svar": Label("Foreløpig svar", "preliminary reply"),
}

FIELDS = {
    "responsible": Label("Saksbehandler", "caseworker of the case"),
    "subject": Label("Emne", "subject that a document is registered with"),
    "category": Label("Kategori", "category of a document"),
    "received": Label("Mottatt dato", "day on which the service received a document"),
    "dated": Label("Dokumentdato", "day on which a document was made"),
    "inbox": Label("Postbilde", "post inbox"),
    "directory": Label("Saksbehandlerdatabase", "caseworker directory"),
    "institution": Label("Skole eller barnehage", "school or kindergarten"),
    "birth_year": Label("Fødselsår", "year of birth"),
    "letters": Label("Korrespondanse", "letters on a case"),
    "notes": Label("Journalnotat", "journal note"),
    "stopped by hand": Label("Manuelt håndtert", "handled by hand, so that it is not printed"),
}
