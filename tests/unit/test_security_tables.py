"""What is claimed of the security of the house is shown by something that is there."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from security_page import STATES, Row, rows_of

ROOT = Path(__file__).resolve().parents[2]
ROWS = [*rows_of("asvs"), *rows_of("bio2")]
SETTING = re.compile(r"[A-Z][A-Z_]+")
SHOWN = {"met", "setting", "part"}


@cache
def names_of_tests(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def what_is_wrong(row: Row) -> str:
    """Why what a row says cannot be so; nothing when it can."""
    path, _, test = row.shown_by.partition("::")
    if row.state not in STATES:
        return "a state that there is not"
    if row.state in ("part", "not") and not row.remark:
        return "it does not say what is missing"
    if row.state in SHOWN and not row.shown_by and not row.remark:
        return "nothing shows it"
    if SETTING.fullmatch(path):
        is_there = f"`{path}`" in (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
    elif path.startswith("docs/"):
        is_there = (ROOT / path).is_file()
    else:
        file = ROOT / "tests" / path
        is_there = not path or (file.is_file() and (not test or test in names_of_tests(file)))
    if row.state == "setting" and not SETTING.fullmatch(path):
        return "it names no setting"
    return "" if is_there else f"there is no {row.shown_by}"


def test_what_a_row_names_is_there() -> None:
    assert [f"{row.number}: {wrong}" for row in ROWS if (wrong := what_is_wrong(row))] == []


def test_every_requirement_of_the_first_two_levels_has_its_row_once() -> None:
    """Numbers of the published 5.0.0: seventy of level 1 and 183 of level 2."""
    rows = rows_of("asvs")
    assert Counter(row.level for row in rows) == {"1": 70, "2": 183}
    assert len({row.number for row in rows}) == len(rows)
    assert len({row.number for row in rows_of("bio2")}) == len(rows_of("bio2"))


@pytest.mark.parametrize(
    ("state", "shown_by", "remark"),
    [
        ("met", "unit/test_security_tables.py::test_that_was_renamed", ""),
        ("met", "unit/test_that_there_is_not.py", ""),
        ("met", "docs/no-such-page.md", ""),
        ("setting", "OPENKADER_NO_SUCH_THING", ""),
        ("setting", "docs/README.md", ""),
        ("met", "", ""),
        ("part", "docs/README.md", ""),
        ("not", "", ""),
        ("fine", "", "x"),
    ],
)
def test_a_claim_that_nothing_shows_is_found(state: str, shown_by: str, remark: str) -> None:
    assert what_is_wrong(Row("1.1.1", "1", "x", state, shown_by, remark))
