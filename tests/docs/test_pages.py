"""The pages together: every page is in the table of contents, every link leads somewhere, every library is told."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.house.sources import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


def prose(page: Path) -> str:
    """A page without its fenced blocks and code, in which a bracket means something else."""
    without_blocks = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"(?<!\[)`[^`\n]+`(?!\])", "", without_blocks)


def anchors(page: Path) -> set[str]:
    """What the headings of a page can be linked by."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_every_page_is_in_the_table_of_contents() -> None:
    """``docs/README.md`` links each of the others."""
    linked = set(LINK.findall(prose(DOCS / "README.md")))

    assert [page.name for page in PAGES if page.name != "README.md" and page.name not in linked] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    """Links to files of the project lead to files that are there, and to headings that they have."""
    dead = []
    for link in LINK.findall(prose(page)):
        name, _, heading = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if link.startswith("https://"):
            continue
        if not target.exists() or (heading and heading not in anchors(target)):
            dead.append(link)

    assert dead == []


def test_every_library_has_its_reason() -> None:
    """``docs/why.md`` has a row for each library that the project needs, to run or to be developed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = [re.split(r"[<>=!~;\[ ]", each)[0] for each in needed]

    assert re.findall(r"^\| `([a-z0-9-]+)` \|", (DOCS / "why.md").read_text(encoding="utf-8"), re.MULTILINE) == names
