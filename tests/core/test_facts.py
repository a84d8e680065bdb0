"""Facts are plain data that a journal gives back as it was, and nobody writes into them (COR-01)."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from attrs import asdict
from hypothesis import given, settings
from hypothesis import strategies as st

from saksgang.commands import AmendCase, CreateTask, OpenCase
from saksgang.errors import InputRefused
from saksgang.events import CaseAmended
from saksgang.facts import LATELY, kept, merged, remembered

PLAIN: dict[str, Any] = {"a": "æ", "b": 1, "c": True, "d": None, "e": [1, [2], {"f": 3}], "g": {"h": []}}

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=3), JSON, max_size=4))
def test_cor_01_facts_equal_what_was_given_and_what_a_journal_gives_back(facts: dict[str, Any]) -> None:
    """All plain data, through JSON and back."""
    assert kept(facts) == facts
    assert msgspec.json.decode(msgspec.json.encode(kept(facts))) == facts


def test_cor_01_facts_are_a_copy_of_what_was_given() -> None:
    """Later changes by whoever gave them do not reach them, and kept ones are not copied again."""
    given_facts = copy.deepcopy(PLAIN)
    facts = kept(given_facts)
    given_facts["e"][2]["f"] = 9
    given_facts["b"] = 9

    assert facts == PLAIN
    assert kept(facts) is facts


@pytest.mark.parametrize(
    "change",
    [
        lambda facts: facts.__setitem__("a", 1),
        lambda facts: facts.__delitem__("a"),
        lambda facts: facts.clear(),
        lambda facts: facts.pop("a"),
        lambda facts: facts.popitem(),
        lambda facts: facts.setdefault("z", 1),
        lambda facts: facts.update(a=1),
        lambda facts: facts.__ior__({"a": 1}),
        lambda facts: facts["g"].update(h=1),
        lambda facts: facts["e"].__setitem__(0, 9),
        lambda facts: facts["e"].__delitem__(0),
        lambda facts: facts["e"].append(9),
        lambda facts: facts["e"].clear(),
        lambda facts: facts["e"].extend([9]),
        lambda facts: facts["e"].insert(0, 9),
        lambda facts: facts["e"].pop(),
        lambda facts: facts["e"].remove(1),
        lambda facts: facts["e"].reverse(),
        lambda facts: facts["e"].sort(),
        lambda facts: facts["e"].__iadd__([9]),
        lambda facts: facts["e"].__imul__(2),
        lambda facts: facts["e"][1].append(9),
        lambda facts: facts["e"][2].clear(),
    ],
)
def test_cor_01_facts_cannot_be_changed_in_place(change: Callable[[Any], object]) -> None:
    """By none of the ways that a dict or a list has, at any depth; the error says what to do instead."""
    facts = kept(PLAIN)

    with pytest.raises(TypeError, match="cannot be changed in place: change a copy and have it recorded"):
        change(facts)
    assert facts == PLAIN


def test_cor_01_a_copy_of_facts_can_be_changed() -> None:
    """The usual ways to a copy work, and so do pickles and deep copies."""
    facts = kept(PLAIN)

    assert {**facts, "b": 2} == facts | {"b": 2} == {**PLAIN, "b": 2}
    assert [*facts["e"], 4] == facts["e"] + [4]
    assert copy.deepcopy(facts) == pickle.loads(pickle.dumps(facts)) == PLAIN  # noqa: S301 - our own bytes
    assert repr(facts) == repr(PLAIN)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1.5, "1.5"),
        (dt.date(2026, 4, 7), r"datetime.date\(2026, 4, 7\)"),
        (Decimal("1.50"), r"Decimal\('1.50'\)"),
        ((1, 2), r"\(1, 2\)"),
        ({1, 2}, r"{1, 2}"),
        (b"x", "b'x'"),
        (2**63, "9223372036854775808"),
        (-(2**63) - 1, "-9223372036854775809"),
    ],
)
@pytest.mark.parametrize("wrap", [lambda value: value, lambda value: ["x", value], lambda value: [{"beløp": [value]}]])
def test_cor_22_what_a_journal_would_give_back_otherwise_is_refused(
    value: object, words: str, wrap: Callable[[object], object]
) -> None:
    """The sentence names the fact, what it is and what to write."""
    with pytest.raises(
        InputRefused, match=f"The fact 'beløp' is {words}, which a journal does not .* write text, a whole number"
    ):
        kept({"beløp": wrap(value)})


def test_cor_22_a_name_that_is_no_text_is_refused() -> None:
    """JSON would make a text of it."""
    with pytest.raises(InputRefused, match="The fact 1 has a name that is no text"):
        kept({"a": {1: "x"}})


def test_cor_01_commands_and_events_keep_their_facts() -> None:
    """Given in any of them, they are a copy that cannot be changed, and one and the same from command to event."""
    given_facts: dict[str, Any] = {"a": [1]}
    made = (
        OpenCase("bygg", "Søknad", "p", facts=given_facts),
        AmendCase("X", given_facts),
        CreateTask("reply", "X", facts=given_facts),
        CaseAmended("bygg", "X", given_facts),
    )
    given_facts["a"].append(2)

    for each in made:
        assert each.facts == {"a": [1]}
        assert asdict(each)["facts"] == {"a": [1]}
        with pytest.raises(TypeError, match="cannot be changed in place"):
            each.facts["b"] = 1
    assert CaseAmended("bygg", "X", made[1].facts).facts is made[1].facts


def test_cor_01_merged_facts_are_the_old_ones_with_the_new_put_in() -> None:
    """Neither of the two is changed by it, and what comes out cannot be changed either."""
    old = kept({"a": 1, "b": [1]})
    new: dict[str, Any] = {"b": [2], "c": "x"}
    both = merged(old, new)

    assert both == {"a": 1, "b": [2], "c": "x"}
    assert (old, new) == ({"a": 1, "b": [1]}, {"b": [2], "c": "x"})
    with pytest.raises(TypeError, match="cannot be changed in place"):
        both["a"] = 2  # type: ignore[index]
    with pytest.raises(InputRefused):
        merged(old, {"a": 1.5})  # type: ignore[dict-item]


def test_cor_01_what_is_made_of_kept_facts_is_made_once() -> None:
    """Facts that are alike are read once by each function; any that can change are read anew."""
    read: list[object] = []

    @remembered
    def total(numbers: list[int]) -> int:
        read.append(numbers)
        return sum(numbers)

    @remembered
    def longest(numbers: list[int]) -> int:
        return max(numbers)

    facts, same, loose = kept({"n": [1, 2]})["n"], kept({"n": [1, 2]})["n"], [1, 2]

    assert [total(facts), total(facts), longest(facts), total(same), total(loose)] == [3, 3, 2, 3, 3]
    assert len(read) == 2
    loose.append(3)
    assert total(loose) == 6
    assert kept({"again": facts})["again"] is facts


def test_sim_12_tables_and_lists_that_are_alike_are_there_once() -> None:
    """At every depth, for as long as they come close together; what they say stays as it was given."""
    one, other = ({"rate": {"lines": [{"law": "§ 16", "amount": "7205.00"}], "month": month}} for month in "12")
    first, second, third = kept(one), kept(other), kept(copy.deepcopy(one))

    assert first["rate"]["lines"] is second["rate"]["lines"]
    assert first["rate"] is third["rate"]
    assert (first, second) == (one, other)
    for number in range(LATELY + 1):
        kept({"n": [number]})
    assert kept(copy.deepcopy(one)) == one


def test_sim_12_what_is_equal_and_not_alike_stays_apart() -> None:
    """A journal tells 1 from true, and one order of names from another."""
    alike = [kept({"n": value})["n"] for value in ([1], [True], [0], [False])]
    assert [msgspec.json.encode(each) for each in alike] == [b"[1]", b"[true]", b"[0]", b"[false]"]
    tables = [kept({"n": value})["n"] for value in ({"a": 1, "b": 2}, {"b": 2, "a": 1}, {"a": True, "b": 2})]
    assert [msgspec.json.encode(each) for each in tables] == [b'{"a":1,"b":2}', b'{"b":2,"a":1}', b'{"a":true,"b":2}']
