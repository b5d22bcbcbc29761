"""Every spelling that a name may have elsewhere, each with the chain of reasons that leads to it."""

from openkader.screening.names.chinese import han_readings
from openkader.screening.names.cleaning import clean
from openkader.screening.names.folding import fold, words
from openkader.screening.names.han import pinyin_of, simplify
from openkader.screening.names.pinyin import plain
from openkader.screening.names.scripts import script_of
from openkader.screening.names.vocabulary import Name, Reason, Script, Step, Variant

MOST_VARIANTS = 24


def read_name(value: str, schema: str) -> Name:
    """The spellings of a name; of a person other ones than of an organisation."""
    text = clean(value)
    script = script_of(text)
    found = _han(text) if script is Script.HAN else _latin(text)
    return Name(value, script, tuple(found[:MOST_VARIANTS]))


def _latin(text: str) -> list[Variant]:
    tokens = words(text)
    if not tokens:
        return []
    folded = fold(text)
    steps = () if folded == text.lower() else (Step(Reason.DIACRITICS, text, folded),)
    return [Variant(tokens, Script.LATIN, steps)]


def _han(text: str) -> list[Variant]:
    written = "".join(text.split())
    simple = simplify(written)
    steps = () if simple == written else (Step(Reason.SIMPLIFIED, written, simple),)
    found = [Variant(tuple(simple), Script.HAN, steps)]
    for reading in han_readings(simple):
        length = len(simple) - len(reading.given)
        surname = min(reading.surname)
        given = tuple(pinyin_of(character)[0] for character in simple[length:])
        tokens = (plain(surname), plain("".join(given)))
        step = Step(Reason.PINYIN, simple, " ".join(tokens))
        found.append(Variant(tokens, Script.LATIN, (*steps, step), ((surname,), given)))
    return found
