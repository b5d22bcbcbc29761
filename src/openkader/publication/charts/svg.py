"""The pieces of a drawing: lines, bars, words and marks at a place on a line from 0 to 100 per cent.

Pure text, without a library and without style attributes (the content security policy forbids them): places are
percentages, so that a drawing takes the width it gets while its letters keep their size; colours come from classes, and
the presentation attributes beside them serve where no style sheet is loaded. Every drawing stands beside its table.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

INK = "#1b2025"
ACCENT = "#0b5a61"
LINE = "#8b857a"
# What a style sheet says on a page, where there is none: words on a filled mark, and the words that lead.
_WHITE = re.compile(r'(<text class="chart__mark"[^>]*?)fill="[^"]*"')
_PALE = re.compile(r'(<line class="chart__rule"[^>]*?)stroke="[^"]*"')
_HIGH = re.compile(r'height="([\d.]+)"')
_BOLD = re.compile(r'<text class="chart__(?:mark|mark-vague|bound|head|track)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What a drawing says to a reader who cannot see it; `name` makes its identifiers unique on the page."""

    name: str
    title: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How words are set: their class, which side touches the place, and how many pixels beside it."""

    sort: str
    anchor: str = "start"
    shift: float = 0


def drawing(kind: str, height: float, caption: Caption, parts: Iterable[str]) -> str:
    """A whole drawing, as wide as its place on the page, with its title and description."""
    title, description = f"{caption.name}-title", f"{caption.name}-desc"
    labelled = quoteattr(f"{title} {description}")
    return (
        f'<svg class="chart chart--{kind}" xmlns="http://www.w3.org/2000/svg" width="100%" height="{height:g}"'
        f' role="img" aria-labelledby={labelled}>'
        f"<title id={quoteattr(title)}>{escape(caption.title)}</title>"
        f"<desc id={quoteattr(description)}>{escape(caption.description)}</desc>{''.join(parts)}</svg>"
    )


def percent(place: float) -> str:
    """A place as SVG writes it, without noughts that mean nothing."""
    return f"{place:.3f}".rstrip("0").rstrip(".") + "%"


def text(place: float, y: float, words: str, setting: Setting) -> str:
    """Words at a place."""
    return (
        f'<text class="chart__{setting.sort}" x="{percent(place)}" dx="{setting.shift:g}" y="{y:g}"'
        f' text-anchor="{setting.anchor}" fill="{INK}">{escape(words)}</text>'
    )


def across(start: float, end: float, y: float, sort: str) -> str:
    """A line from one place to another."""
    ends = f'x1="{percent(start)}" x2="{percent(end)}"'
    return f'<line class="chart__{sort}" {ends} y1="{y:g}" y2="{y:g}" stroke="{LINE}"/>'


def down(place: float, top: float, bottom: float, sort: str) -> str:
    """A line from top to bottom at one place."""
    return (
        f'<line class="chart__{sort}" x1="{percent(place)}" x2="{percent(place)}" y1="{top:g}" y2="{bottom:g}"'
        f' stroke="{LINE}"/>'
    )


def bar(start: float, end: float, y: float, height: float, sort: str) -> str:
    """A bar from one place to another; what is left over is paler."""
    opacity = 0.25 if sort == "rest" else 1
    return (
        f'<rect class="chart__{sort}" x="{percent(start)}" width="{percent(end - start)}" y="{y:g}"'
        f' height="{height:g}" fill="{ACCENT}" fill-opacity="{opacity:g}"/>'
    )


def diamond(place: float, y: float, size: float) -> str:
    """A mark at a place; an own coordinate system is the only way to draw a shape there."""
    shape = f"M0 {-size:g} {size:g} 0 0 {size:g} {-size:g} 0Z"
    return (
        f'<svg x="{percent(place)}" y="{y:g}" overflow="visible">'
        f'<path class="chart__diamond" d="{shape}" fill="{INK}"/></svg>'
    )


def shape(place: float, y: float, path: str, look: str) -> str:
    """A shape around a place; an own coordinate system, as for `diamond`. `look` are presentation attributes."""
    return f'<svg x="{percent(place)}" y="{y:g}" overflow="visible"><path d="{path}" {look}/></svg>'


def stretched(places: tuple[float, float], top: float, height: float, path: str, look: str) -> str:
    """A shape drawn on a square of 100 by 100, stretched from one place to another."""
    start, end = places
    return (
        f'<svg x="{percent(start)}" width="{percent(end - start)}" y="{top:g}" height="{height:g}"'
        f' viewBox="0 0 100 100" preserveAspectRatio="none"><path d="{path}" {look}/></svg>'
    )


def inside(svg: str, place: float, width: float, top: float) -> str:
    """A drawing as a part of another, without a title of its own: so wide, at this place."""
    _head, _end, parts = svg.partition("</desc>")
    height = _HIGH.search(svg)
    return (
        f'<svg x="{percent(place)}" y="{top:g}" width="{percent(width)}" height="{height[1] if height else 0}"'
        f' overflow="visible">{parts}'
    )


def fixed(svg: str, width: float, font: str) -> str:
    """A drawing for paper, where nothing says how wide it may become: so wide, and in this typeface."""
    svg = _WHITE.sub(r'\1fill="#ffffff"', _BOLD.sub(r'\g<0> font-weight="700"', svg))
    svg = _PALE.sub(r'\1stroke="#d5d1c8"', svg)
    family = quoteattr(f"'{font}'")  # between quotes, since a name may hold a digit
    return svg.replace('width="100%"', f'width="{width:g}" font-family={family} font-size="13"', 1)
