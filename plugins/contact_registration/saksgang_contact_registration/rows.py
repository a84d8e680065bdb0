"""The rows that the settings are made of: departments, task areas, and what other routines' contacts are about."""

from __future__ import annotations

from attrs import frozen

from saksgang.settings import setting

__all__ = ["ANY", "Area", "Department", "Source"]

ANY = "*"


@frozen
class Department:
    """A department that registers."""

    section: str = setting(help="Id of the municipality's section.")
    duty_to_advise: bool = setting(
        default=False, help="Whether it has a duty to advise (rådgivningspligt), also on Udbetaling Danmark (REG-08)."
    )


@frozen
class Area:
    """A task area (opgave) that lies within the municipality's remit (REG-07)."""

    name: str = setting(help="The task area, as registrations name it.")
    department: str = setting(help="The department that has it, a section id.")


@frozen
class Source:
    """What is known beforehand of the contacts and letters of another routine (REG-14)."""

    routine: str = setting(help="The other routine.")
    area: str = setting(help="The task area of these contacts.")
    department: str = setting(help="Whose they are where nobody's section says it, a section id.")
    what: str = setting(default=ANY, help='Letter template or document category, or "*" for any.')
    type: str = setting(default="", help="The type of contact; unsaid it follows from what happened.")
    form: bool = setting(default=False, help="Whether it is a form, or brings one that collects information.")

    def covers(self, routine: str, what: str) -> bool:
        """Whether the row is about such a contact."""
        return self.routine == routine and self.what in (ANY, what)
