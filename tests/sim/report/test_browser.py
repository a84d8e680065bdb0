"""The page in a real Chromium: charts, keyboard, phone, light and dark, and not one request (SIM-09)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.sim.report.browser import Reader, reading
from tests.sim.running import said

WIDTHS = (390, 1200)
CHARTS = (
    "return [...document.querySelectorAll('.chart')].map(e => [e.dataset.chart, e.querySelectorAll('svg path').length])"
)

NAMELESS = """
  const by = e => document.getElementById(e.getAttribute('aria-labelledby'))?.textContent;
  const parts = document.querySelectorAll('[role=region],[role=application],section,article,nav');
  return [...parts].filter(e => !(e.getAttribute('aria-label') || by(e))).map(e => e.outerHTML.slice(0, 80));
"""
COLORS = """
  const shown = getComputedStyle(document.querySelector(arguments[0]));
  return [shown.color, shown.fill, shown.backgroundColor];
"""


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """One browser for all of these."""
    with reading() as someone:
        yield someone


@pytest.fixture(scope="module")
def page(run: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the run."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    assert said("report", run, "--lang", "en", "--out", path).code == 0
    return path


def press(reader: Reader, *keys: str) -> None:
    """Press these keys one after another."""
    for key in keys:
        ActionChains(reader.driver).send_keys(key).perform()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", WIDTHS)
def test_sim_09_the_page_draws_without_a_complaint_or_a_request(
    reader: Reader, page: Path, width: int, *, dark: bool
) -> None:
    """Every chart has shapes in it; the console is silent; nothing but the file itself is asked for."""
    reader.open(page, width=width, dark=dark)
    drawn = dict(reader.ask(CHARTS))

    assert {"time", "months", "letters", "queues", "roles"} <= set(drawn)
    assert [name for name, shapes in drawn.items() if shapes < 3] == []
    assert reader.complaints() == []
    assert [url for url in reader.requests() if not url.startswith("data:")] == [page.resolve().as_uri()]


@pytest.mark.parametrize("width", [320, 390, 1200])
def test_sim_09_the_page_never_scrolls_sideways(reader: Reader, page: Path, width: int) -> None:
    """Overview, a list and a case, each with everything unfolded."""
    reader.open(page, width=width)
    list_and_case = reader.ask("return ['.list', '.case'].map(s => document.querySelector(s).id)")
    for place in ("", *list_and_case):
        reader.ask(
            "location.hash = arguments[0]; document.querySelectorAll('details').forEach(e => e.open = true)", place
        )
        assert not reader.ask("const e = document.documentElement; return e.scrollWidth - e.clientWidth"), place


def test_sim_09_light_and_dark_are_two_readable_pages(reader: Reader, page: Path) -> None:
    """Text stands out from its ground in both, by the contrast that WCAG asks for; chart text too."""
    grounds = []
    for dark in (False, True):
        reader.open(page, dark=dark)
        ground = luminance(reader.ask(COLORS, ".figure")[2])
        grounds.append(ground)
        for selector in (".lead", ".about", "thead th", "a", "summary"):
            assert contrast(luminance(reader.ask(COLORS, selector)[0]), ground) >= 4.5, (selector, dark)
        assert contrast(luminance(reader.ask(COLORS, ".chart svg text")[1]), ground) >= 4.5

    assert grounds[0] > 0.9
    assert grounds[1] < 0.1


def luminance(color: str) -> float:
    """Relative luminance of an ``rgb(...)``."""
    parts = [int(part) / 255 for part in color[color.index("(") + 1 : -1].split(",")[:3]]
    red, green, blue = ((part / 12.92) if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(one: float, other: float) -> float:
    """The contrast of two."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def test_sim_09_the_keyboard_goes_from_a_figure_to_a_case_and_back(reader: Reader, page: Path) -> None:
    """Tab to the picture, arrows to a bar, Enter to its cases, Enter to a case, and back to where one was."""
    reader.open(page)
    for _ in range(60):
        press(reader, Keys.TAB)
        if reader.focused() == "months":
            break
    assert reader.focused() == "months"
    assert reader.ask("return document.activeElement.matches(':focus-visible')")
    press(reader, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_LEFT)
    assert ", missed: " in reader.ask("return document.getElementById('live').textContent")
    chosen = reader.ask("return document.activeElement.dataset.at")

    press(reader, Keys.ENTER)
    assert reader.arrives(f"h-{chosen}")
    assert reader.ask("return location.hash") == f"#{chosen}"
    assert not reader.find("#overview").is_displayed()
    press(reader, Keys.TAB)
    case = reader.focused()
    assert case.startswith("#case-")
    press(reader, Keys.ENTER)
    assert reader.arrives(f"h-{case.removeprefix('#')}")
    assert reader.find(f"{case} .timeline").is_displayed()

    reader.driver.back()
    reader.driver.back()
    assert reader.arrives("months")
    assert reader.find("#overview").is_displayed()


