"""A row as it stands in the copy."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, Field, JSONField, Model, TextField

from openkader.casework.documents import DocumentForm
from openkader.register.anonymising import columns
from openkader.register.anonymising.pseudonyms import Pseudonyms
from openkader.register.models import PartyIdentifier

# Countries, days, numbers, releases, steps of the database, and kaders: none of them names anybody.
_PLAIN = re.compile(
    r"[A-Z]{2}|\d{4}(-\d\d){0,2}|-?\d{1,6}([.]\d{1,4})*|\d{4}_[a-z_]+|[a-z0-9-]+/\d{4}-\d\d-\d\d", re.ASCII
)
_MARK = re.compile(r"[0-9a-f]{64}")
_OLDEST, _YEARS = 1940, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIns:
    """What stands instead: `words` are those of the kaders, `accounts` and `references` those of this register."""

    pseudonyms: Pseudonyms
    words: Collection[str]
    accounts: Collection[str]
    references: Collection[str]
    keep_file: Callable[[str], tuple[str, int]]
    _ways: dict[type[Model], dict[str, Callable[[Any], Any]]] = field(default_factory=dict)

    def row(self, model: type[Model], values: Mapping[str, Any]) -> dict[str, Any]:
        """The values of a row by column, with what stands instead of every text."""
        ways = self._ways.get(model)
        if ways is None:
            ways = self._ways[model] = self._ways_of(model)
        told = {
            name: ways[name](value) if name in ways and value else value for name, value in values.items()
        }
        shelved = columns.shelved(model)
        return told | self._of_file(shelved, values) if shelved and values[shelved] else told

    def _of_file(self, shelved: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """The file that stands instead is a short text, of whatever sort the other was."""
        digest, size = self.keep_file(values[shelved])
        beside = {"size": size, "media_type": DocumentForm.TEXT.value}
        return {shelved: digest} | {name: said for name, said in beside.items() if values.get(name)}

    def inside(self, value: Any) -> Any:
        """The same within lists and tables; the names of their columns stay."""
        if isinstance(value, Mapping):
            return {name: self.inside(item) for name, item in value.items()}
        if isinstance(value, list):
            return [self.inside(item) for item in value]
        return self._word(value) if isinstance(value, str) else value

    def reference(self, text: str) -> str:
        """Which record is meant; an account is a record too, and so is a kader."""
        if text in self.accounts:
            return self.pseudonyms.account(text)
        return text if text in self.words or "/" in text else self.pseudonyms.reference(text)

    def _word(self, text: str) -> str:
        if text in self.accounts:
            return self.pseudonyms.account(text)
        if text in self.references:
            return self.pseudonyms.reference(text)
        if text in self.words or _PLAIN.fullmatch(text) or not text:
            return text
        return self.pseudonyms.digest(text) if _MARK.fullmatch(text) else self.pseudonyms.text(text)

    def _ways_of(self, model: type[Model]) -> dict[str, Callable[[Any], Any]]:
        found = {}
        for one in model._meta.concrete_fields:
            if isinstance(one, (CharField, TextField, JSONField)) and (way := self._way(model, one)):
                found[one.attname] = way
        return found

    def _way(self, model: type[Model], one: Field) -> Callable[[Any], Any] | None:
        """What is done with a column; nothing where it stays."""
        if isinstance(one, JSONField):
            return self._names if one.name in columns.NAMES else self.inside
        if columns.is_kept(model, one):
            return None
        if one.name == columns.shelved(model):
            return None
        return _cut(self._of_text(model, one), one)

    def _of_text(self, model: type[Model], one: Field) -> Callable[[str], str]:
        made_up, name = self.pseudonyms, one.name
        if columns.is_file_name(model, one):
            return lambda text: f"bestand-{made_up.number(text)}.txt"
        if name in columns.NUMBERS and (name != "value" or model is PartyIdentifier):
            return made_up.number
        for names, way in (
            (columns.ACCOUNTS, made_up.account),
            (columns.NAMES, made_up.name),
            (columns.ADDRESSES, made_up.address),
            (columns.REFERENCES, self.reference),
            (columns.PAGES, made_up.page),
            ({columns.BIRTH}, self._year),
        ):
            if name in names:
                return way
        if columns.is_mark(one):
            return made_up.digest
        return lambda text: self._prose(text, english=name.endswith("_en"))

    def _prose(self, text: str, *, english: bool) -> str:
        return text if text in self.words else self.pseudonyms.text(text, english=english)

    def _names(self, value: Any) -> Any:
        return [self.pseudonyms.name(one) if isinstance(one, str) else one for one in value]

    def _year(self, text: str) -> str:
        return str(_OLDEST + int(self.pseudonyms.number(text)) % _YEARS)


def _cut(way: Callable[[str], str], one: Field) -> Callable[[str], str]:
    """No longer than the column takes."""
    return (lambda text: way(text)[: one.max_length]) if one.max_length else way
