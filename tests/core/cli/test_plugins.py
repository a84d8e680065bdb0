"""``saksgang plugins``: list, show and check (PLG-06, CLI-01)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from saksgang.cli.plugins import plugins_group
from saksgang.errors import PluginRefused
from saksgang.plugins import Registry
from tests.core.plugins.samples import GROUP, SOURCE, distribution, own_registry


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry:
    """A sound plugin, one that is no routine and has a hint, and one that is broken in two ways."""
    monkeypatch.syspath_prepend(tmp_path)
    sources = {
        "good": SOURCE.format(name="good"),
        "helper": "def respond(event): return ()",
        "sick": SOURCE.format(name="sick").replace("name=", "version='', title='', name="),
    }
    tag = tmp_path.name.replace("-", "_")
    for name, source in sources.items():
        module = f"cli_{tag}_{name}"
        distribution(tmp_path, f"dist-{name}", f"[{GROUP}]\n{name} = {module}\n", {module: source})
    registry = own_registry()
    registry.load()
    return registry


SICK = [
    "Plugin sick, version: '' is no version; write for example \"1.0\".",
    "Plugin sick, title: it is empty; say in a few words what the routine is for.",
]


def run(registry: Registry | None, *arguments: str) -> Result:
    return CliRunner().invoke(plugins_group, arguments, obj=registry)


def test_plg_06_list_shows_what_there_is(registry: Registry) -> None:
    """One aligned line a plugin on stdout; what is wrong with a broken one goes to stderr."""
    result = run(registry, "list")

    assert result.stdout.splitlines() == [
        "name    version  from                          what",
        "good    1.0      distribution dist-good 1.0    Sample",
        "helper  -        distribution dist-helper 1.0  no routine",
        "sick    -        distribution dist-sick 1.0    broken",
    ]
    assert result.stderr.splitlines() == SICK
    assert result.exit_code == 0


def test_cli_01_list_is_data_too(registry: Registry) -> None:
    """The same as JSON, faults and hints included, with nothing else on stdout."""
    rows = json.loads(run(registry, "list", "--json").stdout)

    assert [(row["name"], row["broken"], row["version"]) for row in rows] == [
        ("good", False, "1.0"),
        ("helper", False, None),
        ("sick", True, None),
    ]
    assert rows[2]["faults"] == SICK
    assert "without its mark" in rows[1]["hints"][0]


def test_plg_06_check_tells_every_fault_and_exits_4(registry: Registry) -> None:
    """All plugins are judged; one broken one makes the exit code that of a refusal."""
    result = run(registry, "check")

    lines = result.stdout.splitlines()
    assert lines[:2] == ["Plugin good: sound.", "Plugin helper: sound."]
    assert lines[2].startswith("Hint: Plugin helper, hook respond at ")
    assert lines[3:] == SICK
    assert result.exit_code == 4


def test_plg_06_check_looks_at_one_plugin_alone(registry: Registry) -> None:
    """A sound plugin passes, whatever is wrong with others."""
    result = run(registry, "check", "good")

    assert (result.stdout, result.exit_code) == ("Plugin good: sound.\n", 0)
    assert run(registry, "check", "sick", "--json").exit_code == 4


@pytest.mark.parametrize("verb", ["check", "show"])
def test_plg_06_an_unknown_name_is_refused_with_the_closest(registry: Registry, verb: str) -> None:
    """The names that there are and a suggestion are told."""
    result = run(registry, verb, "goood")

    assert isinstance(result.exception, PluginRefused)
    assert str(result.exception) == (
        "Plugin goood: it is not installed; routines here are: good; write 'good' or install it."
    )


def test_plg_06_show_of_a_broken_plugin_tells_why(registry: Registry) -> None:
    """What cannot be shown is refused with everything that is wrong with it."""
    result = run(registry, "show", "sick")

    assert isinstance(result.exception, PluginRefused)
    assert str(result.exception).splitlines() == SICK


def test_plg_06_check_and_show_take_a_file(tmp_path: Path) -> None:
    """An author checks a single file before a municipality names it."""
    file = tmp_path / "kiosk.py"
    file.write_text(SOURCE.format(name="kiosk"), encoding="utf-8")

    assert run(None, "check", str(file)).stdout == "Plugin kiosk: sound.\n"
    assert run(None, "show", str(file)).stdout.startswith("kiosk: Sample\n")
    assert run(None, "check", str(tmp_path / "none.py")).exit_code == 4


def test_plg_06_show_has_the_labels_of_outcomes(tmp_path: Path) -> None:
    """As a table of the page, and as data."""
    file = tmp_path / "kiosk.py"
    file.write_text(SOURCE.format(name="kiosk").replace("name=", "outcomes={'done': 'Ferdig'}, name="), "utf-8")

    assert "\nOutcomes\n  outcome  label\n  done     Ferdig\n" in run(None, "show", str(file)).stdout
    assert json.loads(run(None, "show", str(file), "--json").stdout)["outcomes"] == {"done": "Ferdig"}


def test_plg_06_show_has_the_sentences_of_checks(tmp_path: Path) -> None:
    """Those in the routine's own language, as a table of the page, and as data."""
    file = tmp_path / "kiosk.py"
    rule = "type('Rule', (), dict(id='rule', requirements=('KIO-01',), kind='safety', sentence='It holds.'))"
    more = f"checks=({rule},), sentences={{'rule': 'Det holder.'}}, name="
    file.write_text(SOURCE.format(name="kiosk").replace("name=", more), "utf-8")

    assert "own language (nb)\n  check  rule\n  rule   Det holder.\n" in run(None, "show", str(file)).stdout
    assert json.loads(run(None, "show", str(file), "--json").stdout)["sentences"] == {"rule": "Det holder."}