def test_sim_09_a_click_on_a_bar_opens_its_cases(reader: Reader, page: Path) -> None:
    """The first bar of the missed ones leads to a list with as many as it says."""
    reader.open(page)
    chart = reader.find("[data-chart=time]")
    reader.ask("arguments[0].scrollIntoView({block: 'center'})", chart)
    bar = reader.ask(
        "return [...arguments[0].querySelectorAll('path')].map(e => [e.getBoundingClientRect().width, e])"
        ".filter(([width, e]) => e.getAttribute('fill') !== 'none' && e.getBoundingClientRect().height > 8)"
        ".sort((a, b) => b[0] - a[0])[0][1]",
        chart,
    )
    ActionChains(reader.driver).move_to_element(bar).click().perform()

    assert reader.arrives(reader.ask("return `h-${location.hash.slice(1)}`"))
    assert reader.ask("return document.querySelector('.leaf:target .cases li') !== null")


def test_sim_09_the_first_stop_of_the_keyboard_skips_to_the_report(reader: Reader, page: Path) -> None:
    """A link that shows itself when it has the focus, and goes to the main part."""
    reader.open(page)
    press(reader, Keys.TAB)

    assert reader.focused() == "#top"
    assert reader.find(".skip").rect["x"] >= 0
    press(reader, Keys.ENTER)
    assert reader.arrives("top")


def test_sim_09_everything_has_a_name_for_those_who_hear_the_page(reader: Reader, page: Path) -> None:
    """One main part, named regions and charts, and a heading for every section."""
    reader.open(page)

    assert reader.ask("return document.querySelectorAll('main').length") == 1
    assert reader.ask(NAMELESS) == []
    assert reader.ask("return document.querySelectorAll('table:not(:has(th[scope=col]))').length") == 0


def test_sim_09_without_javascript_the_tables_and_cases_are_there(reader: Reader, page: Path) -> None:
    """Every table is unfolded, no chart takes room, and a link still opens a case."""
    reader.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        reader.open(page)
        assert reader.find("#months table").is_displayed()
        assert not reader.find("[data-chart=months]").is_displayed()
        reader.find("#missed a").click()
        assert reader.find(".case:target .timeline").is_displayed()
        assert not reader.find("#overview").is_displayed()
    finally:
        reader.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_sim_09_a_change_of_the_screen_redraws(reader: Reader, page: Path) -> None:
    """From a wide window to a phone's: the charts have the phone's width."""
    reader.open(page)
    screen = {"width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    reader.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    reader.ask("dispatchEvent(new Event('resize'))")

    assert reader.ask("return document.querySelector('[data-chart=letters] svg').getBoundingClientRect().width") < 390


def test_sim_09_the_page_of_one_case_is_readable_on_a_phone(reader: Reader, run: Path, tmp_path: Path) -> None:
    """By itself, without a script."""
    number = reader.ask("return document.querySelector('.case').id").removeprefix("case-")
    said("report", run, "--case", number, "--out", tmp_path / "case.html")
    reader.open(tmp_path / "case.html", width=390)

    assert reader.find(".timeline").is_displayed()
    assert not reader.ask("const e = document.documentElement; return e.scrollWidth - e.clientWidth")
    assert reader.complaints() == []


def test_sim_09_the_months_of_both_pictures_stand_one_under_the_other(reader: Reader, page: Path) -> None:
    """The axes of what was missed and of what was met begin at one edge, however long their numbers are."""
    for width in WIDTHS:
        reader.open(page, width=width)
        lefts = reader.ask(
            "return [...document.querySelectorAll('[data-chart=months] svg path')].map(e => e.getBoundingClientRect())"
            ".filter(r => r.width > 150 && r.height < 2).map(r => Math.round(r.left))"
        )
        assert len(lefts) >= 4
        assert len(set(lefts)) == 1, (width, lefts)


def test_sim_09_on_a_phone_every_bar_has_its_whole_name(reader: Reader, page: Path) -> None:
    """Where a case lay is told to its end, reason and all, in as many lines as it takes."""
    reader.open(page, width=360)
    names = reader.ask(
        "const spec = JSON.parse(document.getElementById('charts').textContent).time; return spec.categories"
    )
    told = reader.ask("return [...document.querySelectorAll('[data-chart=time] svg text')].map(e => e.textContent)")
    text = "".join(told).replace(" ", "").replace("\u00a0", "")

    assert max(len(name) for name in names) > 50
    assert [name for name in names if name.replace(" ", "") not in text] == []
    assert "…" not in text


def test_sim_09_a_table_that_is_cut_off_says_that_it_goes_on(reader: Reader, page: Path) -> None:
    """On a phone it tells to scroll, on a desk it has nothing to tell."""
    hint = "return getComputedStyle(document.querySelector('#kinds .scroll'), '::before').content"
    reader.open(page, width=360)
    assert "Scroll sideways" in reader.ask(hint)
    reader.open(page, width=1200)
    assert reader.ask(hint) == "none"
