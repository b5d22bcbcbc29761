"""The drawings of years: `{% load years %}`."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from openkader.publication.charts.participation import participation_chart
from openkader.publication.charts.svg import Caption
from openkader.publication.charts.years import years_chart as draw_years

register = template.Library()


@register.simple_tag
def years_chart(content: Mapping[str, Any]) -> SafeString:
    """One figure over the years: {% years_chart one %}; `one` holds id, label and marks."""
    words = _(
        "A column for each year, filled up to what is certain; the table beside it gives the same in words."
    )
    caption = Caption(name=f"years-{content['id']}", title=str(content["label"]), description=words)
    return mark_safe(draw_years(content["marks"], caption))  # noqa: S308  every word in it is escaped there


@register.simple_tag
def participation(content: Mapping[str, Any]) -> SafeString:
    """Who took part in what: {% participation page.picture %}; it holds title, bands and lanes."""
    words = _(
        "A line for each party and a column for each activity; the table beside it gives the same in words."
    )
    caption = Caption(name="participation", title=str(content["title"]), description=words)
    return mark_safe(  # noqa: S308  every word in it is escaped there
        participation_chart(content["bands"], content["lanes"], caption)
    )
