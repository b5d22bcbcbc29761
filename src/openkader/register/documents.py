"""Documents, entered with a request or later."""

from collections.abc import Sequence
from dataclasses import dataclass

from openkader.base.errors import Invalid, Problem
from openkader.casework.documents import DocumentForm, Purpose, kept_name, recognise
from openkader.register.hand import Hand, claim_references
from openkader.register.models import Document, Request
from openkader.register.numbering import next_reference
from openkader.register.shelf import shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntry:
    """A document as it was sent, under the name that its sender gave it."""

    name: str
    content: bytes
    purpose: Purpose = Purpose.ATTACHMENT


@dataclass(frozen=True, slots=True)
class Recognised:
    """A document that may be taken in, and lies on the shelf already."""

    entry: DocumentEntry
    form: DocumentForm
    digest: str


def recognised(entries: Sequence[DocumentEntry]) -> list[Recognised]:
    """What each document is, once for each content; `Invalid` names all that are not taken in.

    Done before the transaction: looking into a large file takes a while, and others wait to write.
    """
    forms = _forms(entries)
    found = [
        Recognised(entry, form, shelf().put(entry.content))
        for entry, form in zip(entries, forms, strict=True)
    ]
    return list({one.digest: one for one in reversed(found)}.values())[::-1]


def shelf_columns(file: Recognised | None) -> dict[str, object]:
    """The columns of a record that has a document on the shelf; all empty where there is none."""
    if file is None:
        return {}
    name, size = kept_name(file.entry.name, file.form), len(file.entry.content)
    return {"sha256": file.digest, "name": name, "media_type": file.form, "size": size}


def _forms(entries: Sequence[DocumentEntry]) -> list[DocumentForm]:
    found: list[DocumentForm] = []
    problems: list[Problem] = []
    for entry in entries:
        try:
            found.append(recognise(entry.content, entry.name))
        except Invalid as error:
            problems += error.problems
    if problems:
        raise Invalid(problems)
    return found


def enter_documents(request: Request, documents: Sequence[Recognised], hand: Hand) -> list[str]:
    """Keep documents with their request, each content once; the references under which they are found.

    They come with a case, an advice or a mail; of two at once the second finds what the first kept. Whoever holds
    another record beside the request holds that first.
    """
    Request.objects.select_for_update().filter(pk=request.pk).first()
    known = dict(Document.objects.filter(request=request).values_list("digest", "reference"))
    new = [one for one in documents if one.digest not in known]
    for one in new:
        # Another record may have taken such a reference, and one that was destroyed keeps its own.
        known[one.digest] = reference = next_reference(f"{request.reference}-D")
        claim_references([(reference, request.reference)], kind="document")
        Document.objects.create(
            request=request,
            reference=reference,
            name=kept_name(one.entry.name, one.form),
            media_type=one.form,
            purpose=one.entry.purpose,
            size=len(one.entry.content),
            digest=one.digest,
            recorded_at=hand.now,
            recorded_by=hand.by,
        )
        hand.log("document.kept", "document", reference, request.reference, form=one.form, digest=one.digest)
    return [known[one.digest] for one in documents]
