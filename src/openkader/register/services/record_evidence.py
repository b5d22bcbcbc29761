"""Somebody shows that a measure was carried out."""

from dataclasses import replace
from datetime import datetime

from openkader.casework.measures import may_prove
from openkader.casework.permissions import Act
from openkader.register.cases import measure_for_update
from openkader.register.documents import DocumentEntry, recognised
from openkader.register.entries import EvidenceEntry
from openkader.register.hand import digest, require, writing
from openkader.register.measures import enter_evidence


def record_evidence(
    measure: str, entry: EvidenceEntry, *, by: str, now: datetime, file: DocumentEntry | None = None
) -> None:
    """Add a file, a page or a record to a measure; whether it is done is said when it is closed.

    Beside an address the file is the copy that was archived of it. The same file twice is one evidence.
    """
    kept = recognised([file] if file else [])
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = measure_for_update(measure, hand)
        entry = replace(entry, sha256=kept[0].digest) if kept else entry
        require(may_prove(entry.url, entry.sha256, entry.record))
        if row.evidence.filter(url=entry.url, sha256=entry.sha256, record=entry.record).exists():
            return
        enter_evidence([(row, [entry])], hand, kept)
        hand.log(
            "evidence.recorded",
            "measure",
            measure,
            row.activity.reference,
            digest=digest(entry),
            sha256=entry.sha256,
        )
