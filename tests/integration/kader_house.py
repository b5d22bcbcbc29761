"""A next version of the kader that one writes and another adopts; the decision is made up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from openkader.casework.permissions import HouseHand
from openkader.kader import Assessor, load_texts
from openkader.publication.kader_files import packed, received
from openkader.register import models, services
from openkader.register.documents import DocumentEntry
from openkader.register.kader_draft_entries import (
    KaderAdoptionEntry,
    KaderDraftEntry,
    KaderTakeOverEntry,
    KaderTextEntry,
    SignedKader,
)
from openkader.register.kader_drafts import newest_texts, texts_digest
from openkader.register.kaders import texts_of

BASE, NEXT = "zuid-holland/2024-01-01", "zuid-holland/2030-06-01"
BEGINS = date(2030, 6, 1)
NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}  # as in register_house
WRITER: dict[str, Any] = {"by": HouseHand("cli:writer"), "now": NOW}
THEIR_KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
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


def signed_by(key: Ed25519PrivateKey, texts: dict[str, str], name: str) -> SignedKader:
    """The file of another organisation, as a door hands it on; the organisation is made up."""
    found = received(packed(load_texts(texts, name), texts, key), "overijssel.kader.json")
    return SignedKader(
        kader=found.kader.id,
        digest=found.kader.digest,
        publisher=found.publisher,
        fingerprint=found.fingerprint,
        texts=found.texts,
        content=found.content,
        file_name=found.file_name,
    )


def theirs() -> dict[str, str]:
    """The kader of another province: the one here with a rule more and another name."""
    texts = texts_of(BASE)
    heading = texts["kader.yaml"].replace("nl: Provincie Zuid-Holland", "nl: Provincie Verweg (bedacht)", 1)
    tables = texts["tables.yaml"].replace("proposal:\n", f"proposal:\n{STRICTER}")
    return texts | {"kader.yaml": heading, "tables.yaml": tables}


def to_take_over(**changes: Any) -> KaderTakeOverEntry:
    signed = signed_by(THEIR_KEY, theirs(), "verweg/2025-01-01")
    entry = KaderTakeOverEntry(base=BASE, name="Van Verweg", in_force_from=BEGINS, signed=signed)
    return replace(entry, **changes)


def _taking_over(_assessor: Assessor, _folder: Path) -> Callable[[], object]:
    entry = to_take_over()
    return lambda: services.take_over_kader(entry, **HAND)


def _withdrawing(_assessor: Assessor, _folder: Path) -> Callable[[], object]:
    draft = begun()
    return lambda: services.withdraw_kader_draft(draft, "Niet meer nodig.", **HAND)


def _exporting(assessor: Assessor, _folder: Path) -> Callable[[], object]:
    kader = assessor.kader
    return lambda: services.note_kader_export(kader.id, kader.digest, "dmn", **HAND)


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
    "take_over_kader": _taking_over,
    "withdraw_kader_draft": _withdrawing,
    "note_kader_export": _exporting,
}
