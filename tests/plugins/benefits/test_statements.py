"""What facts can say, and what becomes of what cannot be read."""

from __future__ import annotations

from typing import Any

import pytest

from saksgang.commands import AmendCase, RegisterDocument
from saksgang_benefits.checks_statements import misread
from saksgang_benefits.statements import STATEMENTS, of_the_office, unreadable
from tests.plugins.benefits.bench import SPOUSE, Bench

VALUES: tuple[Any, ...] = (
    None,
    "",
    True,
    False,
    0,
    2,
    -1,
    1987,
    "2",
    "nej",
    "true",
    "13800.00",
    "13.800",
    "13.800,00",
    "1e3",
    " 5 ",
    "-5",
    "1000000000",
    "part-time",
    "deltid",
    SPOUSE,
    f"{SPOUSE[:6]}-{SPOUSE[6:]}",
    "120878-12",
    ["2"],
    {"antal": 2},
)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("children", "2"),
        ("children", True),
        ("children", -1),
        ("lives_alone", "nej"),
        ("married", 1),
        ("residence_met", "false"),
        ("own_income", "13.800"),
        ("wealth", "ca. 4000 kr."),
        ("spouse_hours", "1e2"),
        ("spouse", ["citizen:2"]),
        ("spouse_number", "120878"),
        ("spouse_birth_year", "1987"),
        ("spouse_birth_year", 87),
        ("spouse_work", "deltid"),
        ("purpose", ["tandpleje"]),
    ],
)
def test_ben_03_an_application_that_cannot_be_read_becomes_a_task_that_names_the_field(
    office: Bench, name: str, said: Any
) -> None:
    """It opens no case by itself, and nothing fails."""
    document = office.submit("Ansøgning", **{"benefit": "kontanthjælp", name: said})

    assert office.task(document, "create_case").facts == {"unreadable": [name]}
    assert office.view.cases() == []
    assert office.failures() == []


def test_ben_03_whoever_creates_the_case_says_what_is_meant(office: Bench) -> None:
    """Until then it is refused in a sentence; what can be read is carried over, and what nobody knows is left empty."""
    document = office.submit("Ansøgning", benefit="kontanthjælp", children="to", wealth="lidt", worked=True)
    command = RegisterDocument(document, "Ansøgning", case_type="kontanthjælp", facts={"children": 2})

    assert office.refused(command) == (
        f"BEN-03: In {document} wealth is 'lidt', not an amount or number of hours such as \"13800.00\"; add to the "
        'new case what is meant, or "" where nobody knows. [BEN-03]'
    )
    office.do(RegisterDocument(document, "Ansøgning", case_type="kontanthjælp", facts={"children": 2, "wealth": ""}))
    facts = office.facts(office.view.document(document).case)
    assert (facts["children"], facts["wealth"], facts["worked"]) == (2, "", True)
    assert office.task(document, "create_case").outcome == "new case"


def test_ben_05_what_a_caseworker_notes_can_be_read(office: Bench) -> None:
    """Else it is refused with what it says and what was expected, and a personal number is not repeated."""
    case = office.apply()

    assert office.refused(AmendCase(case, {"children": "2", "lives_alone": "nej"})) == (
        f"BEN-05: On case {case} children is '2', not a whole number such as 2; lives_alone is 'nej', not true or "
        'false; note what is meant, or "" where nobody knows. [BEN-05]'
    )
    assert "120878" not in office.refused(AmendCase(case, {"spouse_number": "120878-12"}))
    office.do(AmendCase(case, {"children": 2, "lives_alone": False, "spouse_number": "", "remarks": ["ringer"]}))


LATER = ("decision", "differences", "spouse_registered_on", "stop_month", "register/Jobnet", "payment/2024-08")


@pytest.mark.parametrize("name", [*LATER, "calculation/2024-08", "hold/2024-08", "missing/x", "income/2024-08"])
def test_ben_03_an_application_says_nothing_in_the_offices_name(office: Bench, name: str) -> None:
    """What a register says, a decision or a payment comes to a case later: no case begins with it, by hand either."""
    said: dict[str, Any] = {"benefit": "kontanthjælp", name: {"spouse_registered": True}}
    document = office.submit("Ansøgning", **said)

    assert office.task(document, "create_case").facts == {"unreadable": [name]}
    command = RegisterDocument(document, "Ansøgning", case_type="kontanthjælp")
    assert f"BEN-03: No case begins with {name}" in office.refused(command)
    assert of_the_office({name: ""}) == misread({name: ""}) == [name]
    other = office.submit("Ansøgning", "", benefit="kontanthjælp")
    typed = RegisterDocument(other, "Ansøgning", case_type="kontanthjælp", facts={name: "x"})
    assert f"BEN-03: No case begins with {name}" in office.refused(typed)


@pytest.mark.parametrize("name", [*STATEMENTS, "own_registered", "remarks", "attached"])
def test_sim_06_rule_and_check_read_alike(name: str) -> None:
    """What one of them takes for readable so does the other, whatever self-service delivers."""
    taken = [value for value in VALUES if not unreadable({name: value})]

    assert taken == [value for value in VALUES if not misread({name: value})]
    assert taken[:2] == [None, ""]


@pytest.mark.parametrize("category", ["Ansøgning", "Dokumentation", "Lønseddel", "Hændelse"])
@pytest.mark.parametrize("said", [value for value in VALUES if value is not None])
def test_ben_03_whatever_self_service_delivers_somebody_gets_it(office: Bench, category: str, said: Any) -> None:
    """No value in any field makes a document disappear or a rule fail."""
    office.apply()
    names = ("benefit", "case", "event", "date", "matter", "month", "person", "pay", "purpose", *STATEMENTS)
    document = office.submit(category, **dict.fromkeys(names, said))
    home = office.view.document(document).case or document

    assert office.failures() == []
    assert [task for task in office.view.tasks(home) if task.about == document]
