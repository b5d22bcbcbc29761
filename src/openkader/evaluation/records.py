"""The records behind the figures, as the public may see them."""

from collections.abc import Mapping, Sequence

from openkader.base.text import Text
from openkader.kader.facts import Fact, FactType, Value

Record = Mapping[str, object]
FOR_COLLEAGUES = Text(
    nl="Alleen voor collega’s: hoort bij een zaak met screening",
    en="For colleagues only: belongs to a case with screening",
)


def in_public(records: Mapping[str, Sequence[Record]]) -> dict[str, Sequence[Record]]:
    """The same records; one that may rest on what screening found has a number instead of its name.

    A decision tells it by its ground, a measure by being asked for at all.
    """
    return {
        name: [
            _without_name(record, number) if record.get("apart") and not record["hidden"] else record
            for number, record in enumerate(found, 1)
        ]
        for name, found in records.items()
    }


def _without_name(record: Record, number: int) -> Record:
    return {**record, "id": f"•{number}", "url_ref": None, "label": FOR_COLLEAGUES}


def value_of(fact: Fact, stored: object) -> Value | None:
    """A stored value as a fact; what this kader does not know as an answer is unknown to it."""
    value = fact.restored(stored)
    if fact.type is FactType.SEVERAL and isinstance(stored, list | tuple):
        value = frozenset(stored)
    return value if value is not None and fact.accepts(value) else None  # type: ignore[return-value]
