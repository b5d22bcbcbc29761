"""What was adopted: its chapters, what was frozen with them, its errata, and the figures that count otherwise since."""

from collections.abc import Mapping, Sequence
from typing import Any

from openkader.casework.prose import Binding, passages_of
from openkader.evaluation.chapters import ChapterPlan
from openkader.evaluation.counting import Count
from openkader.evaluation.document import Block
from openkader.evaluation.frozen import Difference, say_reading
from openkader.evaluation.summary import Summary
from openkader.kader import Kader
from openkader.register.selectors import ErratumRow, RestatementRow
from openkader.web.presenters.evaluation_text import Reading, shown_passages
from openkader.web.presenters.figures import figure_url
from openkader.web.shell import language, said, shown_moment

Shown = dict[str, object]


def frozen_of(
    content: Mapping[str, Any] | None, summary: Summary, kader: Kader, plans: Sequence[ChapterPlan]
) -> Shown:
    """How much is frozen: what was, or what would be now."""
    told = {
        "chapters": len(plans),
        "figures": len(summary["figures"]),
        "rows": summary["rows"],
        "claims": summary["claims"],
    }
    if content:
        account = content["account"]
        told = {
            "chapters": len(content["chapters"]),
            "figures": len(account["figures"]),
            "rows": sum(len(one["rows"]) for one in account["figures"].values()),
            "claims": len(account["claims"]),
        }
    return {**told, "kader": kader.id, "kader_digest": kader.digest[:12]}


def shown_adopted_chapters(
    content: Mapping[str, Any],
    counts: Mapping[int, Mapping[str, Count]],
    chosen: str,
    parts: Mapping[Binding, Block],
) -> list[Shown]:
    """The chapters that have a text, in the order of reading."""
    year = content["year"]
    texts = content["texts"].get(chosen, {})
    return [
        {
            "id": one["id"].replace(".", "-"),
            "title": one["title"][chosen],
            "depth": one["id"].count("."),
            "passages": shown_passages(
                passages_of(texts[one["id"]]),
                Reading(
                    year=year,
                    language=chosen,
                    counts=counts,
                    parts=parts,
                    place="-" + one["id"].replace(".", "-"),
                ),
            ),
        }
        for one in content["chapters"]
        if texts.get(one["id"])
    ]


def shown_difference(one: Difference, kader: Kader, year: int) -> Shown:
    """A figure that counts otherwise now, with the rows that came and went."""
    return {
        "figure": one.figure,
        "label": _label(one.figure, kader),
        "url": figure_url(year, one.figure),
        "was": say_reading(one.was, language()),
        "became": say_reading(one.became, language()),
        "came": one.came,
        "went": one.went,
        "nameless": one.nameless,
    }


def shown_restatement(row: RestatementRow, kader: Kader, year: int) -> Shown:
    """What somebody noted of a figure that counts otherwise."""
    return {
        "label": _label(row.figure, kader),
        "url": figure_url(year, row.figure),
        "was": say_reading(row.was, language()),
        "became": say_reading(row.became, language()),
        "why": row.why,
        "at": shown_moment(row.at),
    }


def shown_erratum(row: ErratumRow, chapters: Sequence[Mapping[str, Any]]) -> Shown:
    """A correction beside what was adopted."""
    titles = {one["id"]: one["title"] for one in chapters}
    return {
        "number": row.number,
        "chapter": titles.get(row.chapter, {}).get(language(), row.chapter),
        "language": row.language,
        "said": row.said,
        "must_say": row.must_say,
        "why": row.why,
        "at": shown_moment(row.at),
    }


def _label(figure: str, kader: Kader) -> str:
    found = next((one.text for one in kader.figures if one.id == figure), None)
    return said(found) or figure
