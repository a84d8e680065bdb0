"""The course of a message: its steps, what is done, what comes next, who does it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any

import pytest
from attrs import evolve, frozen

from saksgang.records import Case, Contact, Request, Task
from saksgang_home_care_messages.course import Course, course, roles_of
from saksgang_home_care_messages.progress import Progress
from saksgang_home_care_messages.rows import MessageType, ServiceRow, Step
from saksgang_home_care_messages.settings import Settings

SETTINGS = Settings(services=(ServiceRow("Sykepleie", "sp", responsible="koordinator"),))


OPENED = dt.datetime(2026, 11, 16, 8, tzinfo=dt.UTC)
CASE = Case("MELD-2026-00001", "home_care_messages", "melding", "c1", "", "ny", OPENED, responsible="sp1")
TASK = Task("t", CASE.routine, CASE.number, "handle_message", "", "sp1", "ansatt", "sp", OPENED, OPENED)


@frozen
class Looked:
    """What there is on a case, as a view gives it."""

    on_case: list[Contact]
    passed_on: bool

    def contacts(self, _number: str) -> list[Contact]:
        return self.on_case

    def requests(self, _number: str) -> list[Request]:
        return []

    def tasks(self, _number: str) -> list[Task]:
        return [evolve(TASK, state="done" if self.passed_on else "open")]


def at(
    name: str,
    *,
    status: str = "ny",
    seen: bool = False,
    passed_on: bool = False,
    replies: Iterable[str] = (),
    stated: Iterable[str] = (),
    services: Sequence[str] = (),
    answered: Iterable[str] = (),
) -> Course:
    facts = {"services": [*services], **dict.fromkeys(stated, "ja")}
    case = evolve(CASE, status=status, new=not seen, facts=facts)
    said = [{"kind": kind} for kind in replies] + [{"kind": "part", "service": service} for service in answered]
    contacts = [
        Contact(f"k{n}", case.routine, case.number, "c1", "out", "message", "", "sp1", OPENED, facts=row)
        for n, row in enumerate(said)
    ]
    view: Any = Looked(contacts, passed_on)
    return course(SETTINGS.route_of(name), Progress(case, view))


def next_of(name: str, **progress: Any) -> str:
    step = at(name, **progress).next
    return "" if step is None else step.do


def test_msg_02_the_steps_come_one_after_the_other() -> None:
    """What is next follows from what is done, and from nothing else."""
    name = "Henvendelse til annen ansatt"
    replied = frozenset({"temporary"})
    forwarded = frozenset({"forward"})

    assert next_of(name) == "read"
    assert next_of(name, seen=True) == "temporary_reply"
    assert next_of(name, seen=True, replies=replied) == "forward"
    assert next_of(name, seen=True, replies=replied, stated=forwarded) == "set_in_progress"
    there: dict[str, Any] = {"passed_on": True, "replies": replied, "stated": forwarded, "status": "under behandling"}
    assert next_of(name, **there) == "full_reply"
    assert next_of(name, **{**there, "replies": replied | {"full"}}) == "set_done"
    assert next_of(name, **{**there, "replies": replied | {"full"}, "status": "ferdig behandlet"}) == ""


def test_msg_08_parts_are_answered_each_by_itself() -> None:
    """The first service's part is the own one; the others are done when none is left."""
    name = "Spørsmål til ulike tjenestesteder"
    course_ = at(name, services=("A", "B", "C"), answered=frozenset({"A", "B"}))

    assert [course_.is_done(step) for step in course_.route.steps if "answer" in step.do] == [True, False]
    assert course_.parts_of(1) == ("C",)
    assert course_.parts_of(0) == ()


@pytest.mark.parametrize(
    ("named", "services"),
    [({}, ("",)), ({"services": "A"}, ("A",)), ({"services": []}, ("",)), ({"services": ["", "A", "A"]}, ("A",))],
)
def test_a_message_is_for_one_service_at_least(named: dict[str, Any], services: tuple[str, ...]) -> None:
    """One without a name where it names none; each that it names is there once."""
    view: Any = Looked([], passed_on=False)

    assert Progress(evolve(CASE, facts=named), view).services == services


