"""Letter templates as files: read, and held to the fields that they declare (COR-04).

A template is a text file in the folder ``letters`` of a routine's package. It begins with a table between two lines
of ``+++``, and the text follows, with ``$name`` or ``${name}`` for each field and ``$$`` for a dollar sign::

    +++
    title = "Bekreftelse på mottatt henvisning"
    fields = ["navn", "dato"]
    needs_approval = true
    +++
    Hei $navn, vi mottok henvisningen din $dato.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template
from typing import Any

from saksgang.declarations import LetterTemplate, listed
from saksgang.errors import PluginRefused

__all__ = ["letters_in", "template_faults"]

LARGEST = 64 * 1024  # bytes of one file: a letter of some twenty pages
_MARK = "+++"
_KEYS = {"title": str, "fields": list, "needs_approval": bool}
_FIELD = re.compile(r"[a-z_][a-z0-9_]*", re.ASCII | re.IGNORECASE)
_Rows = Iterator[tuple[str, str]]


def letters_in(package: str) -> tuple[LetterTemplate, ...]:
    """The letter templates of a package, by file name; the name of a template is its file's without ``.txt``.

    Raises:
        PluginRefused: one sentence for each file that cannot be used, with file, field and remedy.
    """
    read = [(f"{package}/letters/{file.name}", *_read(file)) for file in _files(package)]
    wrong = [f"letter {where}: {fault}; {remedy}." for where, _, rows in read for fault, remedy in rows]
    if wrong:
        raise PluginRefused("\n".join(wrong))
    return tuple(template for _, template, _ in read if template)


def template_faults(template: LetterTemplate) -> _Rows:
    """What is wrong with a template, wherever it came from: each fault and its remedy."""
    if not template.name.isidentifier():
        yield f"{template.name!r} cannot be the name of a template", "use letters, digits and underscores"
    if not template.title.strip() or "$" in template.title:
        yield "the title is empty or holds a $", "write a title without fields"
    if not template.body.strip():
        yield "it has no text", "write the letter"
    yield from _wrong_fields(template)


def _wrong_fields(template: LetterTemplate) -> _Rows:
    text, fields = Template(template.body), template.fields
    for name in sorted({name for name in fields if fields.count(name) > 1}):
        yield f"field {name!r} is declared twice", "declare it once"
    for name in fields:
        if not _FIELD.fullmatch(name):
            yield f"{name!r} cannot be the name of a field", "use a to z, digits and underscores"
    for line in _invalid_lines(text):
        yield f"line {line} of the text has a $ that begins no field", "write $name, or $$ for a dollar sign"
    used = text.get_identifiers()
    for name in sorted(set(fields) - set(used)):
        yield f"field {name!r} is declared and not used", f"write ${name} in the text or take it out of fields"
    for name in sorted(set(used) - set(fields)):
        yield (
            f"the text uses ${name}, and the fields are: {listed(fields)}",
            f"add {name!r} to fields or correct it",
        )


def _invalid_lines(text: Template) -> list[int]:
    invalid = [match for match in text.pattern.finditer(text.template) if match["invalid"] is not None]
    return [text.template.count("\n", 0, match.start()) + 1 for match in invalid]


def _files(package: str) -> list[Traversable]:
    try:
        folder = files(package) / "letters"
        found = [file for file in folder.iterdir() if file.name.endswith(".txt") and file.is_file()]
    except (ImportError, TypeError, ValueError, OSError) as error:
        raise PluginRefused(
            f"letters of {package}: the package has no folder letters that can be read "
            f"({type(error).__name__}); put the templates there and see that they are installed with it."
        ) from error
    return sorted(found, key=lambda file: file.name)


def _read(file: Traversable) -> tuple[LetterTemplate | None, list[tuple[str, str]]]:
    """The template in a file, or none and what is wrong."""
    with file.open("rb") as stream:
        raw = stream.read(LARGEST + 1)
    if len(raw) > LARGEST:
        return None, [(f"it is larger than {LARGEST} bytes", "make it shorter")]
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        return None, [(f"byte {error.start + 1} is not UTF-8", "save the file as UTF-8")]
    return _parsed(file.name.removesuffix(".txt"), text)


def _parsed(name: str, text: str) -> tuple[LetterTemplate | None, list[tuple[str, str]]]:
    before, opened, rest = text.partition(f"{_MARK}\n")
    head, closed, body = rest.partition(f"\n{_MARK}\n")
    if before or not opened or not closed:
        wrong = f"it does not begin with a table between two lines of {_MARK}"
        return None, [(wrong, f"write {_MARK}, title and fields, {_MARK}, and then the text")]
    try:
        table = tomllib.loads(head)
    except (ValueError, RecursionError) as error:
        return None, [(f"its table is not TOML: {error}", f"correct what stands between the lines of {_MARK}")]
    if rows := list(_wrong_table(table)):
        return None, rows
    approval = table.get("needs_approval", False)
    template = LetterTemplate(name, table["title"], tuple(table["fields"]), body.lstrip("\n"), approval)
    return template, list(template_faults(template))


def _wrong_table(table: dict[str, Any]) -> _Rows:
    for key in sorted(set(table) - set(_KEYS)):
        yield f"its table has the unknown key {key!r}", f"known are: {listed(_KEYS)}"
    for key in ("title", "fields"):
        if key not in table:
            yield f"its table has no {key}", f"write {key} = …"
    for key, kind in _KEYS.items():
        if key in table and not isinstance(table[key], kind):
            yield f"{key} is not {_WANTED[kind]}", f"write {key} as {_WANTED[kind]}"
    fields = table.get("fields", [])
    if isinstance(fields, list) and not all(isinstance(name, str) for name in fields):
        yield "fields holds something else than texts", 'write for example fields = ["navn"]'


_WANTED = {str: "a text", list: "a list of texts", bool: "true or false"}
