"""Interviews as their page shows them: each theme with the interviews behind it, and what may be used of each."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from openkader.base.text import capital
from openkader.casework.interviews import CONSENTS, InterviewPlan
from openkader.publication.periods import shown_period
from openkader.register.selectors.interviews import ConsentRow, InterviewRow, QuoteRow
from openkader.web.presenters.names import actor_words
from openkader.web.shell import language, said, shown_moment

Shown = dict[str, object]


def shown_interview(row: InterviewRow, plan: InterviewPlan, forms: Shown) -> Shown:
    """An interview with its quotes and all that was said of consent."""
    return {
        "reference": row.reference,
        "when": shown_period(row.period),
        "by_whom": row.by_whom,
        "who": said(row.who),
        "party": row.party,
        "is_withheld": row.is_withheld,
        "called": row.called,
        "consent": row.consent,
        "themes": [said(plan.text_of(code)) for code in row.themes],
        "quotes": [_quote(one, plan) for one in row.quotes],
        "consents": [_consent(one) for one in row.consents],
        "forms": forms,
    }


def _quote(row: QuoteRow, plan: InterviewPlan) -> Shown:
    return {
        "reference": row.reference,
        "theme": said(plan.text_of(row.theme)),
        "words": row.words,
        "consent": row.consent,
    }


def _consent(row: ConsentRow) -> Shown:
    return {
        "about": row.quote or _("the whole interview"),
        "consent": capital(CONSENTS[row.consent].in_(language())),
        "how": row.how,
        "by": actor_words(row.by),
        "at": shown_moment(row.at),
    }


def shown_themes(rows: Sequence[InterviewRow], plan: InterviewPlan) -> list[Shown]:
    """Each theme of the list with the interviews in which it came up, and in how many of those it may count."""
    codes = [one.code for one in plan.themes]
    codes += sorted({code for row in rows for code in row.themes} - set(codes))
    found = [_theme(code, [row for row in rows if code in row.themes], plan) for code in codes]
    return sorted(found, key=lambda one: -int(str(one["count"])))


def _theme(code: str, rows: Sequence[InterviewRow], plan: InterviewPlan) -> Shown:
    cites = next((one.cites for one in plan.themes if one.code == code), ())
    return {
        "label": said(plan.text_of(code)),
        "count": sum(row.may_count for row in rows),
        "interviews": [row.reference for row in rows],
        "cites": [{"text": one.words, "where": one.place} for one in cites],
    }
