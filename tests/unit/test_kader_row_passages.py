"""A row of a decision table names where it is written, as every other rule does."""

import pytest

from openkader.base.errors import Invalid
from openkader.kader import load_texts, read_texts
from openkader.kader.soundness.changed_parts import changed_parts
from openkader.kader.soundness.part_words import PartWords
from openkader.kader.sources import Passage
from tests.unit.kader_factories import ZUID_HOLLAND

NAME = "zuid-holland/2024-01-01"
ROW = "{when: {country: CN}, value: full"


def with_cites(cites: str) -> dict[str, str]:
    texts = dict(read_texts(ZUID_HOLLAND))
    assert ROW in texts["tables.yaml"]
    return {**texts, "tables.yaml": texts["tables.yaml"].replace(ROW, f"{ROW}, cites: {cites}", 1)}


def test_a_passage_of_a_row_is_read_and_a_change_of_it_is_only_of_words() -> None:
    older = load_texts(read_texts(ZUID_HOLLAND), NAME)
    newer = load_texts(with_cites("[{source: EVAL24, place: hoofdstuk 1}]"), NAME)
    assert newer.tables[0].rows[0].cites == (Passage(source="EVAL24", place="hoofdstuk 1"),)
    (part,) = changed_parts(older, newer)
    assert (part.key.name, part.state) == ("posture", "words")
    (line,) = PartWords(older, newer, "nl").lines(part)
    assert "hoofdstuk 1" in line


def test_a_source_that_is_not_there_is_said_with_its_line() -> None:
    with pytest.raises(Invalid) as raised:
        load_texts(with_cites("[{source: NERGENS}]"), NAME)
    assert [one.code for one in raised.value.problems] == ["kader.unknown-source"]
    assert raised.value.problems[0].where.startswith("tables.yaml:")
