"""Words of organisations in Russian, Ukrainian, Arabic and Korean, in the English of the glossary; our own table.

A Russian or Ukrainian word is known by its stem, because its ending changes with the sentence.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from openkader.screening.names.vocabulary import Script

_CYRILLIC = """
завод plant|комбинат combine|фабрик factory|предприяти enterprise|компани company|корпораци corporation
концерн concern|холдинг holding|групп group|объединени association|об'єднанн association|организаци organization
учреждени institution|институт institute|університет university|университет university|академи academy
центр center|бюро bureau|лаборатори laboratory|научно scientific|научн scientific|исследовательск research
конструкторск design|производственн production|проектн design|промышленн industrial|индустри industry
машиностроительн machine building|машиностроени machine building|приборостроительн instrument|авиационн aviation
авиаци aviation|авиакомпани airline|космическ space|ракетн rocket|судостроительн shipbuilding|судоходн shipping
морск marine|порт port|флот fleet|железнодорожн railway|железн iron|дорог road|транспортн transport|нефт oil
газов gas|газ gas|энергетическ energy|энерги energy|электронн electronic|электрическ electric|атомн nuclear
ядерн nuclear|химическ chemical|металлургическ metallurgical|металл metal|стал steel|алюмини aluminum|уголь coal
угольн coal|горн mining|золот gold|алмаз diamond|банк bank|страхов insurance|финансов financial
инвестиционн investment|фонд fund|торгов trading|внешнеторгов foreign trade|технологи technology
технологическ technological|техническ technical|систем systems|информационн information|связ communication
телеком telecom|радио radio|телевизионн television|оборон defense|оборонн defense|военн military|вооружени arms
оружи arms|государственн state|федеральн federal|национальн national|республиканск republican|областн regional
народн people|центральн central|министерств ministry|комитет committee|агентств agency|служб service
управлени department|безопасност security|партия party|общественн public|движени movement|союз union
совет council|ассоциаци association|клуб club|полк regiment|батальон battalion|ремонтн repair
строительн construction|опытн experimental|специальн special|международн international|российск russian
росси russia|русск russian|украин ukraine|белорус belarus|крым crimea|москв moscow|московск moscow|санкт st
петербург petersburg|закрыт closed|открыт open|публичн public|акционерн joint stock|обществ company
ограниченн limited|ответственност liability|унитарн unitary|имени of|им of|и and|с of|по of|в of|на of|для for
"""
_KOREAN = """
무역 trading|회사 corporation|총회사 general corporation|상사 trading|은행 bank|대학 university
대학교 university|조선 korea|한국 korea|대성 daesong|개발 development|광업 mining|해운 shipping|선박 ship
항공 airline|총국 general bureau|국 bureau|부 department|위원회 commission|국방 defense|과학원 academy science
과학 science|기술 technology|연합 united|연합회 federation|합작 joint venture|건설 construction|공업 industry
산업 industry|전자 electronic|기계 machinery|금속 metal|석탄 coal|석유 petroleum|수산 fishery|보험 insurance
금융 financial|투자 investment|국제 international|대외 foreign|경제 economic|협회 association|연구소 institute
공장 factory|그룹 group|주식회사 corporation
"""
_ARABIC = """
شركة company|الشركة company|بنك bank|مصرف bank|المصرف bank|مؤسسة foundation|المؤسسة establishment|جمعية society
منظمة organization|جامعة university|معهد institute|مركز center|وزارة ministry|هيئة authority|حزب party
حركة movement|جبهة front|جيش army|جماعة group|كتائب brigades|لواء brigade|انصار ansar|الاسلامية islamic
الإسلامية islamic|الاسلامي islamic|الإسلامي islamic|العامة general|العام general|الدولية international
الدولي international|الوطنية national|الوطني national|للتجارة trading|التجارية commercial|التجاري commercial
النفط oil|للنفط oil|الصناعة industry|الصناعية industrial|للاستثمار investment|الاستثمار investment|المحدودة ltd
السورية syrian|العراقية iraqi|العربية arab|العربي arab|الاغاثة relief|الإغاثة relief|الخيرية charitable
القابضة holding|للصرافة exchange|تنظيم organization
"""
_TABLES = {Script.CYRILLIC: _CYRILLIC, Script.HANGUL: _KOREAN, Script.ARABIC: _ARABIC}
_WORD = re.compile(r"[^\W_]+")
_LONGEST_ENDING = 5
_SHORTEST_STEM = 3
_MOST_WORDS = 24


def translated(text: str, script: Script) -> tuple[tuple[str, str | None], ...]:
    """Each word of a text with its English, or with nothing when no table knows it."""
    return tuple((part, _meaning(part, script)) for part in _parts(text, script))


def has_words(script: Script) -> bool:
    """Whether there is a table for a script."""
    return script in _TABLES


def stems() -> Mapping[str, str]:
    """The stems of the Cyrillic words that are known, with their English."""
    return _words(Script.CYRILLIC)


def _parts(text: str, script: Script) -> Iterator[str]:
    for word in _WORD.findall(text.lower())[:_MOST_WORDS]:
        yield from _compound(word) if script is Script.HANGUL else (word,)


def _compound(word: str) -> tuple[str, ...]:
    """A Korean word begins and ends in words that say what it is: 조선백두무역회사 is 조선, 백두, 무역, 회사."""
    known = _words(Script.HANGUL)
    for start in range(len(word)):
        if word[start:] in known:
            return (*_compound(word[:start]), word[start:]) if start else (word,)
    end = next((end for end in range(len(word) - 1, 1, -1) if word[:end] in known), 0)
    return (word[:end], *_compound(word[end:])) if end else (word,)


@lru_cache(maxsize=16384)
def _meaning(word: str, script: Script) -> str | None:
    known = _words(script)
    shortest = max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING) if script is Script.CYRILLIC else len(word)
    stems = (word, *(word[:length] for length in range(len(word) - 1, shortest - 1, -1)))
    return next((known[stem] for stem in stems if stem in known), None)


@cache
def _words(script: Script) -> Mapping[str, str]:
    entries = _TABLES[script].strip().replace("\n", "|").split("|")
    return dict(entry.split(" ", 1) for entry in entries)
