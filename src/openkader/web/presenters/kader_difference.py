"""The difference of two kaders as it stands on a page: the matrix, each pair with its cases, and the rest."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from openkader.base.text import capital
from openkader.kader import Outcome
from openkader.kader.soundness.difference import Difference, OutcomeChange
from openkader.kader.soundness.difference_words import STATES, DifferenceWords, Told
from openkader.web.shell import language


def shown_difference(found: Difference) -> dict[str, object]:
    """What a page shows of the difference of any two kaders, also of one that is still a draft."""
    words = DifferenceWords(found, language())
    return {
        "lead": words.headline,
        "meaning": words.word("meaning") if found.outcomes else "",
        "matrix": _matrix(found, words),
        "pairs": [_pair(change, words) for change in found.outcomes],
        "chapters": list(_chapters(words)),
    }


def _anchor(was: Outcome, becomes: Outcome) -> str:
    return f"{was}-{becomes}".replace("_", "-")


def _matrix(found: Difference, words: DifferenceWords) -> dict[str, object]:
    """Old outcomes down, new ones across; what changes leads to its description."""
    columns = [{"label": _("Was")}]
    columns += [{"label": capital(words.outcome(outcome))} for outcome in Outcome]
    return {
        "name": "matrix",
        "caption": _("What each proposal becomes, in shares of the cases that can be"),
        "columns": columns,
        "rows": [
            {
                "title": capital(words.outcome(was)),
                "cells": [_cell(found, words, was, becomes) for becomes in Outcome],
            }
            for was in Outcome
            if any(one is was for one, _other in found.matrix)
        ],
    }


def _cell(found: Difference, words: DifferenceWords, was: Outcome, becomes: Outcome) -> Mapping[str, object]:
    number = found.matrix.get((was, becomes), 0)
    label = _("Becomes %(outcome)s") % {"outcome": words.outcome(becomes)}
    if not number:
        return {"none": _("none"), "label": label}
    size = f"{words.share(number / found.number)} ({words.number(number)})"
    if was is becomes:
        return {"value": size, "label": label}
    return {"links": [{"url": f"#{_anchor(was, becomes)}", "label": size}], "label": label}


def _pair(change: OutcomeChange, words: DifferenceWords) -> Mapping[str, object]:
    region = change.region
    clauses = words.descriptions(region.short)
    return {
        "anchor": _anchor(change.was, change.becomes),
        "title": words.pair(change),
        "size": words.size(region),
        "stricter": change.becomes.severity > change.was.severity,
        "only_open": words.only_open(region),
        "opening": words.opening(change, region.short) + (":" if clauses else "."),
        "clauses": clauses,
        "example": [capital(clause) for clause in words.witness(region)],
    }


def _chapters(words: DifferenceWords) -> Iterator[Mapping[str, object]]:
    """Everything beside the proposal: what decides before what is only said otherwise."""
    for place, (title, told) in enumerate(words.parts(), 1):
        yield {
            "id": f"part-{place}",
            "title": title,
            "articles": [_article(one) for one in sorted(told, key=lambda one: one.state == "words")],
        }


def _article(one: Told) -> Mapping[str, object]:
    return {
        "title": capital(one.title),
        "badge": STATES[one.state].in_(language()),
        "points": [capital(line) for line in one.lines],
    }
