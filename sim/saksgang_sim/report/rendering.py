"""Templates, styles and scripts of the page; every value is masked and escaped where it goes in (COR-08)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from saksgang.worklists import hidden

__all__ = ["rendered", "static"]


def rendered(template: str, **values: object) -> Markup:
    """A template filled in; raises ``jinja2.UndefinedError`` where it names what it was not given."""
    return Markup(_environment().get_template(template).render(values))  # noqa: S704 - escaped by the templates


def static(name: str) -> Markup:
    """A file of our own that goes into the page as it is."""
    return Markup(files("saksgang_sim.report").joinpath(f"static/{name}").read_text(encoding="utf-8"))  # noqa: S704 - ours


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("saksgang_sim.report"),
        autoescape=True,
        finalize=_masked,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _masked(value: object) -> object:
    """The one gate through which everything goes: what looks like a personal number is masked before it is escaped."""
    return hidden(value) if isinstance(value, str) and not isinstance(value, Markup) else value
