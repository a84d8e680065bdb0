"""What letters ask for, what of it has come, and the reminders of it (BEN-08, BEN-14)."""

from __future__ import annotations

from saksgang.checks import Book, sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import (
    DeadlineMet,
    DocumentReceived,
    DocumentRegistered,
    LetterDrafted,
    LetterRevised,
    LetterSent,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReopened,
    TaskWaiting,
)
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_settings import ROUTINE

__all__ = ["RemindersEndWhenItCame", "Requests"]

ASKING, UNDER_WAY, FOLLOW_UP, DOCUMENTATION = "anmodning", "under oplysning", "follow_up", "documentation"
# Words of the central paragraphs, as a citizen reads them, and what answers each: of which category, or event, it is,
# and what a document says of itself that answers nothing else.
PARAGRAPHS = {
    "dokumentation fra din a-kasse": ("Dokumentation", "unemployment_fund"),
    "kontoudtog": ("Dokumentation", "bank_statement"),
    "overslag eller en regning": ("Dokumentation", "expense"),
    "tilmeldt som ledig på Jobnet": ("Kontaktforløb oprettet på ægtefælle", ""),
    "ægtefælles lønseddel": ("Lønseddel", ""),
}
OTHER_WORDS = ("", "")
KINDS = {kind for kind, _ in PARAGRAPHS.values()}
PAPERS = {name for _, name in PARAGRAPHS.values() if name}

Answer = tuple[str, str]


class Requests(Book):
    """What each letter that asks for something still waits for, and which letters the last document was the end of."""

    def __init__(self) -> None:
        self.missing: dict[str, set[Answer]] = {}
        self.just_answered: list[str] = []
        self.last: Answer = OTHER_WORDS
        self.last_for: set[str] = set()
        self._asked: dict[str, frozenset[Answer]] = {}
        self._letters: dict[str, list[str]] = {}
        self._came: dict[str, Answer] = {}

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """A letter asks for something."""
        if event.routine == ROUTINE and event.template == ASKING:
            self._letters.setdefault(event.case, []).append(event.letter)
            self._says(event.letter, event.body)

    @sees(LetterRevised)
    def revised(self, event: LetterRevised, recorded: Recorded) -> None:
        """For something else."""
        if event.letter in self._asked:
            self._says(event.letter, event.body)

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """From now on it is waited for."""
        if event.letter in self._asked:
            self.missing[event.letter] = set(self._asked[event.letter])

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """What a document is, by itself."""
        if event.routine == ROUTINE:
            matter = str(event.facts.get("matter", ""))
            kind = str(event.facts.get("event") or event.category)
            self._came[event.document] = (kind, matter if matter in PAPERS else "")

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """It is on a case, and may be what a letter waits for."""
        kind, matter = self._came.pop(event.document, (event.subject, ""))
        self.last = (event.subject if event.subject in KINDS else kind, matter)
        self.just_answered, self.last_for = [], self.waiting(event.case, self.last)
        for letter in self.last_for:
            waited_for = self.missing[letter]
            waited_for -= _answered(self.last, waited_for)
            if not waited_for:
                self.just_answered.append(letter)

    def waiting(self, case: str, came: Answer) -> set[str]:
        """The letters of a case that wait for what came, among other things."""
        return {letter for letter in self._letters.get(case, ()) if _answered(came, self.missing[letter])}

    @sees(StatusChanged, afterwards=True)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """On an ended case nothing is waited for."""
        if event.final:
            for letter in self._letters.pop(event.case, ()):
                del self.missing[letter], self._asked[letter]

    def _says(self, letter: str, body: str) -> None:
        found = frozenset(answer for words, answer in PARAGRAPHS.items() if words in body)
        self._asked[letter] = found or frozenset({OTHER_WORDS})
        self.missing[letter] = set(self._asked[letter])


def _answered(came: Answer, waited_for: set[Answer]) -> set[Answer]:
    kind, matter = came
    return {each for each in waited_for if each[0] == kind and matter in ("", each[1])}


class RemindersEndWhenItCame(AtOnce):
    """A reminder is closed, with that reason, when all that its letter asks for has come, and not before (BEN-14)."""

    id = "ben-reminders-end-when-it-came"
    requirements = ("BEN-14", "BEN-13")
    kind = "safety"
    sentence = (
        "When the last of what a letter asked for is registered on the case, a spouse's registration included, its "
        "reminder is closed at once with a reason; until then no rule closes it while the case is not fully informed, "
        "and the time to hand in is not met."
    )
    reads = Requests

    def use(self, book: Requests) -> None:
        """What has come."""
        self._requests = book

    def __init__(self) -> None:
        super().__init__()
        self._open: dict[str, dict[str, str]] = {}
        self._left: set[str] = set()
        self._informed: set[str] = set()

    @sees(TaskCreated, of=FOLLOW_UP)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """A reminder."""
        if event.routine == ROUTINE and event.about in self._requests.missing:
            self._open.setdefault(event.case, {})[event.task] = event.about

    @sees(TaskWaiting)
    def waits(self, event: TaskWaiting, recorded: Recorded) -> None:
        """One that a person left waiting stays (BEN-13)."""
        if recorded.actor.startswith("staff:"):
            self._left.add(event.task)

    @sees(TaskReopened)
    def goes_on(self, event: TaskReopened, recorded: Recorded) -> None:
        """It is worked on again."""
        self._left.discard(event.task)

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """Fully informed or later, there is nothing more to remind of."""
        if event.routine == ROUTINE and event.new != UNDER_WAY:
            self._informed.add(event.case)
        if event.final and event.case not in self._open:
            self._informed.discard(event.case)

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """The last of it is on the case."""
        for task, letter in self._open.get(event.case, {}).items():
            if letter in self._requests.just_answered and task not in self._left:
                self.owe(task, recorded)

    @sees(DeadlineMet, of=DOCUMENTATION)
    def met(self, event: DeadlineMet, recorded: Recorded) -> None:
        """The time is kept."""
        if event.about in self._requests.missing:
            held = not self._requests.missing[event.about]
            self.judge(held, recorded, f"The time of {event.about} was met, and not all of it had come.")

    @sees(TaskCompleted, TaskCancelled)
    def closed(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """The reminder is closed."""
        reminders = self._open.get(event.case)
        if reminders is None or event.task not in reminders:
            return
        del reminders[event.task]
        if not reminders:
            del self._open[event.case]
        self._left.discard(event.task)
        came = self.paid(event.task)
        by_rule = recorded.actor.startswith("rule:")
        if by_rule and not came and event.case not in self._informed:
            self.judged += 1
            self.broken(recorded, f"The reminder {event.task} was closed, and not all had come.")
        if came and type(event) is TaskCancelled and not event.reason.strip():
            self.broken(recorded, f"{event.task} was closed and nothing says why.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is still there."""
        return f"All that was asked for came and the reminder {key} is still open."
