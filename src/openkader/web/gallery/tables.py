"""Tables and counted numbers."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from openkader.casework.screening import Standing, tally
from openkader.evaluation.document import Cell, Column, Picture, Quote, Table
from openkader.publication.charts.svg import Caption
from openkader.publication.charts.timeline import Moment, Precision, timeline
from openkader.web.gallery.example import Example
from openkader.web.presenters.bound_parts import shown_part
from openkader.web.presenters.coverage import ORDER
from openkader.web.presenters.delegation import shown_tally

_COLUMNS = [{"label": _("Measure")}, {"label": _("Status")}, {"label": _("Number"), "number": True}]
_ROW: dict[str, object] = {
    "title": "Verzonnen maatregel",
    "aside": "X1.voorbeeld",
    "url": "#example-record_table",
    "cells": [
        {"status": "done", "kind": "measure", "label": _("Status")},
        {"value": None, "label": _("Number"), "number": True},
    ],
}
_TOTAL = {"title": _("Together"), "cells": [{"value": ""}, {"value": 3, "number": True}]}
_RECORDS: dict[str, object] = {
    "name": "gallery-records",
    "caption": _("Records with their states"),
    "columns": _COLUMNS,
    "rows": [_ROW],
}
_ROWS: dict[str, object] = {
    "name": "gallery-rows",
    "caption": _("Rows with a total"),
    "columns": _COLUMNS,
    "rows": [_ROW],
    "total": _TOTAL,
}
_SHARES: dict[str, object] = {
    "name": "gallery-shares",
    "caption": "Verzonnen vraag",
    "answered": 4,
    "options": [
        {"id": "some", "text": "verzonnen antwoord", "number": 3},
        {"id": "none", "text": "niets", "number": 0},
    ],
}
_EVIDENCE = [
    {
        "title": _("Same name"),
        "asked": "Wang Xugou",
        "listed": "WANG Xugou",
        "words": _("much for it"),
        "weight": 4.0,
    },
    {
        "title": _("Other date of birth"),
        "asked": "1968",
        "listed": "1975",
        "words": _("much against it"),
        "weight": -4.0,
    },
]
_CELL: dict[str, object] = {"line": "X1", "shown": 0, "asked": 0, "url": "#example-coverage", "why": ""}
_COVERED: dict[str, object] = {
    "pillars": [{"label": _("Economic risks"), "lines": len(ORDER)}],
    "lines": [
        {"code": f"X{place}", "text": "Verzonnen lijn", "url": "#"} for place, _one in enumerate(ORDER, 1)
    ],
    "width": len(ORDER) + 2,
    "rows": [
        {
            "title": "Verzonnen activiteit",
            "url": "#example-coverage",
            "about": "mei 2024",
            "is_withheld": False,
            "cells": [_CELL | {"cover": cover} for cover in ORDER],
            "full": 1,
            "asked": 4,
        }
    ],
    "totals": [
        {"status": cover, "cells": [int(cover is one) for one in ORDER], "total": 1} for cover in ORDER
    ],
}

_BOUND_TABLE = Table(
    id="annex",
    caption="Verzonnen activiteiten",
    columns=(Column("Activiteit", 60), Column("Partijen", 40, is_number=True)),
    rows=((Cell("Verzonnen reis\nmei 2024", "#example-bound_part"), Cell("4")),),
    note="Alles is verzonnen.",
)
_DRAWN = Caption(name="timeline", title="Verzonnen jaar", description="Een reis in mei.")
_BOUND = (
    (_("A table in a text"), _BOUND_TABLE),
    (
        _("A chart in a text"),
        Picture(
            id="timeline",
            title=_DRAWN.title,
            description=_DRAWN.description,
            svg=timeline(
                [
                    Moment(
                        track="Reis",
                        mark="1",
                        label="Verzonnen reis",
                        start=date(2024, 5, 1),
                        end=date(2024, 5, 31),
                        precision=Precision.MONTH,
                    )
                ],
                "JFMAMJJASOND",
                _DRAWN,
            ),
            table=replace(_BOUND_TABLE, id="timeline-table"),
        ),
    ),
    (_("A quote in a text"), Quote(text="Een verzonnen zin.", said_by="een bedachte kweker")),
)
_PAGES = {"number": 2, "pages": 4, "before": "?rows=1#rows", "after": "?rows=3#rows"}


def examples() -> list[Example]:
    """The tables; the counts are counted, as everywhere."""
    counted = shown_tally(tally([Standing(is_current=True), Standing(waits=True)]))
    return [
        *(Example("bound_part", said, {"part": shown_part(block, "-gallery")}) for said, block in _BOUND),
        Example("numbers", _("Counted numbers, also the zeros"), {"items": counted}),
        Example("record_table", _("Records with their states"), {"table": _RECORDS}),
        Example("row_table", _("Rows with a total"), _ROWS),
        Example("pager", _("The pages of a long table"), {"content": _PAGES}),
        Example("share_table", _("Answers, each as a share of who answered"), _SHARES),
        Example(
            "coverage", _("Action lines beside activities"), {"table": _COVERED, "caption": _("Coverage")}
        ),
        Example("evidence", _("What speaks for and against a hit"), {"rows": _EVIDENCE}),
    ]
