"""What the British lists have in common: kinds, names in six parts, dates with open parts.

Since 2026 the UK Sanctions List of the Foreign Office is the only list; the
consolidated list of OFSI (`ConList`) is frozen, and still met in copies.
"""

import re

from openkader.screening.entities import NameKind
from openkader.screening.lists.drafts import Draft

SCHEMAS = {"individual": "Person", "entity": "Organization", "ship": "Vessel"}
_KINDS = {
    "primary name": NameKind.NAME,
    "primary name variation": NameKind.ALIAS,
    "alias": NameKind.ALIAS,
    "aka": NameKind.ALIAS,
    "fka": NameKind.PREVIOUS_NAME,
}
_NUMBERED = re.compile(r"\s*\(\d{1,2}\)\s*")


def name_kind(kind: str, strength: str) -> NameKind:
    """The kind of a name; the list writes these words with any capitals."""
    if strength.lower().startswith("low"):
        return NameKind.WEAK_ALIAS
    return _KINDS.get(" ".join(kind.lower().split()), NameKind.ALIAS)


def several(text: str) -> list[str]:
    """`(1) one (2) two` is two values; anything else is one."""
    parts = [part.strip(" ;.") for part in _NUMBERED.split(text)]
    return [part for part in parts if part] if text.strip().startswith("(") else [text]


def add_regime(draft: Draft, regime: str, field: str) -> None:
    """The regulations under which the entity is listed; the list has no shorter code for them."""
    draft.add("programId", regime, field)
    draft.add("topics", "sanction", field)


def add_ship_number(draft: Draft, number: str, field: str) -> None:
    """The number of a ship, with or without its letters."""
    draft.add("imoNumber", number.upper().replace("IMO", "").strip(), field)
