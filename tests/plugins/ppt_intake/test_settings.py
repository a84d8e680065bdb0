"""What a municipality sets, and what holds when it sets nothing."""

from __future__ import annotations

import pytest
from attrs import evolve

from saksgang.configuration import structured
from saksgang.legaltime import Duration
from saksgang_ppt_intake.rows import Category, DirectoryRule
from saksgang_ppt_intake.settings import Settings


def test_the_defaults_are_the_readings_of_the_requirements() -> None:
    """Two working days to open a letter and to confirm, fifteen to answer; the fallback has no default."""
    settings = Settings(directory_fallback="leder")

    assert str(settings.autoprint_after) == "2 working days"
    assert str(settings.confirm_within) == "2 working days"
    assert str(settings.reply_norm) == "15 working days"
    with pytest.raises(TypeError):
        Settings()


def test_ppt_05_only_one_category_is_a_new_referral_by_default() -> None:
    """A renewed referral concerns a decision, too, but is not new."""
    categories = Settings(directory_fallback="leder").categories

    assert [row.name for row in categories if row.new_referral] == ["Henvisning"]
    assert [row.name for row in categories if row.individual_decision] == ["Henvisning", "Fornyet henvisning"]
    assert [row.name for row in categories if not row.needs_answer] == ["Opplysninger"]


def test_a_category_that_was_taken_out_is_treated_strictly() -> None:
    """Documents registered before the change keep their deadlines and get no confirmation out of turn."""
    settings = evolve(Settings(directory_fallback="leder"), categories=())

    assert settings.category("Henvisning") == Category(
        "Henvisning", new_referral=False, individual_decision=True, needs_answer=True
    )


def test_settings_are_read_from_a_municipalitys_table() -> None:
    """Durations in words and rows as tables, as TOML has them."""
    table = {
        "directory_fallback": "leder",
        "autoprint_after": "48 hours",
        "directory": [{"to": "nord1", "institution": "Elv skole", "youngest": 6, "oldest": 12}],
        "categories": [{"name": "Henvisning", "new_referral": True}],
    }

    settings = structured(Settings, table)

    assert settings == Settings(
        directory_fallback="leder",
        autoprint_after=Duration.parse("48 hours"),
        directory=(DirectoryRule("nord1", institution="Elv skole", youngest=6, oldest=12),),
        categories=(Category("Henvisning", new_referral=True),),
    )
