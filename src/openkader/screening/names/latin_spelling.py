"""The spellings of a name that is written in Latin letters."""

import re
from collections.abc import Iterator
from itertools import islice, product

from openkader.screening.names.arabic_compounds import compounded
from openkader.screening.names.folding import fold, has_tone_marks, umlauts_written_out, words
from openkader.screening.names.korean import korean
from openkader.screening.names.latin_chinese import latin_readings
from openkader.screening.names.pinyin import plain
from openkader.screening.names.skeleton import latin_skeleton
from openkader.screening.names.vocabulary import Reading, Reason, Script, Step, Variant

_TONE_DIGIT = re.compile(r"(?<=[a-zü])[1-5](?![0-9])", re.IGNORECASE)
_WRITTEN_OUT = frozenset("äöüåøß")
_MOST_TOKENS = 24
_MOST_PINYIN = 4
_MOST_SKELETON = 8
_MOST_KOREAN = 3


def folded(text: str) -> Variant:
    """The name in small letters without diacritics."""
    tokens = words(text)[:_MOST_TOKENS]
    plain_text = fold(text)
    changed = not text.isascii() and plain_text != text.lower()
    code = Reason.TONE_MARKS if changed and has_tone_marks(text) else Reason.DIACRITICS
    return Variant(tokens, Script.LATIN, (Step(code, text, plain_text),) if changed else ())


def variants(text: str) -> Iterator[Variant]:
    """The spellings of any name in Latin letters, as written first."""
    yield folded(text)
    if not text.isascii() and not _WRITTEN_OUT.isdisjoint(text.lower()):
        long = fold(umlauts_written_out(text))
        yield Variant(words(long)[:_MOST_TOKENS], Script.LATIN, (Step(Reason.DIACRITICS, text, long),))
    if "-" in text:
        joined = text.replace("-", "")
        yield Variant(words(joined)[:_MOST_TOKENS], Script.LATIN, (Step(Reason.HYPHEN, text, fold(joined)),))


def person_variants(text: str) -> Iterator[Variant]:
    """The spellings of a person's name: beside the usual ones, Chinese and Arabic ones."""
    yield from variants(text)
    if _TONE_DIGIT.search(text):
        bare = _TONE_DIGIT.sub("", text)
        yield Variant(words(bare)[:_MOST_TOKENS], Script.LATIN, (Step(Reason.TONE_DIGITS, text, fold(bare)),))
    readings = latin_readings(text)
    for reading in readings[:_MOST_PINYIN]:
        yield from islice(in_pinyin(text, reading), 2 * _MOST_PINYIN)
    base = folded(text)
    if not any(reading.system is Reason.PINYIN for reading in readings):
        yield from in_korean(base)
    yield from compounds(base)
    if len(base.tokens) <= _MOST_SKELETON:
        yield skeleton(base)


def in_korean(base: Variant) -> Iterator[Variant]:
    """The name in one spelling of Korean, when every word of it is Korean."""
    tokens = korean(base.tokens) if 1 < len(base.tokens) <= _MOST_KOREAN else ()
    if tokens:
        yield Variant(
            tokens, Script.LATIN, (*base.steps, Step(Reason.KOREAN_SPELLING, base.text, " ".join(tokens)))
        )


def compounds(base: Variant) -> Iterator[Variant]:
    """The name with each Arabic compound as one word, when it has any."""
    tokens = compounded(base.tokens)
    if tokens != base.tokens:
        step = Step(Reason.ARABIC_COMPOUND, base.text, " ".join(tokens))
        yield Variant(tokens, Script.LATIN, (*base.steps, step))


def skeleton(base: Variant) -> Variant:
    """The consonants alone, to meet names in Arabic letters."""
    tokens = latin_skeleton(base.tokens)
    return Variant(
        tokens, Script.LATIN, (*base.steps, Step(Reason.ARABIC_SKELETON, base.text, " ".join(tokens)))
    )


def in_pinyin(text: str, reading: Reading) -> Iterator[Variant]:
    """The name in pinyin, when few syllables of it are in doubt; the given name joined, then apart."""
    parts = (reading.surname, *reading.given)
    doubts = 1
    for part in parts:
        doubts *= len(part)
    if doubts > _MOST_PINYIN or any(max(map(len, part)) == 1 for part in parts[1:]):
        return
    for syllables in product(*map(sorted, parts)):
        names = tuple(map(plain, syllables))
        joined = (names[0], "".join(names[1:]))
        chain = (*_order(text, reading), Step(reading.system, text, " ".join(joined)))
        yield Variant(joined, Script.LATIN, chain, (syllables[:1], syllables[1:]))
        if len(names) > 2:
            split = Step(Reason.SPLIT, " ".join(joined), " ".join(names))
            yield Variant(names, Script.LATIN, (*chain, split), tuple((one,) for one in syllables))


def _order(text: str, reading: Reading) -> tuple[Step, ...]:
    if reading.surname_first:
        return ()
    turned = text.split()
    return (Step(Reason.ORDER, text, " ".join((*turned[-1:], *turned[:-1]))),)
