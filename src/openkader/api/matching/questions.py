"""Who is asked about: a question in the words of yente as a party that our engine can compare."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product

from openkader.api.matching.shapes import EntityExample
from openkader.base.errors import Problem
from openkader.screening.entities import Entity, ListedName, NameKind
from openkader.screening.evidence import Compared
from openkader.screening.lists.countries import country_code
from openkader.screening.lists.dates import birth_dates
from openkader.screening.lists.drafts import clean
from openkader.screening.matching.facts import identifier
from openkader.screening.particulars import NAMES, PROPERTIES

PARTIES = ("Person", "Organization", "Company", "PublicBody", "LegalEntity")
# Of which a name is made where none is given whole, in the order of a Western name.
_PARTS = ("firstName", "secondName", "middleName", "fatherName", "lastName")
_MOST_NAMES = 20
_GENDERS = {"m": "male", "male": "male", "f": "female", "female": "female"}


@dataclass(frozen=True, slots=True)
class Question:
    """A party, what the caller calls it, and which properties that were sent are not compared, in whole or in part."""

    key: str
    said: str | None
    party: Entity
    not_compared: tuple[str, ...]

    @property
    def place(self) -> str:
        """Where the question stands in what was sent; its key is the caller's, and may be long."""
        return f"queries.{self.key[:60]}"


def _country(value: str) -> tuple[str, ...]:
    code = country_code(value)
    return (code,) if code else ()


def _number(value: str) -> tuple[str, ...]:
    return (value,) if identifier(value) else ()


def _gender(value: str) -> tuple[str, ...]:
    known = _GENDERS.get(value.casefold())
    return (known,) if known else ()


# What our engine reads of each property that it compares; nothing for a value that it cannot read.
_READERS: Mapping[Compared, Callable[[str], tuple[str, ...]]] = {
    Compared.BIRTH_DATE: birth_dates,
    Compared.COUNTRY: _country,
    Compared.IDENTIFIER: _number,
    Compared.GENDER: _gender,
}
_READS = {name: reads for what, reads in _READERS.items() for name in PROPERTIES[what]}
_READS |= dict.fromkeys(NAMES, lambda value: (value,))


def question_of(key: str, example: EntityExample) -> Question | Problem:
    """The question, or why it cannot be asked; a number or word that cannot be read is no reason, and is named."""
    if example.schema_ not in PARTIES:
        detail = {"schema": clean(example.schema_)[:60], "known": ", ".join(PARTIES)}
        return Problem("matching.no-party", f"queries.{key[:60]}", detail)
    sent = {name: tuple(_texts(values)) for name, values in example.properties.items()}
    known = {name: found for name, values in sent.items() if (found := _read(name, values))}
    unread = {name for name, values in sent.items() if not all(_read(name, (value,)) for value in values)}
    if known.keys().isdisjoint(NAMES) and (made := tuple(_put_together(sent))):
        known["name"] = made
        unread -= set(_PARTS)
    names = tuple(ListedName(value, kind) for kind in NameKind for value in known.get(kind, ()))
    if not names:
        return Problem("matching.no-name", f"queries.{key[:60]}")
    party = Entity(id=key, schema=example.schema_, dataset="", names=names, properties=known)
    return Question(key, example.id, party, tuple(sorted(name[:60] for name in unread)))


def _texts(values: object) -> Iterator[str]:
    """The values of a property that say something; null says nothing."""
    several = values if isinstance(values, list) else [values]
    return filter(None, (clean(str(value)) for value in several if value is not None))


def _read(name: str, values: tuple[str, ...]) -> tuple[str, ...]:
    """What our engine can compare of the values, each once."""
    reads = _READS.get(name)
    return tuple(dict.fromkeys(found for value in values for found in reads(value))) if reads else ()


def _put_together(sent: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Every name that its parts can make; without any part none."""
    parts = [sent[name] for name in _PARTS if sent.get(name)]
    return (" ".join(words) for words in islice(product(*parts), _MOST_NAMES)) if parts else iter(())
