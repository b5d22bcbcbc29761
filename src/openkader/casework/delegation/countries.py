"""The country that a delegation list names, in Dutch, English or Chinese, as a word or as a code."""

import re
from functools import cache

from babel import Locale
from babel.core import get_global

from openkader.casework.delegation.cleaning import folded
from openkader.screening.lists.countries import country_code

# What people are called after their country, and short names; CLDR has neither.
_SPOKEN = {
    "ae": "emirati, emiraats, 阿联酋",
    "at": "oostenrijks, oostenrijkse, austrian",
    "au": "australisch, australische, australian, 澳洲",
    "be": "belgisch, belgische, belg, belgian",
    "br": "braziliaans, braziliaanse, brazilian",
    "ca": "canadees, canadese, canadian",
    "ch": "zwitsers, zwitserse, swiss",
    "cn": "chinees, chinese, volksrepubliek china, vr china, p.r. china, p.r.china, pr china, pr of china, p.r.c., "
    "china p.r., china pr, mainland china, 中国大陆, 中國大陸, 中华人民共和国, 中華人民共和國, 中国籍, 中",
    "cz": "tsjechisch, tsjechische, tsjechië, czech",
    "de": "duits, duitse, german",
    "dk": "deens, deense, danish",
    "es": "spaans, spaanse, spanish",
    "fi": "fins, finse, finnish",
    "fr": "frans, franse, french",
    "gb": "brits, britse, engels, engelse, engeland, verenigd koninkrijk, u.k., 英国籍",
    "gr": "grieks, griekse, greek",
    "hk": "hongkong, hong kong s.a.r., 香港, 中国香港, 中國香港",
    "hu": "hongaars, hongaarse, hungarian",
    "id": "indonesisch, indonesische, indonesian",
    "ie": "iers, ierse, irish",
    "il": "israëlisch, israëlische, israeli",
    "in": "indiaas, indiase, indian",
    "ir": "iraans, iraanse",
    "it": "italiaans, italiaanse, italian",
    "jp": "japans, japanse, japanese",
    "kp": "noord-koreaans, noord-koreaanse, noord-korea, 北韩",
    "kr": "zuid-koreaans, zuid-koreaanse, zuid-korea, south korean, s. korea, 南韩",
    "lu": "luxemburgs, luxemburgse",
    "ma": "marokkaans, marokkaanse, moroccan",
    "mo": "中国澳门, 澳门, 澳門",
    "mx": "mexicaans, mexicaanse, mexican",
    "my": "maleisisch, maleisische, malaysian",
    "nl": "nederlands, nederlandse, nederlander, holland, 荷兰籍",
    "no": "noors, noorse, norwegian",
    "nz": "nieuw-zeelands, nieuw-zeelandse",
    "ph": "filipijns, filipijnse, filipino",
    "pl": "pools, poolse, polish",
    "pt": "portugees, portugese, portuguese",
    "ro": "roemeens, roemeense, romanian",
    "ru": "russisch, russische, rus",
    "se": "zweeds, zweedse, swedish",
    "sg": "singaporees, singaporese, singaporean",
    "sr": "surinaams, surinaamse, surinamese",
    "th": "thais, thaise, thai",
    "tr": "turks, turkse, turkish",
    "tw": "taiwanees, taiwanese, 中国台湾, 台灣, 臺灣, 中華民國, republic of china",
    "ua": "oekraïens, oekraïense",
    "us": "amerikaans, amerikaanse, v.s., vs, u.s., u.s.a., verenigde staten van amerika",
    "vn": "vietnamees, vietnamese",
    "za": "zuid-afrikaans, zuid-afrikaanse, south african",
}
_LANGUAGES = ("nl", "zh", "zh_Hant")
_ALPHA_3 = re.compile(r"[A-Z]{3}")


def country_of(text: str) -> str | None:
    """The code in two small letters; None when it is not certain."""
    found = country_code(text) or _names().get(folded(text)) or _three_letters(text)
    return found if found and len(found) == 2 else None


@cache
def _names() -> dict[str, str]:
    named = {
        folded(name): code.lower()
        for language in _LANGUAGES
        for code, name in Locale.parse(language).territories.items()
        if len(code) == 2 and country_code(code) == code.lower()
    }
    spoken = {folded(word): code for code, words in _SPOKEN.items() for word in words.split(",")}
    return named | spoken


def _three_letters(text: str) -> str | None:
    """The code of three letters that stands in passports."""
    codes = list(get_global("territory_aliases").get(text, ())) if _ALPHA_3.fullmatch(text) else []
    return country_code(codes[0]) if len(codes) == 1 else None
