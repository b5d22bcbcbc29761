"""Several names that were written as one: a second name in brackets or behind a stroke, in any script."""

import re

from openkader.screening.names.foreign_words import translated
from openkader.screening.names.meanings import has_words
from openkader.screening.names.organisations import organisation_words
from openkader.screening.names.scripts import script_of
from openkader.screening.names.vocabulary import Script

_MOST_NAMES = 4
_ACRONYM = range(2, 11)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_STROKE = re.compile(r"\s+/\s*|\s*/\s+")
_TAIL = re.compile(
    r"[,;]?\s+(?:born (?:in|on|at|about|around|circa|approx\w*|c\.|\d)|son of\b|(?:\w+ )?passport (?:no|number|\w*\d)"
    r"|(?:d\.?o\.?b|p\.?o\.?b)\b\.?\s*[:\d]).*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:(?:also|better|formerly|previously|now)\s+)?(?:known as|called|a\.?k\.?a\.?|f\.?k\.?a\.?|n\.?k\.?a\.?"
    r"|alias(?:es)?|formerly|previously|ex|or|nom de guerre|укр\.?|рус\.?|бел\.?|англ\.?|или|або|又名|又称|简称|原名)"
    r"(?:\s*:\s*|\s+)",
    re.IGNORECASE,
)
# A date, a number of a passport, whose son somebody is: what lists write beside a name.
_REMARK = re.compile(
    r"[0-9]{4}|\b(?:born|died|deceased|passport|d\.?o\.?b|p\.?o\.?b|date|nationality|citizen|national id|son of|listed"
    r"|member of|see|vessel|imo|subsidiary|branch|located|based|род\.|г\.р)\b",
    re.IGNORECASE,
)
_PERSON = "Person"


def names_within(text: str, schema: str) -> tuple[str, ...]:
    """The names in a text that holds more than one, the main one first; nothing when the whole text is the name."""
    if not any(sign in text for sign in "([/") and not _TAIL.search(text):
        return ()
    halves = _halves(text, schema)
    main = [_BRACKETS.sub(lambda beside: _kept(beside, schema), half) for half in halves]
    others = [name for half in halves for name in _BRACKETS.findall(half) if _is_name(name, schema)]
    found = [" ".join(_LABEL.sub("", name.strip()).split()) for name in (*main, *others)]
    names = tuple(name for name in dict.fromkeys(_TAIL.sub("", name) for name in found) if name)
    return () if names == (text,) else names[:_MOST_NAMES]


def _halves(text: str, schema: str) -> list[str]:
    """What stands before and behind a stroke, when each is a name: not so in Import / Export."""
    halves = _STROKE.split(text)
    if schema == _PERSON:
        named = all(" " in half or script_of(half) is not Script.LATIN for half in halves)
    else:
        named = not any(map(_is_place, halves))
    return halves if named else [text]


def acronyms_within(text: str) -> tuple[str, ...]:
    """The capitals in brackets behind the name that they are short for."""
    return tuple(inside.lower() for inside in _BRACKETS.findall(text) if _is_acronym(inside))


def _kept(beside: re.Match[str], schema: str) -> str:
    """What stands in brackets and is no name of its own is a part of the name, unless it is a remark."""
    inside = beside[1]
    drops = _is_acronym(inside) if schema != _PERSON else False
    return " " if drops or _is_name(inside, schema) or _REMARK.search(inside) else beside[0]


def _is_name(beside: str, schema: str) -> bool:
    if _REMARK.search(beside) or not any(map(str.isalpha, beside)):
        return False
    if script_of(beside) is not Script.LATIN:
        return schema == _PERSON or not _is_place(beside)
    if schema == _PERSON:
        return len(beside.split()) > 1
    return not _is_acronym(beside) and not _is_place(beside)


def _is_acronym(beside: str) -> bool:
    return beside.isascii() and beside.isalpha() and beside.isupper() and len(beside) in _ACRONYM


def _is_place(beside: str) -> bool:
    """Whether words in the name of an organisation only say where it is or what it is: (Hong Kong)."""
    script = script_of(beside)
    if has_words(script):
        return all(meaning for _, meaning in translated(beside, script))
    parts = organisation_words(beside)
    return bool(parts.words) and not parts.brand
