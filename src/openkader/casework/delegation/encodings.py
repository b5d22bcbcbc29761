"""In which encoding the text of a list was saved: told by its bytes, or said to be uncertain.

Text that is read in the wrong encoding is another text, and screening another name finds
nobody. So what is not certain is a doubt, and what fits no encoding well is refused.
"""

import codecs
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from openkader.base.errors import Invalid, Problem

UTF_8 = "utf-8"
UTF_16 = "utf-16"
GB18030 = "gb18030"
WINDOWS = "windows-1252"
_SAMPLE = 1 << 16
# Nearly every character of a Chinese list is one that the first national standard had.
_MOSTLY = 0.9
_PLAIN = 0.7
_WESTERN = frozenset("ŒœŠšŽžŸƒ‘’“”–—…•·€°ª«»´`¿¡\xa0") | frozenset(
    chr(code) for code in range(0xC0, 0x100) if code not in (0xD7, 0xF7)
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, its encoding, and whether its bytes leave no other."""

    text: str
    encoding: str
    is_certain: bool = True


def decode(content: bytes, name: str) -> Decoded:
    """The text of a file."""
    for mark, encoding in (
        (codecs.BOM_UTF8, UTF_8),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if content.startswith(mark):
            return _marked(content.removeprefix(mark), encoding, name)
    for encoding in (UTF_8, *_unmarked_utf_16(content)):
        if (text := _strictly(content, encoding)) is not None and "\0" not in text:
            return Decoded(text, UTF_8 if encoding == UTF_8 else UTF_16)
    return _before_unicode(content, name)


def _marked(content: bytes, encoding: str, name: str) -> Decoded:
    text = _strictly(content, encoding)
    if text is None:
        raise Invalid([Problem("document.cut", name)])
    return Decoded(text, UTF_8 if encoding == UTF_8 else UTF_16)


def _unmarked_utf_16(content: bytes) -> tuple[str, ...]:
    """UTF-16 has a zero beside each Latin letter, tab and line end; other text has none."""
    zeros = [content[side:_SAMPLE:2].count(0) for side in (0, 1)]
    if not any(zeros):
        return ()
    return ("utf-16-le",) if zeros[1] > zeros[0] else ("utf-16-be",)


def _before_unicode(content: bytes, name: str) -> Decoded:
    chinese, western = _strictly(content, GB18030), _strictly(content, "cp1252")
    if chinese is not None and _share(chinese, _is_common_chinese) >= _MOSTLY:
        return Decoded(chinese, GB18030, is_certain=western is None)
    if western is not None and _share(western, _WESTERN.__contains__) == 1 and _is_mostly_plain(western):
        return Decoded(western, WINDOWS, is_certain=chinese is None)
    raise Invalid([Problem("delegation.unknown-encoding", name)])


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _share(text: str, fits: Callable[[str], bool]) -> float:
    """Which part of the characters that matter fits an encoding."""
    beyond = [character for character in text[:_SAMPLE] if not character.isascii()]
    return sum(map(fits, beyond)) / len(beyond) if beyond else 0


def _is_mostly_plain(text: str) -> bool:
    """Western text has few letters with accents; Russian read as Western has hardly any without."""
    marked = [character.isascii() for character in text[:_SAMPLE] if character.isalpha()]
    return sum(marked) >= _PLAIN * len(marked)


@lru_cache(maxsize=1 << 14)
def _is_common_chinese(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False
