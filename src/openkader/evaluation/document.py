"""The evaluation of a year as a document: one source of what stands on the page, in Word and in the PDF.

Plain values in one language. How they look is for whoever writes them out.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words of a sentence."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A figure of the register in a sentence.

    `text` is how it reads ("18 tot 37"); `path` is the page that leads to its rows; `note` says what is to be known
    beside it, such as that it is a range, or that it changed after the sentence was written.
    """

    figure: str
    text: str
    path: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What a sentence asks for and nobody can give: a figure that does not exist, or no register of that year."""

    text: str
    note: str


Run = Words | Number | Gap


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a chapter, one below that of the chapter itself."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """The points of a list."""

    items: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence of the house and not of the writer: that a text is missing, that all is fictional."""

    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name; `share` is how wide it is beside the others."""

    label: str
    share: int = 1
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a row; `path` is the page to which it leads."""

    text: str
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under the names of their columns; without rows `empty` says why. The first cell of a row is its name."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str | None = None
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart as SVG, what it says to who cannot see it, and the table beside it."""

    id: str
    title: str
    description: str
    svg: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of somebody, as far as they agreed to be quoted; `language` is theirs where it is another one."""

    text: str
    said_by: str
    path: str | None = None
    language: str | None = None


Block = Heading | Paragraph | Points | Notice | Table | Picture | Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter with its blocks and the chapters in it."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    chapters: tuple["Chapter", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that goes along inside the document."""

    name: str
    media_type: str
    description: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The whole evaluation of one year in one language.

    `notices` come before everything: that the kader was reconstructed, that the data are fictional, that it is a
    draft. `about` are the lines of the title page (kader, version, day, hash).
    """

    language: str
    organisation: str
    title: str
    notices: tuple[str, ...]
    about: tuple[tuple[str, str], ...]
    chapters: tuple[Chapter, ...]
    attachments: tuple[Attachment, ...] = field(default=())
