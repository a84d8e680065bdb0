"""The words of the routine: Norwegian (nb) as staff see them, with their English meaning."""

from __future__ import annotations

from attrs import frozen

from saksgang_home_care_messages.names import DONE, IN_PROGRESS, NEW

__all__ = ["ALIASES", "DEADLINES", "FACTS", "OUTCOMES", "STATUSES", "STEPS", "TASKS", "Label", "canonical"]


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
    NEW: Label("Ny", "new: nobody has set it in progress or done"),
    IN_PROGRESS: Label("Under behandling", "in progress"),
    DONE: Label("Ferdig behandlet", "done"),
}

ALIASES = {"under saksbehandling": IN_PROGRESS, "ferdigbehandlet": DONE}
"""Other words of the source for the same statuses."""


def canonical(word: str) -> str:
    """The status that a word of the source stands for, whatever its capitals."""
    plain = word.lower()
    return ALIASES.get(plain, plain)


STEPS = {
    "read": Label("Les meldingen", "read the message"),
    "temporary_reply": Label("Send midlertidig svar", "send a temporary reply"),
    "forward": Label("Videreformidle meldingen", "forward the message"),
    "set_in_progress": Label("Sett til under behandling", "set it in progress"),
    "change_work_list": Label("Endre arbeidslisten", "change the work list, or state why that is not possible"),
    "tell_handheld": Label("Gi beskjed på håndterminalen", "tell the employee on the handheld terminal"),
    "check_facts": Label("Sjekk fakta", "check the facts and state what was found"),
    "handle": Label("Gjør det meldingen krever", "do what its content asks, and state what was done"),
    "answer_own_part": Label("Besvar det som gjelder egen tjeneste", "answer the part of the own service"),
    "answer_other_parts": Label("Besvar det som gjelder andre tjenester", "answer the parts of the other services"),
    "full_reply": Label("Send utfyllende svar", "send the full reply"),
    "decide": Label("Avgjør hva som skal gjøres", "decide what is done about it, and state it"),
    "decide_archive": Label("Vurder arkiv-/avvikssystem", "state whether the answer belongs in archive or deviations"),
    "set_done": Label("Sett til ferdig behandlet", "set it done"),
}

TASKS = {
    "handle_message": Label("Behandle melding", "work on a message: the steps of those who get it first"),
    "finish_message": Label("Fullfør melding", "work on a message that was passed on, up to its end"),
    "untaken_message": Label("Melding ingen har tatt", "see to a message that nobody took, before its deadline"),
}

OUTCOMES = {
    "done": Label("Ferdig behandlet", "the message is done"),
    "passed on": Label("Videreformidlet", "the steps that are left belong to others"),
    "part answered": Label("Del besvart", "the part of one service is answered"),
    "taken": Label("Tatt", "somebody has the message now"),
}

DEADLINES = {
    "first_reply": Label("Frist for første svar", "time for the first reply to the message"),
    "final_reply": Label("Frist for endelig svar", "time for the full answer to the message"),
    "step_in_time": Label(
        "Frist for et steg i behandlingen", "time for a step of the work, as the type of the message gives it"
    ),
    "untaken": Label("Frist for å ta meldingen", "time for somebody to take the message, before the leader is told"),
    "absence_begins": Label("Et meldt fravær begynner", "the day before somebody is away, as was told"),
}

FACTS = {
    "type": Label("Meldingstype", "type of the message"),
    "services": Label("Tjenester", "services that the message is for; the first one gets it"),
    "visit": Label("Besøkets start", "local start of the visit that is changed or cancelled"),
    "forwarded_to": Label("Videresendt til", "to whom the temporary reply says that it was forwarded"),
    "expected_time": Label("Forventet saksbehandlingstid", "expected handling time"),
    "write_to": Label("Rett mottaker", "to whom the message is to be written anew"),
    "employee": Label("Ansatt på besøket", "who would have made the visit"),
    "in_vain": Label("Bomtur", "a visit made in vain"),
    "handheld": Label("Håndterminal", "handheld terminal"),
    "worklist": Label("Arbeidsliste", "work list of a service's visits"),
}
