"""The page put together: the answer on top, the figures below it, the lists and cases behind them (SIM-09)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

from attrs import evolve, field, frozen
from markupsafe import Markup

from saksgang.worklists import hidden
from saksgang_sim.report.answers import Checks, Notice, Reason, answer, checks, facts, numbers, reasons, unsure
from saksgang_sim.report.counting import Counted
from saksgang_sim.report.deadlines import MISSED
from saksgang_sim.report.leaving import REPORT
from saksgang_sim.report.missed import MissedRow, missed_row
from saksgang_sim.report.rendering import rendered, static
from saksgang_sim.report.rules import RanFault, ran_faults
from saksgang_sim.report.summary_file import Summary
from saksgang_sim.report.unheld import Unheld, unheld
from saksgang_sim.report.views import CaseList, Lists, View
from saksgang_sim.report.views_cases import declared_view, outcomes_view
from saksgang_sim.report.views_deadlines import (
    kinds_view,
    months_view,
    reminders_view,
    time_view,
)
from saksgang_sim.report.views_letters import flow_view, templates_view
from saksgang_sim.report.views_work import people_view, queues_view, roles_view
from saksgang_sim.report.words import Words

__all__ = ["Figures", "Page", "figures_of", "html_of", "page_of"]

ROWS = 100


@frozen
class Figures:
    """All figures of the page, and the lists of cases behind them; ``first`` belong to the answer."""

    first: Sequence[View]
    views: Sequence[View]
    lists: Lists


@frozen(kw_only=True)
class Page:
    """What the template ``report.html`` is filled with.

    Attributes:
        cases: the HTML of each case that the page carries, by number.
        command: writes the page of any case.
    """

    municipality: str
    period: str
    summary: Summary | None
    notices: Sequence[Notice]
    unheld: Unheld
    unsure: Sequence[Notice]
    answer: Sequence[str]
    reasons: Sequence[Reason]
    numbers: Sequence[tuple[str, str]]
    first: Sequence[View]
    missed: Sequence[MissedRow]
    missed_all: int
    views: Sequence[View]
    lists: Sequence[CaseList]
    charts: Mapping[str, Any]
    checks: Checks | None
    facts: Sequence[tuple[str, str]]
    faults: Sequence[RanFault]
    opened: int
    command: str
    cases: Mapping[str, Markup] = field(factory=dict)


def figures_of(counted: Counted, words: Words) -> Figures:
    """The figures, in the order in which the page shows them."""
    lists = Lists()
    first = (time_view(counted.deadlines, words, lists),)
    views = [
        months_view(counted.deadlines, words, lists),
        kinds_view(counted.deadlines, words, lists),
        flow_view(counted.letters, words, lists),
        templates_view(counted.letters, words, lists),
        queues_view(counted.queues, words, lists),
        roles_view(counted.queues, words, lists),
        people_view(counted.queues, words),
        *(declared_view(each, words, lists) for each in counted.declared),
        reminders_view(counted.deadlines, words, lists),
        outcomes_view(counted.outcomes, words, lists),
    ]
    return Figures([view for view in first if view.rows], [view for view in views if view.rows], lists)


def page_of(
    counted: Counted,
    figures: Figures,
    summary: Summary | None,
    notices: Sequence[Notice],
    words: Words,
    command: str,
) -> Page:
    """The page as data, without any case yet."""
    missed = list(counted.deadlines.missed())
    return Page(
        municipality=counted.opened.municipality,
        period=_period(counted, summary, words),
        summary=summary,
        notices=notices,
        unheld=unheld(summary, counted.deadlines, words),
        unsure=unsure(counted, words),
        answer=answer(counted.deadlines, words),
        reasons=list(reasons(counted.deadlines, words)),
        numbers=numbers(counted, words),
        first=figures.first,
        missed=[missed_row(each, words) for each in missed[:ROWS]],
        missed_all=counted.deadlines.count(MISSED),
        views=figures.views,
        lists=figures.lists.all,
        charts={view.id: hidden(view.chart) for view in (*figures.first, *figures.views) if view.chart},
        checks=checks(summary, words) if summary else None,
        facts=facts(counted, summary, words),
        faults=ran_faults(summary, words),
        opened=counted.outcomes.opened,
        command=command,
    )


def _period(counted: Counted, summary: Summary | None, words: Words) -> str:
    """The days that were simulated; where no summary tells, those from the first event to the last."""
    first, last = summary.days if summary else map(words.almanac.today, (counted.first, counted.last))
    return words("page.period", first=words.day(first), last=words.day(last))


def html_of(page: Page, words: Words, cases: Mapping[str, Markup]) -> Markup:
    """The whole page as HTML, carrying these cases."""
    return rendered(
        "report.html",
        mark=REPORT.mark,
        page=evolve(page, cases=cases),
        words=words,
        version=version("saksgang"),
        css=static("report.css"),
        script=static("report.js"),
        library=static("echarts.min.js"),
    )
