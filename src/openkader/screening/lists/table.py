"""Any other list that is a table in CSV, read by a small mapping that a person writes.

    table:
      id: [Number]                 # the columns that name a record; without it, all of them do
      schema: {column: Kind, values: {person: Person}, otherwise: Organization}   # or one word
      properties:
        name: English name
        alias: [Chinese name, Other names]
        country: Country
      several: ";"                 # what stands between values in one cell
      fixed: {topics: sanction.counter, programId: CN-UEL}

Rows with the same id are one entity. The mapping is read as strictly as a kader.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from openkader.base.document import read_file
from openkader.base.errors import Invalid
from openkader.base.reading import Fields, Reader
from openkader.screening.entities import NameKind
from openkader.screening.lists.drafts import Draft, Reading
from openkader.screening.lists.identifiers import add_value
from openkader.screening.lists.listed import Listed
from openkader.screening.lists.rows import Row, folded, read_rows

SCHEMAS = frozenset({"Person", "Organization", "Company", "LegalEntity", "PublicBody", "Vessel", "Airplane"})
PROPERTIES = frozenset(
    {"name", "alias", "weakAlias", "previousName", "birthDate", "birthPlace", "nationality", "citizenship"}
    | {"country", "gender", "position", "title", "address", "idNumber", "passportNumber", "taxNumber"}
    | {"registrationNumber", "uscCode", "leiCode", "vatCode", "innCode", "ogrnCode", "imoNumber", "email"}
    | {"phone", "website", "programId", "program", "topics", "createdAt", "modifiedAt", "sourceUrl"}
    | {"summary", "notes", "flag", "incorporationDate"}
)
_NAMES = frozenset(NameKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """How the columns of a table become an entity."""

    id: tuple[str, ...]
    schema_column: str
    schemas: Mapping[str, str]
    otherwise: str
    properties: Mapping[str, tuple[str, ...]]
    fixed: Mapping[str, tuple[str, ...]]
    several: str
    delimiter: str

    @property
    def columns(self) -> frozenset[str]:
        """Every column that the table must have."""
        named = {column for columns in self.properties.values() for column in columns}
        return frozenset({*named, *self.id, *filter(None, [self.schema_column])})

    def schema_of(self, row: Row) -> str:
        """The kind of entity that a row is about."""
        return self.schemas.get(row.get(self.schema_column).casefold(), self.otherwise)


def read_mapping(path: Path) -> Mapped:
    """The mapping in a file, or everything that is wrong with it."""
    reader = Reader()
    document = reader.mapping(read_file(path, problems=reader.problems), ("table",))
    entry = document.entry("table")
    if entry is None:
        raise Invalid(reader.problems)
    fields = reader.mapping(entry, ("schema", "properties"), ("id", "fixed", "several", "delimiter"))
    mapped = _mapped(reader, fields)
    if "name" not in mapped.properties:
        reader.report("list.mapping-nameless", fields.place("properties"))
    reader.finish()
    return mapped


def _mapped(reader: Reader, fields: Fields) -> Mapped:
    column, schemas, otherwise = _schemas(reader, fields)
    return Mapped(
        id=fields.codes("id"),
        schema_column=column,
        schemas=schemas,
        otherwise=otherwise,
        properties=_named(reader, fields, "properties"),
        fixed=_named(reader, fields, "fixed"),
        several=fields.words_or_none("several") or "",
        delimiter=_delimiter(reader, fields),
    )


def _named(reader: Reader, fields: Fields, key: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, entry in reader.pairs(fields.entry(key)):
        if name not in PROPERTIES:
            known = ", ".join(sorted(PROPERTIES))
            reader.report("list.mapping-property", entry.where, name=name, known=known)
        entries = [entry] if isinstance(entry.value, str) else reader.items(entry)
        found[name] = tuple(reader.value(item, str, "-") for item in entries)
    return found


def _schemas(reader: Reader, fields: Fields) -> tuple[str, dict[str, str], str]:
    """The column that tells the kind, its words, and the kind of all other rows."""
    entry = fields.entry("schema")
    if entry is None or isinstance(entry.value, str):
        return "", {}, _schema(reader, fields.words("schema"), fields.place("schema"))
    inner = reader.mapping(entry, ("column", "values", "otherwise"))
    words = {
        word.casefold(): _schema(reader, reader.value(value, str, "-"), value.where)
        for word, value in reader.pairs(inner.entry("values"))
    }
    return inner.words("column"), words, _schema(reader, inner.words("otherwise"), inner.place("otherwise"))


def _schema(reader: Reader, name: str, where: str) -> str:
    if name not in SCHEMAS:
        reader.report("list.mapping-schema", where, name=name, known=", ".join(sorted(SCHEMAS)))
    return name


def _delimiter(reader: Reader, fields: Fields) -> str:
    entry = fields.entry("delimiter")
    if entry is None:
        return ","
    if not isinstance(entry.value, str) or len(entry.value) != 1 or entry.value in '\r\n"':
        reader.report("list.mapping-delimiter", entry.where)
        return ","
    return entry.value


def read_table(path: Path, mapping: Path, reading: Reading) -> Iterator[Listed]:
    """Every entity of the table, in the order of its first row."""
    mapped = read_mapping(mapping)
    drafts: dict[str, Draft] = {}
    for row in read_rows(path, mapped.columns, reading, mapped.delimiter):
        number = _number(mapped, row)
        if number not in drafts:
            drafts[number] = Draft(mapped.schema_of(row), number, row.where)
        _take(drafts[number], mapped, row)
    for draft in drafts.values():
        yield from reading.accept(draft)


def _number(mapped: Mapped, row: Row) -> str:
    """What the record is called; without a number of its own, a mark of what it says."""
    if mapped.id:
        return " ".join(filter(None, (row.get(column) for column in mapped.id)))
    said = "|".join(row.cells.get(folded(column), "") for column in sorted(mapped.columns))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16]


def _take(draft: Draft, mapped: Mapped, row: Row) -> None:
    for name, columns in mapped.properties.items():
        for column in columns:
            cell = row.get(column)
            for value in cell.split(mapped.several) if mapped.several else [cell]:
                _add(draft, name, value, column)
    for name, values in mapped.fixed.items():
        draft.add_all(name, values, "mapping")


def _add(draft: Draft, name: str, value: str, column: str) -> None:
    if name in _NAMES:
        draft.add_name(value, NameKind(name), column)
    elif name in ("notes", "summary", "programId"):
        draft.add(name, value, column)
    else:
        add_value(draft, name, value, column)
