"""Variants: what a scenario changes about another one and about the municipality (SIM-08)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from saksgang.errors import ConfigurationRefused
from saksgang.events import StaffAbsent
from saksgang.journal import MemoryJournal
from saksgang.legaltime import Duration
from saksgang_sim.changes import Absent, Changes, Merged
from saksgang_sim.putting import plan_of
from saksgang_sim.reading import municipality_path, read_scenario, shipped_variants
from saksgang_sim.run import prepare
from tests.sim.garden import garden_in

BACKWARDS = (
    "absent[0].last: The last day away, 2026-08-01, is before the first, 2026-08-03. Put the earlier day under first."
)


def variant(folder: Path, text: str, base: str = "ppt_intake", name: str = "variant.toml") -> str:
    (folder / name).write_text(f'base = "{base}"\n{text}', encoding="utf-8")
    return str(folder / name)


def refusals(path: str) -> list[str]:
    """What is wrong with a variant, without its path."""
    with pytest.raises(ConfigurationRefused) as refused:
        plan_of(read_scenario(path), MemoryJournal())
    assert all(line.startswith(f"{path}: ") for line in refused.value.problems)
    return [line.removeprefix(f"{path}: ") for line in refused.value.problems]


def test_sim_08_a_variant_has_all_of_its_base_but_what_it_says(tmp_path: Path) -> None:
    """Keys within a table one by one; a list takes the place of the base's list."""
    text = (
        '[scenario]\ntitle = "T"\n[population]\nsize = 99\n[[targets]]\ndeadline = "a.b"\ntarget = "due"\nmet_share = 1'
    )
    base, read = read_scenario("ppt_intake"), read_scenario(variant(tmp_path, text))

    assert (read.title, read.population.size, len(read.targets)) == ("T", 99, 1)
    assert (read.seed, read.start, read.demand, read.months) == (base.seed, base.start, base.demand, base.months)
    assert read.population.never_opens == base.population.never_opens == 0.12
    assert municipality_path(read) == municipality_path(base)


def test_sim_08_a_variant_of_a_variant_in_another_folder_finds_the_municipality(tmp_path: Path) -> None:
    """A path is looked for from the folder of the file that names it."""
    garden_in(tmp_path / "garden")
    first = variant(tmp_path, "[population]\nsize = 300", "garden/plots.toml")
    (tmp_path / "deeper").mkdir()
    second = variant(tmp_path / "deeper", "[scenario]\nseed = 4", "../variant.toml")
    read = read_scenario(second)

    assert (read.seed, read.population.size) == (4, 300)
    assert municipality_path(read).resolve() == (tmp_path / "garden" / "garden-town.toml").resolve()
    assert read_scenario(first).seed == 1


def test_cor_22_a_variant_of_itself_is_refused(tmp_path: Path) -> None:
    """Also by way of another one; and a base that is no text or not there."""
    variant(tmp_path, "", "two.toml", "one.toml")
    two = variant(tmp_path, "", "one.toml", "two.toml")
    with pytest.raises(ConfigurationRefused, match=r"one\.toml: base: The scenario 'two\.toml' is built on this one"):
        read_scenario(two)
    with pytest.raises(ConfigurationRefused, match=r"There is no scenario 'ppt_intak'\. Did you mean \"ppt_intake\"\?"):
        read_scenario(variant(tmp_path, "", "ppt_intak"))
    (tmp_path / "three.toml").write_text("base = 3", encoding="utf-8")
    with pytest.raises(ConfigurationRefused, match=r"base: Here stands the number 3, expected a scenario"):
        read_scenario(str(tmp_path / "three.toml"))


def test_cor_22_a_fault_of_the_base_is_told_with_the_bases_name(tmp_path: Path) -> None:
    """Not as if the variant had it."""
    (tmp_path / "base.toml").write_text('[scenario]\ntitle = "T"\nmonths = 0\n', encoding="utf-8")
    with pytest.raises(ConfigurationRefused) as refused:
        read_scenario(variant(tmp_path, "", "base.toml"))

    assert all(line.startswith(str(tmp_path / "base.toml")) for line in refused.value.problems)


def test_sim_08_settings_and_sections_are_changed() -> None:
    """The municipality that runs has them; all else is as it was."""
    before, merged, printed = (
        plan_of(read_scenario(name), MemoryJournal()).municipality
        for name in ("ppt_intake", "sections_merged", "print_after_three_days")
    )

    assert [row.id for row in before.sections] == ["vest", "nord"]
    assert [row.id for row in merged.sections] == ["vest"]
    assert {row.section for row in merged.staff} == {"", "vest"}
    assert [row.id for row in merged.staff] == [row.id for row in before.staff]
    assert before.routines["ppt_intake"].autoprint_after == Duration.parse("2 working days")
    assert printed.routines["ppt_intake"].autoprint_after == Duration.parse("3 working days")
    assert printed.routines["ppt_intake"].directory == before.routines["ppt_intake"].directory


