"""Words in which letters of two scripts that look the same were mixed, as in Iгор with a Latin I, made whole again."""

import re
import unicodedata

_LATIN = "aceiopxyABCEHIKMOPTXjsJSYĸ"
_CYRILLIC = "асеіорхуАВСЕНІКМОРТХјѕЈЅУк"
_TO_CYRILLIC = dict(zip(_LATIN, _CYRILLIC, strict=True))
_TO_LATIN = {cyrillic: latin for latin, cyrillic in zip(_LATIN, _CYRILLIC, strict=True) if latin != "ĸ"}
_MIXED = re.compile(r"[A-Za-zÀ-ɏ][\u0300\u0301]?[Ѐ-ӿ]|[Ѐ-ӿ][\u0300\u0301]?[A-Za-zÀ-ɏ]")
_STRESSED = re.compile(r"(?<=[Ѐ-ӿ])[\u0300\u0301]")
_WORD = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ]+")


def repaired(text: str) -> str:
    """The text with each word in one script, and without the marks that show where a Russian word is stressed."""
    bare = _STRESSED.sub("", text)
    return _WORD.sub(_whole, bare) if _MIXED.search(bare) else bare


def _whole(match: re.Match[str]) -> str:
    word = match[0]
    cyrillic = sum("Ѐ" <= letter <= "ӿ" for letter in word)
    if not 0 < cyrillic < len(word):
        return word
    if 2 * cyrillic >= len(word):
        turned = "".join(_TO_CYRILLIC.get(_bare(letter), letter) for letter in word)
        if all("Ѐ" <= letter <= "ӿ" for letter in turned):
            return turned
    turned = "".join(_TO_LATIN.get(letter, letter) for letter in word)
    return word if any("Ѐ" <= letter <= "ӿ" for letter in turned) else turned


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]
