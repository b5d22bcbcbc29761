"""The lists as they were published, where they lie beside the project; none of them is part of it."""

import pytest

from benchmarks.screening.harness import Missing, find
from openkader.screening.lists import Format, Reading, Source, read_list
from tests.unit.screening_model import faults

# The form, the files, and how many entities they hold.
ORIGINALS = {
    "un": (Format.UN_XML, ("un-consolidated-2026-02-27.xml",), 1003),
    "ofac": (Format.OFAC_CSV, tuple(f"ofac-2021-07/{name}.csv" for name in ("sdn", "alt", "add")), 8976),
    "ofac-mixed": (
        Format.OFAC_CSV,
        tuple(f"ofac-mixed/{name}.csv" for name in ("sdn-2023", "alt-2025-12", "add-2025-12")),
        11443,
    ),
}


@pytest.fixture(scope="module")
def originals() -> list[str]:
    """Those that lie here; on a bare machine none do, and nothing is claimed of them."""
    try:
        folder = find(None).data / "originals"
    except Missing:
        return []
    return [
        name for name, (_, files, _) in ORIGINALS.items() if all((folder / file).exists() for file in files)
    ]


def test_every_published_list_that_lies_here_becomes_clean_followthemoney(originals: list[str]) -> None:
    for name in originals:
        form, files, entities = ORIGINALS[name]
        paths = tuple(find(None).data / "originals" / file for file in files)
        listed = list(read_list(Source(format=form, files=paths, mapping=None), Reading(name)))
        assert len(listed) == entities
        assert faults(listed) == []
