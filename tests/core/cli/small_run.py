"""A run's folder of the small office, and the program with the small routine installed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from saksgang import hookspecs
from saksgang.cli.main import run
from saksgang.commands import (
    AssignCase,
    CompleteLetter,
    CreateTask,
    DraftLetter,
    RegisterDocument,
    StartDeadline,
    SubmitDocument,
)
from saksgang.journal import LinesJournal
from saksgang.plugins import Registry
from tests.core.small_office import NUMBER, SmallOffice, SmallPlugin, small_office

__all__ = ["CASE", "Said", "bare", "registry", "said", "small_run"]

CASE = "SAK-2026-00001"


@frozen
class Said:
    """What the program answered."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Its answer as JSON."""
        return json.loads(self.out)


def registry(*plugins: object) -> Registry:
    """No installed plugin at all, but the small routine and those given."""
    found = Registry(hookspecs.PROJECT, "no such group", hookspecs)
    found.register(SmallPlugin(), "small", "test")
    for n, plugin in enumerate(plugins):
        found.register(plugin, f"plugin{n}", "test")
    return found


def bare() -> Registry:
    """Not even the small routine, whose runs are there all the same."""
    found = registry()
    del found._loaded["small"]
    return found


def said(capfd: pytest.CaptureFixture[str], *arguments: object, among: Registry | None = None) -> Said:
    """Run one command line as the program does."""
    code = run([str(each) for each in arguments], among or registry())
    out, err = capfd.readouterr()
    return Said(code, out, err)


def small_run(folder: Path, more: Callable[[SmallOffice], object] | None = None) -> SmallOffice:
    """A case of Kari's with a task, a letter that waits for Liv, and a running deadline; and ``more`` that happened."""
    folder.mkdir()
    office = small_office(LinesJournal(folder / "journal.jsonl"))
    letter = SubmitDocument("small", "citizen:1", "citizen:1", "Henvendelse", personal_number=NUMBER)
    document = office.do(letter, "citizen:1")
    office.do(RegisterDocument(document, "Henvendelse", case_type="Sak"), "staff:ola")
    office.do(AssignCase(CASE, "kari"), "staff:ola")
    office.do(StartDeadline("answer", CASE, {"due": "2 working days"}, about=document))
    office.do(CreateTask("reply", case=CASE, owner="kari"))
    office.at("2026-04-01 12:00")
    office.do(CompleteLetter(office.do(DraftLetter(CASE, "svarbrev", "citizen:1", {"navn": "du"}))))
    if more is not None:
        more(office)
    office.journal.close()
    return office
