"""Spoiling samples: pieces cut, doubled, swapped and replaced by what parsers stumble over."""

from collections.abc import Callable, Sequence
from random import Random

LARGEST = 1 << 16
_UNSEEN = "\x00 \x1a \x85 \u2028 \u202e \u200b \ufeff \ufffd \ud800 😀 ² ٣ 王 а ǆ"
_SIGNS = "\" ' , ; ( ) [ ] < > & : = @ ? / .. { } &amp; &#0; &#x110000; <!-- --> <![CDATA[ ]]> <?xml?>"
_VALUES = "null [] NaN 1e999 -1 0 A1 XFD1048577 0000-00-00 31/02/1962"
_LONG = ("9" * 20, "9" * 5000, "x" * 1000)
_SHORT = ("", "\t", "\r", "\n", "-0- ", "<!DOCTYPE x>")
_ODD = tuple(
    text.encode("utf-8", "surrogatepass")
    for text in (*_SHORT, *_LONG, *" ".join((_UNSEEN, _SIGNS, _VALUES)).split(" "))
)


def spoil(sample: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """A sample with one to eight things done to it."""
    content = bytearray(sample)
    for _ in range(random.choice((1, 1, 1, 2, 3, 5, 8))):
        random.choice(_WAYS)(content, others, random)
    return bytes(content[:LARGEST])


def _span(content: bytearray, random: Random) -> slice:
    start = random.randrange(len(content) + 1)
    return slice(start, start + random.choice((0, 1, 2, 4, 8, 32, 200)))


def _replace(content: bytearray, _: Sequence[bytes], random: Random) -> None:
    content[_span(content, random)] = random.choice(_ODD)


def _bytes(content: bytearray, _: Sequence[bytes], random: Random) -> None:
    content[_span(content, random)] = random.randbytes(random.choice((1, 1, 2, 4, 16)))


def _flip(content: bytearray, _: Sequence[bytes], random: Random) -> None:
    if content:
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)


def _double(content: bytearray, _: Sequence[bytes], random: Random) -> None:
    piece = content[_span(content, random)]
    content[_span(content, random)] = piece * random.choice((1, 2, 50))


def _cut(content: bytearray, _: Sequence[bytes], random: Random) -> None:
    del content[random.randrange(len(content) + 1) :]


def _splice(content: bytearray, others: Sequence[bytes], random: Random) -> None:
    other = bytearray(random.choice(others))
    content[_span(content, random)] = other[_span(other, random)]


_WAYS: tuple[Callable[[bytearray, Sequence[bytes], Random], None], ...] = (
    _replace, _replace, _replace, _bytes, _flip, _double, _cut, _splice
)  # fmt: skip
