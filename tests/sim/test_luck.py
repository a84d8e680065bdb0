"""Luck by name: the same everywhere, independent of who else draws, and distributed as it says."""

from __future__ import annotations

import math
import os
import pickle
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from statistics import NormalDist

import pytest

from saksgang.errors import InputRefused
from saksgang_sim import luck as room
from saksgang_sim.luck import Luck, Weights

DRAWS = 4000
# From `printf 'SEED\x1fNAME…' | b2sum -l 64`: the leading 53 bits over 2**53, all 64 times 6 over 2**64.
KNOWN = [
    (7, (), ("ppt", "a"), 0.6802026715103038, 4),
    (7, (), ("a", "b"), 0.5613246762249771, 3),
    (7, ("a",), ("b",), 0.5613246762249771, 3),
    ("north", ("citizen:000001",), ("open",), 0.4451779364670101, 2),
    (7, (), ("",), 0.3036556280944064, 1),
    (7, ("æ",), ("ø",), 0.8650678999433236, 5),
    (7, ("x",), ("a\x1fb\x1e",), 0.3575479761583368, 2),
]


@pytest.mark.parametrize(("seed", "names", "key", "fraction", "die"), KNOWN)
def test_sim_01_draws_are_those_of_the_table(
    seed: int | str, names: tuple[str, ...], key: tuple[str, ...], fraction: float, die: int
) -> None:
    """The value of a key is fixed for all times, machines and versions of Python."""
    assert Luck(seed, *names).uniform(*key) == fraction
    assert Luck(seed, *names).integer(0, 5, *key) == die


def test_sim_01_another_hash_seed_draws_the_same() -> None:
    """Processes with different hash seeds draw the same from every distribution."""
    code = (
        "from saksgang_sim.luck import Luck; k = Luck(7, 'a'); "
        "print(k.uniform('x'), k.chance(0.5, 'x'), k.choice({'a': 1, 'b': 2}, 'x'), k.integer(1, 9, 'x'),"
        "k.triangular(1, 2, 4, 'x'), k.exponential(3, 'x'), k.lognormal(3, 0.5, 'x'), k.poisson(5, 'x'),"
        "hash('x'))"
    )
    one, other = _run(code, "1"), _run(code, "2")

    assert one[-1] != other[-1]
    assert one[:-1] == other[:-1]


def test_sim_02_adding_a_citizen_changes_nobody_elses_luck() -> None:
    """Draws of a citizen are the same whether others draw before, after or not at all."""
    alone = Luck(7, "ppt").child("citizen:000001").uniform("open")
    town = Luck(7)
    among = [town.child("benefits", "citizen:000000").uniform("open")]
    among += [town.child("ppt", f"citizen:{n:06}").uniform("open") for n in range(3)]

    assert among[2] == alone
    assert len(set(among)) == 4


def test_sim_02_a_draw_is_not_used_up() -> None:
    """Asking again gives the same value, for nothing is remembered."""
    luck = Luck(7)

    assert [luck.uniform("a"), luck.uniform("b"), luck.uniform("a")] == [
        luck.uniform("a"),
        Luck(7).uniform("b"),
        Luck(7).uniform("a"),
    ]


def test_different_names_are_different_draws() -> None:
    """No two lists of names run together, whatever characters stand in them."""
    keys = [
        (),
        ("",),
        ("", ""),
        ("a", "b"),
        ("ab",),
        ("a\x1fb",),
        ("a\x1e1b",),
        ("a\x1e", "b"),
        ("a\x1e0", "b"),
        ("a", "", "b"),
        ("a\x1f", "b"),
        ("a", "\x1fb"),
        ("b", "a"),
    ]

    assert len({Luck(7).uniform(*key) for key in keys}) == len(keys)
    assert len({Luck(7, *key).uniform("x") for key in keys}) == len(keys)


def test_a_seed_is_a_number_or_its_text() -> None:
    """A seed read from a command line is the seed it was printed from; other seeds draw otherwise."""
    assert Luck("7") == Luck(7)
    assert Luck("7").uniform("a") == Luck(7).uniform("a")
    assert Luck(8).uniform("a") != Luck(7).uniform("a")


