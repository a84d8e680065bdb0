"""The surroundings behind the ports: electronic mailbox and print service, simulated (SIM-05)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from attrs import define, evolve, field

from saksgang.commands import Command
from saksgang.errors import Refused
from saksgang.events import (
    LetterAvailable,
    LetterOpened,
    LetterPosted,
    LetterPrinted,
    MailboxMissing,
    ServiceAnswered,
    ServiceAsked,
)
from saksgang.office import Office
from saksgang.ports import MAILBOX, PRINT, LetterOrder, ServiceOrder
from saksgang.records import Letter
from saksgang.state import State
from saksgang.view import View
from saksgang_sim.engine import Engine
from saksgang_sim.reading import read_scenario
from saksgang_sim.world import TAKEN_AT_MOST, SimulatedMailbox, SimulatedPrint, SimulatedService, World
from tests.sim.worlds import scenario_in, simulated

START = dt.datetime(2026, 4, 13, 6, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


@define
class Scripted:
    """Two minutes to the mailbox, opened ten minutes later; printed after an hour, posted after another."""

    mailbox: bool = True
    opened: bool = True

    def has_mailbox(self, recipient: str) -> bool:
        return self.mailbox

    def seconds_to_mailbox(self, order: LetterOrder) -> int:
        return 120

    def opens(self, order: LetterOrder, available: dt.datetime) -> dt.datetime | None:
        return available + 10 * MINUTE if self.opened else None

    def printed(self, ordered: dt.datetime) -> dt.datetime:
        return ordered + 60 * MINUTE

    def posted(self, printed: dt.datetime) -> dt.datetime:
        return printed + 60 * MINUTE

    def serves(self, service: str) -> bool:
        return service == "register"

    def answers(self, order: ServiceOrder, view: View) -> tuple[int, dict[str, Any]] | None:
        return None if order.about == "nobody" else (30, {"asked": order.about})


@define
class Listener:
    """An office that only writes down what is reported to it, and refuses it if told to."""

    engine: Engine
    refuses: bool = False
    told: list[str] = field(factory=list)

    def do(self, command: Command, actor: str) -> None:
        minutes = (self.engine.clock.now() - START) // MINUTE
        self.told.append(f"{minutes} {actor} {type(command).__name__} {command.letter}")  # type: ignore[attr-defined]
        if self.refuses:
            raise Refused("COR-04", "The letter is stopped.")

    def next_due(self) -> None:
        return None


def order(letter: str = "letter-1", port: str = MAILBOX) -> LetterOrder:
    return LetterOrder(f"{port}/{letter}", "small", letter, "SAK-1", "citizen:000007", "Svar", "Hei")


def told(port: str, *orders: LetterOrder, habits: Scripted | None = None, refuses: bool = False) -> list[str]:
    """What the office hears within a day when these are delivered to a port at once."""
    engine = Engine(START)
    listener = Listener(engine, refuses)
    world = World(engine, habits or Scripted(), cast("Office", listener))
    adapter = world.connect_port(port)
    assert isinstance(adapter, SimulatedMailbox | SimulatedPrint)
    for each in orders:
        adapter.deliver(each)
    assert listener.told == []
    engine.run(cast("Office", listener), START + dt.timedelta(days=1))
    return listener.told


def test_sim_05_the_mailbox_makes_a_letter_available_and_the_recipient_opens_it() -> None:
    """The port answers at once; the outcome comes later, by the mailbox and then by the recipient in person."""
    assert told(MAILBOX, order()) == [
        "2 system:mailbox ReportLetterAvailable letter-1",
        "12 citizen:000007 OpenLetter letter-1",
    ]


def test_sim_05_whoever_never_opens_leaves_it_available() -> None:
    """No opening is reported."""
    assert told(MAILBOX, order(), habits=Scripted(opened=False)) == ["2 system:mailbox ReportLetterAvailable letter-1"]


def test_sim_05_a_missing_mailbox_is_reported_instead_of_a_letter() -> None:
    """Nothing is available and nobody opens anything."""
    assert told(MAILBOX, order(), habits=Scripted(mailbox=False)) == ["2 system:mailbox ReportNoMailbox letter-1"]


def test_sim_05_print_reports_the_printing_and_the_posting() -> None:
    """Both at their times."""
    assert told(PRINT, order(port=PRINT)) == [
        "60 system:print ReportLetterPrinted letter-1",
        "120 system:print ReportLetterPosted letter-1",
    ]


def test_sim_05_the_same_key_twice_is_one_letter() -> None:
    """Delivered again, neither service does it again; another letter is another one."""
    for port, per_letter in ((MAILBOX, 2), (PRINT, 2)):
        one, other = order(port=port), order("letter-2", port)

        assert len(told(port, one, one, one)) == per_letter
        assert len(told(port, one, other, one)) == 2 * per_letter


def test_sim_12_a_service_forgets_the_orders_that_the_office_no_longer_waits_for() -> None:
    """However many there were; a letter that is still on its way is not taken a second time."""
    engine, state = Engine(START), State()
    world = World(engine, Scripted(), cast("Office", SimpleNamespace(state=state)))
    waiting = Letter("letter-0", "small", "SAK-1", "answer", "citizen:000007", "anna", "Svar", "Hei", False, "sent")
    state.letters.put(waiting.id, waiting)
    mailbox = SimulatedMailbox(world)
    for n in range(3 * TAKEN_AT_MOST):
        mailbox.deliver(order(f"letter-{n}"))

    assert len(mailbox.taken) < TAKEN_AT_MOST
    assert not world.takes(mailbox.taken, order("letter-0").key)
    assert world.takes(mailbox.taken, order("letter-1").key)


def test_sim_05_what_the_office_no_longer_has_a_use_for_is_passed_over() -> None:
    """A refused report ends nothing: the next one comes at its time."""
    assert len(told(PRINT, order(port=PRINT), refuses=True)) == 2
    assert len(told(MAILBOX, order(), refuses=True)) == 2


def test_sim_05_only_services_that_the_habits_know_are_simulated() -> None:
    """Another port is nobody's here, and each is one adapter for the whole run."""
    world = World(Engine(START), Scripted())

    assert world.connect_port("finance") is None
    assert isinstance(world.connect_port("register"), SimulatedService)
    assert world.connect_port(MAILBOX) is world.connect_port(MAILBOX) is not world.connect_port(PRINT)


