"""Reading a claims file strictly: everything that is wrong at once, each with its file and line."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from openkader.base.document import Entry, read_bytes, read_file
from openkader.base.errors import Invalid, NotFound, Problem
from openkader.base.reading import Fields, Reader
from openkader.evaluation.claims.asserting import ASSERTIONS, Asserting, year_of
from openkader.evaluation.claims.model import ClaimsFile, FiledClaim, Part, SameNumber, States, Way
from openkader.kader.facts import Fact
from openkader.kader.model import Figure, Kader
from openkader.kader.reading import Vocabulary
from openkader.kader.sections import CASE, read_figure

FOLDER = "claims"  # of an organisation's pack: a file for each year
MAX_BYTES = 16 * 1024 * 1024
MOST_CLAIMS, MOST_FIGURES = 300, 100  # of a file that is handed in
MOST_HANDED_IN = 500_000  # bytes of it
_HEADER = ("organisation", "title", "year", "kader")
_REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_URL = re.compile(r"https?://\S+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

KaderOf = Callable[[str], Kader]


def load_claims(path: Path, kader_of: KaderOf) -> ClaimsFile:
    """The claims in `path`, or `Invalid` with all that is wrong; `kader_of` finds the kader that they are read by."""
    _check_size(path)
    reader = Reader()
    return _claims_file(reader, read_file(path, problems=reader.problems), kader_of)


def claims_in(content: bytes, name: str, kader_of: KaderOf) -> ClaimsFile:
    """The same of what somebody handed in as `name`; of that there are no more claims and figures than fit a page."""
    reader = Reader()
    return _few_enough(reader, read_bytes(content, name, reader.problems), name, kader_of)


def claims_sent(document: Entry, kader_of: KaderOf) -> ClaimsFile:
    """The same of values that a program sent, each with the place where it stands there."""
    return _few_enough(Reader(), document, document.where, kader_of)


def _few_enough(reader: Reader, document: Entry, name: str, kader_of: KaderOf) -> ClaimsFile:
    found = _claims_file(reader, document, kader_of)
    for code, rows, most in (
        ("claims.too-many", found.claims, MOST_CLAIMS),
        ("claims.too-many-figures", found.figures, MOST_FIGURES),
    ):
        if len(rows) > most:
            reader.report(code, name, count=str(len(rows)), most=str(most))
    reader.finish()
    return found


def _claims_file(reader: Reader, document: Entry, kader_of: KaderOf) -> ClaimsFile:
    _check_letters(reader, document)
    fields = reader.mapping(document, ("evaluation", "claims"), ("parts", "figures"))
    header = reader.mapping(
        fields.entry("evaluation") or Entry({}, fields.place("evaluation")),
        _HEADER if fields.entry("evaluation") else (),
        ("source", "fictional", "note"),
    )
    kader = _kader(header, kader_of)
    if kader is None:  # what leans on it would all seem wrong
        reader.finish()
    assert kader is not None  # noqa: S101 - a header without one is a problem, which has been raised
    found = _read(fields, header, kader)
    reader.finish()
    return found


def _check_size(path: Path) -> None:
    """Before a byte is read; a device or a pipe has no end."""
    if path.exists() and not path.is_file():
        raise Invalid([Problem("claims.not-a-file", path.name)])
    if path.exists() and path.stat().st_size > MAX_BYTES:
        raise Invalid([Problem("document.too-large", path.name, {"limit": f"{MAX_BYTES >> 20} MB"})])


def _check_letters(reader: Reader, document: Entry) -> None:
    """A letter that steers a screen or a printer is no part of any sentence."""
    stack = [document]
    while stack:
        entry = stack.pop()
        if isinstance(entry.value, str) and _CONTROL.search(entry.value):
            reader.report("claims.control-letter", entry.where)
        elif isinstance(entry.value, list):
            stack += entry.value
        elif isinstance(entry.value, dict):
            stack += entry.value.values()


def _kader(header: Fields, kader_of: KaderOf) -> Kader | None:
    """The kader that the header names; an unknown one is a problem of the file."""
    if header.entry("kader") is None:
        return None
    name = header.words("kader")
    try:
        return kader_of(name)
    except NotFound:
        header.reader.report("claims.unknown-kader", header.place("kader"), kader=name)
        return None


def _read(fields: Fields, header: Fields, kader: Kader) -> ClaimsFile:
    reader = fields.reader
    figures = _figures(reader, fields, kader)
    kader = replace(kader, figures=(*kader.figures, *figures))
    parts = tuple(_part(reader, entry) for entry in fields.items("parts"))
    claims = _Claims(Asserting(reader, kader), frozenset(part.name for part in parts))
    entries = fields.items("claims")
    if fields.entry("claims") is not None and not entries:
        reader.report("claims.none", fields.place("claims"))
    read = tuple(claims.read(entry) for entry in entries)
    _check_same_numbers(reader, read, claims.places)
    return ClaimsFile(
        organisation=header.text("organisation"),
        title=header.text("title"),
        year=year_of(header, "year"),
        kader=kader,
        source=_source(header),
        fictional=header.truth("fictional") is True,
        note=header.text_or_none("note"),
        parts=parts,
        figures=figures,
        claims=read,
    )


def _figures(reader: Reader, fields: Fields, kader: Kader) -> tuple[Figure, ...]:
    """The figures of the file itself, as strict as those of a kader; none takes the name of another."""
    vocabularies = {CASE: _words_of(kader.facts, kader)}
    vocabularies |= {name: _words_of(facts, kader) for name, facts in kader.records.items()}
    known = {figure.id for figure in kader.figures}
    found = []
    for entry in fields.items("figures"):
        figure = read_figure(reader, entry, vocabularies)
        if figure.id in known:
            reader.report("kader.duplicate-id", entry.where, id=figure.id)
        known.add(figure.id)
        found.append(figure)
    return tuple(found)


def _words_of(facts: Mapping[str, Fact], kader: Kader) -> Vocabulary:
    return Vocabulary(facts, kader.lists)


def _part(reader: Reader, entry: Entry) -> Part:
    fields = reader.mapping(entry, ("name", "title"))
    return Part(name=fields.words("name"), title=fields.words("title"))


def _source(header: Fields) -> str | None:
    """Where the document can be read; shown as a link, and so a web address or nothing."""
    address = header.words_or_none("source")
    if address is not None and not _URL.fullmatch(address):
        header.reader.report("claims.not-an-address", header.place("source"), value=address)
    return address


@dataclass(slots=True)
class _Claims:
    """Reads the claims one by one, and keeps where each of them stands."""

    asserting: Asserting
    parts: Collection[str]
    places: dict[str, str] = field(default_factory=dict)

    def read(self, entry: Entry) -> FiledClaim:
        """One sentence with what it asserts."""
        reader = self.asserting.reader
        fields = reader.mapping(entry, ("reference", "sentence"), ("chapter", "remark", *ASSERTIONS))
        reference, chapter = fields.words("reference"), fields.words_or_none("chapter")
        if reference and not _REFERENCE.fullmatch(reference):
            reader.report("register.not-a-reference", fields.place("reference"), value=reference)
        if reference in self.places:
            reader.report("kader.duplicate-id", fields.place("reference"), id=reference)
        if chapter is not None and self.parts and chapter not in self.parts:
            reader.report("claims.unknown-part", fields.place("chapter"), part=chapter)
        self.places[reference] = entry.where
        return FiledClaim(
            reference=reference,
            sentence=fields.words("sentence"),
            chapter=chapter,
            asserts=self.asserting.read(fields),
            remark=fields.text_or_none("remark"),
        )


def _check_same_numbers(reader: Reader, claims: Collection[FiledClaim], places: Mapping[str, str]) -> None:
    """One number is given by sentences that each state one; the others may stand further on in the file."""
    by_name = {claim.reference: claim for claim in claims}
    for claim, other in _pairs(claims):
        found, where = by_name.get(other), places[claim.reference]
        if found is None:
            reader.report("claims.unknown-claim", where, claim=other)
        elif not (isinstance(found.asserts, States) and found.asserts.way is Way.IS):
            reader.report("claims.states-no-number", where, claim=other)


def _pairs(claims: Collection[FiledClaim]) -> Iterator[tuple[FiledClaim, str]]:
    for claim in claims:
        if isinstance(claim.asserts, SameNumber):
            yield from ((claim, other) for other in claim.asserts.claims)
