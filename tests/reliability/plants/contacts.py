"""Bugs planted in contact registration: what is counted, and how often."""

from __future__ import annotations

from attrs import evolve

from saksgang.commands import Answer, OpenCase, RecordContact
from saksgang.view import View
from saksgang_contact_registration import gathering
from saksgang_contact_registration.rule import Rule
from saksgang_contact_registration.rules import RULES
from tests.reliability.plants.planting import Plant, Setting, Swap

__all__ = ["PLANTS"]

WEEK = Setting("contact_registration")
TABLE = "saksgang_contact_registration.rules.RULES"

right_gathered = gathering.gathered


def without(name: str) -> tuple[Rule, ...]:
    """The rules but one."""
    return tuple(rule for rule in RULES if rule.look.__name__ != name)


def one_too_few(command: RecordContact, view: View) -> list[Answer]:
    """The letter that begins a batch is not counted in it."""
    given = right_gathered(command, view)
    return [
        evolve(each, command=evolve(each.command, facts={**each.command.facts, "count": 0}))
        if isinstance(each.command, OpenCase)
        else each
        for each in given
    ]


PLANTS = (
    Plant(
        "counted-outside-the-week",
        "Contacts are counted on whatever day they were.",
        "reg-only-the-week-is-counted",
        WEEK,
        (Swap(RULES, without("in_the_week"), TABLE),),
    ),
    Plant(
        "one-contact-registered-twice",
        "Nobody looks whether a contact is registered already.",
        "reg-contacts-are-registered-once",
        WEEK,
        (Swap(RULES, without("once"), TABLE),),
    ),
    Plant(
        "a-letter-lost-from-its-batch",
        "The first letter of a mass mailing is not counted.",
        "reg-batches-count-each-letter",
        WEEK,
        (Swap(right_gathered, one_too_few),),
    ),
    Plant(
        "misdirected-within-the-house",
        "A contact for another department counts as misdirected.",
        "reg-misdirected-lies-outside",
        WEEK,
        (Swap(RULES, without("misdirected"), TABLE),),
    ),
)