def test_sim_08_a_merged_section_is_merged_in_the_settings_of_the_routines_too(tmp_path: Path) -> None:
    """Whoever serves a section that is gone serves the one that it went into."""
    text = '[[merged]]\nsection = "bistand"\ninto = "sykepleie"'
    after = plan_of(read_scenario(variant(tmp_path, text, "home_care_messages")), MemoryJournal()).municipality
    services = after.routines["home_care_messages"].services

    assert {row.name: row.section for row in services} == {
        "Hjemmesykepleie": "sykepleie",
        "Praktisk bistand": "sykepleie",
        "Dagsenter": "",
    }


def test_sim_08_a_routine_is_switched_off_with_all_that_the_base_says_of_it(tmp_path: Path) -> None:
    """Its demand, times and targets go; those of the others stay."""
    text = 'without = ["benefits"]\n[settings.benefits]\nx = 1\n[service]\n"benefits.y" = 2\n'
    text += '[[targets]]\ndeadline = "benefits.z"\ntarget = "due"\nmet_share = 1\n'
    plan = plan_of(read_scenario(variant(tmp_path, text, "denmark")), MemoryJournal())

    assert list(plan.municipality.routines) == ["contact_registration"]
    assert sorted(plan.scenario.demand) == ["contact_registration.contact", "contact_registration.mailing"]
    assert plan.scenario.changes.without == ("benefits",)
    assert (plan.scenario.targets, plan.scenario.service, plan.scenario.changes.settings) == ((), {}, {})


def test_cor_22_changes_to_what_is_not_there_are_refused_all_at_once(tmp_path: Path) -> None:
    """By their place in the variant, with the nearest that there is."""
    text = """without = ["benefit"]
[[absent]]
staff = "henningg"
first = 2026-08-03
last = 2026-08-01
[[merged]]
section = "nrod"
into = "vest"
[[merged]]
section = "vest"
into = "vest"
"""

    assert refusals(variant(tmp_path, text)) == [
        'absent[0].staff: Nobody on the staff is called "henningg". Did you mean "henning"?',
        BACKWARDS,
        'merged[0].section: There is no section "nrod". Did you mean "nord"?',
        "merged[1].into: A section cannot be merged into itself. Name another one.",
        'without: There is no routine "benefit". Known here are: "ppt_intake".',
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[settings.ppt_intake]\nautoprint_after = "soon"', "settings.ppt_intake.autoprint_after: The duration 'soon'"),
        ("[settings.ppt_intake]\nautoprint = 3", "settings.ppt_intake.autoprint: There is no such key here."),
        ("[settings.benefits]\nx = 1", "settings.benefits: This routine is not on here."),
    ],
)
def test_cor_22_settings_that_do_not_fit_are_told_where_they_stand(tmp_path: Path, text: str, told: str) -> None:
    """In the variant, not in the municipality's file."""
    (problem,) = refusals(variant(tmp_path, text))

    assert problem.startswith(told)


def test_sim_08_who_is_absent_is_reported_on_the_first_morning(tmp_path: Path) -> None:
    """Once, by themselves, with the days and the reason; before it nobody knows."""
    garden_in(tmp_path)
    text = '[[absent]]\nstaff = "kari"\nfirst = 2026-04-20\nlast = 2026-04-24\nreason = "course"'
    journal = MemoryJournal()
    prepare(plan_of(read_scenario(variant(tmp_path, text, "plots.toml")), journal)).go()
    told = [recorded for recorded in journal if isinstance(recorded.event, StaffAbsent)]
    (away,) = told

    assert (away.actor, str(away.at)) == ("staff:kari", "2026-04-19 22:00:00+00:00")
    assert isinstance(away.event, StaffAbsent)
    assert (away.event.absence.first, away.event.absence.last) == (dt.date(2026, 4, 20), dt.date(2026, 4, 24))
    assert away.event.absence.reason == "course"


def test_sim_08_the_shipped_variants_say_what_their_names_say() -> None:
    """Two caseworkers ill in August, printing after three days, two sections merged; nothing else."""
    august = (dt.date(2026, 8, 3), dt.date(2026, 8, 31))

    assert {name: read_scenario(name).changes for name in shipped_variants()} == {
        "ill_in_august": Changes(absent=(Absent("astrid", *august), Absent("gunnvor", *august))),
        "print_after_three_days": Changes({"ppt_intake": {"autoprint_after": "3 working days"}}),
        "sections_merged": Changes(merged=(Merged("nord", "vest"),)),
    }
