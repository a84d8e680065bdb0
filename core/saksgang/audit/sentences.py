"""Rules in one line, such as ``Received -> Replied within 21 days unless Withdrawn``: reading them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NoReturn

from attrs import define, frozen

from saksgang.audit.rules import AtMost, AuditRule, Before, Follows, How, Names, time_rule
from saksgang.errors import InputRefused

__all__ = ["FORMS", "rule_of"]

FORMS = (
    "A -> B within 21 days [unless C]",
    "A -> B exactly 60 days",
    "A -> B by COLUMN",
    "B within 10 working days of A",
    "never B before A",
    "at most 2 B",
)
_LONGEST = 1000
_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|(?P<sign>->|\|)|(?P<word>[^\s"|]+?(?=->|[\s"|]|$))|(?P<quote>")')
_KEYWORDS = frozenset({"never", "at", "most", "before", "within", "exactly", "by", "of", "unless", "->", "|"})


@frozen
class _Token:
    """A piece of a rule; ``plain`` where it may be a keyword, which text in quotes never is."""

    text: str
    start: int
    end: int
    plain: bool


@define
class _Scanner:
    """A rule that is read from left to right."""

    rule: str
    tokens: tuple[_Token, ...]
    at: int = 0

    def sees(self, *words: str) -> bool:
        """Whether one of these keywords is next."""
        return self.at < len(self.tokens) and self.tokens[self.at].plain and self.tokens[self.at].text in words

    def take(self, *words: str) -> str:
        """One of these keywords."""
        if not self.sees(*words):
            self.refuse(" or ".join(f'"{word}"' for word in words))
        self.at += 1
        return self.tokens[self.at - 1].text

    def text(self, what: str, *, until: frozenset[str] = _KEYWORDS) -> str:
        """What stands there up to a keyword, as it is written; of text in quotes, what is in them."""
        begin = self.at
        while self.at < len(self.tokens) and not self.sees(*until):
            self.at += 1
        taken = self.tokens[begin : self.at]
        if not taken:
            self.refuse(what)
        return taken[0].text if len(taken) == 1 else self.rule[taken[0].start : taken[-1].end]

    def names(self) -> Names:
        """An activity, or several with ``|`` between."""
        found = [self.text("an activity")]
        while self.sees("|"):
            self.take("|")
            found.append(self.text("an activity"))
        return Names(tuple(found))

    def number(self) -> int:
        """A whole number."""
        if self.at == len(self.tokens) or not re.fullmatch("[0-9]{1,9}", self.tokens[self.at].text):
            self.refuse("a whole number")
        self.at += 1
        return int(self.tokens[self.at - 1].text)

    def end(self) -> None:
        """The rule ends here."""
        if self.at < len(self.tokens):
            self.refuse("the end of the rule")

    def refuse(self, expected: str) -> NoReturn:
        """Say where the rule cannot be read on; raises ``InputRefused``."""
        there = self.tokens[self.at] if self.at < len(self.tokens) else None
        place = f'at character {there.start + 1}, "{there.text}",' if there else "at its end"
        raise InputRefused(
            f"The rule {self.rule!r} cannot be read: {place} {expected} was expected; rules are written like "
            f"{'; '.join(FORMS)}, and a name that has one of these words in it stands in quotes."
        )


def rule_of(text: str) -> AuditRule:
    """The rule that a line says.

    Raises:
        InputRefused: it cannot be read; the message says at which character and what was expected.
    """
    if len(text) > _LONGEST:
        raise InputRefused(f"The rule {text[:40]!r}… is longer than {_LONGEST} characters: write several.")
    scanner = _Scanner(text, tuple(_tokens(text)))
    read = next((_READERS[word] for word in _READERS if scanner.sees(word)), _follows)
    rule = read(scanner, " ".join(text.split()))
    scanner.end()
    return rule


def _tokens(text: str) -> list[_Token]:
    found = []
    for piece in _TOKEN.finditer(text):
        if piece["quote"]:
            raise InputRefused(
                f"The rule {text!r} cannot be read: the quote at character {piece.start() + 1} has no second one."
            )
        quoted = piece["quoted"]
        found.append(_Token(piece[0] if quoted is None else quoted, piece.start(), piece.end(), quoted is None))
    return found


def _never(scanner: _Scanner, text: str) -> AuditRule:
    scanner.take("never")
    never = scanner.names()
    scanner.take("before")
    return Before(text, never, scanner.names())


def _at_most(scanner: _Scanner, text: str) -> AuditRule:
    scanner.take("at")
    scanner.take("most")
    number = scanner.number()
    return AtMost(text, number, scanner.names())


def _follows(scanner: _Scanner, text: str) -> AuditRule:
    one = scanner.names()
    if scanner.sees("within"):
        scanner.take("within")
        time = scanner.text("a time", until=frozenset({"of", "unless"}))
        scanner.take("of")
        first = scanner.names()
        return Follows(text, first, one, "within", time_rule(time), unless=_unless(scanner))
    scanner.take("->", "within")
    then = scanner.names()
    how = _HOW[scanner.take(*_HOW)]
    if how == "by":
        return Follows(text, one, then, how, column=scanner.text("the name of a column"), unless=_unless(scanner))
    time = scanner.text("a time", until=frozenset({"unless"})).removesuffix(" later")  # it may say "end of day"
    return Follows(text, one, then, how, time_rule(time), unless=_unless(scanner))


def _unless(scanner: _Scanner) -> Names | None:
    if not scanner.sees("unless"):
        return None
    scanner.take("unless")
    return scanner.names()


_HOW: dict[str, How] = {"within": "within", "exactly": "exactly", "by": "by"}
_READERS: dict[str, Callable[[_Scanner, str], AuditRule]] = {"never": _never, "at": _at_most}
