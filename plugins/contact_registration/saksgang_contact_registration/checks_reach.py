"""What a run must have seen at least once, or it proves nothing about it (SIM-06)."""

from __future__ import annotations

from typing import ClassVar

from saksgang.checks import Check, sees
from saksgang.events import TaskCompleted
from saksgang.journal.record import Recorded
from saksgang_contact_registration.checks_settings import ROUTINE, Registered, RegistrationCheck

__all__ = [
    "ReachAdviceOnUdbetalingDanmark",
    "ReachBatchByHand",
    "ReachBatchByItself",
    "ReachLeftOut",
    "ReachMisdirectedToUdbetalingDanmark",
    "ReachOfferedAndRegistered",
    "ReachOverruled",
    "ReachRegisteredByItself",
    "ReachTwoMatters",
]


class _Reach(RegistrationCheck):
    """The base of goals that one registration reaches."""

    kind = "reach"

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """Reached by the first that is it."""
        if self.is_it(reg, recorded):
            self.reached()

    def is_it(self, reg: Registered, recorded: Recorded) -> bool:
        """Whether this registration is what the goal asks for."""
        raise NotImplementedError


class ReachOverruled(_Reach):
    """A judgement."""

    id = "reg-reach-a-warning-was-overruled"
    requirements = ("REG-03",)
    sentence = "At least once somebody overruled a warning with a reason."

    def is_it(self, reg: Registered, recorded: Recorded) -> bool:
        """Overruled by a person."""
        return bool(reg.overruled) and recorded.actor.startswith("staff:")


class _HousingBenefit(_Reach):
    """A contact about what Udbetaling Danmark does."""

    type: ClassVar[str]

    def is_it(self, reg: Registered, recorded: Recorded) -> bool:
        """Housing benefit, as the class has it."""
        return reg.event.about == "boligstøtte" and reg.says("type") == self.type


class ReachAdviceOnUdbetalingDanmark(_HousingBenefit):
    """With a duty to advise."""

    id = "reg-reach-advice-on-udbetaling-danmark"
    requirements = ("REG-08",)
    sentence = "At least once a contact about housing benefit was advice."
    type = "råd/vejledning"


class ReachMisdirectedToUdbetalingDanmark(_HousingBenefit):
    """Without one."""

    id = "reg-reach-misdirected-to-udbetaling-danmark"
    requirements = ("REG-08",)
    sentence = "At least once a contact about housing benefit was misdirected."
    type = "fejlhenvendelse"


class ReachBatchByHand(_Reach):
    """A mass mailing."""

    id = "reg-reach-a-batch-was-registered-by-hand"
    requirements = ("REG-10",)
    sentence = "At least once somebody registered a mass mailing as one batch with its count."

    def is_it(self, reg: Registered, recorded: Recorded) -> bool:
        """A batch of several, by a person."""
        return reg.says("batch") != "" and reg.count > 1 and recorded.actor.startswith("staff:")


class ReachBatchByItself(_Reach):
    """Another routine's letters."""

    id = "reg-reach-a-batch-gathered-by-itself"
    requirements = ("REG-10",)
    sentence = "At least once the letters of another routine were gathered and registered as one batch."

    def is_it(self, reg: Registered, recorded: Recorded) -> bool:
        """A batch of several, by a rule."""
        return reg.says("batch") != "" and reg.count > 1 and recorded.actor.startswith("rule:")


class ReachRegisteredByItself(_Reach):
    """Composition."""

    id = "reg-reach-a-contact-was-registered-by-itself"
    requirements = ("REG-14",)
    sentence = "At least once a contact of another routine was registered by itself."

    def is_it(self, reg: Registered, recorded: Recorded) -> bool:
        """A single one, by a rule."""
        return reg.says("batch") == "" and recorded.actor.startswith("rule:")


class ReachTwoMatters(_Reach):
    """Several matters in one contact."""

    id = "reg-reach-two-matters-in-one-contact"
    requirements = ("REG-11",)
    sentence = "At least once one contact was registered about two tasks."

    def __init__(self) -> None:
        super().__init__()
        self._areas: dict[str, str] = {}

    def is_it(self, reg: Registered, recorded: Recorded) -> bool:
        """The second task of the same contact."""
        return self._areas.setdefault(reg.says("source"), reg.event.about) != reg.event.about


class ReachOfferedAndRegistered(Check):
    """A person said what was left open."""

    id = "reg-reach-an-offered-contact-was-registered"
    requirements = ("REG-14",)
    kind = "reach"
    sentence = "At least once a person registered a contact that was on the list."

    @sees(TaskCompleted)
    def done(self, event: TaskCompleted, recorded: Recorded) -> None:
        """Registered by somebody of the staff."""
        if event.routine == ROUTINE and event.outcome == "registered" and not event.by.startswith("rule:"):
            self.reached()


class ReachLeftOut(Check):
    """The service itself."""

    id = "reg-reach-the-service-itself-was-left-out"
    requirements = ("REG-01",)
    kind = "reach"
    sentence = "At least once a contact was left out because it was the service itself."

    @sees(TaskCompleted)
    def done(self, event: TaskCompleted, recorded: Recorded) -> None:
        """Left out by REG-01."""
        if event.routine == ROUTINE and event.outcome == "not registered" and event.facts.get("rule") == "REG-01":
            self.reached()
