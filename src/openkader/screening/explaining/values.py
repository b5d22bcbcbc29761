"""Values of lists and parties as they may stand in a sentence: harmless, short, and said in both languages."""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from openkader.base.text import Language, Text

MOST = 120
MOST_VALUES = 6
# Controls, format characters (bidi marks, joiners), surrogates, private and unassigned code points.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
# They keep a name that runs from right to left from turning the rest of the sentence.
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
_LOCALES = {language: Locale(language.value) for language in Language}
_EMPTY = "–"
_MONTH, _DAY = len("2026-11"), len("2026-11-24")
_PATTERNS = {_MONTH: "MMMM y", _DAY: "d MMMM y"}
_GENDERS = {"male": Text(nl="man", en="male"), "female": Text(nl="vrouw", en="female")}


def shown(value: str, most: int = MOST) -> str:
    """A value in one line, without what cannot be seen, and not longer than a reader can use."""
    letters = unicodedata.normalize("NFC", value[: 4 * most].encode("utf-8", "replace").decode("utf-8"))
    line = " ".join("".join(map(_seen, letters)).split())
    if len(line) > most or len(value) > 4 * most:
        line = line[:most].rstrip() + "…"
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in line):
        return f"{_ISOLATE}{line}{_END_OF_ISOLATE}"
    return line or _EMPTY


def _seen(letter: str) -> str:
    if letter.isspace():
        return " "
    return "" if unicodedata.category(letter) in _UNSEEN else letter


def same(value: str) -> Text:
    """A value that reads alike in both languages."""
    return Text(nl=value, en=value)


def filled(template: Text, /, **values: str | Text) -> Text:
    """A sentence with its values filled in, each in its own language."""
    said = {language: {name: _in(value, language) for name, value in values.items()} for language in Language}
    return Text(
        nl=template.nl.format_map(said[Language.NL]),
        en=template.en.format_map(said[Language.EN]),
    )


def _in(value: str | Text, language: Language) -> str:
    return value if isinstance(value, str) else value.in_(language)


def enumerated(texts: Sequence[Text]) -> Text:
    """Words in a row: ``a, b en c``."""
    if len(texts) < 2:
        return texts[0] if texts else same(_EMPTY)
    *head, last = texts
    return Text(
        nl=f"{', '.join(text.nl for text in head)} en {last.nl}",
        en=f"{', '.join(text.en for text in head)} and {last.en}",
    )


def several(values: Iterable[Text]) -> Text:
    """The first few values, and how many more there are."""
    texts = list(values)
    more = len(texts) - MOST_VALUES
    if more > 0:
        texts[MOST_VALUES:] = [Text(nl=f"nog {more}", en=f"{more} more")]
    return enumerated(texts)


def said_date(value: str) -> Text:
    """A date in words, as exactly as the list gives it: a day, a month, or a year."""
    pattern = _PATTERNS.get(len(value), "")
    try:
        day = date.fromisoformat(f"{value}-01"[:_DAY]) if pattern else None
    except ValueError:
        day = None
    if day is None:
        return same(shown(value))
    return Text(*(format_date(day, pattern, locale=_LOCALES[language]) for language in Language))


def said_country(code: str) -> Text:
    """A country by its name; a code that is not known stays a code."""
    names = (_LOCALES[language].territories.get(code.upper(), shown(code)) for language in Language)
    return Text(*names)


def said_language(code: str) -> Text:
    """A language by its name."""
    names = (_LOCALES[language].languages.get(code, shown(code)) for language in Language)
    return Text(*names)


def said_gender(value: str) -> Text:
    """A gender in words."""
    return _GENDERS.get(value, same(shown(value)))


def said_number(number: int) -> Text:
    """A number with its thousands apart."""
    return Text(*(format_decimal(number, locale=_LOCALES[language]) for language in Language))
