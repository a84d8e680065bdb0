"""Takes the pictures of the report for README and docs from a run: ``python docs/make_screenshots.py [SCENARIO]``.

It needs Chromium and chromedriver, as the tests of the page do. The pictures show no more of the page than its top.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from saksgang.cli.main import run

__all__ = ["PICTURES", "main", "taken"]

DOCS = Path(__file__).parent
SCENARIO = "norway"  # for as long as it is shipped: a shorter run does not come to all of its goals, and says so on top
# File, width, height, dots a pixel, dark.
PICTURES = (
    ("report-desktop-light.png", 1040, 1100, 1, False),
    ("report-phone-dark.png", 390, 1000, 1.25, True),
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


def taken(page: Path, folder: Path) -> None:
    """Each picture of a page, into a folder."""
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if browser is None or driver is None:
        sys.exit("There is no chromium with its chromedriver here: install chromium and chromium-driver.")
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = browser
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        chrome = webdriver.Chrome(options=options, service=Service(driver))
        try:
            for picture in PICTURES:
                _take(chrome, page, folder, *picture)
        finally:
            chrome.quit()


def _take(  # noqa: PLR0913, PLR0917 - a row of PICTURES
    chrome: webdriver.Chrome,
    page: Path,
    folder: Path,
    name: str,
    width: int,
    height: int,
    dots: float,
    dark: bool,  # noqa: FBT001 - as above
) -> None:
    screen = {"width": width, "height": height, "deviceScaleFactor": dots, "mobile": width < 600}
    chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
    chrome.get("about:blank")
    chrome.get(page.resolve().as_uri())
    chrome.save_screenshot(str(folder / name))


def main(arguments: list[str]) -> int:
    """Simulate, report, and take the pictures."""
    scenario = arguments[0] if arguments else SCENARIO
    with TemporaryDirectory() as folder:
        left = Path(folder) / "run"
        run(["simulate", scenario, "--out", str(left)])
        code = run(["report", str(left), "--lang", "en"])
        if code == 0:
            taken(left / "report.html", DOCS)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
