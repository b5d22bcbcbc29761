"""The names in a cell: without titles, one for each script, and never somebody else's.

What cannot be read as the name of one person is refused: a name that is read wrongly
is another name, and screening it finds nobody.
"""

import re

from openkader.base.errors import Invalid, Problem
from openkader.casework.delegation.cleaning import clean, has_hidden_order, is_placeholder
from openkader.casework.delegation.scripts import has_han, letters, runs, words

LONGEST = 200
_MOST_WORDS = 12
_ROLES = (
    "head of (?:the )?delegation|(?:delegation|team|group) (?:leader|head)|leader(?: of the delegation)?|head|"
    "interpreter|translator|(?:delegation )?member|delegatieleider|hoofd(?: van de delegatie)?|leider|tolk|vertaler|"
    "(?:delegatie)?lid"
)
_HAN_ROLES = "(?:代表团)?副?团长|副?團長|领队|領隊|团员|團員|成员|翻译|翻譯|随员|隨員|秘书长|秘書長"
_ROLE = re.compile(rf"({_ROLES})\s*[:：]\s*|({_HAN_ROLES})[\s:：]*(?=.{{2}})", re.IGNORECASE)
_ROLE_ALONE = re.compile(rf"{_ROLES}|{_HAN_ROLES}", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:\(?\d{1,4}[.)、）]\s*|\d{1,4}\s+|[-–•*·●]\s+|[一二三四五六七八九十]{1,3}[、.]\s*)"
)
# He, Ma, Mba and Ing are surnames: a title that may be one is only taken away with its dot or its comma.
_TITLES = re.compile(
    r"(?:(?:mr|mrs|ms|miss|mx|dr|prof|dhr|mw|mevr|mevrouw|de heer|sir|madam|madame|professor|doctor)\b\.?\s+"
    r"|(?:mr|mrs|ms|dr|prof|dhr|mw|ir|ing|drs|hon|h\.e)\.\s*)+",
    re.IGNORECASE,
)
_TITLES_AFTER = re.compile(r"(?:,\s*(?:msc|bsc|mba|ma|ba|esq|llm)\.?|,?\s+ph\.?\s?d\.?)+$", re.IGNORECASE)
_HAN_TITLES = re.compile(r"(?<=..)\s*(?:先生|女士|小姐|太太|夫人|教授|博士|阁下|閣下)$")
_HAN_FUNCTION = re.compile(
    r"(?<=.)(?:主任|经理|經理|总裁|總裁|主席|[省市县局处部司科院校会厅區区]长|市長|局長|處長|部長|院長|校長|會長|书记|書記|"
    r"秘书|秘書|董事长?|董事長|总监|助理|顾问|顧問|工程师|研究员|翻译|司机|记者|代表|专员)$"
)
_SPACED = re.compile(r"[㐀-鿿](?: +[㐀-鿿]){1,3}|[㐀-鿿]{1,2} +[㐀-鿿]{1,2}")
_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
_SEVERAL = re.compile(r"[\n;；、/|]|\s&\s|\s(?:en|and)\s")
_NO_NAME = re.compile(r"[@<>{}=#_\\]|\d\D*\d\D*\d|https?:|www\.|[:：]")
_LOST = re.compile(r"[?？\ufffd]")
_PARTICLES = frozenset(
    ("van", "von", "de", "der", "den", "del", "di", "da", "la", "le", "el", "al", "bin", "ibn", "ter", "ten")
)
_AROUND = " \t*†‡,;:/|-–—•·\"“”'"


def read_names(text: str, where: str) -> tuple[tuple[str, ...], str]:
    """The names of the one person in a cell, and the role that stands before them."""
    if len(text) > LONGEST:
        raise Invalid([Problem("delegation.name-too-long", where, {"limit": str(LONGEST)})])
    if has_hidden_order(text):
        raise Invalid([Problem("delegation.hidden-order", where)])
    if _LOST.search(text) and letters(text):
        raise Invalid([Problem("delegation.lost-characters", where)])
    role, text = _without_role(_without_number(clean(text, lines=True)))
    if is_placeholder(text):
        raise Invalid([Problem("delegation.no-name", where)])
    names = tuple(dict.fromkeys(_names(text, where)))
    if not names or min(map(letters, names)) < 2:
        raise Invalid([Problem("delegation.no-name", where)])
    if _NO_NAME.search(text) or any(len(name.split()) > _MOST_WORDS for name in names):
        raise Invalid([Problem("delegation.not-a-name", where)])
    return names, role


def _without_number(text: str) -> str:
    match = _NUMBERED.match(text)
    return text[match.end() :] if match else text


def _without_role(text: str) -> tuple[str, str]:
    match = _ROLE.match(text)
    return (match[1] or match[2], text[match.end() :]) if match else ("", text)


def _names(text: str, where: str) -> list[str]:
    """What stands outside the brackets, and what stands in them when that is a name too."""
    outside = _BRACKETS.sub(" ", text).strip(_AROUND + "\n")
    inside = [found.strip(_AROUND) for found in _BRACKETS.findall(text)]
    inside = [found for found in inside if letters(found) and not _ROLE_ALONE.fullmatch(found)]
    names = _apart(outside, where)
    for found in inside:
        if words(found) > 1 or has_han(found) or not names:
            names += _apart(found, where)
        else:
            names.append(f"{names[0]} {found}")  # the name one is called by: Wang Xiaoming (Tom)
    return names


def _apart(text: str, where: str) -> list[str]:
    """The names of one person in different scripts; two of one script would be two people."""
    if any(words(line) == 1 and not has_han(line) for line in text.split("\n")):
        text = text.replace("\n", " ")  # a name that was broken off at the edge of its cell
    names: list[str] = []
    scripts: set[object] = set()
    for piece in _SEVERAL.split(text):
        found = runs(piece, where)
        if scripts & {script for script, _ in found}:
            raise Invalid([Problem("delegation.several-names", where)])
        scripts |= {script for script, _ in found}
        names += [_turned(_joined(_bare(name), where), where) for _, name in found]
    return [name for name in names if name]


def _bare(name: str) -> str:
    """A name without titles and the signs around it."""
    bare = _TITLES_AFTER.sub("", _TITLES.sub("", name.strip(_AROUND), count=1))
    return _HAN_TITLES.sub("", bare).strip(_AROUND)


def _joined(name: str, where: str) -> str:
    """`王 伟`, spaced out to the width of the other names, in one; with a function behind it, it is no name."""
    if _HAN_FUNCTION.search(name):
        raise Invalid([Problem("delegation.not-a-name", where)])
    return name.replace(" ", "") if _SPACED.fullmatch(name) else name


def _turned(name: str, where: str) -> str:
    """`Wren, Hazel` in the order in which it is said; what else follows a comma is no name."""
    family, comma, given = (part.strip() for part in name.partition(","))
    if not comma:
        return name
    if len([word for word in family.split() if word.casefold() not in _PARTICLES]) > 1 or "," in given:
        raise Invalid([Problem("delegation.not-a-name", where)])
    return f"{given} {family}"
