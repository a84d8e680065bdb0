"""A deadline is a ledger: started, paused, resumed, extended, met, missed, cancelled, each with a reason (COR-12)."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.casework import passed
from saksgang.commands import (
    CancelDeadline,
    Command,
    ExtendDeadline,
    MeetDeadline,
    OpenCase,
    PauseDeadline,
    ResumeDeadline,
    StartDeadline,
)
from saksgang.errors import InputRefused
from saksgang.events import (
    DeadlineCancelled,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlinePaused,
    DeadlineResumed,
    DeadlineStarted,
)
from saksgang.records import Deadline, Target
from tests.core.casework.ground import CASE, Ground, ground, targets
from tests.core.small_office import utc

D = f"{CASE}/deadline-1"
BOTH = StartDeadline("answer", CASE, {"norm": "2 working days", "limit": "3 days"})
TEN = utc("2026-04-07 10:00")
NINTH, TENTH = utc("2026-04-09 10:00"), utc("2026-04-10 10:00")
NORM, LIMIT = Target("norm", "2 working days", NINTH), Target("limit", "3 days", TENTH)


def deadline(office: Ground) -> Deadline:
    return office.state.deadlines[D]


def test_cor_12_a_deadline_starts_with_its_targets() -> None:
    """Each is reckoned from now, or from the start that is named, and bears its rule."""
    office = ground()

    assert office.do(BOTH) == [DeadlineStarted("bygg", CASE, D, "answer", "", TEN, (NORM, LIMIT))]
    assert deadline(office) == Deadline(D, "bygg", CASE, "answer", "", TEN, (NORM, LIMIT))
    earlier = StartDeadline("answer", CASE, {"due": "1 day, end of day"}, "x", utc("2026-04-01 09:00"))
    office.do(earlier)
    second = office.state.deadlines[f"{CASE}/deadline-2"]
    assert (second.about, second.start, targets(second)) == ("x", earlier.start, {"due": ("04-02 23:59", "running")})


def test_plg_04_what_stands_on_no_case_is_numbered_in_its_routine() -> None:
    """How many there are elsewhere does not change it."""
    office = ground(BOTH, *[StartDeadline("answer", "", {"due": "1 day"}, routine="bygg")] * 2)

    assert [each.id for each in office.state.deadlines.of("bygg")] == ["bygg/deadline-1", "bygg/deadline-2"]


def test_cor_12_a_norm_ends_with_its_limit() -> None:
    """A service norm that would be later than the legal limit is due with it, wherever the limit stands."""
    for order in ({"norm": "15 working days", "limit": "3 days"}, {"limit": "3 days", "norm": "15 working days"}):
        office = ground(StartDeadline("answer", CASE, order))

        assert targets(deadline(office)) == {"norm": ("04-10 10:00", "running"), "limit": ("04-10 10:00", "running")}
        assert list(targets(deadline(office))) == list(order)


def test_cor_12_a_pause_keeps_since_when() -> None:
    """A second pause and a resumption of what runs say nothing."""
    office = ground(BOTH)

    assert office.do(ResumeDeadline(D, "r")) == []
    assert office.do(PauseDeadline(D, "mangler kart")) == [DeadlinePaused("bygg", CASE, D, "mangler kart")]
    assert office.at("2026-04-08 12:00").do(PauseDeadline(D, "r")) == []
    assert deadline(office).paused == TEN
    assert deadline(office).running


@pytest.mark.parametrize(
    ("rules", "back", "due"),
    [
        ({"due": "5 hours"}, "2026-04-07 12:30", {"due": "04-07 17:30"}),
        ({"due": "48 hours, end of day"}, "2026-04-07 15:00", {"due": "04-10 23:59"}),
        ({"due": "48 hours, moved to a working day"}, "2026-04-09 10:00", {"due": "04-13 10:00"}),
        ({"due": "2 days, moved to a working day"}, "2026-04-09 10:00", {"due": "04-13 10:00"}),
        ({"due": "3 days"}, "2026-04-07 18:00", {"due": "04-10 10:00"}),
        ({"due": "3 days"}, "2026-04-10 08:00", {"due": "04-13 10:00"}),
        # the three working days 8, 9 and 10 April after the ninth are 10, 13 and 14 April
        ({"due": "2 working days"}, "2026-04-10 08:00", {"due": "04-14 10:00"}),
        (
            {"norm": "2 working days", "limit": "10 days"},
            "2026-04-10 08:00",
            {"norm": "04-14 10:00", "limit": "04-20 10:00"},
        ),
        (
            {"norm": "2 working days", "limit": "3 days"},
            "2026-04-10 08:00",
            {"norm": "04-13 10:00", "limit": "04-13 10:00"},
        ),
    ],
)
def test_cor_12_after_a_pause_as_much_is_left_as_before(rules: dict[str, str], back: str, due: dict[str, str]) -> None:
    """Each target moves in its own kind of time, and the norm still ends with the limit at the latest."""
    office = ground(StartDeadline("answer", CASE, rules), PauseDeadline(D, "p")).at(back)
    (event,) = office.do(ResumeDeadline(D, "kom"))

    assert targets(deadline(office)) == {name: (when, "running") for name, when in due.items()}
    assert deadline(office).paused is None
    assert event == DeadlineResumed("bygg", CASE, D, deadline(office).targets, "kom")


def test_cor_12_a_limit_that_is_over_holds_no_norm_back() -> None:
    """Where the limit alone was cancelled, the norm moves by the whole pause."""
    office = ground(BOTH, CancelDeadline(D, "gjelder ikke", "limit"), PauseDeadline(D, "p")).at("2026-04-17 08:00")
    office.do(ResumeDeadline(D, "kom"))

    assert targets(deadline(office))["norm"] == ("04-21 10:00", "running")


def test_cor_12_a_pause_moves_only_what_still_runs() -> None:
    """A target that is met stays where it was."""
    office = ground(BOTH, MeetDeadline(D, "svar", "norm"), PauseDeadline(D, "p")).at("2026-04-10 08:00")
    office.do(ResumeDeadline(D, "kom"))

    assert targets(deadline(office)) == {"norm": ("04-09 10:00", "met"), "limit": ("04-13 10:00", "running")}


@pytest.mark.parametrize(
    ("rules", "by", "due"),
    [
        ({"due": "2 working days"}, "1 week", "04-16 10:00"),
        ({"due": "2 working days"}, "5 hours", "04-09 15:00"),
        ({"norm": "2 working days", "limit": "3 days"}, "1 working day", "04-10 10:00"),  # up to the limit itself
    ],
)
def test_cor_12_a_target_is_moved_later(rules: dict[str, str], by: str, due: str) -> None:
    """Counted from its due time; other targets stay."""
    office = ground(StartDeadline("answer", CASE, rules))
    name, *others = rules
    (event,) = office.do(ExtendDeadline(D, name, by, "sykdom"))

    assert targets(deadline(office)) == {
        name: (due, "running"),
        **dict.fromkeys(others, ("04-10 10:00", "running")),
    }
    moved = deadline(office).target(name)
    assert moved is not None
    assert event == DeadlineExtended("bygg", CASE, D, name, moved.due, "sykdom")


@pytest.mark.parametrize(
    ("name", "met"),
    [("norm", {"norm"}), ("limit", {"limit"}), ("", {"norm", "limit"}), ("due", set())],
)
def test_cor_12_the_target_named_ends_or_all_that_are_open(name: str, met: set[str]) -> None:
    """Met or cancelled, each target has its own event; what has ended stays as it ended."""
    for make, state in ((MeetDeadline, "met"), (CancelDeadline, "cancelled")):
        office = ground(BOTH)
        events = office.do(make(D, "svar", name))

        assert {event.target for event in events if isinstance(event, DeadlineMet | DeadlineCancelled)} == met
        assert {target.name for target in deadline(office).targets if target.state == state} == met
        assert deadline(office).running is (len(met) < 2)
        office.do(CancelDeadline(D, "r"))
        assert {target.name for target in deadline(office).targets if target.state == state} >= met
        assert office.do(MeetDeadline(D, "en gang til")) == []


def test_cor_12_the_events_of_an_end_tell_kind_and_due_time() -> None:
    """So that a check or a routine need not look the ledger up."""
    assert ground(BOTH).do(MeetDeadline(D, "svar", "norm")) == [
        DeadlineMet("bygg", CASE, D, "answer", "", "norm", NINTH, "svar")
    ]
    assert ground(BOTH).do(CancelDeadline(D, "trukket", "limit")) == [
        DeadlineCancelled("bygg", CASE, D, "answer", "", "limit", "trukket")
    ]


def test_cor_12_a_target_is_missed_by_itself() -> None:
    """The other one runs on, and what has ended is not missed."""
    office = ground(BOTH)
    (event,) = passed(deadline(office), "norm")

    assert event == DeadlineMissed("bygg", CASE, D, "answer", "", "norm", NINTH)
    office.tell(event, "clock")
    assert targets(deadline(office)) == {"norm": ("04-09 10:00", "missed"), "limit": ("04-10 10:00", "running")}
    assert passed(deadline(office), "norm") == []


def test_cor_15_a_deadline_that_is_moved_has_its_timer_moved() -> None:
    """By its start, an extension and a resumption; while it stands still it has none."""
    office = ground(StartDeadline("answer", CASE, {"due": "5 hours"}))
    assert office.state.next_timer() == (utc("2026-04-07 15:01"), D, "due")
    office.do(ExtendDeadline(D, "due", "1 hour", "r"))
    assert office.state.next_timer() == (utc("2026-04-07 16:01"), D, "due")
    office.do(PauseDeadline(D, "r"))
    assert office.state.next_timer() is None
    office.at("2026-04-07 12:00").do(ResumeDeadline(D, "r"))
    assert office.state.next_timer() == (utc("2026-04-07 18:01"), D, "due")


ENDED = f"Deadline {D} has ended and cannot be changed. [COR-12]"
ENTRIES = (
    PauseDeadline(D, "r"),
    ResumeDeadline(D, "r"),
    ExtendDeadline(D, "norm", "1 day", "r"),
    MeetDeadline(D, "r"),
    CancelDeadline(D, "r"),
)


@pytest.mark.parametrize("command", ENTRIES[:3])
def test_cor_12_a_deadline_that_has_ended_is_not_moved(command: Command) -> None:
    """Neither paused, resumed nor extended."""
    assert ground(BOTH, MeetDeadline(D, "svar")).refused(command) == ENDED


@pytest.mark.parametrize("command", ENTRIES)
def test_cor_12_an_unknown_deadline_is_refused(command: Command) -> None:
    """Every entry needs a ledger."""
    words = f"There is no deadline '{D}'; look its number up on the case or the work list. [COR-12]"

    assert ground().refused(command) == words


@pytest.mark.parametrize(
    "command",
    [
        PauseDeadline(D, ""),
        ResumeDeadline(D, " "),
        ExtendDeadline(D, "norm", "1 hour", "\n"),
        MeetDeadline(D, ""),
        CancelDeadline(D, "\t"),
    ],
)
def test_cor_12_every_entry_needs_a_reason(command: Command) -> None:
    """A ledger that does not say why explains nothing."""
    assert ground(BOTH).refused(command) == f"Deadline {D} cannot be changed without a reason; say why. [COR-12]"


PAST_LIMIT = f"Deadline {D} cannot be extended past its legal limit; the law sets that one. [COR-12]"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (
            StartDeadline("x", CASE, {"due": "1 day"}),
            "Deadline kind 'x' is not one of bygg; declared are: answer. [COR-12]",
        ),
        (
            StartDeadline("answer", "VEI-2026-00001", {"due": "1 day"}),
            "Deadline kind 'answer' is not one of vei; declared are: none. [COR-12]",
        ),
        (
            StartDeadline("answer", "X", {"due": "1 day"}),
            "There is no case 'X'; look its number up on the case or the work list. [COR-02]",
        ),
        *(
            (
                StartDeadline("answer", CASE, rules),
                f"A deadline has the targets due, norm or limit, at least one of them; not: {named}. [COR-12]",
            )
            for rules, named in (
                ({}, "none"),
                ({"frist": "5 days"}, "frist"),
                ({"due": "1 day", "x": "2 days"}, "due, x"),
            )
        ),
        (ExtendDeadline(D, "norm", "2 working days", "r"), PAST_LIMIT),
        (ExtendDeadline(D, "norm", "25 hours", "r"), PAST_LIMIT),
        (ExtendDeadline(D, "limit", "1 hour", "r"), PAST_LIMIT),
        (
            ExtendDeadline(D, "due", "1 hour", "r"),
            f"Deadline {D} has no open target 'due' to extend. [COR-12]",
        ),
    ],
)
def test_cor_12_what_is_refused_says_why(command: Command, words: str) -> None:
    """Unknown kinds, cases and targets, and whatever would move a legal limit."""
    assert ground(BOTH, OpenCase("vei", "Sak", "party-1")).refused(command) == words


def test_cor_12_a_target_that_has_ended_is_not_extended() -> None:
    """The norm is met, the limit runs on."""
    office = ground(BOTH, MeetDeadline(D, "svar", "norm"))

    assert office.refused(ExtendDeadline(D, "norm", "1 hour", "r")) == (
        f"Deadline {D} has no open target 'norm' to extend. [COR-12]"
    )


@pytest.mark.parametrize(
    "command",
    [
        StartDeadline("answer", CASE, {"due": "soon"}),
        StartDeadline("answer", CASE, {"due": "1 day"}, start=dt.datetime(2026, 4, 7)),
        ExtendDeadline(D, "norm", "a while", "r"),
    ],
)
def test_cor_22_a_rule_or_start_that_cannot_be_read_is_refused(command: Command) -> None:
    """In words, and nothing has happened."""
    office = ground(BOTH)
    before = office.state.picture()

    with pytest.raises(InputRefused):
        office.do(command)
    assert office.state.picture() == before
