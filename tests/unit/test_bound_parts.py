"""Tables and charts of a text as plain data, and back."""

import json

import pytest

from openkader.casework.prose import Binding, Bound, passages_of
from openkader.evaluation.bound_parts import as_plain, block_of, frozen_parts, part_key, parts_in
from openkader.evaluation.document import Block, Cell, Column, Notice, Paragraph, Picture, Table

TABLE = Table(
    id="annex",
    caption="Bijlage",
    columns=(Column("Activiteit", 60), Column("Aantal", 40, is_number=True)),
    rows=((Cell("Een reis\nin mei", "/dossiers/OK-1/"), Cell("4")),),
    note="Alles is verzonnen.",
    empty="Niets.",
)
PICTURE = Picture(id="flow", title="Stroom", description="Vier verzoeken.", svg="<svg/>", table=TABLE)
ANNEX, FLOW = Binding(Bound.TABLE, "annex"), Binding(Bound.CHART, "flow")


@pytest.mark.parametrize("block", [TABLE, PICTURE, Notice("Te veel om te tekenen.")])
def test_a_part_comes_back_as_it_was_kept(block: Block) -> None:
    assert block_of(json.loads(json.dumps(as_plain(block)))) == block


@pytest.mark.parametrize("nothing", [None, Paragraph(())])
def test_what_is_no_part_is_not_kept(nothing: Block | None) -> None:
    assert as_plain(nothing) is None
    assert block_of(None) is None


def test_the_tables_and_charts_of_a_text_are_told_once_and_not_those_of_another_year() -> None:
    tables = "[[tabel:annex]]\n\n[[grafiek:flow]]\n\n[[tabel:annex]]\n\n[[tabel:annex@2023]]"
    text = f"{tables}\n\n[[citaat:Q-1]] [[cijfer:x]]"
    assert parts_in(passages_of(text)) == (ANNEX, FLOW)


def test_what_was_frozen_is_found_by_its_name_in_its_language() -> None:
    content = {"parts": {"nl": {part_key(ANNEX): as_plain(TABLE), part_key(FLOW): None}}}
    assert frozen_parts(content, "nl") == {ANNEX: TABLE}
    assert frozen_parts(content, "en") == {}
    assert frozen_parts({}, "nl") == {}
