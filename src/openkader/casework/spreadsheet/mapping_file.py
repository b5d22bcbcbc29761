"""What a person says about the columns of a sheet, as a file beside the command."""

from collections.abc import Collection, Iterator

from openkader.base.document import read_bytes
from openkader.base.reading import Fields, Reader
from openkader.casework.delegation.cells import Grid
from openkader.casework.spreadsheet.fields import Field, folded_heading
from openkader.casework.spreadsheet.layout import Mapping, lay_out
from openkader.casework.spreadsheet.words import Outcome
from openkader.casework.vocabulary import Kind

# The words of these can be said; those of a country, a relation and a form are looked at with the rows.
_WORDED: dict[Field, Collection[str] | None] = {
    Field.KIND: list(Kind),
    Field.COUNTRY: None,
    Field.PROGRAMME: None,
    Field.OUTCOME: list(Outcome),
    Field.AGREEMENT_FORM: None,
}


def read_mapping(content: bytes, name: str, grid: Grid) -> Mapping:
    """The mapping for a sheet; `Invalid` names every line of the file that fits no column, field or word."""
    reader = Reader()
    fields = reader.mapping(read_bytes(content, name), (), ("columns", "words", "all_held"))
    mapping = Mapping(
        fields=dict(_columns(reader, fields, grid)),
        words=dict(_words(reader, fields)),
        all_held=fields.truth("all_held") or False,
    )
    reader.finish()
    return mapping


def _columns(reader: Reader, fields: Fields, grid: Grid) -> Iterator[tuple[int, Field]]:
    """Each column by its heading or its letter, with what it holds."""
    places: dict[str, int] = {}
    for column in lay_out(grid, Mapping()).columns:
        places.setdefault(column.letter, column.position)
        places.setdefault(folded_heading(column.heading), column.position)
    for key, item in reader.pairs(fields.entry("columns")):
        place, word = places.get(key, places.get(folded_heading(key))), str(item.value)
        if place is None:
            reader.report("spreadsheet.no-such-column", item.where, name=key)
        if word not in list(Field):
            reader.report("spreadsheet.no-such-field", item.where, name=word, known=", ".join(Field))
        elif place is not None:
            yield place, Field(word)


def _words(reader: Reader, fields: Fields) -> Iterator[tuple[Field, dict[str, str]]]:
    """What a word in a column means."""
    whole = fields.entry("words")
    if whole is None:
        return
    said = reader.mapping(whole, (), list(_WORDED))
    for field, codes in _WORDED.items():
        found: dict[str, str] = {}
        for word, item in reader.pairs(said.entry(field)):
            code = found[word] = reader.value(item, str, "")
            if codes is not None and code not in codes:
                known = ", ".join(codes)
                reader.report("spreadsheet.no-such-word", item.where, name=code, known=known)
        if found:
            yield field, found
