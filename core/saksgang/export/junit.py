"""The verdicts of a run as JUnit XML, the form in which build servers take the results of tests (SIM-09).

A check is a test case, and so is a target. What had no occasion is skipped; what was to be reached and was not fails.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from saksgang.export.verdicts import Report, TestCase
from saksgang.export.xml_text import xml_text

__all__ = ["write_junit"]


def write_junit(report: Report, path: Path) -> None:
    """Write a new file; raises ``OSError``."""
    cases = [case for suite in report.suites.values() for case in suite]
    root = ET.Element("testsuites", {"name": xml_text(report.name), **_counts(cases)})
    for name, suite in report.suites.items():
        element = ET.SubElement(root, "testsuite", {"name": name, **_counts(suite)})
        _properties(element, report.properties)
        for case in suite:
            _case(element, case)
    ET.indent(root, "")
    with path.open("xb") as file:
        ET.ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)
        file.write(b"\n")


def _counts(cases: list[TestCase] | tuple[TestCase, ...]) -> dict[str, str]:
    failures, skipped = (sum(bool(getattr(case, name)) for case in cases) for name in ("failure", "skipped"))
    return {"tests": str(len(cases)), "failures": str(failures), "errors": "0", "skipped": str(skipped)}


def _properties(suite: ET.Element, properties: Mapping[str, str]) -> None:
    if properties:
        element = ET.SubElement(suite, "properties")
        for name, value in properties.items():
            ET.SubElement(element, "property", name=name, value=xml_text(value))


def _case(suite: ET.Element, case: TestCase) -> None:
    element = ET.SubElement(suite, "testcase", classname=xml_text(case.group), name=xml_text(case.name))
    if case.failure:
        lines = [xml_text(line) for line in case.failure]
        ET.SubElement(element, "failure", message=lines[0], type="violated").text = "\n".join(lines)
    if case.skipped:
        ET.SubElement(element, "skipped", message=xml_text(case.skipped))
    ET.SubElement(element, "system-out").text = xml_text(case.told)
