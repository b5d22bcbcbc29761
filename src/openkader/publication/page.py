"""The account of a year as one HTML file that can be mailed, archived and printed.

It needs no server and no other file; every figure stands beside the rows it counts.
"""

from pathlib import Path

from django.template import Context, Engine

from openkader.base.text import Text
from openkader.evaluation.account import Account, FigureOfYear
from openkader.evaluation.explaining import STATUS_NAMES, explain_claim, explain_count, say_count

_ENGINE = Engine(dirs=[str(Path(__file__).parent / "templates")], autoescape=True)

_WORDS = {
    "title": Text(nl="Verantwoording over {0}", en="Account of {0}"),
    "figures": Text(nl="Cijfers", en="Figures"),
    "claims": Text(nl="Zinnen uit de gepubliceerde tekst", en="Sentences of the published text"),
    "register": Text(nl="Register", en="Register"),
    "declared": Text(nl="Tekst", en="Text"),
    "verdict": Text(nl="Oordeel", en="Verdict"),
    "figure": Text(nl="Cijfer", en="Figure"),
    "rows": Text(nl="Rijen die meetellen of kunnen meetellen", en="Rows that count or may count"),
    "number": Text(nl="aantal", en="number"),
    "unknown": Text(nl="onbekend", en="unknown"),
    "none": Text(nl="geen", en="none"),
}


def account_page(account: Account, language: str) -> str:
    """The account of one year in one language."""
    kader = account.kader
    words = {name: text.in_(language) for name, text in _WORDS.items()}
    context = {
        "language": language,
        "words": words | {"title": words["title"].format(account.year)},
        "organisation": kader.organisation.in_(language),
        "kader": kader.title.in_(language),
        "version": f"{kader.id} · {kader.digest[:12]}",
        "reconstructed": kader.reconstructed.in_(language) if kader.reconstructed else None,
        "figures": [_figure(account, figure, language) for figure in account.figures.values()],
        "claims": _claims(account, language),
    }
    return _ENGINE.get_template("account.html").render(Context(context))


def _figure(account: Account, figure: FigureOfYear, language: str) -> dict[str, object]:
    spec = figure.count.figure
    return {
        "id": figure.id,
        "name": spec.text.in_(language),
        "definition": spec.definition.in_(language),
        "value": say_count(figure.count, language),
        "declared": figure.declared,
        "status": figure.status,
        "verdict": STATUS_NAMES[figure.status].in_(language),
        "reasons": explain_count(figure.count, language),
        "rows": [
            {
                "reference": item.row.reference,
                "label": label.in_(language) if (label := account.labels.get(item.row.reference)) else "",
                "number": item.row.number,
                "counts": item.counts,
            }
            for item in figure.count.rows
        ],
    }


def _claims(account: Account, language: str) -> list[dict[str, object]]:
    return [
        {
            "sentence": judged.claim.sentence,
            "figure": judged.figure.id,
            "name": judged.figure.count.figure.text.in_(language),
            "status": judged.status,
            "verdict": STATUS_NAMES[judged.status].in_(language),
            "why": explain_claim(judged.figure.count, judged.claim, judged.status, language),
        }
        for judged in account.claims
    ]
