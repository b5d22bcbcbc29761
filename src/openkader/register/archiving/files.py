"""The documents of a dossier that lie on the shelf, and those that the register names and the shelf has no more."""

from collections.abc import Iterator
from dataclasses import dataclass

from openkader.casework.documents import DocumentForm
from openkader.register.models import AgreementDeed, Document, Evidence, ReportFinal
from openkader.register.shelf import FileState, shelf

_OF_ACTIVITY = "activity__request"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelvedFile:
    """A document as it came: its name, its form, and the digest under which it lies."""

    record: str  # the reference of what it belongs to
    table: str
    name: str
    media_type: str
    size: int
    digest: str
    added_on: str  # the day, as in 2026-11-27


def files_of(request: int) -> tuple[list[ShelvedFile], list[ShelvedFile]]:
    """The documents of a dossier in the order of entry, each once, and those that are gone or changed.

    Each is read to its end here and again when it is taken along, so that an export names what is gone and does not
    break off at it.
    """
    found = list({one.digest: one for one in reversed([*_named(request)])}.values())[::-1]
    kept = shelf()
    states = [kept.state(one.digest, one.size, whole=True) for one in found]
    here = [one for one, state in zip(found, states, strict=True) if state is FileState.HERE]
    return here, [one for one in found if one not in here]


def _named(request: int) -> Iterator[ShelvedFile]:
    for one in Document.objects.filter(request=request).order_by("pk"):
        yield _file("Document", one.reference, one, one.digest)
    shown = Evidence.objects.filter(**{f"measure__{_OF_ACTIVITY}": request}, size__isnull=False)
    for proof in shown.select_related("measure").order_by("pk"):
        yield _file("Evidence", proof.measure.reference, proof, str(proof.sha256))
    deeds = AgreementDeed.objects.filter(**{f"agreement__{_OF_ACTIVITY}": request}, size__isnull=False)
    for deed in deeds.select_related("agreement").order_by("pk"):
        yield _file("AgreementDeed", deed.agreement.reference, deed, str(deed.sha256))
    finals = ReportFinal.objects.filter(**{f"draft__{_OF_ACTIVITY}": request}, sha256__isnull=False)
    for final in finals.order_by("pk"):
        yield ShelvedFile(
            record=final.reference,
            table="ReportFinal",
            name=f"{final.reference}.docx",
            media_type=DocumentForm.DOCX,
            size=shelf().size(str(final.sha256)) or 0,
            digest=str(final.sha256),
            added_on=final.at.date().isoformat(),
        )


def _file(table: str, record: str, row: Document | Evidence | AgreementDeed, digest: str) -> ShelvedFile:
    return ShelvedFile(
        record=record,
        table=table,
        name=str(row.name),
        media_type=str(row.media_type),
        size=int(row.size or 0),
        digest=digest,
        added_on=row.recorded_at.date().isoformat(),
    )
