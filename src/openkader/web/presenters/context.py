"""Figures of others as their page shows them, with what came of adding up."""

from decimal import Decimal

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from openkader.casework.context_figures import CheckSum
from openkader.publication.periods import shown_period
from openkader.register.selectors.context import ContextRow
from openkader.web.presenters.names import actor_words
from openkader.web.shell import said

Shown = dict[str, object]


def shown_context(row: ContextRow, form: object) -> Shown:
    """A figure of others; `form` strikes it out."""
    return {
        "reference": row.reference,
        "name": said(row.name),
        "value": shown_number(row.value),
        "unit": said(row.unit),
        "about": row.about,
        "title": row.title,
        "publisher": row.publisher,
        "url": row.url,
        "dated": shown_period(row.dated),
        "parts": [{"name": said(one.name), "value": shown_number(one.value)} for one in row.parts],
        "sum": _sum(row.check),
        "passage": {"text": row.passage, "language": "nl"} if row.passage else None,
        "remark": said(row.remark),
        "file": row.file,
        "file_url": reverse("context_document", args=[row.reference]),
        "sha256": row.sha256,
        "by": actor_words(row.by) if row.by else "",
        "struck_out": row.struck_out,
        "form": None if row.struck_out else form,
        "is_fictional": row.is_fictional,
    }


def shown_number(value: Decimal) -> str:
    """A number with as many decimals as it has, in the language of the reader."""
    words = format(value.normalize(), "f")
    _whole, _point, decimals = words.partition(".")
    return str(number_format(value, decimal_pos=len(decimals), use_l10n=True, force_grouping=True))


def _sum(check: CheckSum | None) -> Shown | None:
    """Whether the parts are the whole, and else by how much they are not."""
    if check is None:
        return None
    if check.adds_up:
        return {"state": "adds_up", "words": _("Together %(total)s.") % {"total": shown_number(check.total)}}
    values = {"total": shown_number(check.total), "short": shown_number(abs(check.short))}
    words = (
        _("Together %(total)s, which is %(short)s less than the whole. Rounding may do that.")
        if check.short > 0
        else _("Together %(total)s, which is %(short)s more than the whole. Rounding may do that.")
    )
    return {"state": "does_not", "words": words % values}
