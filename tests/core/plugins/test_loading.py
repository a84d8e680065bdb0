"""Plugins are found in distributions and single files; a broken one stops no other (PLG-01, PLG-05)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from saksgang.errors import PluginRefused
from saksgang.plugins import Broken, Registry
from tests.core.plugins.samples import GROUP, SOURCE, distribution, installed, own_registry
from tests.house.sources import ROOT

DEFAULTS = SOURCE.format(name="sick") + "\n@hookimpl\ndef respond(event, view=None): return ()\n"
UNKNOWN = SOURCE.format(name="sick") + "\n@hookimpl\ndef repsond(event): return ()\n"
SICK = [
    ("raises", "raise ValueError('boom\\nat night')", "ValueError: boom at night ("),
    ("syntax error", "def (:\n", "SyntaxError: invalid syntax ("),
    ("exits", "import sys\nsys.exit(0)", "SystemExit: 0 ("),
    ("raises what is no Exception", "raise BaseException('out')", "BaseException: out ("),
    ("missing module", "import no_such_module_anywhere", "ModuleNotFoundError: No module named"),
    ("declares badly", SOURCE.format(name="sick").replace("name=", "version='', name="), "version: '' is no version"),
    ("declares another name", SOURCE.format(name="well"), "the routine calls itself 'well' and its entry point 'sick'"),
    ("declares nothing", "from saksgang.hookspecs import hookimpl\n@hookimpl\ndef declare_routine(): pass", "NoneType"),
    ("raises as asked", SOURCE.format(name="sick").replace("return", "raise OSError;"), "it raises: OSError"),
    ("default argument", DEFAULTS, "would silently win"),
    ("unknown hook", UNKNOWN, "name it respond"),
]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that Python imports from."""
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def loaded(*files: Path) -> Registry:
    registry = own_registry()
    registry.load(files)
    return registry


def names(registry: Registry) -> tuple[list[str], list[str]]:
    return [each.name for each in registry.loaded], [each.name for each in registry.broken]


def test_plg_01_installed_plugins_are_found_by_name(site: Path) -> None:
    """Whatever the order of installation, plugins are in order of name, each with its distribution."""
    for name in ("zebra", "ape", "mole"):
        installed(site, name, SOURCE.format(name=name))

    registry = loaded()

    assert [(each.name, each.origin) for each in registry.loaded] == [
        ("ape", "distribution dist-ape 1.0"),
        ("mole", "distribution dist-mole 1.0"),
        ("zebra", "distribution dist-zebra 1.0"),
    ]
    assert registry.broken == ()


@pytest.mark.parametrize(("source", "told"), [row[1:] for row in SICK], ids=[row[0] for row in SICK])
def test_plg_05_a_broken_plugin_stops_no_other(site: Path, source: str, told: str) -> None:
    """The others are there, and the broken one is told of in sentences with its name; enabling it is refused."""
    installed(site, "ape", SOURCE.format(name="ape"))
    installed(site, "sick", source)
    installed(site, "zebra", SOURCE.format(name="zebra"))

    registry = loaded()

    assert names(registry) == (["ape", "zebra"], ["sick"])
    [broken] = registry.broken
    assert all(line.startswith("Plugin sick, ") and "\n" not in line for line in broken.sentences)
    assert any(told in line for line in broken.sentences), broken.sentences
    assert list(registry.enabled(["ape", "zebra"])) == ["ape", "zebra"]
    with pytest.raises(PluginRefused, match="Plugin sick, "):
        registry.enabled(["ape", "sick"])


def test_cor_04_each_fault_of_a_letter_is_a_sentence_of_the_plugin(site: Path) -> None:
    """What ``letters_in`` refuses while a plugin declares itself is passed on as it is, fault by fault."""
    package = f"letters_{site.name}".replace("-", "_")
    (site / package / "letters").mkdir(parents=True)
    (site / package / "__init__.py").touch()
    (site / package / "letters" / "a.txt").write_text('+++\ntitle = "A"\nfields = ["x"]\n+++\n$y', encoding="utf-8")
    reading = f"    from saksgang.plugins.templates import letters_in\n    letters_in({package!r})\n    return"
    installed(site, "ape", SOURCE.format(name="ape").replace("    return", reading))

    [broken] = loaded().broken

    place = f"Plugin ape, letter {package}/letters/a.txt: "
    assert broken.sentences == (
        f"{place}field 'x' is declared and not used; write $x in the text or take it out of fields.",
        f"{place}the text uses $y, and the fields are: x; add 'y' to fields or correct it.",
    )


def test_plg_05_the_place_of_an_error_is_told(site: Path) -> None:
    """The file and the line that raised are named, not those of the loader."""
    installed(site, "sick", "x = 1\n\nraise ValueError('boom')\n")

    [broken] = loaded().broken

    assert "sick.py:3)" in broken.sentences[0]