def test_luck_travels_to_another_process() -> None:
    """Pickled luck draws what it drew before."""
    luck = Luck(7, "a", "b")

    assert pickle.loads(pickle.dumps(luck)).uniform("c") == luck.uniform("c")  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    ("draw", "mean", "deviation"),
    [
        (lambda luck, key: luck.uniform(key), 0.5, math.sqrt(1 / 12)),
        (lambda luck, key: luck.chance(0.3, key), 0.3, math.sqrt(0.21)),
        (lambda luck, key: luck.integer(1, 6, key), 3.5, math.sqrt(35 / 12)),
        (lambda luck, key: luck.choice([(0, 1), (10, 3)], key), 7.5, math.sqrt(18.75)),
        (lambda luck, key: luck.triangular(0, 3, 6, key), 3.0, math.sqrt(1.5)),
        (lambda luck, key: luck.triangular(2, 2, 8, key), 4.0, math.sqrt(2)),
        (lambda luck, key: luck.exponential(12, key), 12.0, 12.0),
        (lambda luck, key: luck.lognormal(40, 0.5, key), 40.0, 20.0),
        (lambda luck, key: luck.poisson(0.2, key), 0.2, math.sqrt(0.2)),
        (lambda luck, key: luck.poisson(3, key), 3.0, math.sqrt(3)),
        (lambda luck, key: luck.poisson(64, key), 64.0, 8.0),
        (lambda luck, key: luck.poisson(500, key), 500.0, math.sqrt(500)),
    ],
    ids=[
        "uniform",
        "chance",
        "integer",
        "choice",
        "triangular",
        "one-sided",
        "exponential",
        "lognormal",
        "poisson-0.2",
        "poisson-3",
        "poisson-64",
        "poisson-500",
    ],
)
def test_distributions_have_their_mean_and_spread(
    draw: Callable[[Luck, str], float], mean: float, deviation: float
) -> None:
    """Of 4000 draws the mean is within three standard errors and the spread within a tenth."""
    luck = Luck(7, "distribution")
    values = [draw(luck, str(n)) for n in range(DRAWS)]
    found = math.fsum(values) / DRAWS
    spread = math.sqrt(math.fsum((value - found) ** 2 for value in values) / DRAWS)

    assert abs(found - mean) < 3 * deviation / math.sqrt(DRAWS)
    assert 0.9 < spread / deviation < 1.1


def test_uniform_fills_its_range_evenly() -> None:
    """Each tenth of the range gets its share, within four standard deviations."""
    counts = Counter(int(Luck(7).uniform("even", str(n)) * 10) for n in range(DRAWS))

    assert sorted(counts) == list(range(10))
    assert all(abs(count - 400) < 4 * math.sqrt(360) for count in counts.values())


def test_integers_include_both_ends() -> None:
    """All values from the lowest to the highest occur, and none beyond."""
    assert {Luck(7).integer(-1, 2, str(n)) for n in range(200)} == {-1, 0, 1, 2}
    assert Luck(7).integer(5, 5, "x") == 5


def test_chance_is_certain_at_its_ends() -> None:
    """Probability 0 never happens and 1 always."""
    assert not any(Luck(7).chance(0.0, str(n)) for n in range(200))
    assert all(Luck(7).chance(1.0, str(n)) for n in range(200))


def test_raising_a_probability_takes_no_yes_away() -> None:
    """Who opens a letter with probability 0.3 also opens it with 0.4: variants are true pairs."""
    opened = {p: {n for n in range(300) if Luck(7).chance(p, str(n))} for p in (0.3, 0.4)}

    assert opened[0.3] < opened[0.4]


def test_choice_takes_a_mapping_or_pairs_and_passes_weight_0_by() -> None:
    """Both forms draw alike, and an item without weight is never drawn."""
    rows = {"never": 0.0, "opened": 1.0, "late": 2.0, "not": 0.0}
    drawn = [Luck(7).choice(rows, str(n)) for n in range(200)]

    assert set(drawn) == {"opened", "late"}
    assert drawn == [Luck(7).choice(list(rows.items()), str(n)) for n in range(200)]


