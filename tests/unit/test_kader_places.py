"""What was found in a kader is shown with the file and the line where it can be mended."""

from pathlib import Path

import pytest

from openkader.kader import read_texts
from openkader.kader.findings import Finding, warning
from openkader.kader.places import Places, place_of, places_of
from tests.unit.kader_factories import text

FILES = {
    "a.yaml": "facts:\n  - {id: risk}\n  - {id: kind}\n",
    "b.yaml": (
        "tables:\n"
        "  - gives: risk\n"
        "    rows:\n"
        "      - {value: true}\n"
        "      - {value: false}\n"
        "action_lines:\n"
        "  - id: E1\n"
        "    measures:\n"
        "      - id: E1.list\n"
        "proposal:\n"
        "  - {id: one}\n"
        "  - {id: two}\n"
    ),
}


@pytest.fixture(scope="module")
def places() -> Places:
    return places_of(FILES)


def found(code: str, where: str) -> Finding:
    return warning(code, where, text("found"))


@pytest.mark.parametrize(
    ("code", "where", "place"),
    [
        ("gap", "risk", "b.yaml:2"),
        ("idle-question", "risk", "a.yaml:2"),
        ("no-citation", "kind", "a.yaml:3"),
        ("covered", "risk, 2", "b.yaml:5"),
        ("never-applies", "E1.list", "b.yaml:9"),
        ("no-row", "proposal", "b.yaml:11"),
        ("not-proved", "kader", "kader"),
        ("scenario-outcome", "scenarios.yaml:4", "scenarios.yaml:4"),
    ],
)
def test_a_finding_has_the_place_of_what_it_names(places: Places, code: str, where: str, place: str) -> None:
    assert place_of(found(code, where), places) == place


def test_the_places_are_those_of_a_folder(tmp_path: Path) -> None:
    for name, written in FILES.items():
        (tmp_path / name).write_text(written, "utf-8")
    assert places_of(read_texts(tmp_path)) == places_of(FILES)
