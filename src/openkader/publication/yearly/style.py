"""The house style of an organisation as far as a document takes it: its accent and its typefaces, from its tokens."""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from openkader.evaluation.document import Gap, Number
from openkader.publication.charts.svg import ACCENT

FILE = "house-style.css"
FONTS = Path(__file__).parents[1] / "fonts"
OWN_FONT = "Source Sans 3"
_MOST = 100_000
_ENDLESS = re.compile(r"\S{200}")
_TOKEN = re.compile(r"(--basis-[a-z0-9-]+)\s*:\s*([^;{}]+);")
_LIGHT = re.compile(r"light-dark\(\s*([^,()]+),")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_FAMILY = re.compile(r"[\w .-]{1,60}")
_ACCENT = "--basis-color-accent-1-color-default"
_TEXT, _HEADING = "--basis-text-font-family-default", "--basis-heading-font-family"


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """How a document looks. A typeface is used where this machine has it; ours comes along and follows."""

    accent: str = ACCENT
    text: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()

    def drawn(self, svg: str) -> str:
        """A chart in the colour of the house."""
        return svg.replace(ACCENT, self.accent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One writing out of a document: where its links lead, how it looks, and the day on it.

    `address` is that of the register on the web; empty where nobody knows it, and then the path is printed.
    """

    made_on: date
    address: str = ""
    style: HouseStyle = field(default_factory=HouseStyle)

    def url(self, path: str | None) -> str | None:
        """Where a link leads, if anywhere."""
        return self.address + path if path and self.address else None

    def note(self, run: Number | Gap) -> str | None:
        """What is to be known beside a number; also where its rows are, if it is no link."""
        path = run.path if isinstance(run, Number) and not self.address else None
        return " ".join(filter(None, (run.note, path))) or None


def plain(text: str) -> str:
    """Text without what cannot be seen: half characters, controls, and signs that turn the order of reading."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def broken(text: str) -> str:
    """The same with places where a word that nobody can have meant may be parted, as it fits on no line."""
    return _ENDLESS.sub(lambda found: f"{found[0]}\u200b", plain(text))


def read_style(path: Path) -> HouseStyle:
    """The style in a token file; without one, or where a value is none that paper knows, the neutral one."""
    try:
        css = path.read_text(encoding="utf-8", errors="replace")[:_MOST]
    except OSError:
        return HouseStyle()
    tokens = {name: value.strip() for name, value in _TOKEN.findall(css)}
    return HouseStyle(
        accent=_colour(tokens.get(_ACCENT, "")),
        text=_families(tokens.get(_TEXT, "")),
        heading=_families(tokens.get(_HEADING, "")),
    )


def _colour(value: str) -> str:
    """The colour for paper, which is that of a light screen."""
    light = _LIGHT.match(value)
    said = (light[1] if light else value).strip()
    if not _HEX.fullmatch(said):
        return ACCENT
    return said if len(said) == 7 else "#" + "".join(letter * 2 for letter in said[1:])


def _families(value: str) -> tuple[str, ...]:
    names = (name.strip().strip("\"'") for name in value.split(","))
    return tuple(name for name in names if _FAMILY.fullmatch(name))
