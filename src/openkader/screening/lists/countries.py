"""The code of a country by any of the names that lists give it.

The English names are those of CLDR (through babel); the table adds the official
names of the United Nations, the turned-round ones (`Korea, North`) and older ones.
"""

import re
from functools import cache

from babel import Locale

_SPELLINGS = {
    "bahamas, the": "bs",
    "bolivia (plurinational state of)": "bo",
    "bolivia, plurinational state of": "bo",
    "bosnia and herzegovina": "ba",
    "british": "gb",
    "brunei darussalam": "bn",
    "burma": "mm",
    "burma (myanmar)": "mm",
    "myanmar": "mm",
    "cabo verde": "cv",
    "cape verde": "cv",
    "china (mainland)": "cn",
    "china, people's republic of": "cn",
    "people's republic of china": "cn",
    "chinese": "cn",
    "prc": "cn",
    "congo, democratic republic of the": "cd",
    "congo, republic of the": "cg",
    "congo": "cg",
    "congo (democratic republic)": "cd",
    "democratic republic of the congo": "cd",
    "democratic republic of congo": "cd",
    "drc": "cd",
    "republic of the congo": "cg",
    "cote d'ivoire": "ci",
    "côte d'ivoire": "ci",
    "cote d ivoire": "ci",
    "ivory coast": "ci",
    "czech republic": "cz",
    "east timor": "tl",
    "eswatini": "sz",
    "swaziland": "sz",
    "falkland islands (malvinas)": "fk",
    "gambia, the": "gm",
    "the gambia": "gm",
    "the netherlands": "nl",
    "netherlands antilles": "nl",
    "netherlands, the": "nl",
    "guinea bissau": "gw",
    "holy see": "va",
    "hong kong": "hk",
    "hong kong sar": "hk",
    "hong kong, china": "hk",
    "iran (islamic republic of)": "ir",
    "iran, islamic republic of": "ir",
    "islamic republic of iran": "ir",
    "iranian": "ir",
    "korea, democratic people's republic of": "kp",
    "democratic people's republic of korea": "kp",
    "korea, north": "kp",
    "north korea": "kp",
    "dprk": "kp",
    "korea, republic of": "kr",
    "korea, south": "kr",
    "republic of korea": "kr",
    "south korea": "kr",
    "kosovo": "xk",
    "lao people's democratic republic": "la",
    "laos": "la",
    "libyan arab jamahiriya": "ly",
    "state of libya": "ly",
    "macau": "mo",
    "macao": "mo",
    "macedonia": "mk",
    "macedonia, the former yugoslav republic of": "mk",
    "north macedonia, the republic of": "mk",
    "micronesia (federated states of)": "fm",
    "federated states of micronesia": "fm",
    "man, isle of": "im",
    "region: northern mali": "ml",
    "moldova, republic of": "md",
    "republic of moldova": "md",
    "palestine, state of": "ps",
    "palestinian": "ps",
    "palestine": "ps",
    "state of palestine": "ps",
    "occupied palestinian territories": "ps",
    "west bank": "ps",
    "west bank (pa)": "ps",
    "gaza": "ps",
    "region: gaza": "ps",
    "russian federation": "ru",
    "russian": "ru",
    "ussr": "suhh",
    "soviet union": "suhh",
    "former soviet union": "suhh",
    "union of soviet socialist republics": "suhh",
    "saint kitts and nevis": "kn",
    "saint lucia": "lc",
    "saint vincent and the grenadines": "vc",
    "st. vincent and the grenadines": "vc",
    "saint kitts & nevis": "kn",
    "sao tome and principe": "st",
    "sudan, the republic of": "sd",
    "syrian arab republic": "sy",
    "syrian": "sy",
    "taiwan": "tw",
    "taiwan, province of china": "tw",
    "chinese taipei": "tw",
    "tanzania, united republic of": "tz",
    "united republic of tanzania": "tz",
    "trinidad and tobago": "tt",
    "antigua and barbuda": "ag",
    "turkey": "tr",
    "türkiye": "tr",
    "turkiye": "tr",
    "turks and caicos islands": "tc",
    "uae": "ae",
    "uk": "gb",
    "great britain": "gb",
    "united kingdom of great britain and northern ireland": "gb",
    "england": "gb",
    "usa": "us",
    "united states of america": "us",
    "american": "us",
    "venezuela (bolivarian republic of)": "ve",
    "venezuela, bolivarian republic of": "ve",
    "viet nam": "vn",
    "vietnam": "vn",
    "virgin islands, british": "vg",
    "british virgin islands": "vg",
    "virgin islands (british)": "vg",
    "virgin islands, u.s.": "vi",
    "yugoslavia": "yucs",
    "serbia and montenegro": "csxx",
    "afghan": "af",
    "belarusian": "by",
    "dutch": "nl",
    "eritrean": "er",
    "iraqi": "iq",
    "libyan": "ly",
    "pakistani": "pk",
    "ukrainian": "ua",
    "yemeni": "ye",
}
_CODE = re.compile(r"[A-Za-z]{2}")
# What stands for ‘not known’, and what CLDR calls a territory and no list means as one.
_NONE = frozenset({"zz", "xa", "xb", "eu", "un", "ez", "qo"})


@cache
def _names() -> dict[str, str]:
    territories = Locale("en").territories
    known = {
        _folded(name): code.lower()
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code.lower() not in _NONE
    }
    return known | {_folded(name): code for name, code in _SPELLINGS.items()}


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for code in _names().values() if len(code) == 2)


def _folded(name: str) -> str:
    return name.casefold().replace("’", "'").replace(" & ", " and ").strip(" .")


def country_code(name: str) -> str | None:
    """The code in small letters, as FollowTheMoney writes it; None when nothing is certain."""
    if _CODE.fullmatch(name) and name.isascii():
        code = name.lower()
        return code if code in _codes() else _names().get(code)
    folded = _folded(name)
    return _names().get(folded) or _names().get(_folded(folded.partition("(")[0]))
