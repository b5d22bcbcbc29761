"""What a list itself says of one of its entities: since when, on what ground, and where to read it."""

import re
from collections.abc import Iterator, Mapping

from openkader.base.text import Text
from openkader.screening.entities import NameKind
from openkader.screening.evidence import Hit, ListUsed, Screening
from openkader.screening.explaining.topics import said_topic
from openkader.screening.explaining.values import (
    filled,
    said_date,
    said_number,
    same,
    several,
    shown,
)

MOST_WORDS_OF_A_NOTE = 600
MOST_NOTES = 8
_DAY = 10
_LIST = Text(
    nl="Lijst {list}, momentopname {snapshot}, gelezen op {date}, {size}.",
    en="List {list}, snapshot {snapshot}, read on {date}, {size}.",
)
_UNREAD = Text(
    nl="Lijst {list}, momentopname {snapshot}, datum onbekend, {size}.",
    en="List {list}, snapshot {snapshot}, date unknown, {size}.",
)
_ONLY_NAME = Text(nl="Lijst {list}.", en="List {list}.")
_SIZE = Text(nl="{number} vermeldingen", en="{number} entries")
_NO_SIZE = Text(nl="omvang onbekend", en="size unknown")
_ENTRY = Text(nl="Vermelding: {caption} ({number}).", en="Entry: {caption} ({number}).")
_NOTE = Text(nl="De lijst zegt: ‘{value}’", en="The list says: ‘{value}’")
_MORE_NOTES = Text(nl="De lijst zegt nog {number} dingen meer.", en="The list says {number} more things.")
# Printable ASCII only, and no quotes or brackets: an address that can be linked to without a second look.
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/?#][!#-&(-;=?-~]*)?")
_LONGEST_ADDRESS = 2000

# Property, its sentence, and how a value of it is said.
_NAMES: Mapping[str, Text] = {
    NameKind.ALIAS: Text(nl="Andere namen: {values}.", en="Other names: {values}."),
    NameKind.WEAK_ALIAS: Text(
        nl="Zwakke aliassen, volgens de lijst zelf: {values}.",
        en="Weak aliases, by the list itself: {values}.",
    ),
    NameKind.PREVIOUS_NAME: Text(nl="Vroegere namen: {values}.", en="Former names: {values}."),
}
_GROUNDS: Mapping[str, Text] = {
    "program": Text(nl="Juridische grondslag: {values}.", en="Legal ground: {values}."),
    "programId": Text(nl="Programma: {values}.", en="Programme: {values}."),
}
_TOPICS = Text(nl="Waarom: {values}.", en="Why: {values}.")
_DATES: Mapping[str, Text] = {
    "listingDate": Text(nl="Op de lijst sinds {values}.", en="On the list since {values}."),
    "createdAt": Text(nl="Op de lijst sinds {values}.", en="On the list since {values}."),
    "modifiedAt": Text(nl="Gewijzigd op {values}.", en="Changed on {values}."),
}
_ALSO = Text(nl="Staat ook op: {values}.", en="Is also on: {values}.")


def say_list(used: ListUsed) -> Text:
    """A list as it was when names were compared with it."""
    size = filled(_SIZE, number=said_number(used.entities)) if used.entities > 0 else _NO_SIZE
    words: dict[str, str | Text] = {"list": shown(used.id), "snapshot": shown(used.snapshot), "size": size}
    if not used.read_at:
        return filled(_UNREAD, **words)
    return filled(_LIST, date=said_date(used.read_at[:_DAY]), **words)


def say_listing(hit: Hit, screening: Screening) -> tuple[Text, ...]:
    """What the list says of the entity: names, ground, reason and dates."""
    used = next((one for one in screening.lists if one.id == hit.list), None)
    head = say_list(used) if used else filled(_ONLY_NAME, list=shown(hit.list))
    entry = filled(_ENTRY, caption=shown(hit.caption), number=shown(hit.entity))
    return (head, entry, *_properties(hit.properties), *_notes(hit.properties))


def _properties(properties: Mapping[str, tuple[str, ...]]) -> Iterator[Text]:
    for name, sentence in (*_NAMES.items(), *_GROUNDS.items()):
        if values := properties.get(name):
            yield filled(sentence, values=several(same(shown(value)) for value in values))
    if values := properties.get("topics"):
        yield filled(_TOPICS, values=several(map(said_topic, values)))
    for name, sentence in _DATES.items():
        if values := properties.get(name):
            yield filled(sentence, values=several(said_date(value[:_DAY]) for value in values))
    if values := properties.get("datasets", ())[1:]:
        yield filled(_ALSO, values=several(same(shown(value)) for value in values))


def _notes(properties: Mapping[str, tuple[str, ...]]) -> Iterator[Text]:
    """The reason and the remarks, in the words of the list."""
    notes = [note for name in ("reason", "notes", "summary") for note in properties.get(name, ())]
    for note in notes[:MOST_NOTES]:
        yield filled(_NOTE, value=shown(note, MOST_WORDS_OF_A_NOTE))
    if len(notes) > MOST_NOTES:
        yield filled(_MORE_NOTES, number=str(len(notes) - MOST_NOTES))


def sources_of(hit: Hit) -> tuple[str, ...]:
    """The addresses where the list can be read; only of the web, so that a page may link to them."""
    return tuple(filter(_is_of_the_web, hit.properties.get("sourceUrl", ())))


def _is_of_the_web(address: str) -> bool:
    return len(address) <= _LONGEST_ADDRESS and bool(_ADDRESS.fullmatch(address))
