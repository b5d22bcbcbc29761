"""Next versions of the kader in a far future: one that was adopted, a draft after it with a mistake, one replayed."""

from datetime import date, datetime
from typing import Any

from openkader.casework.permissions import HouseHand
from openkader.cli.kader_replays import replay_waiting
from openkader.cli.stopping import Stop
from openkader.register import services
from openkader.register.documents import DocumentEntry
from openkader.register.kader_draft_entries import KaderAdoptionEntry, KaderDraftEntry, KaderTextEntry
from openkader.register.kader_drafts import texts_digest
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
    entry = KaderAdoptionEntry(
        draft=draft,
        seen=texts_digest(kader_draft(draft).texts),
        body="Gedeputeerde Staten (bedacht)",
        adopted_on=now.date(),
        in_force_from=date(2099, 1, 1),
        document=DocumentEntry(name="besluit.txt", content=b"Bedacht besluit."),
    )
    base = services.adopt_kader(entry, by=HouseHand("cli:other"), now=now)
    second = KaderDraftEntry(base=base, name="Volgende (bedacht)", in_force_from=date(2100, 1, 1))
    draft = services.start_kader_draft(second, **writer)
    _write(draft, writer, "{abuse_risk: serious}", "{abuse_risk: <b>serious</b>}")
    _replay(base, writer)


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
