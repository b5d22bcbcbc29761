"""What came of a year in words: how many answered of how many, and what they said of it."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.casework.effect import QuestionCount, Reach, WaveState
from openkader.evaluation.effects import ActivityEffect, Effects, WaveEffect, WaveTotal, chosen
from openkader.publication.periods import shown_period
from openkader.register.selectors import SaidRow
from openkader.web.presenters.experiences import answered_of, shown_options
from openkader.web.shell import day_words, language, said


def shown_effects(found: Effects, some: Sequence[ActivityEffect], *, is_colleague: bool) -> dict[str, Any]:
    """The whole page: the waves together, then some of the activities, and all own words that may be public."""
    rows = [_row(row, found, is_colleague=is_colleague) for row in some]
    return {
        "question": found.question.text.in_(language()),
        "waves": [wave.text.in_(language()) for wave in found.form.waves],
        "totals": [_total(one) for one in found.totals()],
        "rows": rows,
        "said": [
            _said(one, row, wave) for row in with_words(found) for wave in row.waves for one in wave.said
        ],
        "withheld": found.beside,
        "few": _("Of fewer than %(smallest)s answers there is no breakdown in public.")
        % {"smallest": found.form.smallest},
        "own_form": [text.in_(language()) for text in (found.form.own_form, found.form.source)],
    }


def with_words(found: Effects) -> list[ActivityEffect]:
    """The activities of which somebody said something in their own words."""
    return [row for row in found.rows if any(wave.said for wave in row.waves)]


def _row(row: ActivityEffect, found: Effects, *, is_colleague: bool) -> dict[str, Any]:
    name = "experiences" if is_colleague else "dossier"
    newest = row.newest
    return {
        "title": said(row.activity.label),
        "url": reverse(name, args=[row.activity.reference]),
        "about": shown_period(row.activity.period),
        "waves": [
            {"label": one.wave.text.in_(language()), "words": _answered(one.reach)} for one in row.waves
        ],
        "outcome": _outcome(newest) if newest else [],
        "why_not": "" if newest else _why_not(row, found),
    }


def _answered(one: Reach | WaveTotal) -> str | None:
    """So many of so many; None, shown as unknown, where nobody was asked."""
    return answered_of(one) if one.is_asked else None


def _outcome(one: WaveEffect) -> list[str]:
    """Every answer that anybody chose, what most chose in front, each with its denominator."""
    count = one.outcome
    if count is None:
        return []
    wave = one.wave.text.in_(language())
    return [
        _("%(answer)s: %(part)s of %(whole)s (%(wave)s)")
        % {
            "answer": text.in_(language()),
            "part": number,
            "whole": count.answered,
            "wave": wave,
        }
        for text, number in chosen(count)
    ]


def _why_not(row: ActivityEffect, found: Effects) -> str:
    """Why nothing can be said of what came of it."""
    if any(one.reach.answered for one in row.waves):
        return _("fewer than %(smallest)s answers") % {"smallest": found.form.smallest}
    if any(one.reach.is_asked for one in row.waves):
        return _("nobody answered yet")
    first = row.waves[0].reach
    if first.state is WaveState.TO_COME and first.opens_on is not None:
        return _("is asked from %(day)s") % {"day": day_words(first.opens_on)}
    if not first.known and first.took_part == 0:
        return _("nobody is registered as having taken part")
    return _("nobody was asked")


def _total(one: WaveTotal) -> dict[str, Any]:
    return {
        "id": one.wave.id,
        "title": one.wave.text.in_(language()),
        "words": _answered(one),
        "count": _count(one.outcome) if one.outcome else None,
        "base": _base(one),
    }


def _base(one: WaveTotal) -> str:
    """Over how many activities the breakdown is, and how many answers that are."""
    words = ngettext(
        "Over %(told)s activity of which the answers can be shown. Answers: %(answered)s.",
        "Over %(told)s activities of which the answers can be shown. Answers: %(answered)s.",
        one.told,
    )
    return words % {"told": one.told, "answered": one.outcome.answered if one.outcome else 0}


def _count(count: QuestionCount) -> dict[str, Any]:
    return {"answered": count.answered, "options": shown_options(count)}


def _said(one: SaidRow, row: ActivityEffect, wave: WaveEffect) -> dict[str, Any]:
    return {
        "words": one.words,
        "who": one.name or _("a participant"),
        "about": f"{said(row.activity.label)}, {wave.wave.text.in_(language())}",
    }
