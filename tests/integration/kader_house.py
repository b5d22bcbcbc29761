"""A next version of the kader that one writes and another adopts; the decision is made up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from openkader.casework.permissions import HouseHand
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.documents import DocumentEntry
from openkader.register.kader_draft_entries import KaderAdoptionEntry, KaderDraftEntry, KaderTextEntry
from openkader.register.kader_drafts import newest_texts, texts_digest

BASE, NEXT = "zuid-holland/2024-01-01", "zuid-holland/2030-06-01"
BEGINS = date(2030, 6, 1)
NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}  # as in register_house
WRITER: dict[str, Any] = {"by": HouseHand("cli:writer"), "now": NOW}
# Made up: what comes from a country of which no example speaks is refused from then on.
STRICTER = """\
  - id: not_this_country
    outcome: refuse
    ground: knowledge_security
    when: {country: AQ}
    reason: {nl: Fictieve regel., en: Made-up rule.}
"""


def begun(**changes: Any) -> str:
    entry = KaderDraftEntry(base=BASE, name="Herijking", in_force_from=BEGINS)
    return services.start_kader_draft(replace(entry, **changes), **WRITER)


def text_of(draft: str, file: str = "tables.yaml") -> tuple[str, int]:
    found = newest_texts(models.KaderDraft.objects.get(reference=draft))[file]
    return found.text, found.number


def saved(draft: str, text: str, file: str = "tables.yaml", **changes: Any) -> int:
    entry = KaderTextEntry(draft=draft, file=file, text=text, seen=text_of(draft, file)[1])
    return services.save_kader_draft(replace(entry, **changes), **WRITER)


def stricter(draft: str) -> str:
    """The draft with one row more in its proposal."""
    text, _number = text_of(draft)
    saved(draft, text.replace("proposal:\n", f"proposal:\n{STRICTER}"))
    return draft


def to_adopt(draft: str, **changes: Any) -> KaderAdoptionEntry:
    found = models.KaderDraft.objects.get(reference=draft)
    entry = KaderAdoptionEntry(
        draft=draft,
        seen=texts_digest(newest_texts(found)),
        body="Gedeputeerde Staten",
        adopted_on=date(2030, 4, 20),
        in_force_from=BEGINS,
        document=DocumentEntry(name="besluit.txt", content=b"Besluit: vastgesteld. (fictief)"),
    )
    return replace(entry, **changes)


def adopted(draft: str, **changes: Any) -> str:
    return services.adopt_kader(to_adopt(draft, **changes), **HAND)


def _starting(_assessor: Assessor, _folder: Path) -> Callable[[], object]:
    entry = KaderDraftEntry(base=BASE, name="Herijking", in_force_from=BEGINS)
    return lambda: services.start_kader_draft(entry, **HAND)


def _saving(_assessor: Assessor, _folder: Path) -> Callable[[], object]:
    draft = begun()
    text, number = text_of(draft)
    entry = KaderTextEntry(draft=draft, file="tables.yaml", text=f"{text}# anders\n", seen=number)
    return lambda: services.save_kader_draft(entry, **HAND)


def _adopting(_assessor: Assessor, _folder: Path) -> Callable[[], object]:
    draft = begun()
    return lambda: adopted(draft)


PREPARED: dict[str, Callable[[Assessor, Path], Callable[[], object]]] = {
    "start_kader_draft": _starting,
    "save_kader_draft": _saving,
    "adopt_kader": _adopting,
}
