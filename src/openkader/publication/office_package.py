"""The parts of an Office document: where the elements of one begin, and how one leads to another.

A part is changed in place, by its bytes, and never written anew: Word takes a document for damaged when the
names that it declares for its own extensions are gone, as a reader and writer of XML would have it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import basename, dirname, join, normpath
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType
from xml.sax.saxutils import quoteattr

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "[Content_Types].xml"
_DEEPEST = 4


class UnreadableError(ValueError):
    """A part that is no XML as Word writes it."""


@dataclass(slots=True)
class Element:
    """An element: its name with its namespace, how deep it stands, and at which bytes its tags begin."""

    name: str
    depth: int
    start: int
    attributes: Mapping[str, str]
    stop: int = 0
    within: list["Element"] = field(default_factory=list)

    def all_within(self) -> Iterator["Element"]:
        """Each element in it, however deep it was looked into."""
        for one in self.within:
            yield one
            yield from one.all_within()


def outline(content: bytes) -> Element:
    """The outermost element of a part, with what is in it down to the fourth level."""
    if not content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        raise UnreadableError
    top = Element("", -1, 0, {})
    try:
        _parser(top).Parse(content, True)
    except ExpatError as error:
        raise UnreadableError from error
    return top.within[0]


def _parser(top: Element) -> XMLParserType:
    """Notes each element under `top`; what could hide something, or is not in UTF-8 as what we put in, is not read."""
    parser, above = ParserCreate(namespace_separator=" "), [top]

    def begins(name: str, attributes: dict[str, str]) -> None:
        element = Element(name, len(above) - 1, parser.CurrentByteIndex, attributes)
        if len(above) <= _DEEPEST:
            above[-1].within.append(element)
        above.append(element)

    def ends(_name: str) -> None:
        above.pop().stop = parser.CurrentByteIndex

    def encoded(_version: str, encoding: str | None, _alone: int) -> None:
        if encoding is not None and encoding.upper() != "UTF-8":
            raise UnreadableError

    def declared(*_doctype: object) -> None:
        raise UnreadableError

    parser.StartElementHandler, parser.EndElementHandler = begins, ends
    parser.XmlDeclHandler, parser.StartDoctypeDeclHandler = encoded, declared
    return parser


def put_in(content: bytes, more: Mapping[int, str]) -> bytes:
    """A part with a text at each of some places."""
    for place in sorted(more, reverse=True):
        content = content[:place] + more[place].encode() + content[place:]
    return content


@dataclass(slots=True)
class Package:
    """A document taken apart, by the names of its parts; the part without a name is the document itself."""

    parts: dict[str, bytes]

    def related(self, source: str, kind: str) -> str | None:
        """The part to which another one leads, if there is one."""
        for one in self.relations(_relations_of(source)):
            if one.get("Type") == kind and one.get("TargetMode") != "External":
                target = one.get("Target", "")
                found = (
                    target.lstrip("/") if target.startswith("/") else normpath(join(dirname(source), target))
                )
                return found if found in self.parts else None
        return None

    def relations(self, name: str) -> list[Mapping[str, str]]:
        """What stands in a part that says where others lie."""
        return [one.attributes for one in outline(self.parts[name]).within] if name in self.parts else []

    def reaches_out(self) -> bool:
        """Whether anything is fetched from elsewhere when the document is opened; a link is not."""
        relations = (one for name in self.parts if name.endswith(".rels") for one in self.relations(name))
        return any(
            one.get("TargetMode") == "External" and not one.get("Type", "").endswith("/hyperlink")
            for one in relations
        )

    def add(self, source: str, kind: str, name: str, content_type: str) -> None:
        """Make known a part that was not there: what it is, and whence it is reached."""
        place, where = _relations_of(source), f"/{name}"
        if place not in self.parts:
            self.parts[place] = f'<Relationships xmlns="{PACKAGE}/relationships"></Relationships>'.encode()
        taken = {one.get("Id") for one in self.relations(place)}
        free = next(f"letter{number}" for number in range(len(taken) + 1) if f"letter{number}" not in taken)
        relation = (
            f'<Relationship xmlns="{PACKAGE}/relationships" Id="{free}" Type={quoteattr(kind)} '
            f"Target={quoteattr(where)}/>"
        )
        self.append(place, relation)
        self.append(
            TYPES,
            f'<Override xmlns="{PACKAGE}/content-types" PartName={quoteattr(where)} '
            f"ContentType={quoteattr(content_type)}/>",
        )

    def append(self, name: str, more: str) -> None:
        """Put something at the end of a part."""
        self.parts[name] = put_in(self.parts[name], {outline(self.parts[name]).stop: more})
        outline(self.parts[name])  # one that was closed at once has no end to put it at


def _relations_of(source: str) -> str:
    return join(dirname(source), "_rels", f"{basename(source)}.rels")
