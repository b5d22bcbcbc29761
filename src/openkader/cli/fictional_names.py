"""Names of people and organisations that do not exist, in the scripts of where they would come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from random import Random

from openkader.casework.vocabulary import PartyKind
from openkader.register.entries import NameEntry, PartyEntry
from openkader.screening.origins import invented_names

MARK = "Fictief"
_PEOPLE_OF_EACH = 400
_SHARE_OF_PEOPLE = 0.55


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country with the origins of names there, places, and how an organisation is called in its own script."""

    share: int
    origin: str  # of the names of people; empty: we have none, and only organisations come from there
    places: tuple[tuple[str, str], ...]  # in Latin letters, and in the script of the country
    script: str = ""
    own: str = ""  # with {place} and {trade}; empty: only in Latin letters
    trades: tuple[str, ...] = ()


_HAN = ("农业科技", "港口物流", "生物医药", "新能源", "智能制造")
_HANGUL = ("농업기술", "항만물류", "바이오", "신에너지", "제조")
_KANA = ("農業技術", "港湾物流", "バイオ", "エネルギー", "製造")
_CYRILLIC = ("Агро", "Порт", "Био", "Энерго", "Маш")
_ARABIC = ("للزراعة", "للموانئ", "للأدوية", "للطاقة", "للصناعة")
_TRADES = ("Agri", "Port Logistics", "Life Sciences", "Energy", "Manufacturing")
_CHINA = (
    ("Shandong", "山东"),
    ("Hebei", "河北"),
    ("Shanghai", "上海"),
    ("Guangdong", "广东"),
    ("Jiangsu", "江苏"),
)
_KOREA = (("Busan", "부산"), ("Incheon", "인천"), ("Daejeon", "대전"))
_JAPAN = (("Yokohama", "横浜"), ("Osaka", "大阪"), ("Kobe", "神戸"))
_UKRAINE = (("Odesa", "Одеса"), ("Lviv", "Львів"), ("Kharkiv", "Харків"))
_MOROCCO = (("Tanger", "طنجة"), ("Agadir", "أكادير"), ("Rabat", "الرباط"))
_OF_HAN = "{place}虚构{trade}有限公司"

LANDS: Mapping[str, Land] = {
    "CN": Land(share=38, origin="chinese", places=_CHINA, script="Hans", own=_OF_HAN, trades=_HAN),
    "KR": Land(
        share=8, origin="korean", places=_KOREA, script="Hang", own="가상{place}{trade}", trades=_HANGUL
    ),
    "JP": Land(
        share=8, origin="english", places=_JAPAN, script="Jpan", own="架空{place}{trade}", trades=_KANA
    ),
    "US": Land(share=8, origin="english", places=(("Houston", ""), ("Boston", ""), ("Sacramento", ""))),
    "DE": Land(share=6, origin="dutch", places=(("Duisburg", ""), ("Stuttgart", ""), ("Düsseldorf", ""))),
    "VN": Land(share=6, origin="vietnamese", places=(("Hải Phòng", ""), ("Cần Thơ", ""), ("Đà Nẵng", ""))),
    "ID": Land(share=6, origin="indonesian", places=(("Surabaya", ""), ("Bandung", ""), ("Semarang", ""))),
    "IN": Land(share=5, origin="indian", places=(("Kochi", ""), ("Pune", ""), ("Chennai", ""))),
    "TR": Land(share=5, origin="turkish", places=(("İzmir", ""), ("Bursa", ""), ("Mersin", ""))),
    "UA": Land(
        share=5,
        origin="russian",
        places=_UKRAINE,
        script="Cyrl",
        own="Вигадана {trade} {place}",
        trades=_CYRILLIC,
    ),
    "MA": Land(
        share=3,
        origin="arabic",
        places=_MOROCCO,
        script="Arab",
        own="شركة {place} الخيالية {trade}",
        trades=_ARABIC,
    ),
    "ES": Land(share=2, origin="spanish", places=(("València", ""), ("Almería", ""), ("Bilbao", ""))),
}
AT_HOME = Land(
    share=0, origin="dutch", places=(("Westland", ""), ("Delft", ""), ("Gorinchem", ""), ("Dordrecht", ""))
)


def countries(luck: Random, number: int) -> list[str]:
    """So many countries, each as often as its share."""
    return luck.choices(list(LANDS), [land.share for land in LANDS.values()], k=number)


def a_party(reference: str, country: str, luck: Random) -> PartyEntry:
    """Somebody, or an organisation, from a country."""
    land = LANDS.get(country, AT_HOME)
    if land.origin and luck.random() < _SHARE_OF_PEOPLE:
        return _person(reference, country, land, luck)
    return _organisation(reference, country, land, luck)


def _person(reference: str, country: str, land: Land, luck: Random) -> PartyEntry:
    names = luck.choice(_people()[land.origin])
    return PartyEntry(
        reference=reference,
        kind=PartyKind.PERSON,
        name=names[0],
        names=tuple(NameEntry(name=name) for name in names[1:]),
        country=country,
        region=luck.choice(land.places)[0],
        birth_date=str(luck.randint(1950, 1998)),
    )


def _organisation(reference: str, country: str, land: Land, luck: Random) -> PartyEntry:
    place, own_place = luck.choice(land.places)
    number = luck.randrange(len(_TRADES))
    kind = luck.choice(
        (PartyKind.COMPANY, PartyKind.COMPANY, PartyKind.GOVERNMENT, PartyKind.KNOWLEDGE_INSTITUTION)
    )
    form = _FORMS[kind]
    own = (land.own.format(place=own_place, trade=land.trades[number]),) if land.own else ()
    return PartyEntry(
        reference=reference,
        kind=kind,
        name=f"{MARK} {place} {_TRADES[number]} {form} {luck.randint(1, 99)}",
        names=tuple(NameEntry(name=name, script=land.script) for name in own),
        country=country,
        region=place,
    )


_FORMS = {
    PartyKind.COMPANY: "Group",
    PartyKind.GOVERNMENT: "Bureau",
    PartyKind.KNOWLEDGE_INSTITUTION: "University",
}


@cache
def _people() -> dict[str, list[tuple[str, ...]]]:
    """People of each origin; those of an origin that stands there twice have a name in each script."""
    rows: dict[str, dict[str, list[str]]] = {}
    for named in invented_names(_PEOPLE_OF_EACH):
        row = named.party.id.split("-")[-2]
        rows.setdefault(named.origin, {}).setdefault(row, []).append(named.party.caption)
    return {origin: list(zip(*lists.values(), strict=True)) for origin, lists in rows.items()}
