"""The laws that every routine must keep, as a test class for the authors of plugins (PLG-07).

Subclass it where pytest looks, and name a scenario in which the routine is on:

    class TestLaws(RoutineLaws):
        routine = "dog_licence"
        scenario = Path(dog_licence.__file__).parent / "scenario.toml"

``saksgang plugins check dog_licence`` puts a routine to the same laws.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import ClassVar

import pytest

from saksgang_sim.conformance_laws import LAWS, Law
from saksgang_sim.conformance_trial import Trial

__all__ = ["RoutineLaws"]


def _in_an_id(law: Law) -> str:
    return law.name.replace(",", "").replace(" ", "_")


@lru_cache(maxsize=1)
def _trial(routine: str, place: str) -> Trial:
    """What all laws of a class look at; those of the class before are let go of."""
    return Trial(routine, place)


class RoutineLaws:
    """What holds of every routine, put to one of them.

    Attributes:
        routine: its name.
        scenario: a file in which it is on; the longer, the more is put to the test.
    """

    routine: ClassVar[str]
    scenario: ClassVar[Path]

    @pytest.mark.parametrize("law", LAWS, ids=_in_an_id)
    def test_it_keeps_the_law(self, law: Law) -> None:
        """Each of them is a test of its own, which says in sentences what breaks it."""
        faults = law.faults(_trial(self.routine, str(self.scenario)))
        assert not faults, "\n".join(faults)
