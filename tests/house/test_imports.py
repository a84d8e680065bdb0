"""Every module can be imported by itself, without a warning."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import PACKAGES, ROOT, import_names

# One interpreter, from which our own modules are forgotten before each import: as good as a fresh one for
# what is asked here (circles, missing imports, warnings of ours), and a hundred modules take seconds.
IMPORT_EACH_ALONE = """
import importlib, json, sys

names, roots = json.loads(sys.argv[1]), tuple(json.loads(sys.argv[2]))
failures = {}
for name in names:
    for known in [known for known in sys.modules if known.partition(".")[0] in roots]:
        del sys.modules[known]
    try:
        importlib.import_module(name)
    except BaseException as error:
        failures[name] = f"{type(error).__name__}: {error}"
json.dump(failures, sys.stdout)
"""


def test_every_module_imports_alone() -> None:
    """No module needs another to be imported first, and none warns."""
    assert _failures(import_names(), [package.parent for package in PACKAGES]) == {}


@pytest.mark.parametrize(
    ("files", "failing"),
    [
        ({"one": "x = 1", "two": "from house_sample.one import x"}, set()),
        (
            {"one": "from house_sample.two import y\nx = 1", "two": "from house_sample.one import x\ny = 1"},
            {"one", "two"},
        ),
        ({"one": "import warnings\nwarnings.warn('old', DeprecationWarning)", "two": "x = 1"}, {"one"}),
        ({"one": "import sys\nsys.exit(0)", "two": "x = 1"}, {"one"}),
        ({"one": "x = 1", "two": "import house_sample\ny = house_sample.one.x"}, {"two"}),
    ],
    ids=["sound", "circle", "warning", "exit", "needs another first"],
)
def test_a_module_that_does_not_import_alone_is_named(tmp_path: Path, files: dict[str, str], failing: set[str]) -> None:
    """Circles, warnings, exits and modules that lean on an earlier import are all found."""
    package = tmp_path / "house_sample"
    package.mkdir()
    for name, source in {"__init__": "", **files}.items():
        (package / f"{name}.py").write_text(source, encoding="utf-8")

    failures = _failures([f"house_sample.{name}" for name in files], [tmp_path])

    assert set(failures) == {f"house_sample.{name}" for name in failing}


def _failures(names: list[str], folders: list[Path]) -> dict[str, str]:
    """The modules that cannot be imported by themselves, each with the reason."""
    roots = sorted({name.partition(".")[0] for name in names})
    script = f"import sys; sys.path[:0] = {[str(folder) for folder in folders]!r}{IMPORT_EACH_ALONE}"
    command = [sys.executable, "-W", "error", "-c", script, json.dumps(names), json.dumps(roots)]
    child = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)

    assert child.returncode == 0, child.stderr
    failures: dict[str, str] = json.loads(child.stdout)
    return failures
