"""The rows of a table of records, written out; a list has so many cells that a template is slow with them."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

_NOTHING = mark_safe("")
_Cell = Mapping[str, Any]


class RowWriter:
    """Writes rows; how a value and a pill look is handed in.

    A row has `cells`, and what stands at its beginning: `title`, `url`, `aside`, `quote`, `note`; other pages lead
    to its `anchor`. A cell has its column's `label`, is `number` or `short`, and shows one of: `status` of a `kind`
    as a pill, `quote`, `links` (each `url`, `label`, `digest`), or `value`, with what is said where there is `none`
    or `why` it is unknown.
    """

    def __init__(self, value: Callable[..., SafeString], pill: Callable[..., SafeString]) -> None:
        self._value, self._pill = value, pill

    def rows(self, rows: Iterable[_Cell]) -> SafeString:
        """Every row, its title first."""
        return format_html_join(
            "\n",
            '<tr role="row"{}><th role="rowheader" scope="row">{}</th>{}</tr>',
            ((_anchor(row), self._title(row), self._cells(row["cells"])) for row in rows),
        )

    def _title(self, row: _Cell) -> SafeString:
        title, url = row.get("title"), row.get("url")
        link = format_html('<a class="nl-link" href="{}">{}</a>', url, title) if url and title else None
        parts: list[SafeString] = [link or self._value(title)]
        if aside := row.get("aside"):
            parts.append(format_html('<span class="cell__note">{}</span>', aside))
        if quote := row.get("quote"):
            parts.append(_quoted(quote))
        if note := row.get("note"):
            parts.append(format_html('<span class="cell__note cell__note--ours">{}</span>', note))
        return _together(parts)

    def _cells(self, cells: Iterable[_Cell]) -> SafeString:
        return format_html_join(
            "",
            '<td role="cell" class="{}{}"{}>{}</td>',
            (
                (
                    "cell--number" if cell.get("number") else "",
                    "cell--short" if cell.get("short") else "",
                    _label(cell.get("label") or ""),
                    self._content(cell),
                )
                for cell in cells
            ),
        )

    def _content(self, cell: _Cell) -> SafeString:
        if kind := cell.get("kind"):
            return self._pill(cell.get("status"), kind)
        if quote := cell.get("quote"):
            return _quoted(quote)
        if links := cell.get("links"):
            return format_html('<ul class="plain">{}</ul>', _together(map(_link, links)))
        if (none := cell.get("none")) and not cell.get("value"):
            return format_html('<span class="none">{}</span>', none)
        return self._value(cell.get("value"), cell.get("why") or "")


def _together(parts: Iterable[SafeString]) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308 - each of them is safe


def _anchor(row: _Cell) -> SafeString:
    anchor = row.get("anchor")
    return format_html(' id="{}"', anchor) if anchor else _NOTHING


@lru_cache(maxsize=256, typed=True)
def _label(label: str) -> SafeString:
    """A list has hundreds, and they are those of its few columns."""
    return format_html(' data-label="{}"', label) if label else _NOTHING


def _quoted(words: object) -> SafeString:
    return format_html('<q class="cell__quote" lang="nl">{}</q>', words)


def _link(link: _Cell) -> SafeString:
    url, digest = link.get("url"), link.get("digest")
    label = format_html("{}", link["label"])
    if url:
        label = format_html('<a class="nl-link" href="{}">{}</a>', url, label)
    return format_html("<li>{}{}</li>", label, format_html(" <code>{}</code>", digest) if digest else "")
