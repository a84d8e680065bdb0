"""From a run's folder to its report, or to the page of one of its cases (SIM-09)."""

from __future__ import annotations

import datetime as dt
import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attrs import evolve, frozen
from markupsafe import Markup

from saksgang.declarations import Catalogue
from saksgang.errors import InputRefused
from saksgang.events import DeadlineMissed, OfficeOpened
from saksgang.journal import Encoded, Place, Recorded, decode
from saksgang.legaltime import Almanac
from saksgang.worklists import Moment, told
from saksgang_sim.figure import Figure
from saksgang_sim.promises import Waits, waits_of
from saksgang_sim.report.answers import Notice
from saksgang_sim.report.cases import case_told
from saksgang_sim.report.choosing import candidates
from saksgang_sim.report.counting import Counted, counted
from saksgang_sim.report.gathering import about, gathered
from saksgang_sim.report.leaving import REPORT
from saksgang_sim.report.missed import missed_row
from saksgang_sim.report.page import figures_of, html_of, page_of
from saksgang_sim.report.rendering import rendered, static
from saksgang_sim.report.rules import violations
from saksgang_sim.report.summary_file import Summary, read_summary
from saksgang_sim.report.words import Words

__all__ = ["Ground", "case_page", "report"]

BYTES, LINKS = 1_960_000, 500  # of the page; and of the links that a case on it gives rise to
CASES, MISSED_FIRST = 400, 40
TONES = {
    "DeadlineMet": "good",
    "DeadlineMissed": "bad",
    "LetterFailed": "bad",
    "DispatchFailed": "bad",
    "HandlingFailed": "bad",
}


@frozen
class Ground:
    """What a report is made from.

    Attributes:
        run: the folder, the file or the address of the journal, as the user named it.
        catalogue: the routines that are installed here.
        figures: what they declare beside the figures that all have, by routine.
        language: ``nb``, ``da`` or ``en``; ``""`` for the office's own.
    """

    run: Place
    catalogue: Catalogue
    figures: Mapping[str, tuple[Figure, ...]]
    language: str = ""

    @property
    def folder(self) -> Path:
        """Where the journal lies; of one at an address, where the user is."""
        if not isinstance(self.run, Path):
            return Path()
        return self.run if self.run.is_dir() else self.run.parent

    @property
    def waits(self) -> Waits:
        """Whom the deadlines wait for."""
        return waits_of(self.catalogue.routines.values())

    def words(self, opened: OfficeOpened) -> Words:
        """The words of the page; an office of another language than ours is told of in English."""
        known = opened.language if opened.language in {"nb", "da"} else "en"
        staff = {one.id: one.name for one in opened.staff}
        return Words(self.language or known, self.catalogue, Almanac(opened.country, opened.zone), staff)

    def command(self, *more: str) -> str:
        """A command about this run."""
        return shlex.join(["saksgang", *more[:1], str(self.run), *more[1:]])


def report(ground: Ground) -> str:
    """The report as HTML.

    Raises:
        InputRefused: there is no journal of a run, or its summary cannot be read.
        JournalDamaged: the journal is not as it was written.
    """
    journal = Encoded(ground.run)
    made = counted(journal, ground.waits, ground.figures)
    words = ground.words(made.opened)
    figures = figures_of(made, words)
    summary, notices = _summary(ground, journal.digest, words)
    violated = [each.case for check in (summary.violated if summary else ()) for each in check.first_violations]
    missed = [each.case for each in made.deadlines.missed()]
    behind = [each.cases for each in figures.lists.all]
    chosen = candidates([*violated, *missed[:MISSED_FIRST]], behind, made.outcomes.cases, CASES)
    page = page_of(made, figures, summary, notices, words, ground.command("report", "--case", "NUMBER"))
    room = BYTES - len(html_of(page, words, {}).encode())
    opening = decode(next(journal.again()))
    events = gathered(journal.again(), chosen)
    return html_of(page, words, dict(_cases(_Teller(ground, made, words, opening, summary), events, room)))


def case_page(ground: Ground, number: str) -> str:
    """The page of one case as HTML; raises as ``report`` does, and ``InputRefused`` when there is no such case."""
    journal = Encoded(ground.run)
    lines = list(about(journal, number))
    made = counted(lines, ground.waits, {})
    words = ground.words(made.opened)
    summary, _ = _summary(ground, journal.digest, words)
    events = gathered(lines, [number])[number]
    if not number or not events:
        raise InputRefused(f"The journal in {ground.run} has no case {number!r}: name one by its number.")
    teller = _Teller(ground, made, words, decode(lines[0]), summary)
    return teller.told(number, events, "single.html", mark=REPORT.mark, css=static("report.css"))


@frozen
class _Teller:
    """What the page of a case is filled with beside its events."""

    ground: Ground
    made: Counted
    words: Words
    opening: Recorded
    summary: Summary | None

    def told(self, number: str, events: Sequence[Recorded], template: str, **more: object) -> Markup:
        """A case in a template."""
        case = case_told(number, events, self.opening, self.ground.catalogue, self.words.language)
        return rendered(
            template,
            case=case,
            words=self.words,
            unsure=[word for word, cases in sorted(self.made.outcomes.unsure.items()) if number in cases],
            missed=[missed_row(each, self.words) for each in self.made.deadlines.missed() if each.case == number],
            waits=self.ground.waits,
            timeline=[(self._line(each), self._tone(each)) for each in case.events],
            command=self.ground.command("report", "--case", number, "--lang", self.words.language),
            explain=self.ground.command("explain", number, "--lang", self.words.language),
            repeat=self.summary.repeat if self.summary else "",
            violated=list(violations(self.summary, number, self.words)),
            **more,
        )

    def _line(self, recorded: Recorded) -> Moment:
        """A line of the timeline."""
        words = self.words
        return told(evolve(recorded, event=words.labelled(recorded.event)), words.almanac, words.language)

    def _tone(self, recorded: Recorded) -> str:
        """How a line of the timeline is marked; a reminder that comes is nothing bad."""
        event = recorded.event
        if isinstance(event, DeadlineMissed):
            promised = self.ground.waits.promised(f"{event.routine}.{event.kind}", event.target)
            return TONES[recorded.kind] if promised else ""
        return TONES.get(recorded.kind, "")


def _cases(teller: _Teller, cases: Mapping[str, Sequence[Recorded]], room: int) -> Iterator[tuple[str, Markup]]:
    """As many cases as the page has room for, in their order."""
    for number, events in cases.items():
        if not events:
            continue
        html = teller.told(number, events, "case.html", back=True)
        room -= len(html.encode()) + LINKS
        if room < 0:
            return
        yield number, html


def _summary(ground: Ground, digest: str, words: Words) -> tuple[Summary | None, Sequence[Notice]]:
    """The summary, if it is of this journal, and what has to be said where there is none or the run was cut short."""
    summary = read_summary(ground.folder) if isinstance(ground.run, Path) else None
    title = words("partial.title")
    if summary is None:
        return None, [Notice(title, [words("partial.unknown")])]
    if summary.digest != digest:
        return None, [Notice(title, [words("partial.other")])]
    if summary.complete:
        return summary, ()
    until = words.day(dt.date.fromisoformat(summary.until))
    return summary, [Notice(title, [words("partial.interrupted", until=until)])]
