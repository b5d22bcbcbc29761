"""Korean names in Latin letters: as the South's rule, as families in the South, and as the North writes them."""

from collections.abc import Iterator

_FIRST = 0xAC00
_COUNT = 11172
_Table = tuple[list[str], list[str], list[str]]


def _table(first: str, middle: str, last: str) -> _Table:
    return first.split(), middle.split(), last.split()


_LAST = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t"
_SOUTH = _table(
    "g kk n d tt r m b pp s ss - j jj ch k t p h",
    "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i",
    _LAST,
)
_NORTH = _table(
    "k kk n t tt r m p pp s ss - j jj ch kh th ph h",
    "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i",
    _LAST,
)
# How most families in the South write these syllables, whatever the rule.
_FAMILY = {
    "eo": "u", "yeo": "you", "u": "oo", "eu": "eu", "wo": "wo", "yu": "yoo", "ui": "hee", "oe": "oi",
}  # fmt: skip
_SURNAMES = {
    "김": "kim", "이": "lee ri yi", "리": "ri lee", "박": "park pak", "최": "choi choe",
    "정": "jung chung jong", "강": "kang",
    "조": "cho jo", "윤": "yoon yun", "장": "jang chang", "임": "lim im rim", "림": "rim lim", "오": "oh o",
    "한": "han",
    "신": "shin sin", "서": "seo suh so", "권": "kwon", "황": "hwang", "안": "ahn an", "송": "song",
    "류": "ryu yoo",
    "유": "yoo yu ryu", "홍": "hong", "전": "jeon chon jon", "고": "ko", "문": "moon mun", "손": "son",
    "양": "yang ryang",
    "량": "ryang yang", "배": "bae pae", "백": "baek paek", "허": "heo ho hur", "노": "noh roh ro",
    "로": "ro noh", "남": "nam",
    "심": "shim sim", "하": "ha", "주": "joo ju", "구": "koo ku", "곽": "kwak", "우": "woo u", "차": "cha",
    "현": "hyun hyon",
    "변": "byun pyon", "방": "bang pang", "길": "kil", "태": "tae thae", "연": "yeon yon ryon",
    "련": "ryon yeon", "엄": "eom om",
    "원": "won", "계": "kye", "국": "kuk", "궁": "kung", "명": "myung myong", "석": "seok sok",
    "성": "sung song", "함": "ham",
    "표": "pyo", "옥": "ok", "라": "ra na", "나": "na ra", "반": "ban pan", "추": "choo chu", "도": "do to",
    "공": "kong",
    "남궁": "namgung", "황보": "hwangbo", "선우": "sunwoo sonu", "독고": "dokgo", "제갈": "jegal",
}  # fmt: skip


def surname_spellings() -> tuple[str, ...]:
    """Every way that is known to write a surname."""
    return tuple(spelling for spellings in _SURNAMES.values() for spelling in spellings.split())


def romanised_name(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of a person's name: surname, then the syllables of the given name; the usual ways first."""
    syllables = "".join(text.split())
    length = 2 if syllables[:2] in _SURNAMES and len(syllables) > 2 else 1
    surname, given = syllables[:length], syllables[length:]
    ways = (tuple(_spelt(given, table)) for table in (_NORTH, _SOUTH))
    givens = list(dict.fromkeys((*ways, tuple(_family(given)))))
    surnames = _SURNAMES.get(surname, "").split() or ["".join(_spelt(surname, _NORTH))]
    ruled = "".join(_spelt(surname, _SOUTH))
    found = [(surnames[0], *words) for words in givens]
    found += [(other, *givens[0]) for other in surnames[1:]]
    found += [(ruled, *words) for words in givens[1:2]]
    return tuple(dict.fromkeys(found))


def romanised(text: str) -> tuple[str, ...]:
    """The words of any text, by the rule of the South and by that of the North."""
    return tuple(
        dict.fromkeys(
            " ".join("".join(_spelt(word, way)) for word in text.split()) for way in (_SOUTH, _NORTH)
        )
    )


def _spelt(text: str, table: _Table) -> Iterator[str]:
    for character in text:
        number = ord(character) - _FIRST
        if 0 <= number < _COUNT:
            first, middle, last = number // 588, number % 588 // 28, number % 28
            yield (table[0][first] + table[1][middle] + table[2][last]).replace("-", "")


def _family(text: str) -> Iterator[str]:
    for character in text:
        number = ord(character) - _FIRST
        if 0 <= number < _COUNT:
            vowel = _SOUTH[1][number % 588 // 28]
            first = {"g": "k", "r": "r"}.get(_SOUTH[0][number // 588], _SOUTH[0][number // 588])
            yield (
                (first + _FAMILY.get(vowel, vowel) + _SOUTH[2][number % 28])
                .replace("-", "")
                .replace("hh", "h")
            )
