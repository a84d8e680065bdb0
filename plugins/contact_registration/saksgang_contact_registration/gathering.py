"""Many letters of one kind on a day: counted on a case of their own and registered as one batch (REG-10)."""

from __future__ import annotations

import datetime as dt

from saksgang.commands import AmendCase, Answer, ChangeStatus, OpenCase, RecordContact, StartDeadline
from saksgang.deciding import Decisions
from saksgang.events import CaseOpened, DeadlineMissed
from saksgang.journal.record import Recorded
from saksgang.records import Case
from saksgang.view import View
from saksgang_contact_registration.looking import batches_of, registration_in
from saksgang_contact_registration.names import BATCH_TYPE, ROUTINE
from saksgang_contact_registration.rules_once import elements

__all__ = ["ANSWERS", "GATHERING", "REGISTERED", "count_at_the_end_of_the_day", "gathered", "register_batch"]

GATHERING, REGISTERED = "samles", "registreret"
_NOON = dt.time(12)


def gathered(command: RecordContact, view: View) -> list[Answer]:
    """One letter more on the batch of its kind and day, which the first one begins (REG-10).

    The batch says of each letter which one of its letters it is, so that the letter is known when it is printed.
    """
    kind = "|".join(elements(registration_in(command, view)))
    day, letter = str(command.facts["day"]), str(command.facts["source"])
    batch = next((case for case in _gathering(view) if (case.facts["kind"], case.facts["day"]) == (kind, day)), None)
    if batch is not None:
        count = batch.facts["count"]
        assert isinstance(count, int)
        return [Answer(AmendCase(batch.number, {"count": count + 1, letter: count + 1}), "REG-10")]
    facts = {
        "kind": kind,
        "day": day,
        "count": 1,
        letter: 1,
        "direction": command.direction,
        "channel": command.channel,
        "area": command.about,
        "facts": {name: value for name, value in command.facts.items() if name not in _ONE_LETTERS_OWN},
    }
    party = batches_of(str(command.facts["department"]))
    return [Answer(OpenCase(ROUTINE, BATCH_TYPE, party, facts=facts), "REG-10")]


_ONE_LETTERS_OWN = ("source", "ended_by")


def _gathering(view: View) -> list[Case]:
    """The batches that are open: cases of nobody, since no person works on them."""
    return [case for case in view.cases_of("") if case.routine == ROUTINE]


def count_at_the_end_of_the_day(event: CaseOpened, _recorded: Recorded, view: View) -> list[Answer]:
    """A batch ends with its day (REG-10)."""
    start = view.almanac.instant(view.today - dt.timedelta(days=1), _NOON)
    deadline = StartDeadline("batch_closes", event.case, {"due": "1 day, end of day"}, start=start)
    return [Answer(deadline, "REG-10")]


def register_batch(event: DeadlineMissed, _recorded: Recorded, view: View) -> list[Answer]:
    """The day is over: the batch is registered with its count (REG-10)."""
    case = view.case(event.case)
    kept = case.facts["facts"]
    assert isinstance(kept, dict)
    facts = {**kept, "source": case.number, "batch": case.number, "count": case.facts["count"]}
    direction, channel, area = (str(case.facts[name]) for name in ("direction", "channel", "area"))
    return [
        Answer(RecordContact(ROUTINE, case.party, direction, channel, area, facts=facts), "REG-10"),
        Answer(ChangeStatus(case.number, REGISTERED, "counted up at the end of the day"), "REG-10"),
    ]


ANSWERS: Decisions = {CaseOpened: [count_at_the_end_of_the_day], DeadlineMissed: [register_batch]}
