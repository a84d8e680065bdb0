"""Check that a wheel holds all that its packages hold, byte for byte: ``check_wheel.py WHEEL``."""

from __future__ import annotations

import configparser
import sys
import tomllib
import zipfile
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[1]
# At least one of each: a pattern in an ignore file once dropped every template and nobody saw it.
WANTED = ("project/*.template", "letters/*.txt", "stories/*.toml", "municipalities/*.toml")


def package_files() -> dict[str, bytes]:
    """Name in the wheel and content of each file that lies in a shipped package."""
    tables = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = [ROOT / folder for folder in tables["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]]
    return {
        path.relative_to(package.parent).as_posix(): path.read_bytes()
        for package in packages
        for path in sorted(package.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def differences(wheel: zipfile.ZipFile) -> list[str]:
    """One line for each file that is missing or another in the wheel, and each kind that it has none of."""
    names = set(wheel.namelist())
    files = package_files()
    missing = [f"{name} is not in the wheel" for name in files if name not in names]
    changed = [f"{name} is another in the wheel" for name in files if name in names and wheel.read(name) != files[name]]
    none = [
        f"no {kind} is in the wheel" for kind in WANTED if not any(PurePosixPath(name).match(kind) for name in names)
    ]
    return missing + changed + none + dangling_entry_points(wheel)


def dangling_entry_points(wheel: zipfile.ZipFile) -> list[str]:
    """One line for each entry point whose module is not in the wheel."""
    names = set(wheel.namelist())
    declared = next(name for name in names if name.endswith(".dist-info/entry_points.txt"))
    parser = configparser.ConfigParser()
    parser.read_string(wheel.read(declared).decode("utf-8"))
    targets = [(group, key, target) for group in parser.sections() for key, target in parser.items(group)]
    return [
        f"entry point {key} of {group} leads to {target}, which is not in the wheel"
        for group, key, target in targets
        if names.isdisjoint(module_files(target))
    ]


def module_files(target: str) -> set[str]:
    """The files that an entry point's target may stand for."""
    path = target.partition(":")[0].replace(".", "/")
    return {f"{path}.py", f"{path}/__init__.py"}


def main() -> int:
    """Print what is wrong, or how much is right; 1 when something is wrong."""
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        problems = differences(wheel)
        print("\n".join(problems) or f"{len(wheel.namelist())} files, all as in the source")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
