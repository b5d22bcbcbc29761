"""Every spelling that a name may have elsewhere, each with the chain of reasons that leads to it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, islice

from openkader.screening.names import (
    arabic,
    chinese_spelling,
    cyrillic,
    greek,
    hangul,
    hebrew,
    latin_spelling,
    letters,
    organisation_spelling,
)
from openkader.screening.names.also_written import acronyms_within, names_within
from openkader.screening.names.cleaning import clean
from openkader.screening.names.folding import words
from openkader.screening.names.foreign_words import translated
from openkader.screening.names.han import pinyin_of, simplify
from openkader.screening.names.latin_chinese import palladius_readings
from openkader.screening.names.meanings import has_words
from openkader.screening.names.pinyin import plain
from openkader.screening.names.scripts import runs, script_of, script_of_character
from openkader.screening.names.skeleton import arabic_skeleton
from openkader.screening.names.vocabulary import Name, Reason, Script, Step, Variant

MOST_VARIANTS = 24
_MOST_RUNS = 3
_LONGEST_PERSON = 6
_MOST_CHARACTERS = 60
_PERSON = "Person"
# What is neither surely a person nor surely an organisation is read as both.
_EITHER = "LegalEntity"
_Romanised = Callable[[str], tuple[str, ...]]
_ROMANISED: Mapping[Script, tuple[Reason, _Romanised]] = {
    Script.CYRILLIC: (Reason.CYRILLIC, cyrillic.romanised),
    Script.GREEK: (Reason.GREEK, greek.romanised),
    Script.ARABIC: (Reason.ARABIC, arabic.romanised),
    Script.HEBREW: (Reason.HEBREW, hebrew.romanised),
    Script.HANGUL: (Reason.HANGUL, hangul.romanised),
    Script.KANA: (Reason.KANA, letters.romanised),
    Script.OTHER: (Reason.TRANSLITERATED, letters.romanised),
}


@lru_cache(maxsize=1024)
def read_name(value: str, schema: str) -> Name:
    """The spellings of a name; of a person other ones than of an organisation."""
    text = clean(value)
    script = script_of(text)
    found: dict[tuple[str, ...], Variant] = {}
    for variant in _every_name(text, script, schema):
        if variant.tokens:
            found.setdefault(variant.tokens, variant)
    return Name(value, script, tuple(islice(found.values(), MOST_VARIANTS)))


def _every_name(text: str, script: Script, schema: str) -> Iterator[Variant]:
    """The spellings of each name in a text that holds more than one, and the text as it stands."""
    names = names_within(text, schema)
    for name in names:
        step = Step(Reason.ALSO_WRITTEN, text, name)
        for variant in islice(_variants(name, script_of(name), schema), MOST_VARIANTS // (len(names) + 1)):
            yield variant._replace(steps=(step, *variant.steps))
    yield from islice(_variants(text, script, schema), 1 if names else MOST_VARIANTS)
    for acronym in acronyms_within(text) if names and schema != _PERSON else ():
        yield Variant((acronym,), Script.LATIN, (Step(Reason.ACRONYM, text, acronym),))


def _variants(text: str, script: Script, schema: str) -> Iterable[Variant]:
    if script is Script.MIXED:
        return _mixed(text, schema)
    if script is Script.LATIN:
        return _latin(text, schema)
    return _han(text, schema) if script is Script.HAN else _romanised(text, script, schema)


def _latin(text: str, schema: str) -> Iterator[Variant]:
    if schema == _PERSON:
        yield from latin_spelling.person_variants(text)
        return
    yield from latin_spelling.variants(text)
    yield from organisation_spelling.variants(text)
    yield from latin_spelling.compounds(latin_spelling.folded(text))
    if schema == _EITHER:
        yield from latin_spelling.person_variants(text)


def _mixed(text: str, schema: str) -> Iterator[Variant]:
    """Each part on its own: Huawei 华为 is one name written twice."""
    parts = [part for part in runs(text)[:_MOST_RUNS] if part]
    most = MOST_VARIANTS // (len(parts) + 1)
    found = [list(islice(_variants(part, script_of(part), schema), most)) for part in parts]
    yield from chain.from_iterable(found)
    if schema != _PERSON:
        yield from organisation_spelling.variants(text)
    whole = [next((one for one in spelt if one.script is Script.LATIN), None) for spelt in found]
    yield Variant(tuple(token for one in whole if one for token in one.tokens))


def _han(text: str, schema: str) -> Iterator[Variant]:
    written = "".join(letter for letter in text if script_of_character(letter) or letter.isalnum())[
        :_MOST_CHARACTERS
    ]
    simple = simplify(written)
    steps = () if simple == written else (Step(Reason.SIMPLIFIED, written, simple),)
    yield Variant(tuple(simple), Script.HAN, steps)
    # A dot parts the names of someone who has no Chinese name.
    person = len(simple) <= _LONGEST_PERSON and all(map(pinyin_of, simple)) and "·" not in text
    if schema in (_PERSON, _EITHER) and person:
        yield from chinese_spelling.person_variants(simple, steps)
    if schema != _PERSON:
        yield from organisation_spelling.variants(simple, steps)
    if not person or schema != _PERSON:
        yield _syllable_by_syllable(text, steps)


def _syllable_by_syllable(text: str, steps: tuple[Step, ...]) -> Variant:
    """Each word of a text in characters as one word of pinyin; what is no character stays as it is."""
    parts = simplify(text[:_MOST_CHARACTERS]).replace("·", " ").split()
    spelt = " ".join(
        "".join(plain(next(iter(pinyin_of(letter)), letter)) for letter in part) for part in parts
    )
    return Variant(words(spelt), Script.LATIN, (*steps, Step(Reason.PINYIN, text, spelt)))


def _romanised(text: str, script: Script, schema: str) -> Iterator[Variant]:
    code, romanised = _ROMANISED[script]
    if script is Script.HANGUL and schema == _PERSON and len(text) <= _LONGEST_PERSON:
        for tokens in hangul.romanised_name(text):
            spelt = " ".join(tokens)
            yield Variant(words(spelt), Script.LATIN, (Step(code, text, spelt),))
        yield from latin_spelling.in_korean(Variant(tokens, Script.LATIN, (Step(code, text, spelt),)))
    for spelt in romanised(text):
        variant = Variant(words(spelt), Script.LATIN, (Step(code, text, spelt),))
        yield variant
        if script is Script.ARABIC:
            yield from latin_spelling.compounds(variant)
    if script is Script.CYRILLIC and schema == _PERSON:
        yield from _palladius(text)
    if schema != _PERSON and has_words(script):
        yield from _organisation(text, script, romanised)
    if script is Script.ARABIC:
        tokens = arabic_skeleton(text)
        yield Variant(tokens, Script.LATIN, (Step(Reason.ARABIC_SKELETON, text, " ".join(tokens)),))


def _organisation(text: str, script: Script, romanised: _Romanised) -> Iterator[Variant]:
    """What kind of organisation it is, in English; its own name in Latin letters."""
    english = " ".join(meaning or romanised(word)[0] for word, meaning in translated(text, script))
    yield from organisation_spelling.variants(english, (Step(_ROMANISED[script][0], text, english),))


def _palladius(text: str) -> Iterator[Variant]:
    for reading in palladius_readings(text)[:2]:
        yield from islice(latin_spelling.in_pinyin(text, reading), 2)
