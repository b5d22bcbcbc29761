"""The cells of the coverage, written out; a year of two hundred activities has two thousand of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.template.loader import get_template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from openkader.web.marks import Mark, find_mark

_Row = Mapping[str, Any]


def coverage_rows(rows: Iterable[_Row], width: int) -> SafeString:
    """Every activity with a cell for each line, and how many of its lines are full.

    A row that is withheld has one cell over all lines that says so.
    """
    signs = Signs()
    return format_html_join(
        "\n",
        '<tr role="row"><th role="rowheader" scope="row" class="coverage__name"><a class="nl-link" href="{}">{}</a>'
        '<span class="cell__note">{}</span></th>{}</tr>',
        ((row["url"], row["title"], row["about"], _cells(row, width, signs)) for row in rows),
    )


class Signs:
    """The sign and the word of each state in the language of the reader, made once for a table."""

    def __init__(self) -> None:
        self._made: dict[str, SafeString] = {}

    def of(self, cover: str) -> SafeString:
        """As it stands in a cell."""
        if cover not in self._made:
            self._made[cover] = _sign(find_mark("coverage", cover))
        return self._made[cover]


def _sign(mark: Mark) -> SafeString:
    icon = mark_safe(get_template(f"web/icons/{mark.icon}.svg").render())  # noqa: S308 - our own drawing
    return format_html('{}<span class="cover__word">{}</span>', icon, mark.word)


def _cells(row: _Row, width: int, signs: Signs) -> SafeString:
    if row["is_withheld"]:
        words = _("For colleagues only: belongs to a case with screening")
        return format_html(
            '<td role="cell" colspan="{}" class="cover cover--withheld">{}</td>', width - 1, words
        )
    of = _("of")
    cells = format_html_join(
        "",
        '<td role="cell" class="cover cover--{}"><a class="cover__link" href="{}" title="{}">'
        '<span class="cover__line">{}</span>{}{}</a></td>',
        (
            (cell["cover"], cell["url"], cell["why"], cell["line"], signs.of(cell["cover"]), _part(cell, of))
            for cell in row["cells"]
        ),
    )
    share = format_html(
        '<td role="cell" class="cell--number coverage__share" data-label="{}">{}</td>',
        _("Lines full:"),
        _share(row, of),
    )
    return mark_safe(cells + share)  # noqa: S308 - both are safe


def _part(cell: _Row, of: str) -> SafeString | str:
    if not cell["asked"]:
        return ""
    return format_html('<span class="cover__part">{} {} {}</span>', cell["shown"], of, cell["asked"])


def _share(row: _Row, of: str) -> SafeString:
    return format_html("{} {} {}", row["full"], of, row["asked"])
