"""Figures, claims and passages as the pages show them."""

from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.casework.vocabulary import ClaimOperator
from openkader.evaluation.account import Account, FigureOfYear, JudgedClaim
from openkader.evaluation.explaining import explain_claim, say_count, say_range
from openkader.register.selectors import SourceRow
from openkader.web.shell import language, said


def figure_url(year: int, figure: str) -> str:
    """The page behind one number."""
    return reverse("figure", args=[year, figure])


def dossier_url(reference: str | None) -> str | None:
    """The page of a dossier; a record that belongs to none has no page."""
    return None if reference is None else reverse("dossier", args=[reference])


def shown_figure(account: Account, figure: FigureOfYear) -> dict[str, object]:
    """A figure as a card or a line of a table; an unbounded number is unknown on a card."""
    found = figure.count.range
    bounded = found.high is not None and found.value is None
    return {
        "id": figure.id,
        "label": said(figure.count.figure.text),
        "value": _exact(figure),
        "low": found.low if bounded else None,
        "high": found.high if bounded else None,
        "declared": figure.declared,
        "status": figure.status,
        "url": figure_url(account.year, figure.id),
    }


def _exact(figure: FigureOfYear) -> str | int | None:
    """The number, with its denominator where it has one: a zero is a zero of something."""
    if figure.count.total is not None:
        return say_count(figure.count, language())
    if figure.count.range.high is None:
        return say_range(figure.count.range, language())
    return figure.count.range.value


def shown_claim(account: Account, judged: JudgedClaim) -> dict[str, object]:
    """A sentence of the text with what the register says of it."""
    figure = shown_figure(account, judged.figure)
    count, total = judged.figure.count, judged.figure.count.total
    share = judged.claim.operator is ClaimOperator.ALL and total is not None and total.value
    return {
        "id": judged.claim.reference,
        "status": judged.status,
        "title": _title(judged),
        "url": figure["url"],
        "finding": explain_claim(count, judged.claim, judged.status, language()),
        "part": count.range.low if share else None,
        "whole": total.value if total is not None and share else None,
        "share_label": figure["label"],
        "low": figure["low"],
        "high": figure["high"],
        "declared": judged.claim.number,
        "label": figure["label"],
        "chart": f"claim-{judged.claim.reference}",
        "passage": shown_passage(
            judged.claim.sentence, account.source, _chapter(account, judged.claim.chapter)
        ),
        "remark": said(judged.claim.remark),
    }


def _title(judged: JudgedClaim) -> str:
    label = said(judged.figure.count.figure.text)
    match judged.claim.operator:
        case ClaimOperator.ALL:
            return _("%(label)s: all of them") % {"label": label}
        case ClaimOperator.AT_LEAST:
            return _("%(label)s: at least %(number)s") % {"label": label, "number": judged.claim.number}
        case ClaimOperator.IS:
            return _("%(label)s: %(number)s") % {"label": label, "number": judged.claim.number}


def shown_passage(
    words: object, source: SourceRow | None, where: str | None = None
) -> dict[str, object] | None:
    """A literal passage with the document it stands in; the words stay in the language of the source."""
    if not words:
        return None
    return {
        "text": words,
        "source": said(source.title) if source else None,
        "where": where,
        "url": source.url if source else None,
        "language": "nl",
    }


def _chapter(account: Account, name: str | None) -> str | None:
    """The chapter in the words of the kader's report; a place it does not know is given as it is."""
    chapter = next((chapter for chapter in account.kader.report if chapter.id == name), None)
    if chapter is not None:
        return _("chapter “%(title)s”") % {"title": said(chapter.title)}
    return _("annex") if name == "annex" else name
