"""The routine as a whole."""

from __future__ import annotations

from saksgang.commands import COMMANDS
from saksgang.events import EVENTS
from saksgang.office import rebuilt
from saksgang_benefits.routine import ANSWERS, VETS, refusal
from saksgang_benefits.simulation import describe_behaviour
from tests.plugins.benefits.bench import Bench


def test_what_is_answered_and_vetted_exists() -> None:
    """Each decision is about an event, each look at a command of the core."""
    assert set(ANSWERS) <= set(EVENTS.values())
    assert set(VETS) <= set(COMMANDS.values())


def test_the_routine_trusts_its_own_rules(office: Bench) -> None:
    """What a rule asks for is not vetted a second time."""
    from saksgang.commands import PrintLetter

    case = office.apply()
    command = PrintLetter(office.request(case, "unemployment_fund"), "x")

    assert refusal(command, "rule:BEN-09", office.view) is None
    assert refusal(command, "staff:karla", office.view) is not None


def test_cor_01_the_journal_alone_rebuilds_seven_months(office: Bench) -> None:
    """Calculations, holds and payments are events like everything else."""
    case = office.granted()
    for month in ("2024-08", "2024-09", "2024-11"):
        office.report(case, month, office.payslip(month))
    office.wait_until("2025-02-05 09:00")

    assert rebuilt(office.journal).picture() == office.office.state.picture()
    assert office.failures() == []


def test_every_task_has_somebody_who_knows_how() -> None:
    """The simulated staff can do each kind that the routine declares."""
    from saksgang_benefits.declaration import declared

    behaviour = describe_behaviour()
    kinds = {kind.name for kind in declared().task_kinds}

    assert set(behaviour.work) == kinds
    assert set(behaviour.services) == kinds
    assert set(behaviour.outside) == {service.name for service in declared().services}
