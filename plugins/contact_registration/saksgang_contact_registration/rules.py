"""The rules of the counting week as rows, and what they say of a registration (REG-01 to REG-13)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from saksgang_contact_registration.ground import Ground
from saksgang_contact_registration.registration import Registration
from saksgang_contact_registration.rule import Kind, Rule
from saksgang_contact_registration.rules_form import inbound_form, outbound_form
from saksgang_contact_registration.rules_kind import (
    administrative,
    case_reference,
    known_type,
    misdirected,
    outside_the_remit,
    transaction_or_information,
)
from saksgang_contact_registration.rules_once import mass_mailing, once, one_matter
from saksgang_contact_registration.rules_way import ending_at_once, output_manager
from saksgang_contact_registration.rules_week import in_the_week

__all__ = ["RULES", "Objection", "objections"]

# The order is that in which a person wants to be told.
RULES: tuple[Rule, ...] = (
    Rule("REG-13", "hard", "Only contacts of the counting week are counted.", in_the_week),
    Rule("REG-01", "hard", "Only administrative contacts are registered.", administrative),
    Rule("REG-02", "hard", "Whoever ends the contact registers it, once.", once),
    Rule("REG-11", "hard", "One registration a task and case.", one_matter),
    Rule("REG-03", "hard", "The type is one of the six.", known_type),
    Rule("REG-07", "hard", "Misdirected is only what lies outside the municipality.", misdirected),
    Rule("REG-08", "hard", "What lies outside is misdirected, or advice where there is a duty to.", outside_the_remit),
    Rule("REG-04", "hard", "Information about a case says which case.", case_reference),
    Rule("REG-05", "hard", "An inbound form is of the right kind and filled in.", inbound_form),
    Rule("REG-06", "hard", "An outbound form collects information.", outbound_form),
    Rule("REG-09", "hard", "Digital Post is certain to end in the digital mailbox.", output_manager),
    Rule("REG-12", "hard", "Only personal and telephone contacts end at once.", ending_at_once),
    Rule("REG-10", "hard", "Mass mailings are one batch with a count.", mass_mailing),
    Rule("REG-03", "judgement", "A transaction changes something in a case system.", transaction_or_information),
)


@frozen
class Objection:
    """What a rule has against a registration."""

    rule: str
    kind: Kind
    sentence: str

    def __str__(self) -> str:
        """As a refusal says it."""
        return f"{self.rule}: {self.sentence}"


def objections(reg: Registration, ground: Ground) -> Iterator[Objection]:
    """All that the rules have against it, warnings that are overruled with a reason left out."""
    warned: set[str] = set()
    for rule in RULES:
        sentence = rule.look(reg, ground)
        if sentence is None:
            continue
        if rule.kind == "judgement":
            warned.add(rule.id)
            if reg.overruled.get(rule.id, "").strip():
                continue
            sentence = f"{sentence} Overrule it with a reason if you judge otherwise (overruled)."
        yield Objection(rule.id, rule.kind, sentence)
    yield from _nothing_to_overrule(reg, warned)


def _nothing_to_overrule(reg: Registration, warned: set[str]) -> Iterator[Objection]:
    """An overruled warning is counted, so there has to have been one (REG-13)."""
    for rule in reg.overruled:
        if rule not in warned:
            yield Objection("REG-13", "hard", f"There is no warning by {rule} to overrule; leave it out.")
