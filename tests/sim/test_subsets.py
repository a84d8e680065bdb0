"""Any of the routines work in any company: each subset of the five starts, runs a month and holds (PLG-04)."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from saksgang.journal import MemoryJournal, encode
from saksgang_sim.putting import plan_of
from saksgang_sim.reading import SHIPPED, read_scenario
from saksgang_sim.run import prepare

ROUTINES = ("benefits", "contact_registration", "home_care_messages", "long_term_monitoring", "ppt_intake")
SUBSETS = [subset for size in range(6) for subset in combinations(ROUTINES, size)]
MONTH = """
[scenario]
title = "A month of {names}"
municipality = "municipality.toml"
start = 2025-01-06
months = 1
seed = 5

[population]
size = 4000
"""


@cache
def lived(subset: tuple[str, ...]) -> tuple[tuple[str, ...], dict[str, tuple[bytes, ...]], int]:
    """The ids of the checks that were violated, each routine's lines without those of others, and the failures."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        text = (SHIPPED / "municipalities" / "everything.toml").read_text(encoding="utf-8")
        for shipped, here in (("2025-09-29", "2025-01-13"), ("2025-10-03", "2025-01-17")):
            text = text.replace(shipped, here)  # the counting week falls into the month
        for routine in ROUTINES:
            if routine not in subset:
                text = text.replace(f"[routines.{routine}]\n", f"[routines.{routine}]\nenabled = false\n")
        (folder / "municipality.toml").write_text(text, encoding="utf-8")
        path = folder / "month.toml"
        path.write_text(MONTH.format(names=" and ".join(subset) or "nothing"), encoding="utf-8")
        journal = MemoryJournal()
        outcome = prepare(plan_of(read_scenario(str(path)), journal)).go()
    lines: dict[str, list[bytes]] = {}
    for recorded in journal:
        lines.setdefault(recorded.event.routine, []).append(encode(recorded))
    violated = tuple(verdict.id for verdict in outcome.verdicts if verdict.status == "violated")
    return violated, {name: tuple(own) for name, own in lines.items()}, outcome.tally.failures


@pytest.mark.parametrize("subset", SUBSETS, ids=lambda subset: "+".join(subset) or "none")
def test_plg_04_every_subset_of_the_routines_works(subset: tuple[str, ...]) -> None:
    """It starts, lives a month, and no check is violated."""
    violated, lines, failures = lived(subset)

    assert violated == ()
    assert failures == 0
    assert set(lines) - {"office"} == set(subset)


@pytest.mark.parametrize("routine", [name for name in ROUTINES if name != "contact_registration"])
def test_plg_04_a_routines_journal_is_the_same_in_any_company(routine: str) -> None:
    """To the byte, whichever others are on; each has staff of its own."""
    alone = lived((routine,))[1][routine]

    assert len(alone) > 100
    assert [s for s in SUBSETS if routine in s and lived(s)[1][routine] != alone] == []


def test_reg_14_registering_what_others_do_depends_on_them_alone() -> None:
    """Contact registration has the same journal whenever the same other routines are on, and more with more of them."""
    alone = lived(("contact_registration",))[1]["contact_registration"]
    beside = lived(("contact_registration", "ppt_intake"))[1]["contact_registration"]

    assert len(beside) >= len(alone) > 100
    assert re.search(rb"ppt_intake", b"".join(beside))
