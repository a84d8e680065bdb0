"""What a municipality sets."""

from __future__ import annotations

from attrs import frozen

from saksgang.settings import setting

__all__ = ["DogLicenceSettings"]


@frozen
class DogLicenceSettings:
    """The settings of the routine."""

    contact: str = setting(default="servicetorget", help="Where an applicant can ask, as the letter says it.")
