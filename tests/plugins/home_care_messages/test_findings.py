"""What the check of a municipality's file finds in these settings (COR-20, MSG-11)."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve, frozen

from saksgang.legaltime import Duration
from saksgang.records import StaffMember
from saksgang_home_care_messages.rows import MessageType, ServiceRow, Step
from saksgang_home_care_messages.settings import Settings
from tests.plugins.home_care_messages.bench import STAFF


@frozen
class Place:
    """A municipality with this staff."""

    staff: tuple[StaffMember, ...] = STAFF


def found(refuses: bool = True, staff: tuple[StaffMember, ...] = STAFF, **settings: Any) -> list[tuple[str, str]]:
    return [(f.key, f.sentence) for f in Settings(**settings).findings(Place(staff)) if f.refuses == refuses]


READ, DONE = Step("read"), Step("set_done")


def test_the_defaults_are_sound_where_every_role_is_there() -> None:
    """The nine types refuse nothing."""
    assert found() == []


def test_msg_11_open_gaps_are_told_without_refusing() -> None:
    """Each gap with its setting, so that none is filled silently."""
    told = found(refuses=False)

    assert [key for key, _ in told] == ["steps", *["final_reply"] * 5]
    assert "'Usaklig melding'" in told[0][1]
    assert "the deadline of the final answer" in told[1][1]


@pytest.mark.parametrize(
    ("row", "key", "words"),
    [
        (MessageType("X", steps=(Step("dance"), DONE)), "more_types[0].steps[0].do", "no step 'dance'"),
        (MessageType("X", steps=(READ, READ, DONE)), "more_types[0].steps[1].do", "there twice"),
        (MessageType("X", steps=(READ,)), "more_types[0].steps", "no message would end"),
        (MessageType("X", in_progress="på vent"), "more_types[0].in_progress", "no word for"),
        (
            MessageType("X", steps=(Step("forward"), DONE), forwards_content=False),
            "more_types[0].forwards_content",
            "is not forwarded",
        ),
        (MessageType("X", responsible=()), "more_types[0].responsible", "Nobody is responsible"),
        (MessageType("X", responsible=("vaktmester",)), "more_types[0].responsible", "no role 'vaktmester'"),
        (MessageType("X", steps=(Step("read", by=("kokk",)), DONE)), "more_types[0].steps[0].by", "no role 'kokk'"),
    ],
)
def test_a_row_that_cannot_work_is_refused(row: MessageType, key: str, words: str) -> None:
    """Unknown steps, words and roles, steps without an end, forwarding what is not forwarded."""
    ((where, sentence),) = found(more_types=(row,))

    assert where == key
    assert words in sentence


REPLY, LEADER = Step("full_reply"), ("tjenesteleder",)


@pytest.mark.parametrize(
    ("name", "steps", "key", "words"),
    [
        ("Usaklig melding", (Step("read", by=("kokk",)), DONE), "[0].by", "no role 'kokk'"),
        ("Usaklig melding", (READ, REPLY, DONE), "[1].do", "without a decision before it"),
        ("Usaklig melding", (READ, REPLY, Step("decide"), DONE), "[1].do", "without a decision before it"),
        ("Usaklig melding", (Step("decide"), Step("full_reply", by=("ansatt",)), DONE), "[1].by", "is for others"),
        ("Feil mottaker", (READ, Step("temporary_reply"), Step("forward"), DONE), "", "is not forwarded"),
        ("Annen klage", (Step("dance"), DONE), "[0].do", "no step 'dance'"),
    ],
)
def test_msg_11_steps_that_stand_in_the_place_of_a_rows_own_are_judged_as_these(
    name: str, steps: tuple[Step, ...], key: str, words: str
) -> None:
    """What nobody could ever do is refused in ``steps`` as it is in a row, and told where it is written."""
    ((where, sentence),) = found(steps={name: steps})

    assert where == f"steps.{name}{key}"
    assert words in sentence


def test_msg_07_a_row_without_reply_by_itself_may_have_one_by_the_leader_after_a_decision() -> None:
    """In the municipality's own rows as in the shipped one; without the decision it would wait for ever."""
    steps = (READ, Step("decide"), REPLY, DONE)
    row = MessageType("Trusler", responsible=LEADER, no_reply=True, steps=steps)

    assert found(more_types=(row,), steps={"Usaklig melding": steps}) == []
    assert [key for key, _ in found(more_types=(evolve(row, steps=(READ, REPLY, DONE)),))] == [
        "more_types[0].steps[1].do"
    ]


def test_a_row_that_another_stands_in_the_place_of_is_not_judged() -> None:
    """Only what is in force can be wrong; a role that only the row of before needs, nobody has to have."""
    there = tuple(person for person in STAFF if person.id != "koord")

    assert found(staff=there, more_types=(MessageType("Annen klage", responsible=LEADER),)) == []


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        ({"unsorted_type": "Noe"}, "unsorted_type"),
        ({"steps": {"Noe": (READ, DONE)}}, "steps.Noe"),
        ({"steps": {"Annen klage": (READ,)}}, "steps.Annen klage"),
        ({"services": (ServiceRow("Sykepleie", responsible="kokk"),)}, "services[0].responsible"),
        ({"leader_notice_before": Duration.parse("2 days")}, "leader_notice_before"),
        ({"leader_notice_before_visit": Duration.parse("1 working day")}, "leader_notice_before_visit"),
    ],
)
def test_settings_that_name_nothing_are_refused(settings: dict[str, Any], key: str) -> None:
    """Types, roles and units that are not there."""
    assert [where for where, _ in found(**settings)] == [key]


def test_steps_of_no_type_are_judged_all_the_same() -> None:
    """Whoever misspelt the type is told at once what else is wrong, in the order of the file."""
    told = found(steps={"Noe": (READ,), "Annet": (Step("dance"), DONE)})

    assert [key for key, _ in told] == ["steps.Noe", "steps.Annet", "steps.Noe", "steps.Annet[0].do"]


def test_a_role_that_nobody_has_is_refused() -> None:
    """A queue that nobody looks at would keep messages for ever."""
    told = found(staff=tuple(person for person in STAFF if person.id != "koord"))

    assert told == [("types[5].responsible", "Nobody on the staff has the role 'koordinator'.")]


def test_of_several_roles_somebody_has_to_have_the_first() -> None:
    """It is in that one's queue; the others may take it."""
    row = MessageType("X", responsible=("ansatt", "koordinator"), steps=(READ, DONE))

    assert found(staff=STAFF[:1], types=(row,), unsorted_type="X") == []


def test_a_role_that_only_a_service_names_and_nobody_has_is_refused() -> None:
    """Its messages would lie in that queue."""
    row = MessageType("Henvendelse til en tjeneste", steps=(READ, DONE))
    told = found(staff=STAFF[:1], types=(row,), services=(ServiceRow("Faktura", responsible="fakturaansvarlig"),))

    assert told == [("services[0].responsible", "Nobody on the staff has the role 'fakturaansvarlig'.")]
