"""Where a journal lies: in a file, or at an address in PostgreSQL whose password is never shown (COR-21, COR-22)."""

from __future__ import annotations

import re
from pathlib import Path

from attrs import field, frozen

from saksgang.errors import InputRefused

__all__ = ["Address", "Place", "address", "place_of"]

# What may be meant as an address; the form then says whether it is one.
_SCHEME = re.compile(r"postgres(?:ql)?(?:\+\w+)?:/", re.IGNORECASE)
_SIGN = r"(?:[^\s%:/@?#\[\],&=]|%(?!00)[0-9A-Fa-f]{2})"
_HOST = rf"(?:\[[0-9A-Fa-f:.]+\]|{_SIGN}*)(?::[0-9]+)?"
_OPTION = r"[a-z_]+=(?:[^\s%&=#@]|%(?!00)[0-9A-Fa-f]{2})*"
_FORM = re.compile(
    r"(?P<scheme>postgres(?:ql)?://)"
    rf"(?:(?P<user>{_SIGN}*)(?P<password>:{_SIGN}*)?@)?"
    rf"(?P<hosts>{_HOST}(?:,{_HOST})*)/(?P<database>{_SIGN}+)"
    rf"(?:\?(?P<options>{_OPTION}(?:&{_OPTION})*))?"
)
# Of what follows the question mark; a password may stand there, too, and what the next version adds is not known.
_SHOWN = frozenset(
    {"application_name", "connect_timeout", "host", "hostaddr", "options", "passfile", "port", "service"}
    | {"sslcert", "sslkey", "sslmode", "sslrootcert", "target_session_attrs"}
)


@frozen
class Address:
    """A journal's place in PostgreSQL; as text and in every message it has no password.

    Attributes:
        shown: the address without what may be secret.
        whole: the address as PostgreSQL's own programs take it.
    """

    shown: str
    whole: str = field(repr=False)

    def __str__(self) -> str:
        """The address without what may be secret."""
        return self.shown


Place = Path | Address


def address(text: str) -> Address:
    """An address such as ``postgresql://kari@db.example/journals``, read strictly.

    A password with an ``@`` or a ``/`` in it would be taken for half a host, and told in the complaint about that host:
    what is not sure to be an address is refused without repeating any of it.

    Raises:
        InputRefused: it is none.
    """
    found = _FORM.fullmatch(text)
    if found is None:
        raise InputRefused(
            "The address of a journal in PostgreSQL cannot be read (it is not repeated here, for it may hold a "
            "password): write postgresql://USER@HOST:PORT/DATABASE, and signs such as @ : / # % in a name or a "
            "password as %40 %3A %2F %23 %25."
        )
    user = f"{found['user']}@" if found["user"] else ""
    options = "&".join(each for each in (found["options"] or "").split("&") if each.partition("=")[0] in _SHOWN)
    shown = f"{found['scheme']}{user}{found['hosts']}/{found['database']}{'?' if options else ''}{options}"
    return Address(shown, text)


def place_of(named: str | Path) -> Place:
    """What a user named on a command line: an address where it begins as one, else a file or folder.

    A verb that takes a path hands over an address that lost a slash. It is taken all the same, without a password:
    such a verb would show it.

    Raises:
        InputRefused: it is meant as an address and cannot be read as one.
    """
    text = named if isinstance(named, str) else named.as_posix()
    if not _SCHEME.match(text):
        return Path(named)
    if isinstance(named, str):
        return address(text)
    scheme, _, rest = text.partition(":/")
    begin, mark, options = rest.partition("?")
    slashes = "//" if "/" in begin else "///"
    found = address(f"{scheme}:{slashes}{begin}{mark}{options}")
    if found.shown != found.whole:
        raise InputRefused(
            f"The journal {found} is named with a password or with options that this command would show: leave them "
            "out, and put the password where PostgreSQL's own programs look for it, in ~/.pgpass or PGPASSWORD."
        )
    return found
