"""A find as the file of a story that fails the same way with ``saksgang play`` (SIM-07)."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from saksgang.errors import InputRefused
from saksgang_sim.hunting.shrinking import Shrunk
from saksgang_sim.hunting.telling import place
from saksgang_sim.reading import shipped_scenarios, shipped_variants
from saksgang_sim.scenario import Scenario

__all__ = ["MARK", "leave_story", "refuse_strange", "story_text"]

MARK = "# Found by: "


def story_text(find: Shrunk, name: str, command: str) -> str:
    """The story, with what went wrong as a comment; ``name`` is the scenario's as seen from the file's folder."""
    return "\n".join(_lines(find, name, command)) + "\n"


def _lines(find: Shrunk, name: str, command: str) -> Iterator[str]:
    found, scenario = find.found, find.scenario
    yield f"{MARK}{command}"
    yield f"# Seed {scenario.seed}, {place(found)}: {_one_line(found.wrong)}"
    yield f"title = {_text(found.id)}"
    yield f"requirements = {_list(found.requirements)}"
    yield ""
    yield "[simulated]"
    yield f"scenario = {_text(name)}"
    yield f"seed = {scenario.seed}"
    yield f"start = {scenario.start.isoformat()}"
    yield f"days = {(scenario.end - scenario.start).days}"
    yield f"citizens = {scenario.population.size}"
    yield f"routines = {_list(find.routines)}"
    if scenario.faults.rates:
        rates = {**scenario.faults.rates, "quiet_days": scenario.faults.quiet_days}
        yield f"faults = {{ {', '.join(f'{kind} = {rate!r}' for kind, rate in rates.items())} }}"
    yield ""
    yield "[then]"
    yield f"holds = {_text(found.id)}"


def leave_story(folder: Path, find: Shrunk, scenario: str, command: str) -> Path:
    """Write it to the folder; raises ``InputRefused`` as ``refuse_strange``."""
    path = folder / f"{find.found.id}-{find.scenario.seed}.toml"
    refuse_strange(folder, [path])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(story_text(find, _seen_from(folder, scenario, find.scenario), command), encoding="utf-8")
    except OSError as error:
        raise InputRefused(f"The story cannot be left in {folder}: {error.strerror}; name another folder.") from error
    return path


def refuse_strange(folder: Path, paths: list[Path] | None = None) -> None:
    """A story of a hunt gives way to the same one; what anybody else wrote stays.

    Raises:
        InputRefused: the folder is none, or a file in the way is no story of a hunt.
    """
    if folder.exists() and not folder.is_dir():
        raise InputRefused(f"{folder} is no folder to leave stories in; name another one.")
    for path in paths or ():
        if path.exists() and not path.read_text("utf-8", "replace").startswith(MARK):
            raise InputRefused(f"{path} is there and no hunt left it; name another folder.")


def _seen_from(folder: Path, name: str, scenario: Scenario) -> str:
    if name in {**shipped_scenarios(), **shipped_variants()}:
        return name
    return Path(os.path.relpath(scenario.path, folder)).as_posix()


def _text(text: str) -> str:
    """JSON's strings are TOML's, too."""
    return json.dumps(text, ensure_ascii=False)


def _list(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_text, texts))}]"


def _one_line(text: str) -> str:
    return " ".join(text.split())
