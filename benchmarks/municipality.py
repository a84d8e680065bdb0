"""A city for the benchmark: as many staff as its cases need, and a scenario that brings the cases."""

from __future__ import annotations

from pathlib import Path

__all__ = ["write_city"]

CASES_A_SPECIALIST = 180
CASES_A_CONSULTANT = 1500
SECTION = 6
SCHOOLS = 12
WEEKS = 52


def write_city(folder: Path, cases: int, months: int) -> Path:
    """Write municipality and scenario files; gives the scenario's path."""
    specialists = max(2, cases // CASES_A_SPECIALIST)
    consultants = max(2, cases // CASES_A_CONSULTANT)
    sections = max(1, specialists // SECTION)
    text = ['[municipality]\nname = "Storby"\ncountry = "NO"\nlanguage = "nb"\n']
    text += [f'[[sections]]\nid = "s{n}"\nname = "Seksjon {n}"\n' for n in range(sections)]
    text += [_person(f"konsulent{n}", "konsulent", "") for n in range(consultants)]
    text += [_person(f"leder{n}", "leder", f"s{n}") for n in range(sections)]
    text += [_person(f"fagansatt{n}", "fagansatt", f"s{n % sections}") for n in range(specialists)]
    rows = [f'{{ to = "leder{n % sections}", institution = "Skole {n}" }}' for n in range(SCHOOLS)]
    text.append(f'[routines.ppt_intake]\ndirectory_fallback = "leder0"\ndirectory = [{", ".join(rows)}]\n')
    (folder / "city.toml").write_text("\n".join(text), encoding="utf-8")
    new = cases / WEEKS
    scenario = (
        f'[scenario]\ntitle = "City"\nmunicipality = "city.toml"\nstart = 2026-01-05\nmonths = {months}\nseed = 1\n'
        f"[population]\nsize = {max(cases * 10, 1000)}\n[demand]\n"
        f'"ppt_intake.referral" = {new * 0.6:.2f}\n"ppt_intake.inquiry" = {new * 0.4:.2f}\n'
        f'"ppt_intake.information" = {new * 0.4:.2f}\n"ppt_intake.taken_in_hand" = 1.0\n'
    )
    path = folder / "scenario.toml"
    path.write_text(scenario, encoding="utf-8")
    return path


def _person(name: str, role: str, section: str) -> str:
    where = f'section = "{section}"\n' if section else ""
    return f'[[staff]]\nid = "{name}"\nname = "{name.capitalize()}"\nroles = ["{role}"]\n{where}'
