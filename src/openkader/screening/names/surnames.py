"""How Chinese surnames are read: the readings that differ from the dictionary's, and the surnames of two characters.

Own table, from general knowledge of Chinese surnames; frequencies are from the table `surnames` (see data/README.md).
"""

from collections.abc import Mapping
from functools import cache
from itertools import product

from openkader.screening.names.han import frequency, pinyin_of

# As a surname these are read otherwise than in a sentence; where both occur, the usual surname reading is first.
SURNAME_READINGS: Mapping[str, tuple[str, ...]] = {
    "单": ("shan",), "曾": ("zeng",), "仇": ("qiu", "chou"), "解": ("xie",), "区": ("ou",), "查": ("zha",),
    "盖": ("ge", "gai"), "朴": ("piao", "pu"), "覃": ("qin", "tan"), "翟": ("zhai", "di"), "乐": ("yue", "le"),
    "长": ("chang", "zhang"), "员": ("yun", "yuan"), "贠": ("yun",), "缪": ("miao", "mou"), "洗": ("xian",),
    "召": ("shao",), "折": ("she",), "黑": ("he", "hei"), "秘": ("bi", "mi"), "宓": ("mi", "fu"), "卜": ("bu",),
    "藏": ("zang",), "句": ("gou",), "重": ("chong",), "种": ("chong", "zhong"), "郗": ("xi", "chi"),
    "隗": ("wei", "kui"), "祭": ("zhai", "ji"), "谌": ("chen", "shen"), "能": ("nai", "neng"),
    "牟": ("mu", "mou"), "薄": ("bo",), "柏": ("bai", "bo"), "炅": ("gui",), "钭": ("tou",), "乜": ("nie",),
    "都": ("du",), "尉": ("wei", "yu"), "笮": ("ze", "zuo"), "会": ("gui",),
    "莘": ("shen", "xin"), "孛": ("bei", "bo"), "调": ("tiao",), "角": ("jue", "jiao"), "卡": ("qia", "ka"),
    "繁": ("po",), "郇": ("xun", "huan"), "率": ("lv", "shuai"), "蕃": ("bo", "fan"), "不": ("fou",),
    "颉": ("xie", "jie"), "蔚": ("yu", "wei"), "宿": ("su", "xiu"), "贲": ("ben", "fei"), "粘": ("nian", "zhan"),
    "佴": ("nai", "er"), "逄": ("pang",), "郄": ("qie", "xi"), "厍": ("she",), "令": ("ling",), "哈": ("ha",),
}  # fmt: skip
COMPOUND_SURNAMES: Mapping[str, str] = {
    "欧阳": "ouyang", "司马": "sima", "上官": "shangguan", "诸葛": "zhuge", "司徒": "situ", "皇甫": "huangfu",
    "尉迟": "yuchi", "长孙": "zhangsun", "慕容": "murong", "令狐": "linghu", "东方": "dongfang",
    "公孙": "gongsun",
    "端木": "duanmu", "夏侯": "xiahou", "轩辕": "xuanyuan", "宇文": "yuwen", "独孤": "dugu", "南宫": "nangong",
    "司空": "sikong", "鲜于": "xianyu", "闾丘": "lvqiu", "申屠": "shentu", "万俟": "moqi", "澹台": "tantai",
    "赫连": "helian", "呼延": "huyan", "公羊": "gongyang", "淳于": "chunyu", "单于": "chanyu", "太叔": "taishu",
    "仲孙": "zhongsun", "钟离": "zhongli", "拓跋": "tuoba", "濮阳": "puyang", "百里": "baili",
    "东郭": "dongguo",
    "西门": "ximen", "南门": "nanmen", "公冶": "gongye", "宗政": "zongzheng", "梁丘": "liangqiu",
    "左丘": "zuoqiu",
    "谷梁": "guliang", "段干": "duangan", "第五": "diwu", "纳兰": "nalan", "完颜": "wanyan", "叶赫": "yehe",
    "爱新觉罗": "aixinjueluo", "耶律": "yelv", "司寇": "sikou", "巫马": "wuma", "乐正": "yuezheng",
    "漆雕": "qidiao",
    "公西": "gongxi", "壤驷": "rangsi", "颛孙": "zhuansun", "亓官": "qiguan", "拓拔": "tuoba",
    "羊舌": "yangshe",
    "微生": "weisheng", "欧侯": "ouhou", "范姜": "fanjiang", "子车": "ziju", "车非": "chefei", "夹谷": "jiagu",
    "闻人": "wenren", "太史": "taishi", "达奚": "daxi", "宰父": "zaifu", "哥舒": "geshu",
}  # fmt: skip


def surname_readings(character: str) -> tuple[str, ...]:
    """The readings of a simplified character as a surname, the usual one first.

    The dictionary's reading closes the row: a machine that does not know it for a surname writes that one.
    """
    return tuple(dict.fromkeys((*SURNAME_READINGS.get(character, ()), *pinyin_of(character)[:1])))


@cache
def known_surnames() -> frozenset[str]:
    """The pinyin of every surname that is attested, those of two characters joined."""
    single = (
        reading for name in frequency("surnames") if len(name) == 1 for reading in surname_readings(name)
    )
    return frozenset(single) | frozenset(COMPOUND_SURNAMES.values()) | frozenset({"lv", "lu"})


@cache
def compound_syllables() -> tuple[tuple[tuple[str, ...], str], ...]:
    """The surnames of several characters: the syllables apart, and joined."""
    return tuple((_parted(hanzi, joined), joined) for hanzi, joined in COMPOUND_SURNAMES.items())


def _parted(hanzi: str, joined: str) -> tuple[str, ...]:
    ways = product(*(pinyin_of(character) for character in hanzi))
    return next((way for way in ways if "".join(way) == joined), (joined,))
