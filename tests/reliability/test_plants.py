"""The checks are tested: each planted bug is found by the check named for it, and without it all is green."""

from __future__ import annotations

import pytest

from docs.make_requirements import shipped
from saksgang.casework import DECIDE, dispatch
from saksgang.commands import PrintLetter
from saksgang.events import DeadlineMissed
from saksgang.legaltime import Almanac
from saksgang_ppt_intake import dispatching, plugin, routine
from tests.reliability.hunting import MOST, found, verdicts
from tests.reliability.make_table import PAGE, known_seeds, table, with_table
from tests.reliability.plants import PLANTS, Plant, Setting, Swap, planted

TEXT = PAGE.read_text(encoding="utf-8")
SEEDS = known_seeds(TEXT)
WITHOUT = list(dict.fromkeys((plant.setting, SEEDS[plant.name]) for plant in PLANTS if plant.name in SEEDS))


def test_there_are_enough_planted_bugs_each_with_a_name_of_its_own() -> None:
    """In the core and in all five routines; 30 days are enough, unless a row says why they cannot be."""
    places = {str(swap).partition(".")[0] for plant in PLANTS for swap in plant.swaps}
    routines = {f"saksgang_{routine.name}" for routine in shipped()}

    assert len(PLANTS) == len({plant.name for plant in PLANTS}) >= 20
    assert places == {"saksgang", *routines}
    assert len(routines) == 5
    assert [plant.name for plant in PLANTS if (plant.setting.days > 30) != bool(plant.why_longer)] == []


def test_the_table_is_that_of_the_plants() -> None:
    """``docs/reliability.md`` has a row for each, as it is; else run ``python -m tests.reliability.make_table``."""
    assert [plant.name for plant in PLANTS if SEEDS.get(plant.name, MOST + 1) > MOST] == []
    assert with_table(TEXT, table(SEEDS)) == TEXT


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_a_planted_bug_is_found_by_its_check(plant: Plant) -> None:
    """With the seed that the table names: the check is red and says where."""
    verdict = found(plant, SEEDS[plant.name])

    assert verdict.status == "violated", f"{plant.check} did not find it; run python -m tests.reliability.make_table."
    assert verdict.violations[0].sentence


def in_words(value: Setting | int) -> str:
    """What a case of a setting, or of a seed, is called."""
    if isinstance(value, int):
        return f"seed {value}"
    return f"{value.scenario} {value.start or ''} {value.days} days{' disturbed' * bool(value.around)}"


@pytest.mark.parametrize(("setting", "seed"), WITHOUT, ids=in_words)
def test_without_a_plant_the_same_seeds_are_green(setting: Setting, seed: int) -> None:
    """Also where the world outside is disturbed as it is for the plant."""
    assert [verdict.id for verdict in verdicts(setting, seed).values() if verdict.status == "violated"] == []


def test_a_plant_is_everywhere_while_it_is_there_and_nowhere_afterwards() -> None:
    """In modules, in classes, in tables of decisions, and in what was imported by name."""
    swaps = (
        Swap(Almanac.is_working_day, twin),
        Swap(dispatch.print_letter, twin),
        Swap(dispatching.print_unopened, twin),
        Swap(routine.answer, twin),
    )

    def held() -> list[object]:
        by_name = vars(plugin)["answer"]
        in_tables = (DECIDE[PrintLetter], dispatch.DECIDE[PrintLetter], *routine.ANSWERS[DeadlineMissed])
        return [Almanac.is_working_day, by_name, *in_tables]

    right = held()
    with planted(swaps):
        assert held().count(twin) == len(held()) - 1
    assert held() == right
    assert twin not in held()


def twin(*_: object) -> None:
    raise AssertionError


def test_a_plant_that_lost_its_place_says_so() -> None:
    """What was renamed or taken out of the product is a mistake of the plant, not a bug that was not found."""
    with pytest.raises(LookupError, match="nowhere in the product any more"), planted((Swap(twin, twin),)):
        pass
