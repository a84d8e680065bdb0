"""The words of the routine: Danish (da) as staff and citizens see them, with their English meaning."""

from __future__ import annotations

from attrs import frozen

from saksgang_benefits.haendelser import ROWS

__all__ = [
    "DEADLINES",
    "FIELDS",
    "LETTERS",
    "OUTCOMES",
    "PAYMENTS",
    "SERVICES",
    "SPOUSE",
    "STATED",
    "STATUSES",
    "TASKS",
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
    "modtaget": Label("Modtaget", "received: nobody has begun to work on it"),
    "under oplysning": Label("Under oplysning", "being informed"),
    "fuldt oplyst": Label("Fuldt oplyst", "fully informed, to be decided"),
    "bevilget": Label("Bevilget", "granted"),
    "afslået": Label("Afslået", "refused"),
    "afsluttet": Label("Afsluttet", "closed"),
    "arkiveret": Label("Afsluttet", "closed, and nothing left to pay"),
}

TASKS = {
    "create_case": Label("Opret sag", "create the case for a document, or put it on one"),
    "handle_application": Label("Behandl ansøgning", "inform a new case"),
    "review_document": Label("Behandl indsendt dokumentation", "look at documentation that was uploaded"),
    **{row.name: Label(row.name, f"event {row.id} of {row.source_system}") for row in ROWS},
    "follow_up": Label("Opfølgning på frist", "check whether what was asked for has come"),
    "decide": Label("Træf afgørelse", "grant or refuse"),
    "decision_letter": Label("Send afgørelse", "send the decision letter"),
    "undelivered_letter": Label("Brev kom ikke frem", "a letter reached nobody: send it anew, or reach them otherwise"),
    "payslip": Label("Behandl lønseddel", "report the income of a payslip and recalculate"),
    "payment_held": Label("Udbetaling tilbageholdt", "a month has waited too long for its payslip"),
    "payment_rejected": Label("Udbetaling afvist", "the payment service did not take a payment"),
    "unclear_answer": Label("Uklart svar udefra", "a register or the payment service told what cannot be"),
    "no_amount": Label("Beløb kan ikke beregnes", "a granted month has no amount"),
}

OUTCOMES = {
    "new case": Label("Ny sag", "registered as a new case"),
    "existing case": Label("Eksisterende sag", "registered on an existing case"),
    "informed": Label("Fuldt oplyst", "the case is fully informed"),
    "more needed": Label("Mangler oplysninger", "something is still missing, and was asked for"),
    "noted": Label("Noteret", "taken note of"),
    "granted": Label("Bevilget", "granted"),
    "refused": Label("Afslået", "refused"),
    "sent": Label("Sendt", "sent"),
    "sent anew": Label("Sendt på ny", "the same letter was sent anew"),
    "reached otherwise": Label("Nået på anden måde", "the recipient was told otherwise, such as by telephone"),
    "income reported": Label("Indtægt indberettet", "the income is in the calculation"),
    "not usable": Label("Kan ikke bruges", "the payslip cannot be used"),
    "looked into": Label("Undersøgt", "somebody has seen to it"),
    "send again": Label("Send igen", "order the payment again"),
}

DEADLINES = {
    "documentation": Label("Frist for dokumentation", "what was asked for is to be handed in"),
    "reminder": Label("Påmindelse", "the first working day after the time has not begun yet"),
    "payment": Label("Udbetalingsdag", "the last bank day of the month"),
    "held": Label("Tilbageholdt udbetaling", "how long a month is held before somebody is told"),
}

LETTERS = {
    "anmodning": Label("Anmodning om oplysninger", "request for what is missing"),
    "afgorelse_bevilling": Label("Afgørelse om bevilling", "decision: granted"),
    "afgorelse_afslag": Label("Afgørelse om afslag", "decision: refused"),
    "udbetalingsspecifikation": Label("Udbetalingsspecifikation", "payment specification"),
}

SERVICES = {
    "eIndkomst": Label("eIndkomst", "the income register"),
    "Jobnet": Label("Jobnet", "the job portal"),
    "folkeregister": Label("Folkeregister", "the population register"),
    "betaling": Label("Udbetaling", "the payment service"),
}

PAYMENTS = {
    "ordered": Label("Under udbetaling", "ordered from the payment service"),
    "paid": Label("Udbetalt", "paid"),
    "rejected": Label("Afvist", "rejected by the payment service"),
    "nothing to pay": Label("Intet beløb", "nothing to pay"),
    "settled by hand": Label("Afklaret", "settled by hand after a rejection"),
    "held": Label("Afventer lønseddel", "held until the payslip has come"),
    "released": Label("Udbetales næste gang", "no longer held, and paid on the next payment day"),
}

SPOUSE = {
    "no spouse": Label("Ingen ægtefælle", "no spouse"),
    "complies": Label("Står til rådighed", "available for the labour market"),
    "not yet registered": Label("Ikke tilmeldt Jobnet", "not registered yet"),
    "refuses": Label("Ønsker ikke at stå til rådighed", "will not register"),
}

STATED = {
    "not stated": Label("Ikke oplyst", "the citizen has not said, which is reckoned as no"),
}

FIELDS = {
    "supplementary": Label("Supplerende", "supplements the spouse's pay"),
    "differences": Label("Uoverensstemmelser", "what citizen and register tell differently"),
    "calculation": Label("Beregningsgrundlag", "basis of calculation"),
    "income": Label("Indtægt", "income of a month, from its payslip"),
    "hold": Label("Tilbageholdt", "month held for its payslip"),
    "payment": Label("Udbetaling", "payment of a month"),
    "postings": Label("Kontering", "accounts that a payment is posted to"),
    "stop_month": Label("Ophørsmåned", "last month that is paid"),
    "decision": Label("Afgørelse", "decision"),
    "spouse_refuses": Label("Ægtefælle ønsker ikke tilmelding", "the spouse will not register"),
    "spouse_registered_on": Label("Ægtefælle tilmeldt", "day on which the spouse registered"),
}
