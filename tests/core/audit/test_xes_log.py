"""Logs as XES from anywhere."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from saksgang.audit import STANDARD, Columns, Entry, Times, read_xes
from saksgang.errors import InputRefused
from saksgang.legaltime import Almanac
from tests.core.audit.logs import NORWAY, local

# As other tools write them: a namespace, a prefix, attributes within attributes, an event outside of traces.
FOREIGN = """\
<?xml version="1.0" encoding="utf-8"?>
<x:log xes.version="1.0" xmlns:x="http://www.xes-standard.org/">
  <x:extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <x:global scope="event"><x:string key="concept:name" value="none"/></x:global>
  <x:trace>
    <x:string key="concept:name" value="17"><x:string key="concept:name" value="no case"/></x:string>
    <x:event>
      <x:string key="concept:name" value="Søknad &amp; vedlegg"><x:int key="cost" value="1"/></x:string>
      <x:date key="time:timestamp" value="2026-03-02T10:00:00.000+01:00"/>
      <x:string key="org:group" value="vest"/>
    </x:event>
    <x:event>
      <x:date key="time:timestamp" value="2026-03-09T10:00:00"/>
      <x:string key="concept:name" value="Svar"/>
    </x:event>
  </x:trace>
  <x:event><x:string key="concept:name" value="of no case"/><x:date key="time:timestamp" value="2026-01-01"/></x:event>
</x:log>
"""


def entries(folder: Path, content: str | bytes, columns: Columns = STANDARD, times: Times = NORWAY) -> list[Entry]:
    """The entries of a file of that content."""
    (folder / "log.xes").write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_xes(folder / "log.xes", columns, times))


@pytest.mark.parametrize("packed", [False, True])
def test_a_foreign_log_is_read_as_it_is(packed: bool, tmp_path: Path) -> None:
    """Packed with gzip or not."""
    first, second = entries(tmp_path, gzip.compress(FOREIGN.encode()) if packed else FOREIGN)

    assert (first.case, first.activity, first.at) == ("17", "Søknad & vedlegg", local("2026-03-02 10:00"))
    assert first.columns["org:group"] == "vest"
    assert (second.case, second.activity, second.at) == ("17", "Svar", local("2026-03-09 10:00"))
    assert second.place.endswith("log.xes line 15")


def test_other_attributes_may_be_meant(tmp_path: Path) -> None:
    """The case one of the event, the activity any."""
    columns = Columns("org:group", "org:group", "time:timestamp")

    with pytest.raises(InputRefused, match="line 15: The event has no 'org:group'"):
        entries(tmp_path, FOREIGN, columns)
    once = FOREIGN.replace('<x:string key="concept:name" value="Svar"/>', '<x:string key="org:group" value="øst"/>')
    assert [(each.case, each.activity) for each in entries(tmp_path, once, columns)] == [("vest",) * 2, ("øst",) * 2]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "no element found"),
        ("<log><trace></log>", "line 1: This is no XML (mismatched tag)"),
        ("Saksnr;Hendelse\n", "line 1: This is no XML"),
        ("<html></html>", "line 1: This is no XES: its first element is 'html'"),
        ('<!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<log/>', "The entity 'a' is declared here"),
        ('<!DOCTYPE log [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<log>&a;</log>', "The entity 'a' is declared here"),
        ("<log><trace><event></event></trace></log>", "line 1: The event has no 'concept:name'"),
        (
            '<log><trace>\n<event><string key="concept:name" value="A"/><date key="time:timestamp" value="x"/></event>',
            "line 2: The time 'x' cannot be read",
        ),
        (b"\x1f\x8b\x08 no gzip after all", "cannot be read"),
    ],
)
def test_cor_22_what_cannot_be_read_is_told_with_its_line(content: str | bytes, told: str, tmp_path: Path) -> None:
    """Hostile files too: nothing is looked up and nothing grows."""
    with pytest.raises(InputRefused) as refused:
        entries(tmp_path, content)

    assert told in str(refused.value)


def test_a_time_without_a_zone_needs_one_named(tmp_path: Path) -> None:
    """As in CSV."""
    with pytest.raises(InputRefused, match="line 15: The time '2026-03-09T10:00:00' says no zone"):
        entries(tmp_path, FOREIGN, times=Times(Almanac("NO")))
