"""Surnames of families outside the mainland, in Hokkien, Teochew, Hakka, Foochow, Macau and Taishan spellings.

Own table, from general knowledge; the given name beside such a surname is read as pinyin or as Cantonese.
"""

from functools import cache

from openkader.screening.names.hong_kong import hong_kong
from openkader.screening.names.pinyin import pinyin
from openkader.screening.names.syllabary import Meanings, Syllabary, frozen
from openkader.screening.names.vocabulary import Reason
from openkader.screening.names.wade_giles import loose

_SPELLINGS = {
    "ang": "hong weng", "auyong": "ouyang", "aw": "ou", "beh": "ma", "boey": "mei", "bong": "huang",
    "chai": "cai",
    "chang": "zhang zeng", "cheah": "xie", "chee": "xu", "chen": "chen zhen",
    "cheng": "zheng zhong", "cheong": "zhang",
    "chew": "zhou zhao", "chia": "xie", "chiam": "zhan", "chien": "qian jian", "chiew": "zhou zhao",
    "chin": "chen jin",
    "chiong": "zhang", "choo": "zhu", "chong": "zhang zhuang zhong", "chou": "zhou", "choy": "cai",
    "chu": "zhu",
    "chua": "cai", "chuah": "cai", "chui": "cui xu", "co": "xu", "dee": "li", "dy": "li", "ee": "yu",
    "eng": "wu huang",
    "fong": "fang kuang", "foo": "fu hu", "foong": "feng", "gan": "yan", "goh": "wu", "go": "wu", "gouw": "wu",
    "han": "han", "heng": "wang xing", "hiew": "qiu", "hii": "xu", "hoe": "he", "hong": "hong kong",
    "hoo": "hu fu",
    "hor": "he", "hu": "hu", "ieong": "yang", "iong": "yang", "jong": "yang zhang",
    "kang": "jiang kang", "kee": "ji qi",
    "kho": "xu", "khoo": "qiu", "khor": "xu", "kiew": "qiu", "ko": "gao xu ke", "koay": "guo", "koh": "xu gao",
    "kong": "jiang kong", "koo": "gu gao qiu", "kuan": "guan", "kueh": "guo", "kuek": "guo",
    "kuok": "guo", "kwa": "ke",
    "kwek": "guo", "lai": "lai li", "lam": "lin lan", "lao": "liu", "lau": "liu lou", "law": "luo liu",
    "lee": "li lv",
    "lei": "li", "leong": "liang", "leow": "liao", "lew": "liu", "liew": "liu liao", "lim": "lin",
    "ling": "lin",
    "lio": "liao", "liong": "liang", "liou": "liu", "loh": "luo lu", "loke": "lu", "loo": "lu lv",
    "loong": "long", "louie": "lei",
    "low": "liu luo", "loy": "lei", "lui": "lv lei", "lum": "lin", "mah": "ma", "mok": "mo",
    "moo": "wu", "neo": "liang",
    "ng": "huang wu", "ngo": "wu", "ngu": "wu", "nio": "liang", "oei": "huang", "oh": "hu",
    "ong": "wang", "oon": "wen",
    "ooi": "huang", "ou": "ou", "pan": "pan", "pang": "feng peng", "peh": "bai", "phang": "peng", "phua": "pan",
    "png": "fang", "poh": "fu", "pua": "pan", "que": "guo", "quah": "ke", "quek": "guo",
    "quan": "guan", "sai": "shi",
    "see": "shi", "seah": "xie she", "seet": "xue", "seow": "xiao", "seto": "situ", "sia": "xie", "siah": "xie",
    "siao": "xiao", "siau": "xiao", "siew": "xiao", "sim": "shen", "sio": "xiao", "siow": "xiao", "sit": "xue",
    "siu": "xiao", "sng": "sun", "so": "su", "soh": "su", "soo": "su", "soon": "sun", "soong": "song",
    "sun": "sun",
    "sy": "shi", "syn": "shen", "szeto": "situ", "tai": "dai", "tan": "chen tan",
    "tang": "deng tang chen", "tay": "zheng", "tee": "zheng",
    "teh": "zheng", "ten": "deng", "teng": "deng ding", "teo": "zhang", "teoh": "zhang",
    "teow": "zhang", "thia": "cheng",
    "thian": "tian", "tho": "du", "thong": "tang", "tia": "cheng", "ting": "ding chen",
    "tio": "zhang zhao", "tiong": "zhang", "tiu": "zhang zhao",
    "tjan": "chen zeng", "tjia": "xie", "tjoa": "cai", "tng": "tang", "toh": "zhuo du",
    "tong": "tang dong", "too": "du",
    "tsai": "cai", "tsang": "zeng", "tse": "xie", "tsui": "xu cui", "tuan": "duan", "ung": "wu huang",
    "uy": "huang",
    "vong": "huang", "voon": "wen", "wee": "huang", "wong": "wang huang", "woon": "wen",
    "woo": "hu wu", "yap": "ye",
    "yau": "qiu you", "yeap": "ye", "yee": "yu", "yeo": "yang", "yeoh": "yang", "yeong": "yang",
    "yew": "you yao",
    "yii": "yu", "yong": "yang", "yoong": "rong yang", "young": "yang", "yu": "yu you yang",
    "yue": "yu", "zee": "xu",
    "zen": "chen", "zung": "zhong", "kung": "gong kong", "dong": "dong", "moy": "mei", "hom": "tan",
    "gee": "zhu", "eu": "yu",
    "seid": "xue", "owyang": "ouyang", "hsueh": "xue", "tam": "tan", "lowe": "liu", "joe": "zhou",
    "jew": "zhao", "chinn": "chen",
}  # fmt: skip


@cache
def dialects() -> Syllabary:
    """The surname in a dialect or in the Hong Kong spelling, the given name in pinyin."""
    return Syllabary(Reason.DIALECT, pinyin().spellings, dialect_surnames(), pinyin().initials, joins=True)


@cache
def cantonese_given() -> Syllabary:
    """The surname in a dialect, the given name as in Hong Kong."""
    return Syllabary(Reason.DIALECT, hong_kong().spellings, dialect_surnames(), hong_kong().initials)


@cache
def dialect_surnames() -> dict[str, Meanings]:
    """What a surname in a dialect, in Hong Kong or in Taiwan can stand for in pinyin, where it is no pinyin itself."""
    found = {spelling: set(names.split()) for spelling, names in _SPELLINGS.items()}
    for syllabary in (hong_kong(), loose()):
        for spelling, meanings in syllabary.surnames.items():
            # What is pinyin as well is read as pinyin; else most names would be read twice.
            if spelling not in pinyin().surnames:
                found.setdefault(spelling, set()).update(meanings)
    return frozen(found)
