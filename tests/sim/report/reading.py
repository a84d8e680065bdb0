"""A page as a careful reader's parser sees it: every tag closed, every id once, every link inside the page."""

from __future__ import annotations

from html.parser import HTMLParser

__all__ = ["Page", "page_of"]

VOID = {"meta", "link", "br", "img", "input", "hr"}
LOADING = ("src", "srcset", "data", "action", "poster", "background", "formaction")


class Page(HTMLParser):
    """What is on a page, and what is wrong with it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.loads: list[str] = []
        self.handlers: list[str] = []
        self.wrong: list[str] = []
        self.text: list[str] = []
        self.scripts: list[str] = []
        self.tables: dict[str, list[list[str]]] = {}
        self._open: list[str] = []
        self._sections: list[str] = []
        self.feed(text)
        self.close()
        self.wrong += [f"<{tag}> is not closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note ids, links and whatever would load something."""
        self.tags.append(tag)
        given = dict(attrs)
        self.handlers += [name for name in given if name.startswith("on")]
        self.loads += [f"{name}={given[name]}" for name in LOADING if name in given]
        if tag == "link" and given.get("href") != "data:,":
            self.loads.append(f"link {given.get('href')}")
        if (key := given.get("id")) is not None:
            self.ids.append(key)
        if tag == "a":
            self.targets.append(given.get("href") or "")
        if tag not in VOID:
            self._open.append(tag)
        if tag == "section":
            self._sections.append(given.get("id") or "")
        if tag == "tr" and self._sections:
            self.tables.setdefault(self._sections[-1], []).append([])
        if tag in {"td", "th"} and self._sections:
            self.tables[self._sections[-1]][-1].append("")
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        """Each tag closes the one that was opened last."""
        if not self._open or self._open.pop() != tag:
            self.wrong.append(f"</{tag}> at {self.getpos()}")
        if tag == "section":
            self._sections.pop()

    def handle_data(self, data: str) -> None:
        """Text, apart from that of scripts and styles."""
        inside = self._open[-1] if self._open else ""
        if inside == "script":
            self.scripts[-1] += data
        elif inside != "style":
            self.text.append(data)
            if {"td", "th"} & set(self._open) and self._sections:
                self.tables[self._sections[-1]][-1][-1] += data


def page_of(text: str) -> Page:
    """The page."""
    return Page(text)
