"""What an office knows: cases, tasks, letters, deadlines and their kin, as immutable records (COR-02 to COR-05).

A record is the sum of the events about it; only the fold in ``saksgang.casework`` makes a new one.
Instants are aware UTC datetimes. ``facts`` hold what a routine knows beside the core's own fields: text, whole
numbers, truth values and lists or tables of these, so that a record read back from a journal equals the one written.
"""

from __future__ import annotations

import datetime as dt

from attrs import field, frozen

from saksgang.facts import Facts, kept

__all__ = [
    "Absence",
    "Case",
    "Contact",
    "Deadline",
    "Document",
    "Facts",
    "Failure",
    "Letter",
    "Note",
    "Request",
    "StaffMember",
    "Target",
    "Task",
]


@frozen
class Case:
    """A matter about one party, in a status that its routine declares (COR-02).

    Attributes:
        number: such as ``PPT-2026-00012``, unique in the office.
        party: whom it is about, as a register id, never a name.
        personal_number: what a search by personal number finds; ``""`` when unknown.
        responsible: the id of the caseworker, ``""`` when nobody is.
        new: true until the one responsible has looked at it.
        ended: true in a final status.
    """

    number: str
    routine: str
    type: str
    party: str
    personal_number: str
    status: str
    opened: dt.datetime
    responsible: str = ""
    new: bool = True
    ended: bool = False
    facts: Facts = field(factory=dict, converter=kept)


@frozen
class Document:
    """Something that came in; it lies in the post inbox until it is registered on a case.

    Attributes:
        received: the office's own local date of receipt, set by the system.
        dated: the date that the document itself bears.
        category: what the sender says it is; ``subject`` is what the office registered it as.
    """

    id: str
    routine: str
    sender: str
    party: str
    channel: str
    category: str
    received: dt.date
    dated: dt.date
    arrived: dt.datetime
    case: str = ""
    subject: str = ""
    facts: Facts = field(factory=dict, converter=kept)
    personal_number: str = ""


@frozen
class Task:
    """Work for a person or for a queue, a queue being a role and perhaps a section (COR-03).

    Attributes:
        about: the id of the document, letter or deadline concerned, ``""`` for the case itself.
        owner: who is to do it, ``""`` while it lies in the queue.
        done_by: who did it, which need not be the owner.
        state: ``open``, ``waiting``, ``done`` or ``cancelled``.
        rank: what work lists sort by: the due instant where there is one, else when it was created.
    """

    id: str
    routine: str
    case: str
    kind: str
    about: str
    owner: str
    role: str
    section: str
    created: dt.datetime
    rank: dt.datetime
    due: dt.datetime | None = None
    state: str = "open"
    reason: str = ""
    outcome: str = ""
    done_by: str = ""
    facts: Facts = field(factory=dict, converter=kept)


@frozen
class Letter:
    """An outbound letter on its way from draft to one final state (COR-04).

    Attributes:
        author: the staff id or rule that drafted it.
        needs_approval: as its template declares.
        body: the text as it stands; after sending, byte for byte what was sent.
        state: ``draft``, ``to approve``, ``returned``, ``approved``, ``sent``, ``available``, ``opened``,
            ``due for print``, ``printed``, ``posted``, ``stopped by hand`` or ``failed``.
        rounds: how many times it has been completed, approval rounds included.
        in_mailbox: whether it ever lay in the recipient's electronic mailbox.
    """

    id: str
    routine: str
    case: str
    template: str
    to: str
    author: str
    title: str
    body: str
    needs_approval: bool
    state: str = "draft"
    rounds: int = 0
    answers: str = ""
    in_mailbox: bool = False


@frozen
class Target:
    """One due time of a deadline.

    Attributes:
        name: ``due`` where there is one, else ``norm`` (service norm) and ``limit`` (legal limit).
        rule: the rule in words, as ``saksgang.legaltime.Rule`` reads it.
        due: the last minute that counts.
        state: ``running``, ``met``, ``missed`` or ``cancelled``.
    """

    name: str
    rule: str
    due: dt.datetime
    state: str = "running"


@frozen
class Deadline:
    """A ledger of one deadline: when it started, what moved it, how each target ended (COR-12).

    Attributes:
        about: the id of the letter, task or document concerned, ``""`` for the case itself.
        start: the instant that the rules count from.
        paused: since when it stands still, ``None`` while it runs.
    """

    id: str
    routine: str
    case: str
    kind: str
    about: str
    start: dt.datetime
    targets: tuple[Target, ...]
    paused: dt.datetime | None = None

    @property
    def running(self) -> bool:
        """Whether a target is still open, paused or not."""
        return "running" in [target.state for target in self.targets]

    def target(self, name: str) -> Target | None:
        """The target of that name, if the deadline has it."""
        named = [target for target in self.targets if target.name == name]
        return named[0] if named else None


@frozen
class Note:
    """A journal note on a case."""

    id: str
    routine: str
    case: str
    author: str
    written: dt.datetime
    text: str


@frozen
class Contact:
    """Somebody was in touch with the office, or the office with somebody (COR-05).

    Attributes:
        direction: ``in`` or ``out``.
        channel: ``personal``, ``telephone``, ``digital post``, ``letter``, ``e-mail``, ``self-service``,
            ``message`` or ``output manager``.
    """

    id: str
    routine: str
    case: str
    party: str
    direction: str
    channel: str
    about: str
    by: str
    received: dt.datetime
    facts: Facts = field(factory=dict, converter=kept)


@frozen
class Request:
    """Something asked of, or told to, a service outside, such as a register (BEN-05) or a handheld terminal (MSG-03).

    Attributes:
        service: as the routine declares it.
        about: what it concerns: an id, a period, whatever the routine needs to know the answer by.
        facts: what was asked or told.
        answered: when the answer came, ``None`` until then.
        answer: what came back, with the time stamp that ``answered`` is.
    """

    id: str
    routine: str
    case: str
    service: str
    about: str
    asked: dt.datetime
    facts: Facts = field(factory=dict, converter=kept)
    answered: dt.datetime | None = None
    answer: Facts = field(factory=dict, converter=kept)


@frozen
class Absence:
    """Days on which somebody is away, both included."""

    first: dt.date
    last: dt.date
    reason: str


@frozen
class StaffMember:
    """Somebody who works in the office (COR-07).

    Attributes:
        hours: working hours by weekday in words, such as ``mon-fri 08:00-15:30``.
        deputy: the id of who steps in, ``""`` for nobody.
        gone: no longer employed.
    """

    id: str
    name: str
    roles: tuple[str, ...]
    section: str = ""
    hours: str = "mon-fri 08:00-15:30"
    deputy: str = ""
    absences: tuple[Absence, ...] = ()
    gone: bool = False

    def away(self, day: dt.date) -> Absence | None:
        """The absence that covers that local day, if one does."""
        covering = [absence for absence in self.absences if absence.first <= day <= absence.last]
        return covering[0] if covering else None


@frozen
class Failure:
    """A handling that a plugin failed at, kept until somebody runs it again (PLG-05).

    Attributes:
        event: the id of the event that the plugin was asked about.
        error: the error in one line.
    """

    id: str
    routine: str
    case: str
    plugin: str
    hook: str
    event: str
    error: str
    open: bool = True
