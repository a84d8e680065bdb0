"""The nine rows, what a municipality sets beside them, and the gaps that are left (MSG-11)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from saksgang.configuration import plain, structured
from saksgang.legaltime import Duration, Rule, Unit
from saksgang_home_care_messages.gaps import GAPS, filled_by, open_gaps
from saksgang_home_care_messages.rows import MessageType, ServiceRow, Step
from saksgang_home_care_messages.settings import Settings

# Requirement, steps in order, who does the first and the last, as the requirements have them.
NINE = {
    "Henvendelse til en tjeneste": ("MSG-01", "read full_reply set_done", "tjenesten", "tjenesten"),
    "Henvendelse til annen ansatt": (
        "MSG-02",
        "read temporary_reply forward set_in_progress full_reply set_done",
        "tjenesten",
        "ansatt",
    ),
    "Endring og avlysning av avtale": (
        "MSG-03",
        "read change_work_list tell_handheld full_reply set_done",
        "arbeidslisteansvarlig",
        "arbeidslisteansvarlig",
    ),
    "Søknad om tjeneste eller økt hjelpebehov": (
        "MSG-04",
        "read temporary_reply forward set_in_progress full_reply set_done",
        "meldingsansvarlig",
        "saksbehandler",
    ),
    "Fakturaspørsmål": (
        "MSG-05",
        "read set_in_progress handle full_reply set_done",
        "tjenesten",
        "fakturaansvarlig",
    ),
    "Annen klage": (
        "MSG-06",
        "read check_facts set_in_progress handle full_reply decide_archive set_done",
        "koordinator",
        "koordinator",
    ),
    "Usaklig melding": ("MSG-07", "read decide set_done", "tjenesteleder", "tjenesteleder"),
    "Spørsmål til ulike tjenestesteder": (
        "MSG-08",
        "read answer_own_part forward set_in_progress answer_other_parts set_done",
        "tjenesten",
        "tjenesten",
    ),
    "Feil mottaker": ("MSG-09", "read full_reply set_done", "meldingsansvarlig", "meldingsansvarlig"),
}


@pytest.mark.parametrize("name", NINE)
def test_msg_01_to_09_each_type_is_a_row_of_steps(name: str) -> None:
    """Steps, order and roles are those of the source; nothing else makes a type."""
    settings = Settings()
    requirement, do, first, last = NINE[name]
    steps = settings.route_of(name).steps

    assert settings.type_of(name).requirement == requirement
    assert [step.do for step in steps] == do.split()
    assert (steps[0].by[0], steps[-1].by[0]) == (first, last)


def test_msg_01_there_are_nine_types_and_only_they_by_default() -> None:
    """One working day to the end of the day; one type by the visit, one without reply, two that go to nobody."""
    rows = Settings().all_types()

    assert [row.name for row in rows] == list(NINE)
    assert str(Settings().first_reply) == "1 working day, end of day"
    assert [row.name for row in rows if row.priority == "visit start"] == ["Endring og avlysning av avtale"]
    assert [row.name for row in rows if row.no_reply] == ["Usaklig melding"]
    assert [row.name for row in rows if not row.forwards_content] == ["Usaklig melding", "Feil mottaker"]


def test_msg_11_a_tenth_type_is_read_from_a_table() -> None:
    """As TOML has it; a type of the same name stands in the place of the shipped one."""
    table = {
        "more_types": [
            {"name": "Nøkkelboks", "responsible": ["koordinator"], "steps": [{"do": "read"}, {"do": "set_done"}]},
            {"name": "Feil mottaker", "responsible": ["ansatt"]},
        ],
        "services": [{"name": "Sykepleie", "section": "sp"}],
        "final_reply": {"Annen klage": "15 working days, end of day"},
        "steps": {"Usaklig melding": [{"do": "decide", "choices": ["ja", "nei"]}, {"do": "set_done"}]},
    }

    settings = structured(Settings, table)

    assert settings.type_of("Nøkkelboks") == MessageType(
        "Nøkkelboks", responsible=("koordinator",), steps=(Step("read"), Step("set_done"))
    )
    assert len(settings.all_types()) == 10
    assert settings.type_of("Feil mottaker").responsible == ("ansatt",)
    assert settings.service("Sykepleie") == ServiceRow("Sykepleie", "sp")
    assert settings.final_reply == {"Annen klage": Rule(Duration(Unit.WORKING_DAYS, 15), "end of day")}
    assert settings.steps["Usaklig melding"][0] == Step("decide", choices=("ja", "nei"))
    assert structured(Settings, plain(settings)) == settings


def test_an_unknown_category_and_an_unknown_service_are_somebodys() -> None:
    """What no row fits is an inquiry that its reader sorts, and a service without a row is everybody's."""
    settings = Settings()

    assert settings.type_of("Noe annet").name == "Henvendelse til en tjeneste"
    assert settings.service("Dagsenter") == ServiceRow("Dagsenter", "", "ansatt")
    assert Settings(types=()).type_of("Noe annet").name == "Noe annet"


def test_msg_11_the_gaps_of_the_source_are_declared_and_open() -> None:
    """Steps for MSG-07, the final answer's deadline for five types: nothing fills them but a setting."""
    assert [(gap.requirement, gap.setting) for gap in GAPS] == [
        ("MSG-07", "steps"),
        ("MSG-04", "final_reply"),
        ("MSG-05", "final_reply"),
        ("MSG-06", "final_reply"),
        ("MSG-02", "final_reply"),
        ("MSG-08", "final_reply"),
    ]
    assert open_gaps(Settings()) == GAPS
    assert all(gap.empty and gap.until_then and gap.source for gap in GAPS)


def test_msg_11_a_setting_fills_a_gap() -> None:
    """It is said with what; the others stay open."""
    rule = Rule(Duration(Unit.WORKING_DAYS, 15), "end of day")
    settings = Settings(
        final_reply={"Annen klage": rule}, steps={"Usaklig melding": (Step("decide"), Step("set_done"))}
    )

    assert [gap.requirement for gap in open_gaps(settings)] == ["MSG-04", "MSG-05", "MSG-02", "MSG-08"]
    assert filled_by(GAPS[3], settings) == "15 working days, end of day"
    assert filled_by(GAPS[0], settings) == "decide, set_done"


def test_msg_11_the_type_that_the_readme_shows_can_be_used() -> None:
    """A municipality can copy it into its file as it stands."""
    readme = Path(__file__).parents[3] / "plugins/home_care_messages/README.md"
    block = readme.read_text(encoding="utf-8").split("```toml")[1].split("```")[0]
    table = tomllib.loads(block)["routines"]["home_care_messages"]

    (row,) = structured(Settings, table).more_types
    assert (row.name, [step.do for step in row.steps]) == ("Ønske om nøkkelboks", ["read", "full_reply", "set_done"])
