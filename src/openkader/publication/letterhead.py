"""The letterhead of an organisation: a Word document of its own, of which a letter replaces the text (ADR 16).

Its header and footer, its logo, paper, margins, fonts and styles stay as they are.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from openkader.base.errors import Invalid, OpenKaderError, Problem
from openkader.base.packed import open_packed
from openkader.casework.documents import DocumentForm, recognise
from openkader.publication.office_package import (
    PACKAGE,
    RELATIONSHIPS,
    Element,
    Package,
    UnreadableError,
    outline,
    put_in,
)

FILE = "letterhead.docx"
CORE = "docProps/core.xml"
_MOST = 20 << 20
_SAID = {"attachment.macros": "letterhead.macros", "attachment.reaches-out": "letterhead.reaches-out"}
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XMLNS = f'xmlns:w="{_W}"'
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_HEADING = (
    '<w:style {w} w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{base}'
    '<w:pPr><w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
)
_POINT = (
    '<w:style {w} w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{base}'
    '<w:pPr><w:numPr><w:numId w:val="{list}"/></w:numPr><w:spacing w:after="60"/></w:pPr></w:style>'
)
_BULLETS = (
    '<w:abstractNum {w} w:abstractNumId="{of}"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
    '<w:pPr><w:ind w:left="567" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum>'
)
_LIST = '<w:num {w} w:numId="{list}"><w:abstractNumId w:val="{of}"/></w:num>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The document around a letter, and the names that its styles have in it."""

    parts: Mapping[str, bytes]
    main: str
    core: str
    before: bytes
    after: bytes
    heading: str
    point: str


def letterhead_of(packs: Path, organisation: str) -> Letterhead | None:
    """The letterhead that lies beside the kaders of an organisation, if there is one."""
    path = packs / organisation / FILE
    return _read_once(path, path.stat().st_mtime_ns) if path.is_file() else None


@lru_cache(maxsize=4)
def _read_once(path: Path, written_at: int) -> Letterhead:
    """Read once; a file that was written again is read again."""
    return read_letterhead(path.read_bytes())


def read_letterhead(content: bytes) -> Letterhead:
    """The letterhead in a document; `Invalid` says why it is none."""
    _refuse_programs(content)
    with open_packed(io.BytesIO(content), FILE, _MOST) as archive:
        package = Package({name: archive.read(name) for name in archive.namelist() if not name.endswith("/")})
    try:
        if package.reaches_out():
            raise _wrong("letterhead.reaches-out")
        return _taken_apart(package)
    except UnreadableError:
        raise _wrong("letterhead.not-word") from None


def _refuse_programs(content: bytes) -> None:
    """A letterhead is looked at as any document that somebody sends: what it carries goes along with each letter."""
    try:
        form = recognise(content, FILE)
    except Invalid as error:
        raise _wrong(_SAID.get(error.problems[0].code, "letterhead.not-word")) from None
    if form is not DocumentForm.DOCX:
        raise _wrong("letterhead.not-word")


def _wrong(code: str) -> OpenKaderError:
    return Invalid([Problem(code, FILE)])


def _taken_apart(package: Package) -> Letterhead:
    main = package.related("", f"{RELATIONSHIPS}/officeDocument")
    styles = package.related(main, f"{RELATIONSHIPS}/styles") if main else None
    if main is None or styles is None:
        raise UnreadableError
    core_kind = f"{PACKAGE}/relationships/metadata/core-properties"
    core = package.related("", core_kind)
    if core is None:
        core = CORE
        package.add("", core_kind, core, _CORE_TYPE)
    before, after = _around(package.parts.pop(main))
    heading, point = _styles(package, main, styles)
    kept = {name: part for name, part in package.parts.items() if name != core}
    return Letterhead(
        parts=kept, main=main, core=core, before=before, after=after, heading=heading, point=point
    )


def _around(document: bytes) -> tuple[bytes, bytes]:
    """The document up to its text, and what follows: the paper, with the header and footer that go on it."""
    root = outline(document)
    body = next((one for one in root.within if one.name == f"{_W} body"), None)
    if body is None or _XMLNS.encode() not in document[: body.start]:
        raise UnreadableError
    before = document[: document.index(b">", body.start) + 1]
    if before.endswith(b"/>"):  # closed at once: there is no text to replace
        raise UnreadableError
    last = body.within[-1] if body.within else None
    return before, document[last.start if last and last.name == f"{_W} sectPr" else body.stop :]


def _styles(package: Package, main: str, styles: str) -> tuple[str, str]:
    """The styles of a heading and of a point of a list: those of the organisation, else ours."""
    known = [one for one in outline(package.parts[styles]).within if one.name == f"{_W} style"]
    named = {_value(one, "name").lower(): one for one in known}
    usual = next((one for one in known if _is_usual(one)), named.get("normal"))
    base = _attribute(usual, "styleId") if usual else ""
    said = {"w": _XMLNS, "base": f'<w:basedOn w:val="{base}"/>' if base.isalnum() else ""}
    heading, point = named.get("heading 1"), named.get("list bullet")
    if heading is None:
        package.append(styles, _HEADING.format(id="LetterHeading", name="heading 1", **said))
    if point is None or not any(one.name == f"{_W} numPr" for one in point.all_within()):
        name = "List Bullet" if point is None else "Letter Bullet"
        number = _list(package, main)
        package.append(styles, _POINT.format(id="LetterBullet", name=name, list=number, **said))
        point = None
    return (
        _attribute(heading, "styleId") if heading else "LetterHeading",
        _attribute(point, "styleId") if point else "LetterBullet",
    )


def _is_usual(style: Element) -> bool:
    """The style of a paragraph of which nothing is said."""
    return _attribute(style, "default") in ("1", "true") and _attribute(style, "type") == "paragraph"


def _list(package: Package, main: str) -> int:
    """A list with bullets, beside those that the document has; its number."""
    kind, name = f"{RELATIONSHIPS}/numbering", package.related(main, f"{RELATIONSHIPS}/numbering")
    if name is None:
        name = "word/letter-numbering.xml"
        package.parts[name] = f"<w:numbering {_XMLNS}></w:numbering>".encode()
        package.add(main, kind, name, f"{_PART}.numbering+xml")
    root = outline(package.parts[name])
    of, number = (_free(root, attribute) for attribute in ("abstractNumId", "numId"))
    lists = [one.start for one in root.within if one.name in (f"{_W} num", f"{_W} numIdMacAtCleanup")]
    ends = [one.start for one in root.within if one.name == f"{_W} numIdMacAtCleanup"]
    words = {"w": _XMLNS, "of": of, "list": number}
    first, last = min(lists, default=root.stop), min(ends, default=root.stop)
    # The order is theirs: first what lists look like, then the lists.
    more = {last: _LIST.format(**words)}
    more[first] = _BULLETS.format(**words) + more.get(first, "")
    package.parts[name] = put_in(package.parts[name], more)
    return number


def _free(root: Element, attribute: str) -> int:
    numbers = [_attribute(one, attribute) for one in root.within]
    return max((int(number) for number in numbers if number.isdecimal()), default=0) + 1


def _value(style: Element, name: str) -> str:
    return next((_attribute(one, "val") for one in style.within if one.name == f"{_W} {name}"), "")


def _attribute(element: Element, name: str) -> str:
    return element.attributes.get(f"{_W} {name}", "")
