"""What a municipality sets for this routine: types of messages above all, which are rows (MSG-01 to MSG-11)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files

from attrs import evolve, frozen

from saksgang.configuration import structured
from saksgang.legaltime import Duration, Rule, Unit
from saksgang.settings import Finding, setting
from saksgang_home_care_messages import findings
from saksgang_home_care_messages.route import Route
from saksgang_home_care_messages.rows import UNTIL_FILLED, MessageType, ServiceRow, Step

__all__ = ["TYPES", "Settings"]


@frozen
class _File:
    type: tuple[MessageType, ...]


TYPES = structured(_File, tomllib.loads(files(__package__).joinpath("types.toml").read_text(encoding="utf-8"))).type
"""The nine types of the source."""


@frozen(kw_only=True)
class Settings:
    """The settings of ``home_care_messages``."""

    types: tuple[MessageType, ...] = setting(default=TYPES, help="The types of messages: by default the nine.")
    more_types: tuple[MessageType, ...] = setting(
        default=(), help="Types beside these; one of the same name stands in the place of that one."
    )
    steps: Mapping[str, tuple[Step, ...]] = setting(
        factory=dict, help="Steps by type, where the source leaves them empty (MSG-11) or the municipality has others."
    )
    first_reply: Rule = setting(
        default=Rule(Duration(Unit.WORKING_DAYS, 1), "end of day"),
        help="The time from receipt in which a message gets its first reply.",
    )
    final_reply: Mapping[str, Rule] = setting(
        factory=dict, help="The time from receipt for the final answer, by type; the source gives none (MSG-11)."
    )
    leader_notice_before: Duration = setting(
        default=Duration(Unit.HOURS, 12),
        help="How many hours before its deadline the leader sees a message that nobody took (MSG-10).",
    )
    leader_notice_before_visit: Duration = setting(
        default=Duration(Unit.HOURS, 2),
        help="How many hours before the visit concerned the leader sees a change that nobody took (MSG-10).",
    )
    leader_notice_after: Rule = setting(
        default=Rule(Duration(Unit.WORKING_DAYS, 1), "end of day"),
        help="How long a message that has no deadline to miss lies in a queue before the leader sees it (MSG-10).",
    )
    services: tuple[ServiceRow, ...] = setting(default=(), help="The services that citizens write to.")
    unsorted_type: str = setting(
        default="Henvendelse til en tjeneste", help="The type of a message whose category is none of the types."
    )

    @cached_property
    def _rows(self) -> Mapping[str, MessageType]:
        return {row.name: row for row in (*self.types, *self.more_types)}

    @cached_property
    def _routes(self) -> Mapping[str, Route]:
        return {row.name: self._route(row) for row in self._rows.values()}

    @cached_property
    def _services(self) -> Mapping[str, ServiceRow]:
        return {row.name: row for row in self.services}

    def all_types(self) -> tuple[MessageType, ...]:
        """Every type, the municipality's own in the place of one of the same name or at the end."""
        return tuple(self._rows.values())

    def type_of(self, category: str) -> MessageType:
        """The type of that name; another word gives the type for unsorted messages, which the reader sorts."""
        return self.route_of(category).row

    def route_of(self, category: str) -> Route:
        """The route of the type of that name, its steps the municipality's, the row's, or the least there is."""
        routes = self._routes
        return routes.get(category) or routes.get(self.unsorted_type) or self._route(MessageType(category))

    def _route(self, row: MessageType) -> Route:
        steps = self.steps.get(row.name) or row.steps or UNTIL_FILLED
        done_by = tuple(step if step.by else evolve(step, by=row.responsible) for step in steps)
        return Route(row, done_by, row.first_reply or self.first_reply, self.final_reply.get(row.name))

    def service(self, name: str) -> ServiceRow:
        """The service of that name; one that is not configured is everybody's."""
        return self._services.get(name) or ServiceRow(name)

    def findings(self, municipality: findings.Municipality) -> tuple[Finding, ...]:
        """What is wrong or still open about these settings in that municipality (COR-20, MSG-11)."""
        return tuple(findings.look(self, municipality))
