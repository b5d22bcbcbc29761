"""The rows of a table of records: whatever a name holds is shown as words, and what is unknown is marked."""

import re

from django.template import Context, Template
from django.utils import translation

NASTY = "<script>&\"'"
SHOWN = "&lt;script&gt;&amp;&quot;&#x27;"


def drawn(**row: object) -> str:
    template = Template("{% load parts %}{% record_rows rows %}")
    with translation.override("nl"):
        return template.render(Context({"rows": [{"cells": [], **row}]}))


def cell(**values: object) -> str:
    found = re.search(r"<td.*?>(.*)</td>", drawn(cells=[values]), re.DOTALL)
    assert found
    return found[1]


def test_markup_in_a_name_is_shown_and_never_obeyed() -> None:
    row = dict.fromkeys(("title", "url", "aside", "quote", "note"), NASTY)
    link = {"label": NASTY, "url": NASTY, "digest": NASTY}
    cells = [{"label": NASTY, "value": NASTY}, {"quote": NASTY}, {"links": [link]}, {"none": NASTY}]
    text = drawn(**row, cells=cells)
    assert "<script" not in text
    assert text.count(SHOWN) == 5 + 2 + 1 + 3 + 1


def test_nought_is_a_value_and_nothing_is_unknown() -> None:
    assert cell(value=0) == "0"
    assert 'class="unknown"' in cell(value=None)
    assert "de bron noemt het niet" in cell(value="", why="de bron noemt het niet")
    assert cell(value=None, none="geen termijn") == '<span class="none">geen termijn</span>'


def test_a_title_leads_to_its_page_where_it_has_one() -> None:
    assert '<a class="nl-link" href="/dossiers/V-1/">Fictief</a>' in drawn(
        title="Fictief", url="/dossiers/V-1/"
    )
    assert '<th role="rowheader" scope="row">Fictief</th>' in drawn(title="Fictief")
    assert 'class="unknown"' in drawn(title="", url="/dossiers/V-1/")


def test_a_number_stands_right_and_a_day_stays_on_one_line() -> None:
    text = drawn(cells=[{"value": 1, "number": True}, {"value": "1 mei", "short": True, "label": "Op"}])
    assert '<td role="cell" class="cell--number">1</td>' in text
    assert '<td role="cell" class="cell--short" data-label="Op">1 mei</td>' in text