def test_sim_05_in_a_run_the_outcome_of_every_letter_comes_through_the_ports(tmp_path: Path) -> None:
    """Mailbox, print service and recipients each tell what is theirs to tell."""
    scenario = scenario_in(tmp_path)
    _, journal = simulated(evolve(scenario, population=evolve(scenario.population, without_mailbox=0.3)))
    kinds = (LetterAvailable, MailboxMissing, LetterOpened, LetterPrinted, LetterPosted)
    by = {kind: {r.actor.rstrip("0123456789") for r in journal if isinstance(r.event, kind)} for kind in kinds}

    assert by[LetterAvailable] == by[MailboxMissing] == {"system:mailbox"}
    assert by[LetterPrinted] == by[LetterPosted] == {"system:print"}
    assert by[LetterOpened] == {"citizen:"}


def test_sim_05_a_register_answers_each_request_once_after_its_time() -> None:
    """At the benefits office each answer follows its request, one for one, later than it was asked."""
    _, journal = simulated(evolve(read_scenario("benefits"), months=1))
    asked = {r.event.request: r.at for r in journal if isinstance(r.event, ServiceAsked)}
    answered = [(r.event.request, r.at) for r in journal if isinstance(r.event, ServiceAnswered)]

    assert len(answered) > 20
    assert len({key for key, _ in answered}) == len(answered)
    assert [key for key, at in answered if at <= asked[key]] == []
