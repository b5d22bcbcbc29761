"""What others say and what interviews brought, in the evaluation as a document; interviews here are made up."""

from datetime import date
from decimal import Decimal

import pytest

from openkader.base.text import Text
from openkader.casework.context_figures import Part
from openkader.casework.permissions import NOBODY
from openkader.evaluation.document import Block, Gap, Paragraph, Quote, Table
from openkader.publication.yearly.composing import document_of
from openkader.publication.yearly.source import Asked
from tests.integration.outlook_house import interviewed, quoted, said_by_others, withdrawn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]


def blocks(chapter: str, text: str = "", language: str = "nl") -> tuple[Block, ...]:
    asked = Asked(
        year=2024,
        language=language,
        reader=NOBODY,
        today=date(2026, 11, 27),
        texts={chapter: text} if text else {},
    )
    return next(one.blocks for one in document_of(asked).chapters if one.id == chapter)


def context(language: str = "nl") -> list[list[str]]:
    (found,) = [
        one for one in blocks("demand", language=language) if isinstance(one, Table) and one.id == "context"
    ]
    assert found.note
    return [[cell.text for cell in row] for row in found.rows]


def test_the_trade_of_2023_is_what_others_say_and_adds_up() -> None:
    name, value, source = context()[0]
    assert name.endswith("\nover 2023")
    assert value == "95,2 miljard euro\nDelen: 59,4 (import) + 35,8 (export), samen 95,2."
    assert source.startswith("Kamerbrief over ontwikkelingen China-beleid")
    assert context("en")[0][1].startswith("95.2 billion euros\nParts: 59.4 (imports)")


def test_parts_that_are_not_the_whole_are_said_to_be_so() -> None:
    said_by_others(year=2024, parts=(Part(Text(nl="invoer", en="imports"), Decimal("59.4")),))
    assert context()[-1][1].endswith("samen 59,4. Dat is niet het geheel.")


def test_a_quote_stands_there_with_as_much_of_its_speaker_as_was_agreed() -> None:
    interviewed(year=2024)
    reference = quoted(interview="INT-2024-1")
    (quote, *_rest) = blocks("outlook", f"[[citaat:{reference}]]")
    assert quote == Quote(text="De vraag blijft groeien.", said_by="een bedachte kweker")


def test_a_quote_that_may_not_be_used_any_more_leaves_a_gap() -> None:
    interviewed(year=2024)
    reference = quoted(interview="INT-2024-1")
    withdrawn(quote=reference, interview="INT-2024-1")
    (passage, *_rest) = blocks("outlook", f"[[citaat:{reference}]]")
    assert isinstance(passage, Paragraph)
    assert isinstance(passage.runs[0], Gap)