def test_msg_08_with_one_service_there_is_nobody_to_forward_to() -> None:
    """The step falls away and the others can be done."""
    steps = [step.do for step in at("Spørsmål til ulike tjenestesteder", services=("A",)).route.steps]

    assert "forward" not in steps
    assert steps[-1] == "set_done"


def test_legs_are_cut_where_the_steps_go_to_others() -> None:
    """One leg is one task; a type whose steps all lie with the same people has one."""
    assert [len(leg) for leg in at("Henvendelse til annen ansatt").route.legs] == [4, 2]
    assert [len(leg) for leg in at("Annen klage").route.legs] == [7]


def test_msg_01_the_local_routine_names_who_answers_for_a_service() -> None:
    """The word for the service stands for the role in its row; other roles stand for themselves."""
    step = Step("read", by=("tjenesten", "tjenesteleder"))

    assert roles_of(step, "Sykepleie", SETTINGS) == ("koordinator", "tjenesteleder")
    assert roles_of(step, "Dagsenter", SETTINGS) == ("ansatt", "tjenesteleder")


def test_msg_11_a_type_without_steps_has_the_least_there_is() -> None:
    """Somebody responsible reads it, decides, and sets it done; the municipality's own steps go before."""
    row = MessageType("X", responsible=("tjenesteleder",))
    settings = evolve(SETTINGS, more_types=(row,))

    assert [(step.do, step.by) for step in settings.route_of("X").steps] == [
        ("read", ("tjenesteleder",)),
        ("decide", ("tjenesteleder",)),
        ("set_done", ("tjenesteleder",)),
    ]
    own = evolve(settings, steps={"X": (Step("set_done"),)})
    assert [step.do for step in own.route_of("X").steps] == ["set_done"]


@pytest.mark.parametrize(
    ("name", "wanted"), [("Feil mottaker", True), ("Usaklig melding", False), ("Henvendelse til en tjeneste", True)]
)
def test_msg_07_what_is_not_replied_to_has_no_deadline_for_it(name: str, wanted: bool) -> None:
    """A reply is wanted where a step is one and the row does not forbid it."""
    assert SETTINGS.route_of(name).wants_reply is wanted


def test_msg_07_a_reply_that_only_the_leader_may_decide_on_has_no_deadline() -> None:
    """Also where the row has it as a step."""
    steps = (Step("read"), Step("decide"), Step("full_reply"), Step("set_done"))
    row = MessageType("Trusler", responsible=("tjenesteleder",), no_reply=True, steps=steps)

    assert evolve(SETTINGS, more_types=(row,)).route_of("Trusler").deadlines == ()


def test_what_is_owed_before_a_step_is_the_first_that_is_not_done() -> None:
    """Nothing before the first, nothing for what is no step."""
    course_ = at("Annen klage", seen=True)

    assert [step.do for step in (course_.owed_before("set_done"),) if step] == ["check_facts"]
    assert course_.owed_before("read") is None
    assert course_.owed_before("dance") is None


@pytest.mark.parametrize("name", [row.name for row in SETTINGS.all_types()])
@pytest.mark.parametrize("seen", [True, False])
@pytest.mark.parametrize("status", ["ny", "under behandling", "ferdig behandlet"])
def test_the_leg_that_a_message_is_in_is_that_of_the_step_that_comes_next(name: str, seen: bool, status: str) -> None:
    """Whatever is done, in its order or out of it, the leg is the one that the next step belongs to."""
    stated = ("check_facts", "handle", "decide", "decide_archive", "change_work_list", "forward")
    for replies, told, parts in product(((), ("temporary",), ("temporary", "full")), ((), stated), ((), "A", "AB")):
        course_ = at(name, status=status, seen=seen, replies=replies, stated=told, answered=parts, services=("A", "B"))
        step = course_.next
        assert course_.leg == (-1 if step is None else course_.leg_of(step))
