"""What keeps a municipality from enabling a routine (PLG-01)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from saksgang.declarations import Routine, listed
from saksgang.plugins.records import Broken, Fault, Loaded

__all__ = ["same_prefix", "settled", "unknown"]


def unknown(name: str, loaded: Collection[str], routines: Collection[str]) -> Fault:
    """Why a name that no routine here bears cannot be enabled."""
    if name in loaded:
        return Fault("", "it declares no routine", "take it out of the routines that are on")
    close = get_close_matches(name, routines, n=1)
    remedy = f"write {close[0]!r} or install it" if close else "install it or correct the name"
    return Fault("", f"it is not installed; routines here are: {listed(sorted(routines))}", remedy)


def same_prefix(routines: Mapping[str, Routine]) -> Iterator[str]:
    """A sentence for each case type whose numbers could not be told from those of another routine."""
    first: dict[str, str] = {}
    for name, routine in routines.items():
        for kind in routine.case_types:
            other = first.setdefault(kind.prefix, name)
            if other != name:
                wrong = f"{kind.prefix!r} begins the case numbers of {other} too"
                yield Fault(f"case_types.{kind.name}.prefix", wrong, "enable one of the two").sentence(name)


def settled(same_name: list[Loaded | Broken]) -> Loaded | Broken:
    """The plugin of a name; where several claim it, none is it, whichever came first."""
    if len(same_name) == 1:
        return same_name[0]
    name, origins = same_name[0].name, sorted(each.origin for each in same_name)
    fault = Fault("name", f"it is claimed by {' and by '.join(origins)}", "take all but one of them out")
    more = [sentence for each in same_name if isinstance(each, Broken) for sentence in each.sentences]
    return Broken(name, " and ".join(origins), (fault.sentence(name), *more))
