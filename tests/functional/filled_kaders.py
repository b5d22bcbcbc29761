"""Next versions of the kader in a far future: one that was adopted, a draft after it with a mistake, and three more.

One was replayed, one came from another province, which is made up, and one was withdrawn.
"""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from openkader.casework.permissions import HouseHand
from openkader.cli.kader_replays import replay_waiting
from openkader.cli.stopping import Stop
from openkader.kader import load_texts
from openkader.publication.kader_files import packed, received
from openkader.publication.kader_files.signed import as_signed
from openkader.register import services
from openkader.register.documents import DocumentEntry
from openkader.register.kader_draft_entries import (
    KaderAdoptionEntry,
    KaderDraftEntry,
    KaderTakeOverEntry,
    KaderTextEntry,
)
from openkader.register.kader_drafts import texts_digest
from openkader.register.kaders import texts_of
from openkader.register.selectors.kader_versions import kader_draft

_NO_EVENTS = """\
  - id: no_events
    outcome: refuse
    ground: knowledge_security
    when: {kind: event}
    reason: {nl: Bedacht., en: Made up.}
"""


def fill_kader_drafts(now: datetime) -> None:
    """The writer is one and the adopter another; the decision is made up."""
    writer: dict[str, Any] = {"by": HouseHand("cli:tests"), "now": now}
    first = KaderDraftEntry(
        base="zuid-holland/2024-01-01", name="Herijking (bedacht)", in_force_from=date(2099, 1, 1)
    )
    draft = services.start_kader_draft(first, **writer)
    adoption = KaderAdoptionEntry(
        draft=draft,
        seen=texts_digest(kader_draft(draft).texts),
        body="Gedeputeerde Staten (bedacht)",
        adopted_on=now.date(),
        in_force_from=date(2099, 1, 1),
        document=DocumentEntry(name="besluit.txt", content=b"Bedacht besluit."),
    )
    base = services.adopt_kader(adoption, by=HouseHand("cli:other"), now=now)
    second = KaderDraftEntry(base=base, name="Volgende (bedacht)", in_force_from=date(2100, 1, 1))
    draft = services.start_kader_draft(second, **writer)
    _write(draft, writer, "{abuse_risk: serious}", "{abuse_risk: <b>serious</b>}")
    _replay(base, writer)
    signed = as_signed(received(their_file("Bedacht"), "bedacht.kader.json"))
    entry = KaderTakeOverEntry(
        base=base, name="Overgenomen (bedacht)", in_force_from=date(2100, 1, 1), signed=signed
    )
    services.take_over_kader(entry, **writer)
    draft = services.start_kader_draft(replace(second, name="Ingetrokken (bedacht)"), **writer)
    services.withdraw_kader_draft(draft, "Bedachte reden: de evaluatie gaat voor.", **writer)


def _replay(base: str, writer: dict[str, Any]) -> None:
    """A third draft that refuses one kind: replayed, and changed since."""
    third = KaderDraftEntry(base=base, name="Strenger (bedacht)", in_force_from=date(2100, 1, 1))
    draft = services.start_kader_draft(third, **writer)
    _write(draft, writer, "proposal:\n", f"proposal:\n{_NO_EVENTS}")
    services.ask_kader_replay(draft, **writer)
    replay_waiting(writer["by"], Stop())
    _write(draft, writer, "proposal:\n", "# Bedacht.\nproposal:\n")
    services.stop_kader_replay(services.ask_kader_replay(draft, **writer), **writer)


def _write(draft: str, writer: dict[str, Any], was: str, becomes: str) -> None:
    one = kader_draft(draft).texts["tables.yaml"]
    text = one.text.replace(was, becomes)
    save = KaderTextEntry(draft=draft, file="tables.yaml", text=text, seen=one.number)
    services.save_kader_draft(save, **writer)


def their_file(publisher: str) -> bytes:
    """The signed kader of a province that does not exist."""
    texts = texts_of("zuid-holland/2024-01-01")
    heading = texts["kader.yaml"].replace("Provincie Zuid-Holland", f"Provincie {publisher}", 1)
    texts = texts | {"kader.yaml": heading}
    key = Ed25519PrivateKey.from_private_bytes(bytes(32))
    return packed(load_texts(texts, "bedacht/2025-01-01"), texts, key)
