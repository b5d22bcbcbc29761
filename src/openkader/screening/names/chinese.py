"""All ways to understand a name as a Chinese one, from characters and from letters."""

from openkader.screening.names.also_written import names_within
from openkader.screening.names.cleaning import clean
from openkader.screening.names.han import pinyin_of, simplify
from openkader.screening.names.han_organisations import is_organisation
from openkader.screening.names.latin_chinese import latin_readings, palladius_readings
from openkader.screening.names.scripts import runs, script_of, script_of_character
from openkader.screening.names.surnames import COMPOUND_SURNAMES, surname_readings
from openkader.screening.names.vocabulary import Reading, Reason, Script

_LONGEST = 6
_SHORTEST_ORGANISATION = 4


def chinese_readings(value: str) -> tuple[Reading, ...]:
    """The readings of a name as a Chinese person's, the likeliest first; none when it cannot be one."""
    text = clean(value)
    names = names_within(text, "Person")
    if names:
        main, *others = (_of_script(name, script_of(name)) for name in names)
        # A place in brackets behind a company is no person: X公司(深圳).
        return (*main, *(reading for readings in others for reading in readings)) if main else ()
    script = script_of(text)
    if script is Script.MIXED:
        return tuple(reading for part in runs(text)[:3] for reading in _of_script(part, script_of(part)))
    return _of_script(text, script)


def _of_script(text: str, script: Script) -> tuple[Reading, ...]:
    if script is Script.HAN:
        return han_readings(text)
    if script is Script.LATIN:
        return latin_readings(text)
    return palladius_readings(text) if script is Script.CYRILLIC else ()


def han_readings(text: str) -> tuple[Reading, ...]:
    """The readings of a name in characters: a surname of two characters counts where one is known."""
    hanzi = simplify("".join(character for character in text if script_of_character(character)))
    if "·" in text or not 2 <= len(hanzi) <= _LONGEST or not all(map(pinyin_of, hanzi)):
        return ()
    if len(hanzi) >= _SHORTEST_ORGANISATION and is_organisation(hanzi):
        return ()
    lengths = [length for length in (4, 2) if hanzi[:length] in COMPOUND_SURNAMES and len(hanzi) > length]
    return tuple(_reading(hanzi, length) for length in (*lengths, 1))


def _reading(hanzi: str, length: int) -> Reading:
    surname = hanzi[:length]
    sounds = surname_readings(surname) if length == 1 else (COMPOUND_SURNAMES[surname],)
    given = tuple(frozenset(pinyin_of(character)) for character in hanzi[length:])
    return Reading(frozenset(sounds), given, Reason.PINYIN, surname_first=True, hanzi=hanzi)
