"""A run on the terminal: what became of every document and letter, every check, and the verdict (SIM-09)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version

from saksgang.checks import Verdict
from saksgang.legaltime import Almanac
from saksgang_sim.goals import needs_months
from saksgang_sim.run import Outcome
from saksgang_sim.summary import days
from saksgang_sim.tally import Tally
from saksgang_sim.verdict import verdict_line

__all__ = ["lines"]

FATES = (
    "drafted",
    "returned by the leader",
    "sent",
    "opened digitally",
    "no mailbox",
    "to print",
    "posted on paper",
    "stopped by hand",
    "failed",
)
CAME = {"started": "set", "missed": "came", "met": "ended before", "cancelled": "cancelled"}
WORST_LAST = ("held", "not put to the test", "not reached", "violated")
SHOWN = 5
DAY = dt.timedelta(days=1)


def lines(outcome: Outcome) -> Iterable[str]:
    """The summary, line by line."""
    scenario, tally = outcome.scenario, outcome.tally
    yield (
        f"saksgang {version('saksgang')} · {scenario.name} · {outcome.municipality.name} · "
        f"{scenario.start} to {max(scenario.start, outcome.until - DAY)} · seed {scenario.seed}"
    )
    ways = ("received", "registered as a new case", "registered on a case")
    yield from _table("Documents", tally.documents, ways)
    yield from _table("Letters", tally.letters, FATES)
    yield f"  {tally.under_way} letters are still under way"
    yield from _days(tally.days)
    yield from _deadlines(tally)
    yield from _table("Tasks", {name: _ends(row) for name, row in tally.tasks.items()}, ("created", "ended", "open"))
    yield ""
    yield "Work: " + (", ".join(f"{name} {count}" for name, count in sorted(tally.work.items())) or "nobody did any")
    yield "Refused: " + (", ".join(f"{rule} {count} times" for rule, count in outcome.refusals.items()) or "nothing")
    yield from _faults(outcome.struck, outcome.probes)
    yield from _checks(outcome)
    yield ""
    yield f"Seed {scenario.seed} · {tally.events:,} events · digest {outcome.digest}"
    yield verdict_line(outcome)


def _table(title: str, rows: Mapping[str, Counter[str]], columns: Sequence[str]) -> Iterable[str]:
    shown = [column for column in columns if any(row[column] for row in rows.values())]
    width = max([len(title), *(len(name) + 2 for name in rows)])
    yield ""
    yield f"{title:{width}}  {'  '.join(shown) or 'none'}"
    for name, row in sorted(rows.items()):
        yield f"  {name:{width - 2}}  " + "  ".join(f"{row[column]:>{len(column)},}" for column in shown)


def _days(rows: Mapping[str, Counter[float]]) -> Iterable[str]:
    for name, counts in sorted(rows.items()):
        took = days(counts)
        yield (
            f"  {name}: sent after {took['median']} days in the middle, "
            f"{took['p90']} for nine of ten, {took['longest']} at the longest"
        )


def _deadlines(tally: Tally) -> Iterable[str]:
    """What the office has to keep, with the first misses of each kind; then what the clock sets off."""
    kept = {name: row for name, row in tally.deadlines.items() if tally.promised(*name.rsplit(".", 1))}
    others = {name: row for name, row in tally.deadlines.items() if name not in kept}
    yield from _table("Deadlines", kept, ("started", "met", "missed", "cancelled"))
    yield from _missed(tally)
    if others:
        rows = {name: Counter({word: row[how] for how, word in CAME.items()}) for name, row in others.items()}
        yield from _table("Reminders", rows, tuple(CAME.values()))


def _missed(tally: Tally) -> Iterable[str]:
    told: Counter[str] = Counter()
    for one in tally.missed:
        name = f"{one.kind}.{one.target}"
        told[name] += 1
        if told[name] <= SHOWN:
            yield f"  missed: {one.case} {one.kind} {one.target}, due {one.due:%Y-%m-%d}: {one.why}"
    for name in sorted(told):
        if (more := tally.deadlines[name]["missed"] - SHOWN) > 0:
            yield f"  and {more:,} more of {name}"


def _ends(row: Counter[str]) -> Counter[str]:
    ended = sum(row.values()) - row["created"]
    return Counter({"created": row["created"], "ended": ended, "open": row["created"] - ended})


def _faults(struck: Mapping[str, int], probes: Mapping[str, int]) -> Iterable[str]:
    if struck:
        never = ", ".join(name for name, count in struck.items() if not count)
        yield "Faults struck: " + (", ".join(f"{name} {count}" for name, count in struck.items() if count) or "none")
        if never:
            yield f"Faults on that never struck: {never}"
        reached = sum(count > 0 for count in probes.values())
        yield f"Rare places: {reached} of {len(probes)} reached"


def _checks(outcome: Outcome) -> Iterable[str]:
    """What did not hold stands last, where it is seen."""
    width = max((len(verdict.id) for verdict in outcome.verdicts), default=0)
    almanac = Almanac(outcome.municipality.country, outcome.municipality.zone)
    yield ""
    yield "Checks (from the journal alone)"
    for verdict in sorted(outcome.verdicts, key=lambda each: WORST_LAST.index(each.status)):
        months = needs_months(verdict, outcome.scenario)
        asks = ", ".join(verdict.requirements) + (f"  needs {months} months" if months else "")
        times = f"{verdict.count:,} of {verdict.judged:,}" if verdict.count else f"{verdict.judged:,}"
        yield f"  {verdict.status:20} {verdict.id:{width}}  {times:>7} times  {asks}"
        yield from _violations(verdict, almanac)


def _violations(verdict: Verdict, almanac: Almanac) -> Iterable[str]:
    for violation in verdict.violations[:SHOWN]:
        at = f"{almanac.local(violation.at):%Y-%m-%d %H:%M}"
        where = f"{violation.requirement} case {violation.case or '-'} at {at}"
        yield f"    {where}: {violation.sentence} Rule: {verdict.sentence}"
    if verdict.count > SHOWN:
        yield f"    and {verdict.count - SHOWN} more"