def test_what_a_plugin_prints_stays_off_stdout(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A plugin that prints at import or when asked works, is hinted at, and spoils no output."""
    installed(site, "loud", "print('hello')\n" + SOURCE.format(name="loud"))
    installed(site, "later", SOURCE.format(name="later").replace("    return", "    print('hi')\n    return"))

    registry = loaded()

    assert capsys.readouterr().out == ""
    assert [each.hints for each in registry.loaded] == [
        ("Plugin later: prints while it is loaded; take the print out; stdout is for what was asked for.",),
        ("Plugin loud: prints while it is loaded; take the print out; stdout is for what was asked for.",),
    ]


def test_ctrl_c_is_not_kept_from_the_user(site: Path) -> None:
    """An interrupt while a plugin loads ends the program, as the user wants."""
    installed(site, "slow", "raise KeyboardInterrupt")

    with pytest.raises(KeyboardInterrupt):
        loaded()


def test_plg_01_a_name_that_two_distributions_claim_is_nobodys(site: Path) -> None:
    """Neither is taken, and both origins are named: the order of installation decides nothing."""
    for name in ("one", "two"):
        module = f"mod_{site.name}_{name}".replace("-", "_")
        distribution(site, f"dist-{name}", f"[{GROUP}]\ntwin = {module}\n", {module: SOURCE.format(name="twin")})

    registry = loaded()

    assert names(registry) == ([], ["twin"])
    assert registry.broken[0].sentences == (
        (
            "Plugin twin, name: it is claimed by distribution dist-one 1.0 and by distribution dist-two 1.0; "
            "take all but one of them out."
        ),
    )


def test_a_distribution_with_damaged_metadata_stops_no_other(site: Path) -> None:
    """Entry points that cannot be read are told of by the distribution's name."""
    installed(site, "ape", SOURCE.format(name="ape"))
    distribution(site, "torn", f"[{GROUP}]\nno equals sign\n")

    registry = loaded()

    assert names(registry) == (["ape"], ["torn"])
    assert "its metadata cannot be read" in registry.broken[0].sentences[0]


def test_plg_01_a_single_file_is_loaded_under_its_declared_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that a municipality names needs no installation, and nothing is written beside it."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    file = tmp_path / "one-file.py"
    file.write_text(SOURCE.format(name="kiosk"), encoding="utf-8")

    registry = loaded(file)

    assert [(each.name, each.origin) for each in registry.loaded] == [("kiosk", str(file))]
    assert list(tmp_path.iterdir()) == [file]


def test_plg_01_files_of_the_same_stem_do_not_mix(tmp_path: Path) -> None:
    """Two files called plugin.py in two folders are two plugins."""
    files = []
    for name in ("north", "south"):
        (tmp_path / name).mkdir()
        files.append(tmp_path / name / "plugin.py")
        files[-1].write_text(SOURCE.format(name=name), encoding="utf-8")

    assert names(loaded(*files)) == (["north", "south"], [])
    assert names(loaded(*reversed(files))) == (["north", "south"], [])


@pytest.mark.parametrize(
    ("source", "told"),
    [(None, "FileNotFoundError"), ("raise OSError('x')", "OSError: x"), ("\0", "null bytes")],
)
def test_plg_01_a_file_that_cannot_be_loaded_is_told(tmp_path: Path, source: str | None, told: str) -> None:
    """A file that is missing, raises or is no Python is told of by its path."""
    file = tmp_path / "kiosk.py"
    if source is not None:
        file.write_text(source, encoding="utf-8")

    registry = loaded(file)

    assert names(registry) == ([], ["kiosk"])
    [sentence] = registry.broken[0].sentences
    assert sentence.startswith(f"Plugin kiosk, {file}: cannot be loaded: ")
    assert told in sentence


def test_plg_01_a_file_cannot_take_the_place_of_an_installed_plugin(site: Path) -> None:
    """A file that declares an installed routine's name makes the name nobody's."""
    installed(site, "ape", SOURCE.format(name="ape"))
    file = site / "mine.py"
    file.write_text(SOURCE.format(name="ape"), encoding="utf-8")

    [broken] = loaded(file).broken

    assert isinstance(broken, Broken)
    assert str(file) in broken.sentences[0]
    assert "dist-ape" in broken.sentences[0]


def test_plg_05_loading_ends_no_program(site: Path) -> None:
    """A fresh process with a plugin that exits as it is imported lists what there is and ends well."""
    installed(site, "exits", "import os, sys\nprint('noise')\nsys.exit(5)")
    installed(site, "fine", SOURCE.format(name="fine"))
    script = (
        "from tests.core.plugins.samples import own_registry; r = own_registry(); r.load();"
        "print([p.name for p in r.loaded], [p.name for p in r.broken])"
    )
    paths = [str(site), str(ROOT), str(ROOT / "core")]
    command = [sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}\n{script}"]

    child = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert (child.stdout, child.returncode) == ("['fine'] ['exits']\n", 0), child.stderr
