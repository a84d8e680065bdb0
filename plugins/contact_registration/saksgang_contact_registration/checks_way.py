"""Forms, channels and closings as they were registered: REG-05, REG-06, REG-09, REG-12."""

from __future__ import annotations

from saksgang.journal.record import Recorded
from saksgang_contact_registration.checks_settings import Registered, RegistrationCheck

__all__ = ["DigitalPostIsCertain", "InboundFormsAreFilledIn", "OnlyVisitsAndCallsEndAtOnce", "OutboundFormsAsk"]


class InboundFormsAreFilledIn(RegistrationCheck):
    """A form that came counts when it is one (REG-05)."""

    id = "reg-inbound-forms-are-filled-in"
    requirements = ("REG-05",)
    kind = "safety"
    sentence = "An inbound form that counts is of the right kind and wholly or partly filled in."

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """Only where a form came."""
        if reg.event.direction == "in" and reg.is_so("form"):
            held = reg.is_so("right_kind") and reg.says("filled") in ("helt", "delvist")
            wrong = f"An inbound form counts that is filled in {reg.says('filled')!r} or of the wrong kind."
            self.judge(held, recorded, wrong)


class OutboundFormsAsk(RegistrationCheck):
    """A form that went out counts when it asks (REG-06)."""

    id = "reg-outbound-forms-ask"
    requirements = ("REG-06",)
    kind = "safety"
    sentence = "An outbound form that counts is to collect information."

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """Only where a form went."""
        if reg.event.direction == "out" and reg.is_so("form"):
            self.judge(reg.is_so("collects"), recorded, "An outbound form counts that collects no information.")


class DigitalPostIsCertain(RegistrationCheck):
    """Where it is not certain, the channel is Output Manager (REG-09)."""

    id = "reg-digital-post-is-certain"
    requirements = ("REG-09",)
    kind = "safety"
    sentence = (
        "An outbound letter is Digital Post only where it certainly ends in the digital mailbox, and Output Manager "
        "where, and only where, an output manager decides."
    )

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """By what is said of the delivery."""
        channel, delivery, out = reg.event.channel, reg.says("delivery"), reg.event.direction == "out"
        if channel == "digital post" and out:
            self.judge(delivery == "certain", recorded, f"Digital Post, although its delivery is {delivery!r}.")
        elif "output manager" in (channel, delivery):
            held = channel == delivery and out
            self.judge(held, recorded, f"The channel is {channel!r} where the delivery is {delivery!r}.")


class OnlyVisitsAndCallsEndAtOnce(RegistrationCheck):
    """Every other channel has a delay (REG-12)."""

    id = "reg-only-visits-and-calls-end-at-once"
    requirements = ("REG-12",)
    kind = "safety"
    sentence = "Only personal and telephone contacts are ended at once; all others are left for further handling."

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """Both directions alike."""
        closing, slow = reg.says("closing"), reg.event.channel not in ("personal", "telephone")
        held = closing == "lagt til videre behandling" or (closing == "straksafsluttet" and not slow)
        self.judge(held, recorded, f"A contact by {reg.event.channel} was registered as {closing!r}.")
