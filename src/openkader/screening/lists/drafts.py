"""An entity in the making: value after value, each with the field of the list that gives it."""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator

from openkader.base.errors import Problem
from openkader.screening.entities import NameKind
from openkader.screening.lists.countries import country_code
from openkader.screening.lists.dates import birth_dates, is_rough
from openkader.screening.lists.forms import formed
from openkader.screening.lists.listed import Listed, Origin, entity_of, number_of

MOST_PROBLEMS = 200
_PARTIES = frozenset({"Person", "Organization", "Company", "LegalEntity", "PublicBody"})
# What FollowTheMoney knows of persons only, and what a list then says of another kind of entity.
_OF_PERSONS = {
    "nationality": "country",
    "citizenship": "country",
    "passportNumber": "idNumber",
    "birthDate": "notes",
    "birthPlace": "notes",
    "gender": "notes",
    "position": "notes",
    "title": "notes",
}
# What only somebody with rights and duties has: a ship has neither a tax number nor a telephone.
_OF_PARTIES = frozenset(
    {"idNumber", "taxNumber", "vatCode", "dunsCode", "swiftBic", "uscCode", "leiCode"}
    | {"email", "phone", "website", "innCode", "ogrnCode", "incorporationDate"}
)
_OF_THINGS = {
    "imoNumber": frozenset({"Vessel", "Organization", "Company"}),
    "mmsi": frozenset({"Vessel"}),
    "callSign": frozenset({"Vessel"}),
    "flag": frozenset({"Vessel"}),
    "pastFlags": frozenset({"Vessel"}),
    "tonnage": frozenset({"Vessel"}),
    "type": frozenset({"Vessel", "Airplane"}),
    "model": frozenset({"Vessel", "Airplane"}),
    "buildDate": frozenset({"Vessel", "Airplane"}),
    "serialNumber": frozenset({"Airplane"}),
    "registrationNumber": _PARTIES | {"Vessel", "Airplane"},
}
_GENDERS = {"m": "male", "male": "male", "f": "female", "female": "female"}
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


def clean(text: str | None) -> str:
    """A value in one line without control characters; else it stays as the list writes it."""
    return " ".join(unicodedata.normalize("NFC", _UNSEEN.sub(" ", text or "")).split())


class Draft:
    """One record of a list on its way to become an entity; a value is kept once."""

    __slots__ = ("record", "schema", "values", "where")

    def __init__(self, schema: str, record: str, where: str) -> None:
        self.schema = schema
        self.record = clean(record)
        self.where = where
        self.values: dict[str, dict[str, str]] = {}

    def add(self, name: str, value: str | None, field: str) -> None:
        """Note a value of a property; what the schema has no place for becomes a note."""
        words = clean(value)
        if not words:
            return
        meant = self._place(str(name))
        name, words = formed(meant, words)
        if name != meant and name == "notes":
            words = f"{field}: {words}"
        if name == "notes" and len(words) < 3:
            return
        self.values.setdefault(name, {}).setdefault(words, field)

    def add_all(self, name: str, values: Iterable[str | None], field: str) -> None:
        """Note several values of one property and one field."""
        for value in values:
            self.add(name, value, field)

    def add_name(self, value: str | None, kind: NameKind, field: str) -> None:
        """Note a name; the first good one is the name, and what is a name already is no alias."""
        words = clean(value).strip('"“” ')
        if words[:1] == words[-1:] == "'":
            words = words.strip("' ")
        if kind is NameKind.NAME and NameKind.NAME in self.values:
            kind = NameKind.ALIAS
        if not any(words in self.values.get(other, ()) for other in NameKind):
            self.add(kind, words, field)

    def add_country(self, name: str, value: str | None, field: str) -> None:
        """Note a country by its code; one that is not recognised stays as a note, never as a guess."""
        code = country_code(clean(value))
        if code:
            self.add(name, code, field)
        else:
            self.note(value, field)

    def add_birth(self, value: str | None, field: str) -> None:
        """Note a birth date in any form that lists use; what is no date, or a rough one, stays as a note."""
        found = birth_dates(clean(value))
        self.add_all("birthDate", found, field)
        if not found or is_rough(clean(value)):
            self.note(value, field)

    def add_gender(self, value: str | None, field: str) -> None:
        """Note the gender, where the list gives one that it can mean only one thing."""
        self.add("gender", _GENDERS.get(clean(value).lower().rstrip(".")), field)

    def note(self, value: str | None, field: str) -> None:
        """Keep what has no property of its own, under the name that the list gives it."""
        words = clean(value)
        if words:
            self.add("notes", f"{field}: {words}", field)

    @property
    def is_named(self) -> bool:
        """Whether there is any name to compare with."""
        return any(self.values.get(kind) for kind in NameKind)

    def _place(self, name: str) -> str:
        if self.schema != "Person" and name in _OF_PERSONS:
            name = _OF_PERSONS[name]
        allowed = _OF_THINGS.get(name, _PARTIES if name in _OF_PARTIES else None)
        return name if allowed is None or self.schema in allowed else "notes"

    def finish(self, dataset: str) -> Listed:
        """The entity, under the number that the list gives it."""
        self._name_if_only_aliases()
        fields = {name: _fields(found) for name, found in self.values.items()}
        return Listed(
            entity=entity_of(
                number_of(f"{dataset}-{self.record}"),
                self.schema,
                dataset,
                {n: iter(v) for n, v in self.values.items()},
            ),
            origin=Origin(record=self.record, where=self.where, fields=fields),
        )

    def _name_if_only_aliases(self) -> None:
        """Some records have no main name; the first other name then stands for it."""
        kinds = (NameKind.NAME, NameKind.ALIAS, NameKind.PREVIOUS_NAME, NameKind.WEAK_ALIAS)
        kind = next((kind for kind in kinds if self.values.get(kind)), NameKind.NAME)
        if kind is not NameKind.NAME:
            found = self.values[kind]
            first = next(iter(found))
            self.values = {NameKind.NAME.value: {first: found.pop(first)}, **self.values}
        self.values = {name: found for name, found in self.values.items() if found}


def _fields(found: dict[str, str]) -> tuple[str, ...]:
    """The field of each value; one word when they are all the same."""
    fields = tuple(sys.intern(field) for field in found.values())
    return fields[:1] if len(set(fields)) == 1 else fields


class Reading:
    """One reading of one list: under which name, and everything that was wrong with it."""

    def __init__(self, dataset: str) -> None:
        self.dataset = dataset
        self.problems: list[Problem] = []
        self.unreadable = 0
        self._seen: set[str] = set()

    def report(self, code: str, where: str, /, **detail: str) -> None:
        """Note a record that cannot be used; all are counted, the first ones are told."""
        self.unreadable += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(code, where, detail))

    def accept(self, draft: Draft) -> Iterator[Listed]:
        """The entity of a draft, unless it has no name or its number was there before."""
        if not draft.is_named:
            self.report("list.no-name", draft.where, record=draft.record or "-")
        elif not draft.record:
            self.report("list.no-number", draft.where)
        elif draft.record in self._seen:
            self.report("list.number-twice", draft.where, record=draft.record)
        else:
            self._seen.add(draft.record)
            yield draft.finish(self.dataset)
