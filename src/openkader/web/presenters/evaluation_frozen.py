"""What was frozen of each figure, and its rows beside the register of today, as far as the reader may see them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.base.text import Text
from openkader.evaluation.counting import CountedRow
from openkader.evaluation.frozen import RowBeside, readings_in, say_reading
from openkader.evaluation.summary import Summary, reading_in
from openkader.kader import Kader
from openkader.web.presenters.figures import dossier_url
from openkader.web.shell import language, said

Shown = dict[str, object]


def shown_frozen(content: Mapping[str, Any], summary: Summary, kader: Kader, year: int) -> list[Shown]:
    """Every figure with what it said when it was adopted and what it says now; those that differ first."""
    labels = {figure.id: figure.text for figure in kader.figures}
    found = [
        _figure(name, then, reading_in(summary, name), year)
        | {"title": said(labels.get(name)) or name, "rows": len(content["account"]["figures"][name]["rows"])}
        for name, then in readings_in(content["account"]).items()
    ]
    return sorted(found, key=lambda one: not one["differs"])


def _figure(name: str, then: Mapping[str, Any], now: Mapping[str, Any] | None, year: int) -> Shown:
    return {
        "url": reverse("frozen_figure", args=[year, name]),
        "then": say_reading(then, language()),
        "now": say_reading(now, language()) if now else _("not counted any more"),
        "differs": now != then,
    }


def shown_rows(
    rows: Sequence[RowBeside], labels: Mapping[str, Text], *, sees_all: bool, distinct: bool
) -> list[Shown]:
    """Rows as the page shows them; one that the reader may not see has no name and leads nowhere."""
    return [_row(one, labels.get(one.reference), sees_all=sees_all, distinct=distinct) for one in rows]


def _row(one: RowBeside, label: Text | None, *, sees_all: bool, distinct: bool) -> Shown:
    is_told = label is not None or sees_all
    name = said(label) or (one.reference if sees_all else _("Not visible to you, or not in the register now"))
    return {
        "title": name,
        "note": one.reference if is_told and label is not None else "",
        "url": dossier_url(one.row.dossier) if label is not None else None,
        "then": _told(one.then, distinct=distinct and is_told) if one.then else _("was not there"),
        "now": _now(one, is_told=is_told, distinct=distinct),
        "differs": is_told and not one.is_same,
    }


def _now(one: RowBeside, *, is_told: bool, distinct: bool) -> str:
    if one.now is not None:
        return _told(one.now, distinct=distinct)
    return _("does not count any more") if is_told else _("not for you to see")


def _told(one: CountedRow, *, distinct: bool) -> str:
    """How it counts: ``counts, for 3``, ``may count, for an unknown number``, with the party where that matters."""
    counts = _("counts") if one.counts else _("may count")
    number = _("an unknown number") if one.row.number is None else str(one.row.number)
    words = (
        [counts]
        if number == "1"
        else [_("%(counts)s, for %(number)s") % {"counts": counts, "number": number}]
    )
    if distinct:
        words.append(one.row.named_party or _("party without a name"))
    return " · ".join(words)
