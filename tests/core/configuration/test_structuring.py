"""Settings out of data and back: strictly, and the same (COR-20)."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve, frozen

from saksgang.configuration import plain, structured
from saksgang.configuration.structuring import read
from saksgang.errors import InputRefused
from saksgang.legaltime import Duration, Rule
from saksgang.settings import setting
from tests.core.configuration.samples import Colour, Settings, Zone

SETTINGS = Settings(
    zones=(Zone("Havna", "turid", 40),),
    remind_after=Duration.parse("monday 09:00"),
    colour=Colour.BLUE,
    changed=dt.datetime(2026, 1, 2, 3, 4, tzinfo=dt.UTC),
    streets={"Strandgata": 12},
)
PLAIN = {
    "zones": [{"name": "Havna", "decides": "turid", "spaces": 40}],
    "answer_within": "10 working days",
    "limit": "1 month, end of day",
    "remind_after": "monday 09:00",
    "fee": "120.50",
    "share": 0.25,
    "most": 2,
    "sundays": False,
    "channel": "mailbox",
    "colour": "blue",
    "from_day": "2026-01-01",
    "from_time": "08:00:00",
    "changed": "2026-01-02T03:04:00+00:00",
    "width": [180, 250],
    "streets": {"Strandgata": 12},
}


def test_cor_20_settings_become_plain_data_for_the_journal() -> None:
    """Durations and rules are their canonical text, dates ISO text, decimal numbers text, tuples lists."""
    assert plain(SETTINGS) == PLAIN


def test_cor_01_settings_come_back_from_a_journal_as_they_were() -> None:
    """What went through JSON text is equal to what it was made from, nothing among it too."""
    for settings in (SETTINGS, evolve(SETTINGS, remind_after=None, changed=None, zones=())):
        assert structured(Settings, json.loads(json.dumps(plain(settings)))) == settings


def test_cor_20_plain_data_that_does_not_fit_is_refused_with_its_key() -> None:
    """Settings kept by another version of a plugin are named key by key."""
    with pytest.raises(InputRefused, match=r"do not fit Settings: most: .* gone: There is no such key"):
        structured(Settings, PLAIN | {"most": "2", "gone": 1})


@frozen
class Kinds:
    """Types that no sample routine has."""

    either: int | str = setting(help="A number or a text.", default=0)
    plain_list: list[Any] = setting(help="Anything.", factory=list)
    apart: frozenset[str] = setting(help="Texts.", default=frozenset())
    _hidden: int = setting(help="Said without its underscore.", default=0)


@pytest.mark.parametrize(
    ("key", "value", "made"),
    [
        ("either", 5, 5),
        ("either", "5", "5"),
        ("plain_list", [1, "a"], [1, "a"]),
        ("apart", ["b", "a"], frozenset("ab")),
        ("hidden", 3, 3),
    ],
)
def test_cor_20_unions_lists_and_hidden_names_are_read(key: str, value: object, made: object) -> None:
    """A value is read as what the annotation says, and comes back from its plain form."""
    kinds, faults = read({key: value}, Kinds, "")

    assert faults == []
    assert kinds is not None
    assert getattr(kinds, key if key != "hidden" else "_hidden") == made
    assert structured(Kinds, plain(kinds)) == kinds


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (int, True),
        (int, 1.0),
        (int, "1"),
        (float, True),
        (float, "0.5"),
        (float, float("nan")),
        (float, 10**16),
        (Decimal, "0.5"),
        (Decimal, Decimal("Infinity")),
        (Decimal, Decimal("1e999999")),
        (Decimal, Decimal("1e-999999")),
        (bool, 1),
        (bool, "true"),
        (str, 1),
        (str, None),
        (dt.date, "2026-07-06"),
        (dt.date, dt.datetime(2026, 7, 6, tzinfo=dt.UTC)),
        (dt.date, dt.date(1, 1, 1)),
        (dt.time, "08:00"),
        (dt.datetime, dt.datetime(2026, 7, 6)),
        (dt.datetime, dt.datetime(9999, 12, 31, tzinfo=dt.UTC)),
        (Duration, 2),
        (Duration, ["2 days"]),
        (Duration, "2"),
        (Rule, "10 days, "),
        (tuple[str, ...], "abc"),
        (tuple[str, ...], {"a": 1}),
        (tuple[int, int], [1, 2, 3]),
        (dict[str, int], [1]),
        (dict[str, int], {"a": True}),
        (Zone, "Havna"),
        (Zone, []),
        (Colour, "RED"),
        (Colour, 1),
    ],
)
def test_cor_20_nothing_is_turned_into_what_it_is_not(kind: type[Any], value: object) -> None:
    """A truth value is no number, a text no list, a number no text, a date and time no date."""
    made, faults = read(value, kind, "key")

    assert made is None
    assert len(faults) == 1
    assert faults[0].key.startswith("key")


def test_cor_20_a_type_that_no_file_can_hold_is_the_plugins_fault() -> None:
    """The sentence sends the reader to the plugin's author."""

    @frozen
    class Odd:
        number: complex

    _, faults = read({"number": 1}, Odd, "routines.odd")

    assert [(fault.key, fault.suggestion) for fault in faults] == [("routines.odd", "Tell the plugin's author.")]
    assert "complex" in faults[0].sentence
