"""Figures, and what the register bears of a text."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from openkader.publication.charts.years import YearMark
from openkader.web.gallery.example import Example
from openkader.web.gallery.plain import PASSAGE

_FIGURE: dict[str, object] = {
    "id": "gallery-figure",
    "label": "Verzonnen cijfer",
    "value": None,
    "low": 18,
    "high": 37,
    "declared": 27,
    "status": "interval",
    "url": "#example-figure",
}
_CLAIM: dict[str, object] = _FIGURE | {
    "id": "gallery-claim",
    "chart": "gallery-claim",
    "title": "Verzonnen uitspraak",
    "finding": "De tabel draagt dit niet.",
    "status": "contradicted",
    "passage": PASSAGE,
}
_BEARING: dict[str, object] = {
    "title": "Verzonnen bezoek",
    "reference": "FICTIEF-1",
    "url": "#example-bearing",
    "number": 18,
    "is_one": False,
    "side": _("counts"),
}
_CHECKED: dict[str, object] = {
    "id": "gallery-checked",
    "status": "contradicted",
    "said": "het register komt op 3; de zin zegt 4.",
    "label": "Verzonnen cijfer",
    "definition": "Wat meetelt is verzonnen.",
    "url": "#example-checked_claim",
    "missing": [],
    "rows": [_BEARING],
    "more": [_BEARING],
    "row_count": 3,
    "left_out": 1,
    "passage": PASSAGE,
    "remark": "Verzonnen opmerking.",
}
_ACTIVITY: dict[str, object] = {
    "mark": "1",
    "when": "mei 2024",
    "when_note": _("The source gives no day."),
    "title": "Verzonnen bezoek",
    "kind": "inkomende delegatie",
    "url": "#example-annex",
    "vague": True,
    "topics": ["water"],
    "purpose": None,
    "parties": 18,
    "agreements": 0,
}
_TOTAL = {"label": _("Together"), "parties": 18, "agreements": 0}
_MOMENT: dict[str, object] = {
    "track": "Bezoek",
    "mark": "1",
    "label": "Verzonnen bezoek",
    "start": date(2024, 5, 1),
    "end": date(2024, 5, 31),
    "precision": "month",
}
_ANNEX: dict[str, object] = {"rows": [_ACTIVITY], "caption": _("Activities"), "lead": "", "total": _TOTAL}
_LINE: dict[str, object] = {"moments": [_MOMENT], "title": _("Activities"), "name": "gallery-timeline"}
_MULTIPLE: dict[str, object] = {
    "id": "gallery-multiple",
    "label": "Verzonnen cijfer",
    "marks": [
        YearMark(label="2023", words="–"),
        YearMark(label="2024", words="18–37", low=18, high=37),
        YearMark(label="2025*", words="40", low=40, high=40, is_made_up=True),
    ],
    "rows": [
        {"year": "2023", "value": "geen register", "is_counted": False},
        {"year": "2024", "value": "18–37", "url": "#example-multiple", "is_counted": True},
        {"year": "2025 (verzonnen)", "value": "40", "url": "#example-multiple", "is_counted": True},
    ],
    "also": "oude_naam",
    "definitions": [{"years": "2024", "said": "Verzonnen definitie."}],
}
EXAMPLES = (
    Example("figure", _("A figure as a card"), {"figure": _FIGURE}),
    Example("figure_table", _("Figures beside each other"), {"rows": [_FIGURE], "caption": _("All figures")}),
    Example(
        "interval",
        _("A number between two bounds, drawn"),
        {"content": _FIGURE | {"chart": "gallery-interval"}},
    ),
    Example("claim", _("A sentence that the register bears or not"), {"claim": _CLAIM}),
    Example("checked_claim", _("A claim with its verdict and rows"), {"claim": _CHECKED}),
    Example("bearing", _("A row that bears on a claim"), {"row": _BEARING}),
    Example("annex", _("The activities of a year"), _ANNEX),
    Example("multiple", _("A figure over the years"), {"content": _MULTIPLE}),
    Example("timeline", _("The months of a year"), _LINE),
)
