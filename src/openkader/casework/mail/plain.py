"""The words of a mail that was written as a web page; nothing of it is fetched, and nothing runs.

Read in few passes of our own: the reader of the language takes minutes over a page of a few kB that was made for that.
"""

import re
from html import unescape

_UNSEEN = frozenset({"script", "style", "head", "title", "template", "svg", "object"})
_ALONE = frozenset(
    {"p", "div", "br", "tr", "li", "ul", "ol", "table", "blockquote", "hr", "pre"}
    | {f"h{level}" for level in range(1, 7)}
)
# None of it goes past the next border, so that a mark that never ends costs no more than its own letters.
_MARK = re.compile(r"<(?P<ends>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)(?P<more>[^<>]*)>|<[!?][^<>]*>")
_LEADS = re.compile(r"\bhref\s*=\s*[\"']?((?:https?://|mailto:)[^\"'\s]{1,500})", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\v\xa0]+")
_BREAK = "\n"


def plain(page: str) -> str:
    """What somebody would read, with the address behind each link beside it: what it says can be another."""
    first, *others = page.split("<!--")
    seen = first + "".join(one.partition("-->")[2] for one in others)
    found, unseen, leads, end = list[str](), "", "", 0
    for mark in _MARK.finditer(seen):
        if not unseen:
            found.append(_words(seen[end : mark.start()]))
        end = mark.end()
        tag, is_end = (mark["tag"] or "").lower(), bool(mark["ends"])
        if unseen:
            unseen = "" if is_end and tag == unseen else unseen
        elif tag in _UNSEEN:
            unseen = "" if is_end or mark["more"].endswith("/") else tag
        elif tag == "a":
            found += [f" <{leads}>"] if is_end and leads else []
            leads = "" if is_end else _address(mark["more"])
        else:
            found += [_BREAK] if tag in _ALONE else [" "] if tag == "td" else []
    found += [] if unseen else [_words(seen[end:])]
    lines = [" ".join(line.split()) for line in "".join(found).split(_BREAK)]
    return _BREAK.join(
        line for line, before in zip(lines, ["", *lines], strict=False) if line or before
    ).strip()


def _words(text: str) -> str:
    """Text between marks; a new line in it is a space."""
    return unescape(_SPACE.sub(" ", text))


def _address(said: str) -> str:
    found = _LEADS.search(said)
    return unescape(found[1]) if found else ""
