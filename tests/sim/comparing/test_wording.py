"""A comparison's page in the language of the office (SIM-09)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from string import Formatter

import pytest
from attrs import evolve

import saksgang_sim.comparing
from saksgang.declarations import Catalogue
from saksgang.legaltime import Almanac
from saksgang_long_term_monitoring.plugin import declare_routine as monitoring
from saksgang_ppt_intake.plugin import declare_routine as ppt_intake
from saksgang_sim.comparing.titles import titled
from saksgang_sim.comparing.wording import Wording, texts
from saksgang_sim.many.figures import GROUPS, Figure
from saksgang_sim.reading import read_scenario, shipped_scenarios, shipped_variants
from saksgang_sim.report.words import Words
from tests.sim.garden import garden_in
from tests.sim.report.reading import Page
from tests.sim.running import said

SLOW = 'service."garden.vurder"=300'
BREAKS = ("self.reached()", "self.judge(False, recorded, 'It was the tenth.')")
CATALOGUE = Catalogue({"ppt_intake": ppt_intake(), "long_term_monitoring": monitoring()})
SAYS = ("too few runs", "the same in every run", "no difference shown", "higher in B", "lower in B")


def wording(language: str, routines: int = 1) -> Wording:
    """The words of a page about these routines."""
    return Wording(Words(language, CATALOGUE, Almanac("NO"), {}), routines)


def fields(table: Mapping[str, str]) -> dict[str, set[str | None]]:
    """What each text is filled in with."""
    return {key: {name for _, name, _, _ in Formatter().parse(text) if name} for key, text in table.items()}


@pytest.mark.parametrize("language", ["nb", "da"])
def test_sim_09_every_language_has_the_same_texts_with_the_same_fields(language: str) -> None:
    """No key is missing or left over, and none of several words is the English one."""
    english, other = texts("en"), texts(language)

    assert list(other) == list(english)
    assert {name: fields(table) for name, table in other.items()} == {
        name: fields(table) for name, table in english.items()
    }
    assert [
        text for name in other for text in set(other[name].values()) & set(english[name].values()) if " " in text
    ] == []


def test_sim_09_every_figure_and_verdict_has_its_words() -> None:
    """Groups, measures and what is said of a difference, and every text of the page is used."""
    folder = Path(saksgang_sim.comparing.__file__).parent
    sources = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    sources += (folder.parent / "report" / "templates" / "compare.html").read_text("utf-8")

    assert list(texts("en")["groups"]) == list(GROUPS)
    assert set(texts("en")["measures"]) == {measure for measures in GROUPS.values() for measure in measures}
    assert tuple(texts("en")["says"]) == SAYS
    assert [key for key in texts("en")["page"] if f'"{key.removesuffix("s")}' not in sources] == []


@pytest.mark.parametrize(
    ("figure", "norwegian"),
    [
        (Figure("Deadlines", "ppt_intake.answer.norm", "share met"), "Frist for svar (norm), andel holdt"),
        (Figure("Reminders", "ppt_intake.opened.due", "came"), "Frist for åpning, utløst"),
        (Figure("Days to answer", "ppt_intake.Henvisning", "in the middle"), "Henvisning, median"),
        (Figure("Days to answer", "ppt_intake.forelopig_svar", "nine of ten"), "Foreløpig svar, ni av ti innen"),
        (Figure("Letters", "ppt_intake.svarbrev", "to print"), "Svar på henvendelsen til PPT, til utskrift"),
        (Figure("Work", "ppt_intake.konsulent", "tasks done"), "konsulent, utførte oppgaver"),
        (Figure("Cases", "ppt_intake.PPT-sak", "opened"), "PPT-sak, opprettet"),
    ],
)
def test_sim_09_a_figure_has_the_labels_of_its_routine(figure: Figure, norwegian: str) -> None:
    """In English the ids that the terminal has; with its routine where there are several."""
    assert wording("nb").name(figure) == norwegian
    assert wording("nb", 2).name(figure) == f"Mottak og fordeling av henvendelser til PPT: {norwegian}"
    assert wording("en").name(figure) == f"{figure.name} {figure.measure}"


@pytest.mark.parametrize(
    ("language", "written"), [("nb", "1\u00a0234 12,5"), ("da", "1.234 12,5"), ("en", "1,234 12.5")]
)
def test_sim_09_numbers_are_written_as_the_language_does(language: str, written: str) -> None:
    """Thousands and decimals."""
    opened = Figure("Cases", "ppt_intake.PPT-sak", "opened")

    assert " ".join(wording(language).number(opened, value) for value in (1234, 12.5)) == written


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scenario of a garden whose check breaks."""
    return garden_in(tmp_path_factory.mktemp("garden"), BREAKS).path


@pytest.mark.parametrize(
    ("more", "language", "words"),
    [
        ((), "nb", ("Hva endrer seg?", "høyere i B", "Brudd på regelen:", "Slik leses det")),
        (("--lang", "da"), "da", ("Hvad ændrer sig?", "højere i B", "Brud på reglen:", "Sådan læses det")),
        (("--lang", "en"), "en", ("What changes?", "higher in B", "Broken rule:", "How to read it")),
    ],
)
def test_sim_09_the_page_is_in_the_language_of_the_office_or_another(
    garden: Path, tmp_path: Path, more: tuple[str, ...], language: str, words: tuple[str, ...]
) -> None:
    """The terminal stays as it is; the rule of a routine without sentences is marked as English."""
    out = tmp_path / "page.html"
    answer = said("compare", garden, "--change", SLOW, "--runs", 2, "--out", out, *more)
    text = out.read_text("utf-8")
    page = Page(text)

    assert "higher in B" in answer.out
    assert page.wrong == []
    assert f'<html lang="{language}">' in text
    assert [each for each in words if each not in "".join(page.text)] == []
    assert '<span lang="en">It was the tenth.</span>' in text
    assert bool(re.search(r'<strong>[^<]+<span lang="en">', text)) is (language != "en")


@pytest.mark.parametrize("language", ["nb", "da", "en"])
def test_sim_09_every_shipped_scenario_has_a_title_that_tells_no_length(language: str) -> None:
    """A comparison has its own length; what somebody else wrote is called as its file has it."""
    shipped = {**shipped_scenarios(), **shipped_variants()}
    told = {name: titled(read_scenario(name), language) for name in shipped}

    assert set(texts(language)["titles"]) == set(shipped)
    assert told == dict(texts(language)["titles"])
    assert [title for title in told.values() if re.search("month|måned", title)] == []
    assert titled(evolve(read_scenario("small"), path=Path("small.toml")), language) == read_scenario("small").title
