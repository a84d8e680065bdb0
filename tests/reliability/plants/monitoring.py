"""Bugs planted in long-term monitoring: review dates, limitation, the finance system."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from saksgang.commands import Answer, Command, CreateTask, OpenCase, StartDeadline
from saksgang.events import CaseAmended, CaseOpened, DeadlineMissed, StatusChanged
from saksgang.journal.record import Recorded
from saksgang.records import Case
from saksgang.view import View
from saksgang_long_term_monitoring import (
    claims,
    closing,
    lapsing,
    monitoring,
    opening,
    overruling,
    refusing_cases,
    simulation,
)
from saksgang_long_term_monitoring.claims import claims_of
from saksgang_long_term_monitoring.looking import morning
from saksgang_long_term_monitoring.names import ROUTINE
from saksgang_sim.behaviour import Occasion
from tests.reliability.plants.planting import Plant, Setting, Swap

__all__ = ["PLANTS"]

DEBTS = Setting("long_term_monitoring")

right_import = simulation.imported
right_claim = simulation._claim
right_wake = monitoring.wake
right_put = monitoring.put_under_monitoring


def off_the_weekend(view: View, case: str, interval: str, rule: str) -> Answer:
    """The review is moved to a working day."""
    start = morning(view, view.today)
    targets = {"due": f"{interval}, moved to a working day"}
    return Answer(StartDeadline("review", case, targets, about="review", start=start), rule)


def never_too_late(view: View, case: Case, day: dt.date, overrule: str, how: str) -> str | None:
    """Nobody thinks of limitation."""
    return None


def stopped_ones_too(facts: Mapping[str, Any]) -> list[str]:
    """Every open claim."""
    return [claim.id for claim in claims_of(facts) if claim.open]


def put_aside_for_good(event: StatusChanged, recorded: Recorded, view: View) -> list[Answer]:
    """Without a next review."""
    return [each for each in right_put(event, recorded, view) if not isinstance(each.command, StartDeadline)]


def woken_and_forgotten(event: StatusChanged, recorded: Recorded, view: View) -> list[Answer]:
    """Nobody is asked for the next measure."""
    return [each for each in right_wake(event, recorded, view) if not isinstance(each.command, CreateTask)]


def older(occasion: Occasion, today: dt.date, n: int) -> dict[str, Any]:
    """The finance system hands over claims that are half a year older than usual."""
    return right_claim(occasion, today - dt.timedelta(days=180), n)


def handed_over_again(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """Now and then the finance system hands over what it has handed over before."""
    known = view.open_cases(ROUTINE)
    if not known or not occasion.luck.chance(0.1, "again"):
        return right_import(occasion, view)
    case = known[occasion.luck.integer(0, len(known) - 1, "which")]
    return "system:finance", OpenCase(ROUTINE, case.type, case.party, case.personal_number, dict(case.facts))


def always_new(command: OpenCase, view: View) -> str | None:
    """Nobody looks whether the claims are on a case already."""
    return None


def not_listed(event: DeadlineMissed, recorded: Recorded, view: View) -> list[Answer]:
    """A claim that lapses soon is on nobody's list."""
    return []


def given_to_nobody(event: CaseOpened, recorded: Recorded, view: View) -> list[Answer]:
    """The name that came with it is passed over."""
    return []


def nobody_closes(event: CaseAmended, recorded: Recorded, view: View) -> list[Answer]:
    """What is settled stays open."""
    return []


PLANTS = (
    Plant(
        "a-settled-case-nobody-closes",
        "The last claim of a case is paid, and nobody is told that it can be closed.",
        "mon-settled-cases-are-to-be-closed",
        Setting("long_term_monitoring", start=dt.date(2026, 1, 30)),
        (Swap(closing.ask_to_close, nobody_closes),),
    ),
    Plant(
        "an-imported-case-with-nobody",
        "A case from the finance system is given to nobody, although it came with a name.",
        "mon-imported-cases-have-their-caseworker",
        DEBTS,
        (Swap(opening.give_to_caseworker, given_to_nobody),),
    ),
    Plant(
        "an-import-counted-twice",
        "Claims that the finance system hands over again open a second case.",
        "mon-claims-come-in-once",
        Setting("long_term_monitoring", around=(Swap(right_import, handed_over_again),)),
        (Swap(refusing_cases.imported_before, always_new),),
    ),
    Plant(
        "a-review-moved-by-a-weekend",
        "A review that would come up on a Saturday, Sunday or holiday is moved to the next working day.",
        "mon-the-next-review-is-counted-in-months",
        DEBTS,
        (Swap(monitoring.next_review, off_the_weekend),),
    ),
    Plant(
        "limitation-ignored",
        "A case is put aside beyond the day on which a claim lapses, and nobody is warned.",
        "mon-no-review-comes-too-late",
        DEBTS,
        (Swap(overruling.too_late, never_too_late),),
    ),
    Plant(
        "stopped-claims-asked-about",
        "The finance system is asked about claims that are on stop, too.",
        "mon-stopped-claims-are-never-asked-about",
        Setting("long_term_monitoring", start=dt.date(2026, 1, 30)),
        (Swap(claims.to_ask, stopped_ones_too),),
    ),
    Plant(
        "put-aside-for-good",
        "A case is put under monitoring without a date for its review.",
        "mon-the-cycle-never-dies",
        DEBTS,
        (Swap(right_put, put_aside_for_good),),
    ),
    Plant(
        "woken-and-forgotten",
        "A case is woken and nobody is asked what to do with it.",
        "mon-woken-cases-ask-for-a-measure",
        DEBTS,
        (Swap(right_wake, woken_and_forgotten),),
    ),
    Plant(
        "a-lapsing-claim-not-listed",
        "Four months before a claim lapses nobody is told.",
        "mon-claims-are-listed-in-time",
        Setting("long_term_monitoring", around=(Swap(right_claim, older),)),
        (Swap(lapsing.list_in_time, not_listed),),
    ),
)
