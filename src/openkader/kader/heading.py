"""The heading of a kader in its text: which file has it, and from when it says the kader is in force."""

import re
from collections.abc import Mapping
from datetime import date

from openkader.base.document import Entry, read_text
from openkader.base.errors import Invalid

_DAY = re.compile(r"(?m)^(\s*(?:kader:\s*\{[^\n]*?)?in_force_from:\s*)[^\s,}#]+")


def heading_file(texts: Mapping[str, str]) -> str | None:
    """The file in which the heading stands; None where no text that can be read has one."""
    return next((name for name, text in texts.items() if _heading(text, name) is not None), None)


def heading_day(texts: Mapping[str, str]) -> date | None:
    """From when the heading says the kader is in force; None where it does not say so."""
    name = heading_file(texts)
    heading = _heading(texts[name], name) if name else None
    fields = heading.value if heading else None
    day = fields.get("in_force_from") if isinstance(fields, dict) else None
    return day.value if day is not None and type(day.value) is date else None


def with_heading_day(text: str, day: date) -> str:
    """The text with another day in its heading, and nothing else changed."""
    return _DAY.sub(lambda found: f"{found[1]}{day.isoformat()}", text, count=1)


def _heading(text: str, name: str) -> Entry | None:
    try:
        document = read_text(text, name, [])
    except Invalid:
        return None
    return document.value.get("kader") if isinstance(document.value, dict) else None
