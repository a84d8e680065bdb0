"""``docs/stories.md`` has every key and word there is, and its examples can be played (SIM-07)."""

from __future__ import annotations

import re
from pathlib import Path

from saksgang.worklists import LISTS
from saksgang_sim.stories import acts, people, reading, sources, staged
from saksgang_sim.stories.fields import field_sorts, required
from saksgang_sim.stories.forms import FORMS, MARKS
from saksgang_sim.stories.words import COMMAND_WORDS, MAKES
from tests.docs.blocks import blocks
from tests.house.sources import ROOT

TEXT = (ROOT / "docs" / "stories.md").read_text(encoding="utf-8")
FAILS = ("wrong.toml",)


def test_sim_07_every_example_of_the_page_can_be_played(tmp_path: Path) -> None:
    """Each TOML block names its file; all are stories but the municipality, and hold but for the one that must not."""
    examples = [block for block in blocks(TEXT) if block.language == "toml"]
    for block in examples:
        assert block.file_name is not None
        (tmp_path / block.file_name).write_text(block.body, encoding="utf-8")
    names = [str(block.file_name) for block in examples if block.file_name != "municipality.toml"]

    held = {each.story.path.name: each.play().held for each in staged(tmp_path / name for name in names)}

    assert held == {name: name not in FAILS for name in names}
    assert len(held) >= 3


def test_sim_07_the_page_has_every_command_with_its_fields() -> None:
    """A row for each: the words, the fields with those in brackets that may be left out, what it makes."""
    for words, kind in COMMAND_WORDS.items():
        needed = required(kind)
        fields = ", ".join(f"`{name}`" if name in needed else f"[`{name}`]" for name in field_sorts(kind))
        made = f" {MAKES[kind.__name__]} " if kind.__name__ in MAKES else " "

        assert f"| {words} | {fields} |{made}|" in TEXT.splitlines(), words


def test_sim_07_the_page_has_every_form_of_expectation_with_its_keys() -> None:
    """A row for each: what it begins with and its other keys."""
    for name, form in FORMS.items():
        keys = (*form.keys, *(("of",) if form.of else ()), "count")

        assert f"| `{name}` | {', '.join(f'`{key}`' for key in keys)} |" in TEXT.splitlines(), name


def test_sim_07_the_page_has_every_list_and_mark() -> None:
    """Their words stand in the page in quotes."""
    assert all(f'`"{word}"`' in TEXT for word in (*LISTS, *MARKS))


def test_sim_07_the_page_has_every_key_of_head_person_and_step() -> None:
    """What the readers know stands in a row of the page."""
    rows = set(re.findall(r"^\| `\[*([a-z]+)", TEXT, re.MULTILINE))
    inline = set(sources.OWN_TABLES)

    assert (set(reading.KEYS) - inline | set(people.KEYS) | set(acts.STEP_KEYS)) <= rows
