"""The parts of which pages are built: pills, figures, drawings, tables, trees of conditions.

`{% load parts %}`. Every part takes plain values; what it looks like stands in `components.css`.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from django import template
from django.forms.boundfield import BoundWidget
from django.forms.utils import flatatt
from django.template.base import render_value_in_context
from django.template.loader import get_template
from django.utils.dates import MONTHS_3
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from openkader.publication.charts import numbers
from openkader.publication.charts.svg import Caption
from openkader.publication.charts.timeline import Moment, Precision
from openkader.publication.charts.timeline import timeline as draw_timeline
from openkader.web import coverage_rows as covered
from openkader.web.marks import Mark, find_mark
from openkader.web.record_rows import RowWriter

if TYPE_CHECKING:
    from openkader.web.gallery import Example

register = template.Library()


@register.filter
def unbroken(words: str) -> str:
    """A heading in which names such as Zuid-Holland stay on one line: {{ page.title|unbroken }}."""
    return str(words).replace("-", "\N{NON-BREAKING HYPHEN}")


@register.simple_tag(takes_context=True)
def drawn(context: template.Context, example: "Example") -> SafeString:
    """A component with the values of an example, as in the gallery: {% drawn example %}."""
    return mark_safe(get_template(example.template).render(example.values, context["request"]))  # noqa: S308


@register.simple_tag
def pill(state: object, kind: str = "figure") -> SafeString:
    """A state as a pill: {% pill "proved" %}, {% pill row.truth kind="truth" %}."""
    return _pill(find_mark(kind, state), get_language())


@lru_cache(maxsize=512)
def _pill(mark: Mark, _language: str | None) -> SafeString:
    """There are few marks, and a list shows each of them many times."""
    return mark_safe(get_template("web/components/pill.html").render({"mark": mark}))  # noqa: S308


@register.simple_tag
def unknown(why: str = "") -> SafeString:
    """What the source does not state, with the reason if there is one: {% unknown "The source names no day." %}."""
    return _unknown(why, get_language())


@lru_cache(maxsize=512)
def _unknown(why: str, _language: str | None) -> SafeString:
    return mark_safe(get_template("web/components/unknown.html").render({"why": why}))  # noqa: S308


@register.simple_tag(takes_context=True)
def value(context: template.Context, content: object, why: str = "") -> SafeString:
    """A value, or the mark of unknown where there is none; nought is a value."""
    if content is None or content == "":
        return unknown(why)
    return mark_safe(render_value_in_context(content, context))  # noqa: S308  it escapes


@register.simple_tag(takes_context=True)
def record_rows(context: template.Context, rows: Iterable[Mapping[str, Any]]) -> SafeString:
    """The rows of a table of records: {% record_rows table.rows %}; see `RowWriter` for the names in them."""
    return RowWriter(partial(value, context), pill).rows(rows)


@register.simple_tag
def coverage_rows(rows: Iterable[Mapping[str, Any]], width: int) -> SafeString:
    """The rows of a coverage: {% coverage_rows table.rows table.width %}."""
    return covered.coverage_rows(rows, width)


@register.simple_tag
def options(choices: Iterable[Mapping[str, object]]) -> SafeString:
    """What may be chosen from a list, each with value, label and selected: {% options filter.options %}."""
    return _options(tuple((str(one["value"]), str(one["label"]), bool(one["selected"])) for one in choices))


@lru_cache(maxsize=256)
def _options(choices: tuple[tuple[str, str, bool], ...]) -> SafeString:
    """A filter has hundreds, and they are the same on every page."""
    chosen = mark_safe(" selected")
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((value, chosen if is_chosen else "", label) for value, label, is_chosen in choices),
    )


@register.simple_tag
def tick(choice: BoundWidget) -> SafeString:
    """One of many choices of a form, to be ticked: {% tick choice %}; the framework would make a page of each."""
    data = choice.data
    return format_html(
        '<input type="{}" name="{}" value="{}"{}>',
        data["type"],
        data["name"],
        data["value"],
        flatatt(data["attrs"]),
    )


@register.inclusion_tag("web/components/figure.html")
def figure(content: Mapping[str, object]) -> dict[str, object]:
    """A figure as a card: {% figure f %}; f holds label, value or low and high, declared, status, url."""
    return {"figure": content}


@register.inclusion_tag("web/components/condition.html")
def condition(content: Mapping[str, object]) -> dict[str, object]:
    """A condition with all that it rests on: {% condition trace %}; each node: truth, sentence, children."""
    return {"node": content, "mark": find_mark("truth", content.get("truth"))}


@register.simple_tag
def interval(content: Mapping[str, object]) -> SafeString:
    """A number between two bounds, drawn: {% interval f %}; the words stand under it as text too."""
    bounds = _bounds(content)
    words = numbers.BoundWords(at_least=_("at least"), at_most=_("at most"), declared=_("declared"))
    return _drawing(numbers.interval(bounds, words, _caption(content, bounds)))


@register.simple_tag
def range_bar(content: Mapping[str, object]) -> SafeString:
    """The interval of a card, drawn small and without words."""
    bounds = _bounds(content)
    return _drawing(numbers.range_bar(bounds, _caption(content, bounds)))


@register.simple_tag
def share(part: int, whole: int, label: str, name: str) -> SafeString:
    """So many of so many, drawn and in words: {% share 2 4 "Visits with the topic" "mvo" %}."""
    words = _("%(part)s of %(whole)s") % {"part": part, "whole": whole}
    caption = Caption(name=f"share-{name}", title=label, description=words)
    drawing = _drawing(numbers.share_bar(part, whole, caption))
    return format_html('<span class="share">{}<span class="share__words">{}</span></span>', drawing, words)


@register.simple_tag
def weight_bar(weight: float) -> SafeString:
    """How far a piece of evidence points, drawn beside its words: {% weight_bar 1.5 %}."""
    return _drawing(numbers.weight_bar(weight))


@register.simple_tag
def timeline(moments: Sequence[Mapping[str, object]], title: str, name: str = "timeline") -> SafeString:
    """The months of a year: {% timeline moments "Activities in 2024" %}; see `Moment` for the keys."""
    made = [_moment(moment) for moment in moments]
    words = _("%(count)s marks over twelve months; the table beside it gives the same in words.")
    caption = Caption(name=name, title=title, description=words % {"count": len(made)})
    return _drawing(draw_timeline(made, [str(MONTHS_3[month]) for month in range(1, 13)], caption))


@register.simple_block_tag
def datatable(content: str, caption: str, name: str, lead: str = "", sort: str = "") -> SafeString:
    """A table that scrolls inside its own region: {% datatable caption="…" name="annex" %}<thead>…{% enddatatable %}.

    On a phone sort="stacked" makes a card of each row and sort="lines" a title with its cells on the next line; the
    cells then carry `data-label`, and all parts the roles of a table, which a browser forgets with another display.
    """
    return format_html(
        '<div class="table-region" role="region" tabindex="0" aria-labelledby="{name}-caption">'
        '<table class="utrecht-table utrecht-table--html-table table{sort}"{role}>'
        '<caption class="utrecht-table__caption" id="{name}-caption">{caption}{lead}</caption>{content}</table></div>',
        name=name,
        sort=f" table--{sort}" if sort else "",
        role=mark_safe(' role="table"') if sort else "",
        caption=caption,
        lead=format_html('<span class="table__lead">{}</span>', lead) if lead else "",
        content=content,
    )


def _bounds(content: Mapping[str, object]) -> numbers.Bounds:
    low, high, declared = content["low"], content["high"], content.get("declared")
    if not (isinstance(low, int) and isinstance(high, int)):
        raise TypeError("only whole bounds can be drawn")
    return numbers.Bounds(low=low, high=high, declared=declared if isinstance(declared, int) else None)


def _caption(content: Mapping[str, object], bounds: numbers.Bounds) -> Caption:
    words = _("The register proves at least %(low)s and at most %(high)s.") % {
        "low": bounds.low,
        "high": bounds.high,
    }
    if bounds.declared is not None:
        words += " " + _("The evaluation declares %(declared)s.") % {"declared": bounds.declared}
    name = str(content.get("chart") or content["id"])
    return Caption(name=name, title=str(content["label"]), description=words)


def _moment(content: Mapping[str, object]) -> Moment:
    start, end = content["start"], content.get("end")
    if not isinstance(start, date):
        raise TypeError("a moment starts on a date")
    return Moment(
        track=str(content["track"]),
        mark=str(content["mark"]),
        label=str(content["label"]),
        start=start,
        end=end if isinstance(end, date) else None,
        precision=Precision(str(content.get("precision") or "day")),
    )


def _drawing(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308  every word in it went through escape() in `charts`
