"""What is not kept of people: no table has a field for a passport, an identity number or a place of birth."""

import ast
import re
from pathlib import Path

MODELS = Path(__file__).parents[2] / "src" / "openkader" / "register" / "models"
UNWANTED = re.compile(
    r"passport|paspoort|visa|identity_(card|number)|id_(card|number)|bsn|social_security|birth_?place|place_of_birth"
    r"|geboorteplaats|nationality|nationaliteit|religion|ethnic|health|fingerprint_image|photo",
    re.IGNORECASE,
)


def fields() -> list[str]:
    """The names of all columns, as they are declared."""
    found = []
    for path in MODELS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
                found += [one.id for one in node.targets if isinstance(one, ast.Name)]
    return found


def test_no_table_has_a_field_for_a_passport_or_a_place_of_birth() -> None:
    names = fields()
    assert {"birth_date", "email"} <= set(names)  # it does look at them
    assert [name for name in names if UNWANTED.search(name)] == []
