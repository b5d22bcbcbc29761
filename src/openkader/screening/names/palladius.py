"""Chinese in Cyrillic letters by the system of Palladius, made by rule from pinyin."""

from functools import cache

from openkader.screening.names.pinyin import syllables
from openkader.screening.names.surnames import compound_syllables, known_surnames
from openkader.screening.names.syllabary import Syllabary, frozen, initials
from openkader.screening.names.vocabulary import Reason

_INITIALS = {
    "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г", "k": "к",
    "h": "х",
    "j": "цз", "q": "ц", "x": "с", "zh": "чж", "ch": "ч", "sh": "ш", "r": "ж", "z": "цз", "c": "ц", "s": "с",
    "w": "в",
}  # fmt: skip
_FINALS = {
    "a": "а", "o": "о", "e": "э", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань", "en": "энь",
    "ang": "ан", "eng": "эн", "ong": "ун", "i": "и", "ia": "я", "ie": "е", "iao": "яо", "iu": "ю", "ian": "янь",
    "in": "инь", "iang": "ян", "ing": "ин", "iong": "юн", "u": "у", "ua": "уа", "uo": "о", "uai": "уай",
    "ui": "уй",
    "uan": "уань", "un": "унь", "uang": "уан", "v": "юй", "ve": "юэ", "van": "юань", "vn": "юнь",
}  # fmt: skip
_WHOLE = {
    "zhi": "чжи", "chi": "чи", "shi": "ши", "ri": "жи", "zi": "цзы", "ci": "цы", "si": "сы", "er": "эр",
    "hui": "хуэй",
    "ya": "я", "ye": "е", "yao": "яо", "you": "ю", "yan": "янь", "yin": "инь", "yang": "ян", "ying": "ин",
    "yong": "юн",
    "yi": "и", "yu": "юй", "yue": "юэ", "yuan": "юань", "yun": "юнь", "yo": "йо", "wu": "у", "yai": "яй",
}  # fmt: skip
# Spellings that newspapers use beside the system.
_BESIDE = {
    "hui": ("хой", "хуй"),
    "gui": ("гуэй",),
    "wei": ("уэй", "вей"),
    "zhou": ("чжоу",),
    "wen": ("уэнь",),
    "wang": ("уан",),
}
_SLOPPY = str.maketrans({"э": "е", "ё": "е", "ъ": "", "й": "й"})


def palladius_of(syllable: str) -> str:
    """One pinyin syllable in Cyrillic."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    length = next((length for length in (2, 1) if syllable[:length] in _INITIALS), 0)
    initial, final = syllable[:length], syllable[length:]
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = "v" + final[1:]
    return _INITIALS.get(initial, "") + _FINALS.get(final, final)


def sloppy(text: str) -> str:
    """Lower case, with the pairs of letters joined that writers confuse."""
    return text.lower().translate(_SLOPPY)


@cache
def palladius() -> Syllabary:
    """The syllabary of Palladius."""
    spellings: dict[str, set[str]] = {}
    for syllable in syllables():
        for spelling in (palladius_of(syllable), *_BESIDE.get(syllable, ())):
            spellings.setdefault(sloppy(spelling), set()).add(syllable)
    surnames = {spelling: meanings & known_surnames() for spelling, meanings in spellings.items()}
    for parts, joined in compound_syllables():
        surnames.setdefault(sloppy("".join(map(palladius_of, parts))), set()).add(joined)
    return Syllabary(Reason.PALLADIUS, frozen(spellings), frozen(surnames), initials(spellings))