def test_weights_that_were_looked_through_before_draw_what_the_others_draw() -> None:
    """Made once and drawn from often they give the same item under the same name, whatever becomes of the mapping."""
    rows = {"never": 0.0, "opened": 1.0, "late": 2.5, "not": 0.0}
    drawn = [Luck(7).choice(rows, str(n)) for n in range(200)]
    weights = Weights(rows)
    rows.clear()

    assert [Luck(7).choice(weights, str(n)) for n in range(200)] == drawn


@pytest.mark.parametrize(
    ("point", "count"),
    [(0.0, 0), (0.367, 0), (0.368, 1), (0.735, 1), (0.736, 2), (0.919, 2), (0.920, 3)],
)
def test_small_counts_are_exact(point: float, count: int) -> None:
    """With mean 1 the probabilities add up to 0.3679, 0.7358, 0.9197 for at most 0, 1 and 2."""
    assert room._counted(1.0, point) == count


@pytest.mark.parametrize("mean", [0.0, 1e-9, 1.0, 2.75, 4.0, 64.0])
def test_counting_ends_at_the_last_point_below_1(mean: float) -> None:
    """The largest draw gives a count in the far tail, also where rounding keeps the sum below it."""
    assert room._counted(mean, 1.0 - 2.0**-53) <= mean + 10 * math.sqrt(mean) + 20


def test_large_counts_lie_where_the_exact_ones_lie() -> None:
    """With mean 100 each count from 60 to 145 begins and ends within 0.0003 of its exact probability."""
    below = math.fsum(_probability(100, count) for count in range(60))

    for count in range(60, 146):
        assert room._approximated(100, _quantile(below + 0.0003)) >= count
        below += _probability(100, count)
        assert room._approximated(100, _quantile(below - 0.0003)) <= count


def test_the_smallest_draw_is_handled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A draw of exactly 0 is no certain yes, and the distributions have a value for it."""
    monkeypatch.setattr(Luck, "_word", lambda *_: 0)

    assert Luck(7).chance(0.0, "x") is False
    assert 0.0 < Luck(7).lognormal(40, 0.5, "x") < 1.0
    assert 300 < Luck(7).poisson(500, "x") < 400


def test_nothing_expected_is_nothing() -> None:
    """A mean of 0 gives 0, and without variation a duration is its mean."""
    assert Luck(7).poisson(0, "x") == 0
    assert Luck(7).exponential(0, "x") == 0
    assert Luck(7).lognormal(40, 0, "x") == 40


@pytest.mark.parametrize(
    ("draw", "sentence"),
    [
        (lambda luck: luck.chance(1.1, "a", "b"), "probability for 'a/b' is 1.1"),
        (lambda luck: luck.chance(math.nan, "a"), "from 0 to 1"),
        (lambda luck: luck.choice({}, "a"), "at least one"),
        (lambda luck: luck.choice({"x": 0.0}, "a"), "at least one"),
        (lambda luck: luck.choice({"x": 1.0, "y": -1.0}, "a"), "0 or more"),
        (lambda luck: luck.choice({"x": math.inf}, "a"), "finite"),
        (lambda _: Weights({"x": -1.0, "y": 2.0}, "a", "b"), "weight for 'a/b'"),
        (lambda luck: luck.integer(2, 1, "a"), "lower number first"),
        (lambda luck: luck.triangular(1, 5, 4, "a"), "ascending"),
        (lambda luck: luck.exponential(-1, "a"), "mean for 'a' is -1"),
        (lambda luck: luck.lognormal(1, -1, "a"), "coefficient of variation"),
        (lambda luck: luck.poisson(math.inf, "a"), "finite"),
    ],
)
def test_cor_22_impossible_distributions_are_refused(draw: Callable[[Luck], object], sentence: str) -> None:
    """A number that no distribution can have is refused with what it is for and what was expected."""
    with pytest.raises(InputRefused, match=sentence):
        draw(Luck(7))


def _probability(mean: int, count: int) -> float:
    return math.exp(-mean + count * math.log(mean) - math.lgamma(count + 1))


def _quantile(probability: float) -> float:
    return NormalDist().inv_cdf(max(min(probability, 1 - 1e-9), 1e-9))


def _run(code: str, hash_seed: str) -> list[str]:
    env = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    return done.stdout.split()
