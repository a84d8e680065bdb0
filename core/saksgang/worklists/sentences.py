"""The sentences of a history in three languages, one a kind of event (COR-01, COR-06).

Our own texts over our own fields: what comes from outside is only ever filled in, never read as a text to fill.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

__all__ = ["LANGUAGES", "Language"]


@frozen
class Language:
    """How a history is told in a language.

    Attributes:
        nobody: what stands where a field is empty.
        queue: whose a task is that has no owner.
        matter: what a contact or a question to a service is about, left out where it is about nothing in particular.
        targets: what the target of a deadline is called.
        sentences: by type of event, with its fields in braces, ``whom`` for whose a task is, and ``matter``.
    """

    nobody: str
    queue: str
    matter: str
    targets: Mapping[str, str]
    sentences: Mapping[str, str]


ENGLISH = Language(
    "nobody",
    "the queue of {queue}",
    " about {about}",
    {"due": "due", "norm": "norm", "limit": "limit"},
    {
        "CaseAmended": "Facts changed: {facts}",
        "CaseAssigned": "Case went to {to}, before that {previous}",
        "CaseOpened": "Case opened as {type} about {party}, status {status}",
        "CaseSeen": "Case looked at by {by}",
        "ContactRecorded": "Contact {contact} ({direction}, {channel}) with {party}{matter}, kept by {by}",
        "DeadlineCancelled": "Deadline {deadline} ({kind}): {target} no longer needed",
        "DeadlineExtended": "Deadline {deadline}: {target} extended to {due}",
        "DeadlineMet": "Deadline {deadline} ({kind}): {target} met, due {due}",
        "DeadlineMissed": "Deadline {deadline} ({kind}): {target} missed, due {due}",
        "DeadlinePaused": "Deadline {deadline} paused",
        "DeadlineResumed": "Deadline {deadline} runs again",
        "DeadlineStarted": "Deadline {deadline} ({kind}) started, counted from {start}",
        "DispatchFailed": "Order {key} was not taken by {port} and goes again later: {error}",
        "DocumentReceived": "Document {document} received from {sender} by {channel}: {category}, dated {dated}",
        "DocumentRegistered": "Document {document} registered as {subject} by {by}",
        "HandlingFailed": "Plugin {plugin} failed in hook {hook} at event {event}: {error}",
        "HandlingRetried": "Failed handling {failure} run again and went through",
        "LetterApproved": "Letter {letter} approved by {by}",
        "LetterAvailable": "Letter {letter} lies in the recipient's electronic mailbox",
        "LetterCompleted": "Letter {letter} ({template}) completed by {by}, round {round}",
        "LetterDrafted": "Letter {letter} ({template}) to {to} drafted by {author}",
        "LetterFailed": "Letter {letter} could not be delivered",
        "LetterOpened": "Letter {letter} opened by the recipient",
        "LetterPosted": "Letter {letter} posted on paper",
        "LetterPrintOrdered": "Letter {letter} ordered from the print service",
        "LetterPrinted": "Letter {letter} printed",
        "LetterReturned": "Letter {letter} returned by {by} with the comments: {comments}",
        "LetterRevised": "Letter {letter} revised by {by}",
        "LetterSent": "Letter {letter} ({template}) sent to the electronic mailbox of {to}",
        "LetterStopped": "Letter {letter} stopped by {by}",
        "MailboxMissing": "Letter {letter}: the recipient has no electronic mailbox",
        "NoteWritten": "Note {note} written by {by}: {text}",
        "OfficeOpened": "Office of {municipality} opened",
        "ServiceAnswered": "Service {service} answered {request}{matter}: {facts}",
        "ServiceAsked": "Service {service} asked ({request}){matter}: {facts}",
        "StaffAbsent": "{staff} is away",
        "StaffGone": "{staff} no longer works here",
        "StaffReturned": "{staff} is back from {day} on",
        "StatusChanged": "Status went from {old} to {new}",
        "TaskCancelled": "Task {task} ({kind}) cancelled",
        "TaskCompleted": "Task {task} ({kind}) done by {by}, outcome {outcome}",
        "TaskCreated": "Task {task} ({kind}) for {whom}",
        "TaskReassigned": "Task {task} went to {whom}",
        "TaskReopened": "Task {task} goes on",
        "TaskTaken": "Task {task} taken by {by}, before that {previous}",
        "TaskWaiting": "Task {task} left waiting by {by}",
    },
)

NORWEGIAN = Language(
    "ingen",
    "køen til {queue}",
    " om {about}",
    {"due": "fristen", "norm": "normen", "limit": "lovfristen"},
    {
        "CaseAmended": "Opplysninger endret: {facts}",
        "CaseAssigned": "Saksbehandler: {to} (tidligere {previous})",
        "CaseOpened": "Sak opprettet som {type} om {party}, status {status}",
        "CaseSeen": "Saken ble sett av {by}",
        "ContactRecorded": "Kontakt {contact} ({direction}, {channel}) med {party}{matter}, ført av {by}",
        "DeadlineCancelled": "Frist {deadline} ({kind}): {target} er ikke lenger nødvendig",
        "DeadlineExtended": "Frist {deadline}: {target} forlenget til {due}",
        "DeadlineMet": "Frist {deadline} ({kind}): {target} holdt, forfall {due}",
        "DeadlineMissed": "Frist {deadline} ({kind}): {target} er ute, forfall {due}",
        "DeadlinePaused": "Frist {deadline} står stille",
        "DeadlineResumed": "Frist {deadline} løper igjen",
        "DeadlineStarted": "Frist {deadline} ({kind}) begynte å løpe, regnet fra {start}",
        "DispatchFailed": "Oppdrag {key} ble ikke tatt imot av {port} og sendes igjen senere: {error}",
        "DocumentReceived": "Dokument {document} mottatt fra {sender}, kanal {channel}: {category}, datert {dated}",
        "DocumentRegistered": "Dokument {document} journalført som {subject} av {by}",
        "HandlingFailed": "Tillegget {plugin} feilet i {hook} ved hendelse {event}: {error}",
        "HandlingRetried": "Behandlingen {failure}, som feilet, ble kjørt på nytt og gikk bra",
        "LetterApproved": "Brev {letter} godkjent av {by}",
        "LetterAvailable": "Brev {letter} ligger i mottakerens digitale postkasse",
        "LetterCompleted": "Brev {letter} ({template}) ferdigstilt av {by}, runde {round}",
        "LetterDrafted": "Brev {letter} ({template}) til {to} skrevet av {author}",
        "LetterFailed": "Brev {letter} kunne ikke leveres",
        "LetterOpened": "Brev {letter} åpnet av mottakeren",
        "LetterPosted": "Brev {letter} sendt på papir",
        "LetterPrintOrdered": "Brev {letter} bestilt hos utskriftstjenesten",
        "LetterPrinted": "Brev {letter} skrevet ut",
        "LetterReturned": "Brev {letter} returnert av {by} med kommentarene: {comments}",
        "LetterRevised": "Brev {letter} endret av {by}",
        "LetterSent": "Brev {letter} ({template}) sendt til den digitale postkassen til {to}",
        "LetterStopped": "Brev {letter} stoppet av {by}",
        "MailboxMissing": "Brev {letter}: mottakeren har ikke digital postkasse",
        "NoteWritten": "Notat {note} skrevet av {by}: {text}",
        "OfficeOpened": "Kontoret i {municipality} åpnet",
        "ServiceAnswered": "Tjenesten {service} svarte på {request}{matter}: {facts}",
        "ServiceAsked": "Tjenesten {service} spurt ({request}){matter}: {facts}",
        "StaffAbsent": "{staff} er borte",
        "StaffGone": "{staff} arbeider ikke lenger her",
        "StaffReturned": "{staff} er tilbake fra {day}",
        "StatusChanged": "Status gikk fra {old} til {new}",
        "TaskCancelled": "Oppgave {task} ({kind}) bortfalt",
        "TaskCompleted": "Oppgave {task} ({kind}) utført av {by}, utfall {outcome}",
        "TaskCreated": "Oppgave {task} ({kind}) til {whom}",
        "TaskReassigned": "Oppgave {task} gikk til {whom}",
        "TaskReopened": "Oppgave {task} tas opp igjen",
        "TaskTaken": "Oppgave {task} tatt av {by} (tidligere {previous})",
        "TaskWaiting": "Oppgave {task} satt på vent av {by}",
    },
)

DANISH = Language(
    "ingen",
    "køen hos {queue}",
    " om {about}",
    {"due": "fristen", "norm": "normen", "limit": "lovfristen"},
    {
        "CaseAmended": "Oplysninger ændret: {facts}",
        "CaseAssigned": "Sagsbehandler: {to} (tidligere {previous})",
        "CaseOpened": "Sag oprettet som {type} om {party}, status {status}",
        "CaseSeen": "Sagen blev set af {by}",
        "ContactRecorded": "Kontakt {contact} ({direction}, {channel}) med {party}{matter}, noteret af {by}",
        "DeadlineCancelled": "Frist {deadline} ({kind}): {target} er ikke længere nødvendig",
        "DeadlineExtended": "Frist {deadline}: {target} forlænget til {due}",
        "DeadlineMet": "Frist {deadline} ({kind}): {target} overholdt, forfald {due}",
        "DeadlineMissed": "Frist {deadline} ({kind}): {target} er udløbet, forfald {due}",
        "DeadlinePaused": "Frist {deadline} står stille",
        "DeadlineResumed": "Frist {deadline} løber igen",
        "DeadlineStarted": "Frist {deadline} ({kind}) begyndte at løbe, regnet fra {start}",
        "DispatchFailed": "Ordre {key} blev ikke taget imod af {port} og sendes igen senere: {error}",
        "DocumentReceived": "Dokument {document} modtaget fra {sender}, kanal {channel}: {category}, dateret {dated}",
        "DocumentRegistered": "Dokument {document} journaliseret som {subject} af {by}",
        "HandlingFailed": "Tilføjelsen {plugin} fejlede i {hook} ved hændelse {event}: {error}",
        "HandlingRetried": "Behandlingen {failure}, som fejlede, blev kørt igen og gik godt",
        "LetterApproved": "Brev {letter} godkendt af {by}",
        "LetterAvailable": "Brev {letter} ligger i modtagerens digitale postkasse",
        "LetterCompleted": "Brev {letter} ({template}) færdiggjort af {by}, runde {round}",
        "LetterDrafted": "Brev {letter} ({template}) til {to} skrevet af {author}",
        "LetterFailed": "Brev {letter} kunne ikke leveres",
        "LetterOpened": "Brev {letter} åbnet af modtageren",
        "LetterPosted": "Brev {letter} sendt på papir",
        "LetterPrintOrdered": "Brev {letter} bestilt hos printtjenesten",
        "LetterPrinted": "Brev {letter} udskrevet",
        "LetterReturned": "Brev {letter} returneret af {by} med kommentarerne: {comments}",
        "LetterRevised": "Brev {letter} ændret af {by}",
        "LetterSent": "Brev {letter} ({template}) sendt til {to}s digitale postkasse",
        "LetterStopped": "Brev {letter} stoppet af {by}",
        "MailboxMissing": "Brev {letter}: modtageren har ikke digital postkasse",
        "NoteWritten": "Notat {note} skrevet af {by}: {text}",
        "OfficeOpened": "Kontoret i {municipality} åbnet",
        "ServiceAnswered": "Tjenesten {service} svarede på {request}{matter}: {facts}",
        "ServiceAsked": "Tjenesten {service} spurgt ({request}){matter}: {facts}",
        "StaffAbsent": "{staff} er fraværende",
        "StaffGone": "{staff} arbejder her ikke længere",
        "StaffReturned": "{staff} er tilbage fra {day}",
        "StatusChanged": "Status gik fra {old} til {new}",
        "TaskCancelled": "Opgave {task} ({kind}) bortfaldet",
        "TaskCompleted": "Opgave {task} ({kind}) udført af {by}, udfald {outcome}",
        "TaskCreated": "Opgave {task} ({kind}) til {whom}",
        "TaskReassigned": "Opgave {task} gik til {whom}",
        "TaskReopened": "Opgave {task} tages op igen",
        "TaskTaken": "Opgave {task} taget af {by} (tidligere {previous})",
        "TaskWaiting": "Opgave {task} sat på vent af {by}",
    },
)

LANGUAGES: Mapping[str, Language] = {"en": ENGLISH, "nb": NORWEGIAN, "da": DANISH}
