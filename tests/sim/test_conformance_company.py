"""Who keeps a routine company when it is tried, and with whose people (PLG-04, PLG-07)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.errors import InputRefused
from saksgang_sim.conformance_trial import Trial
from tests.sim.worlds import MUNICIPALITY, scenario_in

OF_PPT = ("contact_registration", "home_care_messages", "long_term_monitoring")


@pytest.mark.parametrize(
    ("routine", "place", "others"),
    [
        ("ppt_intake", "small", OF_PPT),
        ("benefits", "benefits", ("contact_registration",)),
        ("benefits", "everything", (*OF_PPT, "ppt_intake")),
    ],
)
def test_plg_07_all_others_of_the_country_are_there_and_all_there_are_where_they_mix(
    routine: str, place: str, others: tuple[str, ...]
) -> None:
    """Each with all of its own staff, and on; alone, none of them is."""
    company = Trial(routine, place).company
    together, alone, without = company.together(), company.alone(), company.without()

    assert company.others == others
    assert set(together.municipality.routines) == {routine, *others}
    assert set(alone.municipality.routines) == {routine}
    assert set(without.municipality.routines) == {*others}
    assert set(together.behaviours) == {routine, *others}
    assert {key.partition(".")[0] for key in together.scenario.demand} == {routine, *others}
    assert without.municipality.staff == together.municipality.staff


def test_plg_07_whose_id_is_taken_comes_under_another_one(tmp_path: Path) -> None:
    """Whoever names them by it does so by the other one, and everybody else keeps their own."""
    scenario_in(tmp_path, municipality=MUNICIPALITY.replace('id = "turid"', 'id = "anniken"'))
    company = Trial("ppt_intake", str(tmp_path / "scenario.toml")).company
    staff = {person.id: person for person in company.together().municipality.staff}

    assert staff["anniken"].name == "Turid Moen"
    assert staff["anniken-long_term_monitoring"].name == "Anniken Furuseth"
    assert staff["birger"].deputy == "anniken-long_term_monitoring"


def test_plg_07_whoever_works_for_two_works_for_the_one_that_is_tried(tmp_path: Path) -> None:
    """And somebody who does not work for it is not there: the others bring people of their own."""
    resting = f"{MUNICIPALITY}\n[routines.long_term_monitoring]\nenabled = false\n"
    both = resting.replace('roles = ["konsulent"]', 'roles = ["konsulent", "innfordrer"]')
    elsewhere = '[[staff]]\nid = "ida"\nname = "Ida Ro"\nroles = ["innfordrer"]\n\n[[staff]]\nid = "siri"'
    away = '[[absent]]\nstaff = "ida"\nfirst = 2026-04-20\nlast = 2026-04-24\n'
    scenario_in(tmp_path, municipality=both.replace('[[staff]]\nid = "siri"', elsewhere), more=away)
    together = Trial("ppt_intake", str(tmp_path / "scenario.toml")).company.together()
    staff = {person.id: person for person in together.municipality.staff}

    assert staff["turid"].roles == ("konsulent",)
    assert "ida" not in staff
    assert together.scenario.changes.absent == ()


def test_plg_07_a_scenario_in_which_the_routine_is_not_on_is_refused() -> None:
    """In a sentence with both names."""
    with pytest.raises(InputRefused, match=r"benefits is not on in .*small\.toml: enable it there, or name another\."):
        _ = Trial("benefits", "small").plan
